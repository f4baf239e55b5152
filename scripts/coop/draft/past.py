"""The meetings on record that a draft is held against, read when it asks for them.

They are the greater part of what the records hold, and a draft asks for those of one platform and
of one day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol, cast

from coop.chronology import begins_on, in_time_order
from coop.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coop.loading import Reader
    from coop.model import Meeting, Platform

_LONGEST = timedelta(days=14)  # no meeting on record is longer


class Past(Protocol):
    """Where a draft asks for meetings: the catalogue of all records, or the files themselves."""

    def meetings_of(self, platform: Platform) -> tuple[Meeting, ...]:
        """A platform's meetings in time order."""

    def meetings_on(self, day: str) -> tuple[Meeting, ...]:
        """The meetings that began on a day or in a month, as EDTF has it."""

    def meetings_during(self, first: date, last: date) -> tuple[Meeting, ...]:
        """The meetings that were on one of the days from `first` to `last`."""


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

    def meetings_during(self, first: date, last: date) -> tuple[Meeting, ...]:
        """The meetings that were on one of the days from `first` to `last`."""
        begins = first - _LONGEST
        days = (begins + timedelta(days=n) for n in range((last - begins).days + 1))
        found = self._with(*(day.isoformat() for day in days))
        return tuple(one for one in found if one.date and one.date.is_during(first, last))

    def _with(self, *words: str) -> Iterable[Meeting]:
        """The meetings in whose files one of the words stands."""
        marks = [word.encode() for word in words]
        found = self.reader.read_later(
            lambda kind, raw: kind is Kind.MEETINGS and any(mark in raw for mark in marks)
        )
        return in_time_order(cast("Iterable[Meeting]", found))
