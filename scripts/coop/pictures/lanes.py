"""The overview picture: one lane a platform, every meeting a mark on one linear scale of time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coop.catalog import SeriesKey
from coop.edtf import Precision
from coop.model.vocabulary import MeetingKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coop.catalog import Catalog, MissingOrdinal
    from coop.edtf import PartialDate
    from coop.model import Meeting, Person, Platform

FIRST_YEAR = 1998
LOOSE = ("calls", "visits", "other-events")
CHIEF_EXECUTIVE = "hksar-government/chief-executive"
_WORKING = frozenset({MeetingKind.WORKING_MEETING, MeetingKind.TASK_FORCE})
_UPPER, _LOWER, _MIDDLE = "30%", "73%", "50%"
_NEAR = 0.16  # years: two marks of one track nearer than this would hide each other
_SHIFT = 6  # pixels that a mark moves aside
_YEARS_A_SHIFT = 0.26  # what a shift comes to on a plot of 670 pixels and 29 years
_DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Scale:
    """Linear time from the first day to the last, as per cent of a lane's width."""

    first: date
    last: date

    def at(self, day: date) -> str:
        """Where a day stands: `41.26%`."""
        return f"{100 * (day - self.first).days / (self.last - self.first).days:.2f}%"

    def width(self, start: date, end: date) -> str:
        """The width of the days from `start` up to `end`."""
        return f"{100 * (end - start).days / (self.last - self.first).days:.2f}%"

    def holds(self, day: date) -> bool:
        """Whether a day is on the scale."""
        return self.first <= day < self.last

    @property
    def years(self) -> range:
        """The years on the scale."""
        return range(self.first.year, self.last.year)

    @property
    def ticks(self) -> list[tuple[int, str]]:
        """The years to write, each second and each fifth, with the middle of each."""
        chosen = (year for year in self.years if year % 2 == 0 or year % 5 == 0)
        return [(year, self.at(date(year, 7, 1))) for year in chosen]

    @property
    def grid(self) -> list[str]:
        """Where the lines of each fifth year stand."""
        return [self.at(date(year, 1, 1)) for year in self.years if year % 5 == 0]


class Mark(NamedTuple):
    """A meeting in a lane: where it stands, how far it moves aside, the line of its year."""

    meeting: Meeting
    x: str
    y: str
    shift: int
    whisker: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: a platform's meetings, or a loose group (`calls`) where there is no platform."""

    platform: Platform | None
    group: str
    meetings: tuple[Meeting, ...]
    marks: tuple[Mark, ...]
    two_tracks: bool
    missing: tuple[MissingOrdinal, ...]

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
        """The latest plenary held whose year is known."""
        found = (meeting for meeting in self.held if meeting.kind is MeetingKind.PLENARY)
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
        terms=tuple(_terms(catalog, scale)),
        as_of=scale.at(catalog.as_of) if catalog.as_of and scale.holds(catalog.as_of) else None,
    )


def make_scale(as_of: date | None) -> Scale:
    """The scale from 1 January 1998 to 1 January of the year after `as_of`."""
    year = max(as_of.year if as_of else FIRST_YEAR, FIRST_YEAR)
    return Scale(date(FIRST_YEAR, 1, 1), date(year + 1, 1, 1))


def place_marks(meetings: Iterable[Meeting], scale: Scale, *, two_tracks: bool) -> list[Mark]:
    """The marks of a lane in drawing order: hollow ones first, so that held ones lie on top."""
    tracks: dict[str, list[tuple[float, Meeting]]] = {}
    for meeting in meetings:
        day = point_of(meeting.date)
        if day and scale.holds(day):
            years = (day - scale.first).days / _DAYS_A_YEAR
            tracks.setdefault(_track(meeting, two_tracks=two_tracks), []).append((years, meeting))
    found: list[Mark] = []
    for track in sorted(tracks):
        for meeting, shift in _move_aside(tracks[track]):
            day = point_of(meeting.date) or scale.first
            found.append(Mark(meeting, scale.at(day), track, shift, _whisker(meeting, scale)))
    return found


def point_of(when: PartialDate | None) -> date | None:
    """The day at which a date is drawn: a month or a year at its middle, a range at its start."""
    if when is None:
        return None
    if when.is_interval or not when.start or not when.end:
        return when.start or when.end
    return when.start + (when.end - when.start + timedelta(days=1)) // 2


def _start(meeting: Meeting) -> date:
    return (meeting.date and meeting.date.start) or date.min


def _track(meeting: Meeting, *, two_tracks: bool) -> str:
    if not two_tracks:
        return _MIDDLE
    return _UPPER if meeting.kind is MeetingKind.PLENARY else _LOWER


def _whisker(meeting: Meeting, scale: Scale) -> tuple[str, str] | None:
    when = meeting.date
    if not when or when.is_interval or when.precision is not Precision.YEAR or not when.start:
        return None
    return scale.at(when.start), scale.at(date(when.start.year + 1, 1, 1))


def _move_aside(track: Sequence[tuple[float, Meeting]]) -> list[tuple[Meeting, int]]:
    """Each meeting of a track with its shift in pixels, hollow ones first.

    Of two that are near, the later moves right; a hollow one beside one held moves left.
    """
    ordered = sorted(track, key=lambda item: (item[0], item[1].id))
    held = [item for item in ordered if item[1].status is Status.HELD]
    hollow = [item for item in ordered if item[1].status is not Status.HELD]
    held_at, hollow_at = ([years for years, _ in found] for found in (held, hollow))
    taken: list[float] = []
    solid = []
    for years, meeting in held:
        before = bisect_right(hollow_at, years)
        right = _near(years, hollow_at[before - 1 : before])
        solid.append((meeting, _free(years, taken, (1, 2) if right else (0, 1, 2, -1))))
    beside = []
    for years, meeting in hollow:
        left = _near(years, held_at)
        beside.append((meeting, _free(years, taken, (-1, -2) if left else (0, 1, -1))))
    return beside + solid


def _near(years: float, others: Sequence[float]) -> bool:
    """Whether one of the others, given in their order, would hide a mark."""
    after = bisect_left(others, years)
    return any(abs(years - other) < _NEAR for other in others[max(after - 1, 0) : after + 1])


def _free(years: float, taken: list[float], steps: Sequence[int]) -> int:
    """The first of the steps that keeps clear of the places taken, in pixels; it is then taken."""
    places = {step: years + step * _YEARS_A_SHIFT for step in steps}
    clear = (step for step, at in places.items() if not _near(at, taken))
    step = next(clear, steps[-1])
    insort(taken, places[step])
    return step * _SHIFT


def _platform_lane(catalog: Catalog, scale: Scale, platform: Platform) -> Lane:
    meetings = catalog.meetings_of(platform)
    plenaries = catalog.series.get(SeriesKey(platform.id, MeetingKind.PLENARY.value))
    kinds = {meeting.kind is MeetingKind.PLENARY for meeting in meetings}
    two_tracks = kinds == {True, False}
    marks = tuple(place_marks(meetings, scale, two_tracks=two_tracks))
    missing = plenaries.missing if plenaries else ()
    return Lane(platform, "", meetings, marks, two_tracks, missing)


def _loose_lane(catalog: Catalog, scale: Scale, group: str) -> Lane:
    series = catalog.series.get(SeriesKey(None, group))
    meetings = series.meetings if series else ()
    marks = tuple(place_marks(meetings, scale, two_tracks=False))
    return Lane(None, group, meetings, marks, two_tracks=False, missing=())


def _terms(catalog: Catalog, scale: Scale) -> Iterable[Term]:
    """The Chief Executives' terms whose beginning is known, as far as they are on the scale."""
    spans = [
        (post.period.start, post.period.end, person)
        for person in catalog.people.values()
        for post in person.posts
        if post.post == CHIEF_EXECUTIVE and post.period and post.period.start
    ]
    people: list[Person] = []
    for start, end, person in sorted(spans, key=lambda span: (span[0], span[2].id)):
        first = max(start, scale.first)
        last = min(end + timedelta(days=1) if end else scale.last, scale.last)
        if first >= last:
            continue
        if people[-1:] != [person]:
            people.append(person)
        yield Term(
            person=person,
            x=scale.at(first),
            width=scale.width(first, last),
            middle=scale.at(first + (last - first) // 2),
            shade="ab"[(len(people) - 1) % 2],
        )
