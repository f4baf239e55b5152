"""The lists of meetings: the newest ones, and those of each year."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from coop.catalog import once
from coop.model.folders import UNDATED
from coop.pages.parts.rows import meeting_row
from coop.pages.strips import draw_years, newest_first
from coop.pages.view import View, make_page, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.model import Meeting
    from coop.pages.page import Content, Page
    from coop.pages.strips import Years
    from coop.text import Language

_SECTION = "meetings"
_ALL_UP_TO = 150  # more meetings than this are not listed on one page
_LATEST = 50


def meeting_list_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The page of all meetings, and one for each year that has any."""
    yield make_page(View(catalog, language, f"{_SECTION}/"), _SECTION, _all_meetings)
    for year in meetings_by_year(catalog):
        view = View(catalog, language, year_address(year))
        yield make_page(view, _SECTION, partial(_year, year=year))


def year_address(year: str) -> str:
    """The address of the list of a year's meetings."""
    return f"{_SECTION}/year/{year}/"


@once
def meetings_by_year(catalog: Catalog) -> Mapping[str, list[Meeting]]:
    """Meetings by the year in which they begin, newest first; those of no known year last."""
    grouped: defaultdict[str, list[Meeting]] = defaultdict(list)
    for meeting in reversed([*catalog.meetings.values()]):
        grouped[str(meeting.date.year) if meeting.date and meeting.date.year else UNDATED].append(
            meeting
        )
    return {year: grouped[year] for year in newest_first(grouped)}


def _all_meetings(view: View) -> Content:
    years = meetings_by_year(view.catalog)
    number = len(view.catalog.meetings)
    if number > _ALL_UP_TO:
        dated = (m for year, found in years.items() if year != UNDATED for m in found)
        parts = {"latest": list(islice(dated, _LATEST))}
    else:
        parts = dict(years)
    rows = {key: [meeting_row(view, meeting) for meeting in found] for key, found in parts.items()}
    meta = {
        "title": view.words("nav.meetings"),
        "description": view.words("lists.description.meetings", n=number),
        "coop": "list",
    }
    return render(view, "meetings.md.j2", meta, parts=rows, years=meeting_years(view))


def _year(view: View, year: str) -> Content:
    rows = [meeting_row(view, meeting) for meeting in meetings_by_year(view.catalog)[year]]
    key = UNDATED if year == UNDATED else "year"
    meta = {
        "title": view.words(f"lists.title.{key}", year=year),
        "description": view.words(f"lists.description.{key}", year=year, n=len(rows)),
        "coop": "list",
    }
    links = meeting_years(view, year)
    return render(view, "meetings_year.md.j2", meta, title=meta["title"], rows=rows, years=links)


def meeting_years(view: View, current: str = "") -> Years:
    """The strip of the years that have meetings, each leading to its list."""
    counts = {year: len(found) for year, found in meetings_by_year(view.catalog).items()}
    return draw_years(counts, lambda year: view.href(year_address(year)), current)
