"""Meetings and plans in time order, by year and month, each with what a reader may filter by."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.catalog import once
from coop.chronology import plan_date
from coop.edtf import Precision, sort_key
from coop.model import Meeting, Plan
from coop.pages.dates import write_day_in_month, write_month
from coop.pages.parts.rows import meeting_row, plan_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.pages.parts.rows import MeetingRow, PlanRow
    from coop.pages.view import View

PLAN = "plan"  # the kind by which plans are filtered
NO_PLATFORM = "none"


class Event(NamedTuple):
    """A meeting or a plan at its date."""

    when: PartialDate
    record: Meeting | Plan

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.when.year or 0

    @property
    def month(self) -> int:
        """The month in which it begins, 0 if that is not known."""
        known = self.when.start and self.when.precision in {Precision.DAY, Precision.MONTH}
        return self.when.start.month if known and self.when.start else 0


class EventLine(NamedTuple):
    """An event as one line: its day, what it is filtered by, the row behind it."""

    when: Markup
    facets: Mapping[str, str]
    meeting: MeetingRow | None
    plan: PlanRow | None


class MonthGroup(NamedTuple):
    """The events of a month; `name` says so if the month is not known."""

    name: str
    lines: tuple[EventLine, ...]


class YearGroup(NamedTuple):
    """A year and its events by month, newest first."""

    year: int
    number: int
    months: tuple[MonthGroup, ...]


@once
def list_events(catalog: Catalog) -> list[Event]:
    """Meetings and plans whose year is known, newest first."""
    found = [Event(m.date, m) for m in catalog.meetings.values() if m.date and m.date.year]
    for plan in catalog.plans.values():
        when = plan_date(plan)
        if when and when.year:
            found.append(Event(when, plan))
    return sorted(found, key=lambda event: (sort_key(event.when), event.record.ref), reverse=True)


def group_events(view: View, events: Iterable[Event]) -> list[YearGroup]:
    """Events, given newest first, by year and month."""
    years = []
    for year, found in groupby(events, key=lambda event: event.year):
        ordered = list(found)
        years.append(YearGroup(year, len(ordered), tuple(_months(view, ordered))))
    return years


def facets_of(catalog: Catalog, record: Meeting | Plan) -> dict[str, tuple[str, ...]]:
    """What an event is filtered by: ids and list words; a place brings those it lies in."""
    meeting = record if isinstance(record, Meeting) else None
    places = record.places if isinstance(record, Plan) else filter(None, (record.place,))
    around = (outer.id for place in places for outer in catalog.places_around(place))
    return {
        "platform": (record.platform or NO_PLATFORM,),
        "kind": (meeting.kind.value if meeting else PLAN,),
        "topic": record.topics,
        "place": tuple(dict.fromkeys(around)),
        "status": (meeting.status.value,) if meeting else (),
    }


def _months(view: View, events: Iterable[Event]) -> Iterator[MonthGroup]:
    for month, found in groupby(events, key=lambda event: event.month):
        name = write_month(month, view.language) if month else view.words("timeline.month_unknown")
        yield MonthGroup(name, tuple(_line(view, event) for event in found))


def _line(view: View, event: Event) -> EventLine:
    record = event.record
    facets = facets_of(view.catalog, record)
    return EventLine(
        when=_day_html(view, event.when),
        facets={key: " ".join(values) for key, values in facets.items() if values},
        meeting=meeting_row(view, record) if isinstance(record, Meeting) else None,
        plan=plan_row(view, record) if isinstance(record, Plan) else None,
    )


def _day_html(view: View, when: PartialDate) -> Markup:
    """The day of an event below the heading of its month."""
    if when.precision is not Precision.DAY or not when.start:
        return Markup("<span>{}</span>").format(view.words("timeline.day_unknown"))
    text = write_day_in_month(when, view.language)
    if when.is_interval:
        return Markup("<span>{}</span>").format(text)
    return Markup('<time datetime="{}">{}</time>').format(when.edtf, text)
