"""The parts nested in a record, each with its path."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

Path = tuple[str | int, ...]
"""The keys, and the places in lists, that lead to a value from the root of its tree."""


def list_parts(record: BaseModel) -> tuple[tuple[Path, BaseModel], ...]:
    """Every part of a record with its path, the record itself first."""
    parts: list[tuple[Path, BaseModel]] = []
    _walk(record, (), parts)
    return tuple(parts)


def _walk(part: BaseModel, path: Path, parts: list[tuple[Path, BaseModel]]) -> None:
    parts.append((path, part))
    fields = _fields(type(part))
    if not fields:
        return  # a leaf, as most parts are: a text or the name of a source
    values = part.__dict__  # every part of every record passes here, most of its fields empty
    for attribute, key in fields:
        value = values[attribute]
        if not value:
            continue
        if isinstance(value, BaseModel):
            _walk(value, (*path, key), parts)
        else:
            for index, item in enumerate(value):
                _walk(item, (*path, key, index), parts)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if inner_model(field.annotation)
    )


def list_keys(model: type[BaseModel]) -> list[str]:
    """The keys of a part as they are written in a file."""
    return [field.alias or name for name, field in model.model_fields.items()]


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Outcome, ...] | None`, if any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := inner_model(part))), None)


@cache
def inner_models(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The models of the parts nested in a model, by key."""
    return {
        field.alias or name: inner
        for name, field in model.model_fields.items()
        if (inner := inner_model(field.annotation))
    }
