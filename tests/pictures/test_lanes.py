"""Where the marks of the overview stand."""

from __future__ import annotations

from datetime import date

import pytest

from coop.edtf import parse_edtf
from coop.model import Kind
from coop.model.vocabulary import MeetingKind
from coop.pictures.lanes import draw_overview, draw_record
from coop.pictures.marks import make_scale, place_marks, point_of
from tests.samples import SOURCE, make_catalog, read_meeting, read_record

SCALE = make_scale(date(2026, 3, 4))
PLATFORM = "name: {en: P, zh-Hant: 台}\nsources: [report]\n"
CHIEF = "name: {{en: {0}}}\nposts:\n{1}sources: [report]\n"
TERM = "  - {{post: hksar-government/chief-executive, period: {0}, sources: [report]}}\n"


def test_the_scale_runs_from_1998_to_the_end_of_the_newest_record_s_year() -> None:
    assert (SCALE.first, SCALE.last) == (date(1998, 1, 1), date(2027, 1, 1))
    assert SCALE.at(date(1998, 1, 1)) == "0.00%"
    assert SCALE.at(date(2027, 1, 1)) == "100.00%"
    assert make_scale(None).years == range(1998, 1999)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2024-02-06", date(2024, 2, 6)),
        ("2024-02", date(2024, 2, 15)),
        ("2024", date(2024, 7, 2)),
        ("2024-05-01/2024-05-03", date(2024, 5, 1)),
        ("../2004", date(2004, 12, 31)),
        ("XXXX-06-28", None),
    ],
)
def test_a_date_is_drawn_at_its_day_or_in_the_middle(when: str, day: date | None) -> None:
    assert point_of(parse_edtf(when)) == day


def test_near_marks_of_one_track_move_aside_and_never_hide_each_other() -> None:
    days = ("2020-01-01", "2020-01-01", "2020-01-01", "2022-01-01")
    meetings = [read_meeting(f"m{n}", day) for n, day in enumerate(days)]
    marks = place_marks(meetings, SCALE, two_tracks=False)
    assert [mark.shift for mark in marks] == [0, 6, 12, 0]


def test_a_postponed_meeting_moves_left_of_the_one_held_and_is_drawn_first() -> None:
    put_off = read_meeting("a", "2024-06-27", status="postponed")
    held = read_meeting("b", "2024-07-12")
    marks = place_marks([put_off, held], SCALE, two_tracks=False)
    assert [(mark.meeting.id, mark.shift) for mark in marks] == [("a", -6), ("b", 6)]


def test_plenaries_have_a_track_of_their_own_where_there_are_other_meetings() -> None:
    plenary = read_meeting("a", "2020-01-01")
    call = read_meeting("b", "2020-01-01", kind="call")
    marks = place_marks([plenary, call], SCALE, two_tracks=True)
    assert {mark.meeting.id: (mark.y, mark.shift) for mark in marks} == {
        "a": ("30%", 0),
        "b": ("73%", 0),
    }


def test_a_year_alone_has_a_line_through_the_year() -> None:
    (mark,) = place_marks([read_meeting("a", "2000")], SCALE, two_tracks=False)
    assert mark.whisker == (SCALE.at(date(2000, 1, 1)), SCALE.at(date(2001, 1, 1)))


def test_meetings_off_the_scale_are_counted_not_drawn() -> None:
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_record(Kind.PLATFORMS, PLATFORM, "p"),
        read_meeting("1997-05-05-a", "1997-05-05", platform="p", ordinal=1),
        read_meeting("undated-b", None, platform="p", ordinal=4),
        read_meeting("2019-01-01-c", "2019-01-01", platform="p", ordinal=3),
    )
    (lane,) = draw_overview(catalog).others
    assert [meeting.id for meeting in lane.off_scale] == ["1997-05-05-a", "undated-b"]
    assert lane.missing == ((MeetingKind.PLENARY, (2,)),)
    assert (lane.plenaries, lane.working, lane.other) == (3, 0, 0)
    assert lane.last_plenary is not None
    assert lane.last_plenary.id == "2019-01-01-c"


def test_the_last_session_of_a_platform_without_plenaries_is_a_forum() -> None:
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_record(Kind.PLATFORMS, PLATFORM, "p"),
        read_meeting("2018-09-05-f", "2018-09-05", platform="p", kind="forum"),
        read_meeting("2019-01-01-c", "2019-01-01", platform="p", kind="call"),
    )
    (lane,) = draw_overview(catalog).others
    assert lane.last_plenary is not None
    assert lane.last_plenary.id == "2018-09-05-f"


def test_meetings_without_a_platform_fill_the_lanes_of_calls_visits_and_others() -> None:
    kinds = {"a": "visit", "b": "call", "c": "signing"}
    meetings = [
        read_meeting(f"2020-01-01-{key}", "2020-01-01", kind=kind) for key, kind in kinds.items()
    ]
    lanes = draw_overview(make_catalog(*meetings)).loose
    assert [(lane.group, len(lane.marks)) for lane in lanes] == [
        ("calls", 0),
        ("visits", 0),
        ("other-events", 0),
    ]
    dated = make_catalog(*meetings, read_record(Kind.SOURCES, SOURCE, "report"))
    assert [len(lane.marks) for lane in draw_overview(dated).loose] == [1, 1, 1]


def test_terms_of_office_alternate_by_person_and_stay_on_the_scale() -> None:
    source = SOURCE.replace("2020-05-01", "2026-03-04")
    one = CHIEF.format(
        "One", TERM.format("1997-07-01/2002-06-30") + TERM.format("2002-07-01/2005-03-12")
    )
    two = CHIEF.format("Two", TERM.format("2005-06-21/.."))
    unknown = CHIEF.format("Three", TERM.format("../2012-06-30"))
    catalog = make_catalog(
        read_record(Kind.SOURCES, source, "report"),
        read_record(Kind.PEOPLE, one, "one"),
        read_record(Kind.PEOPLE, two, "two"),
        read_record(Kind.PEOPLE, unknown, "three"),
    )
    terms = draw_overview(catalog).terms
    assert [(term.person.id, term.shade) for term in terms] == [
        ("one", "a"),
        ("one", "a"),
        ("two", "b"),
    ]
    assert terms[0].x == "0.00%"
    assert terms[0].width == terms[1].x, "the last day of a term belongs to it"
    assert float(terms[2].x[:-1]) + float(terms[2].width[:-1]) == pytest.approx(100, abs=0.01)


def test_a_missing_number_stands_between_those_that_it_lies_between() -> None:
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_record(Kind.PLATFORMS, PLATFORM, "p"),
        read_meeting("2012-01-01-c", "2012-01-01", platform="p", ordinal=3),
        read_meeting("2014-01-01-e", "2014-01-01", platform="p", ordinal=5),
        read_meeting("2016-05-01-w", "2016-05-01", platform="p", kind="working-meeting"),
    )
    (lane,) = draw_overview(catalog).others
    assert [(one.missing.ordinal, one.x, one.shift) for one in lane.blanks] == [
        (2, make_scale(catalog.as_of).mark_at(date(2012, 1, 1)), -14),
        (4, make_scale(catalog.as_of).mark_at(date(2012, 12, 31)), 0),
    ]
    assert lane.missing == ((MeetingKind.PLENARY, (1, 2, 4)),)
    assert {one.y for one in lane.blanks} == {"30%"}


def test_plans_are_flags_above_and_agreements_below_and_keep_clear() -> None:
    plan = "name: {{en: P, zh-Hant: 書}}\nkind: {0}\nissued: {1}\nsources: [report]\n"
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_record(Kind.PLANS, plan.format("strategy", "2010-03-04"), "a"),
        read_record(Kind.PLANS, plan.format("strategy", "2010-03-04"), "b"),
        read_record(Kind.PLANS, plan.format("memorandum", "2010"), "c"),
        read_record(Kind.PLANS, plan.format("strategy", "1996-03-04"), "too-early"),
    )
    flags = {flag.plan.id: flag for flag in draw_overview(catalog).flags}
    assert {key: (flag.y, flag.shift) for key, flag in flags.items()} == {
        "a": ("30%", 0),
        "b": ("30%", 6),
        "c": ("73%", 0),
    }
    assert flags["c"].whisker
    assert flags["a"].whisker is None


def test_the_lane_of_a_record_holds_what_names_it() -> None:
    plan = "name: {en: P, zh-Hant: 書}\nkind: strategy\nissued: 2010-03-04\nsources: [report]\n"
    place = "name: {en: A, zh-Hant: 甲}\nkind: city\n"
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_record(Kind.PLACES, place, "a"),
        read_record(Kind.PLANS, plan + "places: [a]\n", "here"),
        read_record(Kind.PLANS, plan, "elsewhere"),
        read_meeting("2012-01-01-c", "2012-01-01", place="a"),
        read_meeting("2013-01-01-d", "2013-01-01"),
    )
    picture = draw_record(catalog, catalog.places["a"])
    assert [mark.meeting.id for mark in picture.lane.marks] == ["2012-01-01-c"]
    assert [flag.plan.id for flag in picture.flags] == ["here"]
    assert picture.scale == make_scale(catalog.as_of)
