"""Whom the text itself makes the heads of the sides: who chairs, meets, signs, opens or speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.names.people import is_national
from coop.draft.patterns import load_pattern
from coop.draft.people.company import HEADS
from coop.draft.people.cues import CHAIRED, MOST, list_subjects
from coop.draft.people.speakers import is_told_beside
from coop.draft.text.release import MOST_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.names.someone import Someone
    from coop.draft.people.company import Part

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
_THREE_SIDES = load_pattern("people.three_sides")
_WITNESSED = load_pattern("people.witnessed")
LED = {"visit", "call"}  # kinds of events that someone travels to
SPOKEN_AT = {"forum", "promotion"}
ONE_A_SIDE = {*CHAIRED, "other"}
_EARLY = 2
_LEAD = 4
_PLACED = {("visit", "met"): 2, ("other", "present"): 1}
_LIST = 3
_THREE = 3


def find_heads(parts: list[Part], kind: str) -> dict[str, Someone]:
    """Those whom the text makes the heads, by the first kind of cue that tells of two."""
    usual = _CUES.get(kind, ("chair",))
    if kind == "signing" and _meet_first(parts):
        usual = ("met",)
    heads: dict[str, Someone] = {}
    for cues in usual:
        if cues == "chair" and len(heads) == 1:
            heads = _outranking(heads, parts, kind) or heads
        _add_told(heads, cues.split(), parts, kind)
        if len(heads) > 1:
            break
    return heads | (_list_further(heads, parts, kind) if kind in SPOKEN_AT else {})


def _list_further(heads: dict[str, Someone], parts: list[Part], kind: str) -> dict[str, Someone]:
    """Who else is quoted at a forum beside those who gave speeches; not sure."""
    heard = dict(heads)
    _add_told(heard, ["said"], parts, kind)
    return {who: one._replace(is_sure=False) for who, one in heard.items() if who not in heads}


def _add_told(heads: dict[str, Someone], cues: list[str], parts: list[Part], kind: str) -> None:
    for cue, someone in _told_by(cues, parts, kind, heads):
        has_room = len(heads) < MOST[cue] or _is_third_side(someone, heads)
        is_second = cue != "officiated" and _is_second(someone, heads, kind)
        if has_room and not is_second and not _is_unplaced(someone, heads, (kind, cue)):
            heads.setdefault(someone.who, someone)


def _outranking(heads: dict[str, Someone], parts: list[Part], kind: str) -> dict[str, Someone]:
    """The two who led or spoke for their sides, where whoever alone presided is neither."""
    leading: dict[str, Someone] = {}
    others = [part for part in parts if not HEADS["preside"].search(part.sentence.text)]
    _add_told(leading, ["chair"], others, kind)
    sides = {one.side for one in leading.values()} - {""}
    is_told = kind in CHAIRED and len(sides) > 1 and not heads.keys() & leading.keys()
    return leading if is_told else {}


def _told_by(
    cues: list[str], parts: list[Part], kind: str, heads: dict[str, Someone]
) -> Iterator[tuple[str, Someone]]:
    """The people whom the first cue of each sentence is about, in the order of the text.

    `heads` are those found by then: who spoke beside them comes no more.
    """
    for part in parts:
        if kind in LED and (_is_round(part) or _is_signed_before(part, heads)):
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


def _is_signed_before(part: Part, heads: dict[str, Someone]) -> bool:
    """Whether a sentence tells what others signed while a head looked on."""
    looks_on = any(one.who in heads for one in part.company)
    return looks_on and HEADS["signed"].search(part.sentence.text) is not None


def _is_round(part: Part) -> bool:
    """Whether a sentence further down lists all whom someone saw on a journey."""
    return part.sentence.paragraph.number > _EARLY and len(part.free) > _LIST


def _is_second(someone: Someone, heads: dict[str, Someone], kind: str) -> bool:
    """Whether a side has its head already: who is named later for it came along."""
    return (
        kind in ONE_A_SIDE
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


def complete_heads(heads: dict[str, Someone], parts: list[Part], apart: set[str]) -> None:
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
