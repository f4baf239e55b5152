"""Dates as people write them in each language."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.dates import format_date

from coop.edtf import PartialDate, Precision
from coop.text import Language
from coop.words import load_words

_LOCALES = {Language.EN: "en_GB", Language.ZH_HANT: "zh_Hant_HK", Language.ZH_HANS: "zh_Hans_CN"}
_CHINESE = {Precision.DAY: "y年M月d日", Precision.MONTH: "y年M月", Precision.YEAR: "y年"}
_ENGLISH = {Precision.DAY: "d MMMM y", Precision.MONTH: "MMMM y", Precision.YEAR: "y"}
_ENGLISH_SHORT = {Precision.DAY: "d MMM y", Precision.MONTH: "MMM y", Precision.YEAR: "y"}
_LEAP_YEAR = 2000


@lru_cache(maxsize=16384)
def write_date(when: PartialDate, language: Language, *, short: bool = False) -> str:
    """A date in words: `6 February 2024`, `2024年2月6日`, `1–3 May 2024`, `by 15 January 2026`.

    An open start is of something that happened on a day not known: a period is told otherwise.
    """
    if when.precision is Precision.UNKNOWN and not when.is_interval:
        return _write_yearless(when, language)
    if not when.is_interval:
        return _point(when.start, when.precision, language, short=short)
    if when.start and when.end:
        return _write_span(when, language, short=short)
    return _write_open(when, language, "by", short=short)


def write_period(when: PartialDate, language: Language, *, short: bool = False) -> str:
    """The time that something lasted, in words: `since March 1998`, `until 2004`, `2010 – 2019`."""
    if when.is_interval and not when.start:
        return _write_open(when, language, "until", short=short)
    return write_date(when, language, short=short)


@lru_cache(maxsize=64)
def write_day(day: date, language: Language) -> str:
    """A day in words."""
    return _point(day, Precision.DAY, language, short=False)


def _point(day: date | None, precision: Precision, language: Language, *, short: bool) -> str:
    english = _ENGLISH_SHORT if short else _ENGLISH
    pattern = (english if language is Language.EN else _CHINESE)[precision]
    return format_date(day, pattern, locale=_LOCALES[language]) if day else ""


def _write_yearless(when: PartialDate, language: Language) -> str:
    _, month, day = when.edtf.split("-")
    if language is not Language.EN:
        return f"{int(month)}月{int(day)}日"
    leap = date(_LEAP_YEAR, int(month), int(day))
    return format_date(leap, "d MMMM", locale=_LOCALES[language])


def _write_open(when: PartialDate, language: Language, ended: str, *, short: bool) -> str:
    """An interval with one end in words; `ended` is the word for one without a start."""
    words = load_words(language)
    if when.start:
        return words("date.since", date=_point(when.start, when.precision, language, short=short))
    end = _point(when.end, when.end_precision, language, short=short)
    return words(f"date.{ended}", date=end)


def _write_span(when: PartialDate, language: Language, *, short: bool) -> str:
    first, last = when.start, when.end
    whole = _point(last, when.end_precision, language, short=short)
    if not first or not last:
        return whole
    days = when.precision is when.end_precision is Precision.DAY
    if days and (first.year, first.month) == (last.year, last.month):
        if language is Language.EN:
            return f"{first.day}–{whole}"
        return f"{_point(first, Precision.DAY, language, short=short)}至{last.day}日"
    start = _point(first, when.precision, language, short=short)
    if first.year == last.year and Precision.YEAR not in {when.precision, when.end_precision}:
        start = start.removesuffix(f" {first.year}")
        whole = whole if language is Language.EN else whole.removeprefix(f"{last.year}年")
    return f"{start} – {whole}" if language is Language.EN else f"{start}至{whole}"


@lru_cache(maxsize=64)
def write_month(month: int, language: Language) -> str:
    """A month by its name: `March`, `3月`."""
    if language is not Language.EN:
        return f"{month}月"
    return format_date(date(_LEAP_YEAR, month, 1), "MMMM", locale=_LOCALES[language])


def write_day_in_month(when: PartialDate, language: Language) -> str:
    """A day, or days from one, below the heading of the month: `4`, `1–3`, `30 – 2 May`, `4日`."""
    first, last = when.start, when.end
    if not first:
        return ""
    english = language is Language.EN
    if not when.is_interval or not last:
        return f"{first.day}" if english else f"{first.day}日"
    if when.end_precision is Precision.DAY and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day}" if english else f"{first.day}至{last.day}日"
    whole = _point(last, when.end_precision, language, short=True)
    if last.year == first.year and when.end_precision is not Precision.YEAR:
        whole = whole.removesuffix(f" {last.year}").removeprefix(f"{last.year}年")
    return f"{first.day} – {whole}" if english else f"{first.day}日至{whole}"
