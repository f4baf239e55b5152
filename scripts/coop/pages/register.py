"""The pages of the catalogue in all languages: of its records, and the lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.pages.editors.contribute import contribute_pages
from coop.pages.lists.find import find_pages
from coop.pages.lists.gaps import gaps_pages
from coop.pages.lists.names import lists_pages
from coop.pages.lists.sources import sources_pages
from coop.pages.lists.timeline import timeline_pages
from coop.pages.records.meeting import meeting_pages
from coop.pages.records.organisation import organisation_pages
from coop.pages.records.person import person_pages
from coop.pages.records.place import place_pages
from coop.pages.records.plan import plan_pages
from coop.pages.records.platform import platform_pages
from coop.pages.records.topic import topic_pages
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.pages.page import Page

_PAGES = (
    platform_pages,
    meeting_pages,
    plan_pages,
    person_pages,
    organisation_pages,
    place_pages,
    topic_pages,
    sources_pages,
    lists_pages,
    timeline_pages,
    gaps_pages,
    find_pages,
    contribute_pages,
)


def list_pages(catalog: Catalog) -> Iterator[Page]:
    """Every page of the catalogue, each rendered only when it is asked for."""
    for language in Language:
        for pages_of in _PAGES:
            yield from pages_of(catalog, language)
