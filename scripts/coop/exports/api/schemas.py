"""JSON Schemas: of the published records, and for code editors with ids as choices."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from coop.exports import DataFile
from coop.exports.api.records import DOCUMENT_URL
from coop.model import MODELS, Kind, Source
from coop.model.json_schema import model_schema
from coop.model.values import ANY, ID_PATTERN, POST
from coop.pages.fields import CHOICES
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.model import Record
    from coop.model.parts import Post

ROOT = "schemas/v1"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_REF_PATTERN = rf"^({'|'.join(kind.value for kind in Kind)})/{ID_PATTERN.removeprefix('^')}"
_ADDED: dict[str, Any] = {
    "id": {
        **_TEXT,
        "pattern": ID_PATTERN,
        "description": "The record's id, unique within its kind.",
    },
    "type": {**_TEXT, "description": "The kind of record."},
    "url": {
        "type": "object",
        "description": "Language to path from the site's root.",
        "required": [language.value for language in Language],
        "additionalProperties": {**_TEXT, "pattern": "^[^/]"},
    },
    "series": {**_TEXT_OR_NULL, "description": "The series of a meeting."},
    "previous": {**_TEXT_OR_NULL, "description": "The id of the meeting before, in its series."},
    "next": {**_TEXT_OR_NULL, "description": "The id of the meeting after, in its series."},
    "back_links": {
        "type": "array",
        "description": "The records that name this one, and under which key.",
        "items": {
            "type": "object",
            "required": ["ref", "as"],
            "properties": {"ref": {**_TEXT, "pattern": _REF_PATTERN}, "as": _TEXT},
            "additionalProperties": False,
        },
    },
    "derived": {
        "type": "array",
        "description": "The languages in which texts were converted by a script.",
        "items": {**_TEXT, "enum": [Language.ZH_HANS.value]},
    },
}


def schema_files() -> Iterator[DataFile]:
    """The public schema of each kind."""
    for kind in Kind:
        yield DataFile(f"{ROOT}/{kind.singular}.json", partial(_public, kind))


@cache
def _public(kind: Kind) -> bytes:
    return _write(public_schema(kind))


def public_schema(kind: Kind) -> dict[str, Any]:
    """The schema of a kind of record: as published, as a file in data/, and where one has moved."""
    return {
        "$schema": _DIALECT,
        "title": kind.singular.capitalize(),
        "description": (MODELS[kind].__doc__ or "").splitlines()[0],
        "anyOf": [{"$ref": f"#/$defs/{form}"} for form in ("record", "file", "moved")],
        "$defs": {
            "record": published_form(kind, "#/$defs/record/$defs/"),
            "file": _file_form(kind),
            "moved": _moved_form(kind),
        },
    }


def published_form(kind: Kind, parts: str) -> dict[str, Any]:
    """The schema of a published record; its parts, in `$defs`, are named as `parts` says."""
    schema = model_schema(kind, "serialization", parts)
    if kind is Kind.SOURCES:
        schema["properties"] |= {DOCUMENT_URL: schema["properties"]["url"]}
    schema["properties"] |= _ADDED
    schema["properties"]["type"] = {**_ADDED["type"], "const": kind.singular}
    schema["required"] = [*schema["properties"]]
    return {**schema, "title": f"{kind.singular.capitalize()} as published"}


def _file_form(kind: Kind) -> dict[str, Any]:
    schema: dict[str, Any] = _loosen(model_schema(kind, "validation", "#/$defs/file/$defs/"))
    return {**schema, "title": f"{kind.singular.capitalize()} as a file"}


def _moved_form(kind: Kind) -> dict[str, Any]:
    return {
        "title": f"{kind.singular.capitalize()} that has another id now",
        "type": "object",
        "properties": {"moved_to": {**_TEXT, "pattern": _REF_PATTERN}},
        "required": ["moved_to"],
        "additionalProperties": False,
    }


def editor_schemas(catalog: Catalog) -> Mapping[str, bytes]:
    """For each kind, by its plural, the schema of its files with the catalogue's ids as choices."""
    choices = _choices(catalog)
    return {kind.value: _write(_editor_schema(kind, choices)) for kind in Kind}


def _editor_schema(kind: Kind, choices: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    schema = _loosen(model_schema(kind, "validation"))
    found: dict[str, Any] = _with_choices({"$schema": _DIALECT, **schema})
    parts = {name: _with_meanings(name, part) for name, part in found.get("$defs", {}).items()}
    ids = {
        f"ids-{plural}": {
            "type": "string",
            "enum": [*names],
            "enumDescriptions": [*names.values()],  # what editors show beside each choice
        }
        for plural, names in choices.items()
        if names
    }
    return found | {"$defs": parts | ids}


def _with_meanings(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """A part of a schema; if it is a closed list, with what each word means."""
    if name not in CHOICES:
        return part
    words = load_words(Language.EN)
    meanings = [words(f"meaning.{CHOICES[name]}.{word}") for word in part["enum"]]
    return {**part, "enumDescriptions": meanings}


def _with_choices(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_with_choices(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    schema = _as_written(schema)
    if "x-ref" in schema:
        kept = {key: value for key, value in schema.items() if key in {"description", "title"}}
        return {**kept, "$ref": f"#/$defs/ids-{schema['x-ref']}"}
    return {key: _with_choices(value) for key, value in schema.items()}


def _as_written(schema: dict[str, Any]) -> dict[str, Any]:
    """A part of a schema as files have it: what is not known is left out, never null or empty."""
    kept = {key: value for key, value in schema.items() if key != "default"}
    choices = [one for one in kept.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return kept


def _loosen(schema: Any) -> Any:
    """A text may look like a number or a truth value: `1998` is a date, `2` a disputed value."""
    if isinstance(schema, list):
        return [_loosen(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "string" and not schema.keys() & {"enum", "format", "pattern"}:
        return {**schema, "type": ["string", "number", "boolean"]}
    return {key: _loosen(value) for key, value in schema.items()}


def _choices(catalog: Catalog) -> dict[str, dict[str, str]]:
    """The ids that may be named, by the plural of their kind, each with its names."""
    ids = {
        kind.value: {key: _names(record) for key, record in sorted(catalog.records[kind].items())}
        for kind in Kind
    }
    posts = {ref: _names(post) for ref, (_, post) in catalog.posts.items()}
    every = {f"{kind}/{key}": name for kind, names in ids.items() for key, name in names.items()}
    return {**ids, POST: dict(sorted(posts.items())), ANY: every}


def _names(one: Record | Post) -> str:
    named = one.title if isinstance(one, Source) else getattr(one, "name", None)
    return " · ".join(text for _, text in named.items()) if named else ""


def _write(value: Any) -> bytes:
    return to_json(value, indent=2) + b"\n"
