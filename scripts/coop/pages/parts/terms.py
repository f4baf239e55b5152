"""Terms of office: when a post was held, and who held the posts of an organisation in turn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from markupsafe import Markup

from coop.edtf import sort_key
from coop.model import Meeting, Person
from coop.model.vocabulary import Status
from coop.pages.parts.attendance import ATTENDED, post_anchor
from coop.pages.view import link_html

if TYPE_CHECKING:
    from datetime import date

    from coop.model import Organisation
    from coop.model.parts import Attendance, PostHeld
    from coop.pages.parts.footnotes import Footnotes
    from coop.pages.view import View

_NAMED = 3
_ENDED = -1  # before a post that began on the day
# With more sources than this they stand on the holders' own pages alone: the page of a body whose
# posts many people held would outgrow its size.
_CITED = 24


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone who held a post: a link, when, and source notes."""

    link: Markup
    when: Markup
    notes: Markup


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post of an organisation with those who held it, first to last."""

    anchor: str
    title: str
    name: Markup
    holders: tuple[Holder, ...]


class _Term(NamedTuple):
    key: tuple[int, date, int]
    person: str
    number: int
    held: PostHeld | None
    meetings: tuple[Meeting, ...]


def post_held_anchor(number: int) -> str:
    """The anchor on a person's page of a post held, by its place in the record from 1."""
    return f"p-{number}"


def term_key(held: PostHeld) -> tuple[int, date, int]:
    """The order of a post held: by its start, the days on which sources show it, or its end."""
    period = held.period
    if period and not period.start and period.end and not held.seen:
        return (0, period.end, _ENDED)
    return sort_key(period if period and period.start else held.seen)


def posts_newest_first(person: Person) -> list[tuple[int, PostHeld]]:
    """The posts of a person with their places in the record from 1; undated ones last."""
    numbered = enumerate(person.posts, start=1)
    return sorted(numbered, key=lambda pair: _known_first(pair[1]), reverse=True)


def _known_first(held: PostHeld) -> tuple[bool, tuple[int, date, int]]:
    key = term_key(held)
    return key[0] == 0, key


def latest_post(person: Person) -> PostHeld | None:
    """The post that a person came to last, as far as dates are known."""
    return next((held for _, held in posts_newest_first(person)), None)


def held_when(view: View, held: PostHeld) -> Markup:
    """When a post was held: the term if it is known, and the days on which sources show it."""
    pieces = [view.period(held.period)] if held.period else []
    if held.seen:
        key = "record.seen_interval" if held.seen.is_interval else "record.seen"
        pieces.append(Markup.escape(view.words(key, date=view.date_text(held.seen))))
    if not pieces:
        return view.date(None)
    return Markup.escape(view.words("record.semicolon")).join(pieces)


def list_post_holders(view: View, notes: Footnotes, body: Organisation) -> list[PostLine]:
    """The posts of an organisation, each with its holders in time order."""
    terms = _terms(view, body)
    held = [term.held for found in terms.values() for term in found if term.held]
    cited = sum(len(one.sources) for one in held) <= _CITED
    return [
        PostLine(
            anchor=post_anchor(post),
            title=view.plain(post.name),
            name=view.html(post.name),
            holders=tuple(
                _holder(view, notes if cited else None, term, post_anchor(post))
                for term in sorted(terms[post.id], key=lambda term: (term.key, term.person))
            ),
        )
        for post in body.posts
    ]


def _terms(view: View, body: Organisation) -> defaultdict[str, list[_Term]]:
    found: defaultdict[str, list[_Term]] = defaultdict(list)
    seen: defaultdict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for link in view.catalog.back_links(body):
        naming = view.catalog.find(link.ref)
        if isinstance(naming, Person) and link.role == "posts":
            index = cast("int", link.path[1])
            held = naming.posts[index]
            term = _Term(term_key(held), naming.id, index + 1, held, ())
            found[_post_id(held.post)].append(term)
        elif isinstance(naming, Meeting) and link.role in ATTENDED:
            someone: Attendance = getattr(naming, link.role)[link.path[1]]
            if naming.status is Status.HELD and someone.person and someone.post:
                seen[_post_id(someone.post), someone.person].append(naming)
    for (post, person), meetings in seen.items():
        if all(term.person != person for term in found[post]):
            ordered = sorted(meetings, key=lambda meeting: sort_key(meeting.date))
            key = sort_key(ordered[0].date)
            found[post].append(_Term(key, person, 0, None, tuple(ordered)))
    return found


def _post_id(ref: str) -> str:
    return ref.partition("/")[2]


def _holder(view: View, notes: Footnotes | None, term: _Term, anchor: str) -> Holder:
    link = view.link(f"people/{term.person}")
    if not term.held:
        return Holder(link, _named_at(view, term.meetings), Markup())
    when = held_when(view, term.held)
    if notes:
        mark = notes.cite(term.held.sources, anchor, view.words("record.cite.posts"))
        return Holder(link, when, mark)
    href = view.href(f"people/{term.person}/#{post_held_anchor(term.number)}")
    more = link_html(href, Markup.escape(view.words("record.sources_there")))
    return Holder(link, when, Markup(" {}").format(more))


def _named_at(view: View, meetings: tuple[Meeting, ...]) -> Markup:
    named = [_meeting_link(view, meeting) for meeting in meetings[:_NAMED]]
    dates = Markup.escape(view.words("record.comma")).join(named)
    more = len(meetings) - len(named)
    rest = view.words("record.and_more", n=more) if more else ""
    return Markup("{}{}{}").format(view.words("record.named_at"), dates, rest)


def _meeting_link(view: View, meeting: Meeting) -> Markup:
    when = view.date(meeting.date, short=True)
    return link_html(view.record_href(meeting), when)
