"""The ids that records had before: addresses that name one still lead to the record."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coop.catalog import once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coop.catalog import Catalog


@once
def ids_before(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """The ids that renamed records had before, by what these are called now, `<plural>/<id>`."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for old in catalog.redirects:
        if record := catalog.find(old):
            found[record.ref] += (old.partition("/")[2],)
    return dict(found)
