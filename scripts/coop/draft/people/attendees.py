"""Who heads a side of whom the text says no more than that they attended, or went along."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from coop.draft.names.people import is_national
from coop.draft.patterns import load_pattern
from coop.draft.people.company import HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.names.someone import Someone
    from coop.draft.people.company import Part

_OF_MANY = load_pattern("people.of_many")
_INVITED_BY = load_pattern("people.invited_by")
_EARLY = 2
_LEAD = 4


def list_received(parts: list[Part], heads: dict[str, Someone]) -> Iterator[Someone]:
    """The first of another side who attended early on, where only one side's head is told."""
    sides = {one.side for one in heads.values()} - {""}
    for part in parts:
        early = part.sentence.paragraph.number in range(1, _EARLY + 1)
        text = part.sentence.text
        is_told = HEADS["present"].search(text) and not _OF_MANY.search(text)
        if len(sides) == 1 and early and is_told:
            came = [one for one in part.company if one.side and one.side not in sides]
            sides |= {one.side for one in came}
            yield from came[:1]


def find_attending(parts: list[Part]) -> dict[str, Someone]:
    """The first of each side of whom the text says no more than that they attended the meeting."""
    heads: dict[str, Someone] = {}
    for part in parts:
        early = part.sentence.paragraph.number in range(1, _LEAD + 1)
        if early and HEADS["present"].search(part.sentence.text):
            for one in sorted((*part.free, *part.company), key=attrgetter("start")):
                if one.side and all(one.side != head.side for head in heads.values()):
                    heads[one.who] = one
    return heads if len(heads) > 1 else {}


def find_hosts(parts: list[Part], heads: dict[str, Someone], apart: set[str]) -> Iterator[Someone]:
    """The first of each other side named early beside heads of one, be it along; not sure.

    Not who only invited them, or a head of state, of whom much else is told.
    """
    own = {one.side for one in heads.values()}
    sides = own | {""}
    early = [part for part in parts if part.sentence.paragraph.number <= _LEAD]
    named = [(part.sentence, one) for part in early for one in part.free]
    guests = [part for part in early if not _is_crowd(part, own)]
    along = [(part.sentence, one) for part in guests for one in part.company]
    for sentence, one in (*named, *along) if "" not in own else ():
        is_absent = is_national(one, sentence) or is_inviter(one, sentence.text)
        if one.side not in sides and not is_absent and one.who not in apart:
            sides.add(one.side)
            yield one._replace(is_sure=False)


def _is_crowd(part: Part, own: set[str]) -> bool:
    """Whether the company in a sentence is the heads' own, or a few of very many."""
    has_own = any(one.side in own for one in part.company)
    return has_own or _OF_MANY.search(part.sentence.text) is not None


def is_inviter(someone: Someone, text: str) -> bool:
    """Whether a text says of someone that they invited the others, no more."""
    return any(someone.start in range(*found.span()) for found in _INVITED_BY.finditer(text))
