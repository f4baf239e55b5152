"""The records as flat tables: one for each kind, and one for each thing that records hold many of.

A table of a kind has a column for every field with a single value, read off the model, so that a
field added there is there. What stands in lists goes to tables of its own, each row with the
`record` (`<plural>/<id>`) that it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, get_args

from coop.edtf import PartialDate
from coop.exports.api.records import records_of
from coop.model import MODELS, Kind
from coop.model.references import find_target
from coop.model.shape.meanings import read_meanings
from coop.model.values import LangMap
from coop.script import to_simplified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic import BaseModel

    from coop.catalog import Catalog

Cell = str | int | bool | None
_APART = {"id", "note"}  # the first and the last
_TAGS = {"en": "English", "zh_hant": "Traditional Chinese", "zh_hans": "Simplified Chinese"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, type (string, integer, boolean, date), meaning, the table it names."""

    name: str
    type: str
    meaning: str
    names: str = ""


@dataclass(frozen=True)
class Table:
    """A table: its first column is its key where `keyed`, and rows come in a fixed order."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    make: Callable[[], Iterable[tuple[Cell, ...]]]
    keyed: bool = False

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, made once."""
        return tuple(self.make())


def kind_table(catalog: Catalog, kind: Kind) -> Table:
    """The table of a kind: `id`, then columns for every field with one value."""
    model = MODELS[kind]
    fields = (*(name for name in columns_by_field(model) if name not in _APART), "note")
    key = Column("id", "string", "The record's id, unique within its kind.")
    columns = (key, *(column for name in fields for column in columns_by_field(model)[name]))
    return Table(
        kind.value,
        (model.__doc__ or "").splitlines()[0],
        columns,
        lambda: (
            (record.id, *cells(record, fields)) for record in records_of(catalog, kind).values()
        ),
        keyed=True,
    )


@cache
def columns_by_field(model: type[BaseModel]) -> dict[str, tuple[Column, ...]]:
    """The columns of each field of a model that has one value; lists and parts have none."""
    meanings = read_meanings(model)
    found: dict[str, tuple[Column, ...]] = {}
    for name, field in model.model_fields.items():
        inner = [part for part in (field.annotation, *get_args(field.annotation)) if part]
        if columns := _columns(name, inner, meanings.get(name, ""), find_target(field)):
            found[name] = columns
    return found


def _columns(name: str, inner: list[Any], meaning: str, names: str) -> tuple[Column, ...]:
    bare = {part.__origin__ if hasattr(part, "__metadata__") else part for part in inner}
    if tuple in {getattr(part, "__origin__", None) for part in inner}:
        return ()
    if PartialDate in bare:
        return _date_columns(name, meaning)
    if LangMap in bare:
        return text_columns(name, meaning)
    known = {bool: "boolean", int: "integer"}
    simple = next((known[part] for part in bare if part in known), "")
    if simple or any(isinstance(part, type) and issubclass(part, str) for part in bare):
        return (Column(name, simple or "string", meaning, names),)
    return ()


def _date_columns(name: str, meaning: str) -> tuple[Column, ...]:
    return (
        Column(name, "string", f"{meaning} In EDTF."),
        Column(f"{name}_start", "date", "The first possible day of it."),
        Column(f"{name}_end", "date", "The last possible day of it, included."),
        Column(f"{name}_precision", "string", "Whether day, month or year of it is known."),
    )


def cells(part: BaseModel, fields: Iterable[str]) -> tuple[Cell, ...]:
    """The cells of some fields of a record or of a part of one."""
    columns, values = columns_by_field(type(part)), part.__dict__
    found: list[Cell] = []
    for name in fields:
        found += _cells(values[name], len(columns[name]))
    return tuple(found)


def _cells(value: Any, width: int) -> tuple[Cell, ...]:
    if value is None:
        return (None,) * width
    if type(value) is str:  # most are
        return (value,)
    if isinstance(value, LangMap):
        return text_cells(value)
    if isinstance(value, PartialDate):
        start, end = (day.isoformat() if day else None for day in (value.start, value.end))
        return value.edtf, start, end, value.precision.value
    return (value.value if hasattr(value, "value") else value,)


def text_cells(text: LangMap | None) -> tuple[Cell, ...]:
    """A text in the three languages; Simplified Chinese is converted where nobody wrote it."""
    if text is None:
        return None, None, None
    derived = to_simplified(text.zh_hant) if text.zh_hant else None
    return text.en, text.zh_hant, text.zh_hans or derived


def text_columns(name: str, meaning: str) -> tuple[Column, ...]:
    """The columns of a text in the three languages."""
    return tuple(
        Column(f"{name}_{tag}", "string", f"{meaning} In {said}.") for tag, said in _TAGS.items()
    )
