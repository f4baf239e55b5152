"""Numbers and ordinals as English and Chinese write them."""

from __future__ import annotations

_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
)
_TEENS = "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENS = ("twenty", "thirty", "forty")
_WORDS = {
    word: number for number, word in enumerate(f"{_UNITS} {_TEENS} twentieth".split(), start=1)
}
_WORDS |= {
    f"{ten}{sign}{unit}": number * 10 + place
    for number, ten in enumerate(_TENS, start=2)
    for place, unit in enumerate(_UNITS.split()[:9], start=1)
    for sign in "- "
}
_WORDS |= {"thirtieth": 30, "fortieth": 40, "inaugural": 1}
ENGLISH_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|"
    + "|".join(sorted((w.replace(" ", r"\s") for w in _WORDS), key=len, reverse=True))
    + r")"
)
CHINESE_NUMBER = r"[\u3007○零一二三四五六七八九十廿卅\d]+"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"\u3007": 0, "○": 0}
_TEN = 10


def read_english_ordinal(text: str) -> int:
    """The number that `24th`, `twenty-fourth` or `inaugural` stands for."""
    plain = " ".join(text.casefold().split())
    digits = "".join(char for char in plain if char.isdigit())
    return int(digits) if digits else _WORDS[plain]


def read_chinese_number(text: str) -> int | None:
    """The number that `24`, `二十四`, `二四` or `二○二四` stands for; None if it is none."""
    if text.isdecimal():
        return int(text)
    plain = text.replace("廿", "二十").replace("卅", "三十")
    if "十" not in plain:
        if any(char not in _DIGITS for char in plain):
            return None
        return int("".join(str(_DIGITS[char]) for char in plain)) if plain else None
    tens, _, units = plain.partition("十")
    if len(tens) > 1 or len(units) > 1 or any(c not in _DIGITS for c in tens + units):
        return None
    return (_DIGITS[tens] if tens else 1) * _TEN + (_DIGITS[units] if units else 0)


def write_english_ordinal(number: int) -> str:
    """An ordinal such as `24th`."""
    teens = number % 100 in range(11, 14)
    suffix = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % _TEN, "th")
    return f"{number}{suffix}"


def write_chinese_number(number: int) -> str:
    """A number below a hundred in characters, such as 二十四."""
    tens, units = divmod(number, _TEN)
    digits = "零一二三四五六七八九"
    before = ("" if tens == 1 else digits[tens]) + "十" if tens else ""
    return before + (digits[units] if units or not tens else "")
