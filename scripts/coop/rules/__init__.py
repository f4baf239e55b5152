"""The checks over records and catalogue: `check` gives every finding of a run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding, Location
from coop.rules import (
    agreement,
    circles,
    citations,
    dates,
    drafts,
    duplicates,
    holders,
    moves,
    names_for_ids,
    names_for_posts,
    references,
    series,
    signs,
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
    *names_for_ids.RULES,
    *names_for_posts.RULES,
    *circles.RULES,
    *moves.RULES,
    *dates.RULES,
    *series.RULES,
    *citations.RULES,
    *texts.RULES,
    *signs.RULES,
    *duplicates.RULES,
    *holders.RULES,
    *titles.RULES,
    *drafts.RULES,
    *agreement.RULES,
)

_OF_FORM = frozenset({Code.MALFORMED_ID, Code.WRONG_TYPE})
_OF_SENSE = frozenset({Code.UNKNOWN_REFERENCE, Code.WRONG_KIND, Code.UNKNOWN_POST})


def check(loaded: Loaded, catalog: Catalog) -> list[Finding]:
    """Every finding about the records: those of reading them and those of the rules, sorted."""
    scope = Scope(loaded, catalog)
    findings = list(loaded.findings)
    for rule in RULES:
        findings += _run(rule, scope)
    return sorted(_as_one(set(findings)))


def _as_one(findings: set[Finding]) -> set[Finding]:
    """Findings with a single one for each reference of which both form and sense are wrong."""
    forms = {found.location: found for found in findings if found.code in _OF_FORM}
    senses = {found.location: found for found in findings if found.code in _OF_SENSE}
    both = [(forms[place], senses[place]) for place in forms.keys() & senses.keys()]
    joined = {_join(form, sense) for form, sense in both}
    return (findings - {found for pair in both for found in pair}) | joined


def _join(form: Finding, sense: Finding) -> Finding:
    if sense.code is Code.WRONG_KIND:
        return sense
    if sense.suggestion:
        return replace(form, suggestion=sense.suggestion, advice=sense.advice)
    either = f"There is no '{form.suggestion}' either. " if form.suggestion else ""
    return replace(form, suggestion="", advice=f"{either}{sense.advice}".rstrip())


def _run(rule: Rule, scope: Scope) -> list[Finding]:
    try:
        return list(rule(scope))
    except Exception as error:  # noqa: BLE001 - a bug in one rule must not hide what the others find
        message = f"the check '{rule.__name__}' failed: {error!r}"
        return [Finding(Location("data"), Code.RULE_CRASHED, message)]
