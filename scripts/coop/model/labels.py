"""Words of closed lists and keys by what the pages call them, as people write them in records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model.meant import plain
from coop.model.vocabulary import VOCABULARIES
from coop.script import to_simplified
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_KEY = "record.field."
_BETWEEN = "\uff0f"  # parts the names of one word


def word_labelled(text: str, known: Collection[str]) -> str:
    """The one word of a closed list that pages call so, in either Chinese script; else empty."""
    names = (name for name, words in VOCABULARIES.items() if set(words) == set(known))
    name = next(names, "")
    return _only(_find(text, {f"{name}.{word}": word for word in known}) if name else set())


def key_labelled(text: str, known: Collection[str]) -> str:
    """The one key of a part that pages call so, in either Chinese script; else empty."""
    labels = load_words(Language.ZH_HANT).texts
    paths = {path: path.rpartition(".")[2] for path in labels if path.startswith(_KEY)}
    return _only(_find(text, {path: key for path, key in paths.items() if key in known}))


def _only(found: set[str]) -> str:
    return found.pop() if len(found) == 1 else ""


def _find(text: str, meant: Mapping[str, str]) -> set[str]:
    """What is meant by the labels that are a text; labels by their keys in the locale files."""
    wanted, labels = _fold(text), load_words(Language.ZH_HANT).texts
    return {
        word
        for path, word in meant.items()
        if path in labels and wanted in map(_fold, labels[path].split(_BETWEEN))
    }


def _fold(text: str) -> str:
    return to_simplified(plain(text))
