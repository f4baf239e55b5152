"""What stands out in the story of a platform: changes at its head, documents, breaks, series."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from coop.chronology import plan_date
from coop.edtf import sort_key
from coop.model.vocabulary import MeetingKind, Side, Status
from coop.pages.headings import line_link
from coop.pages.parts.rows import join_html, when_html
from coop.pages.records.brief import main_series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coop.edtf import PartialDate
    from coop.model import Meeting, Plan, Platform
    from coop.pages.view import View

_FEWEST = 2  # a list of one would say nothing that its meeting does not
_KINDS = (
    MeetingKind.PLENARY,
    MeetingKind.WORKING_MEETING,
    MeetingKind.TASK_FORCE,
    MeetingKind.FORUM,
)
_SERIES = 3  # a kind of meeting held less often is no series of its own
_ENDED = 3  # years without a meeting after which a series seems to have ended
_BREAK = 5  # years between two meetings that are worth telling


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A meeting or a plan that stands out: its date, a link to it, and why."""

    when: Markup
    link: Markup
    why: Markup


def list_key_dates(view: View, platform: Platform) -> tuple[KeyDate, ...]:
    """What stands out of a platform's meetings and plans, in time order; empty if it is little."""
    meetings = view.catalog.meetings_of(platform)
    held = [m for m in meetings if m.status is Status.HELD and m.date and m.date.year]
    reasons: defaultdict[str, list[Markup]] = defaultdict(list)
    for meeting, why in _reasons(view, held):
        reasons[meeting.id].append(why)
    found: list[tuple[PartialDate | None, Meeting | Plan, Markup]] = [
        (meeting.date, meeting, join_html(view, reasons[meeting.id]))
        for meeting in held
        if meeting.id in reasons
    ]
    found += [
        (plan_date(plan), plan, Markup.escape(view.words(f"plan.kind.{plan.kind.value}")))
        for plan in _plans_under(view, platform)
    ]
    if len(found) < _FEWEST:
        return ()
    ordered = sorted(found, key=lambda one: (sort_key(one[0]), one[1].id))
    return tuple(
        KeyDate(when_html(view, when), line_link(view, record), why)
        for when, record, why in ordered
    )


def _plans_under(view: View, platform: Platform) -> Iterator[Plan]:
    """The dated plans that were made under a platform or signed at one of its meetings."""
    meetings = {meeting.id for meeting in view.catalog.meetings_of(platform)}
    for plan in view.catalog.plans.values():
        if plan_date(plan) and (plan.platform == platform.id or plan.signed_at in meetings):
            yield plan


def _reasons(view: View, held: Sequence[Meeting]) -> Iterator[tuple[Meeting, Markup]]:
    main = main_series(held)
    yield from _new_heads(view, main)
    yield from _first_online(view, main)
    yield from _breaks(view, main)
    for kind in _KINDS:
        series = [meeting for meeting in held if meeting.kind is kind]
        if len(series) >= _SERIES and series[0] not in main:
            yield from _ends(view, series)


def _new_heads(view: View, main: Sequence[Meeting]) -> Iterator[tuple[Meeting, Markup]]:
    """The plenaries that someone in a post headed for Hong Kong whom none before had had there."""
    seen: set[str] = set()
    for meeting in main if main and main[0].kind is MeetingKind.PLENARY else ():
        posts = dict.fromkeys(
            one.post
            for one in meeting.principals
            if one.post and view.catalog.find_side(one) is Side.HKSAR
        )
        for post in posts:
            known = view.catalog.find_post(post)
            if seen and post not in seen and known:
                pattern = Markup.escape(view.words("record.key_dates.head"))
                yield meeting, pattern.format(post=view.html(known[1].name))
        seen.update(posts)


def _first_online(view: View, main: Sequence[Meeting]) -> Iterator[tuple[Meeting, Markup]]:
    for meeting in main:
        if meeting.online and not meeting.place:
            yield meeting, Markup.escape(view.words("record.key_dates.online"))
            return


def _breaks(view: View, main: Sequence[Meeting]) -> Iterator[tuple[Meeting, Markup]]:
    for before, after in pairwise(main):
        years = _years(_day(before), _day(after))
        if years >= _BREAK:
            yield after, Markup.escape(view.words("record.key_dates.after", n=years))


def _ends(view: View, series: Sequence[Meeting]) -> Iterator[tuple[Meeting, Markup]]:
    """The first of a series beside the main one, and its last if it seems to have ended."""
    kind = view.words(f"meeting.kind.{series[0].kind.value}").lower()
    yield series[0], Markup.escape(view.words("record.key_dates.first", kind=kind))
    if _years(_day(series[-1]), view.catalog.as_of) >= _ENDED:
        yield series[-1], Markup.escape(view.words("record.key_dates.last", kind=kind))


def _day(meeting: Meeting) -> date | None:
    return meeting.date.start if meeting.date else None


def _years(first: date | None, last: date | None) -> int:
    """Whole years between two days; 0 if one is not known."""
    if not first or not last:
        return 0
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
