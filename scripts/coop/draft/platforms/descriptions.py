"""Which platform meets where a text tells its name in pieces or in other words.

"The 7th meeting of a joint task force on the park in the Loop", 「第7屆氣象業務合作會議」: a name
has sides, words for what it is about, and a word for the form of the body. All must be told with
the meeting's number, and fit one platform only. A name of sides alone is known where nothing else
is said: "the 12th high-level meeting on Hong Kong-Macao co-operation".
"""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import load_pattern
from coop.draft.platforms.phrases import (
    Name,
    is_ahead,
    name_around,
    numbers_in,
    phrase_of,
    without_posts,
)
from coop.draft.platforms.signatures import (
    HONG_KONG_IN,
    YEARLY,
    Signature,
    list_forms,
    list_sides,
    list_signatures,
    list_stems,
    says_no_subject,
)
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from coop.draft.text.reading import Reading, Sentence

_LEAD, _LATER = 2, 6
_MOST_NAMES = 30  # no sentence of a report has as many
_YEAR = timedelta(days=366)
_APART = load_pattern("platforms.apart")
_OF_PROVINCE = load_pattern("platforms.of_province")
_SERIES = load_pattern("platforms.series")
_THIS_SERIES = load_pattern("platforms.this_series")
_TITLE_ENDS = load_pattern("platforms.title_ends")
_THIS_IS = load_pattern("platforms.this_is")
_OTHER_TIME = load_pattern("event.other_time")
_NO_PLATFORM = load_pattern("platforms.no_platform")
_BAY_AREA = load_pattern("platforms.bay_area")
_GROUP = load_pattern("platforms.group")
_BODY = load_pattern("platforms.body")
_VENUE = load_pattern("platforms.venue")
_NO_MEETING = load_pattern("event.no_meeting")
_MEETING_WORD = load_pattern("event.meeting_word")
_ANY_BODY, _MECHANISM = "meeting", "mechanism"
_NINE_AND_TWO = {"pan-prd"}  # Hong Kong is one of them
_OF_THEIR_OWN = {"guangdong", "macao"}  # a meeting in which they have part is named after them


class Described(NamedTuple):
    """Where a platform is told of in other words, and the number of its meeting if it has one."""

    platform: str
    sentence: Sentence
    number: re.Match[str] | None
    is_sure: bool


def find_described(reading: Reading, apart: frozenset[str] = frozenset()) -> Described | None:
    """The one platform whose sides, subject and form an early sentence tells with a number.

    Else that whose meeting the title or the first paragraph tells without one; that is not sure.
    The platforms `apart` are not meant where sides alone are told.
    """
    lead = reading.lead(_LEAD)
    possible = _list_possible(reading, lead)
    signatures = [one for one in possible if one.words or one.platform not in apart]
    later = (one for one in reading.lead(_LATER)[len(lead) :] if _THIS_IS.search(one.text))
    for sentence in (*lead, *reading.captions, *later):
        for number in numbers_in(sentence):
            found = _of_number(signatures, sentence, number)
            if found and not is_ahead(sentence, number):
                return found
    yearly = [one for one in signatures if one.form == YEARLY]
    for sentence in lead:
        best = _best(yearly, without_posts(sentence)) or _of_name(signatures, sentence)
        if best:
            return Described(best.platform, sentence, None, is_sure=False)
    return None


def find_series(reading: Reading) -> Found | None:
    """The platform whose series of meetings a text tells of: "the meeting, held twice a year"."""
    told = [one for one in reading.body if _SERIES.search(one.text)]
    named = {platform: one.at for one in told for _, platform in one.of("platform")}
    if not named:
        long = [one for one in _list_possible(reading, reading.body) if len(one.words) > 1]
        opening = "".join(one.text for one in reading.lead(1))
        best = ((_best(long, _said_of(one, opening)), one.at) for one in told)
        named = {found.platform: at for found, at in best if found}
    return Found(*named.popitem(), is_sure=False) if len(named) == 1 else None


def _said_of(sentence: Sentence, opening: str) -> str:
    """What is said of a series: "this meeting" is the one of which the opening tells."""
    text = without_posts(sentence)
    return f"{opening} {text}" if _THIS_SERIES.search(text) else text


def _list_possible(reading: Reading, lead: tuple[Sentence, ...]) -> list[Signature]:
    """What the names say of the platforms whose sides are all told."""
    sides = {side for one in lead for side in list_sides(one.text)}
    if any(_BAY_AREA.search(one.text) for one in lead):
        sides |= _OF_THEIR_OWN
    found = [one for one in _standing(reading) if one.sides <= sides]
    if len(sides) > 1 and not any(_is_with_hong_kong(one.text) for one in lead):
        found = [one for one in found if len(one.sides) != 1]  # Hong Kong is the other side
    return found


def _of_number(
    signatures: list[Signature], sentence: Sentence, number: re.Match[str]
) -> Described | None:
    """The platform that the words around the number of a meeting tell."""
    text = without_posts(sentence)
    phrase = phrase_of(text, number)
    if not phrase:
        return None
    name = name_around(text, number.start(), number.end())
    if _OF_PROVINCE.search(name.text):
        return None
    best = _best(signatures, phrase) or _of_sides(signatures, name)
    if best and _is_its_meeting(best, name):
        is_near = best.sides or best.words <= set(list_stems(name.text))
        return Described(best.platform, sentence, number, is_sure=bool(is_near))
    if HONG_KONG_IN.search(phrase) and list_forms(phrase) == [_ANY_BODY]:
        sides = set(list_sides(phrase))
        told = [one for one in signatures if sides and one.sides == sides and len(one.words) > 1]
        bodies = [one._replace(form=_ANY_BODY) for one in told]
        if best := _best(bodies, phrase):
            return Described(best.platform, sentence, number, is_sure=False)
    return None


def _is_with_hong_kong(text: str) -> bool:
    return bool(HONG_KONG_IN.search(text) or _NINE_AND_TWO.intersection(list_sides(text)))


def _is_its_meeting(signature: Signature, name: Name) -> bool:
    """Whether a numbered meeting is not of some group that is told of in between."""
    if not signature.sides:
        return _is_of_body(signature, name.text)
    is_near = signature.words <= set(list_stems(name.text))
    return is_near or signature.form != _ANY_BODY or not _GROUP.search(name.before)


def _is_of_body(signature: Signature, name: str) -> bool:
    """Whether a name of a meeting tells of no other form of a body."""
    return set(list_forms(name)) <= {signature.form, _ANY_BODY, _MECHANISM, YEARLY}


def _of_name(signatures: list[Signature], sentence: Sentence) -> Signature | None:
    """The platform whose meeting the title or the first paragraph tells without a number."""
    text = without_posts(sentence)
    if sentence.paragraph.number > 1 or _NO_PLATFORM.search(text):
        return None
    for body in islice(_BODY.finditer(text), _MOST_NAMES):
        name = name_around(text, body.start(), body.end())
        around = text[body.end() :], name.before[-20:]
        is_title = sentence.paragraph.number == 0 and _TITLE_ENDS.match(body[0])
        is_met = (is_title and not around[0]) or any(_MEETING_WORD.search(one) for one in around)
        if (
            not is_met
            or _NO_MEETING.match(text, body.end())
            or _APART.search(name.text)
            or _OF_PROVINCE.search(name.text)
            or _OTHER_TIME.search(name.before)
        ):
            continue
        name = Name(f"{name.text} {body[0]}", name.before)
        telling = [one for one in signatures if _tells_enough(one, body[0], name)]
        if best := _of_sides(signatures, name) or _best(telling, name.text):
            return best
    return None


def _tells_enough(signature: Signature, body: str, name: Name) -> bool:
    """Whether a name is long enough to mean a platform where no number says that it is one's."""
    is_long = len(signature.words) > 1 or signature.form != _ANY_BODY
    is_long |= len(signature.sides) > 1 and signature.sides == set(list_sides(name.text))
    is_here = not signature.sides or _is_with_hong_kong(f"{name.text} {name.before}")
    return bool(signature.words) and is_long and is_here and _is_of_body(signature, body)


def _standing(reading: Reading) -> Iterator[Signature]:
    """What the names say of the platforms that there were when the text came out."""
    told = reading.published
    for one in list_signatures(reading.catalog):
        platform = reading.catalog.platforms[one.platform]
        begins, ends = platform.established, platform.ended
        is_early = told and begins and begins.start and told < begins.start - _YEAR
        is_late = told and ends and ends.end and told > ends.end + _YEAR
        if not (is_early or is_late):
            yield one


def numbers_of_sides(sentence: Sentence) -> Iterator[re.Match[str]]:
    """The numbers of meetings that the words around them say are of Hong Kong and another side."""
    for number in numbers_in(sentence):
        phrase = phrase_of(without_posts(sentence), number, can_be_apart=True)
        others = list_sides(phrase) or [*sentence.of("place")][1:]
        if others and HONG_KONG_IN.search(phrase) and not _NO_PLATFORM.search(phrase):
            yield number


def _best(signatures: list[Signature], phrase: str) -> Signature | None:
    """The signature of which a phrase tells everything, if no other platform's tells as much."""
    words, forms = set(list_stems(phrase)), list_forms(phrase)
    told = (_OF_THEIR_OWN | _NINE_AND_TWO).intersection(list_sides(phrase))
    fit = [
        one
        for one in signatures
        if one.words and (told <= one.sides or not one.sides) and one.fits(words, forms)
    ]
    most = max((len(one.words & words) for one in fit), default=0)
    best = {one.platform: one for one in fit if len(one.words & words) == most}
    return best.popitem()[1] if len(best) == 1 else None


def _of_sides(signatures: list[Signature], name: Name) -> Signature | None:
    """The platform that is named after its sides alone, where a name says no more."""
    told = f"{name.text} {name.before}"
    if not says_no_subject(name.text) or not _is_with_hong_kong(told):
        return None
    forms = [form for form in list_forms(name.text) if form != _MECHANISM]
    sides = set(list_sides(name.text) or list_sides(_VENUE.sub("", name.before)))
    fit = {
        one.platform: one
        for one in signatures
        if not one.words and one.sides == sides and one.form in forms[:1]
    }
    return fit.popitem()[1] if len(fit) == 1 else None
