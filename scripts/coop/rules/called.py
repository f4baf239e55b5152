"""Which record people mean by a name, a name with a title, or an id made of such words."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from coop.model import Kind, Topic
from coop.model.records.record import Named
from coop.model.written.meant import bare_name, fold_name, id_meant
from coop.script import has_ideographs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from coop.catalog import Catalog
    from coop.model import Record

    _Owners = Mapping[Kind, Mapping[str, set[str]]]

_TWO = 2  # words or characters that a name has at least
_GOVERNMENT = "-government"
_WORDS_OF_GOVERNMENTS = {
    *("government", "of", "the", "people", "peoples", "s", "municipal", "municipality", "city"),
    *("provincial", "province", "autonomous", "special", "administrative", "region", "sar"),
}


class Names:
    """The names of all records; each is read once, when the first is looked for."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def find_called(self, kind: Kind, text: str) -> str:
        """The id of the one record of a kind that has a name, in either Chinese script; or none.

        A source is called by its title or its address, a person also with a post before or
        behind, a government also by its place.
        """
        if kind is Kind.SOURCES:
            return self._find_source(text)
        for wanted in dict.fromkeys((fold_name(text), fold_name(bare_name(text)))):
            if only := _only(self._by_name[kind].get(wanted, ())):
                return only
        if kind is Kind.PEOPLE:
            return self._find_person_within(fold_name(text))
        if kind is Kind.ORGANISATIONS and (place := self.find_called(Kind.PLACES, text)):
            return self.find_government(place)
        return ""

    def find_like(self, kind: Kind, record_id: str) -> str:
        """The one record with a name or an id of which another id was made; or none."""
        found = self._by_id_of_name[kind].get(record_id)
        found = found or self._by_words[kind].get(_sorted(record_id), set())
        if not found and kind is Kind.PLACES:
            found = self._by_initials.get(record_id, set())
        if not found and kind is Kind.PEOPLE:
            found = self._find_people_of_words(set(record_id.split("-")))
        if not found and kind is Kind.ORGANISATIONS:
            return self.find_government(record_id)
        return _only(found)

    @cached_property
    def other_names_of_people(self) -> Collection[str]:
        """The names in Latin letters of people that are no ids, written as ids are."""
        return self._by_id_of_name[Kind.PEOPLE].keys() - self._catalog.people.keys()

    def find_government(self, place: str) -> str:
        """The id of the government of a place, also of one called a city or province; or none."""
        place = "-".join(word for word in place.split("-") if word not in _WORDS_OF_GOVERNMENTS)
        place = self.find_like(Kind.PLACES, place) or place
        bodies = self._catalog.organisations
        if f"{place}{_GOVERNMENT}" in bodies:
            return f"{place}{_GOVERNMENT}"
        seated = [
            body
            for body in bodies.values()
            if body.place == place and body.id.endswith(_GOVERNMENT)
        ]
        above = {body.parent for body in seated}  # the central one sits in a city
        return _only([body.id for body in seated if body.id not in above])

    def _find_source(self, text: str) -> str:
        called = [
            source.id
            for source in self._catalog.sources.values()
            if source.url == text or any(text == words for _, words in source.title.items())
        ]
        return _only(called)

    def _find_person_within(self, wanted: str) -> str:
        """The one person with the longest Chinese name in a text: 曾國衞 in 曾國衞局長."""
        people = self._by_name[Kind.PEOPLE]
        within = [
            name for name in people if name in wanted and len(name) >= _TWO and has_ideographs(name)
        ]
        longest = max(map(len, within), default=0)
        return _only({one for name in within if len(name) == longest for one in people[name]})

    def _find_people_of_words(self, words: set[str]) -> set[str]:
        """The people of whose name two words or more stand among others, or who has all of them."""
        found: dict[int, set[str]] = defaultdict(set)
        for name, ids in self._words_of_people.items():
            shared = name & words
            if len(shared) >= _TWO and shared in (name, words):
                found[len(shared)] |= ids
        return found[max(found)] if found else set()

    @cached_property
    def _by_name(self) -> _Owners:
        return self._owners(lambda record: map(fold_name, _list_names(record)))

    @cached_property
    def _by_id_of_name(self) -> _Owners:
        return self._owners(
            lambda record: (id_meant(name) for name in _list_names(record) if name.isascii())
        )

    @cached_property
    def _by_words(self) -> _Owners:
        return self._owners(lambda record: (_sorted(record.id),))

    @cached_property
    def _by_initials(self) -> Mapping[str, set[str]]:
        """By the initials of the words of their ids, the places of two words or more."""
        places = self._owners(lambda record: (_initials(record.id),))[Kind.PLACES]
        return {initials: ids for initials, ids in places.items() if len(initials) >= _TWO}

    @cached_property
    def _words_of_people(self) -> Mapping[frozenset[str], set[str]]:
        names = self._by_id_of_name[Kind.PEOPLE].items()
        return {frozenset(name.split("-")): ids for name, ids in names}

    def _owners(self, words_of: Callable[[Record], Iterator[str] | tuple[str]]) -> _Owners:
        """By kind and word, the ids of the records that have it."""
        owners: dict[Kind, dict[str, set[str]]] = {kind: defaultdict(set) for kind in Kind}
        for kind, records in self._catalog.records.items():
            for record in records.values():
                for word in words_of(record):
                    owners[kind][word].add(record.id)
        return owners


def _list_names(record: Record) -> Iterator[str]:
    """All names of a record, and the words under which a topic is looked for."""
    if isinstance(record, Named):
        for name in filter(None, (record.name, record.short, *record.other_names)):
            yield from (words for _, words in name.items())
    if isinstance(record, Topic):
        yield from (*record.keywords.en, *record.keywords.zh_hant, *record.keywords.zh_hans)


def _sorted(record_id: str) -> str:
    return "-".join(sorted(record_id.split("-")))


def _initials(record_id: str) -> str:
    return "".join(word[0] for word in record_id.split("-"))


def _only(found: Collection[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""
