"""Texts cut into terms; docs/assets/js/search-worker.js cuts what people type in the same way.

A term is the stem of a word, two Chinese characters that stand together (in Simplified form),
a date such as `2024-02-06`, `--02-06` or `--02`, or an ordinal such as `#24`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from coop.numerals import DIGITS, ORDINAL_WORDS, read_chinese_number
from coop.script import simple_characters

if TYPE_CHECKING:
    from collections.abc import Mapping

# What is written in one of two ways becomes the other; the worker gets the list with the index.
ABBREVIATIONS: Mapping[str, str] = {
    "co-": "co",
    "hk": "hong kong",
    "hksar": "hong kong special administrative region",
    "gba": "greater bay area",
    "pprd": "pan pearl river delta",
    "prd": "pearl river delta",
    "macau": "macao",
    "sz": "shenzhen",
    "gd": "guangdong",
    "mou": "memorandum of understanding",
    "b&r": "belt and road",
    "bri": "belt and road initiative",
    "i&t": "innovation and technology",
    "fyp": "five year plan",
    "5 year": "five year",
    "5-year": "five year",
    "ce": "chief executive",
    "cs": "chief secretary for administration",
    "dcs": "deputy chief secretary for administration",
    "fs": "financial secretary",
    "sced": "secretary for commerce and economic development",
    "scma": "secretary for constitutional and mainland affairs",
    "scst": "secretary for culture sports and tourism",
    "sdev": "secretary for development",
    "sfst": "secretary for financial services and the treasury",
    "siti": "secretary for innovation technology and industry",
    "slw": "secretary for labour and welfare",
    "sth": "secretary for transport and housing",
    "stl": "secretary for transport and logistics",
    "特首": "行政长官",
    "港深": "深港",
    "北都": "北部都会区",
    "卫健委": "卫生健康委",
    **{f"十{plan}五": f"第十{plan}个五年" for plan in "一二三四五六"},
}
STOP_WORDS = frozenset(
    {"a", "an", "and", "at", "between", "by", "did", "for", "from", "in", "into", "is", "of"}
    | {"on", "or", "the", "their", "to", "was", "were", "what", "when", "where", "which", "who"}
    | {"with", "chaired", "attended", "about", "how", "happened", "last", "latest"}
    | {"meet", "meets", "met"}
)
ORDINALS: Mapping[str, int] = {**ORDINAL_WORDS, "首": 1}
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DIGITS: Mapping[str, int] = {**DIGITS, "o": 0}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTH_FIGURES = r"(?P<month>0?[1-9]|1[0-2])"
_DAY_FIGURES = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_TEN = "[一二三四五六七八九十廿卅]"
_YEAR_OF = rf"(?P<year>\d{{4}}|[{''.join(_DIGITS)}]{{4}}) ?年"
_MONTH_OF = rf"(?P<month>\d{{1,2}}|{_TEN}{{1,2}}) ?月"
_DAY_OF = rf"(?P<day>\d{{1,2}}(?!\d)|{_TEN}{{1,3}}(?= ?[日号])) ?[日号]?"
_MONTHS_ALONE = "january|february|april|june|july|august|september|october|november|december"
_CENTURY_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATE = r"--\d\d(?:-\d\d)?|\d{4}-\d\d(?:-\d\d)?"
_IS_DATE = re.compile(_DATE, re.ASCII)
_TOKEN = re.compile(rf"#\d+|(?:{_DATE})(?!\d)|[a-z0-9]+(?:-[a-z0-9]+)*|[\u3400-\u9fff]+", re.ASCII)
_JOINED = 3  # parts at most of what is written as one word too


class Cut(NamedTuple):
    """A text's terms, its single Chinese characters, and its words in Latin letters.

    `key` tells the same text by however it is spelled; `length` is in words, two characters one.
    """

    terms: frozenset[str]
    characters: frozenset[str]
    words: frozenset[str]
    key: str
    length: int


@lru_cache(maxsize=65536)
def cut(text: str) -> Cut:
    """The terms of a text for the index, where a day stands for its month and year too."""
    parts = [_cut_token(token) for token in tokenise(text)]
    return Cut(
        frozenset(chain.from_iterable(part.terms for part in parts)),
        frozenset(chain.from_iterable(part.characters for part in parts)),
        frozenset(chain.from_iterable(part.words for part in parts)),
        " ".join(part.key for part in parts),
        sum(part.length for part in parts),
    )


@lru_cache(maxsize=65536)
def _cut_token(token: str) -> Cut:
    if not token.isascii():
        pairs = frozenset(map("".join, pairwise(token)))
        return Cut(pairs, frozenset(token), frozenset(), token, (len(token) + 1) // 2)
    if "-" in token and token[0] in "-0123456789" and _IS_DATE.fullmatch(token):
        return Cut(_dates(token), frozenset(), frozenset({token}), token, 1)
    words = token.split("-")
    stems = [stem(word) for word in words]
    terms = set(stems)
    if len(words) <= _JOINED and all(map(str.isalpha, words)):
        terms.add(
            stem("".join(words))
        )  # as E-Hub is typed too; ids would make a word for each record
    return Cut(frozenset(terms), frozenset(), frozenset(words), " ".join(stems), len(words))


def _dates(token: str) -> frozenset[str]:
    """A date and what it stands for besides: its year, its month, its month and day of any year."""
    if token.startswith("-"):
        return frozenset({token})
    return frozenset({token, token[:4], token[:7], f"-{token[4:7]}", f"-{token[4:]}"})


def tokenise(text: str) -> list[str]:
    """Words, dates, ordinals and unbroken Chinese of a text in their order, without stop words."""
    found: list[str] = _TOKEN.findall(normalise(text))
    return [token for token in found if token not in STOP_WORDS] or found


@lru_cache(maxsize=65536)
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
    for sign, rules in _RULES:
        if sign.search(text):
            for rule in rules:
                text = rule.sub(_write, text)
    return text


def _write(found: re.Match[str]) -> str:
    """What stands for a match of a rule; the rule's groups say what it is."""
    part = found.groupdict()
    if part.get("nth"):
        return f" #{_number(part['nth'])} "
    if part.get("month"):
        day = f"-{_number(part['day']):02}" if part.get("day") else ""
        return f" {_year(part.get('year'))}-{_number(part['month']):02}{day} "
    if part.get("year"):
        return f" {_year(part['year'])} "
    return ABBREVIATIONS.get(found[0], "")


def _year(text: str | None) -> str:
    if text and len(text) == len("24"):
        return ("20" if text < "70" else "19") + text
    return "".join(str(_DIGITS.get(char, char)) for char in text or "-")


def _number(text: str) -> int:
    """The number of an ordinal, a month or a day, in figures, in English or in Chinese."""
    if text.isdecimal():
        return int(text)
    if text[:3] in MONTHS:
        return MONTHS.index(text[:3]) + 1
    if known := ORDINALS.get(text.replace("-", " ")):
        return known
    return read_chinese_number(text) or 0


_SHORT = "|".join(filter(str.isascii, ABBREVIATIONS))
_SHORT_CHINESE = "|".join(key for key in ABBREVIATIONS if not key.isascii())
_ORDINAL_WORDS = "|".join(sorted(filter(str.isascii, ORDINALS), key=len, reverse=True))
_ORDINAL_WORDS = _ORDINAL_WORDS.replace(" ", "[- ]")
# In the order in which they are applied, as Python and JavaScript both read them; before each
# group what a text must hold for any of it to match. What a match stands for is told by its
# groups: year, month, day, nth (an ordinal); else an abbreviation.
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "": (
        r"['’‘\u0300-\u036f]",
        rf"\b(?:{_SHORT})\b|{_SHORT_CHINESE}",
    ),
    "[0-9年月]": (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"\b(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])\b",
        rf"{_YEAR_OF} ?{_MONTH_OF} ?{_DAY_OF}",
        rf"{_YEAR_OF} ?{_MONTH_OF}",
        _YEAR_OF,
        rf"{_MONTH_OF} ?(?P<day>\d{{1,2}}|{_TEN}{{1,3}}) ?[日号]",
        rf"\b{_DAY_FIGURES}[-/.]{_MONTH_FIGURES}[-/.](?P<year>\d{{4}}|\d\d)\b",
        rf"\b{_MONTH_FIGURES}[-/.]{_DAY_FIGURES}[-/.](?P<year>\d{{4}}|\d\d)\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[- ](?:of )?{_MONTH}(?:,?[- ](?P<year>\d{{4}})\b)?",
        rf"\b(?P<year>\d{{4}}),? {_MONTH}(?: (?P<day>\d{{1,2}})\b)?(?! ?\d)",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>\d{{4}})\b)?",
        rf"\b{_MONTH},?[- ](?P<year>\d{{4}})\b",
        rf"\b{_CENTURY_YEAR}[/.]{_MONTH_FIGURES}(?!\d)",
        rf"\b{_MONTH_FIGURES}[/.]{_CENTURY_YEAR}\b",
        rf"(?:\b{_CENTURY_YEAR} ?)?{_MONTH_OF}份?",
    ),
    f"{_MONTHS_ALONE}|march|may": (
        rf"\b(?P<month>{_MONTHS_ALONE})\b",
        r"^ ?(?:in )?(?P<month>march|may) ?$",  # else it is a word as any other
    ),
    "st|nd|rd|th": (
        rf"\b(?P<nth>{_ORDINAL_WORDS})\b",
        r"\b(?P<nth>\d{1,3})(?:st|nd|rd|th)\b",
    ),
    "[次届个]": (
        r"(?P<nth>首)[次届个]",
        rf"第 ?(?P<nth>\d{{1,3}}|{_TEN}{{1,3}}) ?[次届个]",
        rf"(?P<nth>\d{{1,3}}|{_TEN}*[十廿卅]{_TEN}*)[次届]",
    ),
}
PATTERNS = tuple(pattern for patterns in _GROUPS.values() for pattern in patterns)
_RULES = tuple(
    (re.compile(sign), tuple(re.compile(pattern, re.ASCII) for pattern in patterns))
    for sign, patterns in _GROUPS.items()
)
