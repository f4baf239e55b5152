"""Pages of places: what lies in them, the meetings held there and the plans about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model import Kind, Place
from coop.pages.parts.mentions import named_by
from coop.pages.records.anatomy import Facts, also_called, record_pages
from coop.pages.records.subject import write_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.pages.page import Content, Page
    from coop.pages.view import View
    from coop.text import Language


def place_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """A page for every place."""
    return record_pages(catalog, language, catalog.places, write_place)


def write_place(view: View, place: Place) -> Content:
    """The page of a place."""
    word = view.words(f"place.kind.{place.kind.value}")
    facts = Facts(view)
    facts.add("kind", word)
    _add_facts(view, facts, place)
    return write_subject(view, place, facts, word)


def _add_facts(view: View, facts: Facts, place: Place) -> None:
    facts.add_link("part_of", Kind.PLACES, place.part_of)
    facts.add_records("contains", named_by(view, place, Kind.PLACES, "part_of"))
    facts.add_records("bodies", named_by(view, place, Kind.ORGANISATIONS, "place"))
    facts.add("iso", place.iso or "")
    facts.add("other_names", also_called(view, place))
