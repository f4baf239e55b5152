"""Whom of the people in a sentence its cue is about: who chairs, meets, signs, speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.company import CLAUSE
from coop.draft.patterns import Pattern, load_pattern

if TYPE_CHECKING:
    import re

    from coop.draft.company import Part
    from coop.draft.people import Someone

_ABOUT_THOSE_BEFORE = load_pattern("people.about_those_before")
_MANY = {"officiated": 8, "said": 6, "met": 6, "spoke": 6}
CHAIRED = {"plenary", "working-meeting", "task-force"}  # kinds of sessions
MOST = {**_MANY, "present": 2, "signed": 4, "chair": 2, "preside": 2}
_LIST = 3


def list_subjects(part: Part, pattern: Pattern, cue: str) -> list[Someone]:
    """The people whom a cue is about: of a chair the subject, then who stands after the cue."""
    everyone = list(part.free)
    first, *_ = matches = list(pattern.finditer(part.sentence.text))
    if _ABOUT_THOSE_BEFORE.match(matches[-1][0]):
        return _before(part, first if cue == "signed" else matches[-1], MOST[cue])
    before = [one for one in everyone if one.start < first.start()]
    hosts = [one for one in before if one.side in {before[0].side, ""}]
    if cue == "met" and len(hosts) >= _LIST:  # the first received, the others were with them
        return [one for one in everyone if one not in hosts[1:]]
    is_one_a_side = len({one.side for one in everyone} - {""}) == len(everyone)
    if cue == "officiated":
        return before or everyone
    if cue not in {"chair", "preside"} or len(everyone) <= MOST[cue] or is_one_a_side:
        return everyone
    after = [someone for someone in everyone if someone.start > matches[-1].start()]
    return [everyone[0], *(after or before[1:][-1:])] if after or before else everyone


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
