"""The description of the JSON API in OpenAPI 3.1, from which its reference is made, too."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from coop.exports import DataFile
from coop.exports.api.envelopes import ENVELOPES, list_of
from coop.exports.api.records import ROOT, SCHEMA_VERSION
from coop.exports.api.schemas import published_form
from coop.exports.licence import LICENCE
from coop.model import MODELS, Kind
from coop.model.values import ID_PATTERN
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.words import Words

Node = dict[str, Any]
_SCHEMAS = "#/components/schemas/"
# The files beside those of the kinds: the name of each, and of the schema of what it holds.
_FILES = {
    "index": "Index",
    "vocabularies": "Vocabularies",
    "timeline": "Timeline",
    "series": "SeriesList",
    "redirects": "Redirects",
    "changes": "Changes",
}


def openapi_files(site_url: str) -> Iterator[DataFile]:
    """The description of the API of a site whose address ends in a slash."""
    yield DataFile(f"{ROOT}/openapi.json", partial(_write, site_url))


def _write(site_url: str) -> bytes:
    described = {**describe_api(Language.EN), "servers": [{"url": site_url.rstrip("/")}]}
    return to_json(described, indent=2) + b"\n"


@cache
def describe_api(language: Language) -> Node:
    """The description, with what it says of each file in a language; keys are told in English."""
    words = load_words(language)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": words("site.name"),
            "description": words("api.lead"),
            "version": SCHEMA_VERSION,
            "license": {"name": "CC BY 4.0", "identifier": LICENCE},
        },
        "paths": {f"/{ROOT}/{path}": {"get": operation} for path, operation in _paths(words)},
        "components": {"schemas": _schemas()},
    }


def _paths(words: Words) -> Iterator[tuple[str, Node]]:
    for name, schema in _FILES.items():
        said = words(f"api.file.{name}")
        answers = {"200": _answer(said, schema)}
        if name == "changes":
            answers |= {"404": {"description": words("api.no_history")}}
        yield f"{name}.json", _operation(f"get_{name}", said, answers)
    for kind in Kind:
        said = words("api.file.list", kind=words(f"nav.{kind.value}"))
        answers = {"200": _answer(said, f"{MODELS[kind].__name__}List")}
        yield f"{kind.value}.json", _operation(f"list_{kind.value}", said, answers)
        said = words("api.file.record", kind=words(f"find.kind.{kind.value}"))
        answers = {
            "200": _answer(said, f"{MODELS[kind].__name__}OrMoved"),
            "404": {"description": words("api.not_found")},
        }
        one = _operation(f"get_{kind.singular}", said, answers)
        yield f"{kind.value}/{{id}}.json", {**one, "parameters": [_parameter(words)]}


def _operation(name: str, said: str, answers: Node) -> Node:
    return {"operationId": name, "summary": said, "responses": answers}


def _answer(said: str, schema: str) -> Node:
    content = {"application/json": {"schema": {"$ref": f"{_SCHEMAS}{schema}"}}}
    return {"description": said, "content": content}


def _parameter(words: Words) -> Node:
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "description": words("api.id"),
        "schema": {"type": "string", "pattern": ID_PATTERN},
    }


def _schemas() -> Node:
    found: Node = dict(ENVELOPES)
    for kind in Kind:
        name = MODELS[kind].__name__
        schema = published_form(kind, _SCHEMAS)
        parts = schema.pop("$defs")
        own = {"$ref": f"{_SCHEMAS}{name}"}
        found |= {
            f"{name}List": list_of("records", own, f"All records of the kind {kind.value}."),
            f"{name}OrMoved": {
                "description": "The record, or where it is now if it has another id.",
                "anyOf": [own, {"$ref": f"{_SCHEMAS}Moved"}],
            },
            name: schema,
            **parts,
        }
    return found
