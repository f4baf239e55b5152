"""The generated blocks of the home page: search, the picture of lanes, latest, plans, counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from coop.catalog import once
from coop.chronology import plan_order
from coop.model import Kind
from coop.model.parts import Statement
from coop.model.vocabulary import Grade, Status
from coop.pages.dates import write_day
from coop.pages.lists.sources import share_grades
from coop.pages.parts.mentions import count_meetings
from coop.pages.parts.open_points import is_unreported
from coop.pages.parts.overview import overview_block
from coop.pages.parts.rows import meeting_row
from coop.pages.view import View, render_block
from coop.pictures.marks import Scale

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from markupsafe import Markup

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.model import Meeting, Plan
    from coop.text import Language

_LATEST = 8
_PLANS = 12
_TOPICS = 4
_COUNTED = (
    Kind.MEETINGS,
    Kind.PLATFORMS,
    Kind.PLANS,
    Kind.PEOPLE,
    Kind.ORGANISATIONS,
    Kind.SOURCES,
)


class PlanInForce(NamedTuple):
    """A plan whose period holds the day of the newest record; an open end has no `until`."""

    link: Markup
    period: str
    x: str
    width: str
    is_open: bool


class Coverage(NamedTuple):
    """How many statements there are, with an official source, and with the place in a source."""

    statements: int
    official: int
    located: int

    def percent(self, number: int) -> int:
        """A number of statements as a share of all, in whole per cent, rounded down."""
        return 100 * number // self.statements if self.statements else 0


def home_blocks(catalog: Catalog, language: Language) -> Mapping[str, Callable[[], Markup]]:
    """The blocks that the markers of the home page stand for, each made only when asked for."""
    view = View(catalog, language, "")
    writers = {
        "search": _search,
        "overview": overview_block,
        "latest": _latest,
        "announced": _announced,
        "plans": _plans,
        "counts": _counts,
    }
    return {name: partial(write, view) for name, write in writers.items()}


@once
def measure_coverage(catalog: Catalog) -> Coverage:
    """The footing of all statements: how many rest on an official document or name the place."""
    statements = [
        part
        for records in catalog.records.values()
        for record in records.values()
        for _, part in record.parts
        if isinstance(part, Statement)
    ]
    official = sum(_has_official(catalog, statement) for statement in statements)
    located = sum(any(ref.at for ref in statement.sources) for statement in statements)
    return Coverage(len(statements), official, located)


def _has_official(catalog: Catalog, statement: Statement) -> bool:
    sources = (catalog.sources.get(ref.id) for ref in statement.sources)
    return any(source and source.grade is Grade.OFFICIAL for source in sources)


def _search(view: View) -> Markup:
    topics = sorted(
        view.catalog.topics.values(),
        key=lambda topic: (-count_meetings(view.catalog, topic), topic.id),
    )
    return render_block(view, "home_search.html.j2", topics=topics[:_TOPICS])


def _latest(view: View) -> Markup:
    found = [meeting for meeting in view.catalog.meetings.values() if _was_held(meeting)]
    rows = [meeting_row(view, meeting) for meeting in reversed(found[-_LATEST:])]
    empty = "lists.empty"
    return render_block(view, "home_meetings.html.j2", rows=rows, empty=empty, unreported=0)


def _was_held(meeting: Meeting) -> bool:
    return meeting.status is Status.HELD and bool(meeting.date and meeting.date.year)


def _announced(view: View) -> Markup:
    meetings = view.catalog.meetings.values()
    rows = [meeting_row(view, meeting) for meeting in meetings if view.catalog.is_ahead(meeting)]
    return render_block(
        view,
        "home_meetings.html.j2",
        rows=rows,
        empty="home.none_announced",
        unreported=sum(is_unreported(view.catalog, meeting) for meeting in meetings),
    )


def _plans(view: View) -> Markup:
    as_of = view.catalog.as_of
    plans = plans_in_force(view.catalog, as_of)[:_PLANS] if as_of else []
    starts = [plan.period.start for plan in plans if plan.period and plan.period.start]
    ends = [plan.period.end for plan in plans if plan.period and plan.period.end]
    if not as_of or not starts:
        return render_block(view, "home_plans.html.j2", plans=[])
    first, last = min(starts).year, max([as_of, *ends]).year
    scale = Scale(min(starts).replace(month=1, day=1), as_of.replace(year=last + 1, month=1, day=1))
    return render_block(
        view,
        "home_plans.html.j2",
        plans=[_in_force(view, scale, plan) for plan in plans],
        now=scale.at(as_of),
        axis=[(first, "0%", "start"), (last, "100%", "end")],
        as_of=write_day(as_of, view.language),
    )


def plans_in_force(catalog: Catalog, day: date) -> list[Plan]:
    """The plans whose period holds a day and that no other plan took the place of, newest first."""
    replaced = {old for plan in catalog.plans.values() for old in plan.supersedes}
    found = [
        plan
        for plan in catalog.plans.values()
        if plan.id not in replaced and plan.period and _holds(plan.period, day)
    ]
    return sorted(found, key=plan_order, reverse=True)


def _holds(period: PartialDate, day: date) -> bool:
    return bool(period.start and period.start <= day and (period.end is None or day <= period.end))


def _in_force(view: View, scale: Scale, plan: Plan) -> PlanInForce:
    period = plan.period
    start = (period and period.start) or scale.first
    end = (period and period.end) or scale.last
    return PlanInForce(
        link=view.link_to(plan),
        period=view.date_text(period, short=True),
        x=scale.at(start),
        width=scale.width(start, min(end, scale.last)),
        is_open=bool(period and not period.end),
    )


def _counts(view: View) -> Markup:
    catalog = view.catalog
    figures = [(kind.value, len(catalog.records[kind])) for kind in _COUNTED]
    return render_block(
        view,
        "home_counts.html.j2",
        figures=figures,
        coverage=measure_coverage(catalog),
        shares=share_grades(catalog.sources.values()),
    )
