"""A plan's life and line as its page shows them: a picture of both, and the line in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.chronology import plan_date
from coop.pages.parts.rows import plan_row
from coop.pictures.lanes import Flag, place_flags
from coop.pictures.life import Life, draw_life
from coop.pictures.lineage import MOST, RELATED, Lineage, draw_lineage, find_family, list_dated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coop.model import Plan
    from coop.pages.parts.rows import PlanRow
    from coop.pages.view import View
    from coop.pictures.lineage import Family, Tie
    from coop.pictures.marks import Scale

_EMS = 11.6  # what a line of a box holds, in widths of a Chinese character
_LATIN = 0.58  # the width of a bold Latin letter beside it, generously
_FIRST_WIDE = "\u2e80"  # from here on signs are as wide as a Chinese character
_BREAKS = re.compile(r"(?<=[ \u2e80-\uffff])|(?=[\u2e80-\uffff])")  # a line may end here


class Act(NamedTuple):
    """What a plan of the line does, to which other unless that is plain, and on what footing."""

    html: Markup
    inferred: bool


class Link(NamedTuple):
    """A plan of the line in words; `is_this` if it is the page's own."""

    row: PlanRow
    is_this: bool
    acts: tuple[Act, ...]


class Kin(NamedTuple):
    """A plan of the line as a flag, and what is told of it."""

    flag: Flag
    title: str


class LineOfPlan(NamedTuple):
    """The picture of a plan's life and line, as far as there is one, and the line in words.

    A line of too many plans for a drawing stands as a row of flags: `kin`.
    """

    life: Life | None
    lineage: Lineage | None
    kin: tuple[Kin, ...]
    dates: tuple[tuple[str, Markup], ...]
    chain: tuple[Link, ...]


def line_of(view: View, plan: Plan) -> LineOfPlan:
    """What the page of a plan shows of its life and line."""
    family = find_family(view.catalog, plan)
    life = draw_life(view.catalog, family)
    lineage = None
    kin: tuple[Kin, ...] = ()
    if life and len(family.plans) > 1:
        dated = list_dated(family, life.scale)
        if len(dated) > MOST:
            kin = tuple(_kin(view, dated, life.scale))
        else:
            lineage = draw_lineage(view.catalog, family, life.scale, lambda one: _lines(view, one))
    dates = [(flag.key, view.date(flag.when, short=True)) for flag in life.flags] if life else []
    if life and plan.period:
        dates.append(("period", view.period(plan.period, short=True)))
    return LineOfPlan(life, lineage, kin, tuple(dates), _chain(view, family))


def _kin(view: View, plans: Sequence[Plan], scale: Scale) -> Iterator[Kin]:
    for flag in place_flags(plans, scale, one_track=True):
        when = view.date_text(plan_date(flag.plan), short=True)
        yield Kin(flag, when + view.words("record.dot") + view.title(flag.plan))


def _chain(view: View, family: Family) -> tuple[Link, ...]:
    if len(family.plans) == 1:
        return ()
    return tuple(
        Link(
            plan_row(view, plan),
            plan is family.plan,
            tuple(_act(view, family, tie) for tie in family.ties if tie.acting is plan),
        )
        for plan in family.plans
    )


def _act(view: View, family: Family, tie: Tie) -> Act:
    word = view.words(f"record.relation.{tie.verb}")
    if tie.verb == RELATED:
        return Act(Markup.escape(word), inferred=False)
    verb = Markup("<b>{}</b>").format(word)
    is_this = tie.other is family.plan
    other = view.words("record.this_plan") if is_this else view.title_html(tie.other)
    pattern = Markup.escape(view.words("record.act"))
    return Act(pattern.format(verb=verb, plan=other), inferred=not tie.stated)


def _lines(view: View, plan: Plan) -> int:
    """How many lines the box of a plan needs: for its title, counted by letters, and its date."""
    lines, filled = 1, 0.0
    for piece in _BREAKS.split(view.title(plan)):
        ems = sum(1 if sign > _FIRST_WIDE else _LATIN for sign in piece)
        if filled + ems > _EMS:
            lines, filled = lines + 1, 0.0
        filled += ems
    return lines + (plan_date(plan) is not None)
