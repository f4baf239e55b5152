"""Whom a traveller dealt with, told one sentence after the other, whatever its verb is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.draft.names.people import is_national
from coop.draft.patterns import load_pattern
from coop.draft.people.attendees import is_inviter
from coop.draft.people.company import HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.names.someone import Someone
    from coop.draft.people.company import Part

_AGAIN = load_pattern("people.recalled")
_PRONOUN = load_pattern("people.pronoun")
_NEXT_MET = load_pattern("people.next_met")
_WITH = load_pattern("people.deals_with")
_WORD_GAP = re.compile("[- ]")
_MOST = 3


def list_encounters(heads: dict[str, Someone], parts: list[Part]) -> Iterator[Someone]:
    """The first of another side in each sentence in which the first head deals with them; not sure.

    Not who signed something there, who only invited the others, or of whom others speak.
    """
    if not heads:
        return
    leader = next(iter(heads.values()))
    for part in parts:
        hosts = [one for one in part.free if one.side not in {leader.side, ""}]
        if not hosts or len(part.free) > _MOST or not _deals(leader, hosts[0], part):
            continue
        host, text = hosts[0], part.sentence.text
        is_apart = HEADS["signed"].search(text) or HEADS["said"].search(text, 0, host.start)
        is_absent = is_national(host, part.sentence) or is_inviter(host, text)
        if host.who not in heads and not is_apart and not is_absent:
            yield host._replace(is_sure=False)


def _deals(leader: Someone, host: Someone, part: Part) -> bool:
    """Whether a sentence names a leader, be it by the family name or as "he", or only the host.

    Chinese leaves the traveller out: 「其後到訪港澳辦，與副主任甲交換意見」.
    """
    text = part.sentence.text
    if any(one.who == leader.who for one in part.free):
        return True
    words = set(_WORD_GAP.split(leader.who.casefold()))
    if any(found["family"].casefold() in words for found in _AGAIN.finditer(text)):
        return True
    is_left_out = host == part.free[0] and _WITH.search(text, 0, host.start) is not None
    return is_left_out or any(way.search(text) for way in (_PRONOUN, _NEXT_MET))
