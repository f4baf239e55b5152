"""The strip of years: how much each has, as bars that lead to its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coop.model.folders import UNDATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_TALLEST = 64  # pixels: the bar of the fullest year
_LOWEST = 2


class Bar(NamedTuple):
    """A year in the strip: how much it has, how high its bar, where it leads."""

    year: int
    number: int
    height: int
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """The years of a list, and what has no known year: where it leads, how much, if it is here."""

    bars: tuple[Bar, ...]
    undated: tuple[str, int, bool] | None


def draw_strip(counts: Mapping[int, int], href: Callable[[int], str]) -> tuple[Bar, ...]:
    """The bars of the first year to the last, those between that have nothing too."""
    if not counts:
        return ()
    most = max(counts.values())
    return tuple(
        Bar(year, number, max(_LOWEST, _TALLEST * number // most), href(year))
        for year in range(min(counts), max(counts) + 1)
        for number in (counts.get(year, 0),)
    )


def newest_first(years: Iterable[str]) -> list[str]:
    """The years of a list as words, the newest first, `undated` last."""
    return sorted(years, key=lambda year: (year != UNDATED, year), reverse=True)


def draw_years(counts: Mapping[str, int], href: Callable[[str], str], current: str = "") -> Years:
    """The strip of a list's years, which stand as words beside `undated`."""
    bars = draw_strip(
        {int(year): number for year, number in counts.items() if year != UNDATED},
        lambda year: href(str(year)),
    )
    undated = counts.get(UNDATED)
    return Years(
        tuple(bar._replace(current=str(bar.year) == current) for bar in bars),
        (href(UNDATED), undated, current == UNDATED) if undated else None,
    )
