"""The page "Find records": search with filters; without JavaScript, the lists of the years."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.model import Kind
from coop.model.vocabulary import Status
from coop.pages.lists.meetings import meeting_years
from coop.pages.parts.options import Option, list_options
from coop.pages.view import View, make_page, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.pages.page import Content, Page
    from coop.text import Language

_ADDRESS = "find/"


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
        Filter("platform", list_options(view, catalog.platforms.values())),
        Filter("place", list_options(view, catalog.places.values())),
        Filter("topic", list_options(view, catalog.topics.values())),
        Filter("person", list_options(view, catalog.people.values())),
        Filter("status", tuple(Option(one, say(f"meeting.status.{one.value}")) for one in Status)),
    )
