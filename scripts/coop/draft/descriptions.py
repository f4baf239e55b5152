"""Which platform meets where a text tells its name in pieces or in other words.

"The 7th meeting of a joint task force on the park in the Loop", 「第7屆氣象業務合作會議」: a name
has sides, words for what it is about, and a word for the form of the body. All must be told with
the meeting's number, and fit one platform only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coop.catalog import once
from coop.draft.patterns import NUMBER, Pattern, load_pattern, load_words
from coop.draft.tokens import fold_script, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.draft.reading import Reading, Sentence
    from coop.model import Platform


def _table(name: str) -> dict[str, Pattern]:
    pairs = (line.split(" = ", 1) for line in load_words(name))
    return {key: Pattern(pattern, re.IGNORECASE) for key, pattern in pairs}


_NUMBER = Pattern(NUMBER, re.IGNORECASE)
_LEAD, _LATER = 2, 6
_SHORT, _STEM = 4, 5
_MANY = 4
_MOST_OF_THEM = 0.75
_AROUND, _FAR = 40, 90
_LONGEST = 420
_SIDES = _table("platforms.sides")
_FORMS = _table("platforms.forms")
_SAME = _table("platforms.same")
_GENERIC = load_pattern("platforms.generic")
_GENERIC_ZH = load_pattern("platforms.generic_zh")
_MEETS = load_pattern("platforms.meets")
_APART = load_pattern("platforms.apart")
_CLAUSE = load_pattern("platforms.clause")
_THIS_IS = load_pattern("platforms.this_is")
_OTHER_TIME = load_pattern("event.other_time")
_HONG_KONG = load_pattern("platforms.hong_kong")
_HONG_KONG_IN = load_pattern("platforms.hong_kong_in")
_NO_PLATFORM = load_pattern("platforms.no_platform")
_YEARLY = "review"  # told by its year, not by a number: "the 2012 review meeting"
_OF_THEIR_OWN = {"guangdong", "macao"}  # a meeting in which they have part is named after them


class Signature(NamedTuple):
    """What a name of a platform says: its sides, the form of the body, stems of its subject."""

    platform: str
    sides: frozenset[str]
    form: str
    words: frozenset[str]

    def fits(self, words: set[str], forms: list[str]) -> bool:
        """Whether a phrase tells the form and the subject; of a long name most of the words."""
        if len(self.words) < _MANY:
            return self.form in forms and self.words <= words
        return bool(forms) and len(self.words & words) >= len(self.words) * _MOST_OF_THEM


class Described(NamedTuple):
    """Where a platform is told of in other words, and the number of its meeting if it has one."""

    platform: str
    sentence: Sentence
    number: re.Match[str] | None
    is_sure: bool


def find_described(reading: Reading) -> Described | None:
    """The one platform whose sides, subject and form an early sentence tells with a number."""
    lead = reading.lead(_LEAD)
    sides = {side for one in lead for side in _list_keys(_SIDES, one.text)}
    signatures = [one for one in list_signatures(reading.catalog) if one.sides <= sides]
    is_of_others = len(sides) > 1 and not any(_HONG_KONG.search(one.text) for one in lead)
    if is_of_others:  # Hong Kong is the other side of a name with one alone
        signatures = [one for one in signatures if len(one.sides) > 1]
    later = (one for one in reading.lead(_LATER)[len(lead) :] if _THIS_IS.search(one.text))
    for sentence in (*lead, *reading.captions, *later):
        for number in _NUMBER.finditer(sentence.text):
            if _OTHER_TIME.search(sentence.before(number.start(), _FAR)):
                continue
            best = _best(signatures, _phrase_of(_without_posts(sentence), number))
            if best:
                return Described(best.platform, sentence, number, is_sure=True)
    yearly = [one for one in signatures if one.form == _YEARLY]
    found = ((one, _best(yearly, _without_posts(one))) for one in lead)
    return next(
        (Described(best.platform, one, None, is_sure=False) for one, best in found if best), None
    )


def numbers_of_sides(sentence: Sentence) -> Iterator[re.Match[str]]:
    """The numbers of meetings that the words around them say are of Hong Kong and another side."""
    for number in _NUMBER.finditer(sentence.text):
        if _OTHER_TIME.search(sentence.before(number.start(), _FAR)):
            continue
        phrase = _phrase_of(_without_posts(sentence), number, can_be_apart=True)
        others = _list_keys(_SIDES, phrase) or [*sentence.of("place")][1:]
        if others and _HONG_KONG_IN.search(phrase) and not _NO_PLATFORM.search(phrase):
            yield number


def _best(signatures: list[Signature], phrase: str) -> Signature | None:
    """The signature of which a phrase tells everything, if no other platform's tells as much."""
    words, forms = set(_stems(phrase)), _list_keys(_FORMS, phrase)
    told = _OF_THEIR_OWN.intersection(_list_keys(_SIDES, phrase))
    fit = [one for one in signatures if told <= one.sides and one.fits(words, forms)]
    most = max((len(one.words & words) for one in fit), default=0)
    best = {one.platform: one for one in fit if len(one.words & words) == most}
    return best.popitem()[1] if len(best) == 1 else None


def _without_posts(sentence: Sentence) -> str:
    """The text with blanks for posts, whose names tell subjects too: "Secretary for Innovation"."""
    text = sentence.text
    for post in sentence.posts:
        text = text[: post.start] + " " * (post.end - post.start) + text[post.end :]
    return text


def _phrase_of(text: str, number: re.Match[str], *, can_be_apart: bool = False) -> str:
    """What the number of a meeting belongs to: in Chinese its clause; empty if of no meeting."""
    meets = _MEETS.match(text, number.end())
    if not meets or len(text) > _LONGEST:
        return ""
    if number["en"] or number["first"]:
        phrase = text
    else:
        cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(text, 0, number.start()))]
        phrase = text[cuts[-1] : meets.end()]
    is_apart = _APART.search(text, number.start(), meets.end() + _AROUND) is not None
    return "" if is_apart and not can_be_apart else phrase


@once
def list_signatures(catalog: Catalog) -> tuple[Signature, ...]:
    """What the names of all platforms say; not of those that are named after their sides alone."""
    return tuple(one for platform in catalog.platforms.values() for one in _signatures_of(platform))


def _signatures_of(platform: Platform) -> Iterator[Signature]:
    texts = (platform.name, platform.short, *platform.other_names)
    names = [fold_script(name) for text in texts if text for _, name in text.items()]
    sides = frozenset(side for name in names for side in _list_keys(_SIDES, name))
    for name in dict.fromkeys(names):
        form = next(iter(_list_keys(_FORMS, name)), "")
        words = frozenset(_stems(name))
        if form and words and sides:
            yield Signature(platform.id, sides, form, words)


def _list_keys(table: dict[str, Pattern], text: str) -> list[str]:
    return [key for key, pattern in table.items() if pattern.search(text)]


def _stems(text: str) -> Iterator[str]:
    """The beginnings of English words, and neighbouring characters, that tell a subject."""
    for usual, other in _SAME.items():
        text = other.sub(usual, text)
    if text.isascii():
        words = (token.word for token in split_words(text) if token.word != "|")
        telling = (one for one in words if len(one) >= _SHORT and not _GENERIC.fullmatch(one))
        yield from (word[:_STEM] for word in telling)
    else:
        for part in _GENERIC_ZH.sub(" ", text).split():
            yield from (part[at : at + 2] for at in range(len(part) - 1))
