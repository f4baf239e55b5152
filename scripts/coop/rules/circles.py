"""What lies in, belongs to or takes the place of another never comes back to itself."""

from __future__ import annotations

from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

from coop.diagnostics import Code, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coop.loading import Entry
    from coop.model.references import Reference
    from coop.rules.scope import Scope

# The keys that lead one way only: up, back in time or on in time. Those of plans are one way.
_ONE_WAY: Mapping[str, str] = {
    **dict.fromkeys(("amends", "supersedes", "implements"), "back"),
    **dict.fromkeys(("parent", "part_of"), "up"),
    **dict.fromkeys(("successor", "merged_into", "replaced_by"), "on"),
}


class _Step(NamedTuple):
    """One reference of a record, by which it leads to another."""

    entry: Entry
    reference: Reference


_Web = dict[str, dict[str, _Step]]


def check_circles(scope: Scope) -> Iterator[Finding]:
    """No record is above, before or after itself (E315)."""
    for web in _webs(scope).values():
        while circle := _find_circle(web):
            step = web[circle[0]][circle[1]]
            yield _tell(step, circle)
            del web[circle[-2]][circle[-1]]


def _webs(scope: Scope) -> Mapping[str, _Web]:
    """The steps from each record by the record that they lead to, for each way to go."""
    webs: defaultdict[str, _Web] = defaultdict(dict)
    for entry, reference in scope.mentions:
        key = str(reference.path[0])
        if key in _ONE_WAY:
            steps = webs[f"{entry.kind} {_ONE_WAY[key]}"].setdefault(entry.record.ref, {})
            steps.setdefault(reference.ref, _Step(entry, reference))
    return webs


def _find_circle(web: _Web) -> list[str]:
    """The records of one circle in their order, the least both first and last; or nothing."""
    try:
        TopologicalSorter({ref: web[ref].keys() for ref in sorted(web)}).prepare()
    except CycleError as error:
        circle = error.args[1][:0:-1]
        first = circle.index(min(circle))
        return [*circle[first:], *circle[: first + 1]]
    return []


def _tell(step: _Step, circle: Sequence[str]) -> Finding:
    path = step.reference.path
    chain = " → ".join(ref.partition("/")[2] for ref in circle)
    message = f"'{path[0]}' leads in a circle: {chain}"
    advice = "Correct the reference that is wrong, or take it out"
    return Finding(step.entry.locate(*path), Code.REFERENCE_CIRCLE, message, advice=advice)


RULES = (check_circles,)
