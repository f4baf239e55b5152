"""Ordinals within a series, and people within a meeting."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.model import Meeting
from coop.model.vocabulary import Status
from coop.rules.duplicates import day_that_is_its_own
from coop.series import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.model.shape.walk import Path
    from coop.rules.scope import Scope
    from coop.series import Series


_ON_TWO_FILES = "Both are of one day: if they are one meeting, keep one file; if not, correct one"
_ON_ORDINALS = "Correct the number or date that is wrong; if sources disagree, keep all in disputes"


def check_ordinals_unique(scope: Scope) -> Iterator[Finding]:
    """No number twice in a series, but by a postponed meeting and its successor (E403)."""
    for series in _numbered(scope):
        holder: dict[int, Meeting] = {}
        for meeting in sorted(scope.published_first(series.meetings), key=_counted_first):
            first = holder.setdefault(meeting.ordinal or 0, meeting)
            if not meeting.ordinal or first is meeting or meeting.replaced_by == first.id:
                continue
            if _is_told_by_day(meeting, first):
                continue
            there = scope.entry(first).locate("ordinal")
            message = f"ordinal {meeting.ordinal} is taken by '{first.id}' ({there})"
            if meeting.status is Status.POSTPONED:
                message += f"; if it took this one's place, write replaced_by: {first.id}"
            is_same = meeting.date and meeting.date == first.date
            advice = _ON_TWO_FILES if is_same else _ON_ORDINALS
            place = scope.entry(meeting).locate("ordinal")
            yield Finding(place, Code.ORDINAL_TWICE, message, advice=advice)


def check_ordinals_ordered(scope: Scope) -> Iterator[Finding]:
    """Later meetings have higher numbers (E404)."""
    for series in _numbered(scope):
        last: Meeting | None = None
        for meeting in series.meetings:
            if not meeting.ordinal or meeting.status not in COUNTED or not meeting.date:
                continue
            if not last or not last.ordinal or last.ordinal <= meeting.ordinal:
                last = meeting
            elif _is_surely_later(meeting, last):
                there = scope.entry(last).locate("ordinal")
                message = (
                    f"ordinal {meeting.ordinal} on {meeting.date} comes after "
                    f"ordinal {last.ordinal} on {last.date} ('{last.id}', {there})"
                )
                place = scope.entry(meeting).locate("ordinal")
                code = Code.ORDINAL_OUT_OF_ORDER
                yield Finding(place, code, message, advice=_ON_ORDINALS)


def check_ordinals_complete(scope: Scope) -> Iterator[Finding]:
    """Numbers of a series that no record has (N405)."""
    for series in _numbered(scope) if scope.is_complete else ():
        for _, together in groupby(series.missing, key=lambda gap: gap.before.id):
            first, *more = together
            after = f" after '{first.after.id}'" if first.after else ""
            message = f"ordinal {first.ordinal} of {series.key.kind} has no record{after}"
            if more:
                numbers = f"{first.ordinal} to {more[-1].ordinal}"
                message = f"ordinals {numbers} of {series.key.kind} have no record{after}"
            place = scope.entry(first.before).locate("ordinal")
            yield Finding(place, Code.ORDINAL_MISSING, message)


def check_people_once(scope: Scope) -> Iterator[Finding]:
    """Nobody stands twice in a meeting (E408)."""
    for entry, meeting in scope.entries(Meeting):
        seen: dict[str, Path] = {}
        for key in ("principals", "participants"):
            for index, someone in enumerate(getattr(meeting, key)):
                path = (key, index, "person")
                first = seen.setdefault(someone.person, path) if someone.person else path
                if first is not path:
                    line = entry.locate(*first).line
                    message = f"'{someone.person}' stands in this meeting already (line {line})"
                    advice = "Keep the one that is right"
                    yield Finding(entry.locate(*path), Code.PERSON_TWICE, message, advice=advice)


def _numbered(scope: Scope) -> Iterator[Series]:
    return (series for series in scope.catalog.series.values() if series.key.platform)


def _is_surely_later(meeting: Meeting, earlier: Meeting) -> bool:
    """Whether one began after another ended; of a month or a year alone nobody knows."""
    first = meeting.date.start if meeting.date else None
    last = earlier.date.end if earlier.date else None
    return bool(first and last and last < first)


def _is_told_by_day(meeting: Meeting, first: Meeting) -> bool:
    """Whether two are found to be on one day (E310), which tells of their number too."""
    day = day_that_is_its_own(meeting)
    is_put_off = meeting.status is Status.POSTPONED
    return bool(day) and day == day_that_is_its_own(first) and not is_put_off


def _counted_first(meeting: Meeting) -> bool:
    return meeting.status not in COUNTED


RULES = (
    check_ordinals_unique,
    check_ordinals_ordered,
    check_ordinals_complete,
    check_people_once,
)
