"""Who speaks for each side at a session whose heads nobody names, and who after the heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.draft.names.someone import Someone
    from coop.draft.people.company import Part

IN_TURN = load_pattern("people.in_turn")
_ALSO_MET = load_pattern("people.also_met")
_SPEAKS = load_pattern("people.speaks")
_BESIDE = {"forum": IN_TURN, "promotion": IN_TURN, "call": _ALSO_MET}
_SIDES = 2


def list_speakers(
    heads: dict[str, Someone], parts: Iterable[Part], apart: set[str]
) -> list[Someone]:
    """Of each side without a head the first one whose words the text reports.

    「局長甲說……。廳長乙指出……。」 A side that alone is heard has told of the meeting, no more. Not
    of those whom someone saw apart from the meeting.
    """
    heard: dict[str, Someone] = {}
    for part in parts:
        for one in (*part.free, *part.company):
            is_heard = _SPEAKS.match(part.sentence.text, one.start) is not None
            if one.side and is_heard and one.who not in apart:
                heard.setdefault(one.side, one)
    sides = {one.side for one in heads.values()}
    if "" in sides or len(sides | set(heard)) < _SIDES:
        return []
    return [one for side, one in heard.items() if side not in sides]


def is_told_beside(part: Part, kind: str) -> bool:
    """Whether a sentence tells who spoke in turn after the heads, or who else received guests."""
    beside = _BESIDE.get(kind)
    return beside is not None and beside.search(part.sentence.text) is not None
