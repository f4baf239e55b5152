"""What must come before what."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.edtf import DateError, Precision, parse_edtf
from coop.model import Meeting, Organisation, Plan, Platform
from coop.model.folders import UNDATED
from coop.model.parts import Measure, Outcome
from coop.model.values import SourceRef
from coop.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.edtf import PartialDate
    from coop.loading import Entry
    from coop.model import Record
    from coop.model.shape.walk import Path
    from coop.rules.scope import Scope

_DATE_OF_ID = re.compile(rf"(\d{{4}}(?:-\d{{2}}){{0,2}}|{UNDATED})-", re.ASCII)

_YEAR, _WEEK = timedelta(days=365), timedelta(days=7)
_ON_NEW = (
    "If {0} is right, rename the record: {1} (in the browser, change the file's name); if it was "
    "merged before, {2}"
)
_ON_OLD = "If {0} is right, {2}; only a record that is not merged yet is renamed: {1}"


def check_platform_established(scope: Scope) -> Iterator[Finding]:
    """No meeting before its platform was set up (E406)."""
    for entry, meeting in scope.entries(Meeting):
        platform = scope.catalog.platforms.get(meeting.platform or "")
        established = platform.established.start if platform and platform.established else None
        last = meeting.date.end if meeting.date else None
        if platform and established and last and last < established:
            message = (
                f"the meeting is dated {meeting.date} but its platform '{platform.id}' "
                f"was established {platform.established}"
            )
            advice = "One of the two dates is wrong, or the meeting belongs to no platform yet"
            yield Finding(entry.locate("date"), Code.BEFORE_PLATFORM, message, advice=advice)


def check_led_to(scope: Scope) -> Iterator[Finding]:
    """What came of an outcome is not older than the outcome (E407)."""
    parts: Iterator[tuple[Entry, Path, Outcome | Measure]] = scope.parts(Outcome, Measure)
    for entry, path, part in parts:
        origin = _first_day(entry.record) if part.led_to else None
        for index, ref in enumerate(part.led_to):
            target = scope.catalog.find(ref)
            last = _last_day(target) if target else None
            if origin and last and last < origin:
                message = f"'{ref}' is dated up to {last}, before this record ({origin})"
                advice = "One of the two dates is wrong, or it did not come of this: take it out"
                place = entry.locate(*path, "led_to", index)
                yield Finding(place, Code.LED_TO_BACK_IN_TIME, message, advice=advice)


def check_replaced_by(scope: Scope) -> Iterator[Finding]:
    """Only a postponed or cancelled meeting is replaced by another (E409)."""
    for entry, meeting in scope.entries(Meeting):
        if meeting.replaced_by and meeting.status.value not in {"postponed", "cancelled"}:
            message = f"a meeting that is {meeting.status.value} is not replaced by another"
            advice = "Correct the status, or take replaced_by out"
            place = entry.locate("replaced_by")
            yield Finding(place, Code.REPLACED_NOT_POSTPONED, message, advice=advice)


def check_reported(scope: Scope) -> Iterator[Finding]:
    """What was held is reported by a source that came out no earlier (N411)."""
    for entry, meeting in scope.entries(Meeting):
        first = meeting.date.start if meeting.date else None
        last = _last_published(scope, meeting) if meeting.status is Status.HELD else None
        if first and last and last < first:
            message = f"held on {meeting.date}, but the last of its sources is of {last}"
            advice = (
                "Correct the date; or write 'status: announced', if they only say beforehand "
                "that it was to be; or add a source that reports it"
            )
            place = entry.locate("date")
            yield Finding(place, Code.HELD_AFTER_SOURCES, message, advice=advice)


def _last_published(scope: Scope, meeting: Meeting) -> date | None:
    """The last day on which a source of a meeting can have come out; None if one does not tell."""
    days = [one.end if one else None for one in _list_published(scope, meeting)]
    return max((day for day in days if day), default=None) if all(days) else None


def check_year(scope: Scope) -> Iterator[Finding]:
    """No meeting a year, to the week, before anything was published of it (N412)."""
    for entry, meeting in scope.entries(Meeting):
        when, published = meeting.date, _list_published(scope, meeting)
        days = [one.start for one in (when, *published) if one and one.precision is Precision.DAY]
        if not when or len(days) <= len(published):
            continue  # some are told less exactly
        day, *others = filter(None, days)
        first = min(others, default=day)
        if first.year == day.year + 1 and abs(first - day - _YEAR) <= _WEEK:
            message = (
                f"dated {when}, a year before the first of its sources came out ({first}); "
                "is the year right?"
            )
            yield Finding(entry.locate("date"), Code.YEAR_BEFORE_SOURCES, message)


def _list_published(scope: Scope, meeting: Meeting) -> list[PartialDate | None]:
    """When each of the sources that a meeting names came out, as far as it is known."""
    cited = {part.id for _, part in meeting.parts if isinstance(part, SourceRef)}
    sources = [scope.catalog.sources.get(one) for one in cited]
    return [one.published if one else None for one in sources]


def check_dates_of_ids(scope: Scope) -> Iterator[Finding]:
    """A meeting's date agrees with that at the start of its id, or its file says `id` (N410).

    An id keeps the date that was known at birth; the line `id` tells that from a slip.
    """
    for entry, meeting in scope.entries(Meeting):
        match, when = _DATE_OF_ID.match(meeting.id), meeting.date
        if not match or not when or not when.start:
            continue
        is_listed = meeting.ref in scope.loaded.published
        born = "" if is_listed and match[1] == UNDATED else _differing(match[1], when)
        if born and not entry.document.has("id"):  # asked last: it reads the file again
            message = f"the date is {when}, but the id says {born}"
            right = f"{when.edtf.partition('/')[0]}-{meeting.id.removeprefix(match[0])}"
            rename = f"coop rename {meeting.ref} meetings/{right}"
            keep = f"keep the id and add the line 'id: {meeting.id}'"
            advice = (_ON_OLD if is_listed else _ON_NEW).format(when, rename, keep)
            yield Finding(entry.locate("date"), Code.DATE_NOT_IN_ID, message, advice=advice)


def _differing(written: str, when: PartialDate) -> str:
    """What the beginning of an id says, if that is not the date; else nothing."""
    if written == UNDATED:
        return UNDATED
    with suppress(DateError):
        born = parse_edtf(written)
        if born.start and born.end and not _overlap(born, when):
            return str(born)
    return ""


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    first, last = max(one.start or date.min, other.start or date.min), (one.end, other.end)
    return all(first <= (end or date.max) for end in last)


def _first_day(record: Record) -> date | None:
    if isinstance(record, Meeting):
        return record.date.start if record.date else None
    days = [when.start for when in _plan_dates(record) if when and when.start]
    return min(days, default=None)


def _last_day(record: Record) -> date | None:
    if isinstance(record, Meeting):
        return record.date.end if record.date else None
    if isinstance(record, Organisation | Platform):
        return record.established.end if record.established else None
    days = [when.end for when in _plan_dates(record) if when and when.end]
    return max(days, default=None)


def _plan_dates(record: Record) -> tuple[PartialDate | None, ...]:
    if not isinstance(record, Plan):
        return ()
    return (record.announced, record.approved, record.issued, record.signed, record.effective)


RULES = (
    check_platform_established,
    check_led_to,
    check_replaced_by,
    check_reported,
    check_year,
    check_dates_of_ids,
)
