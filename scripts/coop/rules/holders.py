"""Whether those who took part held the post in which they did, by their own records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.model import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.edtf import PartialDate
    from coop.model import Person
    from coop.rules.scope import Scope

    Terms = Mapping[str, list[PartialDate | None]]

_COMPARE = "Compare person, post and date with the source"


def check_posts_held(scope: Scope) -> Iterator[Finding]:
    """Someone at a meeting in a post that their record does not give them on that day (N319)."""
    terms = {
        person.id: _terms(person)
        for person in scope.catalog.people.values()
        if all(scope.catalog.find_post(held.post) for held in person.posts)
    }
    for entry, meeting in scope.entries(Meeting):
        when, heads = meeting.date, len(meeting.principals)
        for index, someone in enumerate((*meeting.principals, *meeting.participants)):
            held = terms.get(someone.person or "")
            if not held or not someone.post or not scope.catalog.find_post(someone.post):
                continue  # of a post that there is not, that alone is told
            if not _has_held(held, someone.post, when):
                way = ("principals", index) if index < heads else ("participants", index - heads)
                place = entry.locate(*way, "post")
                message = f"on record '{someone.person}' {_tell(held, someone.post, when)}"
                file = f"data/people/{someone.person}.yaml"
                advice = f"{_COMPARE}; if they are right, add that to the posts in {file}"
                yield Finding(place, Code.POST_NOT_HELD, message, advice=advice)


def _terms(person: Person) -> Terms:
    """The terms of each post on someone's record; None where no term is told."""
    terms: dict[str, list[PartialDate | None]] = {}
    for held in person.posts:
        terms.setdefault(held.post, []).append(held.period)
    return terms


def _has_held(held: Terms, post: str, when: PartialDate | None) -> bool:
    return any(term is None or when is None or _meet(term, when) for term in held.get(post, ()))


def _meet(term: PartialDate, when: PartialDate) -> bool:
    """Whether two dates may share a day."""
    start = max(term.start or date.min, when.start or date.min)
    return start <= min(term.end or date.max, when.end or date.max)


def _tell(held: Terms, post: str, when: PartialDate | None) -> str:
    if post not in held:
        return f"never was {post}, but {', '.join(held)}"
    return f"was {post} {', '.join(map(str, held[post]))}, not on {when}"


RULES = (check_posts_held,)
