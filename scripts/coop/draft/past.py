"""The meetings on record that a draft is held against, read when it asks for them.

They are the greater part of what the records hold, and a draft asks for those of one platform and
of one day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol, cast

from coop.chronology import begins_on, in_time_order
from coop.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from coop.loading import Reader
    from coop.model import Meeting, Platform

_DATE = re.compile(rb"^date: *['\"]?(\d{4}-\d\d-\d\d)", re.MULTILINE)
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
        begins, ends = (day.isoformat().encode() for day in (first - _LONGEST, last))
        found = self._where(lambda raw: begins <= _read_first_day(raw) <= ends)
        return tuple(one for one in found if one.date and one.date.is_during(first, last))

    def _with(self, words: str) -> Iterable[Meeting]:
        """The meetings in whose files the words stand."""
        mark = words.encode()
        return self._where(lambda raw: mark in raw)

    def _where(self, is_wanted: Callable[[bytes], bool]) -> Iterable[Meeting]:
        """The meetings whose files are wanted, judged by their bytes."""
        found = self.reader.read_later(lambda kind, raw: kind is Kind.MEETINGS and is_wanted(raw))
        return in_time_order(cast("Iterable[Meeting]", found))


def _read_first_day(raw: bytes) -> bytes:
    """The day on which the meeting of a file began, as it is written."""
    found = _DATE.search(raw)
    return found[1] if found else b""
