"""The parts that every record page has: path, title, other names, facts, note, sources, foot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coop.model import Kind
from coop.model.folders import file_of
from coop.model.records.record import Named
from coop.pages.dates import write_day
from coop.pages.headings import heading, keep_names, line_link, line_title
from coop.pages.page import Page
from coop.pages.parts.rows import dated_html, join_html
from coop.pages.parts.statements import dispute_lines, gap_lines, statement_anchor
from coop.pages.view import View, keep_hyphens, link_html, record_address, render
from coop.text import Language, escape_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.model import Meeting, Plan, Record
    from coop.pages.page import Content
    from coop.pages.parts.footnotes import Footnotes

_LONGEST = 160
_LONG_TITLES = {Kind.MEETINGS, Kind.PLANS}  # which break within a line of facts


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name below the title: in HTML, its language, whether the editors made it."""

    html: Markup
    language: str
    translated: bool


class Facts:
    """The facts of a record in order: a label and what stands beside it."""

    def __init__(self, view: View) -> None:
        """Start without facts."""
        self._view = view
        self.lines: list[tuple[str, Markup]] = []

    def add(self, key: str, value: Markup | str) -> None:
        """Add a fact under the label `record.fact.<key>`, unless there is no value."""
        if value:
            alone = Markup.escape(value).removeprefix("&nbsp;")  # notes without words before them
            self.lines.append((self._view.words(f"record.fact.{key}"), alone))

    def add_date(self, key: str, when: PartialDate | None) -> None:
        """Add a date, if it is known."""
        self.add(key, self._view.date(when) if when else "")

    def add_link(self, key: str, kind: Kind, record_id: str | None) -> None:
        """Add a link to a record of a kind by its id, if there is one."""
        self.add_links(key, kind, [record_id] if record_id else [])

    def add_links(self, key: str, kind: Kind, ids: Iterable[str]) -> None:
        """Add links to records of a kind by their ids."""
        view = self._view
        known = view.catalog.records[kind]
        links = (
            line_link(view, known[one])
            if kind in _LONG_TITLES and one in known
            else view.link(f"{kind.value}/{one}")
            for one in ids
        )
        self.add(key, join_html(view, links))

    def add_records(self, key: str, records: Iterable[Record]) -> None:
        """Add links to records, if there are any."""
        self.add(key, join_html(self._view, map(self._view.link_to, records)))


def record_pages(
    catalog: Catalog,
    language: Language,
    records: Mapping[str, Record],
    write: Callable[[View, Any], Content],
) -> Iterator[Page]:
    """A page for each record, written only when it is asked for."""
    for record in records.values():
        view = View(catalog, language, record_address(record))
        render_page, origin = partial(write, view, record), f"data/{file_of(record)}"
        yield Page(view.address, language, record.kind_of.value, render_page, origin)


def render_record(
    view: View, template: str, record: Named, description: str, **values: Any
) -> Content:
    """A record's page from its template, with the parts that every record has."""
    kind = record.kind_of
    chosen = view.choose(view.title_map(record))
    title_language = chosen[1].value if chosen and chosen[1] is not view.language else ""
    meta = {"title": view.title(record), "description": description, "coop": kind.singular}
    return render(
        view,
        template,
        meta,
        title=heading(view, record),
        title_language=title_language,
        title_mark=_title_mark(view, record),
        other_names=other_names(view, record),
        section_href=view.href(f"{kind.value}/"),
        section_name=view.words(f"nav.{kind.value}"),
        json_href=view.file(f"api/v1/{kind.value}/{record.id}.json"),
        follow=_follow(view, record),
        as_of=write_day(view.catalog.as_of, view.language) if view.catalog.as_of else "",
        record=record,
        **values,
    )


def _follow(view: View, record: Named) -> tuple[tuple[str, str], ...]:
    if record.kind_of not in {Kind.PLATFORMS, Kind.TOPICS}:
        return ()
    return (
        (view.href(f"feeds/{record.id}.atom"), view.words("record.feed")),
        (view.href(f"calendar/{record.id}.ics"), view.words("record.calendar")),
    )


def close_record(
    view: View, notes: Footnotes, record: Named, found: Iterable[Markup] = ()
) -> dict[str, Any]:
    """What stands last on every page: disputes, note, gaps and sources, numbered in this order."""
    disputes = dispute_lines(view, notes, record)
    note = view.html(record.note)
    note_refs = notes.cite(record.note_sources, "note", view.words("record.cite.note"))
    return {
        "disputes": disputes,
        "note": note,
        "note_refs": note_refs,
        "gaps": gap_lines(view, notes, record, found),
        "sources": notes.lines,
        "origins": origins(view, record),
    }


def facts_refs(view: View, notes: Footnotes, record: Record) -> Markup:
    """The source notes of a record's facts."""
    return notes.cite(record.sources, "facts", view.words("record.cite.facts"))


def basis_html(view: View, notes: Footnotes, record: Meeting | Plan) -> Markup:
    """Whether documents say so or it follows from them, with their notes and the reason."""
    words = Markup("{}{}").format(
        view.words(f"basis.{record.basis.value}"), facts_refs(view, notes, record)
    )
    if not record.reason:
        return words
    return Markup("{}{}{}").format(words, view.words("record.colon"), view.html(record.reason))


def other_names(view: View, record: Named) -> tuple[OtherName, ...]:
    """The full name where a short one is the title, then the name in the other languages.

    A name in Traditional Chinese says that it is ours only where its conversion does not say so.
    """
    chosen = view.choose(view.title_map(record))
    found: list[OtherName] = []
    full = view.choose(record.name)
    if full and full != chosen:
        original = _original(view, record) if full[1] is view.language else full[1]
        found.append(OtherName(_whole(view, *full), full[1].value, original in record.translated))
    told = {_original(view, record)} - {view.language}
    for language, text in record.name.items():
        if all(text != shown[0] for shown in (chosen, full) if shown):
            is_ours = language in record.translated and language not in told
            found.append(OtherName(_whole(view, text, language), language.value, is_ours))
    return tuple(found)


def _whole(view: View, name: str, language: Language) -> Markup:
    """A long name as HTML, no part of it broken that is itself a name."""
    html = keep_hyphens(Markup(escape_html(name)))  # noqa: S704 - escaped here
    return keep_names(view, html) if language is view.language else html


def _original(view: View, record: Named) -> Language:
    """The language in which the name is written that a page shows in its own."""
    own = record.name.get(view.language)
    is_converted = view.language is Language.ZH_HANS and not own and record.name.zh_hant
    return Language.ZH_HANT if is_converted else view.language


def _title_mark(view: View, record: Named) -> str:
    # a short title is nobody's official name: only the full one can be a translation
    chosen = view.choose(view.title_map(record))
    if chosen and chosen[1] is not view.language:
        language = view.words(f"language.in.{chosen[1].value}")
        return view.words("record.title_in", language=language)
    if record.short is None and _original(view, record) in record.translated:
        return view.words("record.title_translated")
    return ""


def also_called(view: View, record: Named) -> Markup:
    """Further names and abbreviations, each in every language that it is given in.

    Of the two Chinese scripts a page in Simplified Chinese shows its own.
    """
    simplified = view.language is Language.ZH_HANS
    pieces: dict[Markup, None] = {}
    for name in record.other_names:
        for given, text in name.items():
            chinese = simplified and given is not Language.EN
            shown, language = (view.plain(name), view.language) if chinese else (text, given)
            pieces[Markup('<span lang="{}">{}</span>').format(language.value, shown)] = None
    return Markup.escape(view.words("record.comma")).join(pieces)


def describe(*sentences: str) -> str:
    """The first sentences that fit into a description of a page; the first is cut if too long."""
    text = sentences[0]
    if len(text) > _LONGEST:
        cut = text[: _LONGEST - 1]
        words = cut.rpartition(" ")[0]  # Chinese has none to cut between
        return (words if len(words) > _LONGEST // 2 else cut) + "…"
    for sentence in sentences[1:]:
        if not sentence or len(text) + len(sentence) >= _LONGEST:
            continue
        text = f"{text}{'' if text.endswith('。') else ' '}{sentence}"
    return text


def origins(view: View, record: Record) -> tuple[Markup, ...]:
    """The statements of meetings and plans that led to a record, as links to them."""
    found: list[Markup] = []
    for link in view.catalog.back_links(record):
        naming = view.catalog.find(link.ref)
        if naming and link.path[2:3] == ("led_to",):
            found.append(_origin(view, naming, str(link.path[0]), int(link.path[1])))
    return tuple(found)


def _origin(view: View, naming: Record, key: str, index: int) -> Markup:
    statement = getattr(naming, key)[index]
    anchor = statement_anchor(statement, key, index + 1)
    when = getattr(naming, "date", None)
    link = link_html(f"{view.record_href(naming)}#{anchor}", line_title(view, naming))
    return dated_html(view, link, when) if when else link


def neighbour(view: View, meeting: Meeting | None) -> tuple[str, Markup, Markup] | None:
    """Address, title and date of a meeting beside this one."""
    if meeting is None:
        return None
    return view.record_href(meeting), line_title(view, meeting), view.date(meeting.date)
