"""Where a record comes from: the newest of its documents, the name it was first published under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.catalog import once

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coop.catalog import Catalog
    from coop.model import Record


def last_told(catalog: Catalog, record: Record) -> date | None:
    """The day on which the newest of the documents behind a record came out, if one is dated."""
    return _days_told(catalog)[record.ref]


@once
def _days_told(catalog: Catalog) -> Mapping[str, date | None]:
    dated = ((one.ref, one.published) for one in catalog.sources.values())
    days = {ref: when.start for ref, when in dated if when and when.start}
    return {
        ref: max((days[one.ref] for one in named if one.ref in days), default=None)
        for ref, named in catalog.references.items()
    }


def first_ref(catalog: Catalog, record: Record) -> str:
    """The first name, as `<plural>/<id>`, under which a record was published.

    Where several records were merged into one it is the first that the list of redirects has.
    """
    before = _names_before(catalog)
    ref, seen = record.ref, {record.ref}
    while before.get(ref, ref) not in seen:
        ref = before[ref]
        seen.add(ref)
    return ref


@once
def _names_before(catalog: Catalog) -> Mapping[str, str]:
    before: dict[str, str] = {}
    for old, new in catalog.redirects.items():
        before.setdefault(new, old)
    return before
