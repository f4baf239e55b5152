"""Days and months in a text: as English and Chinese write them, the year from when it came out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import CHINESE_NUMBER
from coop.numerals import DIGITS, read_chinese_number, read_chinese_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Read = Callable[[re.Match[str], date | None], tuple[date, date, str] | None]

_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: number for number, name in enumerate(_NAMES.split(" "), start=1)}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ENGLISH = re.compile(
    rf"\b(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month1>{_MONTH})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))"
    rf"(?:,? (?P<year>(?:19|20)\d\d))?"
    rf"(?:\s?(?:to|-|and|until|through) ?(?:(?P<month3>{_MONTH}) )?"
    rf"(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,\d)(?: (?P<month4>{_MONTH}))?)?"
)
_ENGLISH_MONTH = re.compile(
    rf"\bin (?P<month>{_MONTH})(?: (?:of )?(?P<year>(?:19|20)\d\d))?(?! \d)"
)
_ZERO_TO_NINE = "".join(DIGITS)
_CHINESE = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d|[一二][{_ZERO_TO_NINE}]{{3}})年)?"
    rf"(?:(?P<month>{CHINESE_NUMBER})月)?(?P<day>{CHINESE_NUMBER})日"
    rf"(?:(?:至|到|-|—|和|及)(?:(?P<month2>{CHINESE_NUMBER})月)?(?P<day2>{CHINESE_NUMBER})日)?"
)
_CHINESE_MONTH = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d|今|明)年)?(?P<month>{CHINESE_NUMBER})月(?!{CHINESE_NUMBER}日|{CHINESE_NUMBER})"
)
_NEAR = re.compile(
    r"(?P<now>\btoday\b|\bthis (?:morning|afternoon|evening)\b|\btonight\b|今[日天早晚午])"
    r"|(?P<before>\byesterday\b|昨日|昨天|昨晚)|(?P<after>\btomorrow\b|明日|明天|翌日)"
)
_WEEKDAY = re.compile(r"\b(?:on|said|here) (?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_BESIDE = 2  # a bracket and a blank between 「今日」 and its date
_YEAR_END = 12
_NUMERIC = re.compile(r"((?:19|20)\d\d)[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})")
_PATIENCE = timedelta(days=183)


class Day(NamedTuple):
    """A time in a text: where it stands, its first and last day, how much of it is said.

    `form` is day, month or near (today and its neighbours, without a date beside it).
    """

    start: int
    end: int
    first: date
    last: date
    form: str

    @property
    def edtf(self) -> str:
        """The time in EDTF."""
        if self.form == "month":
            return self.first.strftime("%Y-%m")
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def find_days(text: str, published: date | None) -> list[Day]:
    """The times in a text in order; `text` is in English or in Simplified characters.

    A day without a year is the one nearest to the day of publication; without that it is none.
    """
    found = [
        *_days(_ENGLISH, text, published, _read_english),
        *_days(_CHINESE, text, published, _read_chinese),
        *_days(_ENGLISH_MONTH, text, published, _read_month),
        *_days(_CHINESE_MONTH, text, published, _read_month),
    ]
    if published:
        found += _near_days(text, published, found)
    return sorted(found)


def _near_days(text: str, published: date, found: list[Day]) -> Iterator[Day]:
    """Today, its neighbours and days of the week, where no date stands beside the word."""
    for match in (*_NEAR.finditer(text), *_WEEKDAY.finditer(text)):
        groups = match.groupdict()
        if groups.get("day"):
            back = (published.weekday() - _WEEKDAYS.index(groups["day"])) % len(_WEEKDAYS)
        else:
            back = -1 if groups["after"] else 1 if groups["before"] else 0
        day = published - timedelta(days=back)
        beside = (each for each in found if 0 <= each.start - match.end() <= _BESIDE)
        if all(each.form == "month" for each in beside):
            yield Day(match.start(), match.end(), day, day, "near")


def _days(
    pattern: re.Pattern[str], text: str, published: date | None, read: _Read
) -> Iterator[Day]:
    for match in pattern.finditer(text):
        span = read(match, published)
        if span:
            first, last, form = span
            yield Day(match.start(), match.end(), first, last, form)


def _read_english(match: re.Match[str], published: date | None) -> tuple[date, date, str] | None:
    month = _month(match["month1"] or match["month2"])
    last_month = _month(match["month3"] or match["month4"]) if match["day3"] else 0
    year = int(match["year"]) if match["year"] else None
    return _span(
        published,
        year,
        (month, int(match["day1"] or match["day2"])),
        (last_month or month, int(match["day3"])) if match["day3"] else None,
    )


def _month(name: str | None) -> int:
    return _MONTHS[name[:3].casefold()] if name else 0


def _read_chinese(match: re.Match[str], published: date | None) -> tuple[date, date, str] | None:
    numbers = {
        key: read_chinese_number(match[key]) if match[key] else None
        for key in ("month", "day", "month2", "day2")
    }
    year = read_chinese_year(match["year"]) if match["year"] else None
    day = numbers["day"]
    month = numbers["month"] or (published.month if published else None)
    if not day or not month:
        return None
    if not numbers["month"] and published and day > published.day:
        return None  # 「6日」 of the month before: too little is said
    last = (numbers["month2"] or month, numbers["day2"]) if numbers["day2"] else None
    return _span(published, year, (month, day), last)


def _read_month(match: re.Match[str], published: date | None) -> tuple[date, date, str] | None:
    said = match["month"]
    month = _month(said) if said[:1].isascii() and said[:1].isalpha() else read_chinese_number(said)
    if not month or not 1 <= month <= _YEAR_END:
        return None
    year = match["year"]
    if year and year.isdecimal():
        number: int | None = int(year)
    elif published:
        number = published.year + (1 if year == "明" else 0)
        if not year:
            number = _nearest(published, month, 15, None)
    else:
        number = None
    if number is None:
        return None
    first = date(number, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first, last, "month"


def _span(
    published: date | None, year: int | None, first: tuple[int, int], last: tuple[int, int] | None
) -> tuple[date, date, str] | None:
    number = _nearest(published, *first, year)
    try:
        begin = date(number, *first) if number else None
        end = date(number, *last) if number and last else begin
    except ValueError:
        return None
    if begin is None or end is None or end < begin:
        return None
    return begin, end, "day"


def _nearest(published: date | None, month: int, day: int, year: int | None) -> int | None:
    if year is not None or published is None:
        return year
    years = (published.year - 1, published.year, published.year + 1)
    gaps = []
    for each in years:
        try:
            gaps.append((abs(date(each, month, day) - published), each))
        except ValueError:
            continue
    gap, found = min(gaps, default=(_PATIENCE, None))
    return found if gap <= _PATIENCE else None


def read_publication_day(line: str) -> date | None:
    """The day in a line that says only when something came out; None without a year."""
    found = _NUMERIC.search(line)
    if found:
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            return None
    return next((day.first for day in find_days(line, None) if day.form == "day"), None)
