"""Keys that a part of a record does not have, and which of its own was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.model.shape.walk import list_keys
from coop.model.values import LangMap, SourceRef
from coop.model.written.labels import key_labelled, other_key
from coop.model.written.locators import locator_meant
from coop.model.written.meant import tag_meant, word_meant
from coop.text import Language

if TYPE_CHECKING:
    from pydantic import BaseModel

    from coop.model.decoding.attempt import Attempt
    from coop.model.shape.walk import Path

_TAGS = tuple(Language)


def tell_key(attempt: Attempt, path: Path) -> Finding:
    """What is told of a key that its part does not have."""
    message, near = tell_unknown_key(str(path[-1]), attempt.model_at(path[:-1]))
    place = attempt.document.locate(path, key=True)
    if near == "role" and "/" in str(attempt.value_at(path)):
        near = "post"
    if at := _place_as_a_key(attempt, path):
        message, near = f"unknown key '{path[-1]}'; write 'at: {at}'", ""
    return Finding(place, Code.UNKNOWN_KEY, message, near)


def _place_as_a_key(attempt: Attempt, path: Path) -> str:
    """The place in a source of which the word stands as a key, as in `para: 3`; else empty."""
    part = attempt.value_at(path[:-1])
    is_source = attempt.model_at(path[:-1]) is SourceRef and "at" not in part
    return locator_meant(f"{path[-1]} {part[path[-1]]}") if is_source else ""


def tell_unknown_key(word: str, model: type[BaseModel]) -> tuple[str, str]:
    """What is told of a key that a part does not have, and the key that was probably meant."""
    known, other = (keys := list_keys(model)), other_key(word, keys)
    if word[:1].isspace():
        return f"the space before '{word.strip()}' is none to YAML; write plain ones", ""
    if word in _TAGS:
        return f"'{word}' is a language; begin its line further right, below the text's key", ""
    near = tag_meant(word, _TAGS) if model is LangMap else other or key_labelled(word, known)
    near = near or (word_meant(word, known) if other is None else "")
    return f"unknown key '{word}'" + ("" if near else f"; keys here: {', '.join(known)}"), near
