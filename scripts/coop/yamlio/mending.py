"""What was meant by a text that is no YAML: its plain slips are set right, and the rest is read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.yamlio.faults import FULL_WIDTH_BRACKET, HIDDEN, SLIPS, WITHOUT_END
from coop.yamlio.pasted import without_copied
from coop.yamlio.undashed import WITHOUT_DASH, add_dash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_INDENTS = (2, 1)
_MOST_SLIPS = 50
_PLAIN_BRACKETS = str.maketrans("\uff3b\uff3d\u3010\u3011\uff5b\uff5d", "[][]{}")
_NO_DOCUMENT = {Code.BROKEN_YAML, Code.YAML_FEATURE, Code.SEVERAL_DOCUMENTS, Code.EMPTY_FILE}


def find_around(
    blots: Sequence[Finding], text: str, read: Callable[[str], Sequence[Finding]]
) -> Iterator[Finding]:
    """What else is wrong with a text than its blots; `read` tells what is wrong with a text.

    A tab may stand for one step of the indentation or for a single space.
    """
    blotted = {blot.location.line for blot in blots}
    readings = [read(_mend(text, indent)) for indent in _INDENTS]
    sound = [not any(found.code is Code.BROKEN_YAML for found in reading) for reading in readings]
    best = sound.index(True) if any(sound) else 0
    kept = [
        finding
        for finding in readings[best]
        if finding.code not in {Code.BROKEN_YAML, Code.EMPTY_FILE}
        or (finding.location.line not in blotted and all(finding in other for other in readings))
    ]
    yield from _place_before(text, _mend(text, _INDENTS[best]), kept)


def find_beyond(
    found: Sequence[Finding], text: str, read: Callable[[str], Sequence[Finding]]
) -> list[Finding]:
    """What was found in a text, and what is found once that is mended, as far as that is plain.

    A line that begins a text in quotes without an end was only to be read so, and is told once.
    """
    quoted = {one.location.line for one in found if one.message.endswith(WITHOUT_END)}
    more = (
        one
        for mended, others in _set_right_all(text, found, read)
        for one in _place_before(text, mended, others)
        if one.code is not Code.BROKEN_YAML or one.location.line not in quoted
    )
    return [*found, *more]


def mend(text: str, read: Callable[[str], Sequence[Finding]]) -> str:
    """What was meant by a text that is no YAML; empty where that takes a person."""
    for indent in _INDENTS:
        meant = _mend(text, indent)
        found = read(meant)
        *_, (meant, found) = [(meant, found), *_set_right_all(meant, found, read)]
        if not any(one.code in _NO_DOCUMENT for one in found):
            return meant
    return ""


def column_before(before: str, after: str, column: int) -> int:
    """Where a column of a mended line is in the line as it was `before`."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    return column if column <= same + 1 else max(column - len(after) + len(before), same + 1)


def _place_before(text: str, mended: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """What was found in the mended text, each where it is in the text as it was."""
    before, after = text.split("\n"), mended.split("\n")
    for one in found:
        row = one.location.line - 1
        column = column_before(before[row], after[row], one.location.column)
        yield replace(one, location=replace(one.location, column=column))


def _set_right_all(
    text: str, found: Sequence[Finding], read: Callable[[str], Sequence[Finding]]
) -> Iterator[tuple[str, Sequence[Finding]]]:
    """The text with one slip after the other set right, and what is found in it then."""
    for _ in range(_MOST_SLIPS):
        text = _set_right(text, found[0]) if found else ""
        if not text:
            return
        found = read(text)
        yield text, found


def _set_right(text: str, found: Finding) -> str:
    """A text with a slip set right as its finding says; empty where that takes a person."""
    lines, number = text.split("\n"), found.location.line
    if found.code is not Code.BROKEN_YAML or number > len(lines):
        return ""
    if found.message.endswith(WITHOUT_DASH):
        return add_dash(text, number)
    if meant := without_copied(text, found.message):
        return meant
    line, column = lines[number - 1], found.location.column
    for slip, advice, sign in SLIPS:
        told = sign is not None and found.message.endswith(advice)
        if told and sign is not None and (match := re.search(slip, line)):
            width = len(match[1]) if sign == " " else 1
            lines[number - 1] = line[: match.start(1)] + sign * width + line[match.end(1) :]
            if advice == FULL_WIDTH_BRACKET:
                lines[number - 1] = lines[number - 1].translate(_PLAIN_BRACKETS)
            return "\n".join(lines)
    if found.message.endswith(WITHOUT_END):
        lines[number - 1] = line[: column - 1] + line[column:]
        return "\n".join(lines)
    return ""


def _mend(text: str, indent: int) -> str:
    """A text with `indent` spaces for each tab and without what cannot be seen."""
    return HIDDEN.sub("", text).replace("\t", " " * indent)
