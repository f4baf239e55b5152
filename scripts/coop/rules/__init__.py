"""The checks over records and catalogue: `check` gives every finding of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding, Location
from coop.rules import (
    circles,
    citations,
    dates,
    drafts,
    duplicates,
    moves,
    references,
    series,
    texts,
    titles,
)
from coop.rules.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coop.catalog import Catalog
    from coop.loading import Loaded

    Rule = Callable[[Scope], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *circles.RULES,
    *moves.RULES,
    *dates.RULES,
    *series.RULES,
    *citations.RULES,
    *texts.RULES,
    *duplicates.RULES,
    *titles.RULES,
    *drafts.RULES,
)


def check(loaded: Loaded, catalog: Catalog) -> list[Finding]:
    """Every finding about the records: those of reading them and those of the rules, sorted."""
    scope = Scope(loaded, catalog)
    findings = list(loaded.findings)
    for rule in RULES:
        findings += _run(rule, scope)
    return sorted(set(findings))


def _run(rule: Rule, scope: Scope) -> list[Finding]:
    try:
        return list(rule(scope))
    except Exception as error:  # noqa: BLE001 - a bug in one rule must not hide what the others find
        message = f"the check '{rule.__name__}' failed: {error!r}"
        return [Finding(Location("data"), Code.RULE_CRASHED, message)]
