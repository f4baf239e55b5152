"""The kind of event that a release tells of."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from coop.draft.patterns import NUMBER, Pattern, load_pattern
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
_NUMBER = Pattern(NUMBER, re.IGNORECASE)
_RETURNS = load_pattern("event.returns")
_LEAVES_HOME = load_pattern("event.leaves_home")
_ALSO_ATTENDS = load_pattern("event.also_attends")
_STRONG = ("promotion", "forum", "signing")
_TRIPS = {"visit", "call"}
_NO_MEETINGS = {"signing", *_TRIPS}
_MEETING = load_pattern("event.meeting_named")
_MEANWHILE = load_pattern("event.meanwhile")
_OTHER_TIME = load_pattern("event.other_time")
_STAY = load_pattern("event.stay")
_MEETING_TOLD = load_pattern("event.meeting_told")
_GOES_ON = load_pattern("event.goes_on")
_LENGTH = load_pattern("event.length")
_OF_AN_EVENT = load_pattern("event.of_an_event")
_YET_TO_BE = load_pattern("event.yet_to_be")
_ANNUAL_MEETING = load_pattern("event.annual_meeting")
_AFTER_TASK_FORCE = load_pattern("event.after_task_force")
_MEETING_AFTER = load_pattern("event.meeting_after")
_MEETING_OF_TASK_FORCE = load_pattern("event.meeting_of_task_force")
_SIGNING_SEEN = load_pattern("event.signing_seen")
_SETS_OUT = load_pattern("event.sets_out")
_SPEAKS_OF = load_pattern("event.speaks_of")


def find_kind(reading: Reading, platform: str) -> Found:
    """The kind of meeting: by its name, else as the platform's meetings mostly are."""
    of_series = _kind_of_series(reading, platform) if platform else None
    if of_series and (journey := _find_journey(reading, platform)):
        return journey
    if of_series and of_series.value not in _TRIPS:
        return of_series
    if told := _find_numbered(reading) or _find_departure(reading) or _find_stay(reading):
        return told
    for sentences in (reading.heading, reading.lead(1), reading.lead(2)):
        for sentence in sentences:
            if kind := _loose_kind(sentence):
                return Found(kind, sentence.at)
    opening = (*reading.heading, *reading.body[:1])
    is_event = any(_OF_AN_EVENT.search(one.text) for one in opening)
    below = () if is_event else (*reading.captions, *reading.lead(_LATER))
    kinds = ((_loose_kind(sentence), sentence) for sentence in below)
    found = ((kind, sentence) for kind, sentence in kinds if kind in _TRIPS)
    kind, at = next(((kind, sentence.at) for kind, sentence in found), ("other", "title"))
    return Found(kind, at, is_sure=False)


def _loose_kind(sentence: Sentence) -> str:
    """The kind that the words of a sentence tell; empty if none."""
    is_below = sentence.paragraph.number > 1  # where it also says what someone said
    found = [
        (match.start(), kind)
        for kind, pattern in _LOOSE_KINDS
        if (match := pattern.search(sentence.text))
        and not _MEANWHILE.match(sentence.text, match.end())
        and not (is_below and _SPEAKS_OF.search(sentence.text[: match.start()]))
        and not (kind == "forum" and _ALSO_ATTENDS.search(sentence.text[: match.start()]))
    ]
    witnessed = len(found) > 1 and _SIGNING_SEEN.search(sentence.text)
    strong = [
        kind for _, kind in found if kind in _STRONG and not (witnessed and kind == "signing")
    ]
    return (strong or [min(found, default=(0, ""))[1]])[0]


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
            if _YET_TO_BE.search(sentence.before(number.start())):
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


def _find_journey(reading: Reading, platform: str) -> Found | None:
    """A visit, where a text opens with a journey of some days on which a series meets as well.

    Not where the title tells of a meeting.
    """
    opening = [one for one in reading.lead(1) if one.paragraph.number][:1]
    for title in reading.heading:
        is_named = any(named == platform for _, named in title.of("platform"))
        if is_named or _MEETING_TOLD.search(title.text) or not _STAY.search(title.text):
            return None
    if not any(cue.search(one.text) for one in opening for cue in (_STAY, _SETS_OUT)):
        return None
    is_long = any(day.first != day.last for one in opening for day in one.days)
    is_long |= any(_LENGTH.search(one.text) for one in opening)
    is_long |= any(_RETURNS.search(one.text) for one in reading.body)
    return Found("visit", opening[0].at) if is_long else None


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
        cues = (_LENGTH.search(sentence.text), _GOES_ON.search(sentence.text))
        is_long = any(cues) or any(
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
