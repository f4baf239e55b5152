"""What the finders look for, kept as data: a file of patterns/ a module."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from coop.numerals import DIGITS, ORDINAL_WORDS
from coop.yamlio import read_document

CHINESE_NUMBER = rf"[{''.join(DIGITS)}十廿卅\d]+"
ENGLISH_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|"
    + "|".join(
        sorted((word.replace(" ", r"[-\s]") for word in ORDINAL_WORDS), key=len, reverse=True)
    )
    + ")"
)
NUMBER = (
    rf"(?P<en>\b{ENGLISH_ORDINAL}\b)|第(?P<zh>{CHINESE_NUMBER})(?:次|届|轮)"
    r"|(?P<first>首次|首届|\binaugural\b)"
)
_FOLDER = Path(__file__).with_suffix("")


def load_pattern(name: str) -> re.Pattern[str]:
    """A pattern by module and name such as `event.ended`: any of its alternatives."""
    module, _, own = name.partition(".")
    entry = _entries(module)[own]
    one_of = "|".join(entry["one_of"])
    flags = re.IGNORECASE if entry.get("any_case") else 0
    return re.compile(f"{entry.get('before', '')}{one_of}{entry.get('after', '')}", flags)


def load_words(name: str) -> tuple[str, ...]:
    """The lines of an entry that is no pattern, by module and name such as `names.same`."""
    module, _, own = name.partition(".")
    return tuple(_entries(module)[own]["one_of"])


def list_patterns(prefix: str) -> dict[str, re.Pattern[str]]:
    """The patterns whose names begin with a prefix such as `topics.words.`, by what follows it."""
    module, _, own = prefix.partition(".")
    return {
        name.removeprefix(own): load_pattern(f"{module}.{name}")
        for name in _entries(module)
        if name.startswith(own)
    }


@cache
def _entries(module: str) -> dict[str, Any]:
    file = _FOLDER / f"{module}.yaml"
    document, findings = read_document(file.name, file.read_bytes())
    if document is None or findings:
        raise ValueError("; ".join(map(str, findings)))
    entries: dict[str, Any] = document.tree
    return entries
