"""The words of a sentence that the number of a meeting belongs to, and the name they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import Pattern, load_pattern
from coop.draft.platforms.numbering import find_numbers, read_number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from coop.draft.text.reading import Sentence

_AROUND, _FAR = 40, 90
_LONGEST = 420
_MET_FOR_THE = load_pattern("platforms.met_for_the")
_TIME = Pattern(r" time\b(?! (?:in|since)\b)")
_MEETS = load_pattern("platforms.meets")
_APART = load_pattern("platforms.apart")
_CLAUSE = load_pattern("platforms.clause")
_ACTS = load_pattern("platforms.acts")
_NAME_ENDS = load_pattern("platforms.name_ends")
_SINCE = load_pattern("event.since")
_FIRST_SINCE = load_pattern("event.first_since")
_OTHER_TIME = load_pattern("event.other_time")
_OTHER_TIME_AFTER = load_pattern("event.other_time_after")
_TO_COME = load_pattern("event.to_come")


class Name(NamedTuple):
    """The words of a name around a stretch of a sentence, without that stretch."""

    text: str
    before: str
    """What the sentence says before it."""


def numbers_in(sentence: Sentence) -> Iterator[re.Match[str]]:
    """The numbers of meetings in a sentence, but those of another time."""
    for number in find_numbers(sentence.text):
        is_before = _OTHER_TIME.search(sentence.before(number.start(), _FAR))
        if not is_before and not _OTHER_TIME_AFTER.match(sentence.text, number.end()):
            yield number


def is_ahead(sentence: Sentence, number: re.Match[str]) -> bool:
    """Whether a sentence below the first paragraph says that a meeting is yet to be held."""
    is_told = _TO_COME.search(sentence.text, number.end())
    return sentence.paragraph.number > 1 and is_told is not None


def name_around(text: str, start: int, end: int) -> Name:
    """The name in which a stretch of a sentence stands, without that."""
    acts = [0, *(act.end() for act in _ACTS.finditer(text, 0, start))]
    ends = _NAME_ENDS.search(text, end)
    tail = text[end : ends.start() if ends else len(text)]
    return Name(f"{text[acts[-1] : start]} {tail}", text[: acts[-1]])


def without_posts(sentence: Sentence) -> str:
    """The text with blanks for posts, whose names tell subjects too: "Secretary for Innovation"."""
    text = sentence.text
    for post in sentence.posts:
        text = text[: post.start] + " " * (post.end - post.start) + text[post.end :]
    return text


def _is_first_since(text: str, number: re.Match[str], end: int) -> bool:
    """Whether it is the first meeting since some time, and not the first of all."""
    since = _SINCE.match(text, end) or _FIRST_SINCE.search(text, 0, number.start())
    return bool(since) and read_number(number) == 1


def _met_again(text: str, number: re.Match[str]) -> re.Match[str] | None:
    """The end of "met for the second time", where the number is told so."""
    is_so = _MET_FOR_THE.search(text, max(0, number.start() - _FAR), number.start())
    return _TIME.match(text, number.end()) if is_so else None


def phrase_of(text: str, number: re.Match[str], *, can_be_apart: bool = False) -> str:
    """What the number of a meeting belongs to: in Chinese its clause; empty if of no meeting."""
    meets = _MEETS.match(text, number.end()) or _met_again(text, number)
    if not meets or len(text) > _LONGEST or _is_first_since(text, number, meets.end()):
        return ""
    if number["en"] or (number["first"] or "").isascii():
        phrase = text
    elif number["first"] and _ACTS.search(text, number.end(), meets.end()):
        return ""  # 「首次以視像形式舉行會議」
    else:
        cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(text, 0, number.start()))]
        phrase = text[cuts[-1] : meets.end()]
    is_apart = _APART.search(text, number.start(), meets.end() + _AROUND) is not None
    return "" if is_apart and not can_be_apart else phrase
