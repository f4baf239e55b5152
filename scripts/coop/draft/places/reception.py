"""Where guests are received, of whom a text says only by whom: at home with their host.

Leaders of the nation receive where the report was sent from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.names.sides import side_of_words
from coop.draft.patterns import load_pattern
from coop.draft.places.seats import find_seat
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    import re

    from coop.draft.places.event import Event
    from coop.draft.text.reading import Reading, Sentence

_LEAD = 2
_NEAR = 12
_RECEIVES = load_pattern("places.receives")
_CALLS_ON = load_pattern("places.calls_on")
_AWAY = load_pattern("places.away")
_SOCIETIES = load_pattern("places.societies")
_LEADERS = load_pattern("places.leaders")
_HOMES = {"hksar": "hong-kong", "macao": "macao"}


def find_home(reading: Reading, event: Event) -> Found | None:
    """The city of the one side that receives a delegation or a caller; not where someone is away.

    Of the Mainland's side it is not known in which city it receives.
    """
    lead = reading.lead(_LEAD)
    if not any(_AWAY.search(one.text) for one in lead):
        for sentence in lead:
            if side := _host(sentence):
                return Found(_HOMES[side], sentence.at, is_sure=False)
    return _with_leaders(reading) or find_seat(reading, lead, event)


def _with_leaders(reading: Reading) -> Found | None:
    """Where a report was sent from that opens with whom a leader of the nation received."""
    opening = next(iter(reading.body), None)
    city = place_of_dateline(reading)
    if not city or not opening or not _LEADERS.search(opening.text):
        return None
    return Found(city, opening.at, is_sure=False)


def place_of_dateline(reading: Reading) -> str:
    """The place that the dateline names; empty where it names none on record."""
    words = reading.release.dateline.place
    found = (mention.of("place") for mention in reading.lexicon.find_in(words))
    return next((ids[0] for ids in found if ids), "")


def _host(sentence: Sentence) -> str:
    """The side that the subject of a reception is of, or whoever is called on; else empty."""
    text = sentence.text
    received, called = _RECEIVES.search(text), _CALLS_ON.search(text)
    if received:
        host = _subject(text, received)
        near = text[received.end() :][: None if received[0].isascii() else _NEAR]
        guest = near if received[0].isascii() or received[0].endswith("的") else received[0]
        return "" if _SOCIETIES.search(host) else _home_side(host, guest)
    if called:
        return _home_side(text[called.end() :], _subject(text, called))
    return ""


def _subject(text: str, cue: re.Match[str]) -> str:
    return text[: cue.start()]


def _home_side(host: str, guest: str) -> str:
    """The side of a host in Hong Kong or Macao, if the guest is of another."""
    side = side_of_words(host)
    return side if side in _HOMES and side_of_words(guest) != side else ""
