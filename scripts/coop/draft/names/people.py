"""Who is named in a sentence: by the names of the catalogue, or by the form of a name."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from coop.draft.names.chinese_names import AFTER_NAME, HAN_FORMS, NEXT_ON_LIST, TITLE_BEHIND
from coop.draft.names.posts import own_post, post_told
from coop.draft.names.sides import held_side, side_told, tell_regions_apart
from coop.draft.names.someone import Someone
from coop.draft.names.spellings import (
    BEHIND_POST,
    NEXT_PLAIN,
    OF_ONE_WORD,
    ON_LIST,
    SECOND_BEHIND_POSTS,
    WITH_ENGLISH,
)
from coop.draft.names.titles import title_told
from coop.draft.patterns import Pattern, load_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.text.reading import Sentence
    from coop.draft.text.tokens import Mention

_ASIDE = load_pattern("people.aside")
_ONLY_TOLD = load_pattern("people.only_told")
_ASIDE_BEHIND = load_pattern("people.aside_behind")
_ENGLISH_NAME = load_pattern("people.english_name")
_LATIN_FORMS = (WITH_ENGLISH, _ENGLISH_NAME, BEHIND_POST, SECOND_BEHIND_POSTS, ON_LIST, OF_ONE_WORD)
_NO_LISTED_NAME = load_pattern("people.no_listed_name")
_BEHIND = load_pattern("people.behind")
_NO_NAME = load_pattern("people.no_name")
_NATIONAL_BEHIND = load_pattern("people.national_behind")
_NATIONAL = load_pattern("people.national")
_CALLED_AFTER = Pattern(
    r" (?:Memorial |Medical )?(?:University|Hospital|College|Park|Avenue|Museum|Hall)"
)
_LATIN_WORDS = Pattern(r"[A-Z][\w.'’-]* ?[A-Za-z]")
_SHORT_NAME = 2
_MOST_OF_IT = 0.7


def find_named(sentence: Sentence, catalog: Catalog, day: date | None) -> list[Someone]:
    """The people named in a sentence, in their order; not who is named only in passing.

    `day` is about when that was: who someone is depends on it.
    """
    known = [
        (mention, who) for mention, who in sentence.of("person") if _is_whole(sentence, mention)
    ]
    found = [
        Someone(
            who,
            sentence.at,
            own_post(sentence, mention.start, person, catalog, day),
            start=mention.start,
        )
        for mention, who in known
        if (person := catalog.people[who])
        if not _is_aside(sentence, mention.start, mention.end)
    ]
    spans = [range(mention.start, mention.end) for mention, _ in known]
    found += _unknown(sentence, spans)
    found += _listed_on(sentence, spans)
    found.sort(key=attrgetter("start"))
    starts = [0, *(one.start for one in found), len(sentence.text)]
    found = [one._replace(title=title_told(sentence, one.start)) for one in found]
    sided = [
        _of_side(one, held_side(one, catalog, day), side_told(one, sentence, span))
        for one, *span in zip(found, starts, starts[2:], strict=False)
    ]
    return tell_regions_apart(_share_sides(sided, sentence), sentence)


def _share_sides(people: list[Someone], sentence: Sentence) -> list[Someone]:
    """The people; who goes on a list without a title is of the side of the one before."""
    shared = people[:1]
    for one in people[1:]:
        goes_on = not one.is_known and sentence.before(one.start, 1) == "、"
        shared.append(one._replace(side=shared[-1].side or one.side) if goes_on else one)
    return shared


def _of_side(someone: Someone, held: str, told: str) -> Someone:
    """Someone with a side; a post is not meant that is of another side: 「澳門民航局局長」."""
    if held and told and held != told and not someone.is_known:
        return someone._replace(side=told, post="")
    return someone._replace(side=held or told)


def _is_aside(sentence: Sentence, start: int, end: int) -> bool:
    """Whether someone is named only in passing: thanked, or as who held a post before."""
    before = sentence.before(start, 110)
    is_only_told = any(
        span.start() <= start < span.end() for span in _ONLY_TOLD.finditer(sentence.text)
    )
    return bool(is_only_told or _ASIDE.search(before) or _ASIDE_BEHIND.match(sentence.text, end))


def _is_latin(sentence: Sentence) -> bool:
    """Whether a sentence is in English, though it may give names in Chinese beside."""
    plain = sum(sign.isascii() for sign in sentence.text)
    return plain > len(sentence.text) * _MOST_OF_IT


def _forms_in(sentence: Sentence) -> tuple[Pattern, ...]:
    """The forms of names that can stand in a sentence."""
    han = () if _is_latin(sentence) else HAN_FORMS
    return (*_LATIN_FORMS, *han) if _LATIN_WORDS.search(sentence.text) else han


def _unknown(sentence: Sentence, taken: list[range]) -> Iterator[Someone]:
    """People without a record, told by titles and the form of their names."""
    behind_posts = (
        found
        for mention, _ in sentence.of("post")
        if (found := _BEHIND.match(sentence.text, mention.end))
    )
    by_form = (
        match for pattern in _forms_in(sentence) for match in pattern.finditer(sentence.text)
    )
    for match in (*behind_posts, *by_form):
        key = next(name for name, said in match.groupdict().items() if said)
        start, end = match.span(key)
        if any(start in span or end - 1 in span for span in taken):
            continue
        if any(one.stop == start - 1 for one in taken) and sentence.text[start - 1] == " ":
            continue  # "Edmund Ho Haw Wah"
        if _CALLED_AFTER.match(sentence.text, end):
            continue
        named = (m for m in sentence.mentions if not m.of("person") or _is_whole(sentence, m))
        if any(m.start <= start < m.end for m in named) or _NO_NAME.search(match[key]):
            continue
        before = sentence.before(start, 20)
        is_alias = before.endswith("(") and any(one.stop in {start - 2, start - 1} for one in taken)
        if is_alias or _is_aside(sentence, start, end):
            continue
        taken.append(range(start, end))
        written = sentence.written(start, end)
        post = post_told(sentence, start, set())
        yield Someone(written, sentence.at, post, is_known=False, start=start)


def _listed_on(sentence: Sentence, taken: list[range]) -> Iterator[Someone]:
    """Names that go on a list without a title of their own."""
    following = NEXT_PLAIN if _is_latin(sentence) else NEXT_ON_LIST
    for span in taken:  # which grows
        match = following.match(sentence.text, span.stop)
        if not match or _NO_LISTED_NAME.search(match["name"]):
            continue
        start, end = match.span("name")
        is_other = any(m.start < end and start < m.end for m in sentence.mentions)
        if not is_other and not any(start in other for other in taken):
            taken.append(range(start, end))
            written = sentence.written(start, end)
            yield Someone(written, sentence.at, "", is_known=False, start=start)


def _is_whole(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Chinese name of two characters does not begin a longer one: 苏伟 in 苏伟文."""
    name = sentence.text[mention.start : mention.end]
    if name.isascii() or len(name) > _SHORT_NAME:
        return True
    after = sentence.text[mention.end :]
    is_end = AFTER_NAME.match(after) or TITLE_BEHIND.match(after)
    return not "\u4e00" <= after[:1] <= "\u9fff" or is_end is not None


def is_national(someone: Someone, sentence: Sentence) -> bool:
    """Whether it is a head of state or government, of whom reports speak without their presence."""
    around = sentence.before(someone.start, 20), sentence.text[someone.start :]
    return bool(_NATIONAL.search(around[0]) or _NATIONAL_BEHIND.match(around[1]))
