"""Who is named in a sentence: by the names of the catalogue, or by the form of a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import load_pattern
from coop.draft.spellings import (
    BEHIND_POST,
    OF_ONE_WORD,
    ON_LIST,
    SECOND_BEHIND_POSTS,
    WITH_ENGLISH,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.reading import Sentence
    from coop.draft.tokens import Mention
    from coop.model import Person

_ASIDE = load_pattern("people.aside")
_ONLY_TOLD = load_pattern("people.only_told")
_ASIDE_BEHIND = load_pattern("people.aside_behind")
_ENGLISH_NAME = load_pattern("people.english_name")
_CHINESE_NAME = re.compile(
    rf"(?:{load_pattern('people.title').pattern})(?:\([^()]{{1,14}}\))?"
    rf"(?P<name>(?:{load_pattern('people.surname').pattern})[\u4e00-\u9fff]{{1,3}}?)"
    rf"(?={load_pattern('people.after_name').pattern}|$)"
)
_CHINESE_NAME_FIRST = re.compile(  # 「深圳市政府王守睿副市長」
    rf"(?:(?<=[府省市局部委厅署处司室心会院校区由，。；])|(?<=海关)|^)(?P<name>(?:{load_pattern('people.surname').pattern})"
    rf"(?:(?!{load_pattern('people.no_given_name').pattern})[\u4e00-\u9fff]){{1,2}}?)(?={load_pattern('people.title_behind').pattern})"
)
_CHINESE_NAME_LED = re.compile(  # 「由夏雅朗先生率領的訪問團」、「以夏雅朗為團長的訪問團」
    rf"[由以](?P<name>(?:{load_pattern('people.surname').pattern})[\u4e00-\u9fff]{{1,2}}?)"
    rf"(?={load_pattern('people.as_leader').pattern})"
)
_CHINESE_NAME_BARE = re.compile(  # 「參加會見的有甲、乙」
    rf"(?:会[见晤面谈议]|活动)的(?:还)?有[：:]?"
    rf"(?P<name>(?:{load_pattern('people.surname').pattern})[\u4e00-\u9fff]{{1,2}}?)(?=[、，。和及])"
)
_CHINESE_NAME_DOTTED = re.compile(  # 「自治區主席艾力·吐爾遜」
    rf"(?:{load_pattern('people.title').pattern})"
    rf"(?P<name>[\u4e00-\u9fff]{{1,6}}(?:[·•‧・][\u4e00-\u9fff]{{1,6}}?){{1,2}})"
    rf"(?={load_pattern('people.after_name').pattern}|$)"
)
_LATIN_FORMS = (WITH_ENGLISH, _ENGLISH_NAME, BEHIND_POST, SECOND_BEHIND_POSTS, ON_LIST, OF_ONE_WORD)
_HAN_FORMS = (
    _CHINESE_NAME,
    _CHINESE_NAME_FIRST,
    _CHINESE_NAME_LED,
    _CHINESE_NAME_BARE,
    _CHINESE_NAME_DOTTED,
)
_NEXT_IN_LIST = re.compile(  # 「副秘書長甲及乙」: the title is said once
    rf"(?:\([^()]{{1,8}}\)|博士|教授|医生|先生|女士)?(?:、|，?(?:以及|及|和|与))"
    rf"(?P<name>(?:{load_pattern('people.surname').pattern}){{1,2}}[\u4e00-\u9fff]{{1,2}}?)"
    rf"(?={load_pattern('people.after_listed').pattern}|$)"
)
_TITLE_BEHIND = load_pattern("people.title_behind")
_NO_LISTED_NAME = load_pattern("people.no_listed_name")
_APPOSED = load_pattern("people.apposed")
_LEADS_OWN = load_pattern("people.leads_own")
_BEHIND = load_pattern("people.behind")
_NO_NAME = load_pattern("people.no_name")
_SIDES = {side: load_pattern(f"people.sides.{side}") for side in ("hksar", "mainland", "macao")}
_MEMBERSHIP = load_pattern("people.membership")
_DEPUTY = load_pattern("people.deputy")
_MR_NEXT = load_pattern("people.mr_next")
_TITLED_BEFORE = load_pattern("people.titled_before")
_JOINED = load_pattern("people.next_joined")
_POST_GAP = load_pattern("people.post_gap")
_GOVERNMENTS = {"hksar-government", "macao-government"}
_SIDE_WITHIN = 60
_SHORT_NAME = 2
_MOST_OF_IT = 0.7
_AFTER_NAME = load_pattern("people.after_name")
_NATIONAL_BEHIND = load_pattern("people.national_behind")
_NATIONAL = load_pattern("people.national")


class Someone(NamedTuple):
    """Someone named: the person's id or, with no record, the name as written; where it is said.

    `side` is hksar, mainland, macao or empty; `start` is the place in the sentence; of a head
    of a side `is_sure` tells whether the text may mean nothing else.
    """

    who: str
    at: str
    post: str
    is_known: bool = True
    side: str = ""
    start: int = 0
    is_sure: bool = True


def find_named(sentence: Sentence, catalog: Catalog, day: date | None) -> list[Someone]:
    """The people named in a sentence, in their order; not who is named only in passing.

    `day` is about when that was: who someone is depends on it.
    """
    known = [
        (mention, who) for mention, who in sentence.of("person") if _is_whole(sentence, mention)
    ]
    found = [
        Someone(who, sentence.at, _own_post(sentence, mention, person, day), start=mention.start)
        for mention, who in known
        if (person := catalog.people[who])
        if not _is_aside(sentence, mention.start, mention.end)
    ]
    spans = [range(mention.start, mention.end) for mention, _ in known]
    found += _unknown(sentence, spans)
    found += _listed_on(sentence, spans)
    found.sort(key=_start)
    starts = [0, *(one.start for one in found), len(sentence.text)]
    return [
        _of_side(one, held_side(one, catalog, day), _side_told(one, sentence, span))
        for one, *span in zip(found, starts, starts[2:], strict=False)
    ]


def posts_on(person: Person, day: date | None) -> set[str]:
    """The posts that someone is known to have held on a day; all of them where it is not known."""
    if day is None:
        return {one.post for one in person.posts}
    return {
        one.post
        for one in person.posts
        for span in (one.period, one.seen)
        if span and (span.start or day) <= day <= (span.end or day)
    }


def _of_side(someone: Someone, held: str, told: str) -> Someone:
    """Someone with a side; a post is not meant that is of another side: 「澳門民航局局長」."""
    if held and told and held != told and not someone.is_known:
        return someone._replace(side=told, post="")
    return someone._replace(side=held or told)


def _start(someone: Someone) -> int:
    return someone.start


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


def _unknown(sentence: Sentence, taken: list[range]) -> Iterator[Someone]:
    """People without a record, told by titles and the form of their names."""
    behind_posts = (
        found
        for mention, _ in sentence.of("post")
        if (found := _BEHIND.match(sentence.text, mention.end))
    )
    by_form = (
        match
        for pattern in (_LATIN_FORMS if _is_latin(sentence) else (*_LATIN_FORMS, *_HAN_FORMS))
        for match in pattern.finditer(sentence.text)
    )
    for match in (*behind_posts, *by_form):
        key = next(name for name, said in match.groupdict().items() if said)
        start, end = match.span(key)
        if any(start in span or end - 1 in span for span in taken):
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
        post = _post_told(sentence, start, set())
        yield Someone(written, sentence.at, post, is_known=False, start=start)


def _listed_on(sentence: Sentence, taken: list[range]) -> Iterator[Someone]:
    """Chinese names that go on a list without a title of their own."""
    for span in taken:  # which grows
        match = _NEXT_IN_LIST.match(sentence.text, span.stop)
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
    is_end = _AFTER_NAME.match(after) or _TITLE_BEHIND.match(after)
    return not "\u4e00" <= after[:1] <= "\u9fff" or is_end is not None


def _own_post(sentence: Sentence, mention: Mention, person: Person, day: date | None) -> str:
    """The post told of someone known; none where all on record are of another government.

    "The Chief Executive" is in each of the two regions' own texts its own.
    """
    told = _post_told(sentence, mention.start, posts_on(person, day))
    bodies = {post.partition("/")[0] for post in posts_on(person, None)}
    is_other = bodies and bodies <= _GOVERNMENTS and told.partition("/")[0] not in bodies
    return "" if is_other and told.partition("/")[0] in _GOVERNMENTS else told


def _post_told(sentence: Sentence, place: int, held: set[str]) -> str:
    """The post that stands before a name; of several with one title the one that is held."""
    before = bisect_right(sentence.posts, place, key=attrgetter("end"))
    nearest = sentence.posts[before - 1] if before else None
    is_beside = nearest and _POST_GAP.fullmatch(sentence.text, nearest.end, place)
    if nearest and _DEPUTY.search(sentence.before(nearest.start, 12)):
        return ""  # "Permanent Secretary for …", 「省港澳辦主任」 are none of the posts on record
    meant = nearest.of("post") if nearest and is_beside else []
    return meant[0] if len(meant) == 1 else next((one for one in meant if one in held), "")


def held_side(someone: Someone, catalog: Catalog, day: date | None) -> str:
    """The side that someone is of by the posts on record, else by the post told."""
    person = catalog.people.get(someone.who) if someone.is_known else None
    held = (posts_on(person, day) or posts_on(person, None)) if person else set()
    posts = held or {someone.post} - {""}
    bodies = (catalog.organisations.get(post.partition("/")[0]) for post in posts)
    sides = {body.side.value for body in bodies if body}
    return sides.pop() if len(sides) == 1 else ""


def _side_told(someone: Someone, sentence: Sentence, names: list[int]) -> str:
    """The side that the words around tell, first of all those since the name before.

    `names` are where that begins and where the next one does: what stands straight before the
    next name is a post of its own.
    """
    since, until = names
    behind = _APPOSED.match(sentence.text, someone.start, until)
    if behind and not _is_next_post(sentence.text, behind, names):
        return side_of_words(behind["post"])
    end = someone.start + len(someone.who)
    if not someone.is_known and (behind := _TITLE_BEHIND.match(sentence.text, end)):
        since = since or max(0, someone.start - _SIDE_WITHIN)
        if side := side_of_words(sentence.text[since : behind.end()]):
            return side
    clause = sentence.text.rfind("，", since, someone.start) + 1 if since else 0
    around = sentence.before(someone.start, min(_SIDE_WITHIN, someone.start - clause))
    own = sentence.text[max(since, clause) : someone.start]
    leads = _LEADS_OWN.match(sentence.text, someone.start)
    told = side_of_words(own) or side_of_words(around)
    return told or (side_of_words(leads["whose"]) if leads else "")


def _is_next_post(text: str, behind: re.Match[str], names: list[int]) -> bool:
    """Whether the post behind a name is the next one's: "Commissioner A, Director B and …"."""
    since, until = names
    if behind.end() == until:
        return not _JOINED.search(behind[0])
    is_list = _MR_NEXT.fullmatch(text, behind.end(), until)
    return is_list is not None and _TITLED_BEFORE.search(text, since, behind.start()) is not None


def side_of_words(text: str) -> str:
    """The side that the last telling word of a text speaks of; empty where none does.

    A seat beside a post tells it only where nothing else does: 「香港某會會長、省政協常委」.
    """
    told = [
        (match.end(), side) for side, pattern in _SIDES.items() for match in pattern.finditer(text)
    ]
    seats = [match.span() for match in _MEMBERSHIP.finditer(text)]
    posts = [one for one in told if not any(start < one[0] <= end for start, end in seats)]
    return max(posts or told)[1] if told else ""


def is_national(someone: Someone, sentence: Sentence) -> bool:
    """Whether it is a head of state or government, of whom reports speak without their presence."""
    around = sentence.before(someone.start, 20), sentence.text[someone.start :]
    return bool(_NATIONAL.search(around[0]) or _NATIONAL_BEHIND.match(around[1]))
