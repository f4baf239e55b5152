"""The plans that a release names, and the one that it tells has come out."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from coop.chronology import plan_date
from coop.draft.patterns import load_pattern
from coop.draft.text.lines import is_notice_title
from coop.draft.text.reading import Found
from coop.numerals import read_chinese_number, read_english_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.draft.text.reading import Reading, Sentence

_LEAD = 4
_OPENING = 12
_SHORTLY = 10
_NEAR = timedelta(days=60)
_WHOLE = 15  # characters; what is shorter is a label: "Date of this paper:"
_COUNTED = load_pattern("event.counted")
_FIVE_YEARS = load_pattern("event.five_years")
_APPROVAL_OF = load_pattern("event.approval_of")
_NAME_GOES_ON = load_pattern("event.name_goes_on")
_ISSUED = load_pattern("event.issued")
_DOCUMENT_NAME = load_pattern("event.document_name")
_GIVEN_OUT = load_pattern("event.given_out")
_HANDED_DOWN = load_pattern("event.handed_down")
_PLAN_ISSUED = load_pattern("event.plan_issued")
_PRESS_MET = load_pattern("event.press_met")
_WELCOMED = load_pattern("event.welcomed")
_MEETING_WORD = load_pattern("event.meeting_word")


def find_plans(reading: Reading) -> tuple[Found, ...]:
    """The plans that the text names, in the order of mention."""
    found: dict[str, Found] = {}
    for sentence in (*reading.heading, *reading.body):
        for plan in _plans_in(reading, sentence):
            found.setdefault(plan, Found(plan, sentence.at))
    for plan, at in _parts_of(reading, found):
        found.setdefault(plan, Found(plan, at))
    return tuple(found.values())


def _parts_of(reading: Reading, named: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The plans that a text calls by what their names add to that of another plan named in it."""
    wholes = {short for one in named if (short := reading.catalog.plans[one].short)}
    bases = {short.en for short in wholes}
    for sentence in (*reading.heading, *reading.body) if bases else ():
        for mention in sentence.mentions:
            ids = [one for one in mention.of("part") if _base_of(reading, one) in bases]
            if plan := _of_that_time(reading, ids):
                yield plan, sentence.at


def _base_of(reading: Reading, plan: str) -> str:
    return (reading.catalog.plans[plan].name.en or "").partition(" ")[0]


def _plans_in(reading: Reading, sentence: Sentence, *, quoted: bool = True) -> Iterable[str]:
    """The plans named in a sentence, those in another's name if wanted: 《落實〈綱要〉的意見》."""
    spans = []
    for mention in sentence.mentions:
        is_own = not sentence.before(mention.start).endswith("〈")
        is_own = is_own or _APPROVAL_OF.match(sentence.text, mention.end) is not None
        if (quoted or is_own) and (ids := mention.of("plan")):
            spans.append(range(mention.start, mention.end))
            counted = _COUNTED.search(sentence.before(mention.start, 20))
            is_part = _NAME_GOES_ON.match(sentence.text, mention.end)
            if not (counted or is_part) and (plan := _of_that_time(reading, ids)):
                yield plan
    for found in _FIVE_YEARS.finditer(sentence.text):
        told = found["en"]
        number = read_english_ordinal(told) if told else read_chinese_number(found["zh"])
        plan = f"national-{number}th-five-year-plan"
        inside = any(found.start() in span for span in spans)
        if plan in reading.catalog.plans and not inside:
            yield plan


def _of_that_time(reading: Reading, ids: list[str]) -> str:
    """Of plans with one name the latest that was out when the text was.

    One is also spoken of in the year before it comes out.
    """
    told = reading.published.isoformat() if reading.published else "9998"
    soon = f"{int(told[:4]) + 1}{told[4:]}"
    dated = sorted(
        (when.edtf if (when := plan_date(reading.catalog.plans[one])) else "", one) for one in ids
    )
    coming = (one for day, one in dated if told < day <= soon)
    return next((one for day, one in reversed(dated) if day <= told), next(coming, ""))


def find_issued_plan(reading: Reading) -> str:
    """The plan that the text says has come out; empty where it tells of an event."""
    if not is_of_issue(reading):
        return ""
    named = (
        plan for sentence in reading.lead(1) for plan in _plans_in(reading, sentence, quoted=False)
    )
    return next((plan for plan in named if _is_new(reading, plan)), "") or _issued_then(reading)


def _is_new(reading: Reading, plan: str) -> bool:
    """Whether a plan came out about when the text did; what is older it carries out or amends."""
    when = plan_date(reading.catalog.plans[plan])
    told = reading.published
    if not (told and when and when.start and when.end):
        return True
    return when.start - _NEAR <= told <= when.end + _NEAR


def _issued_then(reading: Reading) -> str:
    """The one plan on record for a place that the text names, issued on a day that it names.

    Where it names no day, it is one that came out or was approved shortly before the text.
    """
    lead = reading.lead(_LEAD)
    days = {day.first for sentence in lead for day in sentence.days}
    told = reading.published
    if told and not days:
        days = {told - timedelta(days=gone) for gone in range(_SHORTLY)}
    places = {place for sentence in lead for _, place in sentence.of("place")}
    found = [
        plan.id
        for plan in reading.catalog.plans.values()
        if any(when and when.start in days for when in (plan.issued, plan.approved, plan.announced))
        if places.intersection(plan.places)
    ]
    return found[0] if len(found) == 1 else ""


def is_document(reading: Reading) -> bool:
    """Whether a text is an official document, or goes on with one: by its title or its opening.

    One whose title is cut in two, or is unlike others, says itself that it is handed down.
    """
    lines = (reading.release.heading, *reading.release.paragraphs)
    if any(is_notice_title(one.text) for one in lines):
        return True
    if any(_HANDED_DOWN.search(one.text) for one in reading.lead(_OPENING)):
        return True
    is_named = _DOCUMENT_NAME.search(reading.release.heading.folded) is not None
    return is_named and any(_GIVEN_OUT.search(one.text) for one in reading.lead(_OPENING))


def is_of_issue(reading: Reading) -> bool:
    """Whether the title says that something has come out, and tells of no meeting.

    The first sentence may say so instead: that someone welcomes it, or that a plan was issued.
    """
    title = reading.release.heading.folded
    if _MEETING_WORD.search(title):
        return False
    body = (one for one in reading.body if one.paragraph.number > reading.has_deck)
    whole = (one.text for one in body if len(one.text) >= _WHOLE)
    opening = [_PRESS_MET.sub("", text) for text in islice(whole, 2)]
    before_meeting = takewhile(lambda text: not _MEETING_WORD.search(text), opening)
    is_told = _PLAN_ISSUED.search(title) is not None or any(
        _WELCOMED.search(text) or _PLAN_ISSUED.search(text) for text in before_meeting
    )
    return is_told or _ISSUED.search(title) is not None or is_document(reading)
