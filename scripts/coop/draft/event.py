"""The event that a release tells of: platform and number, kind, state, day, place."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from coop.catalog import plan_date
from coop.draft.patterns import CHINESE_NUMBER, ENGLISH_ORDINAL, load_pattern
from coop.draft.reading import Found
from coop.numerals import read_chinese_number, read_english_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coop.draft.days import Day
    from coop.draft.reading import Reading, Sentence
    from coop.draft.tokens import Mention

_LEAD = 2
_OFTEN = 3
_NUMBER = re.compile(
    rf"(?P<en>\b{ENGLISH_ORDINAL}\b)|第(?P<zh>{CHINESE_NUMBER})(?:次|届|轮|屆)|(?P<first>首次|首届|\binaugural\b)",
    re.IGNORECASE,
)
_BETWEEN = load_pattern("event.between")
_OTHER_TIME = load_pattern("event.other_time")
_MEETING_WORD = load_pattern("event.meeting_word")
_KINDS = tuple(
    (kind, load_pattern(f"event.kinds.{kind}"))
    for kind in ("working-meeting", "task-force", "plenary")
)
_LOOSE_KINDS = tuple(
    (kind, load_pattern(f"event.loose_kinds.{kind}"))
    for kind in ("promotion", "forum", "signing", "call", "visit")
)
_BY_NAME = {"task force": "task-force", "forum": "forum", "group": "working-meeting"}
_DAY = len("2024-02-06")
_STRONG = ("promotion", "forum", "signing")
_TRIP = load_pattern("event.trip")
_FIVE_YEARS = load_pattern("event.five_years")
_ISSUED = load_pattern("event.issued")
_POSTPONED = load_pattern("event.postponed")
_CANCELLED = load_pattern("event.cancelled")
_TO_COME = load_pattern("event.to_come")
_PLANNED = load_pattern("event.planned")
_BYGONE = load_pattern("event.bygone")
_HEARD = load_pattern("event.heard")
_JOURNEY = load_pattern("event.journey")
_ENDED = load_pattern("event.ended")
_BEGAN = load_pattern("event.began")
_LENGTH = load_pattern("event.length")
_LENGTHS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "两": 2}
_ONLINE = load_pattern("event.online")
_AT = load_pattern("event.at")
_SHORT_PLACES = {
    "京": "beijing",
    "港": "hong-kong",
    "穗": "guangzhou",
    "沪": "shanghai",
    "澳": "macao",
    "蓉": "chengdu",
    "深": "shenzhen",
}
_SHORT = load_pattern("event.short")
_OF_NAME = load_pattern("event.of_name")


def find_platform(reading: Reading) -> tuple[Found | None, Found | None]:
    """The platform whose meeting it is and the meeting's number, as far as they are said."""
    loose = any(_TRIP.search(sentence.text) for sentence in reading.heading)
    for sentence in reading.lead(_LEAD):
        for mention, platform in sentence.of("platform"):
            number = _number_beside(sentence, mention)
            if sentence.paragraph.number > 1 and (loose or not number):
                continue
            if _OTHER_TIME.search(sentence.before(mention.start)):
                continue
            in_title = not sentence.paragraph.number
            around = sentence.text[max(0, mention.start - 60) : mention.end + 40]
            if number or in_title or _MEETING_WORD.search(around):
                number = number or _number_anywhere(reading, platform)
                value = Found(str(number[0]), number[1].at) if number else None
                return Found(platform, sentence.at), value
    return None, None


def _number_anywhere(reading: Reading, platform: str) -> tuple[int, Sentence] | None:
    for sentence in reading.lead(_LEAD):
        for mention, named in sentence.of("platform"):
            if named == platform and (found := _number_beside(sentence, mention)):
                return found
    return None


def _number_beside(sentence: Sentence, mention: Mention) -> tuple[int, Sentence] | None:
    for found in _NUMBER.finditer(sentence.text):
        start, end = sorted(((found.start(), found.end()), (mention.start, mention.end)))
        between = sentence.text[start[1] : end[0]]
        if start[1] > end[0] or not _BETWEEN.fullmatch(between):
            continue
        if _OTHER_TIME.search(sentence.before(found.start())):
            continue
        if number := _read_number(found):
            return number, sentence
    return None


def list_numbers(sentence: Sentence) -> set[int]:
    """The ordinals in a sentence."""
    found = map(_read_number, _NUMBER.finditer(sentence.text))
    return {number for number in found if number}


def _read_number(found: re.Match[str]) -> int | None:
    if found["first"]:
        return 1
    return read_english_ordinal(found["en"]) if found["en"] else read_chinese_number(found["zh"])


def find_kind(reading: Reading, platform: str) -> Found | None:
    """The kind of meeting: by its name, else as the platform's meetings mostly are."""
    if platform:
        return _kind_of_series(reading, platform)
    for sentences in (reading.heading, reading.lead(1), reading.lead(2)):
        for sentence in sentences:
            found = [
                (match.start(), kind)
                for kind, pattern in _LOOSE_KINDS
                if (match := pattern.search(sentence.text))
            ]
            if found:
                strong = [kind for _, kind in found if kind in _STRONG]
                return Found(strong[0] if strong else min(found)[1], sentence.at)
    return Found("other", "title", is_sure=False)


def _kind_of_series(reading: Reading, platform: str) -> Found:
    found = reading.catalog.platforms[platform]
    held = Counter(meeting.kind.value for meeting in reading.catalog.meetings_of(found))
    texts = reading.lead(1)
    for kind, pattern in _KINDS:
        for sentence in texts:
            near = any(
                pattern.search(sentence.text[mention.start : mention.end + 30])
                or pattern.search(sentence.before(mention.start, 30))
                for mention, named in sentence.of("platform")
                if named == platform
            )
            if near and (held[kind] or not held):
                return Found(kind, sentence.at)
    name = (found.name.en or "").casefold()
    by_name = next((kind for word, kind in _BY_NAME.items() if word in name), "plenary")
    usual = held.most_common(1)[0][0] if held else by_name
    return Found(usual, "title", is_sure=False)


def find_status(reading: Reading, day: Found | None) -> Found:
    """Whether it was held, is to come, was put off or called off; held is sure with its day."""
    for sentence in reading.lead(1):
        for status, pattern in (("postponed", _POSTPONED), ("cancelled", _CANCELLED)):
            if pattern.search(sentence.text):
                return Found(status, sentence.at)
    begins = day.value[:_DAY] if day else ""
    told = reading.published.isoformat() if reading.published else ""
    if day and told and begins > told:
        return Found("announced", day.at)
    if day and len(begins) == _DAY and begins < told:
        return Found("held", day.at)
    for sentence in reading.lead(1 if day else _LEAD):
        if _TO_COME.search(sentence.text):
            return Found("announced", sentence.at)
    return Found("held", day.at) if day and told else Found("held", "title", is_sure=False)


def find_day(reading: Reading) -> Found | None:
    """The day or days of the event itself."""
    lead = reading.lead(6)
    for choose in (_planned_day, _coming_day, _told_day):
        for sentence in (*lead[len(reading.heading) :], *reading.heading):
            if found := choose(sentence):
                edtf = _stretch(reading, found)
                return Found(edtf, sentence.at)
    return None


def _planned_day(sentence: Sentence) -> Day | None:
    if not (_POSTPONED.search(sentence.text) or _CANCELLED.search(sentence.text)):
        return None
    cue = _PLANNED.search(sentence.text)
    return next((day for day in sentence.days if cue and day.start > cue.start()), None)


def _coming_day(sentence: Sentence) -> Day | None:
    if sentence.paragraph.number > 1:
        return None
    cue = _TO_COME.search(sentence.text)
    if not cue:
        return None
    usable = [day for day in sentence.days if not _BYGONE.search(sentence.before(day.start))]
    after = [day for day in usable if day.start > cue.start()]
    return next(iter(after), next(iter(usable), None))


def _told_day(sentence: Sentence) -> Day | None:
    usable = [
        day
        for day in sentence.days
        if not _BYGONE.search(sentence.before(day.start))
        and not _HEARD.match(sentence.text[day.end :])
    ]
    exact = [day for day in usable if day.form != "month"]
    return next(iter(exact), next(iter(usable), None))


def _stretch(reading: Reading, day: Day) -> str:
    """The whole stretch of an event that ended or began on a day."""
    if day.form == "month" or day.first != day.last:
        return day.edtf
    text = " ".join(one.text for one in reading.lead(1))
    if not _JOURNEY.search(text):
        return day.edtf
    ended = bool(_ENDED.search(text))
    if ended and (began := _first_day(reading, day)):
        return f"{began.isoformat()}/{day.last.isoformat()}"
    found = _LENGTH.search(text)
    if not found:
        return day.edtf
    rest = timedelta(days=_read_length(found["en"] or found["zh"] or found["zh2"]) - 1)
    first = day.first - rest if ended else day.first
    return f"{first.isoformat()}/{(first + rest).isoformat()}"


def _first_day(reading: Reading, last: Day) -> date | None:
    days = (
        day.first
        for sentence in reading.lead(_LEAD)
        for day in sentence.days
        if day.form == "day" and day.first < last.first
        if _BEGAN.search(sentence.before(day.start, 25))
    )
    return next(days, None)


def _read_length(said: str) -> int:
    return _LENGTHS.get(said) or (int(said) if said.isdecimal() else read_chinese_number(said) or 1)


def find_place(reading: Reading) -> Found | None:
    """Where it took place: a place that the text names as such, not one inside a name."""
    for sentence in reading.lead(3):
        for mention, place in sentence.of("place"):
            if sentence.paragraph.number > 1 and _NUMBER.search(sentence.before(mention.start, 25)):
                continue
            if _AT.search(sentence.text[: mention.start]) and not _is_name(sentence, mention):
                return Found(place, sentence.at)
        if short := _SHORT.search(sentence.text):
            return Found(_SHORT_PLACES[short[1]], sentence.at)
    return None


def _is_name(sentence: Sentence, mention: Mention) -> bool:
    return _OF_NAME.match(sentence.text[mention.end :]) is not None


def is_online(reading: Reading) -> bool:
    """Whether the event took place by video."""
    return any(_ONLINE.search(sentence.text) for sentence in reading.lead(2))


def find_plans(reading: Reading) -> tuple[str, ...]:
    """The plans that the text names, in the order of mention."""
    everything = (*reading.heading, *reading.body)
    return tuple(dict.fromkeys(plan for one in everything for plan in _plans_in(reading, one)))


def _plans_in(reading: Reading, sentence: Sentence) -> Iterable[str]:
    spans = []
    for mention in sentence.mentions:
        if ids := mention.of("plan"):
            spans.append(range(mention.start, mention.end))
            yield _of_that_time(reading, ids)
    for found in _FIVE_YEARS.finditer(sentence.text):
        number = int(found["en"]) if found["en"] else read_chinese_number(found["zh"])
        plan = f"national-{number}th-five-year-plan"
        inside = any(found.start() in span for span in spans)
        if plan in reading.catalog.plans and not inside:
            yield plan


def _of_that_time(reading: Reading, ids: list[str]) -> str:
    """Of several plans with one name the latest that was out when the text was."""
    told = reading.published.isoformat() if reading.published else "9999"
    dated = sorted(
        (when.edtf if (when := plan_date(reading.catalog.plans[one])) else "", one) for one in ids
    )
    return next((one for day, one in reversed(dated) if day <= told), dated[0][1])


def find_issued_plan(reading: Reading) -> str:
    """The plan that the text says has come out; empty where it tells of an event."""
    title = reading.release.heading.folded
    if not _ISSUED.search(title) or _MEETING_WORD.search(title):
        return ""
    plans = (plan for sentence in reading.lead(1) for plan in _plans_in(reading, sentence))
    return next(plans, "")


def find_topics(reading: Reading, platform: str) -> tuple[str, ...]:
    """The topics of the platform, and those whose words stand in the title or again and again."""
    of_platform = reading.catalog.platforms[platform].topics if platform else ()
    counted = Counter(
        topic for sentence in (*reading.heading, *reading.body) for _, topic in sentence.of("topic")
    )
    title = {topic for sentence in reading.heading for _, topic in sentence.of("topic")}
    chosen = title.union(of_platform, (one for one, times in counted.items() if times >= _OFTEN))
    return tuple(topic for topic in reading.catalog.topics if topic in chosen)
