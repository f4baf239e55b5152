"""Where the entry of a source stands: on its year's page or, in a long year, on its month's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from coop.catalog import once
from coop.edtf import Precision
from coop.model.folders import UNDATED, year_of_source
from coop.model.vocabulary import Grade
from coop.pages.strips import newest_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coop.catalog import Catalog
    from coop.model import Source

SECTION = "sources"
_SHORT = 60  # sources that one page may hold; a year of more has a page for each month


class Shelf(NamedTuple):
    """The sources of a month or, where no year is known, of a grade; `name` ends its address."""

    name: str
    sources: tuple[Source, ...]


@once
def shelves_by_year(catalog: Catalog) -> Mapping[str, tuple[Shelf, ...]]:
    """The shelves of each year of publication, newest year first, undated last."""
    found: defaultdict[str, defaultdict[str, list[Source]]]
    found = defaultdict(lambda: defaultdict(list))
    for source in catalog.sources.values():
        found[year_of_source(source)][_shelf_of(source)].append(source)
    return {
        year: tuple(
            Shelf(name, tuple(found[year][name])) for name in sorted(found[year], key=_order)
        )
        for year in newest_first(found)
    }


def count_sources(shelves: tuple[Shelf, ...]) -> int:
    """How many sources stand on shelves."""
    return sum(len(shelf.sources) for shelf in shelves)


def is_long(shelves: tuple[Shelf, ...]) -> bool:
    """Whether a year has a page for each of its shelves."""
    return count_sources(shelves) > _SHORT


def entry_address(catalog: Catalog, source: Source) -> str:
    """The address of what a source is cited for, without a language's prefix."""
    year = year_of_source(source)
    part = f"{_shelf_of(source)}/" if is_long(shelves_by_year(catalog)[year]) else ""
    return f"{SECTION}/{year}/{part}#{source.id}"


def _shelf_of(source: Source) -> str:
    """The month of publication, `undated` where that is not known; without a year the grade."""
    when = source.published
    if not when or not when.year:
        return source.grade.value
    is_month_known = when.start and when.precision is not Precision.YEAR
    return f"{when.start.month:02}" if is_month_known and when.start else UNDATED


def _order(name: str) -> tuple[int, str]:
    """Grades as the list of them goes; a month that is not known before those that are."""
    grades = [grade.value for grade in Grade]
    return (grades.index(name), "") if name in grades else (name != UNDATED, name)
