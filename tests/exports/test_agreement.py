"""Page, calendar, feed and linked data of the real records agree with the API, record by record.

That tables and database agree with it, cell by cell, is proved in test_downloads.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import feedparser  # type: ignore[import-untyped]  # it brings no types
import pytest
from icalendar import Calendar

from coop.catalog import build_catalog
from coop.edtf import parse_edtf
from coop.exports.api.records import dump_record, records_of
from coop.exports.following.calendars import calendar_files
from coop.exports.following.feeds import feed_files
from coop.exports.linked.records import Graph
from coop.loading import load
from coop.model import Kind
from coop.pages.dates import write_date, write_period
from coop.pages.register import list_pages
from coop.pages.shelves import entry_address
from coop.text import Language
from tests.pages.convert import outline
from tests.site.building import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog

SITE = "https://example.org/records/"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the real catalogue."""
    loaded = load(ROOT / "data")
    return build_catalog([entry.record for entry in loaded.entries], loaded.redirects)


@pytest.fixture(scope="module")
def meetings(catalog: Catalog) -> dict[str, dict[str, Any]]:
    """Return the meetings as the API gives them, by the address of their English page."""
    dumped = (dump_record(catalog, meeting) for meeting in catalog.meetings.values())
    return {SITE + meeting["url"]["en"]: meeting for meeting in dumped}


def called(meeting: dict[str, Any]) -> str:
    """The English title of a meeting."""
    title: str = (meeting["short"] or {}).get("en") or meeting["name"]["en"]
    return title


def made(files: Any, path: str) -> bytes:
    return bytes(next(file.render() for file in files if file.path == path))


def test_the_calendar_has_every_meeting_whose_day_is_known(
    catalog: Catalog, meetings: dict[str, dict[str, Any]]
) -> None:
    calendar: Any = Calendar.from_ical(made(calendar_files(catalog, SITE), "calendar/all.ics"))
    events = {str(event["url"]): event for event in calendar.events}
    assert len(events) == len(calendar.events)
    renamed = {new: old for old, new in catalog.redirects.items()}
    for url, meeting in meetings.items():
        date = meeting["date"]
        if not date or len(date["edtf"]) not in {len("2024-02-06"), len("2024-02-06/2024-02-07")}:
            assert url not in events
            continue
        event = events.pop(url)
        assert event["dtstart"].dt.isoformat() == date["start"]
        ref = f"meetings/{meeting['id']}"
        assert str(event["uid"]) == f"{renamed.get(ref, ref)}@hk-mainland-records"
        assert str(event["summary"]).endswith(called(meeting))
        assert (event["status"] == "CONFIRMED") == (meeting["status"] == "held")
    assert events == {}


def test_linked_data_tell_the_dates_and_the_place(
    catalog: Catalog, meetings: dict[str, dict[str, Any]]
) -> None:
    graph = Graph(catalog, Language.EN, SITE)
    for url, meeting in meetings.items():
        event = graph.describe_record(catalog.meetings[meeting["id"]])["@graph"][0]
        assert event["url"] == event["@id"] == url
        assert called(meeting) in {name["@value"] for name in event["name"]}
        date = meeting["date"] or {"start": None}
        assert (date["start"] or "").startswith(event.get("startDate", ""))
        place = event.get("location", {}).get("@id")
        assert place == (f"{SITE}places/{meeting['place']}/" if meeting["place"] else None)


def test_the_feed_is_of_meetings_and_plans_with_their_names(
    catalog: Catalog, meetings: dict[str, dict[str, Any]]
) -> None:
    parsed = feedparser.parse(made(feed_files(catalog, SITE), "feeds/all.atom"))
    assert not parsed.bozo
    days = [entry.updated for entry in parsed.entries]
    assert days == sorted(days, reverse=True)
    told = [entry for entry in parsed.entries if entry.link in meetings]
    assert told
    assert all(entry.title == called(meetings[entry.link]) for entry in told)


def statements_of(value: Any) -> Iterator[dict[str, Any]]:
    """Return every outcome, measure and other statement within a record of the API."""
    if isinstance(value, list):
        for item in value:
            yield from statements_of(item)
    elif isinstance(value, dict):
        if "text" in value and "sources" in value:
            yield value
        for inner in value.values():
            yield from statements_of(inner)


def dates_of(record: dict[str, Any], language: Language) -> Iterator[str]:
    """Yield the dates that stand beside each other in a record of the API, in words."""
    for key, value in record.items():
        if key != "published" and isinstance(value, dict) and "edtf" in value:
            write = write_period if key == "period" else write_date
            yield write(parse_edtf(value["edtf"]), language)


@pytest.mark.parametrize("language", Language)
def test_every_page_says_what_the_api_says(catalog: Catalog, language: Language) -> None:
    pages = {page.address: page for page in list_pages(catalog) if page.language is language}
    for kind in Kind:
        if kind is Kind.SOURCES:
            continue
        for record in records_of(catalog, kind).values():
            told = dump_record(catalog, record)
            page = outline(pages[f"{record.ref}/"].render())
            text = fold(page.text)
            title = told["short"] or told["name"]
            assert (shown := title[language.value]) is None or fold(shown) in text, record.ref
            for date in dates_of(told, language):
                assert fold(date) in text, (record.ref, date)
            for statement in statements_of(told):
                shown = statement["text"][language.value]
                assert shown is None or fold(shown) in text, (record.ref, shown)
            cited = {each["id"] for each in told["sources"]}
            numbers = [each for each in page.ids if re.fullmatch(r"s[0-9]+", each)]
            assert len(numbers) >= len(cited), record.ref


@pytest.mark.parametrize("language", Language)
def test_every_source_stands_on_the_page_of_its_year(catalog: Catalog, language: Language) -> None:
    pages = {
        page.address: outline(page.render())
        for page in list_pages(catalog)
        if page.language is language and page.address.startswith("sources/")
    }
    for source in catalog.sources.values():
        told = dump_record(catalog, source)
        address, _, name = told["url"]["en"].partition("#")
        assert name in pages[address].ids
        assert any(
            fold(each) in fold(pages[address].text) for each in told["title"].values() if each
        )
        entry = entry_address(catalog, source).partition("#")[0]
        assert name in pages[entry].ids
        assert told["document_url"] is None or told["document_url"] in pages[entry].links


def fold(text: str) -> str:
    """Return a text without white space, which pages set as they need."""
    return "".join(text.split())
