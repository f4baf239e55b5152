"""Keys that a record needs and lacks, told at once; also where its file was not saved whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coop.diagnostics import Code, Finding
from coop.model.decoding.attempt import path_name
from coop.model.records.person import Person
from coop.model.shape.walk import inner_models
from coop.model.values import LangMap, SourceRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coop.model.decoding.attempt import Attempt
    from coop.model.shape.walk import Path
    from coop.yamlio import Document


def tell_missing(attempt: Attempt, path: Path) -> Finding:
    """What is told of one key that is missing."""
    place = attempt.document.locate(path[:-1])
    if path[-1] == "sources" and len(path) > 1:
        message = "a statement without a source; add sources: [<source id>]"
        return Finding(place, Code.STATEMENT_WITHOUT_SOURCE, message)
    message, advice = f"key '{path[-1]}' is missing", f"Add a line '{_line_of(attempt, path)}'"
    if attempt.model_at(path[:-1]) is SourceRef:
        advice = "Name the source, as in {id: <source id>, at: para 8}"
        if path[-2:-1] != (0,):
            advice += "; or take the dash out, if this belongs to the item above"
    elif words := attempt.words_at(path):
        advice += f", with one of {', '.join(words)}"
    return Finding(place, Code.MISSING_KEY, message, advice=advice)


def find_lacking(attempt: Attempt, missing: Iterable[Path]) -> list[Path]:
    """The missing keys to be told at once: several of the record, or what its end would bring."""
    paths = list(missing)
    end = last_path(attempt.document.tree)
    of_record = [path for path in paths if not path[1:]]
    of_end = [path for path in paths if path[1:] and path[:-1] == end[: len(path) - 1]]
    is_one_cause = bool(of_record[1:] or (of_record and of_end))
    found = [*of_record, *of_end]
    return found if found and (is_one_cause or is_open(attempt.document)) else []


def tell_lacking(attempt: Attempt, lacking: Sequence[Path]) -> Finding:
    """What is told of several missing keys, or of a file that ends before its record does."""
    document = attempt.document
    of_record = [path for path in lacking if not path[1:]]
    of_end = [
        f"'{path[-1]}' of the last of '{path_name(path[:-1])}'" for path in lacking if path[1:]
    ]
    if not of_record and not of_end[1:]:
        return tell_missing(attempt, lacking[0])
    keys = [f"'{path[0]}'" for path in of_record]
    lines = _listed([_described(attempt, path) for path in of_record])
    lines = f"the {'lines' if keys[1:] else 'line'} {lines}"
    if not of_end and not is_open(document):
        message = f"keys {_listed(keys)} are missing"
        return Finding(document.locate(()), Code.MISSING_KEY, message, advice=f"Add {lines}")
    message = f"the file ends here, without {_listed([*keys, *of_end])}"
    advice = "If it was not saved or copied whole, put its end here"
    advice += f"; if it was, add {lines}" if keys else ""
    return Finding(
        document.locate(last_path(document.tree)), Code.MISSING_KEY, message, advice=advice
    )


def is_open(document: Document) -> bool:
    """Whether more of a file may have followed: its last line has no end, or its last key no value.

    Only a file that lacks something is to be asked.
    """
    value = document.tree
    for step in last_path(document.tree):
        value = value[step]
    return value is None or not document.text.endswith("\n")


def last_path(tree: Any) -> Path:
    """The path of the last value in a tree."""
    path: Path = ()
    while tree and isinstance(tree, dict | list):
        step = next(reversed(tree)) if isinstance(tree, dict) else len(tree) - 1
        path, tree = (*path, step), tree[step]
    return path


def _line_of(attempt: Attempt, path: Path) -> str:
    """The line to add for a missing key."""
    key, model = str(path[-1]), attempt.model_at(path[:-1])
    value = "[<source id>]" if key == "sources" else "…"
    if inner_models(model).get(key) is LangMap:
        is_whole = key == "name" and attempt.model is not Person
        value = "{en: …, zh-Hant: …}" if is_whole else "{en: …}"
    return f"{key}: {value}"


def _described(attempt: Attempt, path: Path) -> str:
    """The line to add for one of several missing keys, with the words that it takes."""
    words = attempt.words_at(path)
    return f"'{_line_of(attempt, path)}'" + (f" (one of {', '.join(words)})" if words else "")


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
