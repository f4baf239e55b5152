"""What comes along when a text is copied from a mail, a comparison, a list or a web page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding, Location

if TYPE_CHECKING:
    from collections.abc import Sequence

# How the first line of a file begins that was copied so, what to do, and what to take out of each
# line for what was meant; nothing where that is not plain.
_BEGINNINGS: tuple[tuple[str, str, str], ...] = (
    (
        r">",
        "the lines were quoted in a mail; take the sign > out at the beginning of each",
        "> ?",
    ),
    (
        r"\+(?=[\w-]+:)",
        "the lines are those of a comparison; take the sign + out at the beginning of each",
        r"\+",
    ),
    (
        r"\d+[.:|)]?[ \t](?=[\w-]+:(?:\s|$))",
        "the lines are numbered; take the number out at the beginning of each",
        r"\d+[.:|)]?[ \t]?",
    ),
    (r"\{\\rtf", "this is a document of a word processor; save it as plain text in UTF-8", ""),
    (r"<[!?/A-Za-z]", "this is a page of the web; copy the text alone", ""),
)
_SEVERAL = 2
_KEY = re.compile(r"[\w-]+:(?:\s|$)")
_BARE = re.compile(r"[\w-]+:\s*$")
_NO_RECORD = "this line belongs to no record; delete it"


def find_copied(path: str, text: str) -> Finding | None:
    """The finding for a text of which each line begins as in what it was copied from."""
    if text[:1].isalpha():  # as nearly all are, and this is told at once
        return None
    lines = text.split("\n")
    number, line = _first(lines)
    for start, advice, each in _BEGINNINGS:
        if re.match(start, line) and sum(bool(re.match(each, one)) for one in lines) >= _SEVERAL:
            message = f"this is not YAML: {advice}"
            return Finding(Location(path, number), Code.BROKEN_YAML, message)
    return None


def without_copied(text: str, message: str) -> str:
    """The text without what the message of a finding says to take out of each line; or none."""
    for _, advice, each in _BEGINNINGS:
        if each and message.endswith(advice):
            return re.sub(f"^{each}", "", text, flags=re.MULTILINE)
    return ""


def tell_stray_line(path: str, lines: Sequence[str]) -> Finding | None:
    """The finding for a first line that is a sentence and no part of the record."""
    number, line = _first(lines)
    if not line or line[0] in " -{[\"'?%" or ":" in line:
        return None
    if not any(map(_KEY.match, lines[number:])):
        return None
    return Finding(Location(path, number), Code.BROKEN_YAML, f"this is not YAML: {_NO_RECORD}")


def tell_flat(path: str, lines: Sequence[str]) -> Finding | None:
    """The finding for a text that lost its indentation: no line begins further to the right."""
    if any(line[:1] == " " for line in lines):
        return None
    for number, (above, line) in enumerate(pairwise(lines), start=2):
        if _BARE.match(above) and _KEY.match(line):
            message = (
                "this is not YAML: no line of the file is indented; begin each line that belongs "
                "to a key above it two spaces further right than that, as from here on"
            )
            return Finding(Location(path, number), Code.BROKEN_YAML, message)
    return None


def _first(lines: Sequence[str]) -> tuple[int, str]:
    """The first line that is neither empty nor a comment, and its number from 1."""
    found = ((n, line) for n, line in enumerate(lines, start=1) if line.strip() and line[0] != "#")
    return next(found, (1, ""))
