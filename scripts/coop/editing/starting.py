"""A first version of a record: what to ask for each kind, what may be chosen, the id."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args, get_origin
from urllib.parse import urlsplit

from coop.diagnostics import Code
from coop.editing.formatting import write_record
from coop.model import MODELS, Kind, Record
from coop.model.decoding.decode import decode_record
from coop.model.references import find_target
from coop.model.shape.walk import inner_models
from coop.model.values import POST, LangMap
from coop.script import to_simplified
from coop.text import Language, is_id
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from coop.catalog import Catalog
    from coop.diagnostics import Finding

Answer = str | list[str]
_WORD = re.compile(r"[a-z0-9]+", re.ASCII)
_SMALL = {"a", "an", "and", "at", "between", "for", "in", "of", "on", "the", "to", "with"}
_RELEASE = re.compile(r"/P(\d{8})(\d{5})", re.ASCII)
_COMMA = re.compile("[,\uff0c\u3001;\uff1b]")
_SPACE = re.compile(r"[\s,\uff0c\u3001;\uff1b]+(?:(?:and|及|和)\s+)?")
_LATER = {Code.MISSING_KEY, Code.STATEMENT_WITHOUT_SOURCE}
_MOST_WORDS = 7
_BETWEEN = " · "  # the names of one thing
_SHORTS = ("short.en", "short.zh-Hant", "short.zh-Hans")  # asked where the name is taken
_NAMES = ("name.en", "name.zh-Hant", "translated")
_TITLES = (*_NAMES, *_SHORTS[:2])
# The keys to ask for, in this order; the questions are in the locale files, below `new`.
QUESTIONS: Mapping[Kind, tuple[str, ...]] = {
    Kind.MEETINGS: (
        *_NAMES,
        "kind",
        "status",
        "date",
        "platform",
        "ordinal",
        "place",
        "principals.0.person",
        "principals.0.post",
        "principals.1.person",
        "principals.1.post",
        "sources",
    ),
    Kind.PLANS: (*_TITLES, "kind", "issued", "signed", "parties", "platform", "sources"),
    Kind.PLATFORMS: (*_TITLES, "parties", "established", "sources"),
    Kind.PEOPLE: (
        "name.en",
        "name.zh-Hant",
        "name.zh-Hans",
        *_SHORTS,
        "sources",
        "posts.0.post",
        "posts.0.seen",
        "posts.0.sources",
    ),
    Kind.ORGANISATIONS: (
        *_TITLES,
        "side",
        "parent",
        "place",
        "posts.0.name.en",
        "posts.0.name.zh-Hant",
        "posts.0.id",
        "sources",
    ),
    Kind.PLACES: (*_TITLES, "kind", "part_of"),
    Kind.TOPICS: (*_TITLES, "group"),
    Kind.SOURCES: (
        "title.en",
        "title.zh-Hant",
        "title.zh-Hans",
        "publisher.en",
        "publisher.zh-Hant",
        "publisher.zh-Hans",
        "published",
        "url",
        "language",
        "grade",
        "seen",
    ),
}


@dataclass(frozen=True, slots=True)
class Field:
    """What an answer may be: one of some choices (id to name), or free; one or a list.

    `closed_list` is the name of the closed list that the choices are, `target` the plural of the
    records or POST; empty if they are none.
    """

    choices: Mapping[str, str]
    is_list: bool
    closed_list: str
    is_needed: bool
    target: str


def describe_field(catalog: Catalog, kind: Kind, key: str) -> Field:
    """What may stand under a dotted key such as `principals.0.person`; KeyError if unknown."""
    model: type[BaseModel] = MODELS[kind]
    *way, last = [step for step in key.split(".") if not step.isdigit()]
    for step in way:
        model = inner_models(model)[step]
    info = {field.alias or name: field for name, field in model.model_fields.items()}[last]
    plural = find_target(info)
    if last in {"sources", "note_sources"}:
        plural = Kind.SOURCES.value
    words = next((part for part in _parts(info.annotation) if _is_enum(part)), None)
    choices = _choices(catalog, plural) if plural else dict.fromkeys(words or (), "")
    is_list = get_origin(info.annotation) is tuple
    closed_list = words.__name__ if words else ""
    # every name but a person's is needed in both languages that people write
    is_needed = (not way and info.is_required()) or (way == ["name"] and kind is not Kind.PEOPLE)
    named = {str(key): name for key, name in choices.items()}
    return Field(named, is_list, closed_list, is_needed, plural)


def list_languages(kind: Kind, key: str) -> list[str]:
    """The dotted keys to write in place of one that holds a text in each language; else none."""
    model: type[BaseModel] = MODELS[kind]
    *way, last = [step for step in key.split(".") if not step.isdigit()]
    for step in way:
        model = inner_models(model)[step]
    info = {field.alias or name: field for name, field in model.model_fields.items()}[last]
    is_text = inner_models(model).get(last) is LangMap and get_origin(info.annotation) is not tuple
    return [f"{key}.{language.value}" for language in Language] if is_text else []


def _is_enum(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, StrEnum)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _choices(catalog: Catalog, plural: str) -> dict[str, str]:
    if plural == POST:
        named = Counter(_name(post.name) for _, post in catalog.posts.values())
        return {
            ref: name if named[name] == 1 else f"{name} ({_name(body.short or body.name)})"
            for ref, (body, post) in catalog.posts.items()
            for name in (_name(post.name),)
        }
    records = catalog.records[Kind(plural)]
    return {record_id: _label(record) for record_id, record in records.items()}


def _label(record: Record) -> str:
    return _name(getattr(record, "name", None) or getattr(record, "title", None))


def _name(text: Any) -> str:
    return _BETWEEN.join(words for _, words in text.items()) if text else ""


def find_choices(choices: Mapping[str, str], answer: str) -> list[str]:
    """The choices that an answer may mean: of the id or whole name, else all with its words.

    Chinese finds a name in either script.
    """
    if answer in choices:
        return [answer]
    whole = find_called(choices, answer)
    if len(whole) == 1:
        return whole
    words = _fold(answer).split()
    return [
        key
        for key, name in choices.items()
        if all(word in _fold(f"{key} {key.replace('-', ' ')} {name}") for word in words)
    ]


def find_called(choices: Mapping[str, str], name: str) -> list[str]:
    """The choices of which this is a whole name, in either Chinese script."""
    wanted = _fold(name)
    return [key for key, names in choices.items() if wanted in _fold(names).split(_BETWEEN)]


def split_answer(field: Field, text: str) -> Answer:
    """An answer as a list where the field is one: with commas of either width between its items.

    Spaces will do between words that are choices themselves.
    """
    if not field.is_list:
        return text.strip()
    words = [word for word in _SPACE.split(text.strip()) if word]
    if len(words) > 1 and all(word in field.choices for word in words):
        return words
    return [part.strip() for part in _COMMA.split(text) if part.strip()]


def check_answer(kind: Kind, key: str, answer: Answer) -> list[Finding]:
    """What is wrong with an answer by itself; that others are missing is not."""
    text = write_record(build_tree({key: answer}), kind)
    document, findings = read_document("", text.encode())
    if document:
        findings += decode_record(document, kind, "new")[1]
    return [finding for finding in findings if finding.code not in _LATER]


def says_whole_words(key: str, name: str, answer: str) -> bool:
    """Whether the words of an answer stand whole in a choice: only then it surely is the one meant.

    Chinese has no gaps between words, so that any part of a name will do.
    """
    known = {*_WORD.findall(_fold(f"{key} {name}"))}
    return known >= {*_WORD.findall(_fold(answer))}


def _fold(text: str) -> str:
    folded = text.casefold()
    return folded if folded.isascii() else to_simplified(folded)


def build_tree(answers: Mapping[str, Answer]) -> dict[str, Any]:
    """The tree of a record from answers by dotted key; what is empty is left out."""
    tree: dict[str, Any] = {}
    for key, answer in answers.items():
        *way, last = key.split(".")
        inner = tree
        for step in way if answer else ():
            inner = inner.setdefault(step, {})
        if answer:
            inner[last] = answer
    found: dict[str, Any] = _with_lists(tree)
    return found


def _with_lists(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    if tree and all(key.isdigit() for key in tree):
        return [_with_lists(tree[key]) for key in sorted(tree, key=int)]
    return {key: _with_lists(value) for key, value in tree.items()}


def suggest_id(kind: Kind, tree: Mapping[str, Any]) -> str:
    """An id from what is known of a record; empty if there is too little."""
    if kind is Kind.MEETINGS:
        date = str(tree.get("date", "undated")).partition("/")[0]
        slug = tree.get("platform") or _slug(tree)
        return _join("undated" if "X" in date else date, slug, tree.get("ordinal"))
    if kind is Kind.SOURCES:
        if release := _RELEASE.search(str(tree.get("url", ""))):
            return f"gia-{release[1]}-{release[2]}"
        host = (urlsplit(str(tree.get("url", ""))).hostname or "").removeprefix("www.")
        words = _words(dict(tree.get("publisher", {})).get("en", "") or host.partition(".")[0])
        day = str(tree.get("published", "")).replace("-", "")
        return _join("-".join(words[:2]), day) if words else ""
    if kind is Kind.PLANS:
        date = str(tree.get("signed") or tree.get("issued") or "")
        return _join(_slug(tree), date[:4])
    return _slug(tree)


def _slug(tree: Mapping[str, Any]) -> str:
    return "-".join(_words(dict(tree.get("name", {})).get("en", ""))[:_MOST_WORDS])


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold().replace("'", "")) if word not in _SMALL]


def _join(*parts: object) -> str:
    found = "-".join(str(part) for part in parts if part)
    return found if is_id(found) else ""
