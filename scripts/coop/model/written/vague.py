"""Why a text that tells of a day is not the date of a record, and how much of it is certain."""

from __future__ import annotations

import re

from coop.edtf import is_date
from coop.model.written.meant import date_meant, plain

_YEAR_LEFT_OUT = (
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Za-z]{3,9}\.?(?: \d{1,2}(?:st|nd|rd|th)?)?"
    r"|\d{1,2}[-/.]\d{1,2}\.?|\d{1,2}月(?:\d{1,2}[日號号])?"
)
_MONTHS = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|月|[-/.]"
_EITHER_WAY = r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})"
_SHORT_YEAR = r"\d{1,2}[-/.]\d{1,2}[-/.]\d{1,2}"
_FROM_NOW = (
    r"today|yesterday|tomorrow|now|(?:last|this|next) \w+"
    r"|[今昨明前後后][日天年]|[上下本][月周週]\S*"
)
_BESIDE = re.compile(
    r"^(?:early|late|mid|middle of|about|around|circa|ca?\.?|approx(?:imately|\.)?|the)[- ]"
    r"|^(?:spring|summer|autumn|winter|fall|q[1-4])(?: of)? |^約|^约"
    r"|[春夏秋冬]季?$|(?:年)?[初中底末]$|[上中下]旬$|[?~]+$|左右$| ?\((?:tbc|est\.?)\)$",
    re.IGNORECASE,
)


def why_no_date(text: str) -> tuple[str, str]:
    """What is wrong with a text as a date, and what of it is certain; both may be empty."""
    words = plain(text)
    if either := re.fullmatch(_EITHER_WAY, words):
        one, other, year = either.groups()
        forms = [f"{year}-{a:0>2}-{b:0>2}" for a, b in ((one, other), (other, one))]
        if all(map(is_date, forms)) and one != other:
            return f"does not tell the day from the month; write {' or '.join(forms)}", ""
    if re.fullmatch(_FROM_NOW, words, re.IGNORECASE):
        return "is no date; write the day itself with its year, as in 2024-02-06", ""
    if re.fullmatch(_SHORT_YEAR, words):
        return "is no date; write the year in four figures and first, as in 2024-02-06", ""
    if re.fullmatch(_YEAR_LEFT_OUT, words) and re.search(_MONTHS, words, re.IGNORECASE):
        return "lacks its year; write it too, as in 2024-02-06", ""
    certain = _BESIDE.sub("", words)
    if certain != words and (meant := certain if is_date(certain) else date_meant(certain)):
        return "is vague; write as much as is certain, and what is doubtful in a note", meant
    return "", ""
