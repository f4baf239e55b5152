"""The day of a sentence that may be its event's, by what the words around it say of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coop.draft.dates.returning import sets_out_on
from coop.draft.patterns import load_pattern
from coop.draft.text.days import Day

if TYPE_CHECKING:
    import re
    from datetime import date

    from coop.draft.text.reading import Sentence

_POSTPONED = load_pattern("event.postponed")
_CANCELLED = load_pattern("event.cancelled")
_TO_COME = load_pattern("event.to_come")
_MAY_COME = load_pattern("event.may_come")
_TITLE_TO_COME = load_pattern("event.title_to_come")
_MET = load_pattern("people.heads.met")
_ARRIVES_THEN = load_pattern("event.arrives_then")
_TAKES_EFFECT = load_pattern("event.takes_effect")
_ASIDE_BEFORE = load_pattern("event.aside_before")
_ASIDE_AFTER = load_pattern("event.aside_after")
_CALLS = load_pattern("event.loose_kinds.call")
_WAS_DONE = load_pattern("event.was_done")
_PLANNED = load_pattern("event.planned")
_BYGONE = load_pattern("event.bygone")
_FROM_THEN = load_pattern("event.from_then")
_FROM_NOW = load_pattern("event.from_now")
_NOW = load_pattern("event.now")
_RETURNED = load_pattern("event.returned")
_VISITS = load_pattern("event.visits")
_VISITING = load_pattern("event.visiting")
_EXPECTED = load_pattern("event.expected")
_AGAIN = load_pattern("event.again")
_CLOSES = load_pattern("event.closes")
_HEARD = load_pattern("event.heard")
_SAID = load_pattern("event.said")
_SAID_BEFORE = load_pattern("event.said_before")
_SAID_AFTER = load_pattern("event.said_after")
_TALK_AFTER = load_pattern("event.talk_after")
_HELD_THEN = load_pattern("event.held_then")
_OWN = load_pattern("event.own_day")
_IS_HELD = load_pattern("event.is_held")
_LOOKED_FORWARD = load_pattern("event.looked_forward")
_TIME_OF_DAY = load_pattern("event.time_of_day")
_ENDED = load_pattern("event.ended")
_RETURN_AFTER = load_pattern("event.return_after")
_BESIDE_CUE = 6
_EARLY = 2
_QUOTES = (("“", "”"), ("「", "」"))
_RELATIVE = (" who ", " which ")
_CLAUSE = load_pattern("people.clause")


def day_of_visit(sentence: Sentence, _: date | None) -> Day | None:
    """The days beside the very word for the visit, or for setting out, whatever else is told."""
    days = _exact(sentence)
    return next(
        (day for day in days if is_of_visit(sentence, day) or sets_out_on(sentence, day)), None
    )


def is_of_visit(sentence: Sentence, day: Day) -> bool:
    """Whether beside a day stands the word for a visit."""
    before = _VISITING.search(sentence.before(day.start, 60))
    return bool(before or _VISITS.match(sentence.text, day.end))


def met_day(sentence: Sentence, told: date | None) -> Day | None:
    """The one day on which two met, of a text that tells how long someone stays as well."""
    if not tells_meeting(sentence):
        return None
    days = (day for day in list_usable(sentence) if day.first == day.last and day.form != "month")
    past = [
        day
        for day in days
        if not told or day.first <= told
        if not _EXPECTED.search(sentence.before(day.start))
    ]
    again = (day for day in past[1:] if _AGAIN.match(sentence.text[day.end :]))
    return next(again, past[0] if past else None)


def tells_meeting(sentence: Sentence) -> bool:
    """Whether a sentence says that someone met or called on someone."""
    return bool(_MET.search(sentence.text) or _CALLS.search(sentence.text))


def planned_day(sentence: Sentence, _: date | None) -> Day | None:
    """The day on which an event was to be that was put off or called off."""
    if not (_POSTPONED.search(sentence.text) or _CANCELLED.search(sentence.text)):
        return None
    cue = _PLANNED.search(sentence.text)
    return next((day for day in sentence.days if cue and day.start > cue.start()), None)


def day_held_then(sentence: Sentence, told: date | None) -> Day | None:
    """The day of the meeting for which someone leaves earlier: 「出席七日舉行的會議」."""
    later = (day for day in _exact(sentence) if told and day.first >= told)
    return next((day for day in later if _HELD_THEN.match(sentence.text[day.end :])), None)


def own_day(sentence: Sentence, told: date | None) -> Day | None:
    """The day of which a sentence says that the meeting itself is then: the one behind that."""
    later = [day for day in _exact(sentence) if told and day.first > told]
    cues = [cue.end() for cue in _OWN.finditer(sentence.text)]
    behind = (day for day in later if cues and day.start >= cues[0])
    return next(behind, later[0] if later and cues else None)


def day_of_attended(sentence: Sentence, told: date | None) -> Day | None:
    """The day to come on which the meeting is held that someone sets out today to attend."""
    later = (day for day in sentence.days if day.form != "month" and told and day.last > told)
    return next((day for day in later if _IS_HELD.search(sentence.before(day.start, 60))), None)


def opening_day(sentence: Sentence, told: date | None) -> Day | None:
    """A day to come beside its verb; else one gone by, unless it is only when that was said.

    What was done comes first: 「今日返港，十日再訪京」 is of today.
    """
    past, coming = told_day(sentence, told), coming_day(sentence, told)
    done = _find_done(sentence)
    if coming and past and done and max(past.start, done.start()) < coming.start:
        return past
    if coming:
        return coming
    return past if past and not _SAID.search(sentence.text) else None


def _find_done(sentence: Sentence) -> re.Match[str] | None:
    """The verb that says what was done; not one of a relative clause."""
    done = _WAS_DONE.search(sentence.text)
    return None if done and sentence.before(done.start()).endswith(_RELATIVE) else done


def does_first(sentence: Sentence) -> bool:
    """Whether a sentence tells what was done before what is to come: "met today and will go"."""
    done, to_come = _find_done(sentence), _TO_COME.search(sentence.text)
    return bool(done and to_come and done.start() < to_come.start())


def coming_day(sentence: Sentence, told: date | None) -> Day | None:
    """The day beside a verb that speaks of what is to come, else behind it."""
    cue = _TO_COME.search(sentence.text)
    if not cue and not sentence.paragraph.number:
        cue = _TITLE_TO_COME.search(sentence.text)
    days = list_usable(sentence)
    if told and not cue:
        later = [day for day in days if day.first > told]
        cue = _MAY_COME.search(sentence.text) if later else None
        if later == days and not cue and sentence.is_first:  # "tomorrow" needs no such verb
            return later_day(sentence, told)
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


def told_day(sentence: Sentence, told: date | None) -> Day | None:
    """The first day that is not after the text, a whole month only where there is no other."""
    usable = [day for day in list_usable(sentence) if not told or day.first <= told]
    return _first_exact(usable)


def later_day(sentence: Sentence, _: date | None) -> Day | None:
    """A day to come where no verb says so: "takes place in Shenzhen next Monday"."""
    usable = [
        day
        for day in list_usable(sentence)
        if not _LOOKED_FORWARD.search(sentence.before(day.start, 60))
    ]
    return _first_exact(usable)


def _first_exact(days: list[Day]) -> Day | None:
    """The first of some days, a whole month only where there is no other."""
    exact = (day for day in days if day.form != "month")
    return next(exact, days[0] if days else None)


def day_of_hour(sentence: Sentence, told: date | None) -> Day | None:
    """The day of publication where a report tells the time of the day alone."""
    found = _TIME_OF_DAY.search(sentence.text)
    if not found or not told or sentence.days or _TO_COME.search(sentence.text):
        return None
    return Day(found.start(), found.end(), told, told, "guess")


def list_usable(sentence: Sentence) -> list[Day]:
    """The days of a sentence but those of something else; a visit ends with the return."""
    is_end = _ENDED.search(sentence.text) is not None
    told = [day for day in sentence.days if not _is_bygone(sentence, day)]
    unsaid = [day for day in told if not is_when_said(sentence, day)]
    days = unsaid if _TO_COME.search(sentence.text) else unsaid or told
    own = [day for day in days if not is_aside(sentence, day)]
    return [
        day
        for day in own or days
        if is_end or not _RETURNED.search(sentence.before(day.start))
        if not _HEARD.match(sentence.text[day.end :])
        if not (_CLOSES.match(sentence.text[day.end :]) and day != sentence.days[0])
        if is_end or not _RETURN_AFTER.match(sentence.text[day.end :])
    ]


def goes_on_since(sentence: Sentence, day: Day) -> bool:
    """Whether the event has gone on from a day to that of the text: "has been there since"."""
    return _FROM_NOW.search(sentence.text, 0, day.start) is not None


def without_travel(sentence: Sentence) -> Sentence:
    """A sentence of a session, without the days on which they only set out or arrive for it.

    "leaves on March 4 for the meeting on March 5"; not where it tells no other day.
    """
    days = [day for day in sentence.days if not is_of_travel(sentence, day)]
    is_told = any(day.form != "month" for day in days)
    return replace(sentence, days=tuple(days)) if is_told else sentence


def is_of_travel(sentence: Sentence, day: Day) -> bool:
    """Whether on a day someone only sets out or arrives."""
    arrives = _ARRIVES_THEN.match(sentence.text, day.end) is not None
    return day.first == day.last and (arrives or sets_out_on(sentence, day))


def is_aside(sentence: Sentence, day: Day) -> bool:
    """Whether a day is told beside the event: "Mr Au, who came on Sunday, met"."""
    before, after = sentence.text[: day.start], sentence.text[day.end :]
    return _ASIDE_BEFORE.search(before) is not None or _ASIDE_AFTER.match(after) is not None


def _is_bygone(sentence: Sentence, day: Day) -> bool:
    """Whether a day is of something before, or of when something takes effect.

    「自六日起訪問三天」 is of the event itself, and what was set up or issued today is not bygone.
    """
    is_now = _NOW.search(sentence.text, max(0, day.start - 20), day.end) is not None
    if _TAKES_EFFECT.match(sentence.text, day.end):
        return True
    is_start = sentence.paragraph.number <= _EARLY and goes_on_since(sentence, day)
    is_start = is_start or _FROM_THEN.match(sentence.text, day.end) is not None
    return not (is_now or is_start) and _BYGONE.search(sentence.before(day.start)) is not None


def is_when_said(sentence: Sentence, day: Day) -> bool:
    """Whether a day is only when something was said: "his office said on Tuesday"."""
    before, after = sentence.before(day.start), sentence.text[day.end :]
    is_said = sentence.text.startswith("said ", day.start)  # "he said Monday"
    return bool(is_said or _SAID_BEFORE.search(before) or _SAID_AFTER.match(after))


def is_of_talk(sentence: Sentence, day: Day) -> bool:
    """Whether on a day someone only talked with the press, of whom a text gives the words."""
    return _TALK_AFTER.match(sentence.text, day.end) is not None


def is_quoted(sentence: Sentence, day: Day) -> bool:
    """Whether a day stands in what someone is quoted with, be it from a sentence before on."""
    before = sentence.paragraph.folded[: sentence.offset + day.start]
    is_open = any(before.rfind(first) > before.rfind(last) for first, last in _QUOTES)
    return is_open or before.count('"') % 2 == 1


def _exact(sentence: Sentence) -> list[Day]:
    return [day for day in list_usable(sentence) if day.form != "month"]
