"""The words of the overview: family names, and the numbers that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from coop.model import Kind
from coop.pages.parts.missing import write_runs
from coop.pages.parts.overview import overview_block, record_lane, surname
from coop.pages.view import View
from coop.text import Language
from tests.pages.convert import Outline
from tests.samples import SOURCE, make_catalog, read_meeting, read_record

if TYPE_CHECKING:
    from coop.model import Person


@pytest.mark.parametrize(
    ("name", "other", "family"),
    [
        ("Wong Tai Man", "Wong Tai-man", "Wong"),
        ("Peter Wong", "Peter Wong Tai-man", "Wong"),
        ("T M Wong", "Wong Tai-man", "Wong"),
        ("Mary Wong", "Mary Wong Chan Siu-ming", "Wong"),
        ("Peter Wong", "Wong Peter", "Wong"),
    ],
)
def test_the_family_name_is_found_in_the_names_on_record(
    name: str, other: str, family: str
) -> None:
    text = f"name: {{en: {name}}}\nother_names: [{{en: {other}}}]\nsources: [report]\n"
    assert surname(cast("Person", read_record(Kind.PEOPLE, text))) == family


def test_runs_of_numbers_are_written_as_one() -> None:
    english, chinese = (
        View(make_catalog(), language, "") for language in (Language.EN, Language.ZH_HANT)
    )
    assert write_runs(english, (1, 2, 3, 5, 7, 8)) == ["1–3", "5", "7", "8"]
    assert write_runs(chinese, (1, 2, 3, 5, 7, 8)) == ["1至3", "5", "7", "8"]
    assert write_runs(english, ()) == []


@pytest.mark.parametrize(("number", "marks", "bars"), [(2, 0, 0), (3, 3, 0), (41, 0, 1)])
def test_a_lane_is_drawn_where_it_says_something(number: int, marks: int, bars: int) -> None:
    place = "name: {en: A, zh-Hant: 甲}\nkind: city\n"
    catalog = make_catalog(
        read_record(Kind.PLACES, place, "a"),
        read_record(Kind.SOURCES, SOURCE, "report"),
        *(read_meeting(f"2012-01-01-{one}", "2012-01-01", place="a") for one in range(number)),
    )
    html = record_lane(View(catalog, Language.EN, "places/a/"), catalog.places["a"])
    assert html.count('<a href="../../meetings/') == marks
    assert html.count("<title>2012: 41 on record</title>") == bars


def test_meetings_outside_platforms_are_told_by_the_last_of_all() -> None:
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_meeting("2012-01-01-a", "2012-01-01", kind="plenary"),
        read_meeting("2014-03-04-b", "2014-03-04", kind="other"),
    )
    html = overview_block(View(catalog, Language.EN, ""))
    assert 'Last meeting </span><time datetime="2014-03-04">' in html
    assert "Last plenary or forum </span>" not in html


def test_a_lane_outside_platforms_leads_to_its_meetings_on_the_timeline() -> None:
    kinds = ("call", "visit", "other")
    catalog = make_catalog(
        *(read_meeting(f"2012-01-01-{kind}", "2012-01-01", kind=kind) for kind in kinds)
    )
    links = Outline(overview_block(View(catalog, Language.EN, ""))).links
    timeline = [link for link in dict.fromkeys(links) if link.startswith("timeline/")]
    assert timeline == [
        "timeline/?platform=none&kind=call",
        "timeline/?platform=none&kind=visit",
        "timeline/?platform=none",
    ]


@pytest.mark.parametrize(("kind", "cross"), [("other", "m-k"), ("plenary", "m-c")])
def test_a_meeting_that_was_cancelled_is_crossed_so_that_it_can_be_seen(
    kind: str, cross: str
) -> None:
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_meeting("2012-01-01-a", "2012-01-01", kind=kind, status="cancelled"),
    )
    html = overview_block(View(catalog, Language.EN, ""))
    assert f'<use href="#{cross}" class="coop-m coop-m--cancelled" x=' in html
