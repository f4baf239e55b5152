"""The documents that records cite: their years and grades, and what each is cited for."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.catalog import once
from coop.edtf import Precision
from coop.model import Meeting
from coop.model.folders import UNDATED, year_of_source
from coop.model.vocabulary import Grade, Seen
from coop.pages.dates import write_month
from coop.pages.page import Page
from coop.pages.renamed import ids_before
from coop.pages.statements import ANCHORS, name_outcome, statement_anchor
from coop.pages.strips import draw_years, newest_first
from coop.pages.view import View, render, render_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coop.catalog import BackLink, Catalog
    from coop.model import Record, Source
    from coop.pages.page import Content
    from coop.pages.strips import Years
    from coop.text import Language

_SECTION = "sources"
_SHORT = 40  # a page of no more stands open; on a longer one a reader opens the months wanted


class Cited(NamedTuple):
    """A record that cites a source, and the statements of it that do."""

    link: Markup
    statements: tuple[Markup, ...]


class SourceEntry(NamedTuple):
    """A source by its number on the page, all that cites it, and the ids that it had before."""

    number: int
    source: Source
    title: Markup
    cited: tuple[Cited, ...]
    ids_before: tuple[str, ...]


class SourceGroup(NamedTuple):
    """The sources of a month or, where no date is known, of a grade."""

    name: str
    entries: tuple[SourceEntry, ...]


class Share(NamedTuple):
    """How many sources are of a grade: for the bar, in per cent from the left."""

    grade: str
    shade: str
    number: int
    start: str
    width: str


def sources_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The page of all years, and one page for each year's sources."""
    yield Page(f"{_SECTION}/", language, _SECTION, partial(_index, catalog, language))
    for year in sources_by_year(catalog):
        render_year = partial(_year, catalog, language, year)
        yield Page(f"{_SECTION}/{year}/", language, _SECTION, render_year)


def render_files(view: View, edit_root: str) -> Markup:
    """The part of a year's page that leads to the file of each of its sources, as HTML.

    Empty on other pages; `edit_root` is where files are edited, and ends in a slash.
    """
    section, _, year = view.address.rstrip("/").partition("/")
    sources = sources_by_year(view.catalog).get(year, []) if section == _SECTION else []
    if not sources:
        return Markup()
    folder = f"{edit_root}data/{_SECTION}/{year}/"
    return render_block(view, "source_files.html.j2", sources=sources, folder=folder)


@once
def sources_by_year(catalog: Catalog) -> Mapping[str, list[Source]]:
    """Sources by the year of publication, newest year first, undated last."""
    grouped: defaultdict[str, list[Source]] = defaultdict(list)
    for source in catalog.sources.values():
        grouped[year_of_source(source)].append(source)
    return {year: grouped[year] for year in newest_first(grouped)}


def share_grades(sources: Iterable[Source]) -> list[Share]:
    """The grades of sources with their numbers; copies without an address count by themselves."""
    counts = Counter("copy" if s.seen is Seen.COPY else s.grade.value for s in sources)
    total = counts.total()
    found: list[Share] = []
    before = 0
    for grade, shade in (*zip(Grade, ("g3", "g2", "g1", "g1"), strict=True), ("copy", "g0")):
        number = counts[str(grade)]
        if number:
            start, width = f"{100 * before / total:.2f}%", f"{100 * number / total:.2f}%"
            found.append(Share(str(grade), shade, number, start, width))
        before += number
    return found


def _index(catalog: Catalog, language: Language) -> Content:
    view = View(catalog, language, f"{_SECTION}/")
    number = len(catalog.sources)
    meta = {
        "title": view.words("nav.sources"),
        "description": view.words("lists.description.sources", n=number),
        "coop": "sources",
    }
    shares = share_grades(catalog.sources.values())
    return render(view, "sources.md.j2", meta, years=_years(view), shares=shares, number=number)


def _year(catalog: Catalog, language: Language, year: str) -> Content:
    view = View(catalog, language, f"{_SECTION}/{year}/")
    number = len(sources_by_year(catalog)[year])
    key = UNDATED if year == UNDATED else "year"
    meta = {
        "title": view.words(f"cited.title.{key}", year=year),
        "description": view.words(f"cited.description.{key}", year=year, n=number),
        "coop": "sources",
    }
    return render(
        view,
        "sources_year.md.j2",
        meta,
        title=meta["title"],
        lead=view.words(f"cited.lead.{key}", n=number),
        years=_years(view, year),
        groups=list(_groups(view, year)),
        is_long=number > _SHORT,
    )


def _groups(view: View, year: str) -> Iterator[SourceGroup]:
    """The sources of a year by month, those undated by grade, numbered through."""
    key = _grade_key if year == UNDATED else _month_key
    before = ids_before(view.catalog)
    sources = sorted(sources_by_year(view.catalog)[year], key=key)
    numbered = enumerate(sources, start=1)
    for place, found in groupby(numbered, key=lambda pair: key(pair[1])):
        entries = tuple(
            SourceEntry(n, s, view.title_html(s), _cited(view, s), before.get(s.ref, ()))
            for n, s in found
        )
        if year == UNDATED:
            name = view.words(f"source.grade.{entries[0].source.grade.value}")
        elif place:
            name = write_month(place, view.language)
        else:
            name = view.words("timeline.month_unknown")
        yield SourceGroup(name, entries)


def _month_key(source: Source) -> int:
    """The month of publication; 0 where only the year is known."""
    when = source.published
    return when.start.month if when and when.start and when.precision is not Precision.YEAR else 0


def _grade_key(source: Source) -> int:
    return list(Grade).index(source.grade)


def _years(view: View, current: str = "") -> Years:
    counts = {year: len(found) for year, found in sources_by_year(view.catalog).items()}
    return draw_years(counts, lambda year: view.href(f"{_SECTION}/{year}/"), current)


def _cited(view: View, source: Source) -> tuple[Cited, ...]:
    grouped: defaultdict[str, list[BackLink]] = defaultdict(list)
    for link in view.catalog.back_links(source):
        grouped[link.ref].append(link)
    found: list[Cited] = []
    for ref, links in grouped.items():
        record = view.catalog.find(ref)
        if record:
            pieces = dict.fromkeys(_statement(view, record, link.path) for link in links)
            found.append(Cited(view.link_to(record), tuple(pieces)))
    return tuple(found)


def _statement(view: View, record: Record, path: tuple[str | int, ...]) -> Markup:
    """A link to the statement at a path, by its number; plain words for the record's own facts."""
    key = str(path[0])
    if key in ANCHORS:
        number = int(path[1]) + 1
        statement = getattr(record, key)[path[1]]
        anchor = statement_anchor(statement, key, number)
        if key == "outcomes" and isinstance(record, Meeting):
            name = name_outcome(view, record.outcomes, number - 1)
        else:
            name = view.words(f"cited.for.{key}", n=number)
        return _link(view, record, anchor, name)
    if key == "disputes":
        number = int(path[1]) + 1
        return _link(view, record, f"d-{number}", view.words("cited.for.disputes", n=number))
    if key == "note_sources":
        return _link(view, record, "note", view.words("cited.for.note"))
    return Markup.escape(view.words("cited.for.facts"))


def _link(view: View, record: Record, anchor: str, text: str) -> Markup:
    return Markup('<a href="{}#{}">{}</a>').format(view.record_href(record), anchor, text)
