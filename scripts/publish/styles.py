"""The theme's style sheets and ours as one file: a page asks once for all that it needs."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Collection

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

# the order in which the theme links its own
_THEME = (r"assets/stylesheets/main\.\w+\.min\.css", r"assets/stylesheets/palette\.\w+\.min\.css")
_STRING = r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""  # in which all signs are meant
_COMMENT = re.compile(rf"{_STRING}|/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(rf"{_STRING}|\s*([{{}};,])\s*|\s+")
_RULE = re.compile(r"(?<![^{}])([^{}]+)\{[^{}]*\}")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([\w-]+)\]")


def join_styles(files: Files, config: MkDocsConfig) -> None:
    """Put one style sheet in the place of the theme's and those of `extra_css`.

    Its name carries a hash of its content, so a host may let browsers keep it for ever. The
    templates find it as `config.extra.styles`.
    """
    parts = [*(_find(files, pattern) for pattern in _THEME)]
    parts += [_find(files, re.escape(path)) for path in map(str, config.extra_css)]
    colours = {choice[part] for choice in config.theme["palette"] for part in ("primary", "accent")}
    text = "\n".join(condense(part.content_string) for part in parts)
    text = drop_colours(text, colours)
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    path = f"assets/css/site.{digest}.css"
    for part in parts:
        files.remove(part)
    files.append(File.generated(config, path, content=f"{text}\n"))
    config.extra["styles"] = path
    config.extra_css = []


def condense(text: str) -> str:
    """A style sheet without comments and white space that mean nothing to a browser."""
    text = _COMMENT.sub(lambda found: found[1] or "", text)
    return _SPACE.sub(lambda found: found[1] or found[2] or " ", text).strip()


def drop_colours(text: str, colours: Collection[str]) -> str:
    """A style sheet without the rules for colours of the theme's palette that nobody chose."""

    def keep(rule: re.Match[str]) -> str:
        named = [_COLOUR.search(selector) for selector in rule[1].split(",")]
        return "" if all(one and one[1] not in colours for one in named) else rule[0]

    return _RULE.sub(keep, text)


def _find(files: Files, pattern: str) -> File:
    found = [file for file in files if re.fullmatch(pattern, file.src_uri)]
    if len(found) != 1:
        raise FileNotFoundError(f"one style sheet expected for {pattern}, not {len(found)}")
    return found[0]
