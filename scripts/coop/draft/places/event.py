"""What is known of an event before it is asked where it was, and which times are not its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import load_pattern

if TYPE_CHECKING:
    from datetime import date

    from coop.draft.text.reading import Sentence

_WEEKS = timedelta(days=14)
_YEAR_AFTER = load_pattern("places.year_after")


class Event(NamedTuple):
    """What is known of the event: its kind, its ordinal, its first day."""

    kind: str
    number: int | None
    day: date | None

    def is_far(self, sentence: Sentence, place: int) -> bool:
        """Whether the time told beside a place is not about the event's: 「去年十月在東莞」."""
        year = _YEAR_AFTER.match(sentence.text, place)
        if self.day and year and int(year[1]) != self.day.year:
            return True
        clause = max(sentence.text.rfind(sign, 0, place) for sign in "，；。,;")
        beside = [day for day in sentence.days if clause < day.start and day.end <= place]
        if self.day is None or not beside:
            return False
        return not any(day.first - _WEEKS <= self.day <= day.last + _WEEKS for day in beside)
