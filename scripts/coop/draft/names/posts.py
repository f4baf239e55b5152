"""Which posts someone held on a day, and which one stands with a name."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from coop.draft.patterns import Pattern, load_pattern
from coop.draft.text.tokens import fold_script

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.text.reading import Sentence
    from coop.model import Person

_DEPUTY = load_pattern("people.deputy")
_POST_GAP = load_pattern("people.post_gap")
_BARE = Pattern(r"(?:^|[，。；、：\s(「]|\b(?:the|its|and|as|with) )$")
_GOVERNMENTS = {"hksar-government", "macao-government"}


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


def only_post_on(person: Person, day: date | None) -> str:
    """The one post that someone is known to have held on a day; empty if none or several."""
    held = posts_on(person, day) if day else set()
    return held.pop() if len(held) == 1 else ""


def own_post(
    sentence: Sentence, start: int, person: Person, catalog: Catalog, day: date | None
) -> str:
    """The post told of someone known, who may hold one of that name in another government.

    "The Chief Executive" is in each of the two regions' own texts its own.
    """
    told = post_told(sentence, start, posts_on(person, day))
    body, _, name = told.partition("/")
    posts = posts_on(person, None)
    bodies = {post.partition("/")[0] for post in posts}
    if body in _GOVERNMENTS and bodies and bodies <= _GOVERNMENTS - {body}:
        return next((post for post in posts if post.endswith(f"/{name}")), "")
    return told or _post_titled(sentence, start, person, catalog)


def _post_titled(sentence: Sentence, start: int, person: Person, catalog: Catalog) -> str:
    """Which of someone's posts a title alone before the name tells: 「主任…」, "its Chairman"."""
    before = sentence.before(start).casefold()
    found = {
        held.post
        for held in person.posts
        for title in _titles(held.post, catalog)
        if (at := before.rfind(title)) >= 0
        and _POST_GAP.fullmatch(sentence.before(start), at + len(title))
        and _BARE.search(before, 0, at)
    }
    return found.pop() if len(found) == 1 else ""


def _titles(ref: str, catalog: Catalog) -> Iterator[str]:
    """The titles of a post, folded as a text is."""
    held = catalog.find_post(ref)
    for name in (held[1].name, *held[1].other_names) if held else ():
        yield from (fold_script(title).casefold() for _, title in name.items())


def post_told(sentence: Sentence, place: int, held: set[str]) -> str:
    """The post that stands before a name; of several with one title the one that is held."""
    before = bisect_right(sentence.posts, place, key=attrgetter("end"))
    nearest = sentence.posts[before - 1] if before else None
    is_beside = nearest and _POST_GAP.fullmatch(sentence.text, nearest.end, place)
    if nearest and _DEPUTY.search(sentence.before(nearest.start, 12)):
        return ""  # "Permanent Secretary for …", 「省港澳辦主任」 are none of the posts on record
    meant = nearest.of("post") if nearest and is_beside else []
    return meant[0] if len(meant) == 1 else next((one for one in meant if one in held), "")
