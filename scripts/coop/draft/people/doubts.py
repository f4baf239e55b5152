"""Of which heads of sides the text may mean that they only came along, or were elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.names.people import is_national
from coop.draft.people.cues import CHAIRED

if TYPE_CHECKING:
    from coop.draft.names.someone import Someone
    from coop.draft.people.told import Told


def mark_doubtful(heads: dict[str, Someone], kind: str, told: Told) -> list[Someone]:
    """The heads in order, not sure of whoever stands behind the first of a side.

    Nor of someone behind others whose side nothing tells, of whom no more is told than what they
    said, or who is named behind another of their side or first of all for something else. Those who
    chair a session are told as such.
    """
    doubtful = _list_behind_others(heads, told) | _list_named_apart(heads, told)
    sides: set[str] = set()
    marked: list[Someone] = []
    for one in heads.values():
        is_first = one.side not in sides if one.side else not marked
        is_sure = one.is_sure and one.who not in doubtful and (kind in CHAIRED or is_first)
        marked.append(one._replace(is_sure=is_sure))
        sides.add(one.side)
    return marked


def _list_behind_others(heads: dict[str, Someone], told: Told) -> set[str]:
    """The heads before whom the text names another of their side, who is none."""
    found: set[str] = set()
    seen: set[str] = set()
    sides: set[str] = set()
    for part in told.everything:
        for one in part.free:
            if one.who not in heads:
                sides |= set() if is_national(one, part.sentence) else {one.side} - {""}
            elif one.who not in seen and heads[one.who].side in sides:
                found.add(one.who)
            seen.add(one.who)
    return found


def _list_named_apart(heads: dict[str, Someone], told: Told) -> set[str]:
    """The heads whom a sentence names first that tells of something else than the event."""
    first: dict[str, bool] = {}
    for part in told.everything:
        for one in (*part.free, *part.company):
            first.setdefault(one.who, part in told.of_it)
    return {who for who in heads if not first.get(who, True)}
