"""Meetings and plans as one line of a list: what lists, timelines and record pages show of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from coop.chronology import plan_date
from coop.model.vocabulary import MeetingKind
from coop.numerals import ordinal_suffix
from coop.pages.headings import line_title
from coop.text import escape_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.edtf import PartialDate
    from coop.model import Meeting, Plan
    from coop.model.parts import Attendance
    from coop.model.values import LangMap
    from coop.pages.view import View

_MOST_NAMED = 3
_SHAPES = {
    MeetingKind.PLENARY: "m-p",
    MeetingKind.WORKING_MEETING: "m-w",
    MeetingKind.TASK_FORCE: "m-w",
}


@dataclass(frozen=True, slots=True)
class Head:
    """Someone at the head of a side: the side (empty if not known) and the name."""

    side: str
    name_html: Markup


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as one line; `shape` is the id of its mark, `status` and `kind` are list words."""

    href: str
    title_html: Markup
    when_html: Markup
    status: str
    kind: str
    shape: str
    place_html: Markup
    ordinal: int | None
    principals: tuple[Head, ...]
    heads_html: Markup


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan as one line; `kind` is a word of the closed list."""

    href: str
    title_html: Markup
    when_html: Markup
    kind: str
    issuers_html: Markup


def meeting_row(view: View, meeting: Meeting) -> MeetingRow:
    """A meeting as one line of a list."""
    return view.share(_meeting_row, meeting, meeting.ref)


def _meeting_row(view: View, meeting: Meeting) -> MeetingRow:
    heads = tuple(_head(view, someone) for someone in meeting.principals)
    return MeetingRow(
        href=view.record_href(meeting),
        title_html=line_title(view, meeting),
        when_html=when_html(view, meeting.date),
        status=meeting.status.value,
        kind=meeting.kind.value,
        shape=shape_of(meeting.kind),
        place_html=_place(view, meeting),
        ordinal=meeting.ordinal,
        principals=heads,
        heads_html=few_html(view, meeting.principals),
    )


def plan_row(view: View, plan: Plan) -> PlanRow:
    """A plan as one line of a list, by the first of its dates; its issuers, else its parties."""
    return view.share(_plan_row, plan, plan.ref)


def _plan_row(view: View, plan: Plan) -> PlanRow:
    bodies = [view.catalog.organisations.get(body) for body in plan.issuers or plan.parties]
    return PlanRow(
        href=view.record_href(plan),
        title_html=line_title(view, plan),
        when_html=when_html(view, plan_date(plan)),
        kind=plan.kind.value,
        issuers_html=join_html(view, (view.title_html(body) for body in bodies if body)),
    )


def shape_of(kind: MeetingKind) -> str:
    """The id of the mark that stands for a kind of meeting."""
    return _SHAPES.get(kind, "m-o")


def when_html(view: View, when: PartialDate | None) -> Markup:
    """A date for the first column of a list."""
    if when and when.start and not when.is_interval:
        return view.date(when, short=True)
    unknown = "" if when else " coop-muted"
    text = escape_html(view.date_text(when, short=True)).replace("日至", "日至<wbr>")
    return Markup(f'<span class="coop-list__when{unknown}">{text}</span>')  # noqa: S704 - escaped


def join_html(view: View, pieces: Iterable[Markup]) -> Markup:
    """Pieces with the comma of the page's language between them."""
    return Markup.escape(view.words("record.comma")).join(pieces)


def few_html(view: View, people: Iterable[Attendance]) -> Markup:
    """The names of the first of some people, and that there are others; the unnamed are left out.

    A name in another language than the page's is marked by `lang` alone: lines are narrow.
    """
    names = [
        _bare_html(view, person.name if person else one.name)
        for one in people
        if (person := view.catalog.people.get(one.person or "")) or one.name
    ]
    joined = join_html(view, names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return joined
    return Markup.escape(view.words("record.and_others")).format(names=joined)


def _bare_html(view: View, name: LangMap | None) -> Markup:
    words, language = view.choose(name) or ("", view.language)
    if language is view.language:
        return Markup.escape(words)
    return Markup('<span lang="{}">{}</span>').format(language.value, words)


def dated_html(view: View, what: Markup, when: PartialDate | None) -> Markup:
    """Something with its date beside it, in the manner of the page's language."""
    pattern = Markup.escape(view.words("record.dated"))
    return pattern.format(what=what, date=view.date(when, short=True))


def name_html(view: View, someone: Attendance) -> Markup:
    """The name of someone who took part: the person's, the body's, or that it is not given."""
    if someone.person and (person := view.catalog.people.get(someone.person)):
        return view.title_html(person)
    if someone.name:
        return view.html(someone.name)
    if someone.organisation and (body := view.catalog.organisations.get(someone.organisation)):
        return view.title_html(body)
    return Markup.escape(view.words("record.name_not_given"))


def ordinal_words(view: View, number: int) -> str:
    """An ordinal in words: 1st, 第1次."""
    return view.words(f"record.nth.{ordinal_suffix(number)}", n=number)


def _head(view: View, someone: Attendance) -> Head:
    side = view.catalog.find_side(someone)
    return Head(side.value if side else "", name_html(view, someone))


def _place(view: View, meeting: Meeting) -> Markup:
    place = view.catalog.places.get(meeting.place or "")
    pieces = [view.title_html(place)] if place else []
    if meeting.online:
        pieces.append(Markup.escape(view.words("record.online")))
    return join_html(view, pieces)
