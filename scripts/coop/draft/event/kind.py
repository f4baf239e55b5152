"""The kind of event that a release tells of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coop.draft.dates.choosing import met_day
from coop.draft.patterns import Pattern, load_pattern
from coop.draft.platforms.finding import names_working_meeting
from coop.draft.platforms.sessions import list_sessions
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    from coop.draft.text.reading import Reading, Sentence

_LEAD = 2
_EARLY = 3
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
_ASIDE = Pattern(r", (?:who|which) [^,;.]*(?:, |$)")
_RETURNS = load_pattern("event.returns")
_LEAVES_HOME = load_pattern("event.leaves_home")
_ALSO_ATTENDS = load_pattern("event.also_attends")
_FORCE, _FORCE_KIND = "force", "task-force"
_STRONG = ("promotion", "forum", "signing")
_LARGE = {"promotion", "forum"}
_TRIPS = {"visit", "call"}
_NO_MEETINGS = {"signing", *_TRIPS}
_MEETING = load_pattern("event.meeting_named")
_LONG_AGO = load_pattern("event.long_ago")
_CONFERENCE_HELD = load_pattern("event.conference_held")
_MEANWHILE = load_pattern("event.meanwhile")
_OTHER_TIME = load_pattern("event.other_time")
_STAY = load_pattern("event.stay")
_STAYS_HERE = load_pattern("event.stays_here")
_MEETING_TOLD = load_pattern("event.meeting_told")
_ENDED = load_pattern("event.ended")
_GOES_ON = load_pattern("event.goes_on")
_LENGTH = load_pattern("event.length")
_OF_AN_EVENT = load_pattern("event.of_an_event")
_YET_TO_BE = load_pattern("event.yet_to_be")
_ANNUAL_MEETING = load_pattern("event.annual_meeting")
_SIGN_LATER = load_pattern("event.sign_later")
_SIGNING_SEEN = load_pattern("event.signing_seen")
_SETS_OUT = load_pattern("event.sets_out")
_SESSION_HELD = load_pattern("event.session_held")
_CHAIRED = load_pattern("event.chaired")
_SPEAKS_OF = load_pattern("event.speaks_of")


def find_kind(reading: Reading, platform: str) -> Found:
    """The kind of meeting: by its name, else as the platform's meetings mostly are."""
    of_series = _kind_of_series(reading, platform) if platform else None
    for find in (_find_titled, _find_journey) if of_series else ():
        if told := find(reading, platform):
            return told
    if of_series and of_series.value not in _TRIPS:
        return of_series
    finders = (_find_numbered, _find_departure, _find_stay, _find_conference)
    if told := next(filter(None, (find(reading) for find in finders)), None):
        return told
    held = [one for one in reading.lead(1) if _SESSION_HELD.search(one.text)]
    chaired = [one for one in reading.lead(1) if _CHAIRED.search(one.text)]
    for sentences in (reading.heading, reading.lead(1), () if held else reading.lead(2)):
        for sentence in sentences:
            kind = _loose_kind(sentence)
            if kind and not (kind == "signing" and chaired):
                return Found(kind, sentence.at)
    opening = (*reading.heading, *reading.body[:1])
    is_event = any(_OF_AN_EVENT.search(one.text) for one in opening)
    below = () if is_event else (*reading.captions, *reading.lead(_LATER))
    kinds = ((_loose_kind(sentence), sentence) for sentence in below)
    found = ((kind, sentence) for kind, sentence in kinds if kind in _TRIPS)
    sessions = ((_KINDS[0][0], one) for one in (*held, *chaired))
    kind, at = next(((kind, one.at) for kind, one in (*sessions, *found)), ("other", "title"))
    return Found(kind, at, is_sure=False)


def _loose_kind(sentence: Sentence) -> str:
    """The kind that the words of a sentence tell; empty if none."""
    is_below = sentence.paragraph.number > 1  # where it also says what someone said
    text = _ASIDE.sub(", ", sentence.text)
    found = [
        (match.start(), kind)
        for kind, pattern in _LOOSE_KINDS
        if (match := pattern.search(text))
        and not _MEANWHILE.match(text, match.end())
        and not (kind == "signing" and _SIGN_LATER.search(text[: match.start()]))
        and not (is_below and _SPEAKS_OF.search(text[: match.start()]))
        and not (kind == "forum" and _ALSO_ATTENDS.search(text[: match.start()]))
    ]
    witnessed = len(found) > 1 and _SIGNING_SEEN.search(text)
    strong = [
        kind for _, kind in found if kind in _STRONG and not (witnessed and kind == "signing")
    ]
    return (strong or [min(found, default=(0, ""))[1]])[0]


def _find_numbered(reading: Reading) -> Found | None:
    """A meeting of bodies on no record, told by its number or as their yearly review.

    It is a working meeting, one of a task force or a plenary of a committee.
    """
    is_visit = any(_loose_kind(one) == "visit" for one in reading.heading)
    for sentence in reading.lead(_EARLY):
        if _ANNUAL_MEETING.search(sentence.text):
            return Found(_KINDS[0][0], sentence.at)
    told = (
        Found(one.kind, sentence.at)
        for sentence in (*reading.lead(1 if is_visit else _LEAD), *reading.captions)
        for one in list_sessions(sentence)
    )
    return next(told, None)


def _find_departure(reading: Reading) -> Found | None:
    """A visit, where a notice of who acts opens with a departure, whatever is attended there.

    So does any text that opens with someone leaving, and tells of the return.
    """
    if any(_CONFERENCE_HELD.search(one.text) for one in reading.heading):
        return None
    returns = any(_RETURNS.search(one.text) for one in reading.body)
    cue = _SETS_OUT if reading.is_notice else _LEAVES_HOME
    opening = [one for one in reading.lead(1) if one.paragraph.number]
    opening = opening[:1] if _opens_with_call(reading) else opening
    leaves = (one for one in opening if (reading.is_notice or returns) and cue.search(one.text))
    return next((Found("visit", one.at) for one in leaves), None)


def _find_conference(reading: Reading) -> Found | None:
    """A session of a conference or a group that is on no record: 「某某合作會議昨日舉行」.

    Not where the title tells of a visit.
    """
    is_visit = any(_STAY.search(one.text) for one in reading.heading)
    for sentence in () if is_visit else reading.lead(_LEAD):
        if found := _CONFERENCE_HELD.search(sentence.text):
            is_other = _OTHER_TIME.search(sentence.before(found.start(), 90))
            is_told = not (is_other or _LONG_AGO.search(found[0]))
            is_told &= not _YET_TO_BE.search(sentence.before(found.end()))
            told = [name for name, said in found.groupdict().items() if said]
            is_force = any(name.startswith(_FORCE) for name in told)
            kind = _FORCE_KIND if is_force else _KINDS[0][0] if told else "plenary"
            return Found(kind, sentence.at, is_sure=False) if is_told else None
    return None


def _find_titled(reading: Reading, platform: str) -> Found | None:
    """The forum or promotion of the title, where it and the first sentence name no series."""
    opening = (*reading.heading, *reading.body[:1])
    if any(named == platform for one in opening for _, named in one.of("platform")):
        return None
    kinds = ((_loose_kind(one), one.at) for one in reading.heading)
    return next((Found(kind, at) for kind, at in kinds if kind in _LARGE), None)


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
    attends = any(named == platform for one in opening for _, named in one.of("platform"))
    is_long |= not attends and any(_RETURNS.search(one.text) for one in reading.body)
    return Found("visit", opening[0].at) if is_long else None


def _opens_with_call(reading: Reading) -> bool:
    """Whether the first sentence tells that two met."""
    return any(_loose_kind(one) == "call" for one in reading.body[:1])


def _find_stay(reading: Reading) -> Found | None:
    """A visit of several days, whatever was signed and whoever was called on meanwhile.

    Not where the title tells of a signing, or of a meeting of today, and of no visit: then someone
    only stays that long.
    """
    others = ("promotion", "forum")
    titled = {
        kind
        for kind in ("signing", "call", "visit")
        for sentence in reading.heading
        if dict(_LOOSE_KINDS)[kind].search(sentence.text)
    }
    if titled == {"signing"} or (titled == {"call"} and _receives_now(reading)):
        return None
    for sentence in reading.lead(_LEAD):
        if sentence.paragraph.number > 1 and not _GOES_ON.search(sentence.text):
            continue
        if any(dict(_LOOSE_KINDS)[kind].search(sentence.text) for kind in others):
            return None
        is_over = _ENDED.search(sentence.text) is not None
        if _opens_with_call(reading) and not (sentence.is_first or is_over):
            return None  # it only tells how long the guest stays
        cues = (_LENGTH.search(sentence.text), _GOES_ON.search(sentence.text))
        is_long = any(cues) or any(
            day.form == "day" and day.first != day.last for day in sentence.days
        )
        if is_long and sentence.paragraph.number and _STAY.search(sentence.text):
            return Found("visit", sentence.at)
    return None


def _receives_now(reading: Reading) -> bool:
    """Whether a guest who stays in Hong Kong for some days was met on the day of the text."""
    days = (met_day(sentence, reading.published) for sentence in reading.lead(_LEAD))
    is_now = any(day and day.first == reading.published for day in days)
    return is_now and any(_STAYS_HERE.search(one.text) for one in reading.lead(1))


def _kind_of_series(reading: Reading, platform: str) -> Found:
    found = reading.catalog.platforms[platform]
    held = Counter(meeting.kind.value for meeting in reading.past.meetings_of(found))
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
