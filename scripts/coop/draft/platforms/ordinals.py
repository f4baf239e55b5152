"""Which meeting in number it is, where the number stands apart from the platform's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.patterns import Pattern, load_pattern
from coop.draft.platforms.numbering import NUMBER_TOLD, number_beside, only_number, read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.text.reading import Reading, Sentence
    from coop.draft.text.tokens import Mention

_LEAD, _ANYWHERE = 2, 6
_OPENS = Pattern(r"\W*(?:The )?")
_EVENT_AFTER = load_pattern("event.event_after")
_THIS_ONE = load_pattern("event.this_one")
_OTHER_TIME = load_pattern("event.other_time")
_OTHER_TIME_AFTER = load_pattern("event.other_time_after")
_APART_ALONE = load_pattern("event.apart_alone")
_APART_TOLD = load_pattern("event.apart_told")


def find_number(
    reading: Reading, sentence: Sentence, mention: Mention, platform: str
) -> tuple[int, Sentence] | None:
    """The number of the platform's meeting, with the sentence that tells it."""
    return (
        _number_anywhere(reading, platform)
        or _number_of_this(reading, sentence, mention)
        or number_apart(reading)
        or _number_first(reading)
    )


def _number_anywhere(reading: Reading, platform: str) -> tuple[int, Sentence] | None:
    """The number of the platform's meeting in the first paragraphs, if they give one alone."""
    for last in (_LEAD, _ANYWHERE):
        found = [
            (number, sentence)
            for sentence in (*reading.lead(last), *reading.captions)
            for mention, named in sentence.of("platform")
            if named == platform
            for number, _ in [number_beside(sentence, mention) or only_number(sentence) or (0, 0)]
            if number
        ]
        if found:
            return found[0] if len({number for number, _ in found}) == 1 else None
    return None


def _number_of_this(
    reading: Reading, sentence: Sentence, mention: Mention
) -> tuple[int, Sentence] | None:
    """The number told before, where a sentence says "this meeting of" the platform."""
    if not _THIS_ONE.search(sentence.before(mention.start)):
        return None
    at = reading.body.index(sentence) if sentence in reading.body else 0
    return only_number(reading.body[at - 1]) if at else None


def number_apart(reading: Reading) -> tuple[int, Sentence] | None:
    """The number of the event that a sentence tells without its name: "this one, the seventh"."""
    return next(_numbers_after(_APART_TOLD, reading), None)


def number_alone(reading: Reading) -> tuple[int, Sentence] | None:
    """The one number with which a text speaks of a meeting as known: "at the seventh meeting"."""
    found = list(_numbers_after(_APART_ALONE, reading))
    return found[0] if len({number for number, _ in found}) == 1 else None


def _numbers_after(cue: Pattern, reading: Reading) -> Iterator[tuple[int, Sentence]]:
    for sentence in reading.lead(_ANYWHERE):
        for told in cue.finditer(sentence.text):
            found = NUMBER_TOLD.match(sentence.text, told.end())
            if not found or _OTHER_TIME_AFTER.match(sentence.text, found.end()):
                continue
            is_other = found["zh"] and _OTHER_TIME.search(sentence.before(found.start()))
            if not is_other and (number := read_number(found)):
                yield number, sentence


def _number_first(reading: Reading) -> tuple[int, Sentence] | None:
    """The number with which the first sentence opens: "The 39th Annual Meeting between …"."""
    for sentence in reading.body[:1]:
        opens = _OPENS.match(sentence.text)
        if opens and (found := NUMBER_TOLD.match(sentence.text, opens.end())):
            number = read_number(found) if _EVENT_AFTER.match(sentence.text, found.end()) else None
            return (number, sentence) if number else None
    return None
