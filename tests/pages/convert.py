"""Generated Markdown turned into HTML by both readers, and read back as text and addresses."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import markdown  # type: ignore[import-untyped]  # its types are a package of their own
import pyromark

if TYPE_CHECKING:
    from coop.pages.page import Content

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_HEADING_ATTRIBUTES


class Outline(HTMLParser):
    """The tags, text, ids and links of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.pieces: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag with its id and its link."""
        self.tags.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href" and tag == "a"]

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.pieces.append(data)

    @property
    def text(self) -> str:
        """All text with white space folded."""
        return " ".join("".join(self.pieces).split())


def to_html(content: Content) -> str:
    """A page by the fast reader."""
    return pyromark.html(content.body, options=_OPTIONS)


def outline(content: Content) -> Outline:
    """What the fast reader makes of a page."""
    return Outline(to_html(content))


def slow_outline(content: Content) -> Outline:
    """What Python-Markdown makes of a page."""
    extensions = ["attr_list", "md_in_html", "toc"]
    return Outline(markdown.markdown(content.body, extensions=extensions))
