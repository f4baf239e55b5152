"""The meetings on record that a draft is held against, read when it asks for them.

They are the greater part of what the records hold, and a draft asks for those of one platform and
of one day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from coop.catalog import begins_on, in_time_order
from coop.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.loading import Reader
    from coop.model import Meeting, Platform


class Past(Protocol):
    """Where a draft asks for meetings: the catalogue of all records, or the files themselves."""

    def meetings_of(self, platform: Platform) -> tuple[Meeting, ...]:
        """A platform's meetings in time order."""

    def meetings_on(self, day: str) -> tuple[Meeting, ...]:
        """The meetings that began on a day or in a month, as EDTF has it."""


@dataclass(frozen=True)
class PastFiles:
    """The meetings that a reader left unread."""

    reader: Reader

    def meetings_of(self, platform: Platform) -> tuple[Meeting, ...]:
        """A platform's meetings in time order."""
        return tuple(one for one in self._with(platform.id) if one.platform == platform.id)

    def meetings_on(self, day: str) -> tuple[Meeting, ...]:
        """The meetings that began on a day or in a month, as EDTF has it."""
        return tuple(one for one in self._with(day) if begins_on(one, day))

    def _with(self, words: str) -> Iterable[Meeting]:
        """The meetings in whose files the words stand."""
        mark = words.encode()
        found = self.reader.read_later(lambda kind, raw: kind is Kind.MEETINGS and mark in raw)
        return in_time_order(cast("Iterable[Meeting]", found))
