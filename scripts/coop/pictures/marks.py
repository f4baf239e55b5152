"""Marks on a linear scale of time: where each stands, and how near ones keep clear."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coop.edtf import Precision
from coop.model.vocabulary import MeetingKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coop.edtf import PartialDate
    from coop.model import Meeting
    from coop.series import MissingOrdinal

FIRST_YEAR = 1998
UPPER, LOWER, MIDDLE = "30%", "73%", "50%"  # the tracks of a lane
_NEAR = 0.16  # years: two marks of one track nearer than this would hide each other
_SHIFT = 6  # pixels that a mark moves aside
_YEARS_A_SHIFT = 0.26  # what a shift comes to on a plot of 670 pixels and 29 years
_DAYS_A_YEAR = 365.25
_LOWEST = 6  # per cent of a lane: the least height of a bar


@dataclass(frozen=True, slots=True)
class Scale:
    """Linear time from the first day to the last, as per cent of a lane's width."""

    first: date
    last: date

    def at(self, day: date) -> str:
        """Where a day stands: `41.26%`."""
        return f"{100 * (day - self.first).days / (self.last - self.first).days:.2f}%"

    def mark_at(self, day: date) -> str:
        """Where a mark for a day stands, to less than a pixel: `41.3%`."""
        return f"{100 * (day - self.first).days / (self.last - self.first).days:.1f}%"

    def width(self, start: date, end: date) -> str:
        """The width of the days from `start` up to `end`."""
        return f"{100 * (end - start).days / (self.last - self.first).days:.2f}%"

    def holds(self, day: date) -> bool:
        """Whether a day is on the scale."""
        return self.first <= day < self.last

    def years_to(self, day: date) -> float:
        """The years from the first day to another."""
        return (day - self.first).days / _DAYS_A_YEAR

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
    def grid(self) -> list[tuple[int, str]]:
        """The years that may have a line, each second and each fifth, with where they begin."""
        return [(year, self.at(date(year, 1, 1))) for year, _ in self.ticks]


class Mark(NamedTuple):
    """A meeting in a lane: where it stands, how far it moves aside, the line of its year."""

    meeting: Meeting
    x: str
    y: str
    shift: int
    whisker: tuple[str, str] | None


class YearBar(NamedTuple):
    """A year that holds something: how much, where it stands, how high in per cent."""

    year: int
    number: int
    x: str
    width: str
    height: int


def count_years(scale: Scale, dates: Iterable[PartialDate | None]) -> Iterable[YearBar]:
    """How many of the dates each year on the scale has, the fullest year as the highest bar."""
    days = (point_of(when) for when in dates)
    counts = Counter(day.year for day in days if day and scale.holds(day))
    most = max(counts.values(), default=0)
    for year, number in sorted(counts.items()):
        first, last = date(year, 1, 1), date(year + 1, 1, 1)
        height = max(_LOWEST, 100 * number // most)
        yield YearBar(year, number, scale.at(first), scale.width(first, last), height)


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
            years = scale.years_to(day)
            tracks.setdefault(track_of(meeting.kind, two_tracks=two_tracks), []).append(
                (years, meeting)
            )
    found: list[Mark] = []
    for track in sorted(tracks):
        for meeting, shift in _move_aside(tracks[track]):
            day = point_of(meeting.date) or scale.first
            found.append(
                Mark(meeting, scale.mark_at(day), track, shift, whisker_of(meeting.date, scale))
            )
    return found


def point_of(when: PartialDate | None) -> date | None:
    """The day at which a date is drawn: a month or a year at its middle, a range at its start."""
    if when is None:
        return None
    if when.is_interval or not when.start or not when.end:
        return when.start or when.end
    return when.start + (when.end - when.start + timedelta(days=1)) // 2


def middle_of(gap: MissingOrdinal) -> date | None:
    """The day at which a missing number is drawn: between those that it lies between, by share."""
    last = gap.before.date.start if gap.before.date else None
    first = gap.after.date.start if gap.after and gap.after.date else None
    if first is None or last is None or gap.after is None:
        return last
    share = (gap.ordinal - (gap.after.ordinal or 0)) / (
        (gap.before.ordinal or 0) - (gap.after.ordinal or 0)
    )
    return first + timedelta(days=int((last - first).days * share))


def track_of(kind: MeetingKind, *, two_tracks: bool) -> str:
    """The track of a lane on which a kind of meeting stands."""
    if not two_tracks:
        return MIDDLE
    return UPPER if kind is MeetingKind.PLENARY else LOWER


def whisker_of(when: PartialDate | None, scale: Scale) -> tuple[str, str] | None:
    """From where to where the line of a date runs of which the year alone is known."""
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
        solid.append((meeting, find_free(years, taken, (1, 2) if right else (0, 1, 2, -1))))
    beside = []
    for years, meeting in hollow:
        left = _near(years, held_at)
        beside.append((meeting, find_free(years, taken, (-1, -2) if left else (0, 1, -1))))
    return beside + solid


def _near(years: float, others: Sequence[float]) -> bool:
    """Whether one of the others, given in their order, would hide a mark."""
    after = bisect_left(others, years)
    return any(abs(years - other) < _NEAR for other in others[max(after - 1, 0) : after + 1])


def find_free(years: float, taken: list[float], steps: Sequence[int]) -> int:
    """The first of the steps that keeps clear of the places taken, in pixels; it is then taken."""
    places = {step: years + step * _YEARS_A_SHIFT for step in steps}
    clear = (step for step, at in places.items() if not _near(at, taken))
    step = next(clear, steps[-1])
    insort(taken, places[step])
    return step * _SHIFT
