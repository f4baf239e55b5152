"""Meetings a year by platform, and who sat across from whom: what the charts count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model import Kind
from coop.pictures.counterparts import find_pairs
from coop.pictures.heat import draw_heat, held_by_year
from tests.samples import SOURCE, make_catalog, read_meeting, read_record

if TYPE_CHECKING:
    from coop.catalog import Catalog
    from coop.model import Record

PLATFORM = "name: {en: P, zh-Hant: 台}\nsources: [report]\n"
POST = "posts: [{id: head, name: {en: Head}}]\n"
BODY = "name: {en: Office, zh-Hant: 署}\nside: %s\nsources: [report]\n" + POST
PERSON = "name: {en: Somebody}\nsources: [report]\n"


def catalog_of(*meetings: Record) -> Catalog:
    source = SOURCE.replace("2020-05-01", "2010-05-01")
    return make_catalog(
        read_record(Kind.SOURCES, source, "report"),
        read_record(Kind.PLATFORMS, PLATFORM + "cmab_order: 1\n", "first"),
        read_record(Kind.PLATFORMS, PLATFORM + "cmab_order: 2\n", "second"),
        read_record(Kind.PLATFORMS, PLATFORM, "other"),
        *(read_record(Kind.ORGANISATIONS, BODY % side, side) for side in SIDES),
        *(read_record(Kind.PEOPLE, PERSON, person) for person in ("ann", "bob", "wang", "li")),
        *meetings,
    )


SIDES = ("hksar", "mainland", "macao")


def met(number: int, date: str, *heads: str, **keys: object) -> Record:
    people = ", ".join(
        f"{{person: {person}, post: {side}/head}}"
        for person, side in (head.split("@") for head in heads)
    )
    return read_meeting(f"m{number}", date, principals=f"[{people}]", **keys)


def test_meetings_held_are_counted_by_the_year_of_their_date() -> None:
    meetings = [
        read_meeting("a", "2004-05-01"),
        read_meeting("b", "2004"),
        read_meeting("c", "2001-12"),
        read_meeting("d", "2004-05-01", status="postponed"),
        read_meeting("e", "XXXX-06-28"),
    ]
    assert list(held_by_year(meetings).items()) == [(2001, 1), (2004, 2)]


def test_the_ten_have_a_strip_each_and_all_others_one() -> None:
    heat = draw_heat(
        catalog_of(
            *(read_meeting(f"a{n}", f"2001-0{n}-01", platform="first") for n in range(1, 6)),
            read_meeting("b", "2003-01-01", platform="first"),
            read_meeting("c", "2005-01-01", platform="second"),
            read_meeting("d", "2002-01-01", platform="other"),
            read_meeting("e", "2002-02-01"),
        )
    )
    assert [strip.total for strip in heat.ten] == [6, 1]
    assert [(cell.year, cell.number, cell.shade) for cell in heat.ten[0].cells] == [
        (2001, 5, 4),
        (2003, 1, 1),
    ]
    assert [(cell.year, cell.number, cell.shade) for cell in heat.rest.cells] == [(2002, 2, 2)]
    assert heat.fullest is heat.ten[0]
    assert heat.total == 7
    assert heat.empty_years == (2002, 2004)


def test_no_meeting_at_all_has_no_fullest_strip() -> None:
    heat = draw_heat(catalog_of())
    assert heat.fullest is None
    assert heat.empty_years == ()


def test_heads_of_different_sides_are_pairs_the_most_frequent_first() -> None:
    pairs = find_pairs(
        catalog_of(
            met(1, "2001-01-01", "ann@hksar", "wang@mainland"),
            met(2, "2002-01-01", "bob@hksar", "li@mainland", "wang@mainland"),
            met(3, "2003-01-01", "wang@mainland", "bob@hksar"),
            met(4, "2004-01-01", "ann@hksar", "li@macao", "bob@hksar"),
            met(5, "2005-01-01", "ann@hksar", "wang@mainland", status="announced"),
        )
    )
    assert [
        (pair.ours.id, pair.theirs.id, pair.side.value, [one.id for one in pair.meetings])
        for pair in pairs
    ] == [
        ("bob", "wang", "mainland", ["m2", "m3"]),
        ("ann", "wang", "mainland", ["m1"]),
        ("bob", "li", "mainland", ["m2"]),
        ("ann", "li", "macao", ["m4"]),
        ("bob", "li", "macao", ["m4"]),
    ]


def test_a_head_without_a_record_is_in_no_pair() -> None:
    meeting = read_meeting(
        "m1",
        "2001-01-01",
        principals="[{name: {en: Guest}, side: hksar}, {person: wang, post: mainland/head}]",
    )
    assert find_pairs(catalog_of(meeting)) == ()
