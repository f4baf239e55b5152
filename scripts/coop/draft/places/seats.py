"""Where the office sits that someone calls on or goes to: of bodies on record, and of the nation's.

It tells where the visit was only if nothing else does: a minister may also be called on elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.names.sides import side_of_words
from coop.draft.patterns import load_pattern
from coop.draft.places.geography import city_of
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.draft.places.event import Event
    from coop.draft.text.reading import Reading, Sentence

_CALLS_AT = load_pattern("places.calls_at")
_CALLS_THEN = load_pattern("places.calls_then")
_NATIONAL = load_pattern("places.national_body")
_CAPITAL = "beijing"
_OWNS = ("'s", "’s")
_NEAR = 90


def find_seat(reading: Reading, sentences: Iterable[Sentence], event: Event) -> Found | None:
    """The city of the first body of another side than the caller's that is gone to; to be checked.

    A province as the seat of its government tells no city.
    """
    for sentence in sentences:
        for start, end, side, place in _bodies(reading.catalog, sentence):
            before = sentence.before(start, _NEAR)
            cue = _CALLS_AT.search(before)
            is_short = cue and cue[0] in {"到", "前往", "在"}
            if not cue or event.is_far(sentence, start) or sentence.text[:end].endswith(_OWNS):
                continue
            if is_short and not _CALLS_THEN.match(sentence.text, end):
                continue
            if side_of_words(sentence.text[: start - len(before) + cue.start()]) != side:
                return Found(city_of(reading.catalog, place), sentence.at, is_sure=False)
    return None


def _bodies(catalog: Catalog, sentence: Sentence) -> Iterator[tuple[int, int, str, str]]:
    """The bodies that a sentence names, alone or in posts: where, their side and their seat."""
    taken = []
    for mention in sentence.mentions:
        ids = [*mention.of("body"), *(post.partition("/")[0] for post in mention.of("post"))]
        if ids:
            taken.append(range(mention.start, mention.end))
            body = catalog.organisations[ids[0]]
            is_city = body.place and catalog.places[body.place].kind.value != "province"
            if body.place and is_city:
                yield mention.start, mention.end, body.side.value, body.place
    for found in _NATIONAL.finditer(sentence.text):
        if not any(found.start() in span for span in taken):
            yield *found.span(), "mainland", _CAPITAL
