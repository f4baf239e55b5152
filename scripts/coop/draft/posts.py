"""Which posts someone held on a day, and which one stands with a name."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern

if TYPE_CHECKING:
    from datetime import date

    from coop.draft.reading import Sentence
    from coop.draft.tokens import Mention
    from coop.model import Person

_DEPUTY = load_pattern("people.deputy")
_POST_GAP = load_pattern("people.post_gap")
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


def own_post(sentence: Sentence, mention: Mention, person: Person, day: date | None) -> str:
    """The post told of someone known; none where all on record are of another government.

    "The Chief Executive" is in each of the two regions' own texts its own.
    """
    told = post_told(sentence, mention.start, posts_on(person, day))
    bodies = {post.partition("/")[0] for post in posts_on(person, None)}
    is_other = bodies and bodies <= _GOVERNMENTS and told.partition("/")[0] not in bodies
    return "" if is_other and told.partition("/")[0] in _GOVERNMENTS else told


def post_told(sentence: Sentence, place: int, held: set[str]) -> str:
    """The post that stands before a name; of several with one title the one that is held."""
    before = bisect_right(sentence.posts, place, key=attrgetter("end"))
    nearest = sentence.posts[before - 1] if before else None
    is_beside = nearest and _POST_GAP.fullmatch(sentence.text, nearest.end, place)
    if nearest and _DEPUTY.search(sentence.before(nearest.start, 12)):
        return ""  # "Permanent Secretary for …", 「省港澳辦主任」 are none of the posts on record
    meant = nearest.of("post") if nearest and is_beside else []
    return meant[0] if len(meant) == 1 else next((one for one in meant if one in held), "")
