"""Everything for programs: JSON, schemas, feeds, downloads; and what pages tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is published as it is: its path from the site's root, its bytes on demand."""

    path: str
    render: Callable[[], bytes]
