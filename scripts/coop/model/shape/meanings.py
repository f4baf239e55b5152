"""What each field of a model is for: the text below it in the model's own source."""

from __future__ import annotations

import ast
import inspect
import itertools
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


_OURS = "coop.model."


@cache
def read_meanings(model: type[BaseModel]) -> dict[str, str]:
    """The texts below the fields of a model and of those that it builds on, by field."""
    meanings: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if part.__module__.startswith(_OURS):
            meanings |= _own_meanings(part)
    return {name: text for name, text in meanings.items() if name in model.model_fields}


def _own_meanings(model: type) -> dict[str, str]:
    body = _classes(model.__module__)[model.__name__].body
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in itertools.pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(import_module(module)))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
