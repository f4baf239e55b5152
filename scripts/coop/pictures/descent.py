"""Which plans came of which: a tree for every plan that others act on and that acts on none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from coop.pictures.lineage import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.model import Plan

_Acting = tuple[str, "Plan"]


class Branch(NamedTuple):
    """A plan, what it does to the one above it (empty at the root), and what acts on it."""

    plan: Plan
    verb: str
    inner: tuple[Branch, ...]

    def plans(self) -> Iterator[Plan]:
        """The plan and all that came of it; one that came of it twice stands twice."""
        yield self.plan
        for branch in self.inner:
            yield from branch.plans()


def find_descents(catalog: Catalog) -> tuple[Branch, ...]:
    """The trees in the order of their roots' dates."""
    acting: defaultdict[str, list[_Acting]] = defaultdict(list)
    bound = set()
    for plan in catalog.plans.values():
        for verb in ACTS:
            for other in getattr(plan, verb):
                if other in catalog.plans:
                    acting[other].append((verb, plan))
                    bound.add(plan.id)
    roots = (plan for plan in catalog.plans.values() if plan.id in acting and plan.id not in bound)
    return tuple(_grow(acting, plan, "", frozenset()) for plan in roots)


def _grow(
    acting: Mapping[str, list[_Acting]], plan: Plan, verb: str, above: frozenset[str]
) -> Branch:
    """A branch; plans that act on each other in a circle come to an end."""
    above |= {plan.id}
    inner = (
        _grow(acting, other, does, above)
        for does, other in acting.get(plan.id, ())
        if other.id not in above
    )
    return Branch(plan, verb, tuple(inner))
