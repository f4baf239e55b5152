"""Where an event took place: of all places that a text names, the one that it says so of.

A place weighs by how it is named: HELD in it, gone TO, or only mentioned AT the beginning.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import load_pattern
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
from coop.draft.platforms.numbering import list_numbers
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.text.reading import Reading, Sentence
    from coop.draft.text.tokens import Mention

_LEAD = 4
_EARLY = 2
_HELD, _TO, _AT = 3, 2, 1
_WEEKS = timedelta(days=14)
_NEAR = 180
_PROVINCE = "province"
_WIDE = "region"
_IN = load_pattern("places.in")
_GONE_TO = tuple(load_pattern(f"places.gone_to{script}") for script in ("", "_zh"))
_OF_IT = load_pattern("places.of_it")
_SEEN = load_pattern("places.seen")
_HELD_BEFORE = load_pattern("places.held_before")
_HELD_AFTER = load_pattern("places.held_after")
_HOSTS = load_pattern("places.hosts")
_TRIP_AFTER = load_pattern("places.trip_after")
_OF_A_KIND = load_pattern("places.of_a_kind")
_POSSESSIVE = ("'s", "s'")
_DAY_BESIDE = load_pattern("places.day_after")
_DAY_BEFORE = load_pattern("places.day_before")
_SETTLED = load_pattern("places.settled")
_LOOKED_AT = load_pattern("places.looked_at")
_VENUE_NAMED = load_pattern("places.venue_named")
_NOT_THERE = load_pattern("places.not_there")
_NAME_AFTER = load_pattern("places.name_after")
_OTHER_TIME = load_pattern("event.other_time")
_NUMBER_BEFORE = load_pattern("places.number_before")
_YEAR_AFTER = load_pattern("places.year_after")
_SHORT = {
    weight: load_pattern(f"places.short.{name}")
    for weight, name in ((_HELD, "held"), (_TO, "gone_to"))
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
}
_CAPITAL = load_pattern("places.capital")
_JOINED = load_pattern("places.joined")
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


class Event(NamedTuple):
    """What is known of the event: its kind, its ordinal, its first day."""

    kind: str
    number: int | None
    day: date | None

    def is_far(self, sentence: Sentence, place: int) -> bool:
        """Whether the time told beside a place is not about the event's: 「去年十月在東莞」."""
        year = _YEAR_AFTER.match(sentence.text, place)
        if self.day and year and int(year[1]) != self.day.year:
            return True
        clause = max(sentence.text.rfind(sign, 0, place) for sign in "，；。,;")
        beside = [day for day in sentence.days if clause < day.start and day.end <= place]
        if self.day is None or not beside:
            return False
        return not any(day.first - _WEEKS <= self.day <= day.last + _WEEKS for day in beside)


def find_place(reading: Reading, event: Event) -> Found | None:
    """The place of the event; None where none is told or several are in the same way.

    A visit is to where it goes, be it a province; a meeting is in a city of it, and
    a call by telephone nowhere.
    """
    opening = (*reading.heading, *reading.body[:1])
    if event.kind == "call" and any(_BY_PHONE.search(one.text) for one in opening):
        return None
    catalog, kind = reading.catalog, event.kind
    told = _gather(reading, event)
    everything = told
    if kind == "visit":
        told = [one for one in told if one.paragraph <= 1 and one.weight >= _TO] or told
    best = max((one.weight for one in told), default=0)
    if not best:
        return find_home(reading, event)
    chosen = [one for one in told if one.weight == best]
    if kind == "visit":
        chosen.sort(key=lambda one: one.paragraph)
    inner = told
    if kind == "visit":  # "to Guiyang in Guizhou": the paragraph with the city names both
        outer = {one.at for one in everything if one.place == chosen[0].place}
        inner = [one for one in told if one.said == chosen[0].said and one.at in outer]
    first = _inside(catalog, chosen[0], inner, is_alone=kind == "visit") or chosen[0]
    if kind != "visit" and catalog.places[first.place].kind.value == _PROVINCE:
        first = _at_dateline(reading, first)
    beside = [one for one in chosen if one.paragraph == chosen[0].paragraph]
    if kind != "visit" and not chosen[0].said:  # the first sentence tells where, before any other
        beside = [one for one in beside if not one.said]
    if (best < _HELD or kind == "visit") and not all(
        are_one(catalog, one.place, first.place) for one in beside
    ):
        tour = province_of(catalog, [one.place for one in beside]) if kind == "visit" else ""
        return Found(tour, first.at, is_sure=False) if tour else None
    is_sure = not _is_doubtful(first, everything, reading, kind)
    return Found(city_of(catalog, first.place), first.at, is_sure=is_sure)


def _gather(reading: Reading, event: Event) -> list[_Told]:
    """The places of which the text, else its pictures or its venues, say that it was there."""
    texts = (*reading.lead(_LEAD)[len(reading.heading) :], *reading.heading)
    told = list(_all_told(reading, texts, event))
    told = told or list(_all_told(reading, reading.captions, event._replace(kind="other")))
    told = told or list(_venues_anywhere(reading, event))
    if is_online(reading):  # what is told further below is of something else
        told = [one for one in told if one.weight == _HELD and one.paragraph <= _EARLY]
    # 「訪問大灣區的廣州市」 is to the city
    narrow = [one for one in told if reading.catalog.places[one.place].kind.value != _WIDE]
    return narrow or (told if event.kind == "visit" else [])


def _is_doubtful(first: _Told, told: list[_Told], reading: Reading, kind: str) -> bool:
    """Whether another place is told too as one of the event, or this one late or in passing."""
    others = [one for one in told if not are_one(reading.catalog, one.place, first.place)]
    is_late = first.paragraph < 0 or (kind == "visit" and first.paragraph > 1)
    return is_late or first.weight == _AT or any(one.weight >= _TO for one in others)


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
                yield _Told(_HELD, place, sentence.at, number, said)
            elif weight > _AT or number <= 1:
                yield _Told(weight, place, sentence.at, number, said)


def _told_in(sentence: Sentence, reading: Reading, event: Event) -> Iterator[tuple[int, str]]:
    last = (0, 0)
    for mention, place in map(partial(_as_capital, sentence), sentence.of("place")):
        around = sentence.before(mention.start, _NEAR), sentence.text[mention.end :]
        is_one = event.kind != "visit" or not is_in_row(reading.catalog, place, *around)
        is_then = is_one and not event.is_far(sentence, mention.start)
        weight = _weigh(sentence, mention, event) if is_then else 0
        if last[0] and _JOINED.fullmatch(sentence.text[last[1] : mention.start]):
            weight = max(weight, last[0])  # "to Shanghai and Hangzhou"
        last = (weight, mention.end)
        if weight:
            yield weight, place
    for weight, pattern in _SHORT.items():
        for found in pattern.finditer(sentence.text):
            if not event.is_far(sentence, found.start("place")):
                yield weight, _SHORT_PLACES[found["place"]]
    yield from _told_by_venue(sentence, reading, event)
    if _HERE.search(sentence.text) and (place := place_of_dateline(reading)):
        yield _HELD, place


def _as_capital(sentence: Sentence, named: tuple[Mention, str]) -> tuple[Mention, str]:
    """A place that is named; the capital where that is meant: "the Guizhou provincial capital"."""
    mention, place = named
    told = _CAPITAL.match(sentence.text, mention.end) if place in CAPITALS else None
    return (mention._replace(end=told.end()), CAPITALS[place]) if told else named


def _venues_anywhere(reading: Reading, event: Event) -> Iterator[_Told]:
    """The places of venues where something was held, wherever the text names them."""
    for order, sentence in enumerate(reading.body, start=1):
        for weight, place in _told_by_venue(sentence, reading, event):
            if weight == _HELD:
                yield _Told(weight, place, sentence.at, sentence.paragraph.number, order)


def _told_by_venue(sentence: Sentence, reading: Reading, event: Event) -> Iterator[tuple[int, str]]:
    for is_held, place in list_venues(sentence, reading, event):
        yield (_HELD if is_held else _TO), place


def _weigh(sentence: Sentence, mention: Mention, event: Event) -> int:
    """How a place is told of where it is named; 0 where it is part of something else."""
    start, end = mention.start, mention.end
    before, after = sentence.before(start, _NEAR), sentence.text[end : end + _NEAR]
    is_settled = _SETTLED.search(before) and not (
        _DAY_BESIDE.match(after) or _LOOKED_AT.search(before)
    )
    is_other = _is_part_of_other(sentence, start, end) or _OTHER_TIME.search(before[-60:])
    numbered = sentence.paragraph.number > 1 and _NUMBER_BEFORE.search(before[-60:])
    if is_settled or is_other or (numbered and event.number not in list_numbers(sentence)):
        return 0
    is_gone_to = any(cue.search(before) for cue in _GONE_TO)
    if is_gone_to and sentence.paragraph.number > 1:
        return _TO  # "will arrive in Hong Kong on June 3" tells of the way back
    if _IN.search(before):
        return _weigh_within(sentence, before, after)
    if _HOSTS.match(after):
        return _HELD
    if is_gone_to or _TRIP_AFTER.match(after):
        return _TO
    return _AT if _SEEN.search(before) else 0


def _weigh_within(sentence: Sentence, before: str, after: str) -> int:
    """How a place is told of in which something is said to have been."""
    near = _HELD_BEFORE.search(before) or _HELD_AFTER.match(after)
    is_early = sentence.paragraph.number <= _EARLY
    day = is_early and (_DAY_BESIDE.match(after) or _DAY_BEFORE.search(before[-30:]))
    is_title = not sentence.paragraph.number
    mentioned = 0 if _OF_IT.match(after) else _AT
    return _HELD if near or day or is_title else mentioned


def _is_part_of_other(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a place is part of something else, or one where nobody was: "the Guangdong city"."""
    before, after = sentence.before(start, _NEAR), sentence.text[end : end + _NEAR]
    is_whose = sentence.text[:end].endswith(_POSSESSIVE) and before.endswith(" to ")
    is_kind = _OF_A_KIND.match(f"{before[-4:]}|{after}")
    if _IN.search(before) and _VENUE_NAMED.match(after):  # "in the Hong Kong Customs College"
        return False
    return bool(is_whose or is_kind or _NAME_AFTER.match(after) or _NOT_THERE.search(before))


def is_online(reading: Reading) -> bool:
    """Whether the event took place by video."""
    return any(_ONLINE.search(sentence.text) for sentence in reading.lead(2))
