"""The tables beside those of the kinds: all records, statements, people at meetings, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coop.exports.api.records import records_of
from coop.exports.provenance import last_told
from coop.exports.tables.table import (
    Cell,
    Column,
    Table,
    cells,
    columns_by_field,
    text_cells,
    text_columns,
)
from coop.model import Kind
from coop.model.parts import Attendance, Outcome, Post, PostHeld, Statement
from coop.model.values import POST, LangMap, SourceRef
from coop.pages.view import View, record_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from coop.catalog import Catalog
    from coop.model import Record
    from coop.model.shape.walk import Path

RECORDS = "records"
STATEMENTS = "statements"
_RECORD = Column("record", "string", "The record that it belongs to, <plural>/<id>.", RECORDS)
_FIELD = Column("field", "string", "The key of the record under which it stands.")
_POSITION = Column("position", "integer", "Its place under that key, from 1.")
_PLACE = (_RECORD, _FIELD, _POSITION)
_SAID = ("key", "text", "basis", "reason")
_DONE = ("kind", "plan")
_WHO = ("person", "name", "post", "role", "organisation")
_TERM = ("post", "period", "seen")
_STATED = {"outcomes", "measures", "statements", "working_groups"}


def child_tables(catalog: Catalog) -> Iterator[Table]:
    """Every table that is not of one kind."""
    yield _records(catalog)
    yield _statements(catalog)
    yield _participants(catalog)
    yield _posts(catalog)
    yield _terms(catalog)
    yield _citations(catalog)
    yield _links(catalog)
    yield _other_names(catalog)
    yield _disputes(catalog)
    yield _gaps(catalog)
    yield _keywords(catalog)


def _every(catalog: Catalog) -> Iterator[Record]:
    for kind in Kind:
        yield from records_of(catalog, kind).values()


def _items(record: Record, key: str) -> Iterator[tuple[int, Any]]:
    yield from enumerate(getattr(record, key, ()), 1)


def _columns(model: type[BaseModel], fields: Iterable[str]) -> tuple[Column, ...]:
    found = columns_by_field(model)
    return tuple(column for name in fields for column in found[name])


def _records(catalog: Catalog) -> Table:
    columns = (
        Column("record", "string", "The record's name among all kinds, <plural>/<id>."),
        Column("kind", "string", "The plural of its kind: its table."),
        Column("id", "string", "Its id, unique within its kind."),
        *text_columns("title", "The name by which pages call it."),
        Column("url", "string", "The address of its English page, from the site's root."),
        Column("translated", "string", "The languages in which the name is the editors' own."),
        Column("newest_source", "date", "The day of the newest document behind it."),
        Column("text", "string", "Every text in it, in every language, for searching."),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in _every(catalog):
            told = last_told(catalog, record)
            yield (
                record.ref,
                record.kind_of.value,
                record.id,
                *text_cells(View.title_map(record)),
                record_address(record),
                " ".join(getattr(record, "translated", ())) or None,
                told.isoformat() if told else None,
                _text(record),
            )

    return Table(RECORDS, "All records of all kinds.", columns, rows, keyed=True)


def _text(record: Record) -> str:
    texts = (part for _, part in record.parts if isinstance(part, LangMap))
    every = (cell for text in texts for cell in text_cells(text))
    return "\n".join(dict.fromkeys(str(cell) for cell in every if cell))


def _statements(catalog: Catalog) -> Table:
    columns = (
        Column("statement", "string", "Its name among all statements."),
        *_PLACE,
        *_columns(Statement, _SAID),
        *_columns(Outcome, _DONE),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in _every(catalog):
            for path, part in record.parts:
                if isinstance(part, Statement):
                    field, position = str(path[0]), int(path[1]) + 1
                    done = cells(part, _DONE) if isinstance(part, Outcome) else (None, None)
                    name = f"{record.ref}/{field}/{position}"
                    yield name, record.ref, field, position, *cells(part, _SAID), *done

    meaning = "What documents say: outcomes of meetings, measures of plans, and other statements."
    return Table(STATEMENTS, meaning, columns, rows, keyed=True)


def _participants(catalog: Catalog) -> Table:
    side = Column("side", "string", "The side, as the post or the record tells it.")
    columns = (*_PLACE, *_columns(Attendance, _WHO), side)

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in _every(catalog):
            for key in ("principals", "participants", "signatories"):
                for position, someone in _items(record, key):
                    found = catalog.find_side(someone)
                    who = cells(someone, _WHO)
                    yield record.ref, key, position, *who, found.value if found else None

    meaning = "Who took part in meetings and who signed plans, by record, name or post."
    return Table("participants", meaning, columns, rows)


def _posts(catalog: Catalog) -> Table:
    columns = (
        Column("post", "string", "The post, <organisation>/<post>."),
        Column("organisation", "string", "The organisation that has it.", "organisations"),
        *_columns(Post, ("id", "name", "several")),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for ref, (body, post) in catalog.posts.items():
            yield ref, body.id, *cells(post, ("id", "name", "several"))

    return Table(POST, "The posts of organisations.", columns, rows, keyed=True)


def _terms(catalog: Catalog) -> Table:
    person = Column("person", "string", "The person who held the post.", "people")
    columns = (person, _POSITION, *_columns(PostHeld, _TERM))

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in catalog.people.values():
            for position, held in _items(record, "posts"):
                yield record.id, position, *cells(held, _TERM)

    return Table("terms", "The posts that people hold or held.", columns, rows)


def _citations(catalog: Catalog) -> Table:
    columns = (
        _RECORD,
        Column("about", "string", "What is cited for: empty for the record's facts, else a path."),
        Column("statement", "string", "The statement that it is cited for, if any.", STATEMENTS),
        Column("source", "string", "The document that says so.", "sources"),
        *_columns(SourceRef, ("at",)),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in _every(catalog):
            for path, part in record.parts:
                if isinstance(part, SourceRef):
                    about = _path_of(path[:-1])
                    named = f"{record.ref}/{about}" if path[0] in _STATED else None
                    yield record.ref, about or None, named, part.id, part.at

    return Table("citations", "Which document says what, and where in it.", columns, rows)


def _path_of(path: Path) -> str:
    """A path with places counted from 1, without the key `sources` at its end."""
    if path == ("note_sources",):
        return "note"
    steps = path[:-1] if path[-1] == "sources" else path
    return "/".join(str(step + 1) if isinstance(step, int) else step for step in steps)


def _links(catalog: Catalog) -> Table:
    columns = (
        _RECORD,
        Column("field", "string", "Where in the record it is named: a key or a path."),
        Column("target", "string", "The record that is named, <plural>/<id>.", RECORDS),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in _every(catalog):
            for reference in catalog.references[record.ref]:
                if reference.target not in {Kind.SOURCES, POST}:
                    path = reference.path
                    field = path[:-1] if isinstance(path[-1], int) else path
                    yield record.ref, _path_of(field), reference.ref

    return Table("links", "Which record names which, other than sources.", columns, rows)


def _other_names(catalog: Catalog) -> Table:
    columns = (_RECORD, _POSITION, *text_columns("name", "The name."))

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in _every(catalog):
            for position, name in _items(record, "other_names"):
                yield record.ref, position, *text_cells(name)

    return Table("other_names", "Further names and abbreviations.", columns, rows)


def _disputes(catalog: Catalog) -> Table:
    columns = (
        _RECORD,
        Column("position", "integer", "The place of the dispute in the record, from 1."),
        Column("field", "string", "The key that is in dispute."),
        Column("value", "string", "A value as sources give it."),
        Column("preferred", "boolean", "Whether it is the value used."),
        *text_columns("why", "Why a value is preferred."),
        *text_columns("wording", "The value in each language, where it is a phrase."),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in _every(catalog):
            for position, dispute in _items(record, "disputes"):
                for place, one in enumerate(dispute.values):
                    chosen = place == dispute.preferred
                    said = *text_cells(dispute.why), *text_cells(one.wording)
                    yield record.ref, position, dispute.field, one.value, chosen, *said

    return Table("disputes", "Facts on which sources disagree, value by value.", columns, rows)


def _gaps(catalog: Catalog) -> Table:
    columns = (
        _RECORD,
        _POSITION,
        *text_columns("text", "What is not known."),
        *text_columns("look", "Where the answer may be found."),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in _every(catalog):
            for position, gap in _items(record, "gaps"):
                yield record.ref, position, *text_cells(gap.text), *text_cells(gap.look)

    return Table("gaps", "What is not known about records.", columns, rows)


def _keywords(catalog: Catalog) -> Table:
    columns = (
        Column("topic", "string", "The topic.", "topics"),
        Column("language", "string", "The language of the word."),
        Column("keyword", "string", "A word under which the topic is looked for."),
    )

    def rows() -> Iterator[tuple[Cell, ...]]:
        for topic in catalog.topics.values():
            for language, words in topic.keywords.model_dump(by_alias=True).items():
                yield from ((topic.id, language, word) for word in words)

    return Table("keywords", "Words under which topics are looked for.", columns, rows)
