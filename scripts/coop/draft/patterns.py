"""What the finders look for, kept as data: a file of patterns/ a subject."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coop.numerals import DIGITS, ORDINAL_WORDS
from coop.yamlio import read_own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHINESE_NUMBER = rf"[{''.join(DIGITS)}十廿卅\d]+"
ENGLISH_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|"
    + "|".join(
        sorted((word.replace(" ", r"[-\s]") for word in ORDINAL_WORDS), key=len, reverse=True)
    )
    + ")"
)
NUMBER = (
    rf"(?P<en>\b{ENGLISH_ORDINAL}\b)|第\s?(?P<zh>{CHINESE_NUMBER})\s?(?:次|届|轮|回|度)"
    r"|(?P<first>首(?:次|届|度|轮)|\b(?:inaugural|maiden)\b)"
)
_FOLDER = Path(__file__).with_suffix("")
_END = 2**31 - 1  # behind the end of any text


class Pattern:
    """A regular expression that is compiled when it is first asked; one text asks half of them."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """As `re.compile` takes them; a mistake in the expression is told by the first question."""
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The first place where it matches, as with the method of `re.Pattern` of that name."""
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The match at the start."""
        return self._compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The match of the whole."""
        return self._compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """Each match, in their order."""
        return self._compiled.finditer(text, start, end)

    def sub(self, other: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with each match replaced."""
        return self._compiled.sub(other, text)


def load_pattern(name: str) -> Pattern:
    """A pattern by module and name such as `event.ended`: any of its alternatives."""
    module, _, own = name.partition(".")
    entry = _entries(module)[own]
    one_of = "|".join(entry["one_of"])
    flags = re.IGNORECASE if entry.get("any_case") else 0
    return Pattern(f"{entry.get('before', '')}{one_of}{entry.get('after', '')}", flags)


def load_words(name: str) -> tuple[str, ...]:
    """The lines of an entry that is no pattern, by module and name such as `names.same`."""
    module, _, own = name.partition(".")
    return tuple(_entries(module)[own]["one_of"])


def list_patterns(prefix: str) -> dict[str, Pattern]:
    """The patterns whose names begin with a prefix such as `topics.words.`, by what follows it."""
    module, _, own = prefix.partition(".")
    return {
        name.removeprefix(own): load_pattern(f"{module}.{name}")
        for name in _entries(module)
        if name.startswith(own)
    }


@cache
def _entries(module: str) -> dict[str, Any]:
    entries: dict[str, Any] = read_own(_FOLDER / f"{module}.yaml")
    return entries
