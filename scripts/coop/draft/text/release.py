"""A press release taken apart: title, numbered paragraphs, and the lines around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern
from coop.draft.text.datelines import Dateline, cut_dateline
from coop.draft.text.decoding import UnreadableError, decode_text
from coop.draft.text.heading import split_title
from coop.draft.text.lines import (
    DATED,
    FULL_STOP,
    IDEOGRAPH,
    SENTENCE_EN,
    clean,
    is_caption,
    is_noise,
)
from coop.draft.text.markup import Page, is_markup, read_page
from coop.draft.text.tokens import Token, fold_script, split_words
from coop.draft.text.wrapping import join_lines
from coop.script import simplified_only, traditional_only
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_PARAGRAPHS = 400
MOST_LETTERS = 150_000
MOST_READ = 20_000  # the longest reports of a meeting have half of that
_END = load_pattern("release.end")
_AFTER = load_pattern("release.after")
_LABELLED = load_pattern("release.labelled")
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_UPDATED = load_pattern("release.updated")
_ORIGIN = load_pattern("release.origin")
_WRAPPED = 60
_LABEL = 16


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its number, 0 for the title and -1 for a caption, and its text."""

    number: int
    text: str

    @cached_property
    def folded(self) -> str:
        """The text in Simplified characters; every character at its place."""
        return fold_script(self.text)

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the text."""
        return split_words(self.text)

    @property
    def at(self) -> str:
        """The place as a locator."""
        if self.number < 0:
            return "caption"
        return f"para {self.number}" if self.number else "title"


@dataclass(frozen=True)
class Release:
    """A document read: title as printed, paragraphs, the lines that tell when it came out."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    language: Language
    dateline: Dateline
    closing: tuple[str, ...]
    dated: tuple[str, ...]
    captions: tuple[Paragraph, ...] = ()
    published: str = ""
    url: str = ""
    origin: str = ""
    """Whose text it is, where a line says so: 「來源：某某網」."""
    is_cut: bool = False
    """Whether it goes on behind the paragraphs: more than a report of an event has is not read."""

    @cached_property
    def heading(self) -> Paragraph:
        """The title as a paragraph of its own, numbered 0."""
        return Paragraph(0, clean(self.title))

    def lead(self, count: int) -> tuple[Paragraph, ...]:
        """The title and the first paragraphs."""
        return (self.heading, *self.paragraphs[:count])

    @property
    def is_chinese(self) -> bool:
        """Whether it is in Chinese."""
        return self.language is not Language.EN


@lru_cache(maxsize=1)
def read_release(raw: bytes) -> Release:
    """The document in any bytes, plain text or a saved page; UnreadableError with a message."""
    text = decode_text(raw)
    page = read_page(text) if is_markup(text) else Page(text)
    if len(page.text) > MOST_LETTERS:
        raise UnreadableError(f"more than {MOST_LETTERS:,} letters are no press release")
    lines = list(join_lines(page.text))
    title, body = split_title(lines, page.title)
    kept, closing, dated, below = _sort_lines(body, title)
    top = lines[: len(lines) - len(body)]
    captions = [line for line in map(clean, lines) if is_caption(line) and not is_noise(line)]
    kept = kept or captions  # a picture with its words, and nothing else
    if not kept and not title:
        raise UnreadableError("there is no text to read in it")
    kept, dateline = cut_dateline(kept)
    most = sum(end < MOST_READ for end in accumulate(map(len, kept), initial=0))
    paragraphs = tuple(
        Paragraph(number, line[:MOST_READ])
        for number, line in enumerate(kept[: min(most, MOST_PARAGRAPHS)], start=1)
    )
    language = _language("\n".join((title, *kept)))
    above = [clean(line) for line in reversed(top) if DATED.match(clean(line))]
    dated = sorted([*dated, *above, *below], key=_rank_date)
    return Release(
        title,
        paragraphs,
        language,
        dateline,
        tuple(closing),
        tuple(dated),
        tuple(Paragraph(-1, line) for line in captions),
        page.published,
        page.url,
        _find_origin(lines),
        is_cut=sum(map(len, kept)) > sum(len(one.text) for one in paragraphs),
    )


def _find_origin(lines: Iterable[str]) -> str:
    """What a line of the page names as where the text is from; empty where none does."""
    short = (clean(line) for line in lines if len(line) < _WRAPPED * 2)
    found = next(filter(None, map(_ORIGIN.search, short)), None)
    return (found["zh"] or found["en"]) if found else ""


def _sort_lines(lines: Iterable[str], title: str) -> tuple[list[str], ...]:
    """The lines that are paragraphs, those from the end on, and those that only give a date.

    Of these those above the text, the nearest first as pages open with a day of their own, then
    those below it.
    """
    kept: list[str] = []
    closing: list[str] = []
    dated: list[str] = []
    below: list[str] = []
    has_ended = False
    for line in map(clean, lines):
        if not kept and len(line) < SENTENCE_EN and not FULL_STOP.search(line):
            if DATED.match(line):
                dated.insert(0, line)
            continue
        is_dated = DATED.match(line) is not None
        if _END.match(line) or (kept and _AFTER.match(line)):
            has_ended = True
        if has_ended:
            closing += [*below, line]  # the day stands before the hour that ends the text
            below = []
        elif is_dated and kept:
            below.append(line)
        elif is_dated:
            dated.insert(0, line)
        elif not (is_noise(line) or is_caption(line) or _repeats(line, clean(title))):
            kept.append(line)
    return kept, closing, dated, below


def _repeats(line: str, title: str) -> bool:
    """Whether a line is the title again, maybe with a label of the page behind it."""
    is_labelled = title != "" and line.startswith(title) and not FULL_STOP.search(line)
    return line == title or (is_labelled and len(line) <= len(title) + _LABEL)


def _rank_date(line: str) -> int:
    """How a line that gives a date ranks: first when something was published, last an update."""
    if _UPDATED.search(line):
        return 2
    return 0 if _LABELLED.search(line) else 1


def _language(text: str) -> Language:
    """Chinese where ideographs are as many as Latin words: pages of Macao are in two languages."""
    if len(IDEOGRAPH.findall(text)) < len(_LATIN_WORD.findall(text)):
        return Language.EN
    simplified, traditional = len(simplified_only(text)), len(traditional_only(text))
    return Language.ZH_HANS if simplified > traditional else Language.ZH_HANT
