"""Source notes: numbers, and locators in the language of the page."""

from __future__ import annotations

import pytest

from coop.model.values import SourceRef
from coop.pages.parts.footnotes import Footnotes, write_locator
from coop.pages.view import View
from coop.text import Language
from tests.pages.record_catalog import record_catalog


def view(language: Language = Language.EN) -> View:
    return View(record_catalog(), language, "meetings/x/")


def test_a_source_keeps_its_number_and_gathers_what_it_is_cited_for() -> None:
    notes = Footnotes(view())

    notes.cite([SourceRef(id="report")], "a", "first")
    again = notes.cite(
        [SourceRef(id="release", at="para 2"), SourceRef(id="report")], "b", "second"
    )
    notes.cite([SourceRef(id="report")], "b", "second")

    assert again.index("#s1") < again.index("#s2")
    assert [(line.number, line.source_id) for line in notes.lines] == [
        (1, "report"),
        (2, "release"),
    ]
    assert [citation.label for citation in notes.lines[0].citations] == ["first", "second"]
    assert notes.lines[1].citations[0].at == "paragraph 2"


def test_two_places_in_a_source_are_one_mark() -> None:
    notes = Footnotes(view())

    places = [SourceRef(id="report", at="para 2"), SourceRef(id="report", at="page 3")]
    mark = notes.cite(places, "a", "first")

    assert mark.count("<a ") == 1
    assert 'aria-label="Source 1, paragraph 2; page 3"' in mark
    assert [each.at for each in notes.lines[0].citations] == ["paragraph 2", "page 3"]


def test_no_sources_no_note() -> None:
    notes = Footnotes(view())

    assert not notes.cite([], "a", "first")
    assert not notes.lines


def test_a_source_that_is_not_there_keeps_its_id() -> None:
    notes = Footnotes(view())

    notes.cite([SourceRef(id="lost")], "a", "first")

    assert [(line.source, line.source_id) for line in notes.lines] == [(None, "lost")]


@pytest.mark.parametrize(
    ("at", "english", "chinese"),
    [
        ("para 8", "paragraph 8", "第8段"),
        ("paras 2 and 3", "paragraphs 2 and 3", "第2及3段"),
        ("paras 2-4", "paragraphs 2–4", "第2至4段"),
        ("paras 2, 4-6 and 9", "paragraphs 2, 4–6 and 9", "第2、4至6及9段"),
        ("page 3", "page 3", "第3頁"),
        ("chapter 57", "chapter 57", "第57章"),
        ("photo captions 1-3", "photo captions 1–3", "第1至3張圖片說明"),
        ("annex 1", "annex 1", "附件1"),
        ("answer to the second question", "answer to the second question", None),
        (None, "", ""),
    ],
)
def test_locators(at: str | None, english: str, chinese: str | None) -> None:
    assert write_locator(view(), at) == english
    assert write_locator(view(Language.ZH_HANT), at) == (at if chinese is None else chinese)
