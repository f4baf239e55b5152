"""The platform whose meeting a release tells of, and which meeting it is in number."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern
from coop.draft.platforms.descriptions import find_described, find_series, numbers_of_sides
from coop.draft.platforms.numbering import find_numbers, number_beside, only_number, read_number
from coop.draft.platforms.ordinals import find_number, number_alone, number_apart
from coop.draft.platforms.phrases import is_ahead
from coop.draft.platforms.sessions import list_sessions
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.text.reading import Reading, Sentence
    from coop.draft.text.tokens import Mention

_LEAD = 2
_THIS_LEAD = 4
_MACAO, _MANY = "macao-government", 4
_WEEKS = timedelta(days=14)
_OTHER_TIME = load_pattern("event.other_time")
_MEETING_WORD = load_pattern("event.meeting_word")
_GOES_FOR = load_pattern("event.goes_for")
_MET_AFTER = load_pattern("event.met_after")
_TRIP = load_pattern("event.trip")
_AT_IT = load_pattern("event.at_it")
_ATTENDED = load_pattern("event.attended")
_NO_MEETING = load_pattern("event.no_meeting")
_OF_PROVINCE = load_pattern("platforms.of_province")
_RELIED_ON = load_pattern("platforms.relied_on")
_OFFICE_OF_BOTH = load_pattern("platforms.office_of_both")
_HONG_KONG_TOLD = load_pattern("platforms.hong_kong_told")
_MACAO_TOLD = load_pattern("platforms.macao_told")
_DURING = load_pattern("event.during")
_MEANWHILE = load_pattern("event.meanwhile")
_CHAIRED_OF = load_pattern("event.chaired_of")
_CHAIRED_AFTER = load_pattern("event.chaired_after")
_THIS_ONE = load_pattern("event.this_one")
_THIS_TRIP = load_pattern("event.this_trip")
_NUMBERED_MEETING = load_pattern("event.numbered_meeting")
_GROUP_MET = load_pattern("event.group_met")
_OF_THE_BODY = load_pattern("event.of_the_body")
_ALSO_ATTENDS = load_pattern("event.also_attends")
_SINCE_THEN = load_pattern("event.since_then")
_LONG_AGO = load_pattern("event.long_ago")
_LOOKED_FORWARD = load_pattern("event.looked_forward")
_WORKING_MEETING_OF = load_pattern("event.working_meeting_of")
_WORKING_MEETING = load_pattern("event.working_meeting")


def find_platform(reading: Reading) -> tuple[Found | None, Found | None]:
    """The platform whose meeting it is and the meeting's number, as far as they are said."""
    platform, number = _find_named(reading)
    if platform and _is_without_hong_kong(reading, platform.value):
        return None, number
    return platform, number


def _find_named(reading: Reading) -> tuple[Found | None, Found | None]:
    """The platform that a text names or describes, and the number of its meeting."""
    for sentence, mention, platform in _named(reading):
        number = number_beside(sentence, mention)
        around = sentence.text[max(0, mention.start - 60) : mention.end + 40]
        is_said = sentence.paragraph.number != 1  # in the title, or "this one" further down
        number = number or find_number(reading, sentence, mention, platform)
        number = number or _number_described(reading, platform)
        is_met = _MEETING_WORD.search(around) or _GOES_FOR.search(
            sentence.before(mention.start, 80)
        )
        if number or is_said or is_met:
            told = number or number_alone(reading)
            value = Found(str(told[0]), told[1].at, is_sure=number is not None) if told else None
            return Found(platform, sentence.at), value
    other = _attended_on_trip(reading) or _met_below(reading) or _described(reading)
    if other:
        return other
    series = None if _is_trip(reading) else find_series(reading)
    apart = number_apart(reading) if series else None
    if apart and apart[0] > 1:  # "the first since travel resumed" is none
        return series, Found(str(apart[0]), apart[1].at, is_sure=False)
    return series, _number_of_none(reading)


def _is_without_hong_kong(reading: Reading, platform: str) -> bool:
    """Whether a text tells of Macao and others alone, which have series of the same names.

    Not where it is one of many governments, to which Macao belongs too.
    """
    parties = reading.catalog.platforms[platform].parties
    if _MACAO in parties and len(parties) >= _MANY:
        return False
    text = "".join(one.text for one in (*reading.lead(1), *reading.captions))
    text = _OFFICE_OF_BOTH.sub("", text)
    return _MACAO_TOLD.search(text) is not None and not _HONG_KONG_TOLD.search(text)


def _is_trip(reading: Reading) -> bool:
    """Whether the title, else the first sentence, speaks of a visit or a call."""
    return any(_TRIP.search(one.text) for one in reading.heading or reading.body[:1])


def _described(reading: Reading) -> tuple[Found, Found | None] | None:
    """The platform told in other words than its name, with the number of its meeting."""
    named = (platform for one in reading.lead(_LEAD) for _, platform in one.of("platform"))
    told = find_described(reading, apart=frozenset(named))
    if not told or (told.sentence.paragraph.number > 1 and _is_trip(reading)):
        return None
    platform = Found(told.platform, told.sentence.at, told.is_sure)
    if told.number and (number := read_number(told.number)):
        return platform, Found(str(number), told.sentence.at, told.is_sure)
    apart = number_apart(reading)
    return platform, Found(str(apart[0]), apart[1].at, is_sure=False) if apart else None


def _number_described(reading: Reading, platform: str) -> tuple[int, Sentence] | None:
    """The number of the platform's meeting, told with other words for it than its name."""
    told = find_described(reading)
    number = read_number(told.number) if told and told.number else None
    return (number, told.sentence) if told and number and told.platform == platform else None


def _met_below(reading: Reading) -> tuple[Found, Found] | None:
    """The platform named first, where a later sentence says: "The group held its ninth meeting".

    Else the only one named, where any says: "the first meeting under the mechanism".
    """
    named = [one for sentence in reading.lead(1) for _, one in sentence.of("platform")]
    for sentence in reading.lead(_THIS_LEAD) if named else ():
        number = only_number(sentence) if _GROUP_MET.search(sentence.text) else None
        if number:
            return Found(named[0], sentence.at), Found(str(number[0]), sentence.at)
    alone = {one for sentence in reading.body for _, one in sentence.of("platform")}
    for sentence in reading.body if len(alone) == 1 and not _is_trip(reading) else ():
        number = only_number(sentence) if _OF_THE_BODY.search(sentence.text) else None
        if number:
            return Found(alone.pop(), sentence.at), Found(str(number[0]), sentence.at)
    return None


def _number_of_none(reading: Reading) -> Found | None:
    """The number of a meeting that belongs to no platform on record: "seventh Working Meeting".

    A visit or a call has no number, whatever meeting it is told with; one that title or first
    sentence say was held is none.
    """
    for sentence in (*reading.heading, *reading.body[:1]):
        held = [one.number for one in list_sessions(sentence) if one.is_held and one.number]
        if len(held) == 1:
            return Found(str(held[0]), sentence.at, is_sure=False)
    if _is_trip(reading):
        return None
    for sentence in (*reading.heading, *reading.body[:1], *reading.captions, *reading.lead(_LEAD)):
        for found in find_numbers(sentence.text):
            is_it = _NUMBERED_MEETING.match(sentence.text[found.end() :])
            is_to_come = is_ahead(sentence, found)
            if (
                is_it
                and not is_to_come
                and not _OTHER_TIME.search(sentence.before(found.start(), 90))
            ):
                return Found(str(read_number(found)), sentence.at, is_sure=False)
    for sentence in (*reading.heading, *reading.body[:1]):
        numbers = {read_number(found) for found in numbers_of_sides(sentence)}
        if len(numbers) == 1:
            return Found(str(numbers.pop()), sentence.at, is_sure=False)
    return None


def _attended_on_trip(reading: Reading) -> tuple[Found, Found] | None:
    """The one meeting, told with its number, for which the first paragraph says a trip is made.

    It is not sure: the event is the trip.
    """
    told = [
        (platform, number)
        for sentence in reading.body
        if sentence.paragraph.number == 1
        for mention, platform in sentence.of("platform")
        if _DURING.search(sentence.before(mention.start, 80))
        and _ATTENDED.search(sentence.before(mention.start, 80))
        and (number := number_beside(sentence, mention))
    ]
    if len(told) != 1:
        return None
    platform, (count, sentence) = told[0]
    return Found(platform, sentence.at, is_sure=False), Found(str(count), sentence.at)


def _named(reading: Reading) -> Iterator[tuple[Sentence, Mention, str]]:
    """Where a platform is named so that the release may be of its meeting.

    A release of a visit or a call is of that, unless its first sentence tells of the meeting
    or it says early who chairs it.
    """
    is_trip = _is_trip(reading)
    for sentence in (*reading.lead(_THIS_LEAD), *reading.captions):
        for mention, platform in sentence.of("platform"):
            if _may_be_of_it(reading, sentence, mention, is_trip=is_trip):
                yield sentence, mention, platform


def _may_be_of_it(reading: Reading, sentence: Sentence, mention: Mention, *, is_trip: bool) -> bool:
    """Whether a release may be of the meeting of a platform that a sentence names."""
    number = number_beside(sentence, mention)
    before, after = sentence.before(mention.start, 80), sentence.text[mention.end :]
    at_it = sentence.paragraph.number <= 1 and _AT_IT.match(after)
    first = bool(at_it) or sentence in (*reading.heading, *reading.body[:1])
    told = number or at_it or _MET_AFTER.match(after) or _ATTENDED.search(before)
    is_this = _THIS_ONE.search(before) or (number and _is_held(sentence, mention, reading))
    is_this = is_this and not _is_past(sentence, reading)
    is_own = ((number or is_this) and _is_chaired(before, after)) or _THIS_TRIP.search(before)
    if (is_trip and not (first and told)) and sentence.paragraph.number and not is_own:
        return False
    late = sentence.paragraph.number > _LEAD or not number
    if sentence.paragraph.number > 1 and late and not (is_this or is_own):
        return False
    if (is_trip and _ALSO_ATTENDS.search(before)) or (not number and _is_no_meeting(before, after)):
        return False
    return not _is_of_another(before, after, is_first=first)


def _is_no_meeting(before: str, after: str) -> bool:
    """Whether the words around a platform's name tell of what it is, and not of its meeting."""
    return bool(_NO_MEETING.match(after) or _RELIED_ON.search(before))


def _is_of_another(before: str, after: str, *, is_first: bool) -> bool:
    """Whether the words around a platform's name tell of another event or of a province's body."""
    is_aside = _DURING.search(before) or _MEANWHILE.match(after)
    is_later = not is_first and _LOOKED_FORWARD.search(before)
    is_other = _OTHER_TIME.search(before[-40:]) or _OF_PROVINCE.search(before[-4:])
    return bool(is_aside or is_later or is_other)


def _is_chaired(before: str, after: str) -> bool:
    """Whether the words around a platform's name tell who chairs its meeting this time."""
    is_told = _CHAIRED_OF.search(before) or _CHAIRED_AFTER.match(after)
    return is_told is not None and not _SINCE_THEN.search(before)


def _is_held(sentence: Sentence, mention: Mention, reading: Reading) -> bool:
    """Whether a sentence says that a platform's meeting was held, on a day up to the text's."""
    told = reading.published
    has_day = told and any(day.last <= told for day in sentence.days if day.form != "month")
    return bool(has_day and _MET_AFTER.match(sentence.text, mention.end))


def _is_past(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence tells of a time that is weeks before the text."""
    told = reading.published
    is_before = told and any(day.last < told - _WEEKS for day in sentence.days)
    return bool(is_before or _LONG_AGO.search(sentence.text))


def names_working_meeting(sentence: Sentence, platform: str) -> bool:
    """Whether a sentence names a working meeting of a platform, and not only a group of it."""
    return any(
        _WORKING_MEETING_OF.search(sentence.before(mention.start))
        or _WORKING_MEETING.match(sentence.text, mention.end)
        for mention, named in sentence.of("platform")
        if named == platform
    )
