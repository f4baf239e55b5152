"""Hand-written pages while serving: each is converted again only when its text has changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import TableOfContents


class _Converted(NamedTuple):
    markdown: str
    html: str
    title: str | None
    toc: TableOfContents
    anchors: set[str] | None


@dataclass
class ProseCache:
    """What the pages of one serve came to, by their files."""

    _converted: dict[str, _Converted] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def text_to_convert(self, markdown: str, page: Page) -> str:
        """The Markdown that is to be converted: none if what it came to is known."""
        path = page.file.src_uri
        self._texts[path] = markdown
        known = self._converted.get(path)
        return "" if known and known.markdown == markdown else markdown

    def complete(self, html: str, page: Page) -> str:
        """The HTML of a page, from now on known; one that was known gets its title and contents."""
        path = page.file.src_uri
        if page.markdown:
            text = self._texts[path]
            made = _Converted(text, html, page.title, page.toc, page.present_anchor_ids)
            self._converted[path] = made
            return html
        if known := self._converted.get(path):
            page.meta.setdefault("title", known.title)
            page.toc, page.present_anchor_ids = known.toc, known.anchors
            return known.html
        return html
