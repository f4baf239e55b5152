"""When a text came out, and the day from which it counts when it says today."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.citing import find_source
from coop.draft.patterns import load_pattern
from coop.draft.text.addresses import read_address_day, read_address_year
from coop.draft.text.days import CHINESE_YEAR, find_dates
from coop.draft.text.publication import read_publication_day
from coop.draft.text.times import find_today
from coop.draft.text.tokens import fold_script
from coop.edtf import Precision
from coop.numerals import read_chinese_year

if TYPE_CHECKING:
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.text.release import Release

_YEAR = re.compile(
    r"(?<!\d)(?<![Bb]y )(?<![Ss]ince )(?<![自从從—–-])((?:19|20)\d\d)"
    r"(?!\d|[—–/-](?:19|20)?\d\d(?!\d)|年(?:以[来來]|起)| [Ee]lection| [Pp]olicy)"
)
_YEAR_OF = re.compile(
    rf"((?:19|20)\d\d|{CHINESE_YEAR})年度?(?=[\u4e00-\u9fff—·-]{{2,18}}(?:活动|计划|会议|论坛|交流会|研讨会)|恰逢|适逢|正值)"
)
_CHINESE_YEAR = re.compile(f"{CHINESE_YEAR}(?=年)")
_LATE, _SHORTLY = timedelta(days=30), timedelta(days=7)
_EARLY = 2
_HEARD = load_pattern("event.heard")
_LOOKS_BACK = load_pattern("event.looks_back")
_YEAR_BEHIND = re.compile(r"\((?:0?\d|1[0-2])/\d\d?/(\d\d)\)$")
_THIS_CENTURY = 2000
_ADDRESS = re.compile(r"(?<!\d)(20\d\d)(?:年(?:度|的)?《?施政报告| Policy Address)")
_PLANS = load_pattern("event.plans_ahead")
_SUMMER, _OCTOBER, _NOVEMBER = 7, 10, 11
_NEAR = 60
_MONTH_TOLD = re.compile(r"月|[A-Za-z]")


class Dated(NamedTuple):
    """When a text came out and when it was written, else the year that it is of; what is known."""

    published: date | None
    written: date | None
    year: int | None


def date_release(
    release: Release, catalog: Catalog, address: str, published: date | None = None
) -> Dated:
    """When a release came out and was written; `published` where that is known from elsewhere."""
    came_out = published or _published(release, address) or _on_record(catalog, release, address)
    year = None if came_out else read_address_year(address) or _assume_year(release)
    return Dated(came_out, _written(release, came_out, year), year)


def _assume_year(release: Release) -> int | None:
    """The one year that title and first paragraph name, where nothing says when it came out.

    Else the only one whose activities are named below: 「2012年交流活動」.
    """
    if behind := _YEAR_BEHIND.search(release.heading.text):
        return _THIS_CENTURY + int(behind[1])
    for text in (release.heading.text, *(one.text for one in release.paragraphs[:1])):
        told = map(read_chinese_year, _CHINESE_YEAR.findall(fold_script(text)))
        years = {*map(int, _YEAR.findall(text)), *filter(None, told)}
        if years:
            return years.pop() if len(years) == 1 else _year_under_way(text, years)
    if addressed := _year_of_address(release):
        return addressed
    found = {year for one in release.paragraphs for year in _YEAR_OF.findall(one.folded)}
    named = {year for said in found if (year := read_chinese_year(said))}
    return named.pop() if len(named) == 1 else None


def _year_of_address(release: Release) -> int | None:
    """The year of the one Policy Address that a text of an autumn names: it is of that autumn."""
    told = {year for one in release.paragraphs for year in _ADDRESS.findall(one.folded)}
    year = int(told.pop()) if len(told) == 1 else None
    dates = (day for one in release.paragraphs[:1] for day in find_dates(one.folded, None, year))
    first = next((day.first for day in dates if day.form == "day"), None)
    return year if first and first.month >= _OCTOBER else None


def _year_under_way(text: str, years: set[int]) -> int | None:
    """The year of a meeting that looks back on one year and plans the next; None around its turn.

    At the end of a year it looks back on that; in its course it plans that.
    """
    text, first, last = fold_script(text), min(years), max(years)
    day = next((one for one in find_dates(text, None, first) if one.form == "day"), None)
    before, _, after = text.partition(str(first))
    is_review = _LOOKS_BACK.search(before[-_NEAR:]) is not None
    is_plan = _PLANS.search(after[: after.find(str(last)) + _NEAR]) is not None
    if not day or last - first != 1 or not (is_review and is_plan):
        return None
    month = day.first.month
    return first if month >= _NOVEMBER else last if month <= _SUMMER else None


def _written(release: Release, came_out: date | None, year: int | None) -> date | None:
    """The day that a dateline tells, from which "today" counts; else when the text came out."""
    told = find_dates(fold_script(f"{release.dateline.when}電"), came_out, year)
    has_month = _MONTH_TOLD.search(release.dateline.when) is not None
    days = (
        day.first
        for day in told
        if day.form == "day" and (has_month or (came_out and day.first <= came_out))
    )
    return next(days, _reported(release, came_out) or _today(release, came_out) or came_out)


def _today(release: Release, came_out: date | None) -> date | None:
    """The day that the first paragraphs call today, where it is shortly before they came out."""
    texts = (one.folded for one in release.paragraphs[:_EARLY])
    told = (find_today(text, came_out) for text in texts if came_out)
    day = next(filter(None, told), None)
    return day if day and came_out and came_out - _SHORTLY <= day <= came_out else None


def _reported(release: Release, came_out: date | None) -> date | None:
    """The day of the report that a page repeats long after: 「據十一月二日消息」."""
    opening = release.paragraphs[0].folded if release.paragraphs and came_out else ""
    day = next((one for one in find_dates(opening, came_out) if one.form == "day"), None)
    is_told = day is not None and _HEARD.match(opening, day.end) is not None
    return day.first if day and came_out and is_told and day.first < came_out - _LATE else None


def _published(release: Release, url: str) -> date | None:
    for line in (release.published, *release.closing, *release.dated):
        if line and (day := read_publication_day(line, is_chinese=release.is_chinese)):
            return day
    if day := read_publication_day(release.dateline.when):
        return day
    return read_address_day(url)


def _on_record(catalog: Catalog, release: Release, url: str) -> date | None:
    """The day of publication that the text's own record tells."""
    known = find_source(catalog, release.title, url)
    day = known.published if known else None
    return day.start if day and day.precision is Precision.DAY else None
