"""Everything in time order: the picture of lanes, a strip of years, a page for each decade."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from coop.catalog import once
from coop.model.vocabulary import MeetingKind, Status
from coop.pages.parts.events import NO_PLATFORM, PLAN, facets_of, group_events, list_events
from coop.pages.parts.options import Option, list_options
from coop.pages.parts.overview import overview_block
from coop.pages.strips import draw_strip
from coop.pages.view import View, make_page, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coop.catalog import Catalog
    from coop.pages.page import Content, Page
    from coop.pages.parts.events import Event
    from coop.pages.strips import Bar
    from coop.text import Language

_SECTION = "timeline"
_LATEST = 20
_DECADE = 10


class Facet(NamedTuple):
    """A filter: its key in the address, its values, and those that stand folded below them."""

    key: str
    options: tuple[Option, ...]
    folded: tuple[Option, ...] = ()


def timeline_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The overview of all years, and one page for each decade that has events."""
    yield make_page(View(catalog, language, f"{_SECTION}/"), _SECTION, _index)
    for decade in _decades(list_events(catalog)):
        view = View(catalog, language, _address(decade))
        yield make_page(view, _SECTION, partial(_decade, decade=decade))


def count_undated(catalog: Catalog) -> int:
    """How many meetings have no known year."""
    return sum(not (meeting.date and meeting.date.year) for meeting in catalog.meetings.values())


def _decades(events: list[Event]) -> Mapping[int, int]:
    """The decades that have events, newest first, with their numbers."""
    counts = Counter(event.year // _DECADE * _DECADE for event in events)
    return dict(sorted(counts.items(), reverse=True))


def _address(decade: int) -> str:
    return f"{_SECTION}/{decade}s/"


def _index(view: View) -> Content:
    events = list_events(view.catalog)
    latest = [event for event in events if _is_past(view, event)][:_LATEST]
    years = [event.year for event in events]
    first, last = (min(years), max(years)) if years else (0, 0)
    key = "timeline.lead" if events else "lists.empty"
    meta = {
        "title": view.words("nav.timeline"),
        "description": view.words("timeline.description", n=len(events)),
        "coop": "timeline",
    }
    return render(
        view,
        "timeline.md.j2",
        meta,
        lead=view.words(key, n=len(events), first=first, last=last),
        overview=overview_block(view, beside_list=True),
        bars=_strip(view, events),
        decades=_links(view, events, None),
        facets=list_facets(view, events),
        number=len(events),
        years=group_events(view, latest),
        shown=len(latest),
        undated=count_undated(view.catalog),
    )


def _is_past(view: View, event: Event) -> bool:
    as_of = view.catalog.as_of
    return bool(as_of is None or (event.when.start and event.when.start <= as_of))


def _decade(view: View, decade: int) -> Content:
    everything = list_events(view.catalog)
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
        facets=list_facets(view, events),
        years=group_events(view, events),
    )


def _links(
    view: View, events: list[Event], current: int | None
) -> list[tuple[str, int, int, bool]]:
    return [
        (view.href(_address(decade)), decade, number, decade == current)
        for decade, number in _decades(events).items()
    ]


def _strip(view: View, events: list[Event]) -> tuple[Bar, ...]:
    def href(year: int) -> str:
        return view.href(f"{_address(year // _DECADE * _DECADE)}#y{year}")

    return draw_strip(Counter(event.year for event in events), href)


def list_facets(view: View, events: Iterable[Event]) -> tuple[Facet, ...]:
    """The filters, with every value that anything has, and how many of some events have it.

    A page of one decade offers what others have too: a filter is kept on the way to them.
    """
    catalog, words = view.catalog, view.words
    known, counts = _count_all(catalog), _count_values(catalog, events)
    platforms = catalog.platforms.values()
    kinds = [Option(kind.value, words(f"meeting.kind.{kind.value}")) for kind in MeetingKind]
    options = {
        "platform": (
            *list_options(view, (one for one in platforms if one.cmab_order)),
            Option(NO_PLATFORM, words("timeline.no_platform")),
        ),
        "kind": (*kinds, Option(PLAN, words("find.kind.plans"))),
        "status": [Option(one.value, words(f"meeting.status.{one.value}")) for one in Status],
        "topic": list_options(view, catalog.topics.values()),
        "place": list_options(view, catalog.places.values()),
    }
    folded = {"platform": list_options(view, (one for one in platforms if not one.cmab_order))}

    def offer(key: str, found: Iterable[Option]) -> tuple[Option, ...]:
        had = (one for one in found if known[key, one.value])
        return tuple(one._replace(number=counts[key, one.value]) for one in had)

    return tuple(
        Facet(key, offer(key, options[key]), offer(key, folded.get(key, ()))) for key in options
    )


@once
def _count_all(catalog: Catalog) -> Counter[tuple[str, str]]:
    return _count_values(catalog, list_events(catalog))


def _count_values(catalog: Catalog, events: Iterable[Event]) -> Counter[tuple[str, str]]:
    """How many events have each value of each filter."""
    counts: Counter[tuple[str, str]] = Counter()
    for event in events:
        for key, values in facets_of(catalog, event.record).items():
            counts.update((key, value) for value in values)
    return counts
