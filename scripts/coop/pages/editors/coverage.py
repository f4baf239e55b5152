"""How far each language reaches: names and texts counted from the records."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from coop.catalog import once
from coop.model import Kind
from coop.model.records.record import Named
from coop.model.values import LangMap
from coop.pages.view import render
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from coop.catalog import Catalog
    from coop.model import Record
    from coop.model.shape.walk import Path
    from coop.pages.page import Content
    from coop.pages.view import View

    Measured = Mapping[Language, tuple[Mapping[str, Counter[str]], tuple[str, ...]]]

OFFICIAL, TRANSLATED, CONVERTED, MISSING = "official", "translated", "converted", "missing"
WAYS = {
    Language.EN: (OFFICIAL, TRANSLATED, MISSING),
    Language.ZH_HANT: (OFFICIAL, TRANSLATED, MISSING),
    Language.ZH_HANS: (OFFICIAL, CONVERTED, MISSING),
}
_KINDS = tuple(kind for kind in Kind if kind is not Kind.SOURCES)
_TEXTS = "texts"
_NAMES = frozenset({"name", "short", "other_names"})


class Line(NamedTuple):
    """One row of a language's table: what is counted, how many, and how many in each way."""

    heading: str
    total: int
    counts: tuple[int, ...]


class Reach(NamedTuple):
    """What there is of one language, and the records that lack a text in it."""

    language: Language
    lines: tuple[Line, ...]
    lacking: tuple[Markup, ...]


def write_coverage(view: View) -> Content:
    """The page that tells how far each language reaches."""
    measured = measure(view.catalog)
    return render(
        view,
        "contribute_coverage.md.j2",
        {
            "title": view.words("contribute.coverage.title"),
            "description": view.words("contribute.coverage.description"),
            "hide": [],
        },
        reaches=[_reach(view, language, measured) for language in Language],
        ways=WAYS,
    )


def _reach(view: View, language: Language, measured: Measured) -> Reach:
    counts, lacking = measured[language]
    lines = [
        Line(_heading(view, row), sum(found.values()), tuple(found[way] for way in WAYS[language]))
        for row, found in counts.items()
    ]
    return Reach(language, tuple(lines), tuple(view.link(ref) for ref in lacking))


def _heading(view: View, row: str) -> str:
    return view.words("contribute.coverage.texts" if row == _TEXTS else f"nav.{row}")


@once
def measure(catalog: Catalog) -> Measured:
    """For each language the counts by kind of record and of all texts, and who lacks a text."""
    rows = [kind.value for kind in _KINDS] + [_TEXTS]
    counts = {language: {row: Counter[str]() for row in rows} for language in Language}
    lacking: dict[Language, dict[str, None]] = {language: {} for language in Language}
    for kind in _KINDS:
        for record in catalog.records[kind].values():
            texts = tuple(_texts(record))
            for language in Language:
                counts[language][kind.value][_way_of_name(record, language)] += 1
                ways = Counter(_way(text, language) for text in texts)
                counts[language][_TEXTS] += ways
                if ways[MISSING]:
                    lacking[language][record.ref] = None
    return {language: (counts[language], tuple(lacking[language])) for language in Language}


def _texts(record: Record) -> Iterator[LangMap]:
    """What the editors wrote of a record; names have rows of their own."""
    for path, part in record.parts:
        if isinstance(part, LangMap) and not _is_name(path):
            yield part


def _is_name(path: Path) -> bool:
    # who attended is named as sources do, never translated; the name of a post is a text
    return path[0] in _NAMES or (path[-1] == "name" and path[0] != "posts")


def _way_of_name(record: Record, language: Language) -> str:
    name = record.name if isinstance(record, Named) else None
    way = _way(name, language) if name else MISSING
    ours = language in getattr(record, "translated", ())
    return TRANSLATED if ours and way == OFFICIAL else way


def _way(text: LangMap, language: Language) -> str:
    if text.get(language):
        return OFFICIAL
    return CONVERTED if language is Language.ZH_HANS and text.zh_hant else MISSING
