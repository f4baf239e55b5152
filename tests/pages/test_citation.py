"""A record's page can be cited in four styles, whatever stands in its name."""

from __future__ import annotations

import pytest

from coop.model import Kind
from coop.pages.parts.citation import cite_record, render_citations
from coop.pages.view import View
from coop.text import Language
from tests.pages.record_catalog import HOSTILE, both, record_catalog
from tests.samples import make_catalog, read_record

ROOT = "https://example.org/records/"


def cited(language: Language = Language.EN) -> dict[str, str]:
    catalog = record_catalog()
    meeting = catalog.meetings["2001-05-06-first"]
    view = View(catalog, language, "")
    return {citation.style: citation.text for citation in cite_record(view, meeting, ROOT)}


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (
            "APA",
            (
                "Hong Kong–Mainland Co-operation Records. (2024, March 4). First plenary"
                " (Version 2024-03-04). https://example.org/records/meetings/2001-05-06-first/"
            ),
        ),
        (
            "Chicago",
            (
                "Hong Kong–Mainland Co-operation Records. “First plenary.” Version 2024-03-04."
                " https://example.org/records/meetings/2001-05-06-first/."
            ),
        ),
        (
            "GB/T 7714",
            (
                "Hong Kong–Mainland Co-operation Records. First plenary[DB/OL]. (2024-03-04)."
                " https://example.org/records/meetings/2001-05-06-first/."
            ),
        ),
        (
            "BibTeX",
            (
                "@misc{meetings:2001-05-06-first,\n"
                "  author = {{Hong Kong–Mainland Co-operation Records}},\n"
                "  title = {{First plenary}},\n"
                "  year = {2024},\n"
                "  version = {2024-03-04},\n"
                "  note = {meetings/2001-05-06-first},\n"
                "  url = {https://example.org/records/meetings/2001-05-06-first/},\n"
                "}"
            ),
        ),
    ],
)
def test_a_meeting_is_cited(style: str, text: str) -> None:
    assert cited()[style] == text


def test_a_page_is_cited_in_its_language() -> None:
    assert cited(Language.ZH_HANS)["GB/T 7714"].startswith("香港与内地合作记录. 第一次会议[DB/OL].")


def test_names_do_no_harm() -> None:
    catalog = make_catalog(read_record(Kind.PLACES, f"name: {both(HOSTILE)}\nkind: city\n"))
    view = View(catalog, Language.EN, "")
    place = catalog.places["sample"]
    entry = cite_record(view, place, ROOT)[-1].text
    assert r"\# \textbackslash{} " in entry
    assert r"\{\#e\}" in entry
    html = render_citations(view, place, ROOT)
    assert "<script>x" not in html
    assert html.count("<dt>") == 4


def test_without_a_dated_source_there_is_no_date() -> None:
    catalog = make_catalog(read_record(Kind.PLACES, "name: {en: A, zh-Hant: 甲}\nkind: city\n"))
    found = cite_record(View(catalog, Language.EN, ""), catalog.places["sample"], ROOT)
    assert found[0].text.startswith("Hong Kong–Mainland Co-operation Records. (n.d.). A")
    assert "year = {n.d.}" in found[-1].text
