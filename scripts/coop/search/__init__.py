"""What the search box finds: one entry for each English record page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model import Kind, Source
from coop.model.record import Named
from coop.model.values import LangMap
from coop.model.walk import list_parts
from coop.pages.view import record_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model import Record


def search_entries(catalog: Catalog) -> Iterator[dict[str, str]]:
    """The entries of Material's search index: location, title, text."""
    for kind in Kind:
        for record in catalog.records[kind].values():
            if not isinstance(record, Source):
                yield _entry(record)


def _entry(record: Record) -> dict[str, str]:
    texts = [record.id]
    for _, part in list_parts(record):
        if isinstance(part, LangMap):
            texts += [text for _, text in part.items()]
    title = _title(record)
    return {"location": record_address(record), "title": title, "text": " · ".join(texts)}


def _title(record: Record) -> str:
    if not isinstance(record, Named):
        return record.id
    name = record.short or record.name
    return name.en or record.name.en or next((text for _, text in record.name.items()), record.id)
