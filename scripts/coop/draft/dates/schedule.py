"""When the event of a release takes place: of all times in the text, its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coop.draft.dates.choosing import (
    coming_day,
    day_held_then,
    day_of_attended,
    day_of_hour,
    day_of_visit,
    does_first,
    is_aside,
    is_of_talk,
    is_of_travel,
    is_quoted,
    is_when_said,
    later_day,
    list_usable,
    met_day,
    opening_day,
    own_day,
    planned_day,
    tells_meeting,
    told_day,
    without_travel,
)
from coop.draft.dates.doubts import Dating, is_doubtful
from coop.draft.dates.stretch import find_stretch
from coop.draft.documents.subjects import is_document, is_of_issue
from coop.draft.patterns import load_pattern
from coop.draft.platforms.sessions import list_sessions
from coop.draft.text.days import AHEAD, Day, tells_year
from coop.draft.text.publication import read_publication_day
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from coop.draft.text.reading import Reading, Sentence

    _Choice = Callable[[Sentence, date | None], Day | None]

_LEAD = 2
_FAR = 6
_TO_COME = load_pattern("event.to_come")
_MAY_COME = load_pattern("event.may_come")
_TITLE_TO_COME = load_pattern("event.title_to_come")
_MET = load_pattern("people.heads.met")
_ISSUED = load_pattern("event.issued")
_EARLIER = load_pattern("event.long_ago")
_THEN = load_pattern("event.then")
_ENDED = load_pattern("event.ended")
_DONE = load_pattern("event.done")
_DAY_ALONE = load_pattern("event.day_alone")
_RETURNS = load_pattern("event.returns")
_VAGUE = load_pattern("event.vague")
_ATTENDS = load_pattern("event.attends")
_THERE_ALREADY = load_pattern("event.there_already")
_LONGEST_DAY = len("December 31, 2024.")
_LAST_YEAR = load_pattern("event.last_year")
_LAST_YEAR_BEFORE = load_pattern("event.last_year_before")
_A_MONTH = timedelta(days=31)
_STALE = timedelta(days=180)  # what a release tells of was half a year ago at most
_AT_ONCE = 24
_SETTLED = {"signing", "plenary", "forum", "promotion"}
_JOURNEYS, _LARGE = {"visit", "call"}, {"forum", "promotion", "other"}
_BESIDE_EVENT = (is_when_said, is_of_talk, is_aside, is_quoted)


def find_day(reading: Reading, kind: str) -> Found | None:
    """The day or days of the event itself; to be checked where the text leaves a doubt."""
    if _is_unread(reading):
        return None
    for sentence, day in _own_first(reading, _choices(reading, kind)):
        if kind in _SETTLED and is_when_said(sentence, day):
            continue  # of what is signed or opens, its day is not when someone spoke of it
        if kind not in _JOURNEYS and _is_recalled(sentence, day, reading.published):
            continue
        is_way = kind not in _JOURNEYS and is_of_travel(sentence, day)  # to a day not told
        edtf = find_stretch(reading, day, "visit" if is_way and kind in _LARGE else kind)
        is_sure = not (is_way or is_doubtful(reading, Dating(sentence, day, kind, edtf)))
        return Found(edtf, sentence.at, is_sure=is_sure)
    return _day_of_news(reading, kind) if kind not in {"visit", "other"} else None


def _is_recalled(sentence: Sentence, day: Day, told: date | None) -> bool:
    """Whether a day gone by stands in what someone said at the event, of something else."""
    return told is not None and day.last < told and is_quoted(sentence, day)


def _own_first(
    reading: Reading, choices: Iterator[tuple[Sentence, Day]]
) -> Iterator[tuple[Sentence, Day]]:
    """The choices; what is told aside or by who spoke of the event comes behind what is ahead.

    A month without its day comes last.
    """
    told = reading.published
    said: list[tuple[Sentence, Day]] = []
    months: list[tuple[Sentence, Day]] = []
    for sentence, day in choices:
        if day.form == "month":
            months.append((sentence, day))
        elif any(cue(sentence, day) for cue in _BESIDE_EVENT):
            said.append((sentence, day))
        elif not (said and told) or day.last >= told:
            yield sentence, day
    yield from (*said, *months)


def _day_of_news(reading: Reading, kind: str) -> Found | None:
    """The day of the text where it tells no other, as news of that day; to be checked."""
    told, opening = reading.published, reading.lead(1)
    is_dated = any(
        not _is_recalled(sentence, day, told)
        for sentence in reading.lead(_LEAD)
        for day in sentence.days
    )
    is_other = any(_VAGUE.search(one.text) or _TO_COME.search(one.text) for one in opening)
    is_told = any((_MET if kind == "call" else _DONE).search(one.text) for one in opening)
    if not told or is_dated or is_other or not is_told or is_of_issue(reading):
        return None
    return Found(told.isoformat(), "title", is_sure=False)


def _is_unread(reading: Reading) -> bool:
    """Whether the first sentence gives a day whose year is not known: no other is the event's."""
    first = reading.body[:1]
    return reading.published is None and any(
        _DAY_ALONE.search(one.text) and not one.days for one in first
    )


def find_issue_day(reading: Reading) -> Found | None:
    """The day on which the first paragraph says that a document came out, or it was signed."""
    told = reading.published
    for sentence in reading.lead(1):
        days = (day for day in sentence.days if not told or day.first <= told)
        day = next((day for day in days if day.form != "month"), None)
        if day and _ISSUED.search(sentence.text):
            return Found(day.first.isoformat(), sentence.at)
    return _day_signed(reading) or _day_of_issue_told(reading)


def _day_of_issue_told(reading: Reading) -> Found | None:
    """The day of news that tells of no other what has come out; to be checked."""
    told, opening = reading.published, reading.lead(1)
    is_dated = any(one.days for one in reading.lead(_LEAD))
    is_vague = any(_VAGUE.search(one.text) or _EARLIER.search(one.text) for one in opening)
    if not told or is_dated or is_vague or is_document(reading) or not is_of_issue(reading):
        return None
    return Found(told.isoformat(), "title", is_sure=False)


def _day_signed(reading: Reading) -> Found | None:
    """The day below an official document, where the text is one or goes on with one."""
    release = reading.release
    lines = [line for line in release.dated if len(line) <= _LONGEST_DAY]
    day = read_publication_day(lines[-1]) if lines and is_document(reading) else None
    told = reading.published
    is_day = day is not None and (told is None or day <= told)
    return Found(day.isoformat(), "title") if day and is_day else None


def _choices(reading: Reading, kind: str) -> Iterator[tuple[Sentence, Day]]:
    """Sentences with a day that may be the event's, the likeliest first."""
    body = [one for one in reading.lead(_FAR) if one.paragraph.number]
    if kind not in _JOURNEYS:
        body = [without_travel(one) for one in body]
    first = [one for one in body if one.paragraph.number == 1]
    if any(_VAGUE.search(one.text) and not one.days for one in first[:1]):
        again = _of_same_session(first, reading.body)
        opening = [*body, *reading.heading]
        yield from _tried([(planned_day, opening), (told_day, again)], reading.published)
    else:
        yield from _tried(_tries(reading, kind, body, first), reading.published)


def _tries(
    reading: Reading, kind: str, body: list[Sentence], first: list[Sentence]
) -> Iterator[tuple[_Choice, list[Sentence]]]:
    """How a day of the event may be told and in which sentences, the likeliest first."""
    early = [one for one in body if one.paragraph.number <= _LEAD]
    opening = [*first, *reading.heading]
    is_own = kind not in _JOURNEYS and not _is_report(reading, first)
    is_there = any(_THERE_ALREADY.search(one.text) for one in early)
    yield planned_day, [*body, *reading.heading]
    if not is_there and any(_ATTENDS.search(one.text) for one in first):
        yield day_of_attended, early
    if is_own:
        yield own_day, early
    if kind not in _JOURNEYS or not any(_RETURNS.search(one.text) for one in reading.body):
        yield day_held_then, first
    if kind == "call":
        yield met_day, early if any(map(tells_meeting, early)) else body
    if kind == "visit" and not any(_ENDED.search(one.text) for one in opening):
        yield day_of_visit, early
    yield from ((choose, opening) for choose in (opening_day, told_day, later_day, day_of_hour))
    yield from ((choose, early) for choose in (told_day, day_of_hour, coming_day))
    yield told_day, body
    if is_own:
        yield own_day, body
    yield told_day, list(reading.captions)
    is_told_of = any(is_of_talk(one, day) for one in first for day in one.days)
    if is_told_of or reading.is_notice or any(_TO_COME.search(one.text) for one in early):
        yield later_day, body


def _is_report(reading: Reading, first: list[Sentence]) -> bool:
    """Whether the first paragraph tells a day that was over when the text came out."""
    told = reading.published
    return any(
        told and day.first <= told
        for one in first
        if not _TO_COME.search(one.text) or does_first(one)
        for day in list_usable(one)
    )


def _of_same_session(first: list[Sentence], body: Iterable[Sentence]) -> list[Sentence]:
    """The sentences that tell the session of the opening again, by its number.

    The others are of something else, where the opening says that it was held "recently".
    """
    numbers = {one.number for sentence in first for one in list_sessions(sentence)}
    return [
        sentence
        for sentence in body
        if any(one.number in numbers for one in list_sessions(sentence))
    ]


def _tried(
    tries: Iterable[tuple[_Choice, list[Sentence]]], told: date | None
) -> Iterator[tuple[Sentence, Day]]:
    for choose, sentences in tries:
        for sentence in sentences:
            day = choose(sentence, told)
            if day and told and _is_far(sentence, day, told):
                continue
            if day:
                yield sentence, day


def _is_stale(day: Day, told: date | None) -> bool:
    return told is not None and day.last < told - _STALE


def _is_far(sentence: Sentence, day: Day, told: date) -> bool:
    """Whether a day is too far from the text to be its event's: long gone, or ahead and untold.

    A page may repeat an old report, which then opens with its full date. Chinese says what is to
    come; a date months ahead of which it does not is of another year.
    """
    if _is_stale(day, told):
        is_dated = tells_year(sentence.text[day.start : day.end], day.first.year)
        is_opening = sentence.paragraph.number == 1 and day.start <= _AT_ONCE
        return not (is_dated and is_opening and _THEN.match(sentence.text, day.end))
    if day.last < told - _A_MONTH and _is_of_last_year(sentence, day):
        return True
    is_said = any(cue.search(sentence.text) for cue in (_TO_COME, _TITLE_TO_COME, _MAY_COME))
    is_dated = "年" in sentence.text[day.start : day.end] or sentence.text.isascii()
    return day.first > told + AHEAD and not (is_said or is_dated)


def _is_of_last_year(sentence: Sentence, day: Day) -> bool:
    """Whether a day is told as one of the year before, which news is not."""
    before = _LAST_YEAR_BEFORE.search(sentence.before(day.start))
    return bool(before or _LAST_YEAR.match(sentence.text, day.end))
