"""The page "Find records": search with filters; without JavaScript, the lists of the years."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from coop.model import Kind
from coop.model.vocabulary import Status
from coop.pages.meeting_lists import meeting_years
from coop.pages.page import Page
from coop.pages.view import View, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coop.catalog import Catalog
    from coop.model import Record
    from coop.pages.page import Content
    from coop.text import Language

_ADDRESS = "find/"


class Filter(NamedTuple):
    """A filter: its key in the address, its values with their words, and the types of kinds."""

    key: str
    options: tuple[tuple[str, str], ...]
    types: Mapping[str, str] = MappingProxyType({})


def find_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The page on which records are found."""
    yield Page(_ADDRESS, language, "find", partial(_find, catalog, language))


def _find(catalog: Catalog, language: Language) -> Content:
    view = View(catalog, language, _ADDRESS)
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
            tuple((kind.value, say(f"find.kind.{kind.value}")) for kind in Kind),
            {kind.value: kind.singular for kind in Kind},
        ),
        Filter("platform", _options(view, catalog.platforms.values())),
        Filter("place", _sorted(view, catalog.places.values())),
        Filter("topic", _options(view, catalog.topics.values())),
        Filter("person", _sorted(view, catalog.people.values())),
        Filter("status", tuple((one.value, say(f"meeting.status.{one.value}")) for one in Status)),
    )


def _options(view: View, records: Iterable[Record]) -> tuple[tuple[str, str], ...]:
    return tuple((record.id, view.title(record)) for record in records)


def _sorted(view: View, records: Iterable[Record]) -> tuple[tuple[str, str], ...]:
    return _options(view, sorted(records, key=view.name_order))
