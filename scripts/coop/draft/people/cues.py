"""Whom of the people in a sentence its cue is about: who chairs, meets, signs, speaks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coop.draft.patterns import Pattern, load_pattern
from coop.draft.people.company import CLAUSE

if TYPE_CHECKING:
    import re

    from coop.draft.names.someone import Someone
    from coop.draft.people.company import Part

_ABOUT_THOSE_BEFORE = load_pattern("people.about_those_before")
_FELLOW = load_pattern("people.fellow")
_OFFICIATED = load_pattern("people.heads.officiated")
_MANY = {"officiated": 8, "said": 6, "met": 6, "spoke": 6}
CHAIRED = {"plenary", "working-meeting", "task-force"}  # kinds of sessions
MOST = {**_MANY, "present": 2, "signed": 8, "chair": 2, "preside": 2}
_LIST = 3


def list_subjects(part: Part, pattern: Pattern, cue: str) -> list[Someone]:
    """The people whom a cue is about: of a chair the subject, then who stands after the cue."""
    first, *_ = matches = list(pattern.finditer(part.sentence.text))
    everyone = _without_fellows(part, first.start()) if cue == "met" else list(part.free)
    if _ABOUT_THOSE_BEFORE.match(matches[-1][0]):
        return _before(part, first if cue == "signed" else matches[-1], MOST[cue])
    before = [one for one in everyone if one.start < first.start()]
    hosts = [one for one in before if one.side in {before[0].side, ""}]
    if (
        cue == "met" and len(hosts) >= _LIST and not _OFFICIATED.search(part.sentence.text)
    ):  # the first received, the others were with them
        return [one for one in everyone if one not in hosts[1:]]
    is_one_a_side = len({one.side for one in everyone} - {""}) == len(everyone)
    if cue == "officiated":
        return before or everyone
    if cue not in {"chair", "preside"} or len(everyone) <= MOST[cue] or is_one_a_side:
        return everyone
    after = [someone for someone in everyone if someone.start > matches[-1].start()]
    return [everyone[0], *(after or before[1:][-1:])] if after or before else everyone


def _without_fellows(part: Part, cue: int) -> list[Someone]:
    """The people of a sentence, not whoever is listed behind a host with nothing that tells a side.

    「甲與部長乙、主席丙會面」, "met Minister A and Assistant Minister B".
    """
    everyone, text = part.free, part.sentence.text
    fellows = {
        one
        for host, one in pairwise(everyone)
        if host.side and not one.side and (host is not everyone[0] or host.start > cue)
        if _FELLOW.fullmatch(text, host.start, one.start)
    }
    return [one for one in everyone if one not in fellows]


def are_one_side(people: list[Someone]) -> bool:
    """Whether the sides told of some people are one."""
    return len({one.side for one in people} - {""}) == 1


def _before(part: Part, cue: re.Match[str], most: int) -> list[Someone]:
    """The subjects of a Chinese verb, which stand before it: the first, then those beside it.

    「甲率團與乙會面，並與丙共同主持」 is of 甲 and 丙.
    """
    before = [one for one in part.free if one.start < cue.start()] or list(part.free)
    if len(before) <= most:
        return before
    cuts = [match.end() for match in CLAUSE.finditer(part.sentence.text, 0, cue.start())]
    cut = max((at for at in cuts if at <= before[-1].start), default=0)
    return [before[0], *(one for one in before[1:] if one.start >= cut)]
