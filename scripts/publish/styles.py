"""The theme's style sheets and ours as one file: a page asks once for all that it needs."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

# the order in which the theme links its own
_THEME = (r"assets/stylesheets/main\.\w+\.min\.css", r"assets/stylesheets/palette\.\w+\.min\.css")
_STRING = r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""  # in which all signs are meant
_COMMENT = re.compile(rf"{_STRING}|/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(rf"{_STRING}|\s*([{{}};,])\s*|\s+")
_RULE = re.compile(r"(?<![^{}])([^{}@]+)(\{[^{}]*\})")
_BETWEEN = re.compile(r",(?![^()]*\))")  # selectors, but not those that :is() or :not() holds
_NOT = re.compile(r":not\([^()]*\)")
_EMPTY = re.compile(r"@(?:media|supports)[^{}]*\{\}")
_ICON = re.compile(r"(--md-[\w-]*icon[\w-]*):url\((?:\"[^\"]*\"|[^\")]*)\);?")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([\w-]+)\]")
_PARTS = {
    "alternate": "md-select",
    "analytics": "md-feedback",
    "announce.dismiss": "md-banner",
    "blog": "md-(?:author|pagination|pin|post|profile)",
    "consent": "md-consent",
    "content.code.annotate": "md-annotation",
    "content.tooltips": "md-tooltip",
    "git-revision-date-localized": "md-source-file",
    "navigation.instant.progress": "md-progress",
    "navigation.path": "md-path",
    "navigation.top": "md-top",
    "pymdownx.arithmatex": "arithmatex",
    "pymdownx.critic": "critic",
    "pymdownx.keys": "keys",
    "pymdownx.tabbed": r"tabbed-\w+",
    "pymdownx.tasklist": "task-list",
    "search.suggest": "md-search__suggest",
    "social": "md-social",
    "status": "md-status",
    "tags": "md-tag",
    "toc.integrate": "md-nav--integrated",
    "version": "md-version",
}
"""What a setting of mkdocs.yml, of whatever sort, adds to pages: how its classes begin."""


def join_styles(files: Files, config: MkDocsConfig) -> None:
    """Put one style sheet in the place of the theme's and those of `extra_css`.

    Its name carries a hash of its content, so a host may let browsers keep it for ever. The
    templates find it as `config.extra.styles`.
    """
    parts = [*(_find(files, pattern) for pattern in _THEME)]
    parts += [_find(files, re.escape(path)) for path in map(str, config.extra_css)]
    colours = {choice[part] for choice in config.theme["palette"] for part in ("primary", "accent")}
    text = "\n".join(condense(part.content_string) for part in parts)
    text = drop_parts(drop_colours(text, colours), _list_settings(config))
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

    def is_needless(selector: str) -> bool:
        named = _COLOUR.search(selector)
        return named is not None and named[1] not in colours

    return _drop(text, is_needless)


def drop_parts(text: str, settings: Collection[str]) -> str:
    """A style sheet without the rules for parts of pages that no setting asks for."""
    parts = "|".join(part for setting, part in _PARTS.items() if setting not in settings)
    unasked = re.compile(rf"\.(?:{parts})(?![a-z])") if parts else re.compile("(?!)")
    text = _drop(text, lambda selector: bool(unasked.search(_NOT.sub("", selector))))
    return _ICON.sub(lambda icon: icon[0] if f"var({icon[1]}" in text else "", text)


def _drop(text: str, is_needless: Callable[[str], bool]) -> str:
    """A style sheet without selectors, and without the rules that have none left."""

    def keep(rule: re.Match[str]) -> str:
        kept = [
            one for one in _BETWEEN.split(rule[1]) if not _is_whole(one) or not is_needless(one)
        ]
        return f"{','.join(kept)}{rule[2]}" if kept else ""

    return _EMPTY.sub("", _RULE.sub(keep, text))


def _is_whole(selector: str) -> bool:
    return selector.count("(") == selector.count(")")


def _list_settings(config: MkDocsConfig) -> set[str]:
    """The names of all that mkdocs.yml switches on: extensions, plugins, features, extra keys."""
    plugins = {name.rpartition("/")[2] for name in config.plugins}
    return {*config.markdown_extensions, *plugins, *config.theme["features"], *config.extra}


def _find(files: Files, pattern: str) -> File:
    found = [file for file in files if re.fullmatch(pattern, file.src_uri)]
    if len(found) != 1:
        raise FileNotFoundError(f"one style sheet expected for {pattern}, not {len(found)}")
    return found[0]
