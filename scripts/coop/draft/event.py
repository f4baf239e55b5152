"""The event that a release tells of: its kind, and whether it was held or is to come."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from coop.draft.days import AHEAD
from coop.draft.patterns import NUMBER, load_pattern
from coop.draft.platforms import names_working_meeting
from coop.draft.reading import Found

if TYPE_CHECKING:
    from coop.draft.reading import Reading, Sentence

_LEAD = 2
_LATER = 4
_KINDS = tuple(
    (kind, load_pattern(f"event.kinds.{kind}"))
    for kind in ("working-meeting", "task-force", "plenary")
)
_LOOSE_KINDS = tuple(
    (kind, load_pattern(f"event.loose_kinds.{kind}"))
    for kind in ("promotion", "forum", "signing", "call", "visit")
)
_BY_NAME = {"task force": "task-force", "forum": "forum", "group": "working-meeting"}
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_RETURNS = load_pattern("event.returns")
_LEAVES_HOME = load_pattern("event.leaves_home")
_ALSO_ATTENDS = load_pattern("event.also_attends")
_DAY = len("2024-02-06")
_STRONG = ("promotion", "forum", "signing")
_TRIPS = {"visit", "call"}
_NO_MEETINGS = {"signing", *_TRIPS}
_MEETING = load_pattern("event.meeting_named")
_MEANWHILE = load_pattern("event.meanwhile")
_OTHER_TIME = load_pattern("event.other_time")
_STAY = load_pattern("event.stay")
_LENGTH = load_pattern("event.length")
_ANNUAL_MEETING = load_pattern("event.annual_meeting")
_AFTER_TASK_FORCE = load_pattern("event.after_task_force")
_MEETING_AFTER = load_pattern("event.meeting_after")
_MEETING_OF_TASK_FORCE = load_pattern("event.meeting_of_task_force")
_WAS_DONE = load_pattern("event.was_done")
_POSTPONED = load_pattern("event.postponed")
_CANCELLED = load_pattern("event.cancelled")
_TO_COME = load_pattern("event.to_come")
_TITLE_TO_COME = load_pattern("event.title_to_come")
_SET_FOR = load_pattern("event.set_for")
_MAY_COME = load_pattern("event.may_come")
_LATELY = load_pattern("event.lately")
_SIGNING_SEEN = load_pattern("event.signing_seen")
_SETS_OUT = load_pattern("event.sets_out")
_BEFORE_SETTING_OUT = load_pattern("event.before_setting_out")
_UNDER_WAY = load_pattern("event.under_way")
_WILL_DO = load_pattern("event.will_do")
_DOES = load_pattern("event.does")
_SPEAKS_OF = load_pattern("event.speaks_of")
_FOLLOWING = 8
_TWICE = 2
_DAYS_BEFORE = timedelta(days=7)


def find_kind(reading: Reading, platform: str) -> Found:
    """The kind of meeting: by its name, else as the platform's meetings mostly are."""
    of_series = _kind_of_series(reading, platform) if platform else None
    if of_series and of_series.value not in _TRIPS:
        return of_series
    if told := _find_numbered(reading) or _find_departure(reading) or _find_stay(reading):
        return told
    for sentences in (reading.heading, reading.lead(1), reading.lead(2)):
        for sentence in sentences:
            is_below = sentence.paragraph.number > 1  # where it also says what someone said
            found = [
                (match.start(), kind)
                for kind, pattern in _LOOSE_KINDS
                if (match := pattern.search(sentence.text))
                and not _MEANWHILE.match(sentence.text, match.end())
                and not (is_below and _SPEAKS_OF.search(sentence.text[: match.start()]))
                and not (kind == "forum" and _ALSO_ATTENDS.search(sentence.text[: match.start()]))
            ]
            if found:
                witnessed = len(found) > 1 and _SIGNING_SEEN.search(sentence.text)
                strong = [
                    kind
                    for _, kind in found
                    if kind in _STRONG and not (witnessed and kind == "signing")
                ]
                return Found(strong[0] if strong else min(found)[1], sentence.at)
    return Found("other", "title", is_sure=False)


def _find_numbered(reading: Reading) -> Found | None:
    """A meeting of bodies on no record, told by its number or as their yearly review.

    It is a working meeting, or one of a task force.
    """
    kind, words = _KINDS[0]
    for sentence in (*reading.heading, *reading.body[:1]):
        if _ANNUAL_MEETING.search(sentence.text):
            return Found(kind, sentence.at)
    for sentence in (*reading.lead(_LEAD), *reading.captions):
        for number in _NUMBER.finditer(sentence.text):
            if _OTHER_TIME.search(sentence.before(number.start(), 90)):
                continue
            if words.match(sentence.text[number.end() :].lstrip()):
                return Found(kind, sentence.at)
            if _of_task_force(sentence, number):
                return Found(_KINDS[1][0], sentence.at)
    return None


def _of_task_force(sentence: Sentence, number: re.Match[str]) -> bool:
    """Whether a number is that of a meeting of a task force: 某某專班首次會議."""
    after = sentence.text[number.end() :]
    is_behind = _AFTER_TASK_FORCE.search(sentence.before(number.start()))
    met = _MEETING_AFTER if is_behind else _MEETING_OF_TASK_FORCE
    return met.match(after) is not None


def _find_departure(reading: Reading) -> Found | None:
    """A visit, where a notice of who acts opens with a departure, whatever is attended there.

    So does any text that opens with someone leaving, and tells of the return.
    """
    returns = any(_RETURNS.search(one.text) for one in reading.body)
    cue = _SETS_OUT if reading.is_notice else _LEAVES_HOME
    opening = [one for one in reading.lead(1) if one.paragraph.number]
    leaves = (one for one in opening if (reading.is_notice or returns) and cue.search(one.text))
    return next((Found("visit", one.at) for one in leaves), None)


def _find_stay(reading: Reading) -> Found | None:
    """A visit of several days, whatever was signed and whoever was called on meanwhile.

    Not where the title tells of a signing and of no visit: then someone only stays that long.
    """
    others = ("promotion", "forum")
    titled = {
        kind
        for kind in ("signing", "visit")
        for sentence in reading.heading
        if dict(_LOOSE_KINDS)[kind].search(sentence.text)
    }
    if titled == {"signing"}:
        return None
    for sentence in reading.lead(1):
        if any(dict(_LOOSE_KINDS)[kind].search(sentence.text) for kind in others):
            return None
        is_long = _LENGTH.search(sentence.text) is not None or any(
            day.form == "day" and day.first != day.last for day in sentence.days
        )
        if is_long and sentence.paragraph.number and _STAY.search(sentence.text):
            return Found("visit", sentence.at)
    return None


def _kind_of_series(reading: Reading, platform: str) -> Found:
    found = reading.catalog.platforms[platform]
    held = Counter(meeting.kind.value for meeting in reading.catalog.meetings_of(found))
    early, later = reading.lead(1), reading.lead(_LATER)
    is_early = any(named == platform for one in early for _, named in one.of("platform"))
    texts = early if is_early else later
    for kind, pattern in _KINDS:
        for sentence in texts:
            near = any(
                pattern.search(sentence.text[mention.start : mention.end + 30])
                or pattern.search(sentence.before(mention.start, 30))
                for mention, named in sentence.of("platform")
                if named == platform
            )
            if near and (held[kind] or not held):
                return Found(kind, sentence.at)
            if kind == _KINDS[0][0] and names_working_meeting(sentence, platform):
                return Found(kind, sentence.at)  # the first that a platform has
    name = (found.name.en or "").casefold()
    by_name = next((kind for word, kind in _BY_NAME.items() if word in name), "plenary")
    if _MEETING.search(reading.release.heading.folded):  # some series are mostly of signings
        held = Counter({kind: count for kind, count in held.items() if kind not in _NO_MEETINGS})
    usual = held.most_common(1)[0][0] if held else by_name
    return Found(usual, "title", is_sure=False)


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
    is_today = day is not None and begins == told
    said = _setting_off(reading) if not day or is_today else None
    if is_today:
        said = said or _said_of_that_day(reading)
    if not day or is_today:
        said = said or _foretold(reading)
    said = said or _find_to_come(reading, day)
    return said or Found("held", day.at if day and told else "title", is_sure=bool(day and told))


def _find_to_come(reading: Reading, day: Found | None) -> Found | None:
    """Announced, where an early sentence says so; without a day, before any says what was done."""
    for sentence in reading.lead(1 if day else _LEAD):
        if day and not sentence.is_first and _tells_later_day(sentence, reading):
            continue  # of what is on the day after
        to_come = _TO_COME.search(sentence.text)
        if not sentence.paragraph.number:
            to_come = to_come or _TITLE_TO_COME.search(sentence.text)
        done = None if day else (_WAS_DONE.search(sentence.text) or _LATELY.search(sentence.text))
        if done and (not to_come or done.start() < to_come.start()):
            return None
        if to_come or (not day and _MAY_COME.search(sentence.text)):
            return Found("announced", sentence.at)
    return None


def _foretold(reading: Reading) -> Found | None:
    """Announced, where a text of the very day says what they will do, not what they did.

    Chinese has no tense: 「會」 and 「將」 tell it, sentence by sentence; the first may do without.
    """
    told = reading.published
    first = (
        one
        for one in reading.body
        if _SETS_OUT.search(one.text) or any(not told or day.first <= told for day in one.days)
    )
    opening = [*reading.heading, *islice(first, 1)]
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


def _said_of_that_day(reading: Reading) -> Found | None:
    """Whether something was done or is to be on the very day of the text, if it says so."""
    today = [
        (sentence, day.start)
        for sentence in reading.lead(_LEAD)
        for day in sentence.days
        if day.first == reading.published
    ]
    for sentence, _ in today[:1]:
        done, to_come = _WAS_DONE.search(sentence.text), _TO_COME.search(sentence.text)
        is_early = sentence.paragraph.number <= 1
        if is_early and done and (not to_come or done.start() < to_come.start()):
            return Found("held", sentence.at)
    set_for = (one for one, start in today if _SET_FOR.search(one.before(start)))
    return next((Found("announced", one.at) for one in set_for), None)
