"""Meetings a year by platform: a strip of years for each, darker where there were more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coop.model.vocabulary import Status
from coop.pictures.marks import make_scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coop.catalog import Catalog
    from coop.model import Meeting, Platform
    from coop.pictures.marks import Scale

_STEPS = (1, 2, 3, 5)  # a cell is one step darker from each of these numbers on


class Cell(NamedTuple):
    """A year with meetings: how many, in which of four shades, and where it stands."""

    year: int
    number: int
    shade: int
    x: str
    width: str
    middle: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The years of a platform; of all other meetings together where there is no platform."""

    platform: Platform | None
    cells: tuple[Cell, ...]

    @property
    def total(self) -> int:
        """How many meetings the strip counts."""
        return sum(cell.number for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Heat:
    """The strips of the ten platforms, of all other meetings, and what they show together."""

    scale: Scale
    ten: tuple[Strip, ...]
    rest: Strip

    @property
    def total(self) -> int:
        """How many meetings of the ten platforms there are."""
        return sum(strip.total for strip in self.ten)

    @property
    def fullest(self) -> Strip | None:
        """The strip of the ten with the most meetings, the first of several; None without any."""
        return max(self.ten, key=lambda strip: strip.total) if self.total else None

    @property
    def empty_years(self) -> tuple[int, ...]:
        """The years between first and last in which none of the ten met."""
        met = {cell.year for strip in self.ten for cell in strip.cells}
        return tuple(year for year in range(min(met), max(met)) if year not in met) if met else ()


def draw_heat(catalog: Catalog) -> Heat:
    """The picture of a catalogue: meetings that were held and whose year is known."""
    scale = make_scale(catalog.as_of)
    ten = [platform for platform in catalog.platforms.values() if platform.cmab_order]
    shown = {platform.id for platform in ten}
    others = (meeting for meeting in catalog.meetings.values() if meeting.platform not in shown)
    return Heat(
        scale=scale,
        ten=tuple(
            Strip(platform, _cells(held_by_year(catalog.meetings_of(platform)), scale))
            for platform in ten
        ),
        rest=Strip(None, _cells(held_by_year(others), scale)),
    )


def held_by_year(meetings: Iterable[Meeting]) -> Mapping[int, int]:
    """How many of some meetings were held in each year, years in order."""
    held = (meeting.date for meeting in meetings if meeting.status is Status.HELD)
    counts = Counter(when.year for when in held if when and when.year)
    return {year: counts[year] for year in sorted(counts) if year}


def _cells(counts: Mapping[int, int], scale: Scale) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            year,
            number,
            shade=sum(number >= step for step in _STEPS),
            x=scale.at(date(year, 1, 1)),
            width=scale.width(date(year, 1, 1), date(year + 1, 1, 1)),
            middle=scale.at(date(year, 7, 1)),
        )
        for year, number in counts.items()
        if year in scale.years
    )
