"""A saved web page as lines of text, with what its head says of title and date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from coop.draft.text.decoding import UnreadableError
from coop.draft.text.lines import is_noise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

MOST_TAGS = 20_000  # parsing grows with the square of the depth; no press release comes near
MOST_IN_TAG = 20_000  # so does the time that one tag takes grow with its attributes
_LONG_TAG = re.compile(rf"<[^<>]{{{MOST_IN_TAG},}}")
_INLINE = re.compile(r"\bdata:[^\s\"'<>]{200,}")  # pictures within the page
_IS_PAGE = re.compile(r"<(?:!doctype html|html|head|body|div|p|table|br)\b", re.IGNORECASE)
_LOOKED_AT = 5000
_TITLE = 6
_UNSEEN = (
    "script, style, noscript, template, svg, select, button, form, nav, header, footer, aside, "
    "iframe"
)
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt"}
    | {"figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p"}
    | {"pre", "section", "table", "td", "th", "tr", "ul"}
)
_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "publishdate",
    "pubdate",
    "date",
    "dc.date",
    "dcterms.created",
)
_BLANK_LINE = "\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page and what its head says; empty where it says nothing."""

    text: str
    title: str = ""
    published: str = ""
    url: str = ""


def is_markup(text: str) -> bool:
    """Whether a text is a saved web page."""
    return _IS_PAGE.search(text[:_LOOKED_AT]) is not None


def read_page(text: str) -> Page:
    """The visible text of a page, one paragraph a block; scripts, menus and forms left out."""
    if text.count("<") > MOST_TAGS:
        raise UnreadableError(f"more than {MOST_TAGS:,} tags are no press release")
    text = _INLINE.sub("", text)
    if _LONG_TAG.search(text):
        raise UnreadableError(f"a tag of more than {MOST_IN_TAG:,} letters is no press release's")
    tree = LexborHTMLParser(text)
    head = {
        (node.attributes.get("property") or node.attributes.get("name") or "").lower(): (
            node.attributes.get("content") or ""
        )
        for node in tree.css("meta")
    }
    canonical = tree.css_first("link[rel=canonical]")
    published = next((head[name] for name in _DATE_NAMES if head.get(name)), "")
    url = head.get("og:url", "") or ((canonical.attributes.get("href") or "") if canonical else "")
    named = _squeeze(_text_of(tree.css_first("title")))
    headings = _headings(tree, "h1, h2, h3")
    first = next(iter([*_headings(tree, "h1"), *_headings(tree, "h2")]), "")
    for node in tree.css(_UNSEEN):
        node.decompose()
    lines = "".join(_pieces(tree.body))
    title = _longest_within(named, headings) or first or head.get("og:title", "")
    title = title or _longest_within(named, map(_squeeze, lines.split(_BLANK_LINE)))
    return Page(lines, title, published, url)


def _headings(tree: LexborHTMLParser, form: str) -> list[str]:
    """The headings of a page but those that only name what sort of page it is."""
    texts = (_squeeze(node.text()) for node in tree.css(form))
    return [text for text in texts if text and not is_noise(text)]


def _text_of(node: LexborNode | None) -> str:
    return node.text() if node else ""


def _longest_within(named: str, texts: Iterable[str]) -> str:
    """The longest of some texts that the name of a page holds, often beside that of the site.

    The name may also be short for the text.
    """
    least = named if len(named) >= _TITLE * 2 else "\n"
    return max(
        (
            text
            for text in texts
            if len(text) >= _TITLE and not is_noise(text)
            if text in named or (least in text and len(text) < len(named) * 2)
        ),
        key=len,
        default="",
    )


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _pieces(body: LexborNode | None) -> list[str]:
    pieces: list[str] = []
    for node in body.traverse(include_text=True) if body else ():
        if node.tag == "-text":
            pieces.append(re.sub(r"\s+", " ", node.text_content or ""))
        elif node.tag in _BLOCKS:
            pieces.append(_BLANK_LINE)
    return pieces
