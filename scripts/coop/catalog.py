"""All records by id, with what follows from them: back-links, series, time order. Immutable."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, wraps
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from coop.chronology import begins_on, in_time_order, plan_order
from coop.edtf import sort_key
from coop.model import (
    Kind,
    Meeting,
    Organisation,
    Person,
    Place,
    Plan,
    Platform,
    Record,
    Source,
    Topic,
)
from coop.model.references import Reference, list_references
from coop.model.vocabulary import PlaceKind, Side, Status
from coop.series import Series, SeriesKey, series_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date

    from coop.model.parts import Attendance, Post
    from coop.model.shape.walk import Path

_REGIONS = {"HK": Side.HKSAR, "CN-HK": Side.HKSAR, "MO": Side.MACAO, "CN-MO": Side.MACAO}
_T = TypeVar("_T")
_R = TypeVar("_R", bound=Record)


class BackLink(NamedTuple):
    """A record that names another: its reference, and the keys under which it does."""

    ref: str
    path: Path

    @property
    def role(self) -> str:
        """The first key of the path: `platform`, `principals`, `outcomes`."""
        return str(self.path[0])


@dataclass(frozen=True)
class Catalog:
    """Every record and the links between them. Build it with `build_catalog`."""

    records: Mapping[Kind, Mapping[str, Record]]
    redirects: Mapping[str, str]
    references: Mapping[str, tuple[Reference, ...]]

    def find(self, ref: str) -> Record | None:
        """The record that `<plural>/<id>` names, through redirects; None if there is none."""
        for _ in range(len(self.redirects) + 1):
            if ref not in self.redirects:
                break
            ref = self.redirects[ref]
        plural, _, record_id = ref.partition("/")
        return self.records.get(cast("Kind", plural), {}).get(record_id)

    def find_post(self, ref: str) -> tuple[Organisation, Post] | None:
        """The organisation and the post that `<organisation>/<post>` names."""
        return self.posts.get(ref)

    def find_side(self, someone: Attendance) -> Side | None:
        """The side that someone at a meeting stood on, as far as post or record tell."""
        if someone.side:
            return someone.side
        body = (someone.post or "").partition("/")[0] or someone.organisation or ""
        organisation = self.organisations.get(body)
        return organisation.side if organisation else None

    def find_host(self, place_id: str | None) -> Side | None:
        """The side that is at home in a place; None in a region of several."""
        side: Side | None = None
        for place in self.places_around(place_id):
            if place.iso in _REGIONS:
                return _REGIONS[place.iso]
            side = None if place.kind is PlaceKind.REGION else Side.MAINLAND
        return side

    def back_links(self, record: Record) -> tuple[BackLink, ...]:
        """The mentions of a record in others, ordered by the naming record."""
        return self._back_links.get(record.ref, ())

    def meetings_naming(self, record: Record, keys: Collection[str] = ()) -> tuple[Meeting, ...]:
        """The meetings that name a record, under some keys if any are given, in time order."""
        return tuple(in_time_order(self._naming(self.meetings, Kind.MEETINGS, record, keys)))

    def plans_naming(self, record: Record, keys: Collection[str] = ()) -> tuple[Plan, ...]:
        """The plans that name a record, under some keys if any are given, in time order."""
        return tuple(sorted(self._naming(self.plans, Kind.PLANS, record, keys), key=plan_order))

    def series_of(self, meeting: Meeting) -> Series:
        """The series that a meeting belongs to."""
        return self.series[series_key(meeting)]

    def series_on(self, platform: Platform) -> tuple[Series, ...]:
        """The series of a platform in the order of their first meetings."""
        return tuple(one for key, one in self.series.items() if key.platform == platform.id)

    def neighbours(self, meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
        """The meetings before and after one in its series; none where its place is not known."""
        place = self._place_in_series.get(meeting.id)
        if place is None:
            return None, None
        meetings = _placed(self.series_of(meeting))
        before = meetings[place - 1] if place else None
        after = meetings[place + 1] if place + 1 < len(meetings) else None
        return before, after

    def meetings_of(self, platform: Platform) -> tuple[Meeting, ...]:
        """A platform's meetings in time order."""
        return self._by_platform.get(platform.id, ())

    def meetings_on(self, day: str) -> tuple[Meeting, ...]:
        """The meetings that began on a day, or in a month, as EDTF has it."""
        return tuple(one for one in self.meetings.values() if begins_on(one, day))

    def meetings_during(self, first: date, last: date) -> tuple[Meeting, ...]:
        """The meetings that were on one of the days from `first` to `last`."""
        return tuple(
            one for one in self.meetings.values() if one.date and one.date.is_during(first, last)
        )

    def places_around(self, place_id: str | None) -> Iterator[Place]:
        """A place and those that it lies in, from the inside out; a circle comes to an end."""
        seen: set[str] = set()
        place = self.places.get(place_id or "")
        while place and place.id not in seen:
            seen.add(place.id)
            yield place
            place = self.places.get(place.part_of or "")

    def _naming(
        self, known: Mapping[str, _R], kind: Kind, record: Record, keys: Collection[str]
    ) -> Iterator[_R]:
        prefix = f"{kind.value}/"
        links = (link for link in self.back_links(record) if not keys or link.role in keys)
        for ref in {link.ref for link in links if link.ref.startswith(prefix)}:
            yield known[ref.removeprefix(prefix)]

    def is_ahead(self, meeting: Meeting) -> bool:
        """Whether a meeting is announced for a time after the day to which the records reach."""
        if meeting.status is not Status.ANNOUNCED or not meeting.date or not self.as_of:
            return False
        last = meeting.date.end or meeting.date.start
        return last is not None and last > self.as_of

    @cached_property
    def memo(self) -> dict[tuple[str, str], dict[Any, Any]]:
        """What pages share, by their language and the way up to its root; empty at first."""
        return {}

    @cached_property
    def kept(self) -> dict[Callable[[Catalog], Any], Any]:
        """What functions marked with `once` have made of the catalogue."""
        return {}

    @cached_property
    def platforms(self) -> Mapping[str, Platform]:
        """Platforms by id: CMAB's ten in its order, then the others by id."""
        found = cast("Iterable[Platform]", self.records[Kind.PLATFORMS].values())
        ordered = sorted(found, key=lambda p: (p.cmab_order is None, p.cmab_order or 0, p.id))
        return MappingProxyType({platform.id: platform for platform in ordered})

    @cached_property
    def meetings(self) -> Mapping[str, Meeting]:
        """Meetings by id, in time order."""
        ordered = in_time_order(cast("Iterable[Meeting]", self.records[Kind.MEETINGS].values()))
        return MappingProxyType({meeting.id: meeting for meeting in ordered})

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """Plans by id, in the order of their first known date."""
        found = cast("Iterable[Plan]", self.records[Kind.PLANS].values())
        return MappingProxyType({plan.id: plan for plan in sorted(found, key=plan_order)})

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """People by id."""
        return cast("Mapping[str, Person]", self.records[Kind.PEOPLE])

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """Organisations by id."""
        return cast("Mapping[str, Organisation]", self.records[Kind.ORGANISATIONS])

    @cached_property
    def posts(self) -> Mapping[str, tuple[Organisation, Post]]:
        """Posts with their organisations by `<organisation>/<post>`; of two alike the first."""
        found: dict[str, tuple[Organisation, Post]] = {}
        for body in self.organisations.values():
            for post in body.posts:
                found.setdefault(f"{body.id}/{post.id}", (body, post))
        return MappingProxyType(found)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Places by id."""
        return cast("Mapping[str, Place]", self.records[Kind.PLACES])

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by id, in the order of their lists."""
        found = cast("Iterable[Topic]", self.records[Kind.TOPICS].values())
        ordered = sorted(found, key=lambda t: (t.group, t.order or 0, t.id))
        return MappingProxyType({topic.id: topic for topic in ordered})

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id, in the order of publication."""
        found = cast("Iterable[Source]", self.records[Kind.SOURCES].values())
        ordered = sorted(found, key=lambda s: (sort_key(s.published), s.id))
        return MappingProxyType({source.id: source for source in ordered})

    @cached_property
    def series(self) -> Mapping[SeriesKey, Series]:
        """Every series by its key."""
        grouped: defaultdict[SeriesKey, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings.values():
            grouped[series_key(meeting)].append(meeting)
        return MappingProxyType({key: Series(key, tuple(found)) for key, found in grouped.items()})

    @cached_property
    def as_of(self) -> date | None:
        """The day to which the records reach: the latest publication of any source."""
        days = (source.published.start for source in self.sources.values() if source.published)
        return max((day for day in days if day), default=None)

    @cached_property
    def _place_in_series(self) -> Mapping[str, int]:
        return {
            meeting.id: place
            for series in self.series.values()
            for place, meeting in enumerate(_placed(series))
        }

    @cached_property
    def _by_platform(self) -> Mapping[str, tuple[Meeting, ...]]:
        grouped: defaultdict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings.values():
            if meeting.platform:
                grouped[meeting.platform].append(meeting)
        return {platform: tuple(found) for platform, found in grouped.items()}

    @cached_property
    def _back_links(self) -> Mapping[str, tuple[BackLink, ...]]:
        grouped: defaultdict[str, list[BackLink]] = defaultdict(list)
        for ref, references in sorted(self.references.items()):
            for reference in references:
                grouped[reference.ref].append(BackLink(ref, reference.path))
        return {ref: tuple(found) for ref, found in grouped.items()}


def _placed(series: Series) -> list[Meeting]:
    """The meetings of a series of which it is known when they began."""
    return [one for one in series.meetings if one.date and one.date.start]


def once(make: Callable[[Catalog], _T]) -> Callable[[Catalog], _T]:
    """A function of a catalogue that keeps its answer with it: nothing in a catalogue changes."""

    @wraps(make)
    def ask(catalog: Catalog) -> _T:
        if make not in catalog.kept:
            catalog.kept[make] = make(catalog)
        kept: _T = catalog.kept[make]
        return kept

    return ask


def build_catalog(records: Iterable[Record], redirects: Mapping[str, str]) -> Catalog:
    """The catalogue of records; of two with one id the first is kept."""
    grouped: dict[Kind, dict[str, Record]] = {kind: {} for kind in Kind}
    for record in sorted(records, key=lambda record: record.id):
        grouped[record.kind_of].setdefault(record.id, record)
    kept = [record for found in grouped.values() for record in found.values()]
    return Catalog(
        records=MappingProxyType({k: MappingProxyType(found) for k, found in grouped.items()}),
        redirects=redirects,
        references=MappingProxyType({record.ref: list_references(record) for record in kept}),
    )
