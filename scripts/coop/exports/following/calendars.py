"""Calendars (RFC 5545, RFC 7986): meetings as days in a reader's own calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from icalendar import Calendar, vText
from icalendar.parser import Contentline

from coop.edtf import Precision
from coop.exports import DataFile
from coop.exports.following.scopes import UPCOMING, Scope, list_scopes, moved_scopes
from coop.exports.provenance import first_ref
from coop.model.vocabulary import Status
from coop.pages.page import PREFIXES
from coop.pages.view import View, record_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.history.past import History, Past
    from coop.model import Meeting

FOLDER = "calendar"
HOST = "hk-mainland-records"
_PRODUCT = f"-//{HOST}//calendar 1//EN"
_END = b"END:VCALENDAR\r\n"
_BREAK = b"\r\n"
# A calendar has one component at least (RFC 5545, 3.6): the time zone, where no event is known.
_ZONE = _BREAK.join(
    (
        *(
            b"BEGIN:VTIMEZONE",
            b"TZID:Asia/Hong_Kong",
            b"BEGIN:STANDARD",
            b"DTSTART:19800101T000000",
        ),
        *(b"TZOFFSETFROM:+0800", b"TZOFFSETTO:+0800", b"TZNAME:HKT", b"END:STANDARD"),
        *(b"END:VTIMEZONE", b""),
    )
)
_WIDTH = 75  # octets: a line that has as many is folded
# The properties of an event, in the order in which the library writes them.
_ORDER = (
    "SUMMARY",
    "DTSTART;VALUE=DATE",
    "DTEND;VALUE=DATE",
    "DTSTAMP",
    "UID",
    "SEQUENCE",
    "CATEGORIES",
    "CREATED",
    "DESCRIPTION",
    "LAST-MODIFIED",
    "LOCATION",
    "STATUS",
    "TRANSP",
    "URL",
)
_DAY = timedelta(days=1)
# What did not take place on its day must not stand in a calendar as if it had.
_STATUSES = {
    Status.HELD: "CONFIRMED",
    Status.ANNOUNCED: "TENTATIVE",
    Status.POSTPONED: "CANCELLED",
    Status.CANCELLED: "CANCELLED",
}


def calendar_files(
    catalog: Catalog, site_url: str, history: History | None = None
) -> Iterator[DataFile]:
    """In each language a calendar of everything, of what is to come, of each platform and topic.

    `site_url` ends in a slash. A platform that was renamed keeps its calendar at the old address.
    From `history` events know when they were added and corrected, and how often.
    """
    scopes = (*list_scopes(catalog), *moved_scopes(catalog))
    for language, prefix in PREFIXES.items():
        calendars = Calendars(View(catalog, language, ""), site_url, history)
        for scope in scopes:
            yield DataFile(f"{prefix}{FOLDER}/{scope.id}.ics", partial(calendars.write, scope))


class Calendars:
    """The calendars of one language; an event that stands in several is written once.

    They are the same whenever they are written: no clock is read.
    """

    def __init__(self, view: View, site_url: str, history: History | None) -> None:
        """Write what a view shows, for a site whose address ends in a slash."""
        self._view = view
        self._history = history
        self._root = site_url + PREFIXES[view.language]
        self._made: dict[str, bytes] = {}

    def write(self, scope: Scope) -> bytes:
        """The calendar of a scope; what has no exact day is counted in its description."""
        dated = [
            (meeting, days) for meeting in scope.meetings if (days := _exact_days(meeting.date))
        ]
        told = _describe(self._view, len(dated), len(scope.meetings) - len(dated))
        head = bytes(self._head(scope, told).to_ical()).removesuffix(_END)
        return head + (b"".join(self._event(*each) for each in dated) or _ZONE) + _END

    def _head(self, scope: Scope, told: str) -> Calendar:
        name = _name(self._view, scope)
        page = record_address(scope.subject) if scope.subject else "meetings/"
        head = Calendar()
        head.add("prodid", _PRODUCT)
        head.add("version", "2.0")
        for key in ("name", "x-wr-calname"):
            head.add(key, vText(name))  # else the X- ones would be written without escapes
        for key in ("description", "x-wr-caldesc"):
            head.add(key, vText(told))
        head.add("url", self._root + page)
        head.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
        return head

    def _event(self, meeting: Meeting, days: tuple[date, date]) -> bytes:
        if meeting.id not in self._made:
            past = self._history.of(meeting.ref) if self._history else None
            event = _facts(self._view, meeting) | _days(days) | _stamps(self._view.catalog, past)
            event["URL"] = self._root + record_address(meeting)
            self._made[meeting.id] = _write_event(event)
        return self._made[meeting.id]


def _name(view: View, scope: Scope) -> str:
    if scope.subject:
        return view.title(scope.subject)
    return view.words("calendar.upcoming" if scope.id == UPCOMING else "calendar.all")


def _describe(view: View, dated: int, left_out: int) -> str:
    told = view.words("calendar.count", n=dated)
    if not left_out:
        return told
    space = "" if told.endswith("。") else " "
    return f"{told}{space}{view.words('calendar.left_out', n=left_out)}"


def _write_event(event: Mapping[str, str]) -> bytes:
    """An event as lines; most of a calendar is these, and few of them need to be folded."""
    lines = ("BEGIN:VEVENT", *(f"{key}:{event[key]}" for key in _ORDER if key in event))
    return _BREAK.join((*map(_fold, lines), b"END:VEVENT", b""))


def _fold(line: str) -> bytes:
    written = line.encode()
    if len(written) < _WIDTH:
        return written
    return bytes(Contentline(line).to_ical())  # type: ignore[no-untyped-call]  # the library's


@lru_cache(maxsize=4096)
def _text(text: str) -> str:
    return bytes(vText(text).to_ical()).decode()


def _facts(view: View, meeting: Meeting) -> dict[str, str]:
    kind = view.words(f"meeting.kind.{meeting.kind.value}")
    place = view.catalog.places.get(meeting.place or "")
    return {
        "UID": _text(f"{first_ref(view.catalog, meeting)}@{HOST}"),
        "STATUS": _STATUSES[meeting.status],
        "SUMMARY": _text(_summary(view, meeting)),
        "DESCRIPTION": _text(_description(view, meeting)),
        "CATEGORIES": _text(kind),
        "TRANSP": "TRANSPARENT",
        **({"LOCATION": _text(view.title(place))} if place else {}),
    }


def _exact_days(when: PartialDate | None) -> tuple[date, date] | None:
    """The first and the last day of a date that is known to the day, else None."""
    if not when or not when.start or not when.end:
        return None
    exact = when.precision is when.end_precision is Precision.DAY
    return (when.start, when.end) if exact else None


def _days(days: tuple[date, date]) -> dict[str, str]:
    first, last = days
    return {
        "DTSTART;VALUE=DATE": _compact(first),
        "DTEND;VALUE=DATE": _compact(last + _DAY),  # the first day that no longer belongs to it
    }


def _stamps(catalog: Catalog, past: Past | None) -> dict[str, str]:
    """When an event was added and last corrected, in UTC, and how often it was corrected.

    DTSTAMP says the same as LAST-MODIFIED in a published calendar; without a past it is the day to
    which the records reach.
    """
    if past is None:
        return {"DTSTAMP": _moment(datetime.combine(catalog.as_of or date.min, time(), UTC))}
    changed = _moment(past.changed)
    return {
        "DTSTAMP": changed,
        "CREATED": _moment(past.added),
        "LAST-MODIFIED": changed,
        "SEQUENCE": str(len(past.steps)),
    }


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _moment(moment: datetime) -> str:
    utc = moment.astimezone(UTC)
    return f"{_compact(utc.date())}T{utc:%H%M%S}Z"


def _summary(view: View, meeting: Meeting) -> str:
    title = view.title(meeting)
    if meeting.status is Status.HELD:
        return title
    return view.words(
        "calendar.not_held", status=view.words(f"meeting.status.{meeting.status}"), title=title
    )


def _description(view: View, meeting: Meeting) -> str:
    platform = view.catalog.platforms.get(meeting.platform or "")
    lines = (
        view.plain(meeting.name),
        view.title(platform) if platform else "",
        view.words(f"meeting.status.{meeting.status.value}"),
    )
    return "\n".join(dict.fromkeys(line for line in lines if line))
