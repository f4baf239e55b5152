"""Headings in Chinese: where they may break."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from coop.model import Kind
from coop.pages.headings import heading, keep_names, line_link
from coop.pages.parts.rows import meeting_row
from coop.pages.records.anatomy import Facts, neighbour, other_names
from coop.pages.view import View
from coop.text import Language
from tests.pages.convert import Outline
from tests.pages.record_catalog import record_catalog, texts
from tests.samples import make_catalog, read_record

BODY = f"""\
name: {texts("Bureau of Rivers", "河流事務局")}
side: hksar
posts:
  - {{id: head, name: {texts("Head of Rivers", "河流專員")}}}
"""


def view_of(language: Language) -> View:
    places = {"delta": texts("Delta Park", "三角洲園區"), "delta-town": texts("Delta", "三角洲")}
    records = [
        read_record(Kind.PLACES, f"name: {name}\nkind: zone\n", key) for key, name in places.items()
    ]
    body = read_record(Kind.ORGANISATIONS, BODY, "rivers")
    return View(make_catalog(*records, body), language, "meetings/x/")


def kept(language: Language, text: str, room: int = 0) -> list[str]:
    html = Markup(text)  # noqa: S704 - one of the texts below
    return bound(str(keep_names(view_of(language), html, room)))


def bound(html: str) -> list[str]:
    parts = html.split('<span class="coop-nb">')
    return [part.partition("</span>")[0] for part in parts[1:]]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("河流專員訪三角洲園區", ["河流專員", "三角洲園區"]),
        ("河流事務局在三角洲第二十四次會議", ["河流事務局", "三角洲", "第二十四次會議"]),
        ("某人訪三角洲（2026年）", ["三角洲", "（2026年）"]),
        ("2024年5月某事某某", ["2024年5月"]),
        ("某某某某某某某某某某", []),
        ("在三角洲簽署備忘錄", []),  # stands on one line
    ],
)
def test_a_name_an_ordinal_a_date_and_brackets_stay_whole(text: str, whole: list[str]) -> None:
    assert kept(Language.ZH_HANT, text) == whole


def test_the_simplified_page_keeps_its_own_names() -> None:
    assert kept(Language.ZH_HANS, "河流专员访三角洲园区备忘录") == [
        "河流专员",
        "三角洲园区",
        "备忘录",
    ]


def test_what_is_too_long_for_a_narrow_screen_may_break() -> None:
    assert kept(Language.ZH_HANT, "（一二三四五六七八九十）") == []


def test_what_cannot_reach_the_end_of_a_line_needs_no_hold() -> None:
    text = "河流專員訪三角洲園區簽署備忘錄"
    assert kept(Language.ZH_HANT, text, 10) == ["簽署", "備忘錄"]
    assert kept(Language.ZH_HANT, text, 9) == ["三角洲園區", "簽署", "備忘錄"]


def test_lines_of_lists_neighbours_gaps_facts_and_full_names_keep_names_whole() -> None:
    long = texts("The Head of Rivers visits the second Delta", "某地某處某事某某河流專員訪問三角洲")
    held = f"name: {long}\nkind: visit\nstatus: held\ndate: 2020-01-02\nsources: [report]\n"
    body = read_record(Kind.ORGANISATIONS, BODY, "rivers")
    called = f"short: {texts('Visit', '訪問')}\n"
    records = {"2020-01-02-a": held, "2020-01-03-b": held + called}
    meetings = [read_record(Kind.MEETINGS, text, key) for key, text in records.items()]
    view = View(make_catalog(*meetings, body), Language.ZH_HANT, "meetings/x/")
    meeting, other = view.catalog.meetings.values()
    whole = ["河流專員", "訪問"]
    assert bound(meeting_row(view, meeting).title_html) == whole
    assert bound(line_link(view, meeting)) == whole
    beside = neighbour(view, meeting)
    assert beside
    assert bound(beside[1]) == whole
    assert bound(other_names(view, other)[0].html) == whole
    facts = Facts(view)
    facts.add_link("signed_at", Kind.MEETINGS, meeting.id)
    assert bound(facts.lines[0][1]) == whole


def test_english_stays_as_it_is() -> None:
    assert kept(Language.EN, "Delta Park 三角洲園區") == []


@pytest.mark.parametrize("language", [Language.ZH_HANT, Language.ZH_HANS])
def test_the_heading_of_a_page_reads_as_the_title_does(language: Language) -> None:
    catalog = record_catalog()
    for meeting in catalog.meetings.values():
        view = View(catalog, language, f"meetings/{meeting.id}/")
        title = Outline(heading(view, meeting)).text
        assert title.split() == view.title(meeting).split()
