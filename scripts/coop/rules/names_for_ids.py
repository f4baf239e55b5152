"""Names of records that stand where their ids belong: which record is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coop.diagnostics import Code, Finding
from coop.model import MODELS, Kind
from coop.model.meant import plain
from coop.model.record import Named
from coop.model.references import find_target
from coop.model.values import POST
from coop.model.walk import inner_models
from coop.script import to_simplified
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from coop.catalog import Catalog
    from coop.diagnostics import Location
    from coop.model.walk import Path
    from coop.rules.scope import Scope


def check_names_for_ids(scope: Scope) -> Iterator[Finding]:
    """A text that no id can be made of, and that is the name of one record (E302)."""
    for place, target, text in _unread(scope, Code.MALFORMED_ID):
        kind = Kind(target) if target in set(Kind) else None
        if kind and (meant := _find_called(scope.catalog, kind, text)):
            message = f"'{text}' is the name of a {kind.singular}, not its id"
            yield Finding(place, Code.UNKNOWN_REFERENCE, message, meant)


def check_names_for_posts(scope: Scope) -> Iterator[Finding]:
    """A text that is the name of one post, alone or with that of its organisation (E308)."""
    for place, target, text in _unread(scope, Code.WRONG_TYPE):
        if target == POST and (meant := _find_post_called(scope.catalog, text)):
            message = f"'{text}' is the name of a post, not its id"
            yield Finding(place, Code.UNKNOWN_POST, message, meant)


def _unread(scope: Scope, code: Code) -> Iterator[tuple[Location, str, str]]:
    """Each text with this finding of which nothing could be made: its place, what it should name.

    What is named is the plural of a kind, posts or any; empty if nothing.
    """
    found = (found for found in scope.loaded.findings if found.code is code)
    places = {one.location for one in found if not one.suggestion}
    for entry in scope.loaded.remains if places else ():
        document, _ = read_document(entry.document.path, entry.document.text.encode())
        for path, text in _texts(document.tree) if document else ():
            if (place := entry.locate(*path)) in places:
                yield place, _target(MODELS[entry.kind], path), text


def _texts(tree: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a tree with its path."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict | list):
        steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for step, inner in steps:
            yield from _texts(inner, (*path, step))


def _target(model: type[BaseModel], path: Path) -> str:
    """What is named at a path: the plural of a kind, posts or any; empty if nothing."""
    *way, last = [step for step in path if isinstance(step, str)]
    for step in way:
        model = inner_models(model).get(step, model)
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return find_target(fields[last]) if last in fields else ""


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


def _find_post_called(catalog: Catalog, text: str) -> str:
    """The one post with a name, as `<organisation>/<post>`, in either Chinese script; or none."""
    wanted = _fold(text)
    called = {
        f"{body.id}/{post.id}"
        for body in catalog.organisations.values()
        for post in body.posts
        for tag, title in post.name.items()
        for words in (title, f"{dict(body.name.items()).get(tag, '')}{title}")
        if _fold(words) == wanted
    }
    return called.pop() if len(called) == 1 else ""


def _fold(text: str) -> str:
    return to_simplified(plain(text)).casefold()


RULES = (check_names_for_ids, check_names_for_posts)
