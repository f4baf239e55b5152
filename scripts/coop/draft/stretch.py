"""How long an event lasts of which one day is known: to its return, its closing or its length."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coop.draft.choosing import goes_on_since, tells_meeting
from coop.draft.patterns import Pattern, load_pattern
from coop.draft.returning import days_after, find_return
from coop.numerals import read_chinese_number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from coop.draft.days import Day
    from coop.draft.reading import Reading, Sentence

_LEAD = 2
_EARLY = 3
_FAR = 6
_LAST = 10
_TO_COME = load_pattern("event.to_come")
_JOURNEY = load_pattern("event.journey")
_ONE_DAY = load_pattern("event.one_day")
_GOES_ON = load_pattern("event.goes_on")
_ENDED = load_pattern("event.ended")
_BEGAN = load_pattern("event.began")
_BEGAN_THEN = load_pattern("event.began_then")
_ARRIVED_THEN = load_pattern("event.arrived_then")
_SETS_OFF = load_pattern("event.sets_off")
_ONWARD = load_pattern("event.onward")
_OF_THIS = load_pattern("event.of_this")
_CLOSES_ON = load_pattern("event.closes_on")
_CLOSES = load_pattern("event.closes")
_STRETCH_TOLD = load_pattern("event.stretch_told")
_LENGTH = load_pattern("event.length")
_LENGTH_OF_EVENT = load_pattern("event.length_of_event")
_ENDS_THEN = load_pattern("event.ends_then")
_LENGTH_TOLD = load_pattern("event.length_told")
_LENGTH_AT_DAY = load_pattern("event.length_at_day")
_LENGTH_OF_MEETING = load_pattern("event.length_of_meeting")
_LENGTHS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "两": 2}
_OF_MEETING = ("会议", "会期", "The meeting", "This meeting", "The two-day", "The three-day")
_ORDINALS = {"second": 1, "third": 2, "fourth": 3, "fifth": 4, "二": 1, "三": 2, "四": 3, "五": 4}
_NTH_DAY = load_pattern("event.nth_day")
_LONGEST, _A_WEEK, _A_DAY = (timedelta(days=days) for days in (14, 7, 1))
_WAS_DONE = load_pattern("event.was_done")
_IN_A_DAY = {"plenary", "working-meeting", "task-force", "signing", "call"}
_LASTING = {"forum", "promotion"}
_JOURNEYS = {"visit", "call"}


def find_stretch(reading: Reading, day: Day, kind: str) -> str:
    """The whole stretch in EDTF of an event that ended or began on a day."""
    if day.first != day.last and day.form == "day" and kind == "visit":
        return day._replace(last=_last_of_legs(reading, day)).edtf
    if day.form == "month" or day.first != day.last:
        return day.edtf
    if told := _told_stretch(reading, day, kind):
        return told.edtf
    text = " ".join(one.text for one in reading.lead(_LEAD))
    first = last = day.first
    if kind in _LASTING:
        last = _last_of_legs(reading, day)
    if kind not in _JOURNEYS:
        last = _day_of_closing(reading, day) or max(last, _last_told(reading, day))
    length = (
        _LENGTH_OF_EVENT.search(text) if kind not in _IN_A_DAY else _length_beside(reading, day)
    )
    if kind == "visit" and (whole := _stretch_by_its_day(day, text)):
        return whole.edtf
    if kind == "visit" and _JOURNEY.search(text):
        length = _LENGTH.search(" ".join(one.text for one in reading.lead(_EARLY)))
        is_to_come = reading.published is not None and first > reading.published
        arrived = _day_begun(reading, day, _ARRIVED_THEN)
        if _ENDED.search(text) and not is_to_come:
            began = _first_day(reading, day)
            last = find_return(reading, day) or last
            first = began or (last - _rest(length) if length else first)
            length = None
        elif (back := find_return(reading, day, goes_on=arrived is not None)) or not length:
            last = back or _end_of_last_leg(reading, day) or last
            first = _day_begun(reading, day) or _day_of_departure(reading, day) or first
            first = (arrived if back else None) or first
            length = None
        else:
            first = _day_begun(reading, day) or first
    last = first + _rest(length) if length else last
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


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
        return day._replace(last=day.first + _rest(at_day))
    if to_day := _length_to_day(reading, day):
        return day._replace(first=day.last - _rest(to_day))
    return None


def _stretch_by_its_day(day: Day, text: str) -> Day | None:
    """The stretch of which a text tells its length and that this is its second or last day."""
    nth, length = _NTH_DAY.search(text), _LENGTH.search(text)
    if not (nth and length):
        return None
    rest = _rest(length)
    gone = (
        rest
        if nth["last"] or nth["last_zh"]
        else timedelta(days=_ORDINALS[(nth["en"] or nth["zh"]).casefold()])
    )
    first = day.first - gone
    return day._replace(first=first, last=first + rest, form="day") if gone <= rest else None


def _goes_on_since(reading: Reading, first: Day) -> bool:
    """Whether the opening says that the event has gone on since a day."""
    return any(
        day.first == first.first and goes_on_since(one, day)
        for one in reading.lead(_LEAD)
        for day in one.days
    )


def is_whole_journey(reading: Reading, day: Day, edtf: str) -> bool:
    """Whether the text says that a journey began on its first day and was over on its last."""
    opening = (*reading.heading, *reading.lead(1))
    if edtf.startswith(day.first.isoformat()) and any(_GOES_ON.search(one.text) for one in opening):
        return False
    return "/" in edtf or any(_ONE_DAY.search(one.text) for one in reading.lead(_LAST))


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
            if day.first == day.last == last.first and _ENDS_THEN.match(one.text, day.end):
                return _LENGTH_TOLD.search(one.text)
    return None


def _length_beside(reading: Reading, first: Day) -> re.Match[str] | None:
    """How long a meeting lasts where the sentence with its day says so: 「為期兩天的會議」.

    So may a sentence below that is of the meeting: 「會議為期兩天」.
    """
    told = (
        one.text
        for one in reading.lead(_LEAD)
        if one.text.strip().startswith(_OF_MEETING)
        or (one.paragraph.number <= 1 and any(day.first == first.first for day in one.days))
    )
    return next(filter(None, map(_LENGTH_OF_MEETING.search, told)), None)


def _last_of_legs(reading: Reading, first: Day) -> date:
    """The end of a journey told in legs, each from the day on which the one before ends.

    In the sentence of the first one also from the day after: "Chengdu (5 to 6) and Wuhan (7 to 8)".
    """
    last = first.last
    for sentence in reading.lead(_LEAD):
        gap = _A_DAY if first.first != last and first in sentence.days else timedelta()
        for day in sentence.days:
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


def _end_of_last_leg(reading: Reading, first: Day) -> date | None:
    """The end of a later part of a journey: a stretch to come, or the day of going on."""
    ends = [
        day.last
        for sentence, day in days_after(reading, first, _FAR)
        if _ONWARD.match(sentence.text[day.end :])
        or (
            first.first < day.first < day.last
            and _TO_COME.search(sentence.text)
            and _JOURNEY.search(sentence.text)
        )
    ]
    return max(ends, default=None)


def _rest(length: re.Match[str]) -> timedelta:
    """The days of an event that lasts some days beyond its first."""
    said = next(said for said in length.groups() if said)
    days = _LENGTHS.get(said.casefold()) or read_chinese_number(said) or 1
    return timedelta(days=days - 1)


def _first_day(reading: Reading, last: Day) -> date | None:
    """The day on which a journey began that is over: as told, else of what was done on it first."""
    days = (
        day.first
        for sentence, day in _days_before(reading, last)
        if _BEGAN.search(sentence.before(day.start, 25))
    )
    done = (
        day.first
        for sentence, day in _days_before(reading, last)
        if any(_ENDED.search(one.text) for one in reading.heading)
        if last.first - _A_WEEK <= day.first and _WAS_DONE.search(sentence.text)
    )
    begun = _day_begun(reading, last) or _day_begun(reading, last, _ARRIVED_THEN)
    return next(days, None) or begun or min(done, default=None)


def _day_begun(reading: Reading, last: Day, began: Pattern = _BEGAN_THEN) -> date | None:
    """The day behind which it says so: 「訪問由十三日開始」."""
    days = (
        day.first
        for sentence, day in _days_before(reading, last)
        if began.match(sentence.text[day.end :])
    )
    return next(days, None)


def _days_before(reading: Reading, last: Day) -> Iterator[tuple[Sentence, Day]]:
    """The single days told in the first paragraphs that are soon before a day."""
    for sentence in reading.lead(_EARLY):
        for day in sentence.days:
            if day.form != "month" and last.first - _LONGEST <= day.first < last.first:
                yield sentence, day


def _day_of_departure(reading: Reading, first: Day) -> date | None:
    """The day on which someone sets off for an event of a later day."""
    days = (
        day.first
        for sentence in reading.lead(_FAR)
        for day in sentence.days
        if day.form == "day" and first.first - _LONGEST <= day.first < first.first
        if _SETS_OFF.match(sentence.text[day.end :])
    )
    return next(days, None)


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
