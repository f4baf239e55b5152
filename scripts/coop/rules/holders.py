"""Whether those who took part held the post in which they did, by their own records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.model import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.edtf import PartialDate
    from coop.model import Person
    from coop.model.parts import Attendance
    from coop.rules.scope import Scope

_COMPARE = "Compare person, post and date with the source"


def check_posts_held(scope: Scope) -> Iterator[Finding]:
    """Someone at a meeting in a post that their record does not give them on that day (N319)."""
    people = scope.catalog.people
    for entry, meeting in scope.entries(Meeting):
        for key, attended in (
            ("principals", meeting.principals),
            ("participants", meeting.participants),
        ):
            for index, someone in enumerate(attended):
                person = people.get(someone.person or "")
                if person and (told := _tell(person, someone, meeting.date)):
                    place = entry.locate(key, index, "post")
                    file = f"data/people/{person.id}.yaml"
                    advice = f"{_COMPARE}; if they are right, add that to the posts in {file}"
                    yield Finding(place, Code.POST_NOT_HELD, told, advice=advice)


def _tell(person: Person, someone: Attendance, when: PartialDate | None) -> str:
    """What the record of someone says against the post; empty if nothing does."""
    if not someone.post or not person.posts:
        return ""
    terms = [held.period for held in person.posts if held.post == someone.post]
    if not terms:
        held = ", ".join(dict.fromkeys(held.post for held in person.posts))
        return f"on record '{person.id}' never was {someone.post}, but {held}"
    if when and not any(term is None or _meet(term, when) for term in terms):
        told = ", ".join(str(term) for term in terms)
        return f"on record '{person.id}' was {someone.post} {told}, not on {when}"
    return ""


def _meet(term: PartialDate, when: PartialDate) -> bool:
    """Whether two dates may share a day."""
    start = max(term.start or date.min, when.start or date.min)
    return start <= min(term.end or date.max, when.end or date.max)


RULES = (check_posts_held,)
