"""Who headed the sides, and who else took part, as far as the text says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern
from coop.draft.people.attendees import find_attending, find_hosts, list_received
from coop.draft.people.company import HEADS
from coop.draft.people.cues import CHAIRED, are_one_side
from coop.draft.people.doubts import mark_doubtful
from coop.draft.people.encounters import list_encounters
from coop.draft.people.heads import LED, ONE_A_SIDE, SPOKEN_AT, complete_heads, find_heads
from coop.draft.people.leaders import add_leader, list_companions, list_journey
from coop.draft.people.pictured import list_met, list_pictured
from coop.draft.people.presence import list_present
from coop.draft.people.speakers import is_told_beside, list_speakers
from coop.draft.people.titled import find_titled
from coop.draft.people.told import read_told
from coop.draft.text.tokens import fold_script

if TYPE_CHECKING:
    from coop.draft.names.someone import Someone
    from coop.draft.people.told import Told
    from coop.draft.text.reading import Found, Reading

_JOURNEY = load_pattern("event.journey")
_HOMES = {"hksar", "macao"}


def find_people(
    reading: Reading, kind: str, ordinal: Found | None, day: Found | None
) -> tuple[list[Someone], list[Someone]]:
    """The heads of the sides, and the others of whom the text says that they took part."""
    told = read_told(reading, kind, ordinal, day)
    heads = _list_heads(told, kind)
    has_home = any(one.side in _HOMES for one in heads.values())
    if not has_home and (titled := find_titled(reading)):
        heads = {titled.who: titled} | heads
    if kind in LED:
        heads = _without_company(heads, told)
    others: dict[str, Someone] = {}
    for someone in (*list_present(told, kind), *list_pictured(told.pictures, heads)):
        if someone.who not in heads:
            others.setdefault(fold_script(someone.who), someone)  # 「餘文」 is 「余文」 too
    return mark_doubtful(heads, kind, told), list(others.values())


def _without_company(heads: dict[str, Someone], told: Told) -> dict[str, Someone]:
    """The heads, not those behind the first of Hong Kong or Macao who elsewhere are company."""
    along = {one.who for part in (*told.everything, *told.pictures) for one in part.company}
    first: dict[str, str] = {}
    for one in heads.values():
        first.setdefault(one.side, one.who)
    return {
        who: one
        for who, one in heads.items()
        if who not in along or who == first[one.side] or one.side not in _HOMES
    }


def _list_heads(told: Told, kind: str) -> dict[str, Someone]:
    apart = {one.who for part in told.beside for one in part.free[1:]}
    heads = find_heads(told.of_it, kind)
    outright = {one.side for one in heads.values()} - {""}
    if kind == "signing" and not heads:  # the text names only those who witnessed it
        heads = find_heads(told.pictures, kind)
    heads = _with_counterparts(heads, told, kind, apart)
    if not heads and kind in SPOKEN_AT:
        first = [part for part in told.everything if part.sentence.paragraph.number == 1]
        heads = add_leader(heads, first)
    if kind in {*ONE_A_SIDE, "signing"}:
        is_sure = kind in CHAIRED or not heads
        heard = list_speakers(heads, told.of_it, apart)
        heads |= {one.who: one._replace(is_sure=is_sure) for one in heard}
    if kind in CHAIRED and len(heads) == 1:
        heads = _with_attending(heads, told, outright)
    if not heads and kind not in SPOKEN_AT:
        heads = find_attending(told.of_it)
    if kind == "promotion" and len(heads) == 1:
        came = list_received(told.of_it, heads)
        heads |= {one.who: one._replace(is_sure=False) for one in came}
    heads |= {one.who: one for one in _list_hosts(told, kind, heads, apart)}
    return heads or find_heads(told.pictures, kind)


def _with_counterparts(
    heads: dict[str, Someone], told: Told, kind: str, apart: set[str]
) -> dict[str, Someone]:
    """The heads, those whom they travelled with or met, and who headed the other side."""
    if kind in LED:
        journey = list_journey(heads, told.everything, told.of_it)
        heads = add_leader(heads, journey, is_call=kind == "call")
        return heads | {one.who: one for one in list_encounters(heads, told.of_it)}
    if kind == "forum":
        return heads
    early = [part for part in told.of_it if not is_told_beside(part, kind)]
    complete_heads(heads, early, apart)
    heads |= {one.who: one for one in list_companions(heads, told.of_it)}
    if kind == "other":
        heads |= {one.who: one for one in list_encounters(heads, told.of_it)}
    return heads


def _with_attending(
    heads: dict[str, Someone], told: Told, outright: set[str]
) -> dict[str, Someone]:
    """The one head and those of other sides who attended; the head only with a part in it."""
    found = find_attending(told.of_it)
    beside = {who: one for who, one in found.items() if one.side not in outright}
    is_kept = outright if beside else _has_part(next(iter(heads)), told)
    return (heads if is_kept else {}) | beside


def _list_hosts(told: Told, kind: str, heads: dict[str, Someone], apart: set[str]) -> list[Someone]:
    """Heads of another side where all told are of one: in a picture, named early, attending."""
    if kind not in {*LED, "other"} or not are_one_side(list(heads.values())):
        return []
    came = [one._replace(is_sure=False) for one in list_received(told.of_it, heads)]
    ways = (
        list_met(told.pictures, heads),
        came if kind in LED else (),
        find_hosts(told.of_it, heads, apart),
        came,
    )
    return next((found for way in ways if (found := list(way))), [])


def _has_part(who: str, told: Told) -> bool:
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
