"""Dates in a text as English and Chinese write them, the year from when the text came out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import CHINESE_NUMBER, Pattern, load_pattern
from coop.numerals import DIGITS, read_chinese_number, read_chinese_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Read = Callable[[re.Match[str], date | None], tuple[date, date, str] | None]

_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: number for number, name in enumerate(_NAMES.split(" "), start=1)}
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ENGLISH = Pattern(
    rf"\b(?:(?:(?P<day0>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:to|-|and|until) ?(?:the )?)?"
    rf"(?P<day1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month1>{MONTH})"
    rf"|(?P<month2>{MONTH}) ?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))"
    rf"(?:,? ?(?P<year>(?:19|20)\d\d)|(?:, ?\d{{1,2}}(?=,| and\b))+,?)?"
    rf"(?:(?: \([A-Z][a-z]+day\))?\s?(?:to|-|and|until|through) ?(?:(?P<month3>{MONTH}) )?"
    rf"(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,\d)(?: (?P<month4>{MONTH}))?)?"
)
_ENGLISH_MONTH = Pattern(rf"\b[Ii]n (?P<month>{MONTH})(?: (?:of )?(?P<year>(?:19|20)\d\d))?(?! \d)")
_ENGLISH_DAY = Pattern(
    r"\b[Oo]n (?:the (?:morning|afternoon|evening) of )?the (?P<day>\d{1,2})(?:st|nd|rd|th)"
    r"(?=[,.;)]|$| (?:of )?this month\b| (?:in|at) [A-Z]"
    r"| (?:by|with|to|that|(?!revis|amend|updat|propos)[a-z-]+ed|held|met|led|left|paid)\b"
    r"|(?<=of the \d(?:st|nd|rd|th)) [Tt]he "
    r"|(?<=of the \d\d(?:st|nd|rd|th)) [Tt]he )"
)
_ZERO_TO_NINE = "".join(DIGITS)
CHINESE_YEAR = rf"[一二][{_ZERO_TO_NINE}]{{3}}"
_CHINESE_YEAR = re.compile(f"{CHINESE_YEAR}(?=年)")
_CHINESE = Pattern(
    rf"(?:(?P<year>(?:19|20)\d\d|{CHINESE_YEAR})年)?"
    rf"(?:(?P<month>{CHINESE_NUMBER}|[本当上下]个?)月|(?<![第每十\d{_ZERO_TO_NINE}]))(?P<day>{CHINESE_NUMBER})"
    rf"(?:日|(?(month)号|(?!))|(?=(?:至|到|-|—|~|和|及){CHINESE_NUMBER}日)"
    rf"|(?(month)(?=(?:、{CHINESE_NUMBER})*(?:、|和|及|与){CHINESE_NUMBER}(?:日|两[日天]))|(?!)))"
    rf"(?:(?:\((?:星期|周|礼拜)[一二三四五六日天]\)|(?:、{CHINESE_NUMBER})+(?=、|和|及|与))?"
    rf"(?:至|到|-|—|~|和|及|、|与)(?:(?P<month2>{CHINESE_NUMBER})月)?(?P<day2>{CHINESE_NUMBER})"
    rf"(?:日|(?(month)号|(?!))|(?=两[日天])))?"
)
_CHINESE_MONTH = Pattern(
    rf"(?:(?P<year>(?:19|20)\d\d|今|明)年)?(?P<month>{CHINESE_NUMBER})月(?!{CHINESE_NUMBER})"
)
_NAMES_MONTH = Pattern(rf"{MONTH}|(?<![本当上下个])月|\d[-/.]\d")
_LISTED = Pattern("[、和及与]")
_YEAR_END = 12
_NUMERIC_DAY = Pattern(
    r"(?<![\d/.-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?:日|(?=上午|中午|下午|晚|，|起|在|于|\)))"
)
_PATIENCE = timedelta(days=183)
AHEAD = timedelta(days=45)  # as far as what is to come is told without its year
_FRESH, _SOON = timedelta(days=2), timedelta(days=10)
_NEAR_DAYS = 5
_HALF_MONTH = 15
_LONGEST_STAY = 10
_LENGTH_BEFORE = load_pattern("days.length_before")
_LENGTH_SAID = ("为期", "一连", "连续", "历时")
_BEGINS = ("展开", "开展", "进行", "开始", "作")
_VISIT_AFTER = load_pattern("days.visit_after")
_NO_DAY = load_pattern("days.no_day")
_TO_COME = load_pattern("days.to_come")
_RETURNS = load_pattern("days.returns")


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


def tells_year(text: str, year: int) -> bool:
    """Whether a text names a year, in figures or as Chinese writes it: 「二〇二四年」."""
    written = (read_chinese_year(found) for found in _CHINESE_YEAR.findall(text))
    return str(year) in text or year in written


def find_dates(text: str, published: date | None, year: int | None = None) -> list[Day]:
    """The dates in a text in order; `text` is in English or in Simplified characters.

    A day without a year is the one nearest to the day of publication, else in the year that is
    assumed; without both it is none.
    """
    anchor = published or (date(year, 7, 1) if year else None)
    found = [
        *_days(_ENGLISH, text, anchor, _read_english),
        *_days(_ENGLISH_DAY, text, anchor, _read_day),
        *_days(_CHINESE, text, anchor, _read_chinese),
        *_days(_NUMERIC_DAY, text, anchor, _read_numeric),
        *_days(_ENGLISH_MONTH, text, anchor, _read_month),
        *_days(_CHINESE_MONTH, text, anchor, _read_month),
    ]
    if not published:  # which month it was is not known
        found = [day for day in found if _NAMES_MONTH.search(text[day.start : day.end])]
    return sorted(found)


def _days(pattern: Pattern, text: str, published: date | None, read: _Read) -> Iterator[Day]:
    """The days that a pattern finds.

    One without its month is counted from the date told before it: 「十月十一日公布，十二日訪京」.
    """
    told: date | None = None
    for match in pattern.finditer(text):
        has_month = match.groupdict().get("month") is not None
        span = read(match, published)
        if told and published and not has_month and not _is_fresh(span, published):
            beside = read(match, told)
            span = beside if beside and abs(beside[0] - told) <= _SOON else span
        if span:
            first, last, form = span
            yield Day(match.start(), match.end(), first, last, form)
            told = last if has_month and form == "day" else told


def _is_fresh(span: tuple[date, date, str] | None, published: date) -> bool:
    """Whether a day is one of those that news are of: that of the text or of the two before."""
    return span is not None and published - _FRESH <= span[0] <= published


def _read_english(match: re.Match[str], published: date | None) -> tuple[date, date, str] | None:
    month = read_month_name(match["month1"] or match["month2"])
    if match["day0"] and not match["day3"]:
        year = int(match["year"]) if match["year"] else None
        return _span(published, year, (month, int(match["day0"])), (month, int(match["day1"])))
    last_month = read_month_name(match["month3"] or match["month4"]) if match["day3"] else 0
    year = int(match["year"]) if match["year"] else None
    return _span(
        published,
        year,
        (month, int(match["day1"] or match["day2"])),
        (last_month or month, int(match["day3"])) if match["day3"] else None,
    )


def read_month_name(name: str | None) -> int:
    """The number of a month by its English name, which may be cut short; 0 for none."""
    return _MONTHS[name[:3].casefold()] if name else 0


def _read_day(match: re.Match[str], published: date | None) -> tuple[date, date, str] | None:
    """The day of "on the 2nd", which reports translated from Chinese give without its month."""
    if not published:
        return None
    year, month = _month_of(published, int(match["day"]), "", match.string)
    return _span(published, year, (month, int(match["day"])), None) if month else None


def _read_chinese(match: re.Match[str], published: date | None) -> tuple[date, date, str] | None:
    day = read_chinese_number(match["day"])
    year = read_chinese_year(match["year"]) if match["year"] else None
    said = match["month"]
    month = read_chinese_number(said) if said else None
    if not said and _is_length(match, day or 0):
        return None
    if month is None and published and day:
        year, month = _month_of(published, day, said or "", match.string)
    if not day or not month:
        return None
    if not match["day2"]:
        return _span(published, year, (month, day), None)
    last = read_chinese_number(match["day2"])
    if last and _is_apart(match, last - day):
        return _span(published, year, (month, day), None)
    last_month = (read_chinese_number(match["month2"]) if match["month2"] else None) or month
    return _span(published, year, (month, day), (last_month, last)) if last else None


def _is_apart(match: re.Match[str], gap: int) -> bool:
    """Whether days on a list are not one after the other: 「十九日及廿五日」."""
    between = match.string[match.end("day") : match.start("day2")]
    is_listed = _LISTED.search(between) is not None and not match["month2"]
    return is_listed and gap != between.count("、") + (0 if between.endswith("、") else 1)


def _is_length(match: re.Match[str], days: int) -> bool:
    """Whether it is told how long something takes: 「訪問三日」, 「访京津5日，」."""
    text, end = match.string, match.end()
    is_cut = not text[end : end + 1].isalnum()
    is_short = days <= _LONGEST_STAY and not match["day2"]
    before = text[: match.start()]
    is_length = before.endswith(_LENGTH_SAID) or (is_cut and _LENGTH_BEFORE.search(before))
    is_length = is_length or (before.endswith(_BEGINS) and _VISIT_AFTER.match(text, end))
    return _NO_DAY.match(text, end) is not None or (is_short and bool(is_length))


def _month_of(published: date, day: int, said: str, text: str) -> tuple[int | None, int | None]:
    """Year and month of a day told without them: this month's, or the neighbour's if that is near.

    「6日」 read on the 30th is of the next month only where something is to come.
    """
    step = {"下": 1, "上": -1}.get(said[:1])
    if step is None:
        step = 0
        is_to_come = bool(_TO_COME.search(text) or _RETURNS.search(text))
        ahead = day - published.day
        if not said and ahead > _NEAR_DAYS and not is_to_come:
            step = -1
            if 31 - ahead > _NEAR_DAYS:
                return None, None  # too little is said
        elif not said and -ahead > _HALF_MONTH and is_to_come:
            step = 1
    months = published.year * 12 + published.month - 1 + step
    return months // 12, months % 12 + 1


def _read_month(match: re.Match[str], published: date | None) -> tuple[date, date, str] | None:
    said = match["month"]
    month = (
        read_month_name(said)
        if said[:1].isascii() and said[:1].isalpha()
        else read_chinese_number(said)
    )
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


def _read_numeric(match: re.Match[str], _: date | None) -> tuple[date, date, str] | None:
    """The day of 「2012-05-18下午」."""
    return _span(None, int(match[1]), (int(match[3]), int(match[4])), None)


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
