"""The readable reference of the JSON API, made from its description in OpenAPI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from coop.exports.api.openapi import describe_api
from coop.pages.editors.contribute import prose_html
from coop.pages.view import View, link_html, make_page, render
from coop.script import to_simplified
from coop.text import Language
from coop.words import load_descriptions, load_meanings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.pages.page import Content, Page

ADDRESS = "data/api/"
_DEFINITION = "#/components/schemas/"
_Schema = dict[str, Any]


class FileLine(NamedTuple):
    """A file of the API: its address, the way to it where it is one file, what it holds."""

    path: str
    href: str
    summary: str
    holds: Markup


class KeyLine(NamedTuple):
    """A key: the path to it within the part, its type, its meaning."""

    key: str
    type: Markup
    meaning: str


class Part(NamedTuple):
    """A schema under its name: its meaning, its keys, or its type if it has none."""

    name: str
    meaning: str
    lines: tuple[KeyLine, ...]
    type: Markup


def api_reference_pages(catalog: Catalog) -> Iterator[Page]:
    """The reference in all languages."""
    for language in Language:
        yield make_page(View(catalog, language, ADDRESS), "data", _write)


def _write(view: View) -> Content:
    language = view.language
    described = describe_api(language)
    meta = {
        "title": view.words("api.title"),
        "description": view.words("api.description"),
        "coop": "list",
    }
    words = view.words("api.about", version=described["info"]["version"], link="{link}")
    openapi = Markup.escape(view.words("api.openapi"))
    link = link_html(view.file("api/v1/openapi.json"), openapi)
    return render(
        view,
        "api_reference.md.j2",
        meta,
        title=meta["title"],
        lead=described["info"]["description"],
        about=Markup.escape(words).format(link=link),
        files=[_file(view, *each) for each in described["paths"].items()],
        parts=[_part(language, *each) for each in described["components"]["schemas"].items()],
        prose_html=prose_html,
    )


def _file(view: View, path: str, operations: _Schema) -> FileLine:
    operation = operations["get"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    may_lack = "{" in path or "404" in operation["responses"]
    href = "" if may_lack else view.file(path.removeprefix("/"))
    return FileLine(path, href, operation["summary"], _type(answer))


def _part(language: Language, name: str, schema: _Schema) -> Part:
    lines = tuple(
        line._replace(meaning=_say(language, line.meaning, name, line.key))
        for line in _lines(schema, "")
    )
    meaning = _say(language, schema.get("description", ""), name)
    return Part(name, meaning, lines, Markup() if lines else _type(schema))


def _say(language: Language, english: str, part: str, key: str = "") -> str:
    """A description in a language: in Chinese that of the guide of fields, else its own."""
    if language is Language.EN or not english:
        return english
    guide = load_meanings()
    own = guide["keys"].get(part, {}).get(key) if key else guide["tables"].get(part)
    chinese: str = own or load_descriptions().get(english) or guide["keys"]["Any"][key]
    return to_simplified(chinese) if language is Language.ZH_HANS else chinese


def _lines(schema: _Schema, above: str) -> Iterator[KeyLine]:
    """The keys of an object, each followed by those of the object that it holds."""
    for key, inner in schema.get("properties", {}).items():
        path = f"{above}{key}"
        yield KeyLine(path, _type(inner), inner.get("description", ""))
        if inner.get("type") == "array":
            yield from _lines(inner["items"], f"{path}[].")
        else:
            yield from _lines(inner, f"{path}.")


def _type(schema: _Schema) -> Markup:
    """A type in signs that need no translation: `string | null`, `SourceRef[]`."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_DEFINITION)
        return Markup('<a href="#{0}"><code>{0}</code></a>').format(name)
    if "enum" in schema:
        return _either(Markup("<code>{}</code>").format(word) for word in schema["enum"])
    if "anyOf" in schema:
        return _either(map(_type, schema["anyOf"]))
    if schema.get("type") == "array":
        return _type(schema["items"]) + Markup("[]")
    if "edtf" in schema.get("properties", {}):
        return Markup('<a href="../#dates"><code>date</code></a>')
    kinds = schema.get("type", "any")
    names = [kinds] if isinstance(kinds, str) else kinds
    return _either(Markup("<code>{}</code>").format(name) for name in names)


def _either(types: Iterable[Markup]) -> Markup:
    return Markup(" | ").join(types)
