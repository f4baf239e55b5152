"""How long an event lasts of which one day is known: to its closing or by its length."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coop.draft.dates.choosing import goes_on_since, is_of_visit, tells_meeting
from coop.draft.dates.journey import days_beyond, find_journey
from coop.draft.dates.returning import days_after, find_return, sets_out_on
from coop.draft.patterns import Pattern, load_pattern

if TYPE_CHECKING:
    import re
    from datetime import date

    from coop.draft.text.days import Day
    from coop.draft.text.reading import Reading, Sentence

_LEAD = 2
_FAR = 6
_SETS_OFF = load_pattern("event.sets_off")
_OF_THIS = load_pattern("event.of_this")
_CLOSES_ON = load_pattern("event.closes_on")
_CLOSES = load_pattern("event.closes")
_STRETCH_TOLD = load_pattern("event.stretch_told")
_LENGTH_OF_EVENT = load_pattern("event.length_of_event")
_ENDED_ON = load_pattern("event.ended_on")
_ENDS_THEN = load_pattern("event.ends_then")
_LENGTH_TOLD = load_pattern("event.length_told")
_LENGTH_AT_DAY = load_pattern("event.length_at_day")
_LENGTH_OF_MEETING = load_pattern("event.length_of_meeting")
_MET_ON = load_pattern("event.met_on")
_MET_THEN = load_pattern("event.met_then")
_CLAUSE_LONG = 100
_HEARSAY = Pattern("^据[^，。]{0,6}，")
_OF_MEETING = (
    *("会议", "会期", "为期两天的会议", "在为期两天的会议"),
    *("The meeting", "This meeting", "The two-day", "The three-day"),
    *("During the two-day", "During the three-day"),
)
_A_DAY = timedelta(days=1)
_IN_A_DAY = {"plenary", "working-meeting", "task-force", "signing", "call"}
_LASTING = {"forum", "promotion"}
_JOURNEYS = {"visit", "call"}


def find_stretch(reading: Reading, day: Day, kind: str) -> str:
    """The whole stretch in EDTF of an event that ended or began on a day."""
    if day.first != day.last and day.form == "day" and kind == "visit":
        back = None if _sets_out_before(reading, day) else find_return(reading, day)
        ends = (_last_of_legs(reading, day), back or day.last)
        return day._replace(last=max(ends)).edtf
    if day.form == "month" or day.first != day.last:
        return day.edtf
    if told := _told_stretch(reading, day, kind):
        return told.edtf
    if kind == "visit" and (whole := _stretch_of_visit(reading, day) or find_journey(reading, day)):
        return whole.edtf
    text = " ".join(one.text for one in reading.lead(_LEAD))
    first = last = day.first
    if kind in _LASTING:
        last = _last_of_legs(reading, day)
    if kind not in _JOURNEYS:
        if whole := _stretch_of_meeting(reading, day):
            return whole.edtf
        last = _day_of_closing(reading, day) or max(last, _last_told(reading, day))
    length = (
        _LENGTH_OF_EVENT.search(text) if kind not in _IN_A_DAY else _length_beside(reading, day)
    )
    last = first + days_beyond(length) if length else last
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _sets_out_before(reading: Reading, first: Day) -> bool:
    """Whether a text tells that they set out before a visit: it is no part of it, nor the return.

    「六日至八日訪問四川；五日傍晚啟程，九日返港」
    """
    return any(
        sets_out_on(sentence, day) or _SETS_OFF.match(sentence.text, day.end)
        for sentence in reading.lead(_FAR)
        for day in sentence.days
        if first.first - _A_DAY <= day.last < first.first
    )


def _told_stretch(reading: Reading, day: Day, kind: str) -> Day | None:
    """The stretch that the text tells outright, by its days or its length beside one of them."""
    days = (
        day
        for one in reading.lead(1)
        if kind != "call" or tells_meeting(one)  # else it tells how long a guest stays
        for day in one.days
        if day.form != "month"
    )
    longer = (one for one in days if one.first == day.first and one.last > day.last)
    if kind in _JOURNEYS and (whole := next(longer, None)):  # "today and tomorrow"
        return whole
    if reading.published and _goes_on_since(reading, day):
        return day._replace(last=reading.published)
    if at_day := _length_at_day(reading, day):
        return day._replace(last=day.first + days_beyond(at_day))
    if to_day := _length_to_day(reading, day):
        return day._replace(first=day.last - days_beyond(to_day))
    return None


def _stretch_of_visit(reading: Reading, within: Day) -> Day | None:
    """The stretch of a visit that a sentence tells outright, and in which a day lies."""
    told = (
        day
        for sentence in reading.lead(_FAR)
        for day in sentence.days
        if day.form == "day" and day.first <= within.first <= day.last and day.first != day.last
        if is_of_visit(sentence, day)
    )
    return next(told, None)


def _stretch_of_meeting(reading: Reading, within: Day) -> Day | None:
    """The days of which a sentence says that people met on them, and in which a day lies."""
    told = (
        day
        for sentence in reading.lead(_FAR)
        for day in sentence.days
        if day.form != "month" and day.first != day.last
        if day.first <= within.first <= day.last
        if _MET_ON.search(sentence.before(day.start, _CLAUSE_LONG))
        or _MET_THEN.match(sentence.text, day.end)
    )
    return next(told, None)


def _goes_on_since(reading: Reading, first: Day) -> bool:
    """Whether the opening says that the event has gone on since a day."""
    return any(
        day.first == first.first and goes_on_since(one, day)
        for one in reading.lead(_LEAD)
        for day in one.days
    )


def _length_at_day(reading: Reading, first: Day) -> re.Match[str] | None:
    """How long an event lasts as told right behind its first day: 「二日起在港舉行，為期三天」."""
    told = (
        _LENGTH_AT_DAY.match(one.text, day.end)
        for one in reading.lead(_LEAD)
        for day in one.days
        if day.first == day.last == first.first
    )
    return next(filter(None, told), None)


def _length_to_day(reading: Reading, last: Day) -> re.Match[str] | None:
    """How long an event lasted of which a sentence says that it ended on a day."""
    for one in reading.lead(1):
        for day in one.days:
            is_end = _ENDS_THEN.match(one.text, day.end) or _ENDED_ON.search(one.text, 0, day.start)
            if is_end and day.first == day.last == last.first:
                return _LENGTH_TOLD.search(one.text)
    return None


def _length_beside(reading: Reading, first: Day) -> re.Match[str] | None:
    """How long a meeting lasts where the sentence with its day says so: 「為期兩天的會議」.

    So may a sentence below that is of the meeting: 「會議為期兩天」.
    """
    told = (
        one.text
        for one in reading.lead(_LEAD)
        if _HEARSAY.sub("", one.text.strip()).startswith(_OF_MEETING)
        or (one.paragraph.number <= 1 and any(day.first == first.first for day in one.days))
    )
    return next(filter(None, map(_LENGTH_OF_MEETING.search, told)), None)


def _last_of_legs(reading: Reading, first: Day) -> date:
    """The end of a journey told in legs, each from the day on which the one before ends.

    In the sentence of the first one, or of a further place that is visited, also from the day
    after: "Chengdu (5 to 6) and Wuhan (7 to 8)".
    """
    last = first.last
    for sentence in reading.lead(_FAR):
        for day in sentence.days:
            is_next = first in sentence.days or is_of_visit(sentence, day)
            gap = _A_DAY if first.first != last and is_next else timedelta()
            if day.form == "day" and last <= day.first <= last + gap and last < day.last:
                last = day.last
    return last


def _last_told(reading: Reading, first: Day) -> date:
    """The last day of an event of which a sentence says from when to when it is held."""
    ends = (
        day.last
        for sentence, day in days_after(reading, first, _FAR)
        if day.first == first.first and _STRETCH_TOLD.search(sentence.text)
    )
    return max(ends, default=first.last)


def _is_closing(sentence: Sentence, day: Day) -> bool:
    """Whether a sentence says of the event that it closes on a day."""
    before = sentence.text[: day.start]
    closes = _CLOSES.match(sentence.text, day.end) and _OF_THIS.search(before)
    return bool(closes or _CLOSES_ON.search(before))


def _day_of_closing(reading: Reading, first: Day) -> date | None:
    """The day on which the event closes that opens on a day."""
    days = (
        day.first
        for sentence, day in days_after(reading, first, _FAR)
        if day.first == day.last and _is_closing(sentence, day)
    )
    return next(days, None)
