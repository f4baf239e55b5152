"""The page "Find records": search with filters; without JavaScript, the lists of the years."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.model import Kind
from coop.model.vocabulary import Status
from coop.pages.lists.meetings import meeting_years
from coop.pages.renamed import ids_before
from coop.pages.view import View, make_page, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.model import Record
    from coop.pages.page import Content, Page
    from coop.text import Language

_ADDRESS = "find/"


class Option(NamedTuple):
    """A value of a filter, its words, and what else an address may call it, with blanks between."""

    value: str
    text: str
    also: str = ""


class Filter(NamedTuple):
    """A filter: its key in the address, and its values."""

    key: str
    options: tuple[Option, ...]


def find_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The page on which records are found."""
    yield make_page(View(catalog, language, _ADDRESS), "find", _find)


def _find(view: View) -> Content:
    meta = {
        "title": view.words("find.title"),
        "description": view.words("find.description"),
        "coop": "find",
    }
    kinds = [kind.value for kind in Kind]
    return render(
        view, "find.md.j2", meta, filters=_filters(view), kinds=kinds, years=meeting_years(view)
    )


def _filters(view: View) -> tuple[Filter, ...]:
    catalog, say = view.catalog, view.words
    return (
        Filter(
            "kind",
            tuple(Option(kind, say(f"find.kind.{kind.value}"), kind.singular) for kind in Kind),
        ),
        Filter("platform", _sorted(view, catalog.platforms.values())),
        Filter("place", _sorted(view, catalog.places.values())),
        Filter("topic", _sorted(view, catalog.topics.values())),
        Filter("person", _sorted(view, catalog.people.values())),
        Filter("status", tuple(Option(one, say(f"meeting.status.{one.value}")) for one in Status)),
    )


def _options(view: View, records: Iterable[Record]) -> tuple[Option, ...]:
    before = ids_before(view.catalog)
    return tuple(
        Option(record.id, view.title(record), " ".join(before.get(record.ref, ())))
        for record in records
    )


def _sorted(view: View, records: Iterable[Record]) -> tuple[Option, ...]:
    return _options(view, sorted(records, key=view.list_order))
