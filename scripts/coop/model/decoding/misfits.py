"""Keys and values that a model does not take, or lacks, and what was probably meant by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coop.diagnostics import Code, Finding
from coop.model.decoding.attempt import path_name
from coop.model.decoding.lacking import tell_missing
from coop.model.decoding.unknown_keys import tell_key
from coop.model.parts import Attendance
from coop.model.shape.walk import inner_models, list_keys
from coop.model.values import LangMap, SourceRef
from coop.model.written.labels import word_labelled
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
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from coop.diagnostics import Location
    from coop.model.decoding.attempt import Attempt
    from coop.model.shape.walk import Path


_MAPS = {"model_type", "dict_type"}
_TAGS = tuple(Language)
_BRACKETS = "put brackets around the braces: [{…}]"
_BEFORE_BRACE = "put a dash and a space before the brace"
_DASH = "put a dash and a space before the first key, and begin the other keys below that one"
_NOT_KNOWN = {
    *("?", "n/a", "nil", "none", "not known", "tba", "tbc", "tbd", "unknown"),
    *("不詳", "不详", "不明", "待定", "待查", "未知"),
}


def tell_misfit(attempt: Attempt, error: ErrorDetails) -> Finding | None:
    """What is told of one error of decoding; nothing of a list that is only too short so far."""
    path, problem = error["loc"], error["type"]
    place = attempt.document.locate(path)
    found: Finding | None
    if problem == "missing":
        found = tell_missing(attempt, path)
    elif problem == "extra_forbidden":
        found = tell_key(attempt, path)
    elif problem == "too_short":
        found = _too_short(attempt, error)
    elif problem == "enum":
        found = _unknown_word(place, error)
    elif problem in _MAPS:
        found = _map_expected(place, attempt.model_at(path), error["input"])
    elif problem == "tuple_type":
        found = _list_expected(attempt, path, error["input"])
    else:
        found = _wrong_value(place, error)
    return found


def _too_short(attempt: Attempt, error: ErrorDetails) -> Finding | None:
    path = error["loc"]
    written = len(error["input"]) + sum(item[:-1] == path for item in attempt.empty)
    if written >= error["ctx"]["min_length"]:
        return None  # there are enough items; what is wrong in one of them is told by itself
    if path[-1] == "values":
        message = "a dispute needs at least two values"
        return Finding(attempt.document.locate(path), Code.MISSING_KEY, message)
    message = "the list of sources is empty; name at least one source"
    return Finding(attempt.document.locate(path), Code.STATEMENT_WITHOUT_SOURCE, message)


def _list_expected(attempt: Attempt, path: Path, value: Any) -> Finding:
    place = attempt.document.locate(path)
    message, near = "a list expected here; start each item with a dash", ""
    if value == {}:
        message, near = (
            "a list stands in brackets",
            f"[{', '.join(map(str, attempt.value_at(path)))}]",
        )
    elif isinstance(value, dict):
        message = f"a list expected here; {_mend_map(attempt, place)}"
    elif isinstance(value, str) and value.startswith("-"):
        message = "a list expected here; put a space behind each dash"
    elif isinstance(value, str):
        near = _items_meant(attempt, path, value)
        if words := attempt.words_at(path):
            message = f"a list expected here, of {', '.join(words)}"
    return Finding(place, Code.WRONG_SHAPE, message, near)


def _mend_map(attempt: Attempt, place: Location) -> str:
    """What makes the only item of a list of a map: in braces or with a line for each key."""
    line, column = attempt.document.line(place.line), place.column - 1
    if not line.startswith("{", column):
        return _DASH
    return _BRACKETS if line[:column].strip() else _BEFORE_BRACE


def _items_meant(attempt: Attempt, path: Path, text: str) -> str:
    """The list that was meant by a text."""
    if words := attempt.words_at(path):
        meant = words_meant(text, words) or tag_meant(plain(text).strip("[]()【】"), _TAGS)
        return f"[{meant}]" if meant else ""
    inner = inner_models(attempt.model_at(path[:-1])).get(str(path[-1]))
    if inner is Attendance and is_id(text):
        return f"[{{person: {text}}}]"
    return list_meant(text) if inner in {None, SourceRef} else ""


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
    what = "language" if is_language else path_name(path)
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
