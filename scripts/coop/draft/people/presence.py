"""Who else took part: who came with someone, or of whom the text says that they were there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.names.people import is_national
from coop.draft.patterns import load_pattern
from coop.draft.people.company import HEADS
from coop.draft.people.cues import CHAIRED
from coop.draft.people.heads import LED
from coop.draft.people.speakers import IN_TURN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.names.someone import Someone
    from coop.draft.people.company import Part
    from coop.draft.people.told import Told

_BEFORE_THAT = load_pattern("people.before_that")
_SIGNED_THERE = load_pattern("people.signed_there")
_LOOKS_ON = load_pattern("people.looks_on")
_LIST = 3
HELD = {*CHAIRED, *LED, "promotion", "forum"}


def list_present(told: Told, kind: str) -> Iterator[Someone]:
    """Who came with someone, or of whom a sentence of the event says that they were there."""
    everyone = ((part, one) for part in told.everything for one in part.free)
    national = {one.who for part, one in everyone if is_national(one, part.sentence)}
    for part in told.everything:
        yield from part.company
        present = _present_in(part, told, kind)
        yield from (one for one in present if one.who not in national)


def _present_in(part: Part, told: Told, kind: str) -> tuple[Someone, ...]:
    """Who is told as there in a part of the text, beside the heads and their company."""
    if part in told.beside:
        return part.free
    if part not in told.of_it:
        return ()
    return part.free if _tells_presence(part, kind) else _listed(part, kind)


def _tells_presence(part: Part, kind: str) -> bool:
    """Whether a sentence says who chaired, or further down who attended."""
    text = part.sentence.text
    is_of_it = kind in HELD and not HEADS["said"].search(text)
    signed = HEADS["signed"].search(text) and (is_of_it or _SIGNED_THERE.search(text))
    looks_on = _LOOKS_ON.search(text)
    present = signed or HEADS["present"].search(text) or IN_TURN.search(text)
    is_below = part.sentence.paragraph.number > 1 or (kind in LED and not part.sentence.is_first)
    further = looks_on or (is_below and present)
    return bool(further or HEADS["chair"].search(text) or HEADS["preside"].search(text))


def _listed(part: Part, kind: str) -> tuple[Someone, ...]:
    """The people of a sentence that is a list of them with their posts; not who is called on."""
    people = part.free
    text = part.sentence.text
    is_call = kind not in LED and HEADS["met"].search(text)
    return people if len(people) >= _LIST and not (is_call or _BEFORE_THAT.search(text)) else ()
