"""What keeps a text from being read as YAML, told so that a person can mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAB = re.compile(r"^[^\S\n]*?(\t)|:(\t)", re.MULTILINE)


def tell_not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> Finding:
    """The finding for bytes that are not UTF-8."""
    message = "the file is not in UTF-8; save it as UTF-8"
    return Finding(_place(path, raw[: error.start]), Code.NOT_UTF8, message)


def _place(path: str, before: bytes) -> Location:
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    return Location(path, line, column)


def find_tabs(path: str, text: str) -> Iterator[Finding]:
    """A finding for each line with a tab where YAML wants spaces."""
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _TAB.search(line):
            column = match.start(match.lastindex or 0) + 1
            message = "a tab; write spaces instead"
            yield Finding(Location(path, number, column), Code.TAB, message)


def tell_broken(path: str, text: str, error: Exception) -> Finding:
    """The finding for an error of the YAML parser, with what to look at."""
    if (position := getattr(error, "position", None)) is not None:
        place = _place(path, text.encode()[:position])
        return Finding(place, Code.BROKEN_YAML, "a control character; delete it")
    problem = str(getattr(error, "problem", None) or "it cannot be read")
    mark = getattr(error, "problem_mark", None)
    if "quoted scalar" in str(getattr(error, "context", None)):
        mark = getattr(error, "context_mark", mark)
        problem = "the text in quotes that starts here has no end"
    place = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
    hint = _hint(problem, text.splitlines()[: place.line])
    return Finding(place, Code.BROKEN_YAML, f"this is not YAML: {problem}{hint}")


def _hint(problem: str, lines: list[str]) -> str:
    if "mapping values are not allowed" in problem:
        if _is_deeper(*lines[-2:]):
            return "; begin this line where the line above begins"
        return "; put a text with a colon in quotes"
    if "could not find expected ':'" in problem:
        return "; put a plain colon and a space after the key, here or on the line before"
    if "did not find expected key" in problem or "block" in problem:
        return "; check the indentation, a quote left open or a missing dash"
    return ""


def _is_deeper(above: str, line: str = "") -> bool:
    """Whether a line with a key begins further to the right than one above that has its value."""
    indents = (len(one) - len(one.lstrip()) for one in (above, line))
    return line.count(": ") == 1 == above.count(": ") and next(indents) < next(indents)
