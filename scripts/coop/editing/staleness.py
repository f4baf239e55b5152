"""What in the records wants looking after, the most worthwhile first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.model import Kind, Meeting, Person
from coop.model.references import list_references
from coop.model.values import LangMap
from coop.model.vocabulary import Grade, Status
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coop.catalog import Catalog
    from coop.model import Record

_WEAK = {Grade.REPOST, Grade.REFERENCE}


class Item(NamedTuple):
    """One record that wants something: `<plural>/<id>` and what."""

    ref: str
    wants: str


class Section(NamedTuple):
    """Everything that wants one kind of work."""

    title: str
    items: tuple[Item, ...]


def list_stale(catalog: Catalog, today: date) -> tuple[Section, ...]:
    """What wants looking after on a day, section by section, each the most worthwhile first."""
    return (
        Section("Announced meetings gone by: was each held?", _gone_by(catalog, today)),
        Section("Records with no official or press source", _only_weak(catalog)),
        Section("Records with a text in one language only", _one_language(catalog)),
        Section("Sources with an address but no archived copy", _not_archived(catalog)),
    )


def _gone_by(catalog: Catalog, today: date) -> tuple[Item, ...]:
    """Return them with the latest first: its report is the easiest to find."""
    found = [
        meeting
        for meeting in catalog.meetings.values()
        if meeting.status is Status.ANNOUNCED and (last := _last_day(meeting)) and last < today
    ]
    return tuple(Item(meeting.ref, f"announced for {meeting.date}") for meeting in found[::-1])


def _last_day(meeting: Meeting) -> date | None:
    return (meeting.date.end or meeting.date.start) if meeting.date else None


def _only_weak(catalog: Catalog) -> tuple[Item, ...]:
    items = []
    for record in _records(catalog):
        cited = {r.value for r in list_references(record) if r.target == Kind.SOURCES}
        grades = {catalog.sources[one].grade for one in cited if one in catalog.sources}
        if grades and grades <= _WEAK:
            words = ", ".join(sorted(grade.value for grade in grades))
            items.append(Item(record.ref, f"only {words}; {_cited(catalog, record)}"))
    return _by_mentions(catalog, items)


def _one_language(catalog: Catalog) -> tuple[Item, ...]:
    counted = []
    for record in _records(catalog):
        if missing := list(_missing(record)):
            words = sorted({language.value for language in missing})
            item = Item(record.ref, f"{len(missing)} without {' or '.join(words)}")
            counted.append((len(missing), item))
    return tuple(item for _, item in sorted(counted, key=lambda pair: (-pair[0], pair[1])))


def _missing(record: Record) -> Iterator[Language]:
    own_names = isinstance(record, Person)  # people's names are never translated
    for path, part in record.parts:
        if not isinstance(part, LangMap) or own_names or {"name", "other_names"} & {*path[1:]}:
            continue
        if path[0] == "other_names":
            continue
        if not part.en:
            yield Language.EN
        elif not (part.zh_hant or part.zh_hans):
            yield Language.ZH_HANT


def _not_archived(catalog: Catalog) -> tuple[Item, ...]:
    items = [
        Item(source.ref, _cited(catalog, source))
        for source in catalog.sources.values()
        if source.url and not source.archived
    ]
    return _by_mentions(catalog, items)


def _records(catalog: Catalog) -> Iterator[Record]:
    for kind in Kind:
        if kind is not Kind.SOURCES:
            yield from catalog.records[kind].values()


def _by_mentions(catalog: Catalog, items: list[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (-_count(catalog, item.ref), item.ref)))


def _count(catalog: Catalog, ref: str) -> int:
    record = catalog.find(ref)
    return len({link.ref for link in catalog.back_links(record)}) if record else 0


def _cited(catalog: Catalog, record: Record) -> str:
    number = _count(catalog, record.ref)
    return f"named by {number} record{'' if number == 1 else 's'}"
