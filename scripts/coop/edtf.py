"""Partial dates in a profile of EDTF (ISO 8601-2): parse, order, span."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_NO_YEAR = re.compile(r"XXXX-(\d{2})-(\d{2})", re.ASCII)
_OPEN = ".."
_LEAP_YEAR = 2000
_MONTHS = 12


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class DateError(ValueError):
    """A text that is no date of the profile."""


class BackwardsError(DateError):
    """An interval that ends before it starts."""


_COARSENESS = {Precision.YEAR: 0, Precision.MONTH: 1, Precision.DAY: 2, Precision.UNKNOWN: 3}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known: EDTF text, first and last day, precision.

    `start` and `end` are inclusive and None where open or unknown. The precision of an
    interval is that of its start, or of its end when the start is open.
    """

    edtf: str
    start: date | None
    end: date | None
    precision: Precision
    end_precision: Precision

    @property
    def is_interval(self) -> bool:
        """Whether the text has two ends."""
        return "/" in self.edtf

    @property
    def year(self) -> int | None:
        """The year of the start, if known."""
        return self.start.year if self.start else None

    def is_during(self, first: date, last: date) -> bool:
        """Whether days that are known have one in common with those from `first` to `last`."""
        if self.precision is not Precision.DAY or not (self.start and self.end):
            return False
        return self.start <= last and first <= self.end

    def sort_key(self) -> tuple[int, date, int]:
        """Start first, then coarser before finer; what has no start comes last."""
        if self.start is None:
            return (1, self.end or date.max, _COARSENESS[self.precision])
        return (0, self.start, _COARSENESS[self.precision])

    def __str__(self) -> str:
        return self.edtf


UNDATED = (2, date.max, 9)


def sort_key(when: PartialDate | None) -> tuple[int, date, int]:
    """The order of a date that may be missing: undated last."""
    return when.sort_key() if when else UNDATED


def is_date(text: str) -> bool:
    """Whether a text is a date or an interval of the profile."""
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True


@lru_cache(maxsize=8192)
def parse_edtf(text: str) -> PartialDate:
    """The date that a text of the profile stands for.

    Forms: `2024-02-06`, `2018-07`, `1998`, `2024-05-01/2024-05-03`, `1998-03/..`, `../2004`,
    `XXXX-06-28`. Raises DateError with a sentence for the editor, BackwardsError for an
    interval whose end comes before its start.
    """
    if "/" in text:
        return _parse_interval(text)
    if match := _NO_YEAR.fullmatch(text):
        _day(_LEAP_YEAR, int(match[1]), int(match[2]), text)
        return PartialDate(text, None, None, Precision.UNKNOWN, Precision.UNKNOWN)
    start, end, precision = _parse_point(text, text)
    return PartialDate(text, start, end, precision, precision)


def _parse_interval(text: str) -> PartialDate:
    first, _, last = text.partition("/")
    if first == last == _OPEN:
        message = "an interval needs at least one end"
        raise DateError(message)
    start, _, start_precision = (None, None, None) if first == _OPEN else _parse_point(first, text)
    _, end, end_precision = (None, None, None) if last == _OPEN else _parse_point(last, text)
    if start and end and end < start:
        message = f"'{text}' ends before it starts; check both dates, the earlier one comes first"
        raise BackwardsError(message)
    precision = start_precision or end_precision or Precision.UNKNOWN
    return PartialDate(text, start, end, precision, end_precision or Precision.UNKNOWN)


def _parse_point(text: str, whole: str) -> tuple[date, date, Precision]:
    match = _POINT.fullmatch(text)
    if not match or match[1] == "0000":
        message = f"'{whole}' is no date; write 2024-02-06, 2024-02, 2024 or 2024-05-01/2024-05-03"
        raise DateError(message)
    year = int(match[1])
    if match[2] is None:
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    month = int(match[2])
    if match[3] is None:
        first = _day(year, month, 1, text)
        return first, first.replace(day=_length(year, month)), Precision.MONTH
    day = _day(year, month, int(match[3]), text)
    return day, day, Precision.DAY


def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        message = f"'{text}' is not in the calendar: the month, before the day, is 01 to 12"
        if 1 <= month <= _MONTHS:
            message = f"'{text}' is not in the calendar: that month has {_length(year, month)} days"
        raise DateError(message) from None
