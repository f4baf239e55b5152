"""The place in a source where a statement stands, as in `para 8`, and how else people write it."""

from __future__ import annotations

import re

from coop.numerals import read_chinese_number

USUAL = ("para ", "paras ", "page ", "pages ")
_LOCATOR = re.compile(
    r"(?:paras?|paragraphs?|pages?|pp?|chapters?|tables?|sections?)\W{1,2}(?:\d|[IVX]+\b).*|annex\b.*",
    re.IGNORECASE,
)
_NUMBERS = r"\.? ?(?P<numbers>\d[\d()., &-]*(?:and \d+)?)"
_IN_CHINESE = r"第 ?(?P<numbers>\d{1,3}|[一二三四五六七八九十百]{1,4}) ?"
_FORMS = (
    ("para", rf"(?:paragraphs?|paras?|par){_NUMBERS}"),
    ("page", rf"(?:pages?|pp?){_NUMBERS}"),
    ("para", rf"{_IN_CHINESE}段"),
    ("page", rf"{_IN_CHINESE}[頁页]"),
)


def is_locator(text: str) -> bool:
    """Whether a text tells by itself of a place in a document."""
    return bool(_LOCATOR.fullmatch(text))


def locator_meant(text: str) -> str:
    """A place that is written in full, in short or in Chinese, as records write it; else empty."""
    plain = text.replace("\u2013", "-")
    for word, form in _FORMS:
        if found := re.fullmatch(form, plain, re.IGNORECASE):
            numbers = found["numbers"].strip()
            numbers = numbers if numbers[0].isascii() else str(read_chinese_number(numbers) or "")
            several = "s" if re.search("[-,&]| and ", numbers) else ""
            return f"{word}{several} {numbers.replace('&', 'and')}" if numbers else ""
    return ""
