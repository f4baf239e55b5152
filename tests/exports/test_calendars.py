"""Calendars hold the meetings whose days are known, as calendar programs read them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from coop.exports.following.calendars import calendar_files
from coop.exports.surroundings import Surroundings
from coop.model import Kind
from coop.text import Language
from tests.histories import remember
from tests.samples import NAME, SOURCE, make_catalog, meeting_text, read_meeting, read_record

if TYPE_CHECKING:
    from coop.catalog import Catalog

SITE = "https://example.org/records/"
PLATFORM = "name: {en: 'Joint; one, two', zh-Hant: 聯席會議}\nsources: [report]\n"


def catalog(**redirects: str) -> Catalog:
    moved = {key.replace("__", "/").replace("_", "-"): new for key, new in redirects.items()}
    return make_catalog(
        read_meeting("held", "2020-01-30/2020-02-01", platform="joint"),
        read_meeting("told", "2019-03-04", status="announced"),
        read_meeting("soon", "2020-06-01", status="announced", topics="[youth]"),
        read_meeting("later", "2021", status="announced"),
        read_meeting("put-off", "2020-03-01", status="postponed"),
        read_meeting("called-off", "2020-04-01", status="cancelled"),
        read_meeting("month", "2020-02", platform="joint"),
        read_meeting("half-known", "2020-02-03/2020-03", platform="joint"),
        read_meeting("open", "2020-02-03/.."),
        read_meeting("yearless", "XXXX-06-28"),
        read_meeting("undated"),
        read_record(Kind.PLATFORMS, PLATFORM, "joint"),
        read_record(Kind.TOPICS, NAME + "group: other\n", "youth"),
        read_record(Kind.SOURCES, SOURCE, "report"),
        redirects=moved,
    )


def files(records: Catalog) -> dict[str, bytes]:
    return {file.path: file.render() for file in calendar_files(records, SITE)}


def read(records: Catalog, path: str) -> tuple[Calendar, dict[str, Any]]:
    """A calendar, and its events by the first part of their ids."""
    calendar = Calendar.from_ical(files(records)[path])
    assert isinstance(calendar, Calendar)
    return calendar, {str(event["uid"]).partition("@")[0]: event for event in calendar.events}


def unfold(made: bytes) -> list[tuple[str, str]]:
    """The lines of a calendar as RFC 5545 says, without the library that wrote them."""
    assert made.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    lines = made.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")
    pairs = [line.partition(":") for line in lines]
    return [(name, value) for name, _, value in pairs]


def test_an_event_lasts_whole_days_and_its_end_is_the_day_after() -> None:
    _, events = read(catalog(), "calendar/all.ics")
    event = events["meetings/held"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2020, 1, 30), date(2020, 2, 2))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["url"] == f"{SITE}meetings/held/"


@pytest.mark.parametrize(
    ("meeting", "status", "summary"),
    [
        ("held", "CONFIRMED", "Sample"),
        ("told", "TENTATIVE", "Announced: Sample"),
        ("put-off", "CANCELLED", "Postponed: Sample"),
        ("called-off", "CANCELLED", "Cancelled: Sample"),
    ],
)
def test_the_status_is_the_records(meeting: str, status: str, summary: str) -> None:
    _, events = read(catalog(), "calendar/all.ics")
    event = events[f"meetings/{meeting}"]
    assert (event["status"], event["summary"]) == (status, summary)


def test_imprecise_dates_are_left_out_and_counted() -> None:
    whole, events = read(catalog(), "calendar/all.ics")
    told = {"held", "told", "soon", "put-off", "called-off"}
    assert set(events) == {f"meetings/{each}" for each in told}
    assert whole["x-wr-caldesc"] == (
        "5 meetings. 6 meetings are left out because their days are not known."
    )
    one, _ = read(catalog(), "zh-hant/calendar/joint.ics")
    assert one["x-wr-caldesc"] == "共1次會議。另有2次會議因日子不詳，未有列入。"


def test_a_calendar_without_events_still_has_the_component_that_it_must_have() -> None:
    made = files(make_catalog())["calendar/upcoming.ics"]
    components = [value for name, value in unfold(made) if name == "BEGIN"]
    assert components == ["VCALENDAR", "VTIMEZONE", "STANDARD"]
    (zone,) = Calendar.from_ical(made).subcomponents
    assert (zone.name, zone["tzid"]) == ("VTIMEZONE", "Asia/Hong_Kong")
    assert dict(unfold(made))["TZOFFSETTO"] == "+0800"
    assert b"VTIMEZONE" not in files(catalog())["calendar/upcoming.ics"]


def test_what_is_to_come_is_announced_for_after_the_newest_source() -> None:
    calendar, events = read(catalog(), "calendar/upcoming.ics")
    assert set(events) == {"meetings/soon"}
    assert "1 meeting is left out" in str(calendar["x-wr-caldesc"])


def test_a_platform_and_a_topic_have_calendars_of_their_own() -> None:
    platform, events = read(catalog(), "zh-hans/calendar/joint.ics")
    assert platform["x-wr-calname"] == "联席会议"
    assert set(events) == {"meetings/held"}
    _, of_topic = read(catalog(), "calendar/youth.ics")
    assert set(of_topic) == {"meetings/soon"}


def test_every_language_has_the_same_calendars() -> None:
    paths = set(files(catalog()))
    names = {"all", "upcoming", "joint", "youth"}
    prefixes = ("", "zh-hant/", "zh-hans/")
    assert paths == {f"{prefix}calendar/{name}.ics" for prefix in prefixes for name in names}
    assert len(prefixes) == len(Language)


def test_the_time_of_writing_is_that_of_the_newest_source() -> None:
    _, events = read(catalog(), "calendar/all.ics")
    assert {event["dtstamp"].dt.isoformat() for event in events.values()} == {
        "2020-05-01T00:00:00+00:00"
    }


def test_a_renamed_meeting_keeps_its_first_id() -> None:
    moved = catalog(meetings__older="meetings/old", meetings__old="meetings/held")
    _, events = read(moved, "calendar/all.ics")
    assert "meetings/older" in events
    assert "meetings/held" not in events
    assert events["meetings/older"]["url"] == f"{SITE}meetings/held/"


def test_a_meeting_that_took_another_in_keeps_the_id_that_is_listed_first() -> None:
    merged = catalog(meetings__one="meetings/held", meetings__two="meetings/held")
    assert "meetings/one" in read(merged, "calendar/all.ics")[1]


def test_a_circle_of_redirects_ends() -> None:
    moved = catalog(meetings__a="meetings/b", meetings__b="meetings/a")
    assert "meetings/held" in read(moved, "calendar/all.ics")[1]


def test_a_renamed_platform_or_topic_keeps_its_calendar_at_the_old_address() -> None:
    made = files(catalog(platforms__forum="platforms/joint", topics__young="topics/youth"))
    assert made["zh-hant/calendar/forum.ics"] == made["zh-hant/calendar/joint.ics"]
    assert made["calendar/young.ics"] == made["calendar/youth.ics"]


def test_the_lines_are_those_of_the_standard() -> None:
    made = files(catalog())["zh-hant/calendar/joint.ics"]
    lines = unfold(made)
    assert lines[0] == ("BEGIN", "VCALENDAR")
    assert lines[-1] == ("END", "VCALENDAR")
    assert ("DTSTART;VALUE=DATE", "20200130") in lines
    assert ("UID", "meetings/held@hk-mainland-records") in lines
    english = unfold(files(catalog())["calendar/joint.ics"])
    assert ("X-WR-CALNAME", r"Joint\; one\, two") in english


def test_a_calendar_without_a_dated_meeting_is_one_all_the_same() -> None:
    empty = make_catalog(read_record(Kind.TOPICS, NAME + "group: other\n", "youth"))
    calendar, events = read(empty, "calendar/youth.ics")
    assert events == {}
    assert calendar["x-wr-caldesc"] == "0 meetings."


def test_the_same_records_give_the_same_bytes() -> None:
    assert files(catalog()) == files(catalog())


def test_an_event_tells_when_and_how_often_it_was_corrected() -> None:
    texts = [meeting_text(f"2020-01-{day}") for day in (28, 29, 30)]
    other_form = texts[2].replace("kind: plenary\n", "") + "kind: plenary\n"
    commits = [{"meetings/2020/old": texts[0]}, {"meetings/2020/old": texts[1]}]
    moved: dict[str, str | None] = {"meetings/2020/old": None, "meetings/2020/held": texts[2]}
    history = remember(
        *commits, moved, {"meetings/2020/held": other_form}, meetings__old="meetings/held"
    )
    made = calendar_files(catalog(meetings__old="meetings/held"), SITE, history)
    calendar: Any = Calendar.from_ical(next(f.render() for f in made if f.path.endswith("all.ics")))
    events = {str(event["uid"]).partition("@")[0]: event for event in calendar.events}
    event = events["meetings/old"]
    assert event["sequence"] == 2
    assert event["created"].dt.isoformat() == "2024-01-01T00:00:00+00:00"
    assert event["last-modified"].dt.isoformat() == "2024-01-03T00:00:00+00:00"
    assert event["dtstamp"].dt == event["last-modified"].dt
    assert "sequence" not in events["meetings/told"], "no commit has it yet"


@pytest.mark.parametrize(
    ("address", "scopes"),
    [
        ("platforms/joint/", ["joint"]),
        ("topics/youth/", ["youth"]),
        ("meetings/", ["all", "upcoming"]),
        ("changes/", ["all", "upcoming"]),
        ("meetings/held/", []),
        ("about/", []),
    ],
)
def test_pages_lead_to_the_calendars_of_what_they_are_about(
    address: str, scopes: list[str]
) -> None:
    foot = Surroundings(catalog(), SITE).around(address, Language.ZH_HANT).foot
    found = re.findall(r'href="webcal://example.org/records/(zh-hant/calendar/[^"]+)"', foot)
    assert found == [f"zh-hant/calendar/{scope}.ics" for scope in scopes]
    assert set(found) <= set(files(catalog()))
    assert all(f"<code>{SITE}{path}</code>" in foot for path in found)
