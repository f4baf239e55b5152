"""The ordinals of meetings in a sentence: beside a name, or wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.draft.patterns import NUMBER, Pattern, load_pattern
from coop.draft.text.days import MONTH
from coop.numerals import read_chinese_number, read_english_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.text.reading import Sentence
    from coop.draft.text.tokens import Mention

_BETWEEN = load_pattern("event.between")
_OTHER_TIME_AFTER = load_pattern("event.other_time_after")
_EVENT_AFTER = load_pattern("event.event_after")
_FIRST_TIME = load_pattern("event.first_time")
_FIRST_SINCE = load_pattern("event.first_since")
_SINCE = load_pattern("event.since")
_OTHER_TIME = load_pattern("event.other_time")
NUMBER_TOLD = Pattern(NUMBER, re.IGNORECASE)
_MONTH_BEFORE = Pattern(rf"\b{MONTH} $")
_MONTH_AFTER = Pattern(rf" (?:of )?{MONTH}\b| (?:of )?this month\b")
_LONGEST_MONTH = len("September ")


def find_numbers(text: str) -> Iterator[re.Match[str]]:
    """The ordinals in a text but those of days: "on May 24th", "the 24th of May"."""
    for found in NUMBER_TOLD.finditer(text):
        before = text[max(0, found.start() - _LONGEST_MONTH) : found.start()]
        if not (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, found.end())):
            yield found


def number_beside(sentence: Sentence, mention: Mention) -> tuple[int, Sentence] | None:
    """The ordinal that stands with a name or inside it: 「合作第八次聯席會議」."""
    for found in find_numbers(sentence.text):
        start, end = sorted(((found.start(), found.end()), (mention.start, mention.end)))
        between = _without_times(sentence, start[1], end[0])
        inside = mention.start < found.start() < mention.end
        if not inside and (start[1] > end[0] or not _BETWEEN.fullmatch(between)):
            continue
        if _OTHER_TIME.search(sentence.before(found.start())):
            continue
        if _OTHER_TIME_AFTER.match(sentence.text, max(mention.end, found.end())):
            continue
        if found["first"] and not _is_ordinal(sentence, found, mention):
            continue
        number = read_number(found)
        if number == 1 and _SINCE.match(sentence.text, max(mention.end, found.end())):
            continue  # "the first such meeting since …"
        if number:
            return number, sentence
    return None


def _without_times(sentence: Sentence, start: int, end: int) -> str:
    """A stretch of a sentence without the days and places in it: 「昨日在廣州」.

    What English puts between them is a day more often than an ordinal: "on the 6th".
    """
    if sentence.text[start:end].isascii():
        return sentence.text[start:end]
    places = (range(one.start, one.end) for one, _ in sentence.of("place"))
    spans = [*(range(day.start, day.end) for day in sentence.days), *places]
    kept = (at for at in range(start, end) if not any(at in span for span in spans))
    return "".join(sentence.text[at] for at in kept)


def _is_ordinal(sentence: Sentence, found: re.Match[str], mention: Mention) -> bool:
    """Whether 「首次」 counts the meetings: not 「四年來首次」, nor 「會議首次在香港舉行」."""
    after = sentence.text[found.end() :]
    is_name_next = found.end() <= mention.start or _EVENT_AFTER.match(after) is not None
    return is_name_next and not _FIRST_SINCE.search(sentence.before(found.start()))


def only_number(sentence: Sentence) -> tuple[int, Sentence] | None:
    """The one ordinal of a meeting in a sentence, wherever it stands."""
    told = {
        number
        for found in find_numbers(sentence.text)
        if _EVENT_AFTER.match(sentence.text[found.end() :])
        if not _OTHER_TIME.search(sentence.before(found.start()))
        if not _OTHER_TIME_AFTER.match(sentence.text, found.end())
        if not (found["first"] and _FIRST_SINCE.search(sentence.before(found.start())))
        if (number := read_number(found))
    }
    if _FIRST_TIME.search(sentence.text):
        told.add(1)
    return (told.pop(), sentence) if len(told) == 1 else None


def list_numbers(sentence: Sentence) -> set[int]:
    """The ordinals of meetings in a sentence."""
    found = (
        read_number(found)
        for found in find_numbers(sentence.text)
        if found["zh"] or _EVENT_AFTER.match(sentence.text[found.end() :])
        if not _OTHER_TIME.search(sentence.before(found.start()))
        if not _OTHER_TIME_AFTER.match(sentence.text, found.end())
    )
    return {number for number in found if number}


def read_number(found: re.Match[str]) -> int | None:
    """The number that a match of the pattern of numbers tells."""
    if found["first"]:
        return 1
    return read_english_ordinal(found["en"]) if found["en"] else read_chinese_number(found["zh"])
