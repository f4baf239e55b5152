"""Short forms that people type for a record: words to search by, not names that a page gives."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = Path(__file__).with_suffix(".yaml")


@cache
def load_aliases() -> Mapping[str, tuple[str, ...]]:
    """The short forms of records by reference such as `organisations/pboc`."""
    document, findings = read_document(_FILE.name, _FILE.read_bytes())
    if document is None or findings:
        raise ValueError("; ".join(map(str, findings)))
    return {ref: tuple(words) for ref, words in document.tree.items()}
