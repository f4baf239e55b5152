"""Texts cut into terms; docs/assets/js/search-worker.js cuts what people type in the same way.

A term is the stem of a word, two Chinese characters that stand together (in Simplified form),
a date such as `2024-02-06` or `--02-06`, or an ordinal such as `#24`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from coop.script import to_simplified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    _Writer = Callable[[re.Match[str]], str]

# What is written in one of two ways becomes the other; the worker gets the list with the index.
ABBREVIATIONS: Mapping[str, str] = {
    "hk": "hong kong",
    "hksar": "hong kong special administrative region",
    "gba": "greater bay area",
    "pprd": "pan pearl river delta",
    "prd": "pearl river delta",
    "ce": "chief executive",
    "cs": "chief secretary for administration",
    "fs": "financial secretary",
    "mou": "memorandum of understanding",
    "macau": "macao",
    "特首": "行政长官",
    "港深": "深港",
    "卫健委": "卫生健康委",
}
STOP_WORDS = frozenset(
    {"a", "an", "and", "at", "between", "by", "did", "for", "from", "in", "into", "is", "of"}
    | {"on", "or", "the", "their", "to", "was", "were", "what", "when", "where", "which", "who"}
    | {"with", "chaired", "attended"}
)
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
ORDINALS: Mapping[str, int] = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **{f"{t} {u}": n + i for t, n in _TENS.items() for i, u in enumerate(_UNITS, start=1)},
    "thirtieth": 30,
}
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DIGITS = {digit: str(number) for number, digit in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
}
_MONTH = (
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_TEN = "一二三四五六七八九十"
_DATE = r"--\d\d-\d\d|\d{4}-\d\d(?:-\d\d)?"
_IS_DATE = re.compile(_DATE, re.ASCII)
_TOKEN = re.compile(rf"#\d+|(?:{_DATE})(?!\d)|[a-z0-9]+(?:-[a-z0-9]+)*|[\u3400-\u9fff]+", re.ASCII)
_IDEOGRAPHS = "".join(map(chr, range(0x4E00, 0xA000)))


class Cut(NamedTuple):
    """A text's terms, the words in it as they are written, and a key to tell the same text by."""

    terms: frozenset[str]
    words: frozenset[str]
    key: str
    length: int


@lru_cache(maxsize=65536)
def cut(text: str) -> Cut:
    """The terms of a text for the index, where a day stands for its month and year too."""
    tokens = list(tokenise(text))
    terms = {term for token in tokens for term in _expand(token)}
    words = {word for token in tokens for word in _words(token) if word.isascii()}
    length = sum(len(_words(one)) if one.isascii() else (len(one) + 1) // 2 for one in tokens)
    return Cut(frozenset(terms), frozenset(words), write_key(tokens), length)


def tokenise(text: str) -> Iterator[str]:
    """Words, dates, ordinals and unbroken Chinese of a text in their order, without stop words."""
    found = _TOKEN.findall(normalise(text))
    kept = [token for token in found if token not in STOP_WORDS]
    yield from kept or found


def write_key(tokens: list[str]) -> str:
    """What two texts share that differ only in spelling."""
    words = (word for token in tokens for word in _words(token))
    return " ".join(map(stem, words))


def _words(token: str) -> list[str]:
    return token.split("-") if _is_compound(token) else [token]


def _is_compound(token: str) -> bool:
    return "-" in token and not _IS_DATE.fullmatch(token)


def _expand(token: str) -> Iterator[str]:
    if not token.isascii():
        yield from token
        yield from (token[i : i + 2] for i in range(len(token) - 1))
    elif _is_compound(token):
        yield from map(stem, token.split("-"))
        yield stem(token.replace("-", ""))
    elif "-" in token and token[0].isdigit():
        yield token
        yield token[:4]
        yield token[:7]
        if len(token) > len("2024-02"):
            yield f"-{token[4:]}"
    else:
        yield stem(token)


def stem(word: str) -> str:
    """A word without simple endings: meetings, meeting → meet; agencies → agency."""
    if not word.isalpha() or not word.isascii():
        return word
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004 - shorter words have no ending
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and word[-2] not in "ius":  # noqa: PLR2004 - as above
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) > 3:  # noqa: PLR2004 - as above
            return word.removesuffix(ending)
    return word.removesuffix("e") if len(word) > 4 else word  # noqa: PLR2004 - as above


def normalise(text: str) -> str:
    """A text folded: case, accents, script, apostrophes, abbreviations, dates and ordinals."""
    text = unicodedata.normalize("NFKD", text).lower().translate(simple_characters())
    text = re.sub(r"[\u0300-\u036f'’‘]", "", text)
    text = re.sub(r"\bco-(?=[a-z])", "co", text)
    text = _ABBREVIATED.sub(lambda found: ABBREVIATIONS[found[0]], text)
    for pattern, write in _RULES:
        text = pattern.sub(write, text)
    return text


@cache
def simple_characters() -> Mapping[int, str]:
    """The Simplified form of every character that has one, each converted by itself.

    The worker converts in the same way; words that are converted as a whole are no matter here.
    """
    lines = to_simplified("\n".join(_IDEOGRAPHS)).split("\n")
    changed = zip(_IDEOGRAPHS, lines, strict=True)
    return {ord(char): new for char, new in changed if char != new and len(new) == 1}


def _date(year: str, month: str, day: str = "") -> str:
    number = MONTHS.index(month[:3]) + 1 if month[:1].isalpha() else int(month)
    tail = f"-{int(day):02}" if day else ""
    return f" {year or '-'}-{number:02}{tail} "


def _number(text: str) -> int:
    tens, ten, units = text.partition("十")
    if not ten:
        return int("".join(_DIGITS.get(char, char) for char in text))
    return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(units, "0"))


_ABBREVIATED = re.compile(
    "|".join(rf"\b{key}\b" if key.isascii() else key for key in ABBREVIATIONS), re.ASCII
)
_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True)).replace(" ", "[- ]")


def _rule(pattern: str, write: _Writer) -> tuple[re.Pattern[str], _Writer]:
    return re.compile(pattern, re.ASCII), write


_RULES = (
    _rule(r"[\u3007○零一二三四五六七八九]{4}(?=年)", lambda m: "".join(_DIGITS[c] for c in m[0])),
    _rule(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)日?", lambda m: _date(m[1], m[2], m[3])),
    _rule(r"(\d{4})年(\d{1,2})月", lambda m: _date(m[1], m[2])),
    _rule(r"(\d{4})年", lambda m: f" {m[1]} "),
    _rule(r"(\d{1,2})月(\d{1,2})日", lambda m: _date("", m[1], m[2])),
    _rule(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", lambda m: _date(m[3], m[2], m[1])),
    _rule(
        rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}(?:,? (\d{{4}})\b)?",
        lambda m: _date(m[3], m[2], m[1]),
    ),
    _rule(
        rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}})\b)?",
        lambda m: _date(m[3], m[1], m[2]),
    ),
    _rule(rf"{_MONTH},? (\d{{4}})\b", lambda m: _date(m[2], m[1])),
    _rule(rf"\b({_ORDINAL_WORDS})\b", lambda m: f" #{ORDINALS[m[0].replace('-', ' ')]} "),
    _rule(r"\b(\d{1,3})(?:st|nd|rd|th)\b", lambda m: f" #{int(m[1])} "),
    _rule(r"首[次届]", lambda _: " #1 "),
    _rule(rf"第(\d{{1,3}}|[{_TEN}]{{1,3}})[次届个]", lambda m: f" #{_number(m[1])} "),
    _rule(rf"(\d{{1,3}}|[{_TEN}]*十[{_TEN}]*)[次届]", lambda m: f" #{_number(m[1])} "),
)
