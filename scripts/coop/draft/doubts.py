"""Of which heads of sides the text may mean that they only came along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.cues import CHAIRED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.draft.people import Someone


def mark_doubtful(heads: Iterable[Someone], kind: str) -> list[Someone]:
    """The heads in order, not sure of whoever stands behind the first of a side.

    Nor of someone behind others whose side nothing tells, or of whom no more is told than what
    they said. Those who chair a session are told as such.
    """
    told: set[str] = set()
    marked: list[Someone] = []
    for one in heads:
        is_first = one.side not in told if one.side else not marked
        marked.append(one._replace(is_sure=one.is_sure and (kind in CHAIRED or is_first)))
        told |= {one.side} - {""}
    return marked
