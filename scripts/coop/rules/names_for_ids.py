"""Names of records that stand where their ids belong: which record is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coop.diagnostics import Code, Finding
from coop.model import MODELS, Kind
from coop.model.meant import plain
from coop.model.record import Named
from coop.model.references import find_target
from coop.model.walk import inner_models
from coop.script import to_simplified
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from coop.catalog import Catalog
    from coop.model.walk import Path
    from coop.rules.scope import Scope


def check_names_for_ids(scope: Scope) -> Iterator[Finding]:
    """A text that no id can be made of, and that is the name of one record (E302)."""
    found = (found for found in scope.loaded.findings if found.code is Code.MALFORMED_ID)
    places = {one.location for one in found if not one.suggestion}
    for entry in scope.loaded.remains if places else ():
        document, _ = read_document(entry.document.path, entry.document.text.encode())
        for path, text in _texts(document.tree) if document else ():
            place = entry.locate(*path)
            kind = _kind_named(MODELS[entry.kind], path) if place in places else None
            if kind and (meant := _find_called(scope.catalog, kind, text)):
                message = f"'{text}' is the name of a {kind.singular}, not its id"
                yield Finding(place, Code.UNKNOWN_REFERENCE, message, meant)


def _texts(tree: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a tree with its path."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict | list):
        steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for step, inner in steps:
            yield from _texts(inner, (*path, step))


def _kind_named(model: type[BaseModel], path: Path) -> Kind | None:
    """The kind of record that is named at a path; None where it is not of one kind."""
    *way, last = [step for step in path if isinstance(step, str)]
    for step in way:
        model = inner_models(model).get(step, model)
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    target = find_target(fields[last]) if last in fields else ""
    return Kind(target) if target in set(Kind) else None


def _find_called(catalog: Catalog, kind: Kind, text: str) -> str:
    """The id of the one record of a kind that has a name, in either Chinese script; or none."""
    wanted = _fold(text)
    called = {
        record.id
        for record in catalog.records[kind].values()
        if isinstance(record, Named)
        for name in (record.name, record.short, *record.other_names)
        if name and any(_fold(words) == wanted for _, words in name.items())
    }
    return called.pop() if len(called) == 1 else ""


def _fold(text: str) -> str:
    return to_simplified(plain(text)).casefold()


RULES = (check_names_for_ids,)
