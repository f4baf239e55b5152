"""The theme's style sheets and ours as one file: a page asks once for all that it needs."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

# the order in which the theme links its own
_THEME = (r"assets/stylesheets/main\.\w+\.min\.css", r"assets/stylesheets/palette\.\w+\.min\.css")
# a comment, or a string, in which the same signs are none
_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)


def join_styles(files: Files, config: MkDocsConfig) -> None:
    """Put one style sheet in the place of the theme's and those of `extra_css`.

    Its name carries a hash of its content, so a host may let browsers keep it for ever. The
    templates find it as `config.extra.styles`.
    """
    parts = [*(_find(files, pattern) for pattern in _THEME)]
    parts += [_find(files, re.escape(path)) for path in map(str, config.extra_css)]
    text = "\n".join(strip_comments(part.content_string).strip() for part in parts)
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    path = f"assets/css/site.{digest}.css"
    for part in parts:
        files.remove(part)
    files.append(File.generated(config, path, content=f"{text}\n"))
    config.extra["styles"] = path
    config.extra_css = []


def strip_comments(text: str) -> str:
    """A style sheet without its comments, which readers of pages need not fetch."""
    return _COMMENT.sub(lambda found: found[1] or "", text)


def _find(files: Files, pattern: str) -> File:
    found = [file for file in files if re.fullmatch(pattern, file.src_uri)]
    if len(found) != 1:
        raise FileNotFoundError(f"one style sheet expected for {pattern}, not {len(found)}")
    return found[0]
