"""Everything that is published, from a catalogue and the hand-written pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.exports import DataFile
from coop.exports.addresses.guides import guide_files
from coop.exports.addresses.redirects import redirect_files
from coop.exports.addresses.sitemap import sitemap_files
from coop.exports.api.changes import changes_files
from coop.exports.api.openapi import openapi_files
from coop.exports.api.records import JsonApi
from coop.exports.api.reference import api_reference_pages
from coop.exports.api.schemas import schema_files
from coop.exports.api.timelines import timeline_files
from coop.exports.following.calendars import calendar_files
from coop.exports.following.feeds import feed_files
from coop.exports.tables.downloads import Downloads
from coop.pages.lists.changes import changes_pages
from coop.pages.page import Page
from coop.pages.prose import Prose, prose_pages
from coop.pages.register import list_pages
from coop.search import search_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.history.past import History

Output = Page | Prose | DataFile
_SERVED = "http://127.0.0.1:8000/"


class OutputClashError(ValueError):
    """Two outputs on one path: a bug, since ids are unique."""


def whole_address(site_url: str | None) -> str:
    """The address of a site ending in a slash; if it is not told, the one where it is served."""
    return f"{(site_url or _SERVED).rstrip('/')}/"


def build(
    catalog: Catalog, prose: Mapping[str, str], site_url: str, history: History | None = None
) -> tuple[Output, ...]:
    """Every output, each made only when it is asked for.

    `prose` holds the hand-written pages, by their path below docs/; `site_url` ends in a slash
    and stands only where addresses must be whole; without `history` nothing tells of the past of
    records. Raises OutputClashError when two outputs have one path.
    """
    outputs = tuple(_list_outputs(catalog, prose, site_url, history))
    seen: set[str] = set()
    for output in outputs:
        if output.path in seen:
            raise OutputClashError(f"two outputs on one path: {output.path}")
        seen.add(output.path)
    return outputs


def write_bytes(output: Output) -> bytes:
    """An output as a file: Markdown with its front matter, or the data as they are."""
    if isinstance(output, Page):
        return output.render().markdown().encode()
    made = output.render()
    return made.encode() if isinstance(made, str) else made


def _list_outputs(
    catalog: Catalog, prose: Mapping[str, str], site_url: str, history: History | None
) -> Iterator[Output]:
    pages = (
        *list_pages(catalog),
        *changes_pages(catalog, history),
        *api_reference_pages(catalog),
    )
    written = tuple(prose_pages(catalog, prose))
    yield from pages
    yield from written
    yield from JsonApi(catalog).files()
    yield from schema_files()
    yield from openapi_files(site_url)
    yield from timeline_files(catalog)
    yield from redirect_files(catalog, site_url)
    yield from changes_files(history)
    yield from calendar_files(catalog, site_url, history)
    yield from feed_files(catalog, site_url, history)
    yield from Downloads(catalog, site_url).files()
    yield from search_files(catalog, prose)
    addresses = [*(page.address for page in pages), *(page.address for page in written)]
    yield from guide_files(catalog, site_url)
    yield from sitemap_files(addresses, site_url, history)
