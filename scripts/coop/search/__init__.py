"""What the search box and the page "Find records" search in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.search.index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.exports import DataFile


def search_files(catalog: Catalog, prose: Mapping[str, str]) -> Iterator[DataFile]:
    """The pieces of the index; `prose` maps hand-written pages, by path, to their Markdown."""
    yield from SearchIndex(catalog, prose).files()
