"""The paragraphs of a text whose lines were broken at a column, put together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern
from coop.draft.text.lines import (
    DATED,
    IDEOGRAPH,
    SENTENCE_ZH,
    UNDERLINE,
    clean,
    is_caption,
    is_noise,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHARE = re.compile(r"分享到[:：]?\s*$|掃描二維碼訪問\S+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_END = load_pattern("release.end")
_ENDING = load_pattern("release.ending")
_DATE_BEFORE = load_pattern("release.date_before")
_WRAPPED = 60
_LONG = 400  # longer is no date, no link and no caption
_NARROWEST, _WIDEST = 40, 130  # of columns, an ideograph being two wide
_SLACK = 8  # a line ends earlier where a sign may not open the next one
_FEWEST = 3
_WIDE_FROM = "\u2e80"


def join_lines(text: str) -> Iterator[str]:
    """The paragraphs of a text: what was wrapped at a column is joined again.

    A date that only stands before the first words of one is a line of its own.
    """
    full = _find_full(text.split("\n"))
    for block in _BLANK_LINE.split(text):
        lines = [_SHARE.sub("", line).strip() for line in block.split("\n") if line.strip()]
        yield from _split_date(_join(lines, full))


def _join(lines: list[str], full: range) -> Iterator[str]:
    is_list = all(_ENDING.search(line) for line in lines)  # a paragraph a line
    wrapped = not is_list and all(len(line) < _WRAPPED * 2 for line in lines)
    held = last = ""
    for line in lines:
        is_full = _width(last) in full and (len(full) <= _SLACK + 1 or _is_within(last))
        is_full = is_full and not _ENDING.search(held[-_LONG:])
        last = line
        if _goes_on(held, line, is_full=is_full, is_wrapped=wrapped):
            held += ("" if IDEOGRAPH.match(line) or is_full else " ") + line
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _goes_on(held: str, line: str, *, is_full: bool, is_wrapped: bool) -> bool:
    """Whether a line goes on with the paragraph before it, whose last line may be full."""
    has_ended = _ENDING.search(held[-_LONG:])
    is_whole = IDEOGRAPH.match(line) and has_ended  # Chinese has no short lines
    fits = is_wrapped and not is_whole and len(held) >= _WRAPPED
    small = held and line[:1].islower() and line[:4] != "http" and not has_ended
    if not (fits or small or is_full) or UNDERLINE.match(line) or _END.match(line):
        return False
    short = held if len(held) < _LONG else ""
    is_inside = is_full and _width(line) >= _NARROWEST
    is_dated = not is_inside and any(DATED.match(clean(one)) for one in (short, line))
    return not (is_dated or is_noise(line) or (short and _stands_alone(short)))


def _find_full(lines: list[str]) -> range:
    """How wide the lines of a Chinese text are that go on in the next; empty for most texts.

    Of one that was wrapped at a column most lines that end within a sentence are of one width, and
    none is wider. One that was changed afterwards has most lines end so, of whatever width.
    """
    chinese = [line.strip() for line in lines if IDEOGRAPH.search(line)]
    widths = [_width(line) for line in chinese]
    widest = max(widths, default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return range(0)
    open_ended = [
        width
        for line, width in zip(chinese, widths, strict=True)
        if width >= _NARROWEST and not _ENDING.search(line)
    ]
    full = sum(width >= widest - _SLACK for width in open_ended)
    if full >= _FEWEST and full * 2 > len(open_ended):
        return range(widest - _SLACK, widest + 1)
    within = [line for line in chinese if _width(line) >= _NARROWEST and _is_within(line)]
    ragged = sum(not _ENDING.search(line) for line in within)
    is_ragged = ragged >= _FEWEST and ragged * 2 > len(within)
    return range(_NARROWEST, widest + 1) if is_ragged else range(0)


def _is_within(line: str) -> bool:
    """Whether a line is of a sentence with clauses, as titles seldom are."""
    return "，" in line or "," in line


def _width(line: str) -> int:
    """How wide a line is, an ideograph being two wide."""
    return len(line) + sum(sign >= _WIDE_FROM for sign in line)


def _stands_alone(line: str) -> bool:
    is_chinese = IDEOGRAPH.search(line[:SENTENCE_ZH]) is not None
    return is_noise(line) or (is_chinese and is_caption(clean(line)))


def _split_date(lines: Iterable[str]) -> Iterator[str]:
    """The lines, a date that only stands before the first words of one on a line of its own."""
    for line in lines:
        if found := _DATE_BEFORE.match(line):
            yield found[0]
            line = line[found.end() :]  # noqa: PLW2901 - what is left of it
        yield line
