"""Who took part in a meeting or signed a plan: by side, with posts and the word for the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from coop.model.vocabulary import MeetingKind, Side, Status
from coop.pages.parts.rows import name_html
from coop.pages.view import link_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.model import Meeting, Organisation
    from coop.model.parts import Attendance, Post
    from coop.pages.parts.footnotes import Footnotes
    from coop.pages.view import View

# the keys of a meeting under which those who took part stand
ATTENDED = frozenset({"principals", "participants"})
_WORDS = {
    MeetingKind.PLENARY: "chair",
    MeetingKind.WORKING_MEETING: "chair",
    MeetingKind.TASK_FORCE: "chair",
    MeetingKind.CALL: "met",
    MeetingKind.SIGNING: "signed",
    MeetingKind.PROMOTION: "speaker",
    MeetingKind.FORUM: "speaker",
}
_PLACE = 2
_STATE = ("國家", "国家", "國務", "国务")


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone who took part: name, the word for a head of a side, post, source notes."""

    name: Markup
    word: str
    role: Markup
    notes: Markup


@dataclass(frozen=True, slots=True)
class SideGroup:
    """The people of one side; `side` is empty where no source tells it."""

    side: str
    people: tuple[Attendee, ...]


def group_by_side(view: View, notes: Footnotes, meeting: Meeting) -> tuple[SideGroup, ...]:
    """Everyone named at a meeting by side, heads first."""
    grouped: dict[Side | None, list[Attendee]] = {side: [] for side in (*Side, None)}
    for someone in meeting.principals:
        word = head_word(view, meeting, someone)
        grouped[view.catalog.find_side(someone)].append(attendee(view, notes, someone, word))
    for someone in meeting.participants:
        grouped[view.catalog.find_side(someone)].append(attendee(view, notes, someone))
    return tuple(
        SideGroup(side.value if side else "", tuple(people))
        for side, people in grouped.items()
        if people
    )


def attendee(view: View, notes: Footnotes, someone: Attendance, word: str = "") -> Attendee:
    """Someone who took part, ready for a list."""
    mark = notes.cite(someone.sources, "attended", view.words("record.cite.attendance"))
    return Attendee(linked_name(view, someone), word, role_html(view, someone), mark)


def linked_name(view: View, someone: Attendance) -> Markup:
    """The name, a link where there is a record."""
    if someone.person and (person := view.catalog.people.get(someone.person)):
        return view.link_to(person)
    body = view.catalog.organisations.get(someone.organisation or "")
    if body and not someone.name and not someone.post:
        return view.link_to(body)
    return name_html(view, someone)


def role_html(view: View, someone: Attendance) -> Markup:
    """The post held at the time as a link to its organisation, else the title of the source."""
    pieces = [post_html(view, someone.post)] if someone.post else []
    if someone.role:
        pieces.append(view.html(someone.role))
    body = view.catalog.organisations.get(someone.organisation or "")
    if body and not someone.post and (someone.name or someone.person):
        pieces.append(view.link_to(body))
    return Markup.escape(view.words("record.aside")).join(pieces)


def post_html(view: View, ref: str) -> Markup:
    """A post by title and body as a link to the body's page."""
    return view.share(_post_html, ref, ref)


def _post_html(view: View, ref: str) -> Markup:
    found = view.catalog.find_post(ref)
    if found is None:
        return Markup("<code>{}</code>").format(ref)
    body, post = found
    href = f"{view.record_href(body)}#{post_anchor(post)}"
    return link_html(href, post_title_html(view, body, post))


def post_anchor(post: Post) -> str:
    """The anchor of a post on its organisation's page."""
    return f"post-{post.id}"


def post_title(view: View, body: Organisation, post: Post) -> str:
    """A post by title and body, without markup."""
    title = view.plain(post.name)
    if _stands_alone(view, body, post):
        return title
    return view.words("record.post", post=title, body=view.title(body))


def post_title_html(view: View, body: Organisation, post: Post) -> Markup:
    """A post by title and body as HTML."""
    title, owner = view.html(post.name), view.title_html(body)
    if _stands_alone(view, body, post):
        return title
    return Markup.escape(view.words("record.post")).format(post=title, body=owner)


def _stands_alone(view: View, body: Organisation, post: Post) -> bool:
    # "Secretary for …" and 「政制及內地事務局局長」 name their body; heads of the HKSAR and offices
    # of the state (國家主席, 國務院總理) need none
    title = view.plain(post.name)
    names = [view.plain(name) for name in (body.name, body.short) if name]
    whole = any(name in title for name in names) or " of " in title or " for " in title
    # 「深圳市副市長」 begins with the place as 「深圳市政府」 does
    chinese = not title.isascii() and any(title.startswith(name[:_PLACE]) for name in names)
    highest = body.side is Side.HKSAR and body.parent is None
    return whole or chinese or highest or title.startswith(_STATE)


def head_word(view: View, meeting: Meeting, someone: Attendance) -> str:
    """What the head of a side did: co-chaired, met, led, received, signed or spoke."""
    key = _WORDS.get(meeting.kind, "head")
    if meeting.kind is MeetingKind.VISIT:
        key = _visit_word(view, meeting, someone)
    if key == "chair" and len(meeting.principals) == 1:
        key = "head"
    planned = "" if meeting.status is Status.HELD else "planned_"
    return view.words(f"record.head.{planned}{key}")


def _visit_word(view: View, meeting: Meeting, someone: Attendance) -> str:
    host, side = view.catalog.find_host(meeting.place), view.catalog.find_side(someone)
    if host is None or side is None:
        return "head"
    return "received" if side is host else "led"


def names_not_given(view: View, people: Iterable[Attendance]) -> tuple[Markup, ...]:
    """The posts and titles for which no source gives a name."""
    return tuple(
        role_html(view, someone)
        for someone in people
        if not (someone.person or someone.name) and (someone.post or someone.role)
    )
