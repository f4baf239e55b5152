"""The timeline: every event once, what it is filtered by, and a catalogue of ten thousand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coop.catalog import build_catalog
from coop.edtf import parse_edtf
from coop.loading import load
from coop.model import Kind, Meeting
from coop.pages.dates import write_day_in_month
from coop.pages.lists.timeline import list_facets, timeline_pages
from coop.pages.parts.events import facets_of, list_events
from coop.pages.view import View
from coop.text import Language
from tests.bench.generate import write_records
from tests.pages.convert import outline
from tests.pages.sample_catalog import sample_catalog
from tests.samples import make_catalog, read_meeting, read_record

if TYPE_CHECKING:
    from coop.catalog import Catalog

STYLES = Path(__file__).resolve().parents[2] / "docs" / "assets" / "css" / "pages.css"
MANY = 10_000
LARGEST = 250_000  # bytes of a list
ROW = re.compile(r"<li [^>]*data-kind=")
PLACE = "name: {{en: {0}, zh-Hant: {0}}}\nkind: city\n"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Return a catalogue of made-up records with ten thousand meetings."""
    data = tmp_path_factory.mktemp("many") / "data"
    write_records(data, 1000)
    records = [entry.record for entry in load(data).entries]
    meetings = [record for record in records if isinstance(record, Meeting)]
    copies = [
        meeting.model_copy(update={"id": f"{meeting.id}-{number}"})
        for number in range(MANY // len(meetings))
        for meeting in meetings
    ]
    return build_catalog([*records, *copies], {})


def test_ten_thousand_events_stand_once_each_in_years_that_are_drawn_when_needed(
    many: Catalog,
) -> None:
    pages = {page.address: page.render().body for page in timeline_pages(many, Language.EN)}
    latest = pages.pop("timeline/")
    assert len(list_events(many)) > MANY
    assert sum(len(ROW.findall(body)) for body in pages.values()) == len(list_events(many))
    for body in pages.values():
        outside = re.sub(r'<section class="coop-tlyear".*?</section>', "", body, flags=re.DOTALL)
        assert not ROW.search(outside)
    assert len(ROW.findall(latest)) == 20
    rule = re.search(r"\.coop-tlyear \{[^}]*\}", STYLES.read_text("utf-8"))
    assert rule
    assert "content-visibility: auto" in rule[0]


def test_an_event_is_filtered_by_its_place_and_those_around_it() -> None:
    catalog = make_catalog(
        read_record(Kind.PLACES, PLACE.format("A"), "province"),
        read_record(Kind.PLACES, PLACE.format("B") + "part_of: province\n", "city"),
        read_meeting("2020-01-01-a", "2020-01-01", place="city", topics="[x, y]"),
    )
    assert facets_of(catalog, catalog.meetings["2020-01-01-a"]) == {
        "platform": ("none",),
        "kind": ("plenary",),
        "topic": ("x", "y"),
        "place": ("city", "province"),
        "status": ("held",),
    }


def test_places_in_a_circle_come_to_an_end() -> None:
    catalog = make_catalog(
        read_record(Kind.PLACES, PLACE.format("A") + "part_of: b\n", "a"),
        read_record(Kind.PLACES, PLACE.format("B") + "part_of: a\n", "b"),
        read_meeting("2020-01-01-a", "2020-01-01", place="a"),
    )
    assert facets_of(catalog, catalog.meetings["2020-01-01-a"])["place"] == ("a", "b")


def test_filters_offer_what_any_page_has_and_count_what_this_one_has() -> None:
    catalog = sample_catalog()
    events = list_events(catalog)
    of_2000s = [event for event in events if 2000 <= event.year < 2010]
    found = {facet.key: facet for facet in list_facets(View(catalog, Language.EN, ""), of_2000s)}
    assert [*found] == ["platform", "kind", "status", "topic", "place"]
    assert [(one.value, one.number) for one in found["platform"].options] == [
        ("ten-one", 2),
        ("none", 1),
    ]
    assert ("call", 0) in [(one.value, one.number) for one in found["kind"].options]
    assert not found["platform"].folded


@pytest.mark.parametrize(
    ("when", "english", "chinese"),
    [
        ("2024-02-06", "6", "6日"),
        ("2024-05-01/2024-05-03", "1–3", "1至3日"),
        ("2024-05-30/2024-06-02", "30 – 2 Jun", "30日至6月2日"),
        ("2024-12-30/2025-01-02", "30 – 2 Jan 2025", "30日至2025年1月2日"),
        ("2024-05-01/2024-06", "1 – Jun", "1日至6月"),
        ("2024-05-01/2024", "1 – 2024", "1日至2024年"),
    ],
)
def test_a_day_is_written_below_its_month(when: str, english: str, chinese: str) -> None:
    date = parse_edtf(when)
    assert write_day_in_month(date, Language.EN) == english
    assert write_day_in_month(date, Language.ZH_HANT) == chinese


def test_the_index_tells_how_many_of_all_it_shows_and_counts_no_year() -> None:
    pages = {page.address: page for page in timeline_pages(sample_catalog(), Language.EN)}
    before, _, after = outline(pages["timeline/"].render()).text.partition("The latest ")
    assert "on record" in before
    assert after.startswith("8 of 9.")
    assert "on record" not in after, "a year that is shown in part has no number"


def test_the_picture_of_ten_thousand_events_shows_the_number_of_each_year(many: Catalog) -> None:
    pages = {page.address: page for page in timeline_pages(many, Language.EN)}
    body = pages["timeline/"].render().body
    assert len(body.encode()) < LARGEST
    counts = re.findall(r"<title>(\d{4}): (\d+) on record</title>", body)
    assert sum(int(number) for _, number in counts) > MANY


def test_the_fold_of_the_filter_says_that_it_has_only_platforms_with_entries() -> None:
    catalog = sample_catalog("2012-03-04-more")
    empty = read_record(Kind.PLATFORMS, "name: {en: Empty, zh-Hant: 空}\nsources: [report]\n", "e")
    records = [record for found in catalog.records.values() for record in found.values()]
    page = next(timeline_pages(build_catalog([*records, empty], {}), Language.EN)).render()
    text = outline(page).text
    assert "Other platforms (2)" in text, "the picture has a lane for each"
    assert "Other platforms with entries (1)" in text


def test_a_filter_knows_the_ids_that_its_record_had_before() -> None:
    city = read_record(Kind.PLACES, PLACE.format("City"), "city")
    meeting = read_meeting("2020-05-02-call", "2020-05-02", place="city")
    moved = {"places/old-city": "places/city", "topics/city": "topics/other"}

    (place,) = (
        facet
        for facet in list_facets(
            View(make_catalog(city, meeting, redirects=moved), Language.EN, "timeline/"),
            [],
        )
        if facet.key == "place"
    )

    assert [(option.value, option.also) for option in place.options] == [("city", "old-city")]
