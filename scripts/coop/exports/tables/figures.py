"""The tables behind the pictures that count: meetings a year by platform, heads who met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.exports.tables.table import Cell, Column, Table
from coop.model import Kind
from coop.pictures.counterparts import find_pairs
from coop.pictures.heat import held_by_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog

PLATFORM_YEARS = "platform_years"
COUNTERPARTS = "counterparts"


def figure_tables(catalog: Catalog) -> Iterator[Table]:
    """Both tables."""
    yield _platform_years(catalog)
    yield _counterparts(catalog)


def _platform_years(catalog: Catalog) -> Table:
    columns = (
        Column("platform", "string", "The platform.", Kind.PLATFORMS.value),
        Column("year", "integer", "The year."),
        Column("held", "integer", "Meetings on record that were held in it; never 0."),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for platform in catalog.platforms.values():
            for year, number in held_by_year(catalog.meetings_of(platform)).items():
                yield platform.id, year, number

    return Table(PLATFORM_YEARS, "Meetings held a year by platform.", columns, rows)


def _counterparts(catalog: Catalog) -> Table:
    columns = (
        Column("hksar", "string", "A head of the Hong Kong side.", Kind.PEOPLE.value),
        Column("counterpart", "string", "A head of another side.", Kind.PEOPLE.value),
        Column("side", "string", "The side of the counterpart."),
        Column("held", "integer", "Meetings on record that both headed and that were held."),
        Column("first", "string", "The date of the first of them, in EDTF."),
        Column("last", "string", "The date of the last of them, in EDTF."),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for pair in find_pairs(catalog):
            dates = [meeting.date.edtf for meeting in pair.meetings if meeting.date]
            first, last = (dates[0], dates[-1]) if dates else (None, None)
            ends = (len(pair.meetings), first, last)
            yield (pair.ours.id, pair.theirs.id, pair.side.value, *ends)

    return Table(COUNTERPARTS, "Who sat across from whom at the head of a side.", columns, rows)
