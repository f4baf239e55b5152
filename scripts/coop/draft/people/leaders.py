"""Who leads a journey, who sets out together, and whom they met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.names.chinese_names import TITLE_BEHIND
from coop.draft.patterns import Pattern, load_pattern
from coop.draft.people.company import HEADS, is_of_one_level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.names.someone import Someone
    from coop.draft.people.company import Part

_LEADS_GROUP = load_pattern("people.leads_group")
_ON_LIST = load_pattern("people.on_list")
_SETS_OUT = load_pattern("people.sets_out")
_OWN_GROUP = Pattern(
    rf"[\u4e00-\u9fff·]{{2,4}}?(?:先生|女士|博士|[司局]?长|{TITLE_BEHIND.pattern})?一行"
)
_JOINED = load_pattern("people.joined")
_MET_ZH = load_pattern("people.met_zh")
_MEETS_GROUP = load_pattern("people.meets_group")
_MET_EACH = load_pattern("people.met_each")
_RECEIVES_GROUP = load_pattern("people.receives_group")
_EACH = "分别"
_EARLY = 2
_LEAD = 4


def add_leader(
    heads: dict[str, Someone], parts: list[Part], *, is_call: bool = False
) -> dict[str, Someone]:
    """The one who travelled first, then those of the other sides whom he or she met.

    Who is called on may be of the same side: a liaison office receives a mayor.
    """
    early = ((part, one) for part in parts for one in part.free)
    first = next(((p, one) for p, one in early if p.sentence.paragraph.number <= _LEAD), None)
    if first is None:
        return heads
    part, leader = first
    if _RECEIVES_GROUP.match(part.sentence.text, leader.start):
        leader = leader._replace(is_sure=False)  # the group's own leader may be named nowhere
    met = [one for one in heads.values() if one.who != leader.who]
    hosts = [one for one in met if _is_of_other_side(one, leader, parts)]
    hosts = hosts or (met if is_call else [])
    beside = (*_beside(leader, parts), *_other_leaders(parts), *_travellers(leader, parts))
    return {one.who: one for one in (leader, *beside, *hosts)}


def list_journey(
    heads: dict[str, Someone], everything: list[Part], of_it: list[Part]
) -> list[Part]:
    """The sentences that tell of a journey: all, or those of its days if it is someone else's.

    So it is where whoever is named first has no part in the event and others head it.
    """
    first = next((part.free[0].who for part in everything if part.free), "")
    is_there = any(one.who == first for part in of_it for one in part.free)
    return everything if is_there or not heads else of_it


def _is_of_other_side(someone: Someone, leader: Someone, parts: list[Part]) -> bool:
    """Whether someone is no companion of a leader: of another side, or told as whom they met."""
    if not someone.side or someone.side != leader.side:
        return True
    return any(_is_met(someone, leader, part) for part in parts)


def _is_met(someone: Someone, leader: Someone, part: Part) -> bool:
    """Whether a sentence says that someone met the leader's group, or is one of those met."""
    start = next((one.start for one in part.free if one.who == someone.who), -1)
    if start < 0:
        return False
    if leader.who in {one.who for one in part.free}:
        return _MET_EACH.search(part.sentence.text, 0, start) is not None
    return _MEETS_GROUP.search(part.sentence.text, start) is not None


def _other_leaders(parts: list[Part]) -> Iterator[Someone]:
    """Those of whom one sentence says that each leads a group: 「甲率團訪滬，乙率團訪京」."""
    for part in parts:
        cues = [cue.start() for cue in _LEADS_GROUP.finditer(part.sentence.text)]
        if cues and part.sentence.before(cues[0]).endswith(_EACH):
            yield from (one for one in part.free if one.start < cues[0])
        if len(cues) < _EARLY or part.sentence.paragraph.number > _EARLY:
            continue
        for since, cue in zip([0, *cues], cues, strict=False):
            before = [one for one in part.free if since <= one.start < cue]
            yield from before[-1:]


def list_companions(heads: dict[str, Someone], parts: list[Part]) -> list[Someone]:
    """Those who set out together with the first of the heads."""
    leader = next(iter(heads.values()), None)
    return _travellers(leader, parts) if leader else []


def _travellers(leader: Someone, parts: list[Part]) -> list[Someone]:
    """Those who set out with a leader on one list: 「局長甲、局長乙和局長丙將前往廣州」."""
    for part in parts:
        if part.sentence.paragraph.number > _EARLY or leader not in part.free:
            continue
        text = part.sentence.text
        listed = _list_from(leader, part)
        sets_out = _SETS_OUT.match(text, listed[-1].start)
        is_own = _LEADS_GROUP.search(text) or _is_group_of(leader, parts)
        return listed[1:] if sets_out and not is_own else []
    return []


def _is_group_of(leader: Someone, parts: list[Part]) -> bool:
    """Whether some sentence calls a group by its leader alone: 「甲主任一行」."""
    named = ((part, one) for part in parts for one in part.free if one.who == leader.who)
    return any(_OWN_GROUP.match(part.sentence.text, one.start) for part, one in named)


def _beside(leader: Someone, parts: list[Part]) -> list[Someone]:
    """Who met someone together with a leader: 「书记甲、市长乙会见了丙」, "A and B met C"."""
    for part in parts:
        text = part.sentence.text
        cue = HEADS["met"].search(text)
        again = next((one for one in part.free if one.who == leader.who), None)
        if again and (again is leader or cue) and (joined := _joined(again, part)):
            return joined
        if leader in part.free and cue and _MET_ZH.fullmatch(cue[0]):
            is_host = any(one.side != leader.side for one in part.free)
            listed = _list_from(leader, part)[1:]
            pair = listed if len(listed) == 1 else []
            own = [one for one in part.free if leader.start < one.start < cue.start()]
            beside = [one for one in own if one in pair or is_of_one_level(text, one)]
            return beside if is_host else []
    return []


def _list_from(leader: Someone, part: Part) -> list[Someone]:
    """A leader and those of the same side on one list behind: 「局長甲、局長乙和局長丙」."""
    listed = [leader]
    for one in part.free:
        gap = part.sentence.text[listed[-1].start : one.start]
        if one.start > leader.start and one.side == leader.side and _ON_LIST.fullmatch(gap):
            listed.append(one)
    return listed


def _joined(leader: Someone, part: Part) -> list[Someone]:
    """Those whom "and" joins to a leader, with nothing but their posts between."""
    text = part.sentence.text
    behind = [one for one in part.free if one.start > leader.start]
    ends = [
        at for at, one in enumerate(behind, 1) if _JOINED.fullmatch(text, leader.start, one.start)
    ]
    return behind[: max(ends, default=0)]
