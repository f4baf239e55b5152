"""What follows from the records: order, series, numbers missing, neighbours, mentions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coop.catalog import BackLink, build_catalog
from coop.model import Kind, Meeting
from coop.model.vocabulary import Side
from coop.series import Series, SeriesKey, series_key
from tests.samples import NAME, SOURCE, make_catalog, read_meeting, read_record
from tests.strategies import DATES

if TYPE_CHECKING:
    from random import Random

    from coop.model import Record


def ids(meetings: tuple[Meeting, ...]) -> list[str]:
    return [meeting.id for meeting in meetings]


def numbered(*numbers: tuple[int | None, str]) -> Series:
    """The series of meetings in successive years with these numbers and statuses."""
    meetings = [
        read_meeting(f"{2000 + year}-m", f"{2000 + year}", platform="p", ordinal=n, status=status)
        for year, (n, status) in enumerate(numbers)
    ]
    (series,) = make_catalog(*meetings).series.values()
    return series


def test_meetings_by_start_then_coarser_then_id_and_undated_last() -> None:
    dates = {
        "g-undated": None,
        "a": "2024-02-06",
        "c": "2024-02",
        "b": "2024-02-01",
        "z": "2024",
        "y": "2024-01-01/2024-12-31",
        "x": "2023-12-31",
        "a-undated": "XXXX-01-01",
        "a2": "2024-02-06",
    }
    catalog = make_catalog(*(read_meeting(name, day) for name, day in dates.items()))

    assert list(catalog.meetings) == ["x", "z", "y", "c", "b", "a", "a2", "a-undated", "g-undated"]


@given(st.lists(st.one_of(st.none(), DATES), max_size=6), st.randoms())
def test_the_order_does_not_hang_on_the_order_of_reading(
    dates: list[str | None], random: Random
) -> None:
    meetings = [read_meeting(f"m-{number}", day) for number, day in enumerate(dates)]
    shuffled = list(meetings)
    random.shuffle(shuffled)

    assert list(make_catalog(*meetings).meetings) == list(make_catalog(*shuffled).meetings)


def test_a_series_is_a_platform_and_a_kind() -> None:
    meetings = [
        read_meeting("plenary", "2020", platform="p"),
        read_meeting("working", "2020", platform="p", kind="working-meeting"),
        read_meeting("elsewhere", "2020", platform="q"),
        read_meeting("call", "2020", kind="call"),
        read_meeting("visit", "2020", kind="visit"),
        read_meeting("signing", "2020", kind="signing"),
        read_meeting("other", "2021", kind="other"),
    ]
    catalog = make_catalog(*meetings)

    assert {key: ids(series.meetings) for key, series in catalog.series.items()} == {
        SeriesKey("p", "plenary"): ["plenary"],
        SeriesKey("p", "working-meeting"): ["working"],
        SeriesKey("q", "plenary"): ["elsewhere"],
        SeriesKey(None, "calls"): ["call"],
        SeriesKey(None, "visits"): ["visit"],
        SeriesKey(None, "other-events"): ["signing", "other"],
    }
    assert all(meeting in catalog.series_of(meeting).meetings for meeting in meetings)
    assert series_key(meetings[0]) == ("p", "plenary")


def test_neighbours_are_of_the_same_series() -> None:
    first = read_meeting("first", "2020", platform="p")
    between = read_meeting("between", "2021", platform="p", kind="working-meeting")
    last = read_meeting("last", "2022", platform="p")
    catalog = make_catalog(last, between, first)

    assert catalog.neighbours(first) == (None, last)
    assert catalog.neighbours(last) == (first, None)
    assert catalog.neighbours(between) == (None, None)


@pytest.mark.parametrize("when", ["../2020-06-01", "XXXX-06-01", None])
def test_a_meeting_of_which_no_start_is_known_stands_beside_none(when: str | None) -> None:
    days = {"2020-03-01-a": "2020-03-01", "2020-05-01-b": "2020-05-01", "undated-c": when}
    first, last, unplaced = (read_meeting(name, day) for name, day in days.items())
    catalog = make_catalog(first, last, unplaced)
    assert catalog.neighbours(last) == (first, None)
    assert catalog.neighbours(unplaced) == (None, None)


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        ([], []),
        ([(1, "held"), (2, "held")], []),
        ([(2, "held")], [(1, None, "2000-m")]),
        ([(1, "held"), (4, "held")], [(2, "2000-m", "2001-m"), (3, "2000-m", "2001-m")]),
        ([(1, "held"), (2, "postponed"), (3, "held")], [(2, "2000-m", "2002-m")]),
        ([(1, "held"), (2, "announced"), (3, "held")], []),
        ([(1, "held"), (None, "held"), (2, "held")], []),
        ([(2, "held"), (1, "held")], []),
    ],
)
def test_missing_numbers_of_a_series(
    numbers: list[tuple[int | None, str]], missing: list[tuple[int, str | None, str]]
) -> None:
    found = numbered(*numbers).missing if numbers else ()

    assert [
        (gap.ordinal, gap.after.id if gap.after else None, gap.before.id) for gap in found
    ] == missing


def test_back_links_name_record_and_key() -> None:
    place = read_record(Kind.PLACES, NAME + "kind: city\n", "shenzhen")
    organisation = read_record(
        Kind.ORGANISATIONS,
        NAME + "side: mainland\nplace: shenzhen\nposts: [{id: head, name: {en: H}}]\n",
    )
    meeting = read_meeting(
        "m", "2020", place="shenzhen", principals="[{post: sample/head}, {post: sample/head}]"
    )
    catalog = make_catalog(meeting, place, organisation)

    assert catalog.back_links(place) == (
        BackLink("meetings/m", ("place",)),
        BackLink("organisations/sample", ("place",)),
    )
    links = catalog.back_links(organisation)
    assert [link.path for link in links] == [("principals", 0, "post"), ("principals", 1, "post")]
    assert {link.role for link in links} == {"principals"}
    assert catalog.back_links(meeting) == ()


def test_what_names_a_record_stands_in_time_order_and_can_be_asked_for_by_its_keys() -> None:
    topic = read_record(Kind.TOPICS, NAME + "group: other\n", "rail")
    outcome = "[{kind: agreed, text: {en: T}, led_to: [topics/rail], sources: [s]}]"
    meetings = [
        read_meeting("b", "2020", topics="[rail]", outcomes=outcome),
        read_meeting("a", "2021", outcomes=outcome),
        read_meeting("c", "2019", topics="[rail]"),
    ]
    dated = (("late", "issued: 2021\n"), ("early", "signed: 2020\n"), ("undated", ""))
    plans = [
        read_record(Kind.PLANS, f"{NAME}sources: [s]\nkind: other\ntopics: [rail]\n{when}", plan)
        for plan, when in dated
    ]
    catalog = make_catalog(topic, *meetings, *plans)

    assert ids(catalog.meetings_naming(topic)) == ["c", "b", "a"]
    assert ids(catalog.meetings_naming(topic, {"topics"})) == ["c", "b"]
    assert [plan.id for plan in catalog.plans_naming(topic)] == ["early", "late", "undated"]
    assert catalog.plans_naming(topic, {"outcomes"}) == ()


def test_a_record_is_found_through_redirects() -> None:
    place = read_record(Kind.PLACES, NAME + "kind: city\n", "new")
    redirects = {"places/old": "places/older", "places/older": "places/new", "a/b": "a/b"}
    catalog = make_catalog(place, redirects=redirects)

    assert catalog.find("places/old") is catalog.find("places/new") is place
    assert catalog.find("a/b") is None
    assert catalog.find("places/none") is None
    assert catalog.find("nonsense") is None


def test_posts_and_sides() -> None:
    posts = "posts: [{id: head, name: {en: Head}}]\n"
    office = read_record(Kind.ORGANISATIONS, f"{NAME}side: hksar\n{posts}", "office")
    someone = "{post: office/head}, {post: gone/head}, {organisation: office}"
    meeting = read_meeting("m", principals=f"[{someone}, {{post: office/head, side: joint}}]")
    catalog = make_catalog(office, meeting)

    found = catalog.find_post("office/head")
    assert found
    assert (found[0].id, found[1].id) == ("office", "head")
    assert catalog.find_post("office/deputy") is catalog.find_post("gone/head") is None
    sides = [catalog.find_side(principal) for principal in meeting.principals]
    assert sides == [Side.HKSAR, None, Side.HKSAR, Side.JOINT]


def test_orders_of_the_other_kinds() -> None:
    platforms = [
        read_record(Kind.PLATFORMS, f"{NAME}sources: [s]\ncmab_order: {order}\n", f"p-{order}")
        for order in (10, 2, 1)
    ]
    others = [read_record(Kind.PLATFORMS, NAME + "sources: [s]\n", name) for name in ("b", "a")]
    text = NAME + "kind: strategy\nsources: [s]\n"
    plans = [
        read_record(Kind.PLANS, text, "undated"),
        read_record(Kind.PLANS, text + "approved: 2019\nissued: 2021\n", "issued"),
        read_record(Kind.PLANS, text + "announced: 2020\n", "announced"),
    ]
    topics = [
        read_record(Kind.TOPICS, f"{NAME}group: {group}\norder: {order}\n", f"{group}-{order}")
        for group, order in (("other", 1), ("cmab-areas", 11), ("cmab-areas", 2))
    ]
    catalog = make_catalog(*platforms, *others, *plans, *topics)

    assert list(catalog.platforms) == ["p-1", "p-2", "p-10", "a", "b"]
    assert list(catalog.plans) == ["announced", "issued", "undated"]
    assert list(catalog.topics) == ["cmab-areas-2", "cmab-areas-11", "other-1"]


def test_meetings_of_a_platform_in_time_order() -> None:
    platform = read_record(Kind.PLATFORMS, NAME + "sources: [s]\n", "p")
    late = read_meeting("late", "2021", platform="p")
    early = read_meeting("early", "2020", platform="p", kind="forum")
    catalog = make_catalog(platform, late, early, read_meeting("other", "2020"))

    assert ids(catalog.meetings_of(catalog.platforms["p"])) == ["early", "late"]


def test_as_of_is_the_latest_publication() -> None:
    days = ("2020-05-01", "2024-02", "2023", None)
    sources = [
        read_record(
            Kind.SOURCES,
            SOURCE.replace("published: 2020-05-01\n", f"published: {day}\n" if day else ""),
            f"s-{day}".lower(),
        )
        for day in days
    ]

    assert make_catalog(*sources).as_of == date(2024, 2, 1)
    assert make_catalog().as_of is None
    assert list(make_catalog(*sources).sources) == ["s-2020-05-01", "s-2023", "s-2024-02", "s-none"]


@pytest.mark.parametrize(
    ("status", "when", "ahead"),
    [
        ("announced", "2020-05-02", True),
        ("announced", "2020-05-01", False),
        ("announced", "2020-04-30/2020-05-02", True),
        ("announced", "2020-05", True),
        ("announced", "2020-05-02/..", True),
        ("announced", "../2020-05-01", False),
        ("announced", "XXXX-05-02", False),
        ("announced", None, False),
        ("held", "2020-05-02", False),
    ],
)
def test_what_is_announced_for_after_the_newest_record_lies_ahead(
    status: str, when: str | None, *, ahead: bool
) -> None:
    meeting = read_meeting("m", when, status=status)

    assert make_catalog(meeting, read_record(Kind.SOURCES, SOURCE, "s")).is_ahead(meeting) is ahead
    assert not make_catalog(meeting).is_ahead(meeting)


def test_of_two_records_with_one_id_the_first_counts_and_nothing_can_be_changed() -> None:
    first, second = read_meeting("m", "2020"), read_meeting("m", "2021")
    catalog = build_catalog([first, second], {})

    assert catalog.meetings["m"] is first
    with pytest.raises(TypeError):
        cast("dict[str, Record]", catalog.records[Kind.MEETINGS])["n"] = first
    with pytest.raises(TypeError):
        cast("dict[str, Meeting]", catalog.meetings)["n"] = first
