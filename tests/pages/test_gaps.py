"""The gaps: told once, runs of numbers as one, many alike together, counted."""

from __future__ import annotations

from coop.model import Kind
from coop.pages.lists.gaps import gaps_pages
from coop.pages.parts.open_points import missing_points, points_of
from coop.pages.view import View
from coop.text import Language
from tests.pages.convert import Outline, outline
from tests.samples import SOURCE, make_catalog, read_meeting, read_record

PLATFORM = "name: {en: P, zh-Hant: 台}\ncmab_order: 1\nsources: [report]\n"
GAP = "gaps: [{{text: {{en: {0}, zh-Hant: 待查。}}}}]\n"
PERSON = "name: {{zh-Hant: {0}}}\nsources: [report]\n"


def _missing(platform: str) -> list[str]:
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_record(Kind.PLATFORMS, platform, "p"),
        read_meeting("2012-01-01-c", "2012-01-01", platform="p", ordinal=4),
        read_meeting("2014-01-01-e", "2014-01-01", platform="p", ordinal=6),
    )
    found = missing_points(View(catalog, Language.EN, ""), catalog.platforms["p"])
    return [Outline(point.text).text for point in found]


def test_numbers_missing_in_one_place_are_one_point() -> None:
    assert _missing(PLATFORM) == [
        "Plenary nos. 1–3: no record found. They lie before 1 January 2012.",
        "Plenary no. 5: no record found. It lies between 1 January 2012 and 1 January 2014.",
    ]


def test_numbers_that_the_file_speaks_of_are_not_told_again() -> None:
    assert len(_missing(PLATFORM + GAP.format("Whether the fifth was held."))) == 1
    assert len(_missing(PLATFORM + GAP.format("Whether the 5th was held."))) == 1
    assert len(_missing(PLATFORM + GAP.format("Whether the fifteenth or 15th was held."))) == 2
    assert len(_missing(PLATFORM + GAP.format("Where the first and second were."))) == 2


def test_an_announced_meeting_whose_file_tells_so_is_not_told_again() -> None:
    gap = "[{text: {en: Whether it was held., zh-Hant: 待查。}}]"
    catalog = make_catalog(
        read_meeting("2012-01-01-a", "2012-01-01", status="announced"),
        read_meeting("2012-01-01-b", "2012-01-01", status="announced", gaps=gap),
        read_meeting("2012-01-01-c", "2012-01-01"),
    )
    view = View(catalog, Language.EN, "")
    keys = [[point.key for point in points_of(view, one)] for one in catalog.meetings.values()]
    assert keys == [["gaps.announced"], [""], []]


def test_a_meeting_of_which_only_the_last_possible_day_is_known_lacks_its_day() -> None:
    catalog = make_catalog(
        read_meeting("2026-01-15-a", "../2026-01-15"), read_meeting("undated-b", "XXXX-03-04")
    )
    view = View(catalog, Language.EN, "")
    keys = {m.id: [p.key for p in points_of(view, m)] for m in catalog.meetings.values()}
    assert keys == {"2026-01-15-a": ["gaps.no_day"], "undated-b": ["gaps.undated"]}


def test_many_alike_are_told_once_with_their_number_and_all_are_counted() -> None:
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE, "report"),
        *(
            read_record(Kind.PEOPLE, PERSON.format(name), key)
            for key, name in (("a", "甲"), ("b", "乙"))
        ),
        read_record(Kind.PLATFORMS, PLATFORM.replace("cmab_order: 1\n", ""), "lesser"),
        read_meeting("2012-01-01-c", "2012-01-01", platform="lesser", ordinal=2),
    )
    (page,) = gaps_pages(catalog, Language.EN)
    found = outline(page.render())
    assert found.text.count("No English name found in a source:") == 1
    assert "settles: 4" in found.text  # two names, a number, a source without an address
    assert found.tags.count("details") == 2  # the platform and the people
    assert [one for one in found.ids if one in {"other-platforms", "lesser", "people"}] == [
        "other-platforms",
        "lesser",
        "people",
    ]
