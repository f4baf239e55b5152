"""A press release taken apart: title, numbered paragraphs, and the lines around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coop.draft.datelines import DATELINE, Dateline, cut_dateline
from coop.draft.decoding import UnreadableError, decode_text
from coop.draft.markup import Page, is_markup, read_page
from coop.draft.patterns import load_pattern
from coop.draft.tokens import Token, fold_script, split_words
from coop.script import simplified_only, traditional_only
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_PARAGRAPHS = 400
MOST_LETTERS = 150_000
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | str.maketrans(
    "（）\uff3b\uff3d’‘“”–—\u2011\uff5e\u3000\xa0", "()[]''\"\"---~  "
)
_WIDE_SIGNS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_NARROW = re.compile(r"(?<=[\u3400-\u9fff)\"”」』》·])[,;:!?]|[,;:!?](?=[\u3400-\u9fff\"“「『《])")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_RULE = re.compile(r"[*=_]{5,}\s*$")
_SHARE = re.compile(r"分享到[:：]?\s*$|掃描二維碼訪問\S+")
_LINK = re.compile(r"^\[(.+)\]\([^)]*\)$")
_UNDERLINE = load_pattern("release.underline")
_END = load_pattern("release.end")
_AFTER = load_pattern("release.after")
_NOISE = load_pattern("release.noise")
_DATED = load_pattern("release.dated")
_LABELLED = load_pattern("release.labelled")
_UPDATED = load_pattern("release.updated")
_CAPTION = load_pattern("release.caption")
_ENDING = load_pattern("release.ending")
_LONG_TITLE, _LONG_TITLE_ZH, _LONG_CAPTION_ZH = 260, 70, 200
_TOP, _FEW = 60, 2
_SHARE_OF_HAN = 5  # Chinese names stand in English lines too
_SENTENCE_EN, _SENTENCE_ZH, _LABEL_EN, _LABEL_ZH = 45, 15, 12, 5
_FULL_STOP = re.compile(r"[.。!！?？…:：;；][\"”」』)）]*\s*$")
_WRAPPED = 60
_DATE_BEFORE = load_pattern("release.date_before")


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


def read_release(raw: bytes) -> Release:
    """The document in any bytes, plain text or a saved page; UnreadableError with a message."""
    text = decode_text(raw)
    page = read_page(text) if is_markup(text) else Page(text)
    if len(page.text) > MOST_LETTERS:
        raise UnreadableError(f"more than {MOST_LETTERS:,} letters are no press release")
    lines = list(_split_date(_join_lines(page.text)))
    title, body = _split_title(lines, page.title)
    kept, closing, dated, below = _sort_lines(body, title)
    top = lines[: len(lines) - len(body)]
    captions = [line for line in map(clean, lines) if _is_caption(line) and not _is_noise(line)]
    kept = kept or captions  # a picture with its words, and nothing else
    if not kept and not title:
        raise UnreadableError("there is no text to read in it")
    kept, dateline = cut_dateline(kept)
    paragraphs = tuple(
        Paragraph(number, line) for number, line in enumerate(kept[:MOST_PARAGRAPHS], start=1)
    )
    language = _language("\n".join((title, *kept)))
    above = [clean(line) for line in reversed(top) if _DATED.match(clean(line))]
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
    )


def clean(text: str) -> str:
    """A text on one line with plain digits, brackets, quotes and dashes.

    Commas and the like are wide in Chinese, as they are where the text was not copied badly.
    """
    plain = " ".join(text.translate(_WIDE).split())
    if not _is_chinese(plain):
        return plain
    return _NARROW.sub(lambda found: _WIDE_SIGNS[found[0]], plain)


def _is_chinese(line: str) -> bool:
    return len(_IDEOGRAPH.findall(line)) * _SHARE_OF_HAN > len(line)


def _join_lines(text: str) -> Iterator[str]:
    """The paragraphs of a text: what was wrapped at a column is joined again."""
    for block in re.split(r"\n[^\S\n]*\n", text):
        lines = [_SHARE.sub("", line).strip() for line in block.split("\n") if line.strip()]
        is_list = all(_ENDING.search(line) for line in lines)  # a paragraph a line
        wrapped = not is_list and all(len(line) < _WRAPPED * 2 for line in lines)
        held = ""
        for line in lines:
            is_whole = _IDEOGRAPH.match(line) and _ENDING.search(held)  # Chinese has no short lines
            fits = held and wrapped and not is_whole and len(held.rsplit("\n", 1)[-1]) >= _WRAPPED
            small = held and line[:1].islower() and line[:4] != "http" and not _ENDING.search(held)
            is_dated = any(_DATED.match(clean(one)) for one in (held, line))
            apart = is_dated or _is_noise(line) or _stands_alone(held)
            if (fits or small) and not (apart or _UNDERLINE.match(line) or _END.match(line)):
                held += ("" if _IDEOGRAPH.match(line) else " ") + line
                continue
            if held:
                yield held
            held = line
        if held:
            yield held


def _stands_alone(line: str) -> bool:
    is_chinese = _IDEOGRAPH.search(line[:_SENTENCE_ZH]) is not None
    return _is_noise(line) or (is_chinese and _is_caption(clean(line)))


def _split_date(lines: Iterable[str]) -> Iterator[str]:
    """The lines, a date that only stands before the first words of one on a line of its own."""
    for line in lines:
        if found := _DATE_BEFORE.match(line):
            yield found[0]
            line = line[found.end() :]  # noqa: PLW2901 - what is left of it
        yield line


def _split_title(lines: list[str], heading: str) -> tuple[str, list[str]]:
    """The title as printed, and the lines below it."""
    underline = next((at for at, line in enumerate(lines[:60]) if _UNDERLINE.match(line)), 0)
    if underline:
        before = [line for line in lines[:underline] if not _is_noise(line)]
        return (_plain_title(before[-1]) if before else ""), lines[underline:]
    if heading:
        place = next((at for at, line in enumerate(lines) if clean(line) == clean(heading)), -1)
        return _plain_title(heading), lines[place + 1 :]
    sentences = [at for at, line in enumerate(lines[:_TOP]) if _is_sentence(line)]
    if sentences and _is_dated_below(lines[sentences[0] : (sentences[1:2] or [0])[0]]):
        del sentences[0]  # a title that ends with a full stop
    start = next(iter(sentences), 0)
    of_pictures = {line.split(":")[0] for line in lines[:_TOP] if ":" in line}
    above = [at for at in range(start) if _may_be_title(lines[at])]
    above = [at for at in above if lines[at].rstrip(":") not in of_pictures] or above
    if not above:
        return "", lines
    days = [at for at in range(start) if _DATED.match(clean(lines[at]))]
    if days:  # the title stands below the line that dates it, else above
        above = [at for at in above if at > days[-1]] or above[-1:]
    # few lines are a title with its second line; many are the furniture of a page
    at = above[0] if len(above) <= _FEW else above[-1]
    return _plain_title(lines[at]), lines[at + 1 :]


def _is_dated_below(lines: list[str]) -> bool:
    """Whether nothing but small lines follows a first one, and one of them dates it."""
    rest = [clean(line) for line in lines[1:]]
    return any(map(_DATED.match, rest)) and all(len(line) < _SENTENCE_EN for line in rest)


def _is_sentence(line: str) -> bool:
    """Whether a line is a paragraph: whole sentences, neither a caption nor a link of the page."""
    plain = clean(line)
    folded = fold_script(plain)
    if _is_noise(line) or _DATED.match(plain) or _is_caption(plain):
        return False
    if DATELINE.match(folded):
        return True
    long = _SENTENCE_ZH if _IDEOGRAPH.search(plain) else _SENTENCE_EN
    is_chinese = len(_IDEOGRAPH.findall(plain)) * 2 > len(plain) and "，" in plain
    longest = _LONG_TITLE_ZH if is_chinese else _LONG_TITLE
    return len(plain) > longest or (len(plain) >= long and bool(_FULL_STOP.search(plain)))


def _may_be_title(line: str) -> bool:
    plain = clean(line)
    short = _LABEL_ZH if _IDEOGRAPH.search(plain) else _LABEL_EN
    is_furniture = _is_noise(line) or _DATED.match(plain) or _is_caption(plain)
    return len(plain) > short and not is_furniture


def _plain_title(line: str) -> str:
    found = _LINK.match(line.strip())
    plain = found[1].replace("\\", "") if found else line
    return " ".join(_RULE.sub("", plain).split())


def _is_caption(line: str) -> bool:
    """Whether a line is the words below a picture; not a whole report with such words in it."""
    is_report = len(line) > _LONG_CAPTION_ZH and _IDEOGRAPH.search(line[:_SENTENCE_ZH])
    return not is_report and _CAPTION.search(line) is not None


def _is_noise(line: str) -> bool:
    return bool(_NOISE.match(clean(line)))


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
        if not kept and len(line) < _SENTENCE_EN and not _FULL_STOP.search(line):
            if _DATED.match(line):
                dated.insert(0, line)
            continue
        is_dated = _DATED.match(line) is not None
        if _END.match(line) or (kept and _AFTER.match(line)):
            has_ended = True
        if has_ended:
            closing += [*below, line]  # the day stands before the hour that ends the text
            below = []
        elif is_dated and kept:
            below.append(line)
        elif is_dated:
            dated.insert(0, line)
        elif not (_is_noise(line) or _is_caption(line) or line == clean(title)):
            kept.append(line)
    return kept, closing, dated, below


def _rank_date(line: str) -> int:
    """How a line that gives a date ranks: first when something was published, last an update."""
    return 2 if _UPDATED.search(line) else 0 if _LABELLED.search(line) else 1


def _language(text: str) -> Language:
    ideographs = len(_IDEOGRAPH.findall(text))
    if ideographs * 4 < len(text):
        return Language.EN
    simplified, traditional = len(simplified_only(text)), len(traditional_only(text))
    return Language.ZH_HANS if simplified > traditional else Language.ZH_HANT
