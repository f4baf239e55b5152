"""The life of a plan on a scale of years: its own dates, the time it covers, its meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coop.chronology import plan_date
from coop.pictures.marks import Mark, Scale, place_marks, point_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.model import Meeting, Plan
    from coop.pictures.lineage import Family

DATES = ("announced", "approved", "issued", "signed", "effective")
_STEPS = (1, 2, 5, 10, 20, 50)  # years between two ticks
_MOST_TICKS = 10
_LATE = 0.1  # the share of the axis that may be too short for the number of a year


class Flag(NamedTuple):
    """A date of the plan itself: the key of its record, the date, where it stands."""

    key: str
    when: PartialDate
    x: str


class Span(NamedTuple):
    """The time that a plan covers; `fades` if no end is stated, `goes_on` if it ends later."""

    x: str
    width: str
    fades: bool
    goes_on: bool


class Tick(NamedTuple):
    """A year on the axis; `minor` goes where there is little room, `late` is written before it."""

    year: int
    x: str
    minor: bool
    late: bool


@dataclass(frozen=True, slots=True)
class Life:
    """All that the picture of a plan's life shows."""

    scale: Scale
    ticks: tuple[Tick, ...]
    flags: tuple[Flag, ...]
    span: Span | None
    meetings: tuple[Meeting, ...]
    marks: tuple[Mark, ...]
    as_of: str | None


def draw_life(catalog: Catalog, family: Family) -> Life | None:
    """The life of a plan, on the scale that its line is drawn on too; None if there is too little.

    Too little is a single day: no other date, no period, no meeting, no other plan; or no year.
    """
    plan = family.plan
    meetings = catalog.meetings_naming(plan)
    dates = [when for key in DATES if (when := getattr(plan, key))]
    others = [other for other in family.plans if other is not plan and plan_date(other)]
    if not plan_date(plan) or len(dates) + len(meetings) + len(others) + bool(plan.period) < 2:  # noqa: PLR2004 - two things make a line
        return None
    scale = _scale(catalog, family, meetings)
    if scale is None:
        return None
    as_of = catalog.as_of
    return Life(
        scale=scale,
        ticks=tuple(_ticks(scale)),
        flags=tuple(_flags(plan, scale)),
        span=_span(plan.period, scale),
        meetings=meetings,
        marks=tuple(place_marks(meetings, scale, two_tracks=False)),
        as_of=scale.at(as_of) if as_of and scale.holds(as_of) else None,
    )


def _scale(catalog: Catalog, family: Family, meetings: Iterable[Meeting]) -> Scale | None:
    """Whole years from the first thing shown to the newest record; a period may go on beyond.

    None where no date has a known year.
    """
    plan = family.plan
    dates = [getattr(plan, key) for key in DATES] + [plan_date(other) for other in family.plans]
    days = [point_of(when) for when in dates + [meeting.date for meeting in meetings]]
    if plan.period:
        days.append(plan.period.start)
    years = [day.year for day in days if day]
    if not years:
        return None
    last = max([*years, catalog.as_of.year] if catalog.as_of else years)
    return Scale(date(min(years), 1, 1), date(last + 1, 1, 1))


def _ticks(scale: Scale) -> Iterator[Tick]:
    number = len(scale.years)
    step = next((n for n in _STEPS if number / n <= _MOST_TICKS), _STEPS[-1])
    for place, year in enumerate(year for year in scale.years if year % step == 0):
        late = scale.last.year - year <= number * _LATE
        yield Tick(year, scale.at(date(year, 1, 1)), minor=place % 2 == 1, late=late)


def _flags(plan: Plan, scale: Scale) -> list[Flag]:
    """The plan's own dates in their order."""
    dated = [(day, key) for key in DATES if (day := point_of(getattr(plan, key)))]
    return [
        Flag(key, getattr(plan, key), scale.at(day))
        for day, key in sorted(dated, key=lambda pair: pair[0])
        if scale.holds(day)
    ]


def _span(period: PartialDate | None, scale: Scale) -> Span | None:
    if period is None:
        return None
    start = period.start or scale.first
    end = period.end or scale.last
    if start >= scale.last:
        return None
    return Span(
        x=scale.at(start),
        width=scale.width(start, min(end, scale.last)),
        fades=period.end is None,
        goes_on=end > scale.last,
    )
