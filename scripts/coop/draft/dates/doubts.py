"""Which days are to be checked: what of a text not read before makes the day found a wrong one.

Each reason is one that wrong days had several times as often as right ones.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.dates.choosing import (
    is_of_travel,
    is_quoted,
    is_when_said,
    list_usable,
    tells_meeting,
)
from coop.draft.dates.journey import goes_on_from, is_of_one_day
from coop.draft.documents.subjects import is_of_issue
from coop.draft.patterns import load_pattern
from coop.draft.text.days import tells_year
from coop.edtf import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coop.draft.text.days import Day
    from coop.draft.text.reading import Reading, Sentence

_FAR = 6
_EARLY = 2
_AT_ONCE = 12
_NEAR = timedelta(days=5)
_A_MONTH, _SOME_MONTHS = timedelta(days=31), timedelta(days=124)
_LASTING = {"forum", "promotion"}
_SOME_DAYS = load_pattern("event.some_days")
_OPENS = load_pattern("event.opens")


class Dating(NamedTuple):
    """A day that was chosen, the sentence that tells it, and the event's days in EDTF."""

    sentence: Sentence
    day: Day
    kind: str
    edtf: str


def is_doubtful(reading: Reading, dating: Dating) -> bool:
    """Whether an event's days are to be checked.

    Its year may not be said, the day may only be that on which someone spoke, or be long gone; the
    text may tell another day close to it; it may have gone on where the text tells one day alone.
    """
    told = reading.published
    is_dated = told is not None or tells_year(dating.sentence.text, int(dating.edtf[:4]))
    is_said = is_when_said(dating.sentence, dating.day) and not is_of_issue(reading)
    if dating.day.form == "guess" or not is_dated or is_said:
        return True
    if is_quoted(dating.sentence, dating.day):
        return True
    if told and dating.day.last < told - _A_MONTH and not _opens_text(dating, told):
        return True
    if told and dating.day.first > told and _met_already(reading, told):
        return True
    return _may_last(reading, dating) or any(_rivals(reading, dating))


def _met_already(reading: Reading, told: date) -> bool:
    """Whether a text of what is to come tells that people met on its own day too."""
    return any(
        tells_meeting(sentence) and any(day.first == told for day in sentence.days)
        for sentence in reading.lead(_FAR)
    )


def _opens_text(dating: Dating, told: date) -> bool:
    """Whether a text opens with a day, as what an office tells some months after does."""
    is_opening = dating.sentence.is_first and dating.day.start <= _AT_ONCE
    return is_opening and dating.day.last >= told - _SOME_MONTHS


def _may_last(reading: Reading, dating: Dating) -> bool:
    """Whether an event of one day may be one of several: by its length, its opening, or a leg.

    A visit is mostly of the one day that a text tells, but where they only set out or arrive on it.
    """
    if "/" in dating.edtf:
        return False
    if dating.kind != "call" and any(_SOME_DAYS.search(one.text) for one in reading.lead(_EARLY)):
        return True
    if dating.kind in _LASTING:
        return any(_OPENS.search(one.text) for one in reading.lead(1))
    if dating.kind != "visit" or goes_on_from(reading, dating.day, dating.edtf):
        return dating.kind == "visit"
    return is_of_travel(dating.sentence, dating.day) and not is_of_one_day(reading)


def _rivals(reading: Reading, dating: Dating) -> Iterator[Day]:
    """The days told some days before or after the event's that may be its own instead."""
    when, told = parse_edtf(dating.edtf), reading.published
    if not (when.start and when.end):
        return
    is_ahead = told is not None and when.start < when.end and told < when.start
    is_issue = is_of_issue(reading)
    for day in _days_told(reading, dating.kind):
        if is_ahead and told and day.last <= told:
            continue  # of when that was announced
        if is_issue and day.first > when.end:
            continue  # of when it takes effect
        if dating.kind == "call" and day.first <= when.start and when.end <= day.last:
            continue  # of how long a guest stays
        is_inside = when.start <= day.first and day.last <= when.end
        is_close = day.first <= when.end + _NEAR and when.start - _NEAR <= day.last
        if is_close and not is_inside:
            yield day


def _days_told(reading: Reading, kind: str) -> Iterator[Day]:
    """The days of the first paragraphs that may be an event's.

    Of a call, later paragraphs tell the days of others whom the guest saw.
    """
    for sentence in reading.lead(_EARLY if kind == "call" else _FAR):
        for day in list_usable(sentence):
            is_other = day.form == "month" or is_when_said(sentence, day)
            is_other |= kind != "visit" and is_of_travel(sentence, day)
            if not is_other and not is_quoted(sentence, day):
                yield day
