"""Of which side someone is: by the posts on record, or by the words around the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.names.chinese_names import TITLE_BEHIND
from coop.draft.names.posts import posts_on
from coop.draft.patterns import Pattern, load_pattern

if TYPE_CHECKING:
    import re
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.names.someone import Someone
    from coop.draft.text.reading import Sentence

_APPOSED = load_pattern("people.apposed")
_LEADS_OWN = load_pattern("people.leads_own")
_SIDES = {side: load_pattern(f"people.sides.{side}") for side in ("hksar", "mainland", "macao")}
_MEMBERSHIP = load_pattern("people.membership")
_MR_NEXT = load_pattern("people.mr_next")
_TITLED_BEFORE = load_pattern("people.titled_before")
_GOES_THERE = load_pattern("people.goes_there")
_JOINED = load_pattern("people.next_joined")
_BARE_POST = Pattern(
    rf"(?:[并又也]?[与和同向获由])?(?:该局|该厅|该委|其)?(?:{TITLE_BEHIND.pattern})"
)
_OWN_TITLE = Pattern(
    r"(?:(?P<region>香港)|(?<=[，。；、与和同由])|^)(?P<title>(?:廉政专|海关关|警务处处?|警察总局局)[员长])$"
)
_PLACED = Pattern(  # "Mr Chan (Hong Kong)"
    r" ?[(（](?:(?P<hksar>Hong Kong|香港|港方)|(?P<macao>Maca[ou]|澳门|澳方)"
    r"|(?P<mainland>Guangdong|Mainland|广东|内地|粤方))[)）]"
)
_SIDE_WITHIN = 60


def held_side(someone: Someone, catalog: Catalog, day: date | None) -> str:
    """The side that someone is of by the posts on record, else by the post told."""
    person = catalog.people.get(someone.who) if someone.is_known else None
    held = (posts_on(person, day) or posts_on(person, None)) if person else set()
    posts = held or {someone.post} - {""}
    bodies = (catalog.organisations.get(post.partition("/")[0]) for post in posts)
    sides = {body.side.value for body in bodies if body}
    return sides.pop() if len(sides) == 1 else ""


def side_told(someone: Someone, sentence: Sentence, names: list[int]) -> str:
    """The side that the words around tell, first of all those since the name before.

    `names` are where that begins and where the next one does: what stands straight before the
    next name is a post of its own.
    """
    since, until = names
    leads = _LEADS_OWN.match(sentence.text, someone.start)
    if leads and (side := side_of_words(leads["whose"])):
        return side
    behind = _APPOSED.match(sentence.text, someone.start, until)
    if behind and not _is_next_post(sentence.text, behind, names):
        return side_of_words(behind["post"])
    end = someone.start + len(someone.who)
    if not someone.is_known and (place := _PLACED.match(sentence.text, end)):
        return place.lastgroup or ""
    if not someone.is_known and (behind := TITLE_BEHIND.match(sentence.text, end)):
        since = since or max(0, someone.start - _SIDE_WITHIN)
        if side := side_of_words(sentence.text[since : behind.end()]):
            return side
    clause = sentence.text.rfind("，", since, someone.start) + 1 if since else 0
    around = sentence.before(someone.start, min(_SIDE_WITHIN, someone.start - clause))
    own = sentence.text[max(since, clause) : someone.start]
    told = side_of_words(own) or side_of_words(around)
    before = sentence.text[since:clause]
    if not told and (_BARE_POST.fullmatch(own) or _GOES_THERE.search(before)):
        told = side_of_words(before)  # 「拜訪市公安局，與局長甲會面」
    return told


def _is_next_post(text: str, behind: re.Match[str], names: list[int]) -> bool:
    """Whether the post behind a name is the next one's: "Commissioner A, Director B and …"."""
    since, until = names
    if behind.end() == until:
        return not _JOINED.search(behind[0])
    is_list = _MR_NEXT.fullmatch(text, behind.end(), until)
    return is_list is not None and _TITLED_BEFORE.search(text, since, behind.start()) is not None


def tell_regions_apart(people: list[Someone], sentence: Sentence) -> list[Someone]:
    """The people; of two with one title whoever stands without "Hong Kong" is of Macao.

    Each of the two regions names its own officials by the title alone: 「專員甲與香港專員乙」.
    """
    titles = [_OWN_TITLE.search(sentence.before(one.start)) for one in people]
    told = {found["title"] for found in titles if found and found["region"]}
    return [
        one._replace(side="macao")
        if found and found["title"] in told and not found["region"] and not one.is_known
        else one
        for one, found in zip(people, titles, strict=True)
    ]


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
