"""Of whom a sentence tells something, and whom it names only as the company of others."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import Pattern, load_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.names.someone import Someone
    from coop.draft.text.reading import Sentence

HEADS = {
    cue: load_pattern(f"people.heads.{cue}")
    for cue in ("officiated", "preside", "chair", "met", "signed", "present", "spoke", "said")
}
CLAUSE = load_pattern("people.clause")
_BEFORE = load_pattern("people.company.before")
_AFTER = load_pattern("people.company.after")
_WITH = load_pattern("people.company.with")
_RECEIVED_BY = load_pattern("people.received_by")
_LAST_OF_LIST = load_pattern("people.last_of_list")
_AND_OTHERS = load_pattern("people.and_others")
_RECALLED = load_pattern("people.recalled")
_RECALLED_BARE = load_pattern("people.recalled_bare")
_SIGNED_BY = load_pattern("people.signed_by")
_DEPUTY_OF = load_pattern("people.deputy_of")
_OF_ONE_LEVEL = load_pattern("people.of_one_level")
_OF_A_GROUP = load_pattern("people.of_a_group")
_BESIDE_DEPUTY = load_pattern("people.beside_deputy")
_LEADS_SIDE = load_pattern("people.leads_side")
_IN_TURN = load_pattern("people.received_in_turn")
_GOES_ON = " and "
_ALONG = "陪同"
_TITLE = load_pattern("people.courtesy")
_CLOSED = Pattern(r", (?:\w+ly |today |also |then )?$")
_VICE = Pattern(r"副(?P<rank>[^，。；、兼副]{1,6})$")
_WORD_GAP = re.compile("[- ]")
_WHOLE_NAME = 3
_RECALLING = ("chair", "met", "signed")


class Part(NamedTuple):
    """A sentence with the people of whom it tells something, and those that it names as company."""

    sentence: Sentence
    free: tuple[Someone, ...]
    company: tuple[Someone, ...]


def part_people(sentence: Sentence, people: list[Someone]) -> Part:
    """The people of a sentence, apart from company, also of those who look on while others sign."""
    if signed_by := _SIGNED_BY.search(sentence.text):
        spans = [range(signed_by.end())]
    else:
        spans = list(_company_spans(sentence.text, people))
    inside = {one for one in people if any(one.start in span for span in spans)}
    inside -= {one for one in inside if _LEADS_SIDE.match(sentence.text, one.start)}
    inside |= {*_deputies(sentence.text, people), *_followers(sentence.text, people)}
    return Part(
        sentence,
        tuple(one for one in people if one not in inside),
        tuple(one for one in people if one in inside),
    )


def _deputies(text: str, people: list[Someone]) -> Iterator[Someone]:
    """Those named behind a head as the deputies there: 「市长甲，副市长乙、丙会见了……」."""
    is_deputy = False
    for head, one in pairwise(people):
        gap = text[head.start : one.start]
        is_beside = is_deputy and _BESIDE_DEPUTY.fullmatch(gap)
        is_deputy = bool(is_beside or _is_deputy(text, head, one))
        if is_deputy and (not head.side or one.side in {head.side, ""}):
            yield one


def _is_deputy(text: str, head: Someone, one: Someone) -> bool:
    """Whether someone is told behind a head as deputy there, of the body or title told with it."""
    told = _DEPUTY_OF.fullmatch(text, head.start, one.start)
    if not told:
        return False
    before = text[: head.start]
    vice = _VICE.search(before)
    if told["rank"] and not told["body"] and vice and vice["rank"] != told["rank"]:
        return False  # 「中聯辦副主任甲，副省長乙」
    is_of_body = (told["body"] or "") in before and before.endswith(told["title"] or "")
    return is_of_body and (told["english"] or "").casefold() in before.casefold()


def _followers(text: str, people: list[Someone]) -> Iterator[Someone]:
    """Those on the list of a group behind its first: 「市长甲、局长乙、局长丙一行」."""
    for first in people:
        if group := _OF_A_GROUP.match(text, first.start):
            others = (one for one in people if first.start < one.start < group.end())
            yield from (one for one in others if not is_of_one_level(text, one))


def is_of_one_level(text: str, someone: Someone) -> bool:
    """Whether someone heads a government, as the secretary named before heads the party there."""
    return _OF_ONE_LEVEL.search(text, 0, someone.start) is not None


def recall(parts: list[Part]) -> list[Part]:
    """The parts; whoever chairs or meets as "Mr Wong" is the one Wong named in full before."""
    named: dict[str, Someone] = {}
    titles: dict[str, str] = {}
    full = []
    for part in parts:
        text = part.sentence.text
        tells = any(HEADS[cue].search(text) for cue in _RECALLING)
        again = _again(part, list(named.values()), titles) if tells else ()
        free = sorted((*part.free, *again), key=attrgetter("start"))
        full.append(part._replace(free=tuple(free)))
        everyone = (*part.free, *part.company)
        named |= {one.who: one for one in everyone}
        titles = {one.who: _title(part.sentence.before(one.start, 11)) for one in everyone} | titles
    return full


def _title(text: str) -> str:
    """The title that a text ends or begins with, as "Mr"; empty where there is none."""
    found = _TITLE.search(text)
    return found["title"] if found else ""


def _again(part: Part, named: list[Someone], titles: dict[str, str]) -> Iterator[Someone]:
    here = {one.who for one in (*part.free, *part.company)}
    spans = list(_company_spans(part.sentence.text, []))
    for found, in_full in _recalled(part.sentence.text):
        family = found["family"].casefold()
        words = ((one, _WORD_GAP.split(one.who.casefold())) for one in named)
        same = [one for one, parts in words if family in (parts if in_full else _ends(parts))]
        if len(same) > 1:  # "Professor Chan" is not Mr Chan
            same = [one for one in same if titles.get(one.who) == _title(found[0])]
        in_company = any(found.start() in span for span in spans)
        if len(same) == 1 and same[0].who not in here and not in_company:
            here.add(same[0].who)  # "Ms Chan" is "Chan" too
            yield same[0]._replace(at=part.sentence.at, start=found.start())


def _recalled(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Where a text names someone again: "Mr Wong"; or by the family name alone, as agencies do."""
    yield from ((found, True) for found in _RECALLED.finditer(text))
    if HEADS["met"].search(text):
        yield from ((found, False) for found in _RECALLED_BARE.finditer(text))


def _ends(words: list[str]) -> list[str]:
    """The words of which one is the family name: the second too of "Ada Chan Dai-man"."""
    return [words[0], words[-1], *(words[1:2] if len(words) > _WHOLE_NAME else ())]


def _company_spans(text: str, people: list[Someone]) -> Iterator[range]:
    """Where a sentence names those who came with someone: "accompanied by …", 「在……陪同下」."""
    for found in _AFTER.finditer(text):
        is_inserted = text.endswith(", ", 0, found.start())  # "A, accompanied by B, called on C"
        until = _next_subject(text, found.end(), people, is_inserted=is_inserted)
        yield range(found.end(), until)
    along = [range(*found.span("rest" if found["rest"] else 0)) for found in _WITH.finditer(text)]
    yield from along
    yield from _spans_received(text, people)
    yield from _spans_before(text, people, along)


def _spans_received(text: str, people: list[Someone]) -> Iterator[range]:
    """Where those are named who were with a host."""
    for found in _RECEIVED_BY.finditer(text):
        hosts = [one.start for one in people if one.start >= found.end()]
        if len(hosts) > 1 and not _IN_TURN.search(text):
            yield range(hosts[1], _next_subject(text, found.end(), people))


def _spans_before(text: str, people: list[Someone], along: list[range]) -> Iterator[range]:
    """Where those are named who are told of before the words that they came along."""
    for found in _BEFORE.finditer(text):
        if found[0].startswith(_ALONG) and any(found.start() in span for span in along):
            continue  # 「由甲陪同」
        before = text[: found.start()]
        cuts = [match.end() for match in CLAUSE.finditer(before)]
        cues = [match.end() for cue in HEADS.values() for match in cue.finditer(before)]
        if cues and before.endswith(_GOES_ON):
            continue  # "A met B, and looked on as …"
        if cues:
            since = next((cut for cut in cuts if cut > max(cues)), len(before))
        else:  # whoever stands before the last clause is of another side, and has the company
            sides = {one.side for one in people if one.start < len(before)} - {""}
            is_along = found[0].startswith(_ALONG) and len(sides) > 1
            since = cuts[-1] if cuts and is_along else 0
        yield range(since, len(before))


def _next_subject(
    text: str, start: int, people: list[Someone], *, is_inserted: bool = False
) -> int:
    """Where the main clause begins again after a list: at the subject of the next head's verb."""
    if others := _AND_OTHERS.search(text, start):
        return others.end()
    following = _AFTER.search(text, start)
    until = following.start() if following else len(text)
    verb = min(
        (m.start() for cue in _RECALLING for m in HEADS[cue].finditer(text, start, until)),
        default=-1,
    )
    if is_inserted and _CLOSED.search(text, start, max(verb, start)):
        return verb
    again = [found.start() for found in _RECALLED.finditer(text, start, max(verb, start))]
    before = [one.start for one in people if start <= one.start < verb]
    if again and again[-1] > max(before, default=start):
        return again[-1]
    ends = _LAST_OF_LIST.search(text, start, max(verb, start))
    behind = [place for place in before if ends and place >= ends.end()]
    if len(behind) > 1:  # "witnessed by A; and B; C; and D signed" is of C and D
        return behind[1]
    return before[-1] if len(before) > 1 else until
