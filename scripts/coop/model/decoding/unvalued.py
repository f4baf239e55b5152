"""Keys and dashes behind which nothing stands, and what was probably meant by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.model.decoding.attempt import path_name
from coop.model.parts import Attendance
from coop.model.shape.walk import inner_models, list_keys
from coop.model.values import SourceRef
from coop.model.written.locators import is_locator, locator_meant
from coop.text import is_id

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic import BaseModel

    from coop.model.decoding.attempt import Attempt
    from coop.model.shape.walk import Path


_FIRST_KEYS: dict[type[BaseModel], str] = {SourceRef: "id", Attendance: "person"}
_KEY = re.compile(r"[\w-]+", re.ASCII)
_UNSPACED = re.compile(r"[\w-]+:", re.ASCII)
_WIDE_COLON = "\uff1a"


def tell_no_value(attempt: Attempt, path: Path, holders: Collection[Path]) -> Finding:
    """What is told of a key or a dash without a value; lines of `holders` are too far left."""
    place = attempt.document.locate(path, key=True)
    message = f"'{path[-1]}' has no value; fill it in or leave the key out"
    if _is_needed(attempt, path):
        message = f"'{path[-1]}' has no value, and it is needed; fill it in"
    if isinstance(path[-1], int):
        name = path_name(path)
        message = f"an item of '{name}' has no value; fill it in or take its dash out"
    elif path in holders:
        message = f"'{path[-1]}' has no value; begin the lines that belong to it further right"
    elif key := _key_left_out(attempt, path):
        message = f"'{path[-1]}' has no value; write '{key}: {path[-1]}'"
    elif _UNSPACED.match(path[-1]):
        message = f"'{path[-1]}' is no key; put a space behind the colon"
    elif _WIDE_COLON in path[-1]:
        message = f"'{path[-1]}' is no key; write a plain colon and a space, not a full-width one"
    elif _is_place_without_key(attempt, path):
        meant = locator_meant(path[-1]) or path[-1]
        message = f"'{path[-1]}' is no key; write 'at: {meant}'"
    elif not _KEY.fullmatch(path[-1]):
        message = f"'{path[-1]}' is no key; put the text that it is part of in plain quotes"
    elif "#" in attempt.document.line(place.line):
        message += "; what follows # is a comment"
    return Finding(place, Code.NO_VALUE, message)


def keys_meant(attempt: Attempt, path: Path) -> tuple[str, ...]:
    """The keys that may have been meant by what stands as a key without a value, itself first."""
    word = str(path[-1])
    return word, word.partition(_WIDE_COLON)[0], _key_left_out(attempt, path)


def _key_left_out(attempt: Attempt, path: Path) -> str:
    """The key of which an id is the value that stands as a key itself; else nothing."""
    model, id_ = attempt.model_at(path[:-1]), str(path[-1])
    is_id_alone = isinstance(path[-1], str) and is_id(id_) and id_ not in list_keys(model)
    return _FIRST_KEYS.get(model, "") if is_id_alone else ""


def _is_place_without_key(attempt: Attempt, path: Path) -> bool:
    """Whether the place in a source stands without `at:`, and no other place is there."""
    part = attempt.value_at(path[:-1])
    is_place = attempt.model_at(path[:-1]) is SourceRef and is_locator(str(path[-1]))
    return is_place and "at" not in part


def _is_needed(attempt: Attempt, path: Path) -> bool:
    fields = attempt.model_at(path[:-1]).model_fields.items()
    return path[-1] in {field.alias or name for name, field in fields if field.is_required()}


def find_holder(attempt: Attempt, path: Path) -> Path | None:
    """The key without a value to which a key belongs that is not indented below it."""
    for holder in attempt.empty:
        inner = inner_models(attempt.model_at(holder[:-1])).get(str(holder[-1]))
        if holder[:-1] == path[:-1] and inner and path[-1] in list_keys(inner):
            return holder
    return None
