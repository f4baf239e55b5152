"""The meetings of a platform set upright, newest first: rails, years, and the numbers not found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from coop.edtf import sort_key
from coop.model.vocabulary import MeetingKind
from coop.pages.parts.missing import missing_sentences, missing_words
from coop.pages.parts.rows import MeetingRow, meeting_row, shape_of
from coop.pages.records.brief import Came, came_of
from coop.pictures.marks import middle_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coop.edtf import PartialDate
    from coop.model import Meeting, Platform
    from coop.pages.view import View
    from coop.series import Series

_SHAPES = ("m-p", "m-w", "m-o")
_COLUMNS = {1: "p", 2: "po", 3: "pwo"}
_WRAPPERS = {1: "coop-upright coop-upright--one", 2: "coop-upright coop-upright--two"}


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting on the timeline, or a number of a series without a record (`row` is None)."""

    column: str
    shape: str
    day: date | None
    when: PartialDate | None
    row: MeetingRow | None
    ordinal: int | None
    between: str = ""
    sentence: str = ""
    came: Came | None = None


@dataclass(frozen=True, slots=True)
class YearGroup:
    """A year and its events, newest first; no events: a year or years without a meeting."""

    anchor: str
    label: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Upright:
    """The whole timeline: how to read it, the wrapper's classes, the rails, the years."""

    note: str
    wrapper: str
    rails: tuple[tuple[str, str], ...]
    years: tuple[YearGroup, ...]


def stand_upright(view: View, platform: Platform) -> Upright:
    """The timeline of a platform's meetings."""
    meetings = view.catalog.meetings_of(platform)
    used = [shape for shape in _SHAPES if any(shape_of(m.kind) == shape for m in meetings)]
    columns = dict(zip(used, _COLUMNS.get(len(used), ""), strict=True))
    events = [_event(view, meeting, columns) for meeting in meetings]
    for series in view.catalog.series_on(platform):
        events += _missing(view, series, columns)
    return Upright(
        note=view.space.join(_notes(view, events)),
        wrapper=_WRAPPERS.get(len(used), "coop-upright"),
        rails=tuple((shape, _rail_word(view, shape, meetings)) for shape in used),
        years=tuple(_by_year(view, events)),
    )


def _notes(view: View, events: Sequence[Event]) -> Iterator[str]:
    yield view.words("record.upright.order")
    if any(event.row and event.ordinal for event in events):
        yield view.words("record.upright.numbers")
    if any(event.row is None for event in events):
        yield view.words("record.upright.missing")


def _rail_word(view: View, shape: str, meetings: Sequence[Meeting]) -> str:
    kinds = dict.fromkeys(m.kind.value for m in meetings if shape_of(m.kind) == shape)
    if shape == "m-o" and len(kinds) > 1:
        return view.words("record.rail_other")
    return view.words("record.comma").join(view.words(f"meeting.kind.{kind}") for kind in kinds)


def _event(view: View, meeting: Meeting, columns: dict[str, str]) -> Event:
    shape = shape_of(meeting.kind)
    when = meeting.date
    day = when.start or when.end if when else None
    row, came = meeting_row(view, meeting), came_of(view, meeting)
    return Event(columns[shape], shape, day, when, row, meeting.ordinal, came=came)


def _missing(view: View, series: Series, columns: dict[str, str]) -> Iterator[Event]:
    """The numbers of a series that no record has; those before its first known one as one."""
    kind = MeetingKind(series.key.kind)
    shape = shape_of(kind)
    before = [gap for gap in series.missing if gap.after is None]
    for gap in series.missing[len(before) - 1 :] if before else series.missing:
        between, sentence = missing_words(view, kind, gap)
        number: int | None = gap.ordinal
        if gap.after is None and len(before) > 1:
            number = None
            sentence = missing_sentences(view, [(kind, tuple(one.ordinal for one in before))])[0]
        yield Event(columns[shape], shape, middle_of(gap), None, None, number, between, sentence)


def _by_year(view: View, events: list[Event]) -> list[YearGroup]:
    grouped: defaultdict[int, list[Event]] = defaultdict(list)
    for event in events:
        grouped[event.day.year if event.day else 0].append(event)
    undated = grouped.pop(0, [])
    groups: list[YearGroup] = []
    if grouped:
        as_of = view.catalog.as_of
        last = max(*grouped, as_of.year if as_of else 0)
        years = range(last, min(grouped) - 1, -1)
        for _, run in groupby(years, key=lambda year: year in grouped):
            groups += _run(list(run), grouped)
    if undated:
        label = view.words("record.year_unknown")
        groups.append(YearGroup("y-unknown", label, tuple(undated)))
    return groups


def _run(years: list[int], grouped: Mapping[int, list[Event]]) -> list[YearGroup]:
    if years[0] not in grouped:
        return [_empty(years)]
    return [_year(year, grouped[year]) for year in years]


def _year(year: int, events: list[Event]) -> YearGroup:
    # a number missing before the first known meeting is drawn at its day, yet was held earlier
    ordered = sorted(
        events, key=lambda one: (one.day or date.min, one.row is not None, sort_key(one.when))
    )
    return YearGroup(f"y{year}", str(year), tuple(reversed(ordered)))


def _empty(run: list[int]) -> YearGroup:
    label = str(run[0]) if len(run) == 1 else f"{run[-1]}–{run[0]}"
    return YearGroup(f"y{run[0]}", label, ())
