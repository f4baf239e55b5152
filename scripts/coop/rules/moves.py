"""Ids that were published: each is still there, or a redirect leads on from it to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding, Location, closest, count
from coop.lists import REDIRECTS
from coop.model import Kind
from coop.published import PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.rules.scope import Scope


def check_redirects(scope: Scope) -> Iterator[Finding]:
    """A redirect leads to a record (E306) of the same kind (E303), not back to itself (E307)."""
    redirects = scope.loaded.redirects
    for old, new in redirects.items():
        way = _follow(redirects, old)
        if way[-1] in way[:-1]:
            if old == min(way[way.index(way[-1]) :]):  # once a circle
                message = f"the redirect leads in a circle: {' → '.join(way)}"
                yield Finding(_place(scope, old), Code.REDIRECT_CIRCLE, message)
        elif new not in scope.refs and new not in redirects:
            message = f"the redirect leads to '{new}', which does not exist"
            plural = f"{_plural(new) or _plural(old)}/"
            near = closest(new, sorted(ref for ref in scope.refs if ref.startswith(plural)))
            yield Finding(_place(scope, old), Code.REDIRECT_NOWHERE, message, near)
        elif _plural(old) in set(Kind) and _plural(old) != _plural(new):
            message = f"'{new}' is one of the {_plural(new)}, not of the {_plural(old)}"
            advice = "A record keeps its kind: let it lead to the record that took its place"
            yield Finding(_place(scope, old), Code.WRONG_KIND, message, advice=advice)


def check_redirects_hide_nothing(scope: Scope) -> Iterator[Finding]:
    """A redirect leads on from an id that no record has any more (E314)."""
    for old in scope.loaded.redirects:
        if old in scope.refs:
            message = f"'{old}' is a record, and its page would be hidden"
            advice = "Take the line out, or delete the record that was merged into the other"
            place = _place(scope, old, key=True)
            yield Finding(place, Code.REDIRECT_HIDES, message, advice=advice)


def check_published(scope: Scope) -> Iterator[Finding]:
    """An id that was published is still there, or a redirect leads on from it (E313)."""
    gone = scope.gone
    named: dict[str, list[Location]] = {}
    for entry, reference in scope.mentions if gone else ():
        if reference.ref in gone:
            named.setdefault(reference.ref, []).append(entry.locate(*reference.path))
    for ref in sorted(gone):
        places = sorted(named.get(ref, ()))
        still = f" (still named {count(len(places), 'time')}, as in {places[0]})" if places else ""
        message = (
            f"'{ref}' was published and is gone{still}; give its file the name that it had, or say "
            "in data/redirects.yaml where it leads now ('coop rename' does so by itself), or take "
            "this line out if it never was on the site"
        )
        place = Location(f"data/{PUBLISHED}", scope.loaded.published[ref])
        yield Finding(place, Code.PUBLISHED_GONE, message)


def _place(scope: Scope, old: str, *, key: bool = False) -> Location:
    return scope.loaded.lists.documents[REDIRECTS].locate((old,), key=key)


def _plural(ref: str) -> str:
    plural, slash, _ = ref.partition("/")
    return plural if slash else ""


def _follow(redirects: Mapping[str, str], old: str) -> list[str]:
    way = [old]
    while way[-1] in redirects and way[-1] not in way[:-1]:
        way.append(redirects[way[-1]])
    return way


RULES = (check_redirects, check_redirects_hide_nothing, check_published)
