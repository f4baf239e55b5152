"""Texts in Markdown and HTML come out as they went in."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import quote

import markdown  # type: ignore[import-untyped]  # it comes without types
import pyromark
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coop.text import Language, collation_key, escape_html, escape_markdown, is_id
from tests.strategies import TEXTS

MARKDOWN = markdown.Markdown(extensions=["attr_list", "toc", "tables", "footnotes"])


class _Reader(HTMLParser):
    """Collects the text and the tags of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep a piece of text."""
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the name of a tag."""
        assert not attrs
        self.tags.append(tag)


def read_html(text: str) -> tuple[str, list[str]]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return " ".join("".join(reader.words).split()), reader.tags


def by_python_markdown(text: str) -> str:
    MARKDOWN.reset()
    html: str = MARKDOWN.convert(text)
    return html


@given(TEXTS)
@example("*a* _b_ `c` [d](e) ![f](g) <b>h</b> &amp; \\* \\\\ ~~i~~ {#j} [^k] | l")
@example("# a")
@example("1. a")
@example("1) a")
@example("- a")
@example("+ a")
@example("> a")
@example("a\n===\nb")
@example("    code")
@example("https://example.org www.example.org a@example.org")
@example("[a]: b")
@example("---")
@example("{: .x }")
def test_escaped_text_is_the_same_plain_text_in_both_renderers(text: str) -> None:
    wanted = " ".join(text.split())
    for html in (by_python_markdown(escape_markdown(text)), pyromark.html(escape_markdown(text))):
        found, tags = read_html(html)
        assert found == wanted
        assert tags == (["p"] if wanted else [])


@given(TEXTS)
def test_escaped_html_is_text_and_fits_an_attribute(text: str) -> None:
    reader = _Reader()
    reader.feed(escape_html(text))
    reader.close()

    assert "".join(reader.words) == text
    assert not reader.tags
    assert not set("<>\"'") & set(escape_html(text))


@pytest.mark.parametrize("text", ["a", "a-b", "2024-02-06-x", "1"])
def test_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "A", "a--b", "-a", "a-", "a b", "a_b", "港", "a/b", "a\n"])
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


@given(st.from_regex(r"[a-z0-9-]{1,8}[^a-z0-9-]?[a-z0-9-]{0,8}", fullmatch=True))
def test_an_id_is_safe_in_an_address(text: str) -> None:
    words = text.split("-")
    assert is_id(text) == all(re.fullmatch("[a-z0-9]+", word, re.ASCII) for word in words)
    assert not is_id(text) or quote(text, safe="") == text


def test_the_three_languages_by_tag_in_their_order() -> None:
    assert [language.value for language in Language] == ["en", "zh-Hant", "zh-Hans"]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.EN, ["Ann", "ben", "Zoe"]),
        (
            Language.ZH_HANT,
            ["Zoe", "上海", "王光亞", "香港", "廣東", "𠮷林"],
        ),  # strokes 3, 4, 9, 15
        (Language.ZH_HANS, ["Zoe", "广东", "上海", "王光亚", "香港", "衞生"]),  # g, s, w, x
    ],
)
def test_names_stand_in_the_order_of_their_readers(language: Language, names: list[str]) -> None:
    mixed = names[::-1]
    assert sorted(mixed, key=lambda name: collation_key(name, language)) == names
