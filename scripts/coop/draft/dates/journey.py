"""From when to when a journey lasts of which one day is known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coop.draft.dates.choosing import tells_meeting
from coop.draft.dates.returning import days_after, find_return
from coop.draft.patterns import Pattern, load_pattern
from coop.numerals import read_chinese_number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from coop.draft.text.days import Day
    from coop.draft.text.reading import Reading, Sentence

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
_LENGTH = load_pattern("event.length")
_LENGTHS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "两": 2}
_ORDINALS = {"second": 1, "third": 2, "fourth": 3, "fifth": 4, "二": 1, "三": 2, "四": 3, "五": 4}
_NTH_DAY = load_pattern("event.nth_day")
_LONGEST, _A_WEEK, _FEW_DAYS = timedelta(days=14), timedelta(days=7), timedelta(days=3)
_GOES_ON_THEN = load_pattern("event.goes_on_then")
_WAS_DONE = load_pattern("event.was_done")


def find_journey(reading: Reading, day: Day) -> Day | None:
    """The whole journey of which a day is known; None where the text tells of none."""
    text = " ".join(one.text for one in reading.lead(_LEAD))
    if whole := _stretch_by_its_day(day, text):
        return whole
    if not _JOURNEY.search(text):
        return None
    first = last = day.first
    length = _LENGTH.search(" ".join(one.text for one in reading.lead(_EARLY)))
    is_to_come = reading.published is not None and first > reading.published
    arrived = _day_begun(reading, day, _ARRIVED_THEN)
    begins = _begins_on(reading, day)
    goes_on = begins or arrived is not None
    if _ENDED.search(text) and not (is_to_come or begins):
        began = _first_day(reading, day)
        last = find_return(reading, day) or last
        first = began or (last - days_beyond(length) if length else first)
    elif (back := find_return(reading, day, goes_on=goes_on)) or not length:
        last = back or _end_of_last_leg(reading, day) or last
        begun = _day_begun(reading, day) or _day_of_departure(reading, day)
        first = begun or _day_gone_on_from(reading, day) or first
        first = (arrived if back else None) or first
    else:
        first = _day_begun(reading, day) or first
        last = first + days_beyond(length)
    return day._replace(first=first, last=last, form="day")


def _begins_on(reading: Reading, first: Day) -> bool:
    """Whether a text says that a journey begins on a day: 「今日起訪京四天，下周三結束」."""
    return any(
        _BEGAN_THEN.match(sentence.text, day.end) or _ARRIVED_THEN.match(sentence.text, day.end)
        for sentence in reading.lead(_EARLY)
        for day in sentence.days
        if day.first == day.last == first.first
    )


def goes_on_from(reading: Reading, day: Day, edtf: str) -> bool:
    """Whether a text says that a journey went on that it only tells from a day on."""
    opening = (*reading.heading, *reading.lead(1))
    is_from = edtf.startswith(day.first.isoformat())
    return is_from and any(_GOES_ON.search(one.text) for one in opening)


def is_of_one_day(reading: Reading) -> bool:
    """Whether a text says that a journey lasts one day, or that they are back on the same."""
    return any(_ONE_DAY.search(one.text) for one in reading.lead(_LAST))


def _stretch_by_its_day(day: Day, text: str) -> Day | None:
    """The stretch of which a text tells its length and that this is its second or last day."""
    nth, length = _NTH_DAY.search(text), _LENGTH.search(text)
    if not (nth and length):
        return None
    rest = days_beyond(length)
    gone = (
        rest
        if nth["last"] or nth["last_zh"]
        else timedelta(days=_ORDINALS[(nth["en"] or nth["zh"]).casefold()])
    )
    first = day.first - gone
    return day._replace(first=first, last=first + rest, form="day") if gone <= rest else None


def _end_of_last_leg(reading: Reading, first: Day) -> date | None:
    """The end of a later part of a journey: a stretch to come, or the day of going on."""
    ends = [
        day.last
        for sentence, day in days_after(reading, first, _FAR)
        if _ONWARD.match(sentence.text[day.end :])
        or (first in sentence.days and _GOES_ON_THEN.match(sentence.text, day.end))
        or (
            first.first < day.first < day.last
            and _TO_COME.search(sentence.text)
            and _JOURNEY.search(sentence.text)
        )
    ]
    return max(ends, default=None)


def _first_day(reading: Reading, last: Day) -> date | None:
    """The day on which a journey began that is over: as told, else of what was done on it first."""
    of_last = (one for one in reading.lead(1) if last in one.days)
    is_over = any(_ENDED.search(one.text) for one in (*reading.heading, *of_last))
    days = (
        day.first
        for sentence, day in _days_before(reading, last)
        if _BEGAN.search(sentence.before(day.start, 25))
    )
    done = (
        day.first
        for sentence, day in _days_before(reading, last)
        if is_over and last.first - _A_WEEK <= day.first
        if _WAS_DONE.search(sentence.text) or tells_meeting(sentence)
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


def _day_gone_on_from(reading: Reading, day: Day) -> date | None:
    """The day before of which a sentence tells the first part: 「昨日拜訪總局，今日再訪總署」."""
    days = (
        before.first
        for sentence, before in _days_before(reading, day)
        for one in sentence.days
        if one.first == day.first and one.start > before.start
        if before.first >= day.first - _FEW_DAYS and _GOES_ON_THEN.match(sentence.text, one.end)
    )
    return next(days, None)


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


def days_beyond(length: re.Match[str]) -> timedelta:
    """The days of an event that lasts some days beyond its first."""
    said = next(said for said in length.groups() if said)
    days = _LENGTHS.get(said.casefold()) or read_chinese_number(said) or 1
    return timedelta(days=days - 1)
