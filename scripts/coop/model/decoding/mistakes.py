"""What keeps a document from being a record, told with its place and what was probably meant."""

from __future__ import annotations

import re
from enum import EnumType
from typing import TYPE_CHECKING, Any, get_args

from coop.diagnostics import Code, Finding
from coop.model.parts import Attendance
from coop.model.records.person import Person
from coop.model.shape.walk import inner_models, list_keys
from coop.model.values import LangMap, SourceRef
from coop.model.written.labels import key_labelled, other_key, word_labelled
from coop.model.written.locators import is_locator, locator_meant
from coop.model.written.meant import (
    list_meant,
    plain,
    tag_meant,
    text_meant,
    word_meant,
    words_meant,
)
from coop.text import Language, is_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from coop.diagnostics import Location
    from coop.model.shape.walk import Path
    from coop.yamlio import Document

_MAPS = {"model_type", "dict_type"}
_FIRST_KEYS: dict[type[BaseModel], str] = {SourceRef: "id", Attendance: "person"}
_KEY = re.compile(r"[\w-]+", re.ASCII)
_UNSPACED = re.compile(r"[\w-]+:", re.ASCII)
_TAGS = tuple(Language)
_WIDE_COLON = "\uff1a"
_BRACKETS = "put brackets around the braces: [{…}]"
_BEFORE_BRACE = "put a dash and a space before the brace"
_DASH = "put a dash and a space before the first key, and begin the other keys below that one"
_NOT_KNOWN = {
    *("?", "n/a", "nil", "none", "not known", "tba", "tbc", "tbd", "unknown"),
    *("不詳", "不详", "不明", "待定", "待查", "未知"),
}


class Telling:
    """Tells of the mistakes in one document, each once."""

    def __init__(self, document: Document, model: type[BaseModel], empty: Sequence[Path]) -> None:
        """Keep the document, what it should be, and the paths in it that have no value."""
        self._document = document
        self._model = model
        self._empty = empty

    def tell(self, errors: Sequence[ErrorDetails]) -> Iterator[Finding]:
        """A finding for each mistake, from the errors of decoding the rest of the document."""
        strange = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
        outside = {path: holder for path in strange if (holder := self._holder(path))}
        braces = {error["loc"] for error in errors if error["input"] == {}}  # words in them
        for path in self._empty:
            if path[:-1] not in braces:
                yield self._no_value(path, outside.values())
        meant = {(*path[:-1], self._unknown_key(path).suggestion) for path in strange}
        meant |= {(*path[:-1], key) for path in self._empty if (key := self._key_left_out(path))}
        meant |= {(*path[:-1], str(path[-1]).partition(_WIDE_COLON)[0]) for path in self._empty}
        for error in errors:
            path, is_missing = error["loc"], error["type"] == "missing"
            if (
                path == ("id",)
                or path in outside
                or (is_missing and path in {*self._empty, *meant})
            ):
                continue  # told already: of the file's name, of a key without value or misspelt
            if finding := self._finding(error):
                yield finding

    def _holder(self, path: Path) -> Path | None:
        """The key without a value to which a key belongs that is not indented below it."""
        for holder in self._empty:
            inner = inner_models(self._model_at(holder[:-1])).get(str(holder[-1]))
            if holder[:-1] == path[:-1] and inner and path[-1] in list_keys(inner):
                return holder
        return None

    def _no_value(self, path: Path, holders: Collection[Path]) -> Finding:
        place = self._document.locate(path, key=True)
        message = f"'{path[-1]}' has no value; fill it in or leave the key out"
        if self._is_needed(path):
            message = f"'{path[-1]}' has no value, and it is needed; fill it in"
        if isinstance(path[-1], int):
            name = _path_name(path)
            message = f"an item of '{name}' has no value; fill it in or take its dash out"
        elif path in holders:
            message = f"'{path[-1]}' has no value; begin the lines that belong to it further right"
        elif key := self._key_left_out(path):
            message = f"'{path[-1]}' has no value; write '{key}: {path[-1]}'"
        elif _UNSPACED.match(path[-1]):
            message = f"'{path[-1]}' is no key; put a space behind the colon"
        elif _WIDE_COLON in path[-1]:
            message = (
                f"'{path[-1]}' is no key; write a plain colon and a space, not a full-width one"
            )
        elif self._is_place_without_key(path):
            meant = locator_meant(path[-1]) or path[-1]
            message = f"'{path[-1]}' is no key; write 'at: {meant}'"
        elif not _KEY.fullmatch(path[-1]):
            message = f"'{path[-1]}' is no key; put the text that it is part of in plain quotes"
        elif "#" in self._document.line(place.line):
            message += "; what follows # is a comment"
        return Finding(place, Code.NO_VALUE, message)

    def _key_left_out(self, path: Path) -> str:
        """The key of which an id is the value that stands as a key itself; else nothing."""
        model, id_ = self._model_at(path[:-1]), str(path[-1])
        is_id_alone = isinstance(path[-1], str) and is_id(id_) and id_ not in list_keys(model)
        return _FIRST_KEYS.get(model, "") if is_id_alone else ""

    def _is_place_without_key(self, path: Path) -> bool:
        """Whether the place in a source stands without `at:`, and no other place is there."""
        part = self._value_at(path[:-1])
        is_place = self._model_at(path[:-1]) is SourceRef and is_locator(str(path[-1]))
        return is_place and "at" not in part

    def _place_as_a_key(self, path: Path) -> str:
        """The place in a source of which the word stands as a key, as in `para: 3`; else empty."""
        part = self._value_at(path[:-1])
        is_source = self._model_at(path[:-1]) is SourceRef and "at" not in part
        return locator_meant(f"{path[-1]} {part[path[-1]]}") if is_source else ""

    def _is_needed(self, path: Path) -> bool:
        fields = self._model_at(path[:-1]).model_fields.items()
        return path[-1] in {field.alias or name for name, field in fields if field.is_required()}

    def _finding(self, error: ErrorDetails) -> Finding | None:
        path, problem = error["loc"], error["type"]
        place = self._document.locate(path)
        found: Finding | None
        if problem == "missing":
            found = self._missing(path)
        elif problem == "extra_forbidden":
            found = self._unknown_key(path)
        elif problem == "too_short":
            found = self._too_short(error)
        elif problem == "enum":
            found = _unknown_word(place, error)
        elif problem in _MAPS:
            found = _map_expected(place, self._model_at(path), error["input"])
        elif problem == "tuple_type":
            found = self._list_expected(path, error["input"])
        else:
            found = _wrong_value(place, error)
        return found

    def _missing(self, path: Path) -> Finding:
        place = self._document.locate(path[:-1])
        if path[-1] == "sources" and len(path) > 1:
            message = "a statement without a source; add sources: [<source id>]"
            return Finding(place, Code.STATEMENT_WITHOUT_SOURCE, message)
        model, key = self._model_at(path[:-1]), str(path[-1])
        value = "[<source id>]" if key == "sources" else "…"
        if inner_models(model).get(key) is LangMap:
            is_whole = key == "name" and self._model is not Person
            value = "{en: …, zh-Hant: …}" if is_whole else "{en: …}"
        message, advice = f"key '{key}' is missing", f"Add a line '{key}: {value}'"
        if model is SourceRef:
            advice = "Name the source, as in {id: <source id>, at: para 8}"
            if path[-2:-1] != (0,):
                advice += "; or take the dash out, if this belongs to the item above"
        elif words := _words_of(model, key):
            advice += f", with one of {', '.join(words)}"
        return Finding(place, Code.MISSING_KEY, message, advice=advice)

    def _too_short(self, error: ErrorDetails) -> Finding | None:
        path = error["loc"]
        written = len(error["input"]) + sum(item[:-1] == path for item in self._empty)
        if written >= error["ctx"]["min_length"]:
            return None  # there are enough items; what is wrong in one of them is told by itself
        if path[-1] == "values":
            message = "a dispute needs at least two values"
            return Finding(self._document.locate(path), Code.MISSING_KEY, message)
        message = "the list of sources is empty; name at least one source"
        return Finding(self._document.locate(path), Code.STATEMENT_WITHOUT_SOURCE, message)

    def _list_expected(self, path: Path, value: Any) -> Finding:
        place = self._document.locate(path)
        message, near = "a list expected here; start each item with a dash", ""
        if value == {}:
            near = f"[{', '.join(map(str, self._value_at(path)))}]"
            return Finding(place, Code.WRONG_SHAPE, "a list stands in brackets", near)
        if isinstance(value, dict):
            line, column = self._document.line(place.line), place.column - 1
            before = _BEFORE_BRACE if not line[:column].strip() else _BRACKETS
            advice = before if line.startswith("{", column) else _DASH
            message = f"a list expected here; {advice}"
        if isinstance(value, str):
            model = self._model_at(path[:-1])
            if words := _words_of(model, str(path[-1])):
                message = f"a list expected here, of {', '.join(words)}"
                meant = words_meant(value, words) or tag_meant(
                    plain(value).strip("[]()【】"), _TAGS
                )
                near = f"[{meant}]" if meant else ""
            elif inner_models(model).get(str(path[-1])) in {None, SourceRef}:
                near = list_meant(value)
            elif inner_models(model).get(str(path[-1])) is Attendance and is_id(value):
                near = f"[{{person: {value}}}]"
            if value.startswith("-"):
                message, near = "a list expected here; put a space behind each dash", ""
        return Finding(place, Code.WRONG_SHAPE, message, near)

    def _unknown_key(self, path: Path) -> Finding:
        message, near = tell_unknown_key(str(path[-1]), self._model_at(path[:-1]))
        place = self._document.locate(path, key=True)
        if near == "role" and "/" in str(self._value_at(path)):
            near = "post"
        if at := self._place_as_a_key(path):
            message, near = f"unknown key '{path[-1]}'; write 'at: {at}'", ""
        return Finding(place, Code.UNKNOWN_KEY, message, near)

    def _value_at(self, path: Path) -> Any:
        part = self._document.tree
        for step in path:
            part = part[step]
        return part

    def _model_at(self, path: Path) -> type[BaseModel]:
        model = self._model
        for step in path:
            if isinstance(step, str):
                model = inner_models(model).get(step, model)
        return model


def _words_of(model: type[BaseModel], key: str) -> list[str]:
    """The words that a key takes, where it takes one or some of a closed list."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    annotation = fields[key].annotation if key in fields else None
    parts = (annotation, *get_args(annotation))
    return next(([*part] for part in parts[:2] if isinstance(part, EnumType)), [])


def tell_unknown_key(word: str, model: type[BaseModel]) -> tuple[str, str]:
    """What is told of a key that a part does not have, and the key that was probably meant."""
    known, other = (keys := list_keys(model)), other_key(word, keys)
    if word in _TAGS:
        return f"'{word}' is a language; begin its line further right, below the text's key", ""
    near = tag_meant(word, _TAGS) if model is LangMap else other or key_labelled(word, known)
    near = near or (word_meant(word, known) if other is None else "")
    return f"unknown key '{word}'" + ("" if near else f"; keys here: {', '.join(known)}"), near


def _wrong_value(place: Location, error: ErrorDetails) -> Finding:
    is_known = str(error["input"]).strip().casefold() not in _NOT_KNOWN
    advice = "" if is_known else "What is not known is left out: delete the line"
    return Finding(place, Code(error["type"]), error["msg"], error["ctx"]["meant"], advice)


def _unknown_word(place: Location, error: ErrorDetails) -> Finding:
    word, path = error["input"], error["loc"]
    expected = error["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
    if not isinstance(word, str):
        message = f"one word expected here, of {', '.join(expected)}"
        near = word[0] if isinstance(word, list) and len(word) == 1 and word[0] in expected else ""
        return Finding(place, Code.WRONG_SHAPE, message, near)
    is_language = set(expected) == set(_TAGS)
    near = tag_meant(word, _TAGS) if is_language else word_labelled(word, expected)
    near = near or word_meant(word, expected)
    what = "language" if is_language else _path_name(path)
    if isinstance(path[-1], int) and (several := words_meant(word, expected)):
        message = f"'{word}' is no {what}; put a plain comma and a space between two"
        return Finding(place, Code.UNKNOWN_WORD, message, several)
    message = f"unknown {what} '{word}'; one of {', '.join(expected)}"
    return Finding(place, Code.UNKNOWN_WORD, message, near)


def _map_expected(place: Location, model: type[BaseModel], value: Any) -> Finding:
    text = value if isinstance(value, str) else ""
    near = text_meant(text)
    message = f"a map of keys expected here; keys: {', '.join(list_keys(model))}"
    if model is LangMap:
        message = (
            "a text in each language expected here; write it below, behind 'en:' and 'zh-Hant:'"
        )
    elif model is Attendance:
        near = f"{{person: {text}}}" if is_id(text) else _someone_meant(text)
    else:
        near = ""
    return Finding(place, Code.WRONG_SHAPE, message, near)


def _someone_meant(text: str) -> str:
    """Someone without a record, from a name or from a name, a comma and a title."""
    parts = [text_meant(part.strip()) for part in re.split("[,\uff0c]", text)]
    keys = ("name", "role")[: len(parts)]
    if len(parts) > len(keys) or not all(parts):
        return ""
    return f"{{{', '.join(f'{key}: {part}' for key, part in zip(keys, parts, strict=True))}}}"


def _path_name(path: Path) -> str:
    """The last key of a path, for messages."""
    return str(next((step for step in reversed(path) if isinstance(step, str)), "value"))
