"""The day on which a text came out, as a line says that tells nothing else."""

from __future__ import annotations

from datetime import date

from coop.draft.patterns import Pattern
from coop.draft.text.days import MONTH, find_dates, read_month_name

_NUMERIC = Pattern(r"((?:19|20)\d\d)[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})")
_YEAR_FIRST = Pattern(rf"\b((?:19|20)\d\d) ({MONTH}) (\d{{1,2}})\b")
_YEAR_LAST = Pattern(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")


def read_publication_day(line: str, *, is_chinese: bool = False) -> date | None:
    """The day in a line that says only when something came out; None without a year.

    "5/7/2019" is none, where one office puts the day first and another the month; in Chinese the
    day comes first.
    """
    if found := _NUMERIC.search(line):
        return _date(*map(int, found.groups()))
    if found := _YEAR_FIRST.search(line):
        return _date(int(found[1]), read_month_name(found[2]), int(found[3]))
    if found := _YEAR_LAST.search(line):
        first, second, year = map(int, found.groups())
        either = (_date(year, second, first), _date(year, first, second))
        told = [day for day in either if day]
        return told[0] if told and (is_chinese or len(set(told)) == 1) else None
    return next((day.first for day in find_dates(line, None) if day.form == "day"), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
