"""Which words of the interface the code uses: those that it names whole, and those it completes."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coop.editing.starting import QUESTIONS
from coop.model import Kind
from coop.model.folders import UNDATED
from coop.model.vocabulary import VOCABULARIES, PlanKind, Side, Status
from coop.numerals import ordinal_suffix
from coop.pages.editors.coverage import WAYS
from coop.pages.fields import list_fields
from coop.pages.parts.statements import ANCHORS
from coop.pictures.lanes import LOOSE
from coop.pictures.lineage import ACTS
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "scripts", ROOT / "docs" / "overrides")
WORD = re.compile(r"[\w.-]*")
BEGUN = re.compile(r"[a-z_]+\.[\w.-]*")
QUOTED = re.compile(r"""["']([\w.-]*)["']""")
# the start of a key in a template, what completes it, and what may follow: "side.letters." ~ side
COMPLETED = re.compile(r"""["']([a-z_]+\.[\w.-]*)["']\s*~\s*[\w.|]+(?:\s*~\s*["']([\w.-]+)["'])?""")
FACT = re.compile(r"""\.add(?:_\w+)?\(\s*"(\w+)\"""")
PALETTES = {"frame.palette_default", "frame.palette_slate"}  # as mkdocs.yml calls them
SUBJECTS = (Kind.PLACES, Kind.TOPICS)  # which have one kind of page
LISTS: dict[str, type[StrEnum]] = {**VOCABULARIES, "language.name": Language}
# What completes a key and comes from another module than the one that puts the two together.
COMPLETED_ELSEWHERE: dict[str, Iterable[str]] = {
    "cited.description": {UNDATED},
    "cited.for": ANCHORS,
    "cited.lead": {UNDATED, f"{UNDATED}_long", "year_long"},
    "cited.title": {UNDATED},
    "contribute.coverage": {way for ways in WAYS.values() for way in ways},
    "find.filter": {"kind", "platform", "person"},  # of the timeline
    "language.in": Language,
    "lists.description": {*Kind, UNDATED},
    "lists.lead": Kind,
    "lists.plans": PlanKind,
    "lists.title": {UNDATED},
    "overview.group": LOOSE,
    "record": {"first", "previous", "next", "last"},
    "record.at": {"annex", "chapter", "section", "slide"}
    | {f"{word}{end}" for word in ("para", "page", "table", "caption") for end in ("", "s")},
    "record.describe": {f"{kind.singular}{end}" for kind in SUBJECTS for end in ("", "_tail")},
    "record.fact": {"announced", "approved", "effective", "issued", "predecessor", "signed"},
    "record.fact.name": Language,
    "record.head": {f"planned_{key}" for key in ("chair", "head", "led", "met", "received")}
    | {"planned_signed", "planned_speaker"},
    "record.issued_by": {*Side, "unknown"},
    "record.nth": {*map(ordinal_suffix, range(1, 5))},
    "record.panel": Status,
    "record.relation": ACTS,
    "record.role": {"outcomes", "plans", "signatories", "issuers", "parties"},
    "record.section": {f"meetings_of_{kind.singular}" for kind in SUBJECTS},
    "side.letters": Side,
}


class Key(NamedTuple):
    """A key put together: its pattern, and the words beside it that may complete it."""

    pattern: str
    words: frozenset[str]


@cache
def modules() -> dict[Path, str]:
    """Every module and template with its text."""
    found = (p for root in FOLDERS for end in ("py", "j2", "html") for p in root.rglob(f"*.{end}"))
    return {path: path.read_text("utf-8") for path in sorted(found)}


@cache
def named() -> frozenset[str]:
    """Every word that stands in code or a template by itself."""
    return frozenset(word for path in modules() for word in _words_in(path))


@cache
def keys_built() -> tuple[Key, ...]:
    """Every key that code or a template completes."""
    built = ((path, pattern) for path in modules() for pattern in _patterns_in(path))
    return tuple(Key(pattern, _words_in(path)) for path, pattern in built)


@cache
def _words_in(path: Path) -> frozenset[str]:
    if path.suffix != ".py":
        return frozenset(QUOTED.findall(modules()[path]))
    nodes = ast.walk(ast.parse(modules()[path]))
    found = (node.value for node in nodes if isinstance(node, ast.Constant))
    return frozenset(text for text in found if isinstance(text, str) and WORD.fullmatch(text))


def _patterns_in(path: Path) -> Iterator[str]:
    if path.suffix != ".py":
        for start, end in COMPLETED.findall(modules()[path]):
            yield f"{re.escape(start)}(.+){re.escape(end)}"
        return
    for node in ast.walk(ast.parse(modules()[path])):
        if isinstance(node, ast.JoinedStr) and BEGUN.fullmatch(_text(node.values[0])):
            yield "".join(re.escape(_text(part)) or "(.*)" for part in node.values)


def _text(part: ast.expr) -> str:
    """The text of a part of an f-string; empty for what is filled in."""
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""


def is_used(key: str) -> bool:
    """Whether a word is named whole, or by a key that code completes by words that it has."""
    if key.startswith("frame."):
        return key in PALETTES or f"words.{key.removeprefix('frame.')}" in _everything()
    return key in listed() or is_in_code(key)


def is_in_code(key: str) -> bool:
    """Whether one module or template alone tells that a word is used."""
    return key in named() or any(_completes(key, one) for one in keys_built())


@cache
def _everything() -> str:
    return "".join(modules().values())


def _completes(key: str, built: Key) -> bool:
    found = re.fullmatch(built.pattern, key)
    return all(word in built.words for word in found.groups()) if found else False


@cache
def listed() -> frozenset[str]:
    """The words whose keys are completed by what lies elsewhere: closed lists, kinds, keys."""
    return frozenset(f"{start}.{word}" for start, words in _lists() for word in words)


def _lists() -> Iterator[tuple[str, Iterable[str]]]:
    kinds, parts = list_fields()
    lines = [line for table in (*kinds, *parts) for line in table.lines]
    keys = {line.key for line in lines}
    for name, words in LISTS.items():
        yield from ((name, words), (f"meaning.{name}", words))
    for kind, asked in QUESTIONS.items():
        yield from ((f"new.{kind.singular}", {*asked, "id"}), ("new.any", {*asked, "id"}))
    for outer in keys | {kind.singular for kind in Kind}:
        yield f"record.field.in.{outer}", keys
    yield from (
        ("record.field", keys),
        ("fields.form", {line.form.word for line in lines}),
        ("fields.part", {table.name for table in parts}),
        ("record.fact", (key for text in modules().values() for key in FACT.findall(text))),
    )
    yield from COMPLETED_ELSEWHERE.items()
