"""Where an event took place: of all places that a text names, the one that it says so of.

Each place weighs by how it is named; of the places that a visit tells of, the paragraph counts too.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import load_pattern
from coop.draft.places.event import Event
from coop.draft.places.geography import (
    CAPITALS,
    OUTER,
    are_one,
    city_of,
    is_in_row,
    is_within,
    province_of,
)
from coop.draft.places.reception import find_home, place_of_dateline
from coop.draft.places.venues import list_venues
from coop.draft.places.weighing import ASKED, AT, HELD, NEAR, TO, weigh
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.draft.text.reading import Reading, Sentence
    from coop.draft.text.tokens import Mention

_LEAD = 4
_EARLY = 2
_PROVINCE = "province"
_WIDE = "region"
_SHORT = {
    weight: load_pattern(f"places.short.{name}")
    for weight, name in ((HELD, "held"), (TO, "gone_to"))
}
_SHORT_PLACES = {
    "本港": "hong-kong",
    "本澳": "macao",
    "京": "beijing",
    "港": "hong-kong",
    "穗": "guangzhou",
    "沪": "shanghai",
    "澳": "macao",
    "蓉": "chengdu",
    "深": "shenzhen",
    "渝": "chongqing",
    "闽": "fujian",
    "琼": "hainan",
    "汉": "wuhan",
    "杭": "hangzhou",
    "邕": "nanning",
    "榕": "fuzhou",
    "筑": "guiyang",
    "昆": "kunming",
    "津": "tianjin",
    "莞": "dongguan",
}
_CAPITAL = load_pattern("places.capital")
_JOINED = load_pattern("places.joined")
_EARLIER = load_pattern("places.earlier")
_HERE = load_pattern("places.here")
_BY_PHONE = load_pattern("places.by_phone")
_ONLINE = load_pattern("places.online")


class _Told(NamedTuple):
    weight: int
    place: str
    at: str
    paragraph: int
    said: int
    """Which sentence says so; 0 for the title and the first one."""


def find_place(reading: Reading, event: Event) -> Found | None:
    """The place of the event; None where none is told or several are in the same way.

    A visit is to where it goes, be it a province; a meeting is in a city of it, and
    a call by telephone nowhere.
    """
    opening = (*reading.heading, *reading.body[:1])
    if event.kind == "call" and any(_BY_PHONE.search(one.text) for one in opening):
        return None
    catalog, is_visit = reading.catalog, event.kind == "visit"
    everything = _gather(reading, event)
    told = everything
    if is_visit:
        told = [one for one in told if one.paragraph <= 1 and one.weight >= TO] or told
    best = max((one.weight for one in told), default=0)
    if not best:
        return find_home(reading, event)
    chosen = [one for one in told if one.weight == best]
    if is_visit:
        chosen.sort(key=lambda one: one.paragraph)
        first = _visited(catalog, chosen[0], told, everything)
    else:
        first = _met_in(reading, chosen[0], told)
    beside = [one for one in chosen if one.paragraph == chosen[0].paragraph]
    if not is_visit and not chosen[0].said:  # the first sentence tells where, before any other
        beside = [one for one in beside if not one.said]
    elif is_visit and (both := _told_twice(catalog, chosen, everything)):
        first, beside = both, [both]
    is_one = all(are_one(catalog, one.place, first.place) for one in beside)
    if not is_one and (best < HELD or is_visit):
        tour = province_of(catalog, [one.place for one in beside]) if is_visit else ""
        return Found(tour, first.at, is_sure=False) if tour else None
    is_sure = not _is_doubtful(first, everything, reading, event.kind)
    return Found(city_of(catalog, first.place), first.at, is_sure=is_sure)


def _told_twice(catalog: Catalog, chosen: list[_Told], everything: list[_Told]) -> _Told | None:
    """The one place of several visited that title and first sentence both name."""
    opening = {one.place for one in everything if one.paragraph == 1 and not one.said}
    places = {city_of(catalog, one.place) for one in chosen}
    both = {one.place: one for one in chosen if not one.paragraph and one.place in opening}
    return next(iter(both.values())) if len(places) > 1 and len(both) == 1 else None


def _visited(catalog: Catalog, first: _Told, told: list[_Told], everything: list[_Told]) -> _Told:
    """Where a visit went: "to Guiyang in Guizhou", where the paragraph with the city names both."""
    outer = {one.at for one in everything if one.place == first.place}
    inner = [one for one in told if one.said == first.said and one.at in outer]
    return _inside(catalog, first, inner, is_alone=True) or first


def _met_in(reading: Reading, first: _Told, told: list[_Told]) -> _Told:
    """Where a meeting was: a city in the province told first, else where the text was sent from."""
    found = _inside(reading.catalog, first, told, is_alone=False) or first
    is_wide = reading.catalog.places[found.place].kind.value == _PROVINCE
    return _at_dateline(reading, found) if is_wide else found


def _gather(reading: Reading, event: Event) -> list[_Told]:
    """The places of which the text, else its pictures or its venues, say that it was there."""
    texts = (*reading.lead(_LEAD)[len(reading.heading) :], *reading.heading)
    told = list(_all_told(reading, texts, event))
    told = told or list(_all_told(reading, reading.captions, event._replace(kind="other")))
    told = told or list(_venues_anywhere(reading, event))
    if is_online(reading):  # what is told further below is of something else
        told = [one for one in told if one.weight == HELD and one.paragraph <= _EARLY]
    # 「訪問大灣區的廣州市」 is to the city
    narrow = [one for one in told if reading.catalog.places[one.place].kind.value != _WIDE]
    return narrow or (told if event.kind == "visit" else [])


def _is_doubtful(first: _Told, told: list[_Told], reading: Reading, kind: str) -> bool:
    """Whether another place is told too as one of the event, or this one late or in passing."""
    others = [one for one in told if not are_one(reading.catalog, one.place, first.place)]
    is_late = first.paragraph < 0 or (kind == "visit" and first.paragraph > 1)
    return is_late or first.weight == AT or any(one.weight >= TO for one in others)


def _at_dateline(reading: Reading, first: _Told) -> _Told:
    """Where a report was sent from, if that lies in the province that it tells of."""
    city = place_of_dateline(reading)
    is_there = city and is_within(reading.catalog, city, first.place)
    return first._replace(place=city) if is_there else first


def _inside(catalog: Catalog, first: _Told, others: list[_Told], *, is_alone: bool) -> _Told | None:
    """A city told of that lies in the province told of first; of a visit the only one."""
    inner = [
        one
        for one in others
        if one.place != first.place and catalog.places[one.place].kind.value not in OUTER
        if is_within(catalog, one.place, first.place)
    ]
    is_one = len({one.place for one in inner}) == 1
    return inner[0] if is_one or (inner and not is_alone) else None


def _all_told(reading: Reading, sentences: Iterable[Sentence], event: Event) -> Iterator[_Told]:
    for order, sentence in enumerate(sentences, start=1):
        number = sentence.paragraph.number
        said = 0 if sentence.is_first else order
        for weight, place in _told_in(sentence, reading, event):
            if event.kind == "visit" and not number:
                yield _Told(HELD, place, sentence.at, number, said)
            elif weight > AT or number <= 1:
                yield _Told(weight, place, sentence.at, number, said)


def _told_in(sentence: Sentence, reading: Reading, event: Event) -> Iterator[tuple[int, str]]:
    last = (0, 0)
    for mention, place in map(partial(_as_capital, sentence), sentence.of("place")):
        around = sentence.before(mention.start, NEAR), sentence.text[mention.end :]
        is_one = event.kind != "visit" or not is_in_row(reading.catalog, place, *around)
        is_then = is_one and not event.is_far(sentence, mention.start)
        weight = weigh(sentence, mention, event) if is_then else 0
        if last[0] and _JOINED.fullmatch(sentence.text[last[1] : mention.start]):
            weight = max(weight, last[0])  # "to Shanghai and Hangzhou"
        last = (weight, mention.end)
        if weight:
            yield weight, place
    for weight, pattern in _SHORT.items():
        for found in pattern.finditer(sentence.text):
            before = sentence.before(found.start())
            is_other = ASKED.search(before) or _EARLIER.search(before)
            if not is_other and not event.is_far(sentence, found.start("place")):
                yield weight, _SHORT_PLACES[found["place"]]
    yield from _told_by_venue(sentence, reading, event)
    if _HERE.search(sentence.text) and (place := place_of_dateline(reading)):
        yield HELD, place


def _as_capital(sentence: Sentence, named: tuple[Mention, str]) -> tuple[Mention, str]:
    """A place that is named; the capital where that is meant: "the Guizhou provincial capital"."""
    mention, place = named
    told = _CAPITAL.match(sentence.text, mention.end) if place in CAPITALS else None
    return (mention._replace(end=told.end()), CAPITALS[place]) if told else named


def _venues_anywhere(reading: Reading, event: Event) -> Iterator[_Told]:
    """The places of venues where something was held, wherever the text names them."""
    for order, sentence in enumerate(reading.body, start=1):
        for weight, place in _told_by_venue(sentence, reading, event):
            if weight == HELD:
                yield _Told(weight, place, sentence.at, sentence.paragraph.number, order)


def _told_by_venue(sentence: Sentence, reading: Reading, event: Event) -> Iterator[tuple[int, str]]:
    for is_held, place in list_venues(sentence, reading, event):
        yield (HELD if is_held else TO), place


def is_online(reading: Reading) -> bool:
    """Whether the event took place by video."""
    return any(_ONLINE.search(sentence.text) for sentence in reading.lead(2))
