"""What pages are called: no two records of one kind alike, in any language."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from coop.diagnostics import Code, Finding
from coop.model import Kind
from coop.rules.duplicates import find_people_twice
from coop.script import to_simplified
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.diagnostics import Location
    from coop.model.record import Named
    from coop.rules.scope import Scope

# Meetings of one name are told apart by their dates; a source has no page of its own.
_TITLED = tuple(kind for kind in Kind if kind not in {Kind.MEETINGS, Kind.SOURCES})
_FLOW_SIGNS = re.compile(r"[,:#'\"\[\]{}]")
_MORE = {Language.EN: "{} (…)", Language.ZH_HANT: "{}（…）", Language.ZH_HANS: "{}（…）"}


def check_titles_once(scope: Scope) -> Iterator[Finding]:
    """No two records of one kind with one title of their pages in a language (E317)."""
    doubles = list(_find_doubles(scope))
    told = _told_as_one_person(scope) if doubles else frozenset()
    for record, earlier, titles in doubles:
        if frozenset({record.ref, earlier.ref}) in told:
            continue
        place = _place(scope, earlier)
        message = f"'{earlier.id}' has the same page title, {' / '.join(titles)} ({place})"
        advice = (
            "If they are one, join the two; if not, add a line that tells this one apart, as in "
            f"short: {{{', '.join(_longer(record))}}}"
        )
        yield Finding(_place(scope, record), Code.TITLE_TWICE, message, advice=advice)


def _find_doubles(scope: Scope) -> Iterator[tuple[Named, Named, tuple[str, ...]]]:
    """Each record called as an earlier one is, that one, and the titles that they share."""
    for kind in _TITLED:
        first: dict[tuple[int, str], Named] = {}
        records = cast("Iterable[Named]", scope.catalog.records[kind].values())
        for record in scope.published_first(records):
            shared: dict[str, tuple[Named, dict[str, None]]] = {}
            for language, title in enumerate(_titles(record)):
                earlier = first.setdefault((language, title), record)
                if earlier is not record:
                    shared.setdefault(earlier.id, (earlier, {}))[1][title] = None
            for earlier, titles in shared.values():
                yield record, earlier, tuple(titles)


def _titles(record: Named) -> tuple[str, ...]:
    """The title of a record's page in each language; one that is missing shows another."""
    text = record.short or record.name
    hans = text.zh_hans or (text.zh_hant and to_simplified(text.zh_hant))
    hant = text.zh_hant or text.zh_hans
    return text.en or hant or "", hant or text.en or "", hans or text.en or ""


def _told_as_one_person(scope: Scope) -> frozenset[frozenset[str]]:
    """The pairs of people who are told to be one (E311)."""
    people = find_people_twice(scope)
    return frozenset(frozenset({one.person.ref, one.earlier.ref}) for one in people)


def _place(scope: Scope, record: Named) -> Location:
    return scope.entry(record).locate("short" if record.short else "name")


def _longer(record: Named) -> Iterator[str]:
    """The title of a record in each language with room for more, as the items of a map."""
    for language, title in (record.short or record.name).items():
        longer = _MORE[language].format(title)
        quoted = json.dumps(longer, ensure_ascii=False) if _FLOW_SIGNS.search(title) else longer
        yield f"{language.value}: {quoted}"


RULES = (check_titles_once,)
