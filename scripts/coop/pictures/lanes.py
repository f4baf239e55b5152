"""The overview picture: one lane a platform, every meeting a mark on one linear scale of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coop.catalog import once
from coop.chronology import plan_date
from coop.model import Platform
from coop.model.vocabulary import MeetingKind, PlanKind, Status
from coop.pictures.marks import (
    LOWER,
    UPPER,
    count_years,
    find_free,
    make_scale,
    middle_of,
    place_marks,
    point_of,
    track_of,
    whisker_of,
)
from coop.series import SeriesKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.model import Meeting, Person, Plan, Record
    from coop.pictures.marks import Mark, Scale, YearBar
    from coop.series import MissingOrdinal

LOOSE = ("calls", "visits", "other-events")
CHIEF_EXECUTIVE = "hksar-government/chief-executive"
_WORKING = frozenset({MeetingKind.WORKING_MEETING, MeetingKind.TASK_FORCE})
AGREEMENTS = frozenset(
    {
        PlanKind.FRAMEWORK_AGREEMENT,
        PlanKind.AGREEMENT,
        PlanKind.MEMORANDUM,
        PlanKind.ARRANGEMENT,
    }
)
_MANY = 150  # more marks than this would cover a lane: it shows the number of each year
_BESIDE = 14  # pixels before a mark: clear of it


class Blank(NamedTuple):
    """A number of a series that no record has: its kind, where it would stand, moved how far."""

    kind: MeetingKind
    missing: MissingOrdinal
    x: str
    y: str
    shift: int


class Flag(NamedTuple):
    """A plan or an agreement at its date, the one above, the other below."""

    plan: Plan
    x: str
    y: str
    shift: int
    whisker: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: a platform's meetings, or a loose group (`calls`) where there is no platform.

    `years` is what to draw instead of marks where there are very many.
    """

    platform: Platform | None
    group: str
    meetings: tuple[Meeting, ...]
    marks: tuple[Mark, ...]
    two_tracks: bool
    blanks: tuple[Blank, ...] = ()
    missing: tuple[tuple[MeetingKind, tuple[int, ...]], ...] = ()
    years: tuple[YearBar, ...] = ()

    @property
    def plenaries(self) -> int:
        """How many plenaries were held."""
        return sum(meeting.kind is MeetingKind.PLENARY for meeting in self.held)

    @property
    def working(self) -> int:
        """How many working and task-force meetings were held."""
        return sum(meeting.kind in _WORKING for meeting in self.held)

    @property
    def other(self) -> int:
        """How many other events were held."""
        return len(self.held) - self.plenaries - self.working

    @property
    def held(self) -> list[Meeting]:
        """The meetings that were held."""
        return [meeting for meeting in self.meetings if meeting.status is Status.HELD]

    @property
    def last_plenary(self) -> Meeting | None:
        """The latest plenary held whose year is known; of a platform without plenaries, forum."""
        kind = MeetingKind.PLENARY if self.plenaries else MeetingKind.FORUM
        found = (meeting for meeting in self.held if meeting.kind is kind)
        return max(found, key=_start, default=None)

    @property
    def last(self) -> Meeting | None:
        """The latest meeting held whose year is known."""
        return max(self.held, key=_start, default=None)

    @property
    def off_scale(self) -> list[Meeting]:
        """The meetings without a mark, as their year is not known or not on the scale."""
        marked = {mark.meeting.id for mark in self.marks}
        return [meeting for meeting in self.meetings if meeting.id not in marked]


class Term(NamedTuple):
    """A Chief Executive's time in office as a band: where, how wide, which of two greys."""

    person: Person
    x: str
    width: str
    middle: str
    shade: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the picture shows."""

    scale: Scale
    ten: tuple[Lane, ...]
    others: tuple[Lane, ...]
    loose: tuple[Lane, ...]
    flags: tuple[Flag, ...]
    flag_years: tuple[YearBar, ...]
    terms: tuple[Term, ...]
    as_of: str | None


@dataclass(frozen=True, slots=True)
class RecordLane:
    """One lane on the scale of the overview: what names a record, by itself and by year."""

    scale: Scale
    lane: Lane
    flags: tuple[Flag, ...]
    years: tuple[YearBar, ...]
    terms: tuple[Term, ...]
    as_of: str | None


def draw_overview(catalog: Catalog) -> Overview:
    """The overview of a catalogue, from 1998 to the end of the year of the newest record."""
    scale = make_scale(catalog.as_of)
    lanes = [_platform_lane(catalog, scale, platform) for platform in catalog.platforms.values()]
    loose = (_loose_lane(catalog, scale, group) for group in LOOSE)
    return Overview(
        scale=scale,
        ten=tuple(lane for lane in lanes if lane.platform and lane.platform.cmab_order),
        others=tuple(lane for lane in lanes if lane.platform and not lane.platform.cmab_order),
        loose=tuple(lane for lane in loose if lane.meetings),
        flags=(flags := tuple(place_flags(catalog.plans.values(), scale))),
        flag_years=_many(scale, [plan_date(flag.plan) for flag in flags]),
        terms=_terms(catalog),
        as_of=_now(catalog, scale),
    )


def draw_record(catalog: Catalog, record: Record) -> RecordLane:
    """The lane of a record; a platform's has its own meetings and what is missing of them."""
    scale = make_scale(catalog.as_of)
    plans = catalog.plans_naming(record)
    if isinstance(record, Platform):
        lane = _platform_lane(catalog, scale, record)
    else:
        meetings = catalog.meetings_naming(record)
        two_tracks = {one.kind is MeetingKind.PLENARY for one in meetings} == {True, False}
        marks = tuple(place_marks(meetings, scale, two_tracks=two_tracks))
        lane = Lane(None, "", meetings, marks, two_tracks)
    dates = [*(meeting.date for meeting in lane.meetings), *map(plan_date, plans)]
    return RecordLane(
        scale=scale,
        lane=lane,
        flags=tuple(place_flags(plans, scale)),
        years=tuple(count_years(scale, dates)),
        terms=_terms(catalog),
        as_of=_now(catalog, scale),
    )


def _many(scale: Scale, dates: Sequence[PartialDate | None]) -> tuple[YearBar, ...]:
    """The numbers of the years if there are too many dates for marks, else nothing."""
    return tuple(count_years(scale, dates)) if len(dates) > _MANY else ()


def _now(catalog: Catalog, scale: Scale) -> str | None:
    day = catalog.as_of
    return scale.at(day) if day and scale.holds(day) else None


def _start(meeting: Meeting) -> date:
    return (meeting.date and meeting.date.start) or date.min


def _platform_lane(catalog: Catalog, scale: Scale, platform: Platform) -> Lane:
    meetings = catalog.meetings_of(platform)
    kinds = {meeting.kind is MeetingKind.PLENARY for meeting in meetings}
    two_tracks = kinds == {True, False}
    blanks: list[Blank] = []
    missing = []
    for series in catalog.series_on(platform):
        if gaps := series.missing:
            kind = MeetingKind(series.key.kind)
            missing.append((kind, tuple(gap.ordinal for gap in gaps)))
            track = track_of(kind, two_tracks=two_tracks)
            blanks += _blanks(scale, kind, gaps, track)
    marks = tuple(place_marks(meetings, scale, two_tracks=two_tracks))
    years = _many(scale, [mark.meeting.date for mark in marks])
    return Lane(platform, "", meetings, marks, two_tracks, tuple(blanks), tuple(missing), years)


def _blanks(
    scale: Scale, kind: MeetingKind, gaps: Sequence[MissingOrdinal], track: str
) -> Iterable[Blank]:
    """Where the missing numbers of a series would stand; of those before its first, the last."""
    for gap in gaps:
        day = middle_of(gap)
        leads = gap.after is None
        if day is None or not scale.holds(day) or (leads and gap.ordinal + 1 != gap.before.ordinal):
            continue
        yield Blank(kind, gap, scale.mark_at(day), track, -_BESIDE if leads else 0)


def _loose_lane(catalog: Catalog, scale: Scale, group: str) -> Lane:
    series = catalog.series.get(SeriesKey(None, group))
    meetings = series.meetings if series else ()
    marks = tuple(place_marks(meetings, scale, two_tracks=False))
    years = _many(scale, [mark.meeting.date for mark in marks])
    return Lane(None, group, meetings, marks, two_tracks=False, years=years)


def place_flags(plans: Iterable[Plan], scale: Scale, *, one_track: bool = False) -> Iterable[Flag]:
    """Plans and agreements at their dates, on two tracks or one, near ones beside each other."""
    taken: dict[str, list[float]] = {UPPER: [], LOWER: []}
    for plan in plans:
        day = point_of(plan_date(plan))
        if day and scale.holds(day):
            track = LOWER if plan.kind in AGREEMENTS and not one_track else UPPER
            years = scale.years_to(day)
            shift = find_free(years, taken[track], (0, 1, -1))
            yield Flag(plan, scale.mark_at(day), track, shift, whisker_of(plan_date(plan), scale))


@once
def _terms(catalog: Catalog) -> tuple[Term, ...]:
    """The Chief Executives' terms whose beginning is known, as far as they are on the scale."""
    scale = make_scale(catalog.as_of)
    spans = [
        (post.period.start, post.period.end, person)
        for person in catalog.people.values()
        for post in person.posts
        if post.post == CHIEF_EXECUTIVE and post.period and post.period.start
    ]
    people: list[Person] = []
    terms: list[Term] = []
    for start, end, person in sorted(spans, key=lambda span: (span[0], span[2].id)):
        first = max(start, scale.first)
        last = min(end + timedelta(days=1) if end else scale.last, scale.last)
        if first >= last:
            continue
        if people[-1:] != [person]:
            people.append(person)
        term = Term(
            person=person,
            x=scale.at(first),
            width=scale.width(first, last),
            middle=scale.at(first + (last - first) // 2),
            shade="ab"[(len(people) - 1) % 2],
        )
        terms.append(term)
    return tuple(terms)
