"""Texts of which nothing could be made: what each should name, and what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coop.model import MODELS, Kind
from coop.model.references import find_target
from coop.model.shape.walk import inner_models
from coop.model.values import SourceRef
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from coop.diagnostics import Code, Location
    from coop.model.shape.walk import Path
    from coop.rules.scope import Scope


class Unread(NamedTuple):
    """A text and its place; the plural of a kind, posts or any that it should name, else empty.

    `beside` is the part of the record that it stands in.
    """

    place: Location
    target: str
    text: str
    beside: Mapping[str, Any]


def list_unread(scope: Scope, code: Code) -> Iterator[Unread]:
    """Each text with a finding of this code that has no word for what was meant."""
    found = (found for found in scope.loaded.findings if found.code is code)
    places = {one.location for one in found if not one.suggestion}
    for entry in scope.loaded.remains if places else ():
        document, _ = read_document(entry.document.path, entry.document.text.encode())
        for path, text, beside in _texts(document.tree) if document else ():
            if (place := entry.document.locate(path)) in places:
                yield Unread(place, _target(MODELS[entry.kind], path), text, beside)


def _texts(tree: Any, path: Path = (), beside: Any = None) -> Iterator[tuple[Path, str, Any]]:
    """Every text in a tree with its path and the map that it stands in."""
    if isinstance(tree, str):
        yield path, tree, beside or {}
    elif isinstance(tree, dict | list):
        steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
        around = tree if isinstance(tree, dict) else beside
        for step, inner in steps:
            yield from _texts(inner, (*path, step), around)


def _target(model: type[BaseModel], path: Path) -> str:
    """What is named at a path: the plural of a kind, posts or any; empty if nothing."""
    *way, last = [step for step in path if isinstance(step, str)]
    for step in way:
        model = inner_models(model).get(step, model)
    if inner_models(model).get(last) is SourceRef:
        return Kind.SOURCES.value  # in its short form
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return find_target(fields[last]) if last in fields else ""
