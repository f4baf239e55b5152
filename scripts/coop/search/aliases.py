"""Short forms that people type for a record: words to search by, not names that a page gives."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coop.yamlio import read_own

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = Path(__file__).with_suffix(".yaml")


@cache
def load_aliases() -> Mapping[str, tuple[str, ...]]:
    """The short forms of records by reference such as `organisations/pboc`."""
    return {ref: tuple(words) for ref, words in read_own(_FILE).items()}
