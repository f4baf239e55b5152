"""What pages are called: no two records of one kind alike, in any language."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from coop.diagnostics import Code, Finding
from coop.model import Kind, Organisation, Person, Place
from coop.model.records.record import Named
from coop.model.values import LangMap
from coop.rules.duplicates import find_people_twice
from coop.script import to_simplified
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.diagnostics import Location
    from coop.model import Record
    from coop.rules.scope import Scope

# Meetings of one name are told apart by their dates; a source has no page of its own.
_TITLED = tuple(kind for kind in Kind if kind not in {Kind.MEETINGS, Kind.SOURCES})
_FLOW_SIGNS = re.compile(r"[,:#'\"\[\]{}]")
_LANGUAGES = tuple(Language)
_MORE = {Language.EN: "{} ({})", Language.ZH_HANT: "{}（{}）", Language.ZH_HANS: "{}（{}）"}
_NOT_KNOWN = LangMap(en="…")


def check_titles_once(scope: Scope) -> Iterator[Finding]:
    """No two records of one kind with one title of their pages in a language (E317)."""
    doubles = list(_find_doubles(scope))
    told = _told_as_one_person(scope) if doubles else frozenset()
    for record, earlier, titles in doubles:
        if frozenset({record.ref, earlier.ref}) in told:
            continue
        there = _place(scope, earlier)
        message = f"'{earlier.id}' ({there}) has the same page title, {' / '.join(titles)}"
        line = ", ".join(_longer(record, _apart(scope.catalog, record)))
        advice = (
            "If the two are one, delete one file and name the other record instead; if not, add "
            "this line to this file, with the body or place that tells it apart in the brackets: "
            f"short: {{{line}}}"
        )
        yield Finding(_place(scope, record), Code.TITLE_TWICE, message, advice=advice)


def find_namesakes(catalog: Catalog, kind: Kind, name: LangMap) -> list[Named]:
    """The records that are called, in full or on their pages, as a new one's page would be."""
    if kind not in _TITLED:
        return []
    titles = set(enumerate(_titles(name)))
    return [
        one
        for one in cast("Iterable[Named]", catalog.records[kind].values())
        if titles & {*enumerate(_titles(one.name)), *enumerate(_titles(one.short or one.name))}
    ]


def _find_doubles(scope: Scope) -> Iterator[tuple[Named, Named, tuple[str, ...]]]:
    """Each record called as an earlier one is, that one, and the titles that they share."""
    for kind in _TITLED:
        first: dict[tuple[int, str], Named] = {}
        records = cast("Iterable[Named]", scope.catalog.records[kind].values())
        for record in scope.published_first(records):
            shared: dict[str, tuple[Named, dict[str, None]]] = {}
            for language, title in enumerate(_titles(record.short or record.name)):
                earlier = first.setdefault((language, title), record)
                if earlier is not record:
                    shared.setdefault(earlier.id, (earlier, {}))[1][title] = None
            for earlier, titles in shared.values():
                yield record, earlier, tuple(titles)


def _titles(text: LangMap) -> tuple[str, str, str]:
    """The title of a page in each language; one that is missing shows another."""
    hans = text.zh_hans or (text.zh_hant and to_simplified(text.zh_hant))
    hant = text.zh_hant or text.zh_hans
    return text.en or hant or "", hant or text.en or "", hans or text.en or ""


def _told_as_one_person(scope: Scope) -> frozenset[frozenset[str]]:
    """The pairs of people who are told to be one (E311)."""
    people = find_people_twice(scope)
    return frozenset(frozenset({one.person.ref, one.earlier.ref}) for one in people)


def _place(scope: Scope, record: Named) -> Location:
    return scope.entry(record).locate("short" if record.short else "name")


def _apart(catalog: Catalog, record: Named) -> LangMap:
    """What tells a record from another of its name: the body of the first post, what it is in."""
    other: Record | None = None
    if isinstance(record, Person) and record.posts:
        other = catalog.organisations.get(record.posts[0].post.partition("/")[0])
    elif isinstance(record, Organisation):
        other = catalog.organisations.get(record.parent or "")
    elif isinstance(record, Place):
        other = catalog.places.get(record.part_of or "")
    return (other.short or other.name) if isinstance(other, Named) else _NOT_KNOWN


def _longer(record: Named, apart: LangMap) -> Iterator[str]:
    """The title of a record in each language with what tells it apart, as the items of a map."""
    more = _titles(apart)
    for language, title in (record.short or record.name).items():
        longer = _MORE[language].format(title, more[_LANGUAGES.index(language)])
        quoted = json.dumps(longer, ensure_ascii=False) if _FLOW_SIGNS.search(longer) else longer
        yield f"{language.value}: {quoted}"


RULES = (check_titles_once,)
