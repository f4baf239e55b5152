"""Whom the words below pictures name of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern
from coop.draft.people.company import HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.names.someone import Someone
    from coop.draft.people.company import Part

_PICTURED = load_pattern("people.pictured")
_ARCHIVE = load_pattern("people.archive")


def list_met(pictures: list[Part], heads: dict[str, Someone]) -> Iterator[Someone]:
    """Whom the words below a picture say that a head met, where the text names none of them."""
    for part in pictures:
        met = HEADS["met"].search(part.sentence.text)
        if not met or _ARCHIVE.search(part.sentence.paragraph.folded):
            continue
        sides = {heads[one.who].side for one in part.free if one.who in heads}
        hosts = [one for one in part.free if sides and one.side and one.side not in sides]
        yield from hosts[:1]


def list_pictured(pictures: list[Part], heads: dict[str, Someone]) -> Iterator[Someone]:
    """Who stands beside a head in a picture of the event, not one from the archives."""
    for part in pictures:
        everyone = (*part.free, *part.company)
        is_old = _ARCHIVE.search(part.sentence.paragraph.folded)
        is_of_it = _PICTURED.search(part.sentence.text) and not is_old
        sides = {heads[one.who].side for one in everyone if one.who in heads}
        if is_of_it and sides:
            yield from (one for one in everyone if not one.side or one.side in sides)
