"""Whether a sentence tells of the event of a release, or of another meeting of the same people."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import load_pattern
from coop.draft.platforms.numbering import list_numbers

if TYPE_CHECKING:
    from coop.draft.text.reading import Sentence
    from coop.edtf import PartialDate

_THIS_MEETING = load_pattern("people.this_meeting")
_BEFORE_THAT = load_pattern("people.before_that")
_OF_SOMETHING = load_pattern("event.of_something")
_THEN_AHEAD = load_pattern("people.then_ahead")
_SAID = load_pattern("people.heads.said")
_TO_COME = load_pattern("event.to_come")
_A_FEW_DAYS = timedelta(days=3)
_LASTING = {"visit", "forum", "promotion"}


class Occasion(NamedTuple):
    """What is known of an event: its kind, its number and its days."""

    kind: str
    number: int | None
    days: PartialDate | None


def is_of_another(sentence: Sentence, own: Occasion) -> bool:
    """Whether a sentence tells of another meeting: by its number, its day, or "had met".

    On a journey people are met for some days; who is met tomorrow is no part of today's call.
    """
    if _THIS_MEETING.match(sentence.text):
        return False
    numbers = list_numbers(sentence)
    if (own.number and numbers and own.number not in numbers) or _BEFORE_THAT.search(sentence.text):
        return True
    if not own.days or not own.days.start or not own.days.end:
        return False
    is_single = own.days.start == own.days.end
    is_short = is_single and (own.kind not in _LASTING or _TO_COME.search(sentence.text))
    begin, end = own.days.start, own.days.end
    begin -= timedelta() if own.kind == "call" and is_single else _A_FEW_DAYS
    end += timedelta() if is_short else _A_FEW_DAYS
    text = sentence.text
    then = _THEN_AHEAD.search(text)  # "met A today and will meet B tomorrow"
    said = _SAID.search(text)  # what someone said, of whenever that was
    days = [
        day
        for day in sentence.days
        if not (said and day.start > said.end())
        if not _OF_SOMETHING.search(text[: day.start])
        and not (then and day.start > then.start(then.lastgroup or 0))
    ]
    return bool(days) and not any(one.first <= end and one.last >= begin for one in days)
