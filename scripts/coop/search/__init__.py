"""What the search box and the page "Find records" search in.

The way of a record: `records` (and `pages`, for what is none) makes a `document` of it, with the
texts that it is found by and a level for each; `terms` cuts the texts; `weighing` tells how much
each term says of the document; `index` sorts terms and documents into pieces, and `showing` and
`packing` write them. In the browser docs/assets/js/search-worker.js cuts a query in the same way,
loads the pieces of its terms and ranks what it finds.
"""

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
