"""HTML as tests look at it: what is said, and what it is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from posixpath import normpath

_ARTICLE = re.compile(r"<article\b[^>]*>.*</article>", re.DOTALL)
_SPACE = re.compile(r"\s+")


@dataclass
class Outline(HTMLParser):
    """The elements of a piece of HTML in their order, with their attributes, and its text."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Get the parser ready, references in texts resolved."""
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.attributes += [(tag, name, text or "") for name, text in attrs]

    def handle_endtag(self, tag: str) -> None:
        """Note where an element ends."""
        self.tags.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        """Note a comment, which no reader sees."""
        self.tags.append(f"!{data}")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    @property
    def text(self) -> str:
        """What a reader sees, white space folded."""
        return fold("".join(self.texts))


def outline(html: str) -> Outline:
    """What a piece of HTML is made of."""
    made = Outline()
    made.feed(html)
    made.close()
    return made


def fold(text: str) -> str:
    """A text with every run of white space made one space."""
    return _SPACE.sub(" ", text).strip()


def article(html: str) -> str:
    """The `<article>` of a page with white space folded; between elements it says nothing."""
    found = _ARTICLE.search(html)
    assert found, "the page has no article"
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", fold(found[0]))


def lead(base: str, link: str) -> str:
    """Where a relative link leads from the page at an address, both from the site's root."""
    if link.startswith(("#", "?")):
        return base
    path = link.partition("#")[0]
    way = normpath(f"/{base}{path}").lstrip("/")
    return f"{way}/" if way and path.endswith(("/", ".", "..")) else way


def inside(pattern: str, html: str) -> list[str]:
    """What a pattern's group finds, references resolved."""
    return [unescape(found) for found in re.findall(pattern, html)]
