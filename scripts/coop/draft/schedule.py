"""When the event of a release takes place: of all times in the text, its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coop.draft.days import Day
from coop.draft.patterns import load_pattern
from coop.draft.reading import Found
from coop.draft.stretch import find_stretch, is_whole_journey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from coop.draft.reading import Reading, Sentence

    _Choice = Callable[[Sentence, date | None], Day | None]

_LEAD = 2
_FAR = 6
_POSTPONED = load_pattern("event.postponed")
_CANCELLED = load_pattern("event.cancelled")
_TO_COME = load_pattern("event.to_come")
_MAY_COME = load_pattern("event.may_come")
_TITLE_TO_COME = load_pattern("event.title_to_come")
_ISSUED = load_pattern("event.issued")
_MET = load_pattern("people.heads.met")
_WAS_DONE = load_pattern("event.was_done")
_PLANNED = load_pattern("event.planned")
_BYGONE = load_pattern("event.bygone")
_FROM_THEN = load_pattern("event.from_then")
_RETURNED = load_pattern("event.returned")
_VISITS = load_pattern("event.visits")
_AGAIN = load_pattern("event.again")
_DAY_ALONE = load_pattern("event.day_alone")
_VAGUE = load_pattern("event.vague")
_CLOSES = load_pattern("event.closes")
_HEARD = load_pattern("event.heard")
_SAID = load_pattern("event.said")
_SAID_BEFORE = load_pattern("event.said_before")
_SAID_AFTER = load_pattern("event.said_after")
_HELD_THEN = load_pattern("event.held_then")
_OWN = load_pattern("event.own_day")
_ATTENDS = load_pattern("event.attends")
_THERE_ALREADY = load_pattern("event.there_already")
_IS_HELD = load_pattern("event.is_held")
_LOOKED_FORWARD = load_pattern("event.looked_forward")
_TIME_OF_DAY = load_pattern("event.time_of_day")
_ENDED = load_pattern("event.ended")
_RETURN_AFTER = load_pattern("event.return_after")
_BESIDE_CUE = 6
_RELATIVE = (" who ", " which ")
_CLAUSE = load_pattern("people.clause")
_STALE = timedelta(days=180)  # what a release tells of was half a year ago at most
_AHEAD = timedelta(days=45)
_JOURNEYS = {"visit", "call"}


def find_day(reading: Reading, kind: str) -> Found | None:
    """The day or days of the event itself; not sure where the year or the day is not said.

    Nor is one day of a visit of which nothing says that it was over on that day, or began then.
    """
    if _is_unread(reading):
        return None
    for sentence, day in _choices(reading, kind):
        edtf = find_stretch(reading, day, kind)
        is_dated = reading.published is not None or edtf[:4] in sentence.text
        is_early = sentence.paragraph.number <= (1 if kind == "call" else _LEAD)
        is_sure = is_dated and is_early and day.form != "guess"
        is_sure &= kind != "visit" or is_whole_journey(reading, day, edtf)
        return Found(edtf, sentence.at, is_sure=is_sure)
    return None


def _is_unread(reading: Reading) -> bool:
    """Whether the first sentence gives a day whose year is not known: no other is the event's."""
    first = reading.body[:1]
    return reading.published is None and any(
        _DAY_ALONE.search(one.text) and not one.days for one in first
    )


def find_issue_day(reading: Reading) -> Found | None:
    """The day on which the first paragraph says that a document came out."""
    told = reading.published
    for sentence in reading.lead(1):
        days = (day for day in sentence.days if not told or day.first <= told)
        day = next((day for day in days if day.form != "month"), None)
        if day and _ISSUED.search(sentence.text):
            return Found(day.first.isoformat(), sentence.at)
    return None


def _choices(reading: Reading, kind: str) -> Iterator[tuple[Sentence, Day]]:
    """Sentences with a day that may be the event's, the likeliest first."""
    body = [one for one in reading.lead(_FAR) if one.paragraph.number]
    early = [one for one in body if one.paragraph.number <= _LEAD]
    first = [one for one in body if one.paragraph.number == 1]
    told = reading.published
    opening = [*first, *reading.heading]
    tries: list[tuple[_Choice, list[Sentence]]] = [
        (_planned_day, [*body, *reading.heading]),
        *((choose, opening) for choose in (_opening_day, _told_day, _later_day, _hour)),
        *((choose, early) for choose in (_told_day, _hour, _coming_day)),
        (_told_day, body),
    ]
    if any(_VAGUE.search(one.text) and not one.days for one in first[:1]):
        yield from _tried(tries[:1], told)  # "recently": the days below are of something else
        return
    if kind == "visit":
        tries.insert(1, (_day_of_visit, early))
    if kind == "call":
        tries.insert(1, (_met_day, early))
    is_report = any(
        told and day.first <= told
        for one in first
        if not _TO_COME.search(one.text)
        for day in _usable(one)
    )
    if kind not in _JOURNEYS:
        tries.insert(1, (_day_held_then, first))
    if kind not in _JOURNEYS and not is_report:
        tries.insert(1, (_own_day, early))
        tries.append((_own_day, body))
    is_there = any(_THERE_ALREADY.search(one.text) for one in early)
    if not is_there and any(_ATTENDS.search(one.text) for one in first):
        tries.insert(1, (_day_of_attended, early))
    tries.append((_told_day, list(reading.captions)))
    yield from _tried(tries, told)


def _tried(
    tries: list[tuple[_Choice, list[Sentence]]], told: date | None
) -> Iterator[tuple[Sentence, Day]]:
    for choose, sentences in tries:
        for sentence in sentences:
            day = choose(sentence, told)
            if day and told and _is_far(sentence, day, told):
                continue
            if day:
                yield sentence, day


def _is_far(sentence: Sentence, day: Day, told: date) -> bool:
    """Whether a day is too far from the text to be its event's: long gone, or ahead and untold.

    Chinese says what is to come; a date months ahead of which it does not is of another year.
    """
    if day.last < told - _STALE:
        return True
    is_said = any(cue.search(sentence.text) for cue in (_TO_COME, _TITLE_TO_COME, _MAY_COME))
    is_dated = "年" in sentence.text[day.start : day.end] or sentence.text.isascii()
    return day.first > told + _AHEAD and not (is_said or is_dated)


def _day_of_visit(sentence: Sentence, _: date | None) -> Day | None:
    """The days beside the very word for the visit, of a text that tells those of something else."""
    days = (day for day in _usable(sentence) if day.form != "month")
    return next((day for day in days if _VISITS.match(sentence.text[day.end :])), None)


def _met_day(sentence: Sentence, told: date | None) -> Day | None:
    """The one day on which two met, of a text that tells how long someone stays as well."""
    if not _MET.search(sentence.text):
        return None
    days = (day for day in _usable(sentence) if day.first == day.last and day.form != "month")
    past = [day for day in days if not told or day.first <= told]
    again = (day for day in past[1:] if _AGAIN.match(sentence.text[day.end :]))
    return next(again, past[0] if past else None)


def _planned_day(sentence: Sentence, _: date | None) -> Day | None:
    """The day on which an event was to be that was put off or called off."""
    if not (_POSTPONED.search(sentence.text) or _CANCELLED.search(sentence.text)):
        return None
    cue = _PLANNED.search(sentence.text)
    return next((day for day in sentence.days if cue and day.start > cue.start()), None)


def _day_held_then(sentence: Sentence, told: date | None) -> Day | None:
    """The day of the meeting for which someone leaves earlier: 「出席七日舉行的會議」."""
    later = (day for day in _usable(sentence) if told and day.first >= told and day.form != "month")
    return next((day for day in later if _HELD_THEN.match(sentence.text[day.end :])), None)


def _own_day(sentence: Sentence, told: date | None) -> Day | None:
    """The day of which a sentence says that the meeting itself is then: the one behind that."""
    later = [day for day in _usable(sentence) if told and day.first > told and day.form != "month"]
    cues = [cue.end() for cue in _OWN.finditer(sentence.text)]
    behind = (day for day in later if cues and day.start >= cues[0])
    return next(behind, later[0] if later and cues else None)


def _day_of_attended(sentence: Sentence, told: date | None) -> Day | None:
    """The day to come on which the meeting is held that someone sets out today to attend."""
    later = (day for day in _usable(sentence) if told and day.last > told and day.form != "month")
    return next((day for day in later if _IS_HELD.search(sentence.before(day.start, 60))), None)


def _opening_day(sentence: Sentence, told: date | None) -> Day | None:
    """A day to come beside its verb; else one gone by, unless it is only when that was said.

    What was done comes first: 「今日返港，十日再訪京」 is of today.
    """
    past, coming = _told_day(sentence, told), _coming_day(sentence, told)
    done = _WAS_DONE.search(sentence.text)
    if done and sentence.before(done.start()).endswith(_RELATIVE):
        done = None
    if coming and past and done and max(past.start, done.start()) < coming.start:
        return past
    if coming:
        return coming
    return past if past and not _SAID.search(sentence.text) else None


def _coming_day(sentence: Sentence, told: date | None) -> Day | None:
    """The day beside a verb that speaks of what is to come, else behind it."""
    cue = _TO_COME.search(sentence.text)
    if not cue and not sentence.paragraph.number:
        cue = _TITLE_TO_COME.search(sentence.text)
    days = _usable(sentence)
    if told and not cue:
        later = [day for day in days if day.first > told]
        cue = _MAY_COME.search(sentence.text) if later else None
        if later == days and not cue and sentence.is_first:  # "tomorrow" needs no such verb
            return _later_day(sentence, told)
    if not cue:
        return None
    usable = [day for day in days if not told or day.last >= told] or days
    beside = [day for day in usable if _is_beside(sentence, day, cue.start())]
    after = [day for day in usable if day.start >= cue.start()]
    return next(iter([*beside[-1:], *after, *usable]), None)


def _is_beside(sentence: Sentence, day: Day, cue: int) -> bool:
    """Whether a day stands close before a verb, in Chinese anywhere before it in its clause."""
    between = sentence.text[day.end : cue]
    is_clause = not sentence.text.isascii() and not _CLAUSE.search(between)
    return day.end <= cue and (is_clause or len(between) <= _BESIDE_CUE)


def _told_day(sentence: Sentence, told: date | None) -> Day | None:
    usable = [day for day in _usable(sentence) if not told or day.first <= told]
    exact = [day for day in usable if day.form != "month"]
    return next(iter([*exact, *usable]), None)


def _later_day(sentence: Sentence, _: date | None) -> Day | None:
    """A day to come where no verb says so: "takes place in Shenzhen next Monday"."""
    usable = [
        day
        for day in _usable(sentence)
        if not _LOOKED_FORWARD.search(sentence.before(day.start, 60))
    ]
    exact = [day for day in usable if day.form != "month"]
    return next(iter([*exact, *usable]), None)


def _hour(sentence: Sentence, told: date | None) -> Day | None:
    """The day of publication where a report tells the time of the day alone."""
    found = _TIME_OF_DAY.search(sentence.text)
    if not found or not told or sentence.days or _TO_COME.search(sentence.text):
        return None
    return Day(found.start(), found.end(), told, told, "guess")


def _usable(sentence: Sentence) -> list[Day]:
    """The days of a sentence but those of something else; a visit ends with the return."""
    is_end = _ENDED.search(sentence.text) is not None
    told = [day for day in sentence.days if not _is_bygone(sentence, day)]
    unsaid = [day for day in told if not _is_when_said(sentence, day)]
    days = unsaid if _TO_COME.search(sentence.text) else unsaid or told
    return [
        day
        for day in days
        if is_end or not _RETURNED.search(sentence.before(day.start))
        if not _HEARD.match(sentence.text[day.end :])
        if not (_CLOSES.match(sentence.text[day.end :]) and day != sentence.days[0])
        if not _RETURN_AFTER.match(sentence.text[day.end :])
    ]


def _is_bygone(sentence: Sentence, day: Day) -> bool:
    """Whether a day is of something before; 「自六日起訪問三天」 is of the event itself."""
    is_start = _FROM_THEN.match(sentence.text, day.end) is not None
    return not is_start and _BYGONE.search(sentence.before(day.start)) is not None


def _is_when_said(sentence: Sentence, day: Day) -> bool:
    """Whether a day is only when something was said: "his office said on Tuesday"."""
    before, after = sentence.before(day.start), sentence.text[day.end :]
    return bool(_SAID_BEFORE.search(before) or _SAID_AFTER.match(after))
