"""The documents that records cite: their years and grades, and what each is cited for."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.model import Meeting
from coop.model.folders import UNDATED
from coop.model.vocabulary import Grade, Seen
from coop.pages.dates import write_month
from coop.pages.parts.rows import join_html
from coop.pages.parts.statements import ANCHORS, name_outcome, statement_anchor
from coop.pages.renamed import ids_before
from coop.pages.shelves import SECTION, count_sources, is_long, shelves_by_year
from coop.pages.strips import draw_years
from coop.pages.view import View, link_html, make_page, render, render_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import BackLink, Catalog
    from coop.model import Record, Source
    from coop.model.shape.walk import Path
    from coop.pages.page import Content, Page
    from coop.pages.shelves import Shelf
    from coop.pages.strips import Years
    from coop.text import Language


_PUBLISHERS = 24  # of most documents


class SourceEntry(NamedTuple):
    """A source by its number on the page, what it is cited for, and the ids that it had before."""

    number: int
    source: Source
    title: Markup
    href: str
    cited: tuple[Markup, ...]
    ids_before: tuple[str, ...]


class SourceGroup(NamedTuple):
    """The sources of a month or, where no date is known, of a grade; `href` leads to its page."""

    name: str
    href: str
    entries: tuple[SourceEntry, ...]


class Share(NamedTuple):
    """How many sources are of a grade: for the bar, in per cent from the left."""

    grade: str
    shade: str
    number: int
    start: str
    width: str


def sources_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The page of all years, one page for each year's sources, and in a long year each month's."""
    yield make_page(View(catalog, language, f"{SECTION}/"), SECTION, _index)
    for year, shelves in shelves_by_year(catalog).items():
        view = View(catalog, language, f"{SECTION}/{year}/")
        yield make_page(view, SECTION, partial(_year, year=year))
        for shelf in shelves if is_long(shelves) else ():
            view = View(catalog, language, f"{SECTION}/{year}/{shelf.name}/")
            yield make_page(view, SECTION, partial(_shelf, year=year, shelf=shelf))


def render_files(view: View, edit_root: str) -> Markup:
    """The part of a page that leads to the file of each source whose entry is there, as HTML.

    Empty on other pages; `edit_root` is where files are edited, and ends in a slash.
    """
    section, _, rest = view.address.rstrip("/").partition("/")
    year, _, name = rest.partition("/")
    shelves = shelves_by_year(view.catalog).get(year, ()) if section == SECTION else ()
    if is_long(shelves):
        shelves = tuple(shelf for shelf in shelves if shelf.name == name)
    sources = [source for shelf in shelves for source in shelf.sources]
    if not sources:
        return Markup()
    folder = f"{edit_root}data/{SECTION}/{year}/"
    return render_block(view, "source_files.html.j2", sources=sources, folder=folder)


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


def _index(view: View) -> Content:
    sources = view.catalog.sources
    number = len(sources)
    meta = {
        "title": view.words("nav.sources"),
        "description": view.words("lists.description.sources", n=number),
        "coop": "sources",
    }
    known = [source for source in sources.values() if source.has_publisher]
    publishers = Counter(view.html(source.publisher) for source in known)
    return render(
        view,
        "sources.md.j2",
        meta,
        years=_years(view),
        shares=share_grades(sources.values()),
        number=number,
        publishers=publishers.most_common(_PUBLISHERS),
        unknown=number - len(known),
    )


def _year(view: View, year: str) -> Content:
    shelves = shelves_by_year(view.catalog)[year]
    number = count_sources(shelves)
    key = UNDATED if year == UNDATED else "year"
    lead = f"{key}_long" if is_long(shelves) else key
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
        lead=view.words(f"cited.lead.{lead}", n=number),
        years=_years(view, year),
        groups=list(_groups(view, year, shelves)),
        is_long=is_long(shelves),
    )


def _shelf(view: View, year: str, shelf: Shelf) -> Content:
    above = view.words(f"cited.title.{UNDATED if year == UNDATED else 'year'}", year=year)
    title = f"{above}{view.words('record.colon')}{_name(view, shelf)}"
    number = len(shelf.sources)
    meta = {
        "title": title,
        "description": view.words("cited.description.part", title=title, n=number),
        "coop": "sources",
    }
    return render(
        view,
        "sources_part.md.j2",
        meta,
        title=title,
        lead=view.words("cited.lead.part", n=number),
        above=(view.href(f"{SECTION}/{year}/"), above),
        entries=_entries(view, shelf.sources, 1),
    )


def _groups(view: View, year: str, shelves: tuple[Shelf, ...]) -> Iterator[SourceGroup]:
    """The shelves of a year, their sources numbered through where the year is one page."""
    number = 1
    for shelf in shelves:
        entries = _entries(view, shelf.sources, 1 if is_long(shelves) else number)
        href = view.href(f"{SECTION}/{year}/{shelf.name}/")
        yield SourceGroup(_name(view, shelf), href, entries)
        number += len(entries)


def _name(view: View, shelf: Shelf) -> str:
    """What a shelf is called: the name of its month or grade."""
    if shelf.name.isdigit():
        return write_month(int(shelf.name), view.language)
    if shelf.name == UNDATED:
        return view.words("timeline.month_unknown")
    return view.words(f"source.grade.{shelf.name}")


def _entries(view: View, sources: Iterable[Source], first: int) -> tuple[SourceEntry, ...]:
    before = ids_before(view.catalog)
    return tuple(
        SourceEntry(
            number,
            source,
            view.title_html(source),
            view.record_href(source),
            _cited(view, source),
            before.get(source.ref, ()),
        )
        for number, source in enumerate(sources, start=first)
    )


def _years(view: View, current: str = "") -> Years:
    counts = {year: count_sources(found) for year, found in shelves_by_year(view.catalog).items()}
    return draw_years(counts, lambda year: view.href(f"{SECTION}/{year}/"), current)


def _cited(view: View, source: Source) -> tuple[Markup, ...]:
    """The records that cite a source, each with the statements that do; at the end mere facts."""
    grouped: defaultdict[str, list[BackLink]] = defaultdict(list)
    for link in view.catalog.back_links(source):
        grouped[link.ref].append(link)
    found: list[Markup] = []
    bare: list[Markup] = []
    facts = Markup.escape(view.words("cited.for.facts"))
    for ref, links in grouped.items():
        record = view.catalog.find(ref)
        if record is None:
            continue
        name = view.link_to(record)
        pieces = dict.fromkeys(_statement(view, record, link.path) or facts for link in links)
        if [*pieces] == [facts]:
            bare.append(name)
        else:
            told = Markup.escape(view.words("cited.told"))
            found.append(told.format(record=name, statements=join_html(view, pieces)))
    if bare:
        of = Markup.escape(view.words("cited.for.facts_of"))
        found.append(of.format(records=join_html(view, bare)))
    return tuple(found)


def _statement(view: View, record: Record, path: Path) -> Markup:
    """A link to the statement at a path, by its number; nothing for the record's own facts."""
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
    return Markup()


def _link(view: View, record: Record, anchor: str, text: str) -> Markup:
    return link_html(f"{view.record_href(record)}#{anchor}", Markup.escape(text))
