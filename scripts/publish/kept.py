"""Hand-written pages while serving: each is converted again only when its text has changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import TableOfContents


class _Made(NamedTuple):
    markdown: str
    html: str
    title: str | None
    toc: TableOfContents
    anchors: set[str] | None


@dataclass
class Kept:
    """What the pages of one serve came to, by their files."""

    _made: dict[str, _Made] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def ask(self, markdown: str, page: Page) -> str:
        """The Markdown that is to be converted: none if what it came to is known."""
        path = page.file.src_uri
        self._texts[path] = markdown
        known = self._made.get(path)
        return "" if known and known.markdown == markdown else markdown

    def tell(self, html: str, page: Page) -> str:
        """The HTML of a page, from now on known; title, contents and anchors go with it."""
        path = page.file.src_uri
        if page.markdown:
            text = self._texts[path]
            made = _Made(text, html, page.title, page.toc, page.present_anchor_ids)
            self._made[path] = made
            return html
        if known := self._made.get(path):
            page.meta.setdefault("title", known.title)
            page.toc, page.present_anchor_ids = known.toc, known.anchors
            return known.html
        return html
