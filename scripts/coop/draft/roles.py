"""Who headed the sides, and who else took part, as far as the text says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.draft.attendees import find_attending, list_received
from coop.draft.company import HEADS, Part, part_people, recall
from coop.draft.cues import CHAIRED, MOST, are_one_side, list_subjects
from coop.draft.doubts import mark_doubtful
from coop.draft.holders import Holders
from coop.draft.leaders import add_leader, list_journey
from coop.draft.occasions import Occasion, is_of_another
from coop.draft.patterns import load_pattern
from coop.draft.people import is_national
from coop.draft.pictured import list_met, list_pictured
from coop.draft.release import MOST_PARAGRAPHS
from coop.draft.speakers import IN_TURN, is_told_beside, list_speakers
from coop.edtf import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.draft.people import Someone
    from coop.draft.reading import Found, Reading, Sentence

_CUES = {
    "plenary": ("preside", "chair", "met", "spoke"),
    "working-meeting": ("preside", "chair", "met", "spoke"),
    "task-force": ("preside", "chair", "met", "spoke"),
    "call": ("met", "chair"),
    "visit": ("met", "chair"),
    "signing": ("signed", "met"),
    "promotion": ("officiated", "spoke", "chair", "said"),
    "forum": ("officiated", "spoke", "chair", "said"),
    "other": ("officiated", "chair met present spoke"),
}
_BEFORE_MEETING = load_pattern("people.before_meeting")
_BEFORE_THAT = load_pattern("people.before_that")
_ACTING = load_pattern("people.acting")
_SIGNED_THERE = load_pattern("people.signed_there")
_LOOKS_ON = load_pattern("people.looks_on")
_THREE_SIDES = load_pattern("people.three_sides")
_WITNESSED = load_pattern("people.witnessed")
_JOURNEY = load_pattern("event.journey")
_LED = {"visit", "call"}
_SPOKEN = {"forum", "promotion"}
_ONE_A_SIDE = {*CHAIRED, "other"}
_EARLY = 2
_LEAD = 4
_PLACED = {("visit", "met"): 2, ("other", "present"): 1}
_LIST = 3
_THREE = 3


class _Told(NamedTuple):
    """The sentences with their people.

    All of them, those of the event, those of what was before or after it, and those below pictures.
    """

    everything: list[Part]
    of_it: list[Part]
    beside: list[Part]
    pictures: list[Part]


def find_people(
    reading: Reading, kind: str, ordinal: Found | None, day: Found | None
) -> tuple[list[Someone], list[Someone]]:
    """The heads of the sides, and the others of whom the text says that they took part."""
    told = _read_told(reading, kind, ordinal, day)
    heads = _list_heads(told, kind)
    others: dict[str, Someone] = {}
    for someone in (*_list_present(told, kind), *list_pictured(told.pictures, heads)):
        if someone.who not in heads:
            others.setdefault(someone.who, someone)
    return mark_doubtful(heads.values(), kind), list(others.values())


def _read_told(reading: Reading, kind: str, ordinal: Found | None, day: Found | None) -> _Told:
    when = parse_edtf(day.value) if day else None
    then = reading.published or (when.start if when else None)
    holders = Holders(reading.catalog, then)
    parts = _read_parts((*reading.body, *reading.heading), holders)
    pictures = _read_parts(reading.captions, holders)
    if not any(part.free or part.company for part in parts):  # a page of pictures
        parts = pictures
    own = Occasion(kind, int(ordinal.value) if ordinal else None, when)
    on_the_day = own._replace(kind="call")  # pictures of the days around are of something else
    old = [one.sentence.paragraph for one in pictures if is_of_another(one.sentence, on_the_day)]
    pictures = [part for part in pictures if part.sentence.paragraph not in old]
    beside = [part for part in parts if kind in CHAIRED and _is_beside_meeting(part)]
    of_it = [part for part in parts if part not in beside and not is_of_another(part.sentence, own)]
    return _Told(parts, of_it, beside, pictures)


def _list_heads(told: _Told, kind: str) -> dict[str, Someone]:
    apart = {one.who for part in told.beside for one in part.free[1:]}
    heads = _find_heads(told.of_it, kind)
    if kind == "signing" and not heads:  # the text names only those who witnessed it
        heads = _find_heads(told.pictures, kind)
    if kind in _LED:
        journey = list_journey(heads, told.everything, told.of_it)
        heads = add_leader(heads, journey, is_call=kind == "call")
    elif kind != "forum":
        early = [part for part in told.of_it if not is_told_beside(part, kind)]
        _complete(heads, early, apart)
    if not heads and kind in _SPOKEN:
        first = [part for part in told.everything if part.sentence.paragraph.number == 1]
        heads = add_leader(heads, first)
    if kind in {*_ONE_A_SIDE, "signing"}:
        is_sure = kind in CHAIRED or not heads
        heard = list_speakers(heads, told.of_it, apart)
        heads |= {one.who: one._replace(is_sure=is_sure) for one in heard}
    if kind in CHAIRED and len(heads) == 1:
        came = find_attending(told.of_it)
        heads = came or (heads if _has_part(next(iter(heads)), told) else {})
    if not heads and kind not in _SPOKEN:
        heads = find_attending(told.of_it)
    if kind == "promotion" and len(heads) == 1:
        heads |= {one.who: one for one in list_received(told.of_it, heads)}
    heads |= {one.who: one for one in _list_hosts(told, kind, heads)}
    return heads or _find_heads(told.pictures, kind)


def _list_hosts(told: _Told, kind: str, heads: dict[str, Someone]) -> Iterator[Someone]:
    """Heads of another side where all told are of one: in a picture, or as who attended."""
    if heads and kind in {*_LED, "other"} and are_one_side(list(heads.values())):
        met = list(list_met(told.pictures, heads))
        yield from met
        if kind in _LED and not met:
            yield from list_received(told.of_it, heads)


def _has_part(who: str, told: _Told) -> bool:
    """Whether a sentence says that someone sets out, chairs, meets or attends: not only speaks."""
    opening = (part for part in told.everything if part.sentence.paragraph.number == 1)
    if any(
        part.free[:1] and part.free[0].who == who and _JOURNEY.search(part.sentence.text)
        for part in opening
    ):
        return True
    named = (part for part in told.of_it if any(one.who == who for one in part.free))
    cues = [HEADS[cue] for cue in ("preside", "chair", "met", "present", "spoke")]
    return any(cue.search(part.sentence.text) for part in named for cue in cues)


def _list_present(told: _Told, kind: str) -> Iterator[Someone]:
    """Who came with someone, or of whom a sentence of the event says that they were there."""
    everyone = ((part, one) for part in told.everything for one in part.free)
    national = {one.who for part, one in everyone if is_national(one, part.sentence)}
    for part in told.everything:
        yield from part.company
        is_told = part in told.beside or (part in told.of_it and _tells_presence(part))
        present = part.free if is_told else _listed(part, kind)
        yield from (one for one in present if one.who not in national)


def _read_parts(sentences: Iterable[Sentence], holders: Holders) -> list[Part]:
    """The sentences with their people; not those of who acts for someone absent."""
    named = ((one, holders.find(one)) for one in sentences if not _ACTING.search(one.text))
    return recall([part_people(sentence, people) for sentence, people in named])


def _is_beside_meeting(part: Part) -> bool:
    """Whether a sentence tells whom someone saw before or after the meeting itself."""
    text = part.sentence.text
    is_apart = _BEFORE_MEETING.search(text) and HEADS["met"].search(text)
    return bool(is_apart and not HEADS["preside"].search(text))


def _tells_presence(part: Part) -> bool:
    """Whether a sentence says who chaired, or further down who attended."""
    text = part.sentence.text
    signed = HEADS["signed"].search(text) and _SIGNED_THERE.search(text)
    looks_on = _LOOKS_ON.search(text)
    present = signed or HEADS["present"].search(text) or IN_TURN.search(text)
    further = looks_on or (part.sentence.paragraph.number > 1 and present)
    return bool(further or HEADS["chair"].search(text) or HEADS["preside"].search(text))


def _find_heads(parts: list[Part], kind: str) -> dict[str, Someone]:
    heads: dict[str, Someone] = {}
    usual = _CUES.get(kind, ("chair",))
    for cues in ("met",) if kind == "signing" and _meet_first(parts) else usual:
        for cue, someone in _told_by(cues.split(), parts, kind, heads):
            has_room = len(heads) < MOST[cue] or _is_third_side(someone, heads)
            is_second = cue != "officiated" and _is_second(someone, heads, kind)
            if has_room and not is_second and not _is_unplaced(someone, heads, (kind, cue)):
                heads.setdefault(someone.who, someone)
        if len(heads) > 1:
            break
    return heads


def _told_by(
    cues: list[str], parts: list[Part], kind: str, heads: dict[str, Someone]
) -> Iterator[tuple[str, Someone]]:
    """The people whom the first cue of each sentence is about, in the order of the text.

    `heads` are those found by then: who spoke beside them comes no more.
    """
    for part in parts:
        if kind in _LED and _is_round(part):
            continue
        cue = next((one for one in cues if HEADS[one].search(part.sentence.text)), "")
        last = _EARLY if cue == "spoke" and kind in CHAIRED else MOST_PARAGRAPHS
        if not cue or part.sentence.paragraph.number > last:
            continue
        if heads and is_told_beside(part, kind):
            continue
        for one in list_subjects(part, HEADS[cue], cue):
            if not (is_national(one, part.sentence) and _is_spoken_of(one, part, cue)):
                yield cue, one


def _is_spoken_of(someone: Someone, part: Part, cue: str) -> bool:
    """Whether a sentence tells what someone else said of a head of state or government."""
    return cue not in {"met", "preside", "chair"} or bool(
        HEADS["said"].search(part.sentence.text, 0, someone.start)
    )


def _meet_first(parts: list[Part]) -> bool:
    """Whether the first paragraph says that two sides met, whose people signed something then."""
    opening = (part for part in parts if part.sentence.paragraph.number == 1)
    return any(
        HEADS["met"].search(part.sentence.text)
        and not HEADS["signed"].search(part.sentence.text)
        and len({one.side for one in part.free} - {""}) > 1
        for part in opening
    )


def _is_round(part: Part) -> bool:
    """Whether a sentence further down lists all whom someone saw on a journey."""
    return part.sentence.paragraph.number > _EARLY and len(part.free) > _LIST


def _is_second(someone: Someone, heads: dict[str, Someone], kind: str) -> bool:
    """Whether a side has its head already: who is named later for it came along."""
    return (
        kind in _ONE_A_SIDE
        and bool(someone.side)
        and any(one.side == someone.side for one in heads.values())
    )


def _is_unplaced(someone: Someone, heads: dict[str, Someone], told: tuple[str, str]) -> bool:
    """Whether nothing tells the side of someone met or present behind the heads told by then."""
    return not someone.side and len(heads) >= _PLACED.get(told, MOST_PARAGRAPHS)


def _is_third_side(someone: Someone, heads: dict[str, Someone]) -> bool:
    """Whether someone is of a side of its own, where each side has one head: of three parties."""
    sides = {one.side for one in heads.values()}
    return bool(someone.side) and someone.side not in sides and len(sides - {""}) == len(heads)


def _complete(heads: dict[str, Someone], parts: list[Part], apart: set[str]) -> None:
    """Add the first one named early of a side whose head is not told outright.

    Not of those whom someone saw apart from the meeting.
    """
    lead = [part for part in parts if part.sentence.paragraph.number <= _LEAD]
    most = max((_count_sides(part, heads) for part in lead), default=0)
    early = (
        one
        for part in lead
        for one in _present(part)
        if one.who not in apart and not is_national(one, part.sentence)
    )
    for someone in early:
        sides = {one.side for one in heads.values()}
        if someone.side and someone.side not in sides and len(sides) < max(most, _EARLY):
            heads[someone.who] = someone


def _count_sides(part: Part, heads: dict[str, Someone]) -> int:
    """How many sides a sentence tells of: in words, or by its people and the heads by then."""
    here = {one.side for one in _present(part)} - {""}
    named = len(here | {one.side for one in heads.values()}) if len(here) > 1 else 0
    return max(named, _THREE if _THREE_SIDES.search(part.sentence.text) else 0)


def _present(part: Part) -> tuple[Someone, ...]:
    """Who is the subject of a sentence, or witnessed what both sides signed."""
    return (*part.free, *(part.company if _WITNESSED.search(part.sentence.text) else ()))


def _listed(part: Part, kind: str) -> tuple[Someone, ...]:
    """The people of a sentence that is a list of them with their posts; not who is called on."""
    people = part.free
    text = part.sentence.text
    is_call = kind not in _LED and HEADS["met"].search(text)
    return people if len(people) >= _LIST and not (is_call or _BEFORE_THAT.search(text)) else ()
