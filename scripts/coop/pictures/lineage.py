"""The line of a plan: what it acts on, what acts on it, and where a drawing puts them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from coop.chronology import plan_date, plan_order
from coop.model import Kind
from coop.model.vocabulary import Basis
from coop.pictures.curves import BOX, draw_curves
from coop.pictures.marks import point_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.model import Plan
    from coop.pictures.curves import Curve
    from coop.pictures.marks import Scale

ACTS = ("amends", "supersedes", "implements")
RELATED = "related"
BANDS = ("mainland", "joint", "hksar", "macao", "unknown")
MOST = 14  # boxes that one drawing holds: more would be a tangle
WIDTH = 1000
LINE = 16  # height of a line of text in a box
_PADDING = 12
_INSET = 8  # boxes keep this far from both ends
_GAP = 12  # between boxes of a row, and below the last row
_ROW_GAP = 30  # room for an arrow and its verb
_HEAD = 24  # above the boxes of a band: its name


class Tie(NamedTuple):
    """What one plan does to another, by the key of its record; `related` has no direction."""

    acting: Plan
    other: Plan
    verb: str

    @property
    def stated(self) -> bool:
        """Whether documents say so; else the record of the acting plan infers it."""
        return self.acting.basis is Basis.STATED


class Family(NamedTuple):
    """A plan with all plans of its line, in time order, undated ones last, and their ties."""

    plan: Plan
    plans: tuple[Plan, ...]
    ties: tuple[Tie, ...]


class Node(NamedTuple):
    """A plan as a box, by its upper left corner and height in units of the drawing."""

    plan: Plan
    x: int
    y: int
    height: int

    @property
    def date(self) -> PartialDate | None:
        """The date that the box stands at."""
        return plan_date(self.plan)


class Band(NamedTuple):
    """The rows of the plans that one side issued: its word, where it begins, how high it is."""

    issued_by: str
    y: int
    height: int


class Label(NamedTuple):
    """The room that the name of a band takes."""

    x: int
    y: int
    height: int


class Edge(NamedTuple):
    """A tie and the curve that leads from the acting plan to the other."""

    tie: Tie
    curve: Curve


@dataclass(frozen=True, slots=True)
class Lineage:
    """The drawing: bands, boxes and curves in a frame of WIDTH times `height`."""

    bands: tuple[Band, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    height: int


def find_family(catalog: Catalog, plan: Plan) -> Family:
    """The line of a plan.

    It holds what the plan acts on, and what that acts on, to the end; what acts on the plan, in
    the same way; and the plans that either names as related to the other.
    """
    found = {plan.id: plan}
    for step in (_acted_on, _acting):
        found |= {one.id: one for one in _follow(plan, partial(step, catalog))}
    beside = {one.id: one for one in _beside(catalog, plan)}
    ties = [
        Tie(one, found[other], verb)
        for one in found.values()
        for verb in ACTS
        for other in getattr(one, verb)
        if other in found
    ]
    joined = {(tie.acting.id, tie.other.id) for tie in ties}
    ties += [
        Tie(one, plan, RELATED)
        for one in beside.values()
        if not joined & {(one.id, plan.id), (plan.id, one.id)}
    ]
    everyone = (found | beside).values()
    return Family(plan, tuple(sorted(everyone, key=plan_order)), tuple(ties))


def issued_by(catalog: Catalog, plan: Plan) -> str:
    """The side whose bodies issued a plan; `joint` if of several sides, `unknown` if none is."""
    bodies = (catalog.organisations.get(body) for body in plan.issuers or plan.parties)
    sides = {body.side.value for body in bodies if body}
    if not sides:
        return "unknown"
    return sides.pop() if len(sides) == 1 else "joint"


def list_dated(family: Family, scale: Scale) -> list[Plan]:
    """The plans of a family that have a place on a scale, in time order."""
    days = ((plan, point_of(plan_date(plan))) for plan in family.plans)
    return [plan for plan, day in days if day and scale.holds(day)]


def draw_lineage(
    catalog: Catalog, family: Family, scale: Scale, lines_of: Callable[[Plan], int]
) -> Lineage:
    """The drawing of a family on a scale of time.

    `lines_of` says how many lines a plan's box holds.
    """
    drawn = list_dated(family, scale)
    bands: list[Band] = []
    nodes: list[Node] = []
    top = 0
    for side in BANDS:
        members = [plan for plan in drawn if issued_by(catalog, plan) == side]
        if not members:
            continue
        placed = list(_pack(members, scale, lines_of, top + _HEAD))
        bottom = max(node.y + node.height for node in placed) + _GAP
        bands.append(Band(side, top, bottom - top))
        nodes += placed
        top = bottom
    by_id = {node.plan.id: node for node in nodes}
    ties = [tie for tie in family.ties if tie.acting.id in by_id and tie.other.id in by_id]
    ends = [(by_id[tie.acting.id], by_id[tie.other.id]) for tie in ties]
    labels = [Label(_INSET, band.y, _HEAD) for band in bands]
    curves = draw_curves(ends, nodes, labels)
    edges = tuple(Edge(*pair) for pair in zip(ties, curves, strict=True))
    return Lineage(tuple(bands), tuple(nodes), edges, top)


def _acted_on(catalog: Catalog, plan: Plan) -> Iterator[Plan]:
    for verb in ACTS:
        for other in getattr(plan, verb):
            if other in catalog.plans:
                yield catalog.plans[other]


def _acting(catalog: Catalog, plan: Plan) -> Iterator[Plan]:
    return _naming(catalog, plan, ACTS)


def _beside(catalog: Catalog, plan: Plan) -> Iterator[Plan]:
    named = (catalog.plans.get(other) for other in plan.related)
    yield from (other for other in named if other and other is not plan)
    yield from (other for other in _naming(catalog, plan, (RELATED,)) if other is not plan)


def _naming(catalog: Catalog, plan: Plan, keys: Sequence[str]) -> Iterator[Plan]:
    for link in catalog.back_links(plan):
        if link.role in keys and link.ref.startswith(f"{Kind.PLANS.value}/"):
            yield catalog.plans[link.ref.partition("/")[2]]


def _follow(plan: Plan, step: Callable[[Plan], Iterable[Plan]]) -> Iterator[Plan]:
    """The plans that a step leads to, again and again, each once though they form a circle."""
    seen, ahead = {plan.id}, [plan]
    while ahead:
        for other in step(ahead.pop()):
            if other.id not in seen:
                seen.add(other.id)
                ahead.append(other)
                yield other


def _pack(
    plans: Sequence[Plan], scale: Scale, lines_of: Callable[[Plan], int], top: int
) -> Iterator[Node]:
    """Boxes at their dates, each in the first row that has room for it."""
    rows: list[list[tuple[int, Plan]]] = []
    for plan in plans:
        x = _left(plan, scale)
        free = (row for row in rows if row[-1][0] + BOX + _GAP <= x)
        row = next(free, None)
        if row is None:
            rows.append(row := [])
        row.append((x, plan))
    for row in rows:
        nodes = [Node(plan, x, top, lines_of(plan) * LINE + _PADDING) for x, plan in row]
        yield from nodes
        top += max(node.height for node in nodes) + _ROW_GAP


def _left(plan: Plan, scale: Scale) -> int:
    day = point_of(plan_date(plan)) or scale.last
    middle = WIDTH * (day - scale.first).days // (scale.last - scale.first).days
    return min(max(middle - BOX // 2, _INSET), WIDTH - BOX - _INSET)
