"""The order in which the keys of a record and its parts are written, read off the models."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from coop.model.shape.walk import inner_models

if TYPE_CHECKING:
    from pydantic import BaseModel

# What a record is called comes first, what it rests on last; between them each model's own order.
_FIRST = ("id", "key", "name", "title", "short", "other_names", "translated", "kind", "text")
_LAST = ("disputes", "gaps", "basis", "reason", "sources", "note", "note_sources")


@cache
def key_order(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model in the order in which files have them."""
    keys = [field.alias or name for name, field in model.model_fields.items()]
    middle = [key for key in keys if key not in {*_FIRST, *_LAST}]
    return tuple(key for key in (*_FIRST, *middle, *_LAST) if key in keys)


def in_order(tree: Any, model: type[BaseModel] | None) -> Any:
    """A tree of a file with the keys of every map in their order; unknown keys after the known."""
    if isinstance(tree, list):
        return [in_order(item, model) for item in tree]
    if not isinstance(tree, dict):
        return tree
    known = [key for key in key_order(model) if key in tree] if model else []
    inner = inner_models(model) if model else {}
    rest = [key for key in tree if key not in known]
    return {key: in_order(tree[key], inner.get(key)) for key in (*known, *rest)}
