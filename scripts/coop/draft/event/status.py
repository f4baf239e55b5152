"""Whether the event of a release was held, is to come, was put off or called off."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern
from coop.draft.text.days import AHEAD
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    from coop.draft.text.reading import Reading, Sentence

_LEAD = 2
_DAY = len("2024-02-06")
_WAS_DONE = load_pattern("event.was_done")
_POSTPONED = load_pattern("event.postponed")
_CANCELLED = load_pattern("event.cancelled")
_TO_COME = load_pattern("event.to_come")
_TITLE_TO_COME = load_pattern("event.title_to_come")
_SET_FOR = load_pattern("event.set_for")
_MAY_COME = load_pattern("event.may_come")
_LATELY = load_pattern("event.lately")
_SETS_OUT = load_pattern("event.sets_out")
_BEFORE_SETTING_OUT = load_pattern("event.before_setting_out")
_UNDER_WAY = load_pattern("event.under_way")
_WILL_DO = load_pattern("event.will_do")
_DOES = load_pattern("event.does")
_SPEAKS_OF = load_pattern("event.speaks_of")
_SPOKE_THERE = load_pattern("event.spoke_there")
_THERE_NOW = load_pattern("event.there_now")
_FOLLOWING = 8
_TWICE = 2
_DAYS_BEFORE = timedelta(days=7)


def find_status(reading: Reading, day: Found | None) -> Found:
    """Whether it was held, is to come, was put off or called off; held is sure with its day."""
    for sentence in reading.lead(1):
        for status, pattern in (("postponed", _POSTPONED), ("cancelled", _CANCELLED)):
            if pattern.search(sentence.text):
                return Found(status, sentence.at)
    begins = day.value[:_DAY] if day else ""
    told = reading.published.isoformat() if reading.published else ""
    if day and told and begins > told:
        return Found("announced", day.at)
    if day and len(begins) == _DAY and begins < told:
        return Found("held", day.at)
    said = None
    if not day or begins == told:
        that_day = _said_of_that_day(reading, day.at) if day else None
        said = _setting_off(reading) or that_day or _foretold(reading)
    said = said or _find_to_come(reading, day)
    return said or Found("held", day.at if day and told else "title", is_sure=bool(day and told))


def _find_to_come(reading: Reading, day: Found | None) -> Found | None:
    """Announced, where an early sentence says so; without a day, before any says what was done."""
    if day and _is_done_below(reading, day):
        return None
    for sentence in reading.lead(1 if day else _LEAD):
        if day and not sentence.is_first and _tells_later_day(sentence, reading):
            continue  # of what is on the day after
        to_come = _TO_COME.search(_told_of_now(sentence.text))
        if not sentence.paragraph.number:
            to_come = to_come or _TITLE_TO_COME.search(sentence.text)
        done = None if day else (_WAS_DONE.search(sentence.text) or _LATELY.search(sentence.text))
        if done and (not to_come or done.start() < to_come.start()):
            return None
        if to_come or (not day and _MAY_COME.search(sentence.text)):
            return Found("announced", sentence.at)
    return None


def _is_done_below(reading: Reading, day: Found) -> bool:
    """Whether what the day is of was done by what a paragraph below the first says."""
    below = (one for one in reading.lead(_LEAD) if one.paragraph.number > 1 and one.at == day.at)
    return any(one.days and _WAS_DONE.search(one.text) for one in below)


def _told_of_now(text: str) -> str:
    """A sentence up to what was said at the event, or what those who are there will do next."""
    cue = _SPOKE_THERE.search(text) or _THERE_NOW.search(text)
    return text[: cue.end()] if cue else text


def _foretold(reading: Reading) -> Found | None:
    """Announced, where a text of the very day says what they will do, not what they did.

    Chinese has no tense: 「會」 and 「將」 tell it, sentence by sentence; the first may do without.
    """
    told = reading.published
    of_then = (
        one
        for one in reading.body
        if _SETS_OUT.search(one.text) or any(not told or day.first <= told for day in one.days)
    )
    first = next(of_then, reading.body[0] if reading.body else None)
    opening = [*reading.heading, *([first] if first else [])]
    for one in opening:
        if _BEFORE_SETTING_OUT.search(one.text):
            return Found("announced", one.at)
    if any(_UNDER_WAY.search(one.text) or _is_done(one, reading) for one in opening):
        return None
    rest = [one for one in reading.lead(_FOLLOWING) if one not in opening]
    coming = [one for one in (*opening, *rest) if _is_coming(one, reading)]
    done = [one for one in rest if one not in coming and _is_done(one, reading)]
    done += [one for one in rest if one not in coming and _DOES.search(one.text)]
    enough = 1 if any(_SETS_OUT.search(one.text) for one in opening) else _TWICE
    is_foretold = len(coming) >= enough and len(coming) > len(done)
    return Found("announced", coming[0].at) if is_foretold else None


def _is_coming(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence tells what people will do, not what someone said of that."""
    if _SPEAKS_OF.search(sentence.text):
        return False
    return bool(_WILL_DO.search(sentence.text)) or _tells_later_day(sentence, reading)


def _is_done(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence tells what was done about the day of the text."""
    told = reading.published
    is_of_then = told is None or all(day.last >= told - _DAYS_BEFORE for day in sentence.days)
    is_told = is_of_then and not _tells_later_day(sentence, reading)
    return is_told and bool(_WAS_DONE.search(sentence.text))


def _tells_later_day(sentence: Sentence, reading: Reading) -> bool:
    told = reading.published
    days = (day for day in sentence.days if day.form != "month")
    return told is not None and any(told < day.last <= told + AHEAD for day in days)


def _setting_off(reading: Reading) -> Found | None:
    """Announced, where a notice of who acts opens with a departure and tells nothing done."""
    if not reading.is_notice:
        return None
    opening = [one for one in reading.lead(1) if one.paragraph.number]
    if any(_WAS_DONE.search(one.text) for one in opening):
        return None
    leaves = (one for one in opening if _TO_COME.search(one.text) or _SETS_OUT.search(one.text))
    return next((Found("announced", one.at) for one in leaves), None)


def _said_of_that_day(reading: Reading, at: str) -> Found | None:
    """Whether something was done or is to be on the very day of the text, if it says so.

    It says so in the opening or `at` the place that tells the day.
    """
    early, told = reading.lead(_LEAD), reading.published
    today = [
        (sentence, day.start)
        for sentence in (*early, *(one for one in reading.body if one.at == at))
        for day in sentence.days
        if day.first == told
    ]
    for sentence, _ in today[:1]:
        done, to_come = _WAS_DONE.search(sentence.text), _TO_COME.search(sentence.text)
        is_early = sentence.paragraph.number <= 1
        later = (day.start for day in sentence.days if told and day.first > told)
        is_then = done and done.start() < next(later, done.end())  # not 「周六返港」
        if is_early and done and is_then and (not to_come or done.start() < to_come.start()):
            return Found("held", sentence.at)
    set_for = (one for one, start in today if _SET_FOR.search(one.before(start)))
    return next((Found("announced", one.at) for one in set_for), None)
