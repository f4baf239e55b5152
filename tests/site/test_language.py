"""No English is left on a Chinese page but for names, codes and addresses."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coop.loading import Reader
from coop.model.shape.walk import list_parts
from coop.model.values import LangMap
from tests.browser.serving import choose_pages

if TYPE_CHECKING:
    from tests.site.building import Site

ROOT = Path(__file__).resolve().parents[2]
SPOKEN = {"title", "alt", "aria-label", "placeholder", "data-label"}
CODE = {"script", "style", "code", "pre"}
VOID = {"meta", "link", "img", "br", "input", "hr", "wbr", "source"}
QUOTED = re.compile(r"[「“《][^「」“”《》\u4e00-\u9fff]+[」”》]")
HAN = re.compile(r"[\u4e00-\u9fff]")
ADDRESS = re.compile(
    r"https?://\S+|\b[a-z0-9.-]+\.(?:com|hk|cn|gov|org|mo)\b\S*|@[a-z]+\{[^}]*\}?|\b[a-z0-9]+(?:-[a-z0-9]+)+\b|\b[\w/]+\.(?:zip|sqlite|json|csv|atom|ics)\b"
)
# words that only a sentence or title in English has
SENTENCE = re.compile(
    r"(?<![\w.-])(?:the|of|and|to|for|with|is|are|was|were|at|on|by|from|or|not|no|this|that|in|as)"
    r"(?![\w.-])"
)
# what stands alone in Latin letters and is said so in Chinese too
TERMS = re.compile(
    r"(?:APA|Chicago|BibTeX|RIS|GB/T 7714|CEPA|JSON(?: API)?|Atom|iCalendar|CSV|SQLite|SQL|Python"
    r"|Schema|YAML|ISO|CC BY 4\.0|English|EN|OpenAPI|MIT|Ctrl\+C|git)"
)


class Page(HTMLParser):
    """The texts that a page says in Chinese: what is marked as another language is left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.said: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says, and whether in another language."""
        found = {key: value or "" for key, value in attrs}
        other = bool(self.open) and self.open[-1][1]
        if "lang" in found:
            other = not found["lang"].startswith("zh")
        other = other or tag in CODE
        if not other:
            self.said += [found[key] for key in SPOKEN & found.keys()]
            if tag == "meta" and found.get("name") == "description":
                self.said.append(found["content"])
        if tag not in VOID:
            self.open.append((tag, other))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave out elements without content, such as shapes."""
        del tag, attrs

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what it left open."""
        names = [name for name, _ in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Keep a text in Chinese."""
        if not (self.open and self.open[-1][1]):
            self.said.append(data)


@pytest.fixture(scope="module")
def names() -> frozenset[str]:
    """Return every name in the records that stands in Latin letters."""
    parts = (
        part
        for entry in Reader().load(ROOT / "data").entries
        for _, part in list_parts(entry.record)
    )
    return frozenset(
        text
        for part in parts
        if isinstance(part, LangMap)
        for _, text in part.items()
        if not HAN.search(text)
    )


def english_in(text: str, names: frozenset[str]) -> bool:
    """Whether a text is English where Chinese is meant."""
    plain = QUOTED.sub("", ADDRESS.sub("", " ".join(text.split()))).strip()
    if plain in names or not re.search(r"[A-Za-z]{3}", plain):
        return False
    if HAN.search(plain):
        return bool(SENTENCE.search(plain)) and not any(
            name in plain for name in names if " " in name
        )
    return not TERMS.fullmatch(plain)


@pytest.mark.parametrize("prefix", ["zh-hant/", "zh-hans/"])
def test_no_english_is_left_on_a_chinese_page(
    hosted: Site, names: frozenset[str], prefix: str
) -> None:
    for address in {*choose_pages(hosted).values(), "404.html"}:
        said = Page(
            hosted.read("404.html") if address == "404.html" else hosted.page(prefix + address)
        ).said
        assert [text for text in said if english_in(text, names)] == [], prefix + address


@pytest.mark.parametrize("text", ["Latest meetings", "共有 three of 五項", "Meeting kind"])
def test_english_is_noticed(text: str) -> None:
    assert english_in(text, frozenset())
