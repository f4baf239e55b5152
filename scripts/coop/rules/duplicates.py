"""One record for one thing: meetings, people and addresses on file twice, posts held by two."""

from __future__ import annotations

import itertools
import re
from calendar import monthrange
from collections import defaultdict
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, get_origin

from coop.diagnostics import Code, Finding
from coop.edtf import Precision
from coop.model.parts import Attendance, Post
from coop.model.shape.walk import inner_model
from coop.model.values import LangMap, SourceRef
from coop.model.written.addresses import split_address
from coop.script import to_simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.loading import Entry
    from coop.model import Meeting, Person, Record, Source
    from coop.model.shape.walk import Path
    from coop.rules.scope import Scope

# Converters of script that show another site's page at an address of their own.
_GATEWAY = re.compile(r"(?:sc\.isd\.gov\.hk/(?:TuniS|gb)|big5\.[^/]+/gate/big5)/+")
_JANUARY = 1
_DECEMBER = 12
_IF_OTHER = "correct the date here, or say in note why there are two"
_IF_COPIED = "correct date and ordinal here"
_ONCE = {None, LangMap, SourceRef, Post}  # of other parts two may be alike: two who are not named


class _Term(NamedTuple):
    person: Person
    place: int
    period: PartialDate


class PersonTwice(NamedTuple):
    """A person, an earlier one with the same Chinese name, and a post of both."""

    person: Person
    earlier: Person
    post: str


def check_meetings_once(scope: Scope) -> Iterator[Finding]:
    """No two meetings of one platform, kind and day, unless it is said why (E310)."""
    first: dict[tuple[str | None, str, date], Meeting] = {}
    for meeting in scope.published_first(scope.catalog.meetings.values()):
        day = day_that_is_its_own(meeting)
        if not day:
            continue
        earlier = first.setdefault((meeting.platform, meeting.kind, day), meeting)
        if earlier is not meeting:
            there = scope.entry(earlier).locate("date")
            same = "platform, kind and day" if meeting.platform else "kind and day, and no platform"
            advice = _IF_OTHER
            if meeting.platform and meeting.ordinal and meeting.ordinal == earlier.ordinal:
                same, advice = "platform, kind, day and ordinal", _IF_COPIED
            message = (
                f"'{earlier.id}' ({there}) has the same {same}; "
                f"if they are one meeting, keep one file; if not, {advice}"
            )
            yield Finding(scope.entry(meeting).locate("date"), Code.MEETING_TWICE, message)


def day_that_is_its_own(meeting: Meeting) -> date | None:
    """The day on which no other meeting of its platform and kind may be, unless it is said why."""
    when = meeting.date
    if meeting.replaced_by or (meeting.note and meeting.note.en):
        return None
    return when.start if when and when.precision is Precision.DAY else None


def check_addresses_once(scope: Scope) -> Iterator[Finding]:
    """No two sources with one address, however it is written (E507)."""
    first: dict[str, Source] = {}
    for source in scope.published_first(scope.catalog.sources.values()):
        if not source.url:
            continue
        earlier = first.setdefault(_fold_address(source.url), source)
        if earlier is not source:
            there = scope.entry(earlier).locate("url")
            message = f"'{earlier.id}' ({there}) has the same address; keep one and cite that"
            yield Finding(scope.entry(source).locate("url"), Code.ADDRESS_TWICE, message)


def check_places_in_lists_once(scope: Scope) -> Iterator[Finding]:
    """No two platforms or topics at one place of the list that they belong to (E318)."""
    first: dict[tuple[str, int], Record] = {}
    for record, key, name, place in _places_in_lists(scope.catalog):
        earlier = first.setdefault((name, place), record)
        if earlier is not record:
            there = scope.entry(earlier).locate(key)
            message = f"'{earlier.id}' ({there}) is number {place} of {name} already"
            yield Finding(scope.entry(record).locate(key), Code.PLACE_TWICE, message)


def _places_in_lists(catalog: Catalog) -> Iterator[tuple[Record, str, str, int]]:
    """What has a place in a list: the record, the key that says so, the list's name, the place."""
    for platform in catalog.platforms.values():
        if platform.cmab_order:
            yield platform, "cmab_order", "the Bureau's list", platform.cmab_order
    for topic in catalog.topics.values():
        if topic.order:
            yield topic, "order", f"the list {topic.group}", topic.order


def _fold_address(address: str) -> str:
    """An address without scheme, `www.`, last slash and gateway, for comparing only."""
    parts = split_address(address)
    folded = f"{parts.netloc.lower()}{parts.path.rstrip('/')}"
    folded = _GATEWAY.sub("", folded, count=1).removeprefix("www.")
    return f"{folded}?{parts.query}#{parts.fragment}"


def check_people_on_file_once(scope: Scope) -> Iterator[Finding]:
    """No two people with one Chinese name and one post (E311)."""
    for person, earlier, post in find_people_twice(scope):
        there = scope.entry(earlier).locate("name")
        message = (
            f"'{earlier.id}' ({there}) has the same Chinese name and post, {post}; join the two"
        )
        yield Finding(scope.entry(person).locate("name"), Code.PERSON_ON_FILE_TWICE, message)


def find_people_twice(scope: Scope) -> Iterator[PersonTwice]:
    """Each person who is most likely an earlier one, by a Chinese name and a post of both."""
    posts = _posts_of_people(scope)
    first: dict[tuple[str, str], Person] = {}
    for person in scope.published_first(scope.catalog.people.values()):
        doubles: dict[str, tuple[Person, str]] = {}
        for post in sorted(posts[person.id]):
            for name in sorted(_chinese_names(person)):
                earlier = first.setdefault((name, post), person)
                if earlier is not person:
                    doubles.setdefault(earlier.id, (earlier, post))
        for earlier, post in doubles.values():
            yield PersonTwice(person, earlier, post)


def _posts_of_people(scope: Scope) -> defaultdict[str, set[str]]:
    """The posts of each person, from the person's own record and from where they took part."""
    posts: defaultdict[str, set[str]] = defaultdict(set)
    for person in scope.catalog.people.values():
        posts[person.id].update(held.post for held in person.posts)
    for _, _, someone in scope.parts(Attendance):
        if someone.person and someone.post:
            posts[someone.person].add(someone.post)
    return posts


def _chinese_names(person: Person) -> set[str]:
    """The names in Simplified characters, in which both scripts meet."""
    names = (person.name, *person.other_names)
    traditional = {to_simplified(name.zh_hant) for name in names if name.zh_hant}
    return traditional | {name.zh_hans for name in names if name.zh_hans}


def check_terms_apart(scope: Scope) -> Iterator[Finding]:
    """A post for one person that two hold at the same time (N312)."""
    for post, terms in _terms(scope).items():
        for one, other in itertools.combinations(terms, 2):
            if one.person.id == other.person.id or not _overlap(one.period, other.period):
                continue
            there = scope.entry(one.person).locate("posts", one.place, "period")
            message = (
                f"'{one.person.id}' ({there}) holds {post} at the same time: "
                f"{one.period} there, {other.period} here"
            )
            location = scope.entry(other.person).locate("posts", other.place, "period")
            yield Finding(location, Code.POST_HELD_BY_TWO, message)


def _terms(scope: Scope) -> dict[str, list[_Term]]:
    """The dated terms of each post that one person holds at a time, in time order."""
    terms: defaultdict[str, list[_Term]] = defaultdict(list)
    for person in scope.catalog.people.values():
        for place, held in enumerate(person.posts):
            found = scope.catalog.find_post(held.post)
            if held.period and found and not found[1].several:
                terms[held.post].append(_Term(person, place, held.period))
    return {
        post: sorted(found, key=lambda term: term.period.sort_key())
        for post, found in sorted(terms.items())
    }


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    """Whether two terms surely share more than the day on which one takes over."""
    if not all(period.start or period.end for period in (one, other)):
        return False  # a day without its year
    if _may_succeed(one, other) or _may_succeed(other, one):
        return False
    start = max(_latest_start(one), _latest_start(other))
    end = min(_earliest_end(one), _earliest_end(other))
    return start < end


def _may_succeed(later: PartialDate, earlier: PartialDate) -> bool:
    """Whether an end that is open leaves room for one term to come after the other."""
    if not earlier.end and earlier.start and later.start:
        return _latest_start(later) > earlier.start
    if not later.start and earlier.end and later.end:
        return _earliest_end(earlier) < later.end
    return False


def _latest_start(period: PartialDate) -> date:
    """The last day on which a term can have begun; the beginning of time when that is open."""
    start = period.start
    if not start:
        return date.min
    if period.precision is Precision.DAY:
        return start
    month = start.month if period.precision is Precision.MONTH else _DECEMBER
    return date(start.year, month, monthrange(start.year, month)[1])


def _earliest_end(period: PartialDate) -> date:
    """The first day on which a term can have ended; the end of time when that is open."""
    end = period.end
    if not end:
        return date.max
    if period.end_precision is Precision.DAY:
        return end
    month = end.month if period.end_precision is Precision.MONTH else _JANUARY
    return date(end.year, month, 1)


def check_items_once(scope: Scope) -> Iterator[Finding]:
    """Nothing stands twice in a list of ids, languages, names, posts or sources (E316)."""
    for entry, path, items in _lists(scope):
        names = [_identity(item) for item in items]
        if len(set(names)) == len(names):
            continue
        for index, item in enumerate(items):
            if names[index] in names[:index]:
                place = entry.locate(*path, index)
                yield Finding(place, Code.ITEM_TWICE, *_on_double(str(path[-1]), item))


def _lists(scope: Scope) -> Iterator[tuple[Entry, Path, tuple[object, ...]]]:
    """The lists that hold two items or more, each with its path."""
    for model, parts in scope.parts_by_model.items():
        for attribute, key in _list_fields(model):
            for entry, path, part in parts:
                if len(items := part.__dict__[attribute]) > 1:
                    yield entry, (*path, key), items


@cache
def _list_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is tuple and inner_model(field.annotation) in _ONCE
    )


def _identity(item: object) -> object:
    """What makes an item of a list the same as another."""
    if isinstance(item, SourceRef):
        return item.id, item.at
    return item.id if isinstance(item, Post) else item


def _on_double(key: str, item: object) -> tuple[str, str, str]:
    """What is told of an item that stands twice, and what to do."""
    if isinstance(item, SourceRef):
        place = f" with one place, '{item.at}'" if item.at else ""
        advice = "Take one of the two out, or name another place in it under at"
        return f"source '{item.id}' stands twice in this list{place}", "", advice
    if isinstance(item, Post):
        advice = "Join the two; further titles of one post go under other_names"
        return f"post '{item.id}' stands twice in this list", "", advice
    what = f"'{item}'" if isinstance(item, str) else f"an item of '{key}'"
    return f"{what} stands twice in this list", "", "Take one of the two out"


RULES = (
    check_items_once,
    check_meetings_once,
    check_addresses_once,
    check_places_in_lists_once,
    check_people_on_file_once,
    check_terms_apart,
)
