"""Who took part, as far as the text says it: heads of the sides, and the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.event import list_numbers
from coop.draft.patterns import load_pattern
from coop.draft.release import MOST_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.reading import Reading, Sentence
    from coop.draft.tokens import Mention

_HEADS = {
    cue: load_pattern(f"people.heads.{cue}")
    for cue in ("chair", "met", "signed", "present", "spoke")
}
_CUES = {
    "plenary": ("chair", "met", "spoke"),
    "working-meeting": ("chair", "met", "spoke"),
    "task-force": ("chair", "met", "spoke"),
    "call": ("met",),
    "visit": ("met", "chair"),
    "signing": ("signed", "met"),
    "promotion": ("spoke", "chair"),
    "forum": ("spoke", "chair"),
    "other": ("present", "chair", "spoke"),
}
_COMPANY = load_pattern("people.company")
_ACTING = load_pattern("people.acting")
_ASIDE = load_pattern("people.aside")
_ENGLISH_NAME = load_pattern("people.english_name")
_CHINESE_NAME = re.compile(
    rf"(?:{load_pattern('people.title').pattern})"
    rf"(?P<name>{load_pattern('people.surname').pattern}[\u4e00-\u9fff]{{1,3}}?)"
    rf"(?={load_pattern('people.after_name').pattern})"
)
_NEAR = 25
_SHORT_NAME = 2
_AFTER_NAME = frozenset(
    "和与及出共主率在会说表分于今昨一同等致带作也亦参签代陪以就向为先女博指到拜访、，。的见进前提强介赴担任将"
)
_ATTENDED = load_pattern("people.attended")
_LED = {"visit", "call"}
_CHAIRED = {"plenary", "working-meeting", "task-force"}
_EARLY = 2
_MOST = {"present": 2, "met": 2, "signed": 4, "spoke": 6, "chair": 2}


class Someone(NamedTuple):
    """Someone named: the person's id or, with no record, the name as written; where it is said."""

    who: str
    at: str
    post: str
    is_known: bool = True


def find_people(
    reading: Reading, kind: str, ordinal: int | None
) -> tuple[list[Someone], list[Someone]]:
    """The heads of the sides, and the others of whom the text says that they took part."""
    heads = _find_heads(reading, kind, ordinal)
    if kind in _LED and (leader := _leader(reading)) and leader.who not in heads:
        heads = {leader.who: leader, **dict(list(heads.items())[:1])}
    others: dict[str, Someone] = {}
    for sentence in filter(_names_company, _usable(reading)):
        for someone in _people(sentence):
            if someone.who not in heads:
                others.setdefault(someone.who, someone)
    return list(heads.values()), list(others.values())


def _find_heads(reading: Reading, kind: str, ordinal: int | None) -> dict[str, Someone]:
    heads: dict[str, Someone] = {}
    for cue in _CUES[kind]:
        last = _EARLY if cue == "spoke" and kind in _CHAIRED else MOST_PARAGRAPHS
        told = (
            someone
            for sentence in _usable(reading)
            if sentence.paragraph.number <= last and _HEADS[cue].search(sentence.text)
            if not _is_of_another(sentence, ordinal)
            for someone in _heads_in(sentence, cue)
        )
        for someone in told:
            if len(heads) < _MOST[cue]:
                heads.setdefault(someone.who, someone)
        if len(heads) > 1:
            break
    return heads


def _names_company(sentence: Sentence) -> bool:
    attended = sentence.paragraph.number > 1 and _ATTENDED.search(sentence.text)
    return bool(attended or _COMPANY.search(sentence.text))


def _heads_in(sentence: Sentence, cue: str) -> list[Someone]:
    """The people whom a cue is about: of a chair the subject, then who stands after the cue."""
    placed = list(_placed_before_company(sentence))
    everyone = [someone for _, someone in placed]
    if cue != "chair" or len(placed) <= _MOST[cue]:
        return everyone
    *_, last = _HEADS[cue].finditer(sentence.text)
    after = [someone for place, someone in placed if place > last.start()]
    return [everyone[0], *after] if after else everyone


def _leader(reading: Reading) -> Someone | None:
    early = (*reading.lead(_EARLY)[len(reading.heading) :], *reading.heading)
    return next((one for sentence in early for one in _people(sentence)), None)


def _is_of_another(sentence: Sentence, ordinal: int | None) -> bool:
    numbers = list_numbers(sentence)
    return bool(ordinal and numbers and ordinal not in numbers)


def _usable(reading: Reading) -> Iterator[Sentence]:
    body = (*reading.body, *reading.heading)
    return (one for one in body if not _ACTING.search(one.text))


def _placed_before_company(sentence: Sentence) -> Iterator[tuple[int, Someone]]:
    company = _COMPANY.search(sentence.text)
    for place, someone in _placed(sentence):
        if company and place > company.start():
            return
        yield place, someone


def _people(sentence: Sentence) -> Iterator[Someone]:
    return (someone for _, someone in _placed(sentence))


def _placed(sentence: Sentence) -> list[tuple[int, Someone]]:
    found: list[tuple[int, Someone]] = []
    known = [
        (mention, who) for mention, who in sentence.of("person") if _is_whole(sentence, mention)
    ]
    for mention, who in known:
        if not _ASIDE.search(sentence.before(mention.start, 20)):
            found.append(
                (
                    mention.start,
                    Someone(who, sentence.at, _post_before(sentence, mention.start)),
                )
            )
    spans = [range(mention.start, mention.end) for mention, _ in known]
    for match in (*_ENGLISH_NAME.finditer(sentence.text), *_CHINESE_NAME.finditer(sentence.text)):
        groups = match.groupdict()
        key = next(name for name in ("titled", "bare", "hyphen", "name") if groups.get(name))
        start, end = match.span(key)
        if any(start in span or end - 1 in span for span in spans):
            continue
        if any(m.start <= start < m.end for m in sentence.mentions):
            continue
        written = sentence.paragraph.text[sentence.paragraph.folded.index(sentence.text) :][
            start:end
        ]
        found.append(
            (start, Someone(written, sentence.at, _post_before(sentence, start), is_known=False))
        )
    return sorted(found)


def _is_whole(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Chinese name of two characters does not begin a longer one: 苏伟 in 苏伟文."""
    name = sentence.text[mention.start : mention.end]
    if name.isascii() or len(name) > _SHORT_NAME:
        return True
    after = sentence.text[mention.end : mention.end + 1]
    return not after or not "\u4e00" <= after <= "\u9fff" or after in _AFTER_NAME


def _post_before(sentence: Sentence, place: int) -> str:
    posts = [
        (mention, ref) for mention, ref in sentence.of("post") if 0 <= place - mention.end <= _NEAR
    ]
    return posts[-1][1] if posts else ""
