"""The keys of every kind of record for the field guide, read off the models' JSON Schemas."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from coop.model import Kind
from coop.model.json_schema import model_schema
from coop.model.records.record import Record
from coop.model.values import ANY, EDTF_EXAMPLES, ID_PATTERN, POST
from coop.model.vocabulary import VOCABULARIES
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# the words of each closed list in the locale files, by the list's name in the schemas
CHOICES = {words.__name__: name for name, words in VOCABULARIES.items()} | {
    Language.__name__: "language.name"
}
_DEFINITION = "#/$defs/"
_COMMON = tuple(Record.model_fields)
_Schema = dict[str, Any]


class Form(NamedTuple):
    """What a key takes: a word such as `text`, `date`, `ref`, `part`, `choice`, and of which sort.

    `target` is the plural of a kind for `ref`, the part's name for `part`, the list's for `choice`.
    """

    word: str
    target: str
    many: bool


class FieldLine(NamedTuple):
    """One key: what it means, what it takes, whether it must be there, the words to choose from."""

    key: str
    meaning: str
    form: Form
    required: bool
    choices: tuple[str, ...]


class FieldTable(NamedTuple):
    """The keys of a kind of record, or of a part (then `kind` is empty)."""

    name: str
    kind: str
    meaning: str
    lines: tuple[FieldLine, ...]


@cache
def list_fields() -> tuple[tuple[FieldTable, ...], tuple[FieldTable, ...]]:
    """The tables of the kinds in their order, then those of the parts that several kinds share."""
    schemas = {kind: model_schema(kind, "validation") for kind in Kind}
    kinds = tuple(_table(schema, schema["$defs"], kind.value) for kind, schema in schemas.items())
    definitions: _Schema = {}
    for schema in schemas.values():
        definitions |= schema["$defs"]
    shared = {name: _with_properties(found) for name, found in definitions.items()}
    parts = [
        _table(found | {"title": name}, definitions, "")
        for name, found in sorted(shared.items())
        if found
    ]
    return kinds, tuple(parts)


def _with_properties(schema: _Schema) -> _Schema | None:
    """The schema of a part; of one that also has a short form, that of the long one."""
    forms = (schema, *schema.get("anyOf", ()))
    return next((form for form in forms if "properties" in form), None)


def _table(schema: _Schema, definitions: _Schema, kind: str) -> FieldTable:
    required = frozenset(schema.get("required", ()))
    lines = {
        key: _line(key, found, definitions, required=key in required)
        for key, found in schema["properties"].items()
    }
    ordered = tuple(lines[key] for key in _in_order(lines, whole_record=bool(kind)))
    return FieldTable(schema["title"], kind, schema["description"], ordered)


def _in_order(lines: Mapping[str, FieldLine], *, whole_record: bool) -> Iterator[str]:
    """A record's own keys first, then those that every record has; a part's as they are."""
    last = _COMMON if whole_record else ()
    yield from (key for key in lines if key not in last)
    yield from (key for key in last if key in lines)


def _line(key: str, schema: _Schema, definitions: _Schema, *, required: bool) -> FieldLine:
    form = _form(schema, definitions)
    words = definitions[form.target]["enum"] if form.word == "choice" else ()
    return FieldLine(key, schema.get("description", ""), form, required, tuple(words))


def _form(schema: _Schema, definitions: _Schema) -> Form:
    if schema.get("type") == "array":
        return _form(schema["items"], definitions)._replace(many=True)
    if "anyOf" in schema:  # a value or null, which stands for a key that is left out
        return _form(schema["anyOf"][0], definitions)
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_DEFINITION)
        word = "choice" if "enum" in definitions[name] else "part"
        return Form(word, name, many=False)
    if "x-ref" in schema:
        target = schema["x-ref"]
        return Form(target if target in {POST, ANY} else "ref", target, many=False)
    return Form(_plain(schema), "", many=False)


def _plain(schema: _Schema) -> str:
    if schema["type"] != "string":
        return str(schema["type"])
    if schema.get("format") == "uri":
        return "address"
    if "examples" in schema:
        return "date" if schema["examples"] == EDTF_EXAMPLES else "tag"
    if "pattern" in schema:
        return "id" if schema["pattern"] == ID_PATTERN else "iso"
    return "text"
