"""Where an event was by the venue named, of which a reader knows the city: "Government House"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.places.event import Event
    from coop.draft.text.reading import Reading, Sentence

_HONG_KONG, _MACAO = "hong-kong", "macao"
_HONG_KONG_SIGN, _MACAO_SIGN = "港", "澳"
_HKSAR = "hksar"
_VENUES = {
    place: load_pattern(f"places.venues.{place}") for place in (_HONG_KONG, "beijing", _MACAO)
}
_HELD_BEFORE = load_pattern("places.held_before")
_DAY_BESIDE = load_pattern("places.day_after")
_DAY_BEFORE = load_pattern("places.day_before")
_BACK_HOME = load_pattern("places.back_home")
_OTHER_TIME = load_pattern("event.other_time")


def list_venues(sentence: Sentence, reading: Reading, event: Event) -> Iterator[tuple[bool, str]]:
    """The places of the venues in a sentence, each with whether something was held there.

    Not of where someone who is back told the press of the event.
    """
    if _BACK_HOME.search(sentence.text):
        return
    for place, pattern in _VENUES.items():
        venue = pattern.search(sentence.text)
        if not venue or event.is_far(sentence, venue.start()):
            continue
        before = sentence.before(venue.start(), 80)
        if not _OTHER_TIME.search(before):
            of_macao = place == _HONG_KONG and _is_of_macao(reading)
            is_then = _DAY_BESIDE.match(sentence.text, venue.end()) or _DAY_BEFORE.search(before)
            is_held = is_then is not None or _HELD_BEFORE.search(before) is not None
            yield is_held, _MACAO if of_macao else place


def _is_of_macao(reading: Reading) -> bool:
    """Whether a text is of Macao alone, which has a Government Headquarters and the like too."""
    lead = reading.lead(1)
    text = "".join(one.text for one in lead).replace(_HONG_KONG_SIGN + _MACAO_SIGN, "")
    people = (reading.catalog.people[who] for one in lead for _, who in one.of("person"))
    bodies = {post.post.partition("/")[0] for person in people for post in person.posts}
    sides = {reading.catalog.organisations[body].side.value for body in bodies}
    is_told = _MACAO_SIGN in text or _MACAO in sides
    return is_told and _HONG_KONG_SIGN not in text and _HKSAR not in sides
