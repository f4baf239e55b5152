"""Everything in time order: a strip of years, and a page of events for each decade."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.catalog import plan_date
from coop.edtf import Precision, sort_key
from coop.model import Meeting, Plan
from coop.pages.dates import write_day_and_month
from coop.pages.page import Page
from coop.pages.rows import meeting_row, plan_row
from coop.pages.view import View, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.pages.page import Content
    from coop.pages.rows import MeetingRow, PlanRow
    from coop.text import Language

_SECTION = "timeline"
_LATEST = 20
_TALLEST = 64  # pixels: the bar of the fullest year
_LOWEST = 2
_DECADE = 10


class Event(NamedTuple):
    """A meeting or a plan at its date."""

    when: PartialDate
    record: Meeting | Plan

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.when.year or 0


class Bar(NamedTuple):
    """A year in the strip: how many events, how high its bar, where it leads."""

    year: int
    number: int
    height: int
    href: str


class EventLine(NamedTuple):
    """An event as one line: its day, whether it opens a month, the row behind it."""

    when: Markup
    opens_month: bool
    meeting: MeetingRow | None
    plan: PlanRow | None


def timeline_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The overview of all years, and one page for each decade that has events."""
    yield Page(f"{_SECTION}/", language, _SECTION, partial(_index, catalog, language))
    for decade in _decades(list_events(catalog)):
        render_decade = partial(_decade, catalog, language, decade)
        yield Page(_address(decade), language, _SECTION, render_decade)


def list_events(catalog: Catalog) -> list[Event]:
    """Meetings and plans whose year is known, newest first."""
    found = [Event(m.date, m) for m in catalog.meetings.values() if m.date and m.date.year]
    for plan in catalog.plans.values():
        when = plan_date(plan)
        if when and when.year:
            found.append(Event(when, plan))
    return sorted(found, key=lambda event: (sort_key(event.when), event.record.ref), reverse=True)


def count_undated(catalog: Catalog) -> int:
    """How many meetings have no known year."""
    return sum(not (meeting.date and meeting.date.year) for meeting in catalog.meetings.values())


def _decades(events: list[Event]) -> Mapping[int, int]:
    """The decades that have events, newest first, with their numbers."""
    counts = Counter(event.year // _DECADE * _DECADE for event in events)
    return dict(sorted(counts.items(), reverse=True))


def _address(decade: int) -> str:
    return f"{_SECTION}/{decade}s/"


def _index(catalog: Catalog, language: Language) -> Content:
    view = View(catalog, language, f"{_SECTION}/")
    events = list_events(catalog)
    latest = _group_by_year(view, [e for e in events if _is_past(view, e)][:_LATEST])
    years = [event.year for event in events]
    first, last = (min(years), max(years)) if years else (0, 0)
    key = "timeline.lead" if events else "lists.empty"
    lead = view.words(key, n=len(events), first=first, last=last)
    meta = {
        "title": view.words("nav.timeline"),
        "description": view.words("timeline.description", n=len(events)),
        "coop": "timeline",
    }
    return render(
        view,
        "timeline.md.j2",
        meta,
        lead=lead,
        bars=_strip(view, events),
        decades=_links(view, events, None),
        latest=latest,
        undated=count_undated(catalog),
    )


def _is_past(view: View, event: Event) -> bool:
    as_of = view.catalog.as_of
    return bool(as_of is None or (event.when.start and event.when.start <= as_of))


def _decade(catalog: Catalog, language: Language, decade: int) -> Content:
    view = View(catalog, language, _address(decade))
    everything = list_events(catalog)
    events = [event for event in everything if decade <= event.year < decade + _DECADE]
    meta = {
        "title": view.words("timeline.decade.title", decade=decade),
        "description": view.words("timeline.decade.description", decade=decade, n=len(events)),
        "coop": "timeline",
    }
    return render(
        view,
        "timeline_decade.md.j2",
        meta,
        title=meta["title"],
        number=len(events),
        bars=_strip(view, events),
        decades=_links(view, everything, decade),
        years=_group_by_year(view, events),
    )


def _links(
    view: View, events: list[Event], current: int | None
) -> list[tuple[str, int, int, bool]]:
    return [
        (view.href(_address(decade)), decade, number, decade == current)
        for decade, number in _decades(events).items()
    ]


def _strip(view: View, events: list[Event]) -> list[Bar]:
    counts = Counter(event.year for event in events)
    if not counts:
        return []
    most = max(counts.values())
    return [
        Bar(
            year,
            counts[year],
            max(_LOWEST, _TALLEST * counts[year] // most),
            _year_href(view, year),
        )
        for year in range(min(counts), max(counts) + 1)
    ]


def _year_href(view: View, year: int) -> str:
    return view.href(f"{_address(year // _DECADE * _DECADE)}#y{year}")


def _group_by_year(view: View, events: list[Event]) -> list[tuple[int, list[EventLine]]]:
    grouped: defaultdict[int, list[EventLine]] = defaultdict(list)
    month = None
    for event in events:
        this_month = (event.year, event.when.start and event.when.start.month, event.when.precision)
        grouped[event.year].append(_line(view, event, opens_month=this_month != month))
        month = this_month
    return list(grouped.items())


def _line(view: View, event: Event, *, opens_month: bool) -> EventLine:
    record = event.record
    return EventLine(
        when=_day_html(view, event.when),
        opens_month=opens_month,
        meeting=meeting_row(view, record) if isinstance(record, Meeting) else None,
        plan=plan_row(view, record) if isinstance(record, Plan) else None,
    )


def _day_html(view: View, when: PartialDate) -> Markup:
    """The day and month of an event below the heading of its year."""
    if when.precision is Precision.YEAR or not when.start:
        return Markup("<span>{}</span>").format(view.words("timeline.day_unknown"))
    text = write_day_and_month(when, view.language)
    if when.is_interval:
        return Markup("<span>{}</span>").format(text)
    return Markup('<time datetime="{}">{}</time>').format(when.edtf, text)
