"""Numbers and ordinals as English and Chinese write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
# English ordinals in words, of two words with a blank between them.
ORDINAL_WORDS: Mapping[str, int] = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **{f"{t} {u}": n + i for t, n in _TENS.items() for i, u in enumerate(_UNITS, start=1)},
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
}
DIGITS: Mapping[str, int] = {
    **dict.fromkeys("\u3007○零", 0),
    **{char: number for number, char in enumerate("一二三四五六七八九", start=1)},
}
_FIGURES = "零一二三四五六七八九"
_TEN = 10
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_WITH_TH = range(11, 14)


def read_english_ordinal(text: str) -> int | None:
    """The number that `24th` or `Twenty-fourth` stands for; None if it is none."""
    plain = " ".join(text.casefold().replace("-", " ").split())
    figures = plain.rstrip("stndrh")
    return int(figures) if figures.isdecimal() else ORDINAL_WORDS.get(plain)


def read_chinese_number(text: str) -> int | None:
    """The number below a hundred that `24`, `二十四` or `廿四` stands for; None if it is none."""
    if text.isdecimal():
        return int(text)
    plain = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, units = plain.rpartition("十")
    if not ten:
        return DIGITS.get(plain)
    if any(part and part not in DIGITS for part in (tens, units)):
        return None
    return DIGITS.get(tens, 1) * _TEN + DIGITS.get(units, 0)


def read_chinese_year(text: str) -> int | None:
    """The year that `2024` or `二〇二四` stands for; None if it is none."""
    figures = "".join(str(DIGITS.get(char, char)) for char in text)
    return int(figures) if figures.isdecimal() else None


def ordinal_suffix(number: int) -> str:
    """The letters behind a number in English: st, nd, rd or th."""
    return "th" if number % 100 in _WITH_TH else _SUFFIXES.get(number % _TEN, "th")


def write_chinese_number(number: int) -> str:
    """A number below a hundred in characters, such as 二十四."""
    tens, units = divmod(number, _TEN)
    before = ("" if tens == 1 else _FIGURES[tens]) + "十" if tens else ""
    return before + (_FIGURES[units] if units or not tens else "")
