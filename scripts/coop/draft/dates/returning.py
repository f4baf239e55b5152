"""The day on which a journey comes back, as a text tells it."""

from __future__ import annotations

from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coop.draft.text.days import Day
    from coop.draft.text.reading import Reading, Sentence

_LAST = 10
_RETURN_BEFORE = load_pattern("event.return_before")
_LEAVES_THEN = load_pattern("event.leaves_then")
_RETURN_AFTER = load_pattern("event.return_after")
_RETURNS = load_pattern("event.returns")
_AWAY_BEFORE = load_pattern("event.away_before")
_AWAY_AFTER = load_pattern("event.away_after")
_SETS_OUT_ON = load_pattern("event.sets_out_on")
_SETS_OUT_THEN = load_pattern("event.sets_out_then")
_LEAVES_ON = load_pattern("event.leaves_on")
_FOR_ABROAD = load_pattern("event.for_abroad")
_HOME = load_pattern("event.home")
_BACK_EARLY = load_pattern("event.back_early")
_BESIDE_ANOTHER = load_pattern("event.beside_another")
_IS_OVER = load_pattern("event.is_over")
_BEFORE, _BESIDE = 60, 12
_LONGEST = timedelta(days=14)


def find_return(reading: Reading, first: Day, *, goes_on: bool = False) -> date | None:
    """The day on which a text to come says that they come back, or to which they are away.

    So does a text of a journey that `goes_on` since its first day.
    """
    told = reading.published
    leaves = any(
        day.first == first.first == told and sets_out_on(one, day)
        for one in reading.lead(1)
        for day in one.days
    )
    is_to_come = told is not None and (first.first > told or reading.is_notice or leaves)
    days = (
        day.last
        for sentence, day in days_after(reading, first, _LAST)
        if day.form == "day" or is_to_come or goes_on or _is_back_today(sentence, day, told)
        if _is_return(sentence, day, first) and not _is_of_others(reading, sentence, day)
    )
    opening = (day for one in reading.body[:1] for day in one.days)
    is_whole = len({day.first for day in opening if told and day.first <= told}) > 1
    beside = _day_beside_return(reading, first)
    is_ahead = is_whole and beside is not None and told is not None and beside > told
    return next(days, None) or (beside if is_to_come or is_ahead else None)


def _is_of_others(reading: Reading, sentence: Sentence, day: Day) -> bool:
    """Whether a return is not that of the one who travels: 「局長五月八日先行返港」."""
    if _BACK_EARLY.search(sentence.text, max(0, day.start - _BEFORE), day.end + _BESIDE):
        return True
    leader = next((ids for one in reading.body for ids in _people_in(one, len(one.text))), None)
    told = list(_people_in(sentence, day.end))
    if not leader or not told:
        return False
    return leader not in told and not _BESIDE_ANOTHER.search(sentence.text[: day.start])


def _people_in(sentence: Sentence, end: int) -> Iterator[tuple[str, ...]]:
    """The people named in a sentence before a place, each by the ids that may be meant."""
    for mention in sentence.mentions:
        if mention.end <= end and (ids := tuple(mention.of("person"))):
            yield ids


def _is_back_today(sentence: Sentence, day: Day, told: date | None) -> bool:
    """Whether a sentence tells the return on the day of the text: 「今晚返港」."""
    return day.first == told and _RETURNS.search(sentence.text, day.end) is not None


def sets_out_on(sentence: Sentence, day: Day) -> bool:
    """Whether beside a day a sentence tells that someone sets out on it."""
    before = sentence.before(day.start, 60)
    if _SETS_OUT_ON.search(before) or _SETS_OUT_THEN.match(sentence.text, day.end):
        return True
    leaves = _LEAVES_ON.search(before)  # "will leave Hong Kong tomorrow (May 4) for a visit"
    return bool(leaves and _FOR_ABROAD.match(sentence.text, day.end))


def _day_beside_return(reading: Reading, first: Day) -> date | None:
    """The day told nearest to the word for the return in its sentence, else the last one before.

    Of a text to come: 「星期六會參觀。當日下午與官員會面，傍晚返港。」
    """
    told: list[Day] = []
    after = list(days_after(reading, first, _LAST))
    for sentence in reading.lead(_LAST):
        here = [day for one, day in after if one is sentence]
        if returns := _RETURNS.search(sentence.text):
            place = returns.start()
            nearest = min(here, key=lambda day: abs(day.start - place), default=None)
            if not sentence.days and _HOME.search(sentence.text, returns.start()):
                nearest = max(told, key=attrgetter("last"), default=None)
            if nearest and nearest.first == nearest.last:
                return nearest.last
        told += here
    return None


def _is_return(sentence: Sentence, day: Day, first: Day) -> bool:
    before, after = sentence.before(day.start, 50), sentence.text[day.end :]
    if day.first != day.last:
        is_away = _AWAY_AFTER.match(after) or _AWAY_BEFORE.search(before)
        return day.first == first.first and is_away is not None
    cues = (
        *(_RETURN_AFTER.match(after), _RETURN_BEFORE.search(before)),
        *(_LEAVES_THEN.match(after), _IS_OVER.match(after)),
    )
    return any(cues)


def days_after(reading: Reading, first: Day, paragraphs: int) -> Iterator[tuple[Sentence, Day]]:
    """The days told in the first paragraphs that end soon after a day."""
    for sentence in reading.lead(paragraphs):
        for day in sentence.days:
            if day.form != "month" and first.first < day.last <= first.first + _LONGEST:
                yield sentence, day
