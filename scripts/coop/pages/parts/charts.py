"""Charts as blocks of list pages: the heading of each says what it shows, from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from coop.chronology import plan_date, plan_order
from coop.pages.dates import write_day
from coop.pages.headings import keep_names
from coop.pages.parts.rows import shape_of
from coop.pages.view import View, render_block
from coop.pictures.counterparts import find_pairs
from coop.pictures.descent import find_descents
from coop.pictures.heat import draw_heat
from coop.pictures.lanes import place_flags
from coop.pictures.marks import make_scale, place_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coop.edtf import PartialDate
    from coop.model import Meeting
    from coop.pictures.counterparts import Pair
    from coop.pictures.descent import Branch
    from coop.pictures.heat import Strip
    from coop.pictures.lanes import Flag
    from coop.pictures.marks import Mark, Scale

_MOST_PAIRS = 12


class StripLine(NamedTuple):
    """A strip with its name, and its years in words."""

    name: Markup
    strip: Strip
    years: str


class PairLine(NamedTuple):
    """A pair of heads: links to both, their meetings as marks, how many and when."""

    ours: Markup
    theirs: Markup
    side: str
    number: int
    marks: tuple[Mark, ...]
    when: Markup


class DescentLine(NamedTuple):
    """A plan with all that came of it: how many, their flags, from where to where, the latest."""

    tree: Branch
    number: int
    flags: tuple[Flag, ...]
    span: tuple[str, str] | None
    latest: PartialDate | None


def platform_years_chart(view: View) -> Markup:
    """Meetings a year by platform; nothing if the ten platforms never met."""
    heat = draw_heat(view.catalog)
    if not heat.fullest or not heat.fullest.platform:
        return Markup()
    key = "charts.years.title_empty" if heat.empty_years else "charts.years.title"
    title = Markup.escape(view.words(key)).format(
        n=heat.fullest.total,
        total=heat.total,
        platform=view.title_html(heat.fullest.platform),
        years=_name_years(view, heat.empty_years),
    )
    strips = [_strip_line(view, strip) for strip in (*heat.ten, heat.rest)]
    return _chart(
        view,
        "chart_platform_years.html.j2",
        title=title,
        heat=heat,
        strips=strips,
    )


def _name_years(view: View, years: Sequence[int]) -> str:
    names = [str(year) for year in years]
    listed = view.words("record.list").join(names[:-1])
    return view.words("record.and").join(filter(None, (listed, *names[-1:])))


def _strip_line(view: View, strip: Strip) -> StripLine:
    name = view.link_to(strip.platform) if strip.platform else None
    pieces = (
        view.words("charts.years.year", year=cell.year, n=cell.number) for cell in strip.cells
    )
    return StripLine(
        name or Markup.escape(view.words("charts.years.rest")),
        strip,
        view.words("record.list").join(pieces),
    )


def counterparts_chart(view: View) -> Markup:
    """Who sat across from whom most often; nothing if nobody did."""
    pairs = find_pairs(view.catalog)
    if not pairs:
        return Markup()
    scale = make_scale(view.catalog.as_of)
    lines = [_pair_line(view, scale, pair) for pair in pairs]
    title = Markup.escape(view.words("charts.pairs.title")).format(
        ours=view.title_html(pairs[0].ours),
        theirs=view.title_html(pairs[0].theirs),
        times=view.words("charts.pairs.times", n=len(pairs[0].meetings)),
        once=sum(len(pair.meetings) == 1 for pair in pairs),
        total=len(pairs),
    )
    return _chart(
        view,
        "chart_counterparts.html.j2",
        title=title,
        scale=scale,
        lines=lines[:_MOST_PAIRS],
        more=[line for line in lines if line.number > 1],
        shape_of=shape_of,
    )


def _pair_line(view: View, scale: Scale, pair: Pair) -> PairLine:
    return PairLine(
        ours=view.link_to(pair.ours),
        theirs=view.link_to(pair.theirs),
        side=pair.side.value,
        number=len(pair.meetings),
        marks=tuple(place_marks(pair.meetings, scale, two_tracks=False)),
        when=_when(view, pair.meetings),
    )


def descents_chart(view: View) -> Markup:
    """Which plans came of which, a lane a line; nothing if no plan acts on another."""
    trees = find_descents(view.catalog)
    if not trees:
        return Markup()
    scale = make_scale(view.catalog.as_of)
    lines = [_descent_line(scale, tree) for tree in trees]
    longest = max(lines, key=lambda line: line.number)
    acting = {plan.id for tree in trees for plan in tree.plans()} - {t.plan.id for t in trees}
    title = Markup.escape(view.words("charts.descents.title")).format(
        n=len(acting),
        total=len(view.catalog.plans),
        plan=view.title_html(longest.tree.plan),
        documents=view.words("charts.descents.documents", n=longest.number),
    )
    return _chart(
        view,
        "chart_descents.html.j2",
        title=title,
        scale=scale,
        lines=lines,
        plan_date=plan_date,
    )


def _descent_line(scale: Scale, tree: Branch) -> DescentLine:
    plans = sorted({plan.id: plan for plan in tree.plans()}.values(), key=plan_order)
    flags = tuple(place_flags(plans, scale, one_track=True))
    dated = [when for plan in plans if (when := plan_date(plan))]
    span = (flags[0].x, flags[-1].x) if len(flags) > 1 else None
    return DescentLine(tree, len(plans), flags, span, dated[-1] if dated else None)


def _when(view: View, meetings: tuple[Meeting, ...]) -> Markup:
    """The years of the first and the last meeting."""
    years = [meeting.date.year for meeting in meetings if meeting.date and meeting.date.year]
    if not years:
        return Markup.escape(view.date_text(None))
    first, last = min(years), max(years)
    return Markup.escape(first if first == last else f"{first}–{last}")


def _chart(view: View, template: str, *, title: Markup, **values: Any) -> Markup:
    """A chart as its template sets it, with the day to which the records reach."""
    as_of = view.catalog.as_of
    told = write_day(as_of, view.language) if as_of else ""
    return render_block(view, template, title=keep_names(view, title), as_of=told, **values)
