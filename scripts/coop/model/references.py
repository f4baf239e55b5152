"""Which records a record names, and where: read off the models' annotations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from coop.model.kinds import Kind
from coop.model.values import ANY, POST, RefTo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from coop.model.records.record import Record
    from coop.model.shape.walk import Path


class Reference(NamedTuple):
    """One mention of a record: where it stands, the kind named (plural, posts or any), the text.

    `ref` is the record that is named, as `<plural>/<id>`; for a post it is its organisation.
    """

    path: Path
    target: str
    value: str
    ref: str


class _Field(NamedTuple):
    attribute: str
    key: str
    target: str
    many: bool


def list_references(record: Record) -> tuple[Reference, ...]:
    """Every reference of a record, part by part in the order of its keys."""
    found: list[Reference] = []
    for path, part in record.parts:
        for attribute, key, target, many in _fields(type(part)):
            value = part.__dict__[attribute]
            if value and many:
                for index, item in enumerate(value):
                    found.append(Reference((*path, key, index), target, item, _ref(target, item)))
            elif value:
                found.append(Reference((*path, key), target, value, _ref(target, value)))
    return tuple(found)


def _ref(target: str, value: str) -> str:
    if target == POST:
        return f"{Kind.ORGANISATIONS.value}/{value.partition('/')[0]}"
    return value if target == ANY else f"{target}/{value}"


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    found = (_describe(name, field) for name, field in model.model_fields.items())
    return tuple(field for field in found if field)


def _describe(name: str, info: FieldInfo) -> _Field | None:
    target = find_target(info)
    many = get_origin(info.annotation) is tuple
    return _Field(name, info.alias or name, target, many) if target else None


def find_target(info: FieldInfo) -> str:
    """What a field of a model names: the plural of a kind, `posts` or `any`; empty if nothing."""
    return next((mark.plural for mark in _marks(info) if isinstance(mark, RefTo)), "")


def _marks(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    yield from _nested_marks(info.annotation)


def _nested_marks(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield from getattr(part, "__metadata__", ())
        yield from _nested_marks(part)
