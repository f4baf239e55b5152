"""Who heads a side of whom the text says no more than that they attended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.company import HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.company import Part
    from coop.draft.people import Someone

_EARLY = 2


def list_received(parts: list[Part], heads: dict[str, Someone]) -> Iterator[Someone]:
    """The first of another side who attended early on, where only one side's head is told."""
    sides = {one.side for one in heads.values()} - {""}
    for part in parts:
        early = part.sentence.paragraph.number in range(1, _EARLY + 1)
        if len(sides) == 1 and early and HEADS["present"].search(part.sentence.text):
            came = [one for one in part.company if one.side and one.side not in sides]
            sides |= {one.side for one in came}
            yield from came[:1]


def find_attending(parts: list[Part]) -> dict[str, Someone]:
    """The first of each side of whom the text says no more than that they attended the meeting."""
    for part in parts:
        early = part.sentence.paragraph.number in range(1, _EARLY + 1)
        if not (early and HEADS["present"].search(part.sentence.text)):
            continue
        heads: dict[str, Someone] = {}
        for one in part.company:
            if one.side and all(one.side != head.side for head in heads.values()):
                heads[one.who] = one
        if len(heads) > 1:
            return heads
    return {}
