"""Who sat across from whom: pairs of heads of different sides, with the meetings of each."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from coop.model.vocabulary import Side, Status

if TYPE_CHECKING:
    from coop.catalog import Catalog
    from coop.model import Meeting, Person

_ACROSS = (Side.MAINLAND, Side.MACAO)


class Pair(NamedTuple):
    """A head of the Hong Kong side, one of another side, and their meetings in time order."""

    ours: Person
    theirs: Person
    side: Side
    meetings: tuple[Meeting, ...]


def find_pairs(catalog: Catalog) -> tuple[Pair, ...]:
    """Every pair of heads at a meeting that was held: the most meetings first, then the earliest.

    Heads without a record of their own are left out: nobody can tell whether they are the same.
    """
    found: defaultdict[tuple[str, str, Side], list[Meeting]] = defaultdict(list)
    for meeting in catalog.meetings.values():
        if meeting.status is Status.HELD:
            heads = _heads(catalog, meeting)
            for side in _ACROSS:
                for ours, theirs in product(heads[Side.HKSAR], heads[side]):
                    found[ours, theirs, side].append(meeting)
    pairs = [
        Pair(catalog.people[ours], catalog.people[theirs], side, tuple(meetings))
        for (ours, theirs, side), meetings in found.items()
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair.meetings)))


def _heads(catalog: Catalog, meeting: Meeting) -> defaultdict[Side | None, list[str]]:
    heads: defaultdict[Side | None, list[str]] = defaultdict(list)
    for someone in meeting.principals:
        side, person = catalog.find_side(someone), someone.person
        if person and person in catalog.people and person not in heads[side]:
            heads[side].append(person)
    return heads
