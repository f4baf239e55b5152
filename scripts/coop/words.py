"""The words of the interface in the three languages, and the explanations of the findings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coop.script import to_simplified
from coop.text import Language
from coop.yamlio import read_own

if TYPE_CHECKING:
    from collections.abc import Mapping

_OR = " | "
_FOLDER = Path(__file__).parent / "locale"


class WordError(KeyError):
    """A word that no locale file has: a mistake in a template or a module."""


@dataclass(frozen=True, slots=True)
class Words:
    """The interface words of one language, by dotted key such as `meeting.status.held`."""

    language: Language
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with `{name}` filled in; WordError if there is none.

        A text may have a form for one and one for all other numbers: `1 call | {n} calls`.
        """
        try:
            text = self.texts[key]
        except KeyError:
            raise WordError(key) from None
        if not values:
            return text
        one, _, others = text.partition(_OR)
        number = values.get("n")
        if isinstance(number, int):
            values["n"] = write_number(number)
        return (one if number == 1 else others or one).format(**values)

    @property
    def space(self) -> str:
        """What stands between two sentences or words: Chinese needs nothing there."""
        return " " if self.language is Language.EN else ""

    def has(self, key: str) -> bool:
        """Whether there is such a word."""
        return key in self.texts


def write_number(number: int) -> str:
    """A number of things as all three languages write it; a year is none: `1,844`."""
    return f"{number:,}"


@cache
def load_words(language: Language) -> Words:
    """The words of a language; Simplified Chinese is converted but for its own file's entries."""
    texts = _read(language)
    if language is Language.ZH_HANS:
        traditional = _read(Language.ZH_HANT)
        texts = {key: to_simplified(text) for key, text in traditional.items()} | texts
    return Words(language, texts)


def load_explanations() -> Mapping[str, Any]:
    """What each finding means, by code: title, why, a bad and a good example."""
    return _tree("findings")


def load_meanings() -> Mapping[str, Any]:
    """What tables and keys of the field guide mean in Traditional Chinese: `tables` and `keys`."""
    return _tree("fields")


def load_descriptions() -> Mapping[str, str]:
    """What the descriptions of the API say in Traditional Chinese, by their English."""
    return _tree("api.zh-Hant")


def load_comments() -> Mapping[str, str]:
    """What the comments of the examples say in Traditional Chinese, by their English."""
    return _tree("examples/comments.zh-Hant")


def _read(language: Language) -> dict[str, str]:
    return dict(_flatten(_tree(language.value), ""))


def _flatten(tree: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            pairs += _flatten(value, f"{prefix}{key}.")
        else:
            pairs.append((f"{prefix}{key}", value or ""))
    return pairs


@cache
def _tree(name: str) -> dict[str, Any]:
    tree: dict[str, Any] = read_own(_FOLDER / f"{name}.yaml")
    return tree
