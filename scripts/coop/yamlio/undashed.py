"""Items of a list that begin without their dash: found by trying what a dash would mend."""

from __future__ import annotations

import math
import re
from itertools import islice
from typing import TYPE_CHECKING

import yaml
from yaml.events import StreamEndEvent

from coop.yamlio.events import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WITHOUT_DASH = "begin this item of the list with a dash and a space"
_WITHIN_OR_ITEM = (
    "begin this line below the first letter of the item above if it belongs to that, "
    "or with a dash and a space if it is an item of its own"
)
_STEP = 2
_MOST_ROWS = 20  # each is tried by reading the whole text, so neither may be endless
_MOST_LETTERS = 100_000
_DASH = "- "
# A key whose items stand below it: a plural, but for the one map that is called so.
_HOLDER = re.compile(r"[\s-]*(?!keywords:)(?:[\w-]+s|led_to|translated):\s*(?:#.*)?$")
_KEY = re.compile(r"(?:\s*- )?\s*([\w-]+):(?:\s|$)")


def find_undashed(text: str, opened: int, broken: int) -> tuple[int, int, str] | None:
    """The line and column, from 1, of an item without its dash, and what to do there.

    What is wrong begins on the line `opened` or above; on the line `broken` the text is no YAML
    any more, but with the dash it is, at least as far as there.
    """
    if len(text) > _MOST_LETTERS:
        return None
    lines = text.split("\n")
    for row, column in islice(_list_rows(lines[:opened]), _MOST_ROWS):
        if _reach(_with_dash(lines, row, column)) > broken:
            advice = WITHOUT_DASH if _is_item(lines, row, column) else _WITHIN_OR_ITEM
            return row + 1, _indent(lines[row]) + 1, advice
    return None


def add_dash(text: str, line: int) -> str:
    """The text with a dash before the item on a line, from 1; where it reaches furthest as YAML."""
    lines = text.split("\n")
    indent = _indent(lines[line - 1])
    places = [indent, indent - _STEP] if indent >= _STEP else [indent]
    meant = [_with_dash(lines, line - 1, column) for column in places]
    return max(meant, key=_reach)


def _list_rows(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Rows that may want a dash, with the column for it: the last, what holds it, a first item."""
    row: int | None = len(lines) - 1
    while row is not None:
        if lines[row].lstrip().startswith(_DASH):
            above = _find_above(lines, row, _indent(lines[row]) + 1, _HOLDER)
            if above is not None and not lines[above + 1].lstrip().startswith("-"):
                yield above + 1, _indent(lines[row])
        elif lines[row].strip():
            yield from ((row, column) for column in _columns(lines, row))
        row = _find_above(lines, row, _indent(lines[row]))


def _columns(lines: Sequence[str], row: int) -> list[int]:
    """The columns at which a row may begin with a dash: below one, or right below a list's key."""
    indent = _indent(lines[row])
    places = [indent, indent - _STEP] if indent >= _STEP else [indent]
    dashes = re.compile(rf"(?:{'|'.join(' ' * each for each in places)})- ")
    if _find_above(lines, row, indent + 1, dashes) is None and not _HOLDER.match(lines[row - 1]):
        return []
    return places


def _find_above(
    lines: Sequence[str], row: int, below: int, wanted: re.Pattern[str] | None = None
) -> int | None:
    """The nearest row above that is as wanted and holds the row, or stands beside it."""
    for above in range(row - 1, -1, -1):
        line = lines[above]
        if line.strip() and _indent(line) < below:
            if not wanted or wanted.match(line):
                return above
            below = min(below, _indent(line) + 1)
    return None


def _with_dash(lines: Sequence[str], row: int, column: int) -> str:
    changed = f"{' ' * column}{_DASH}{lines[row].lstrip()}"
    return "\n".join((*lines[:row], changed, *lines[row + 1 :]))


def _reach(text: str) -> float:
    """The line from 1 as far as which a text is YAML; without an end if all of it is."""
    try:
        with parse(text) as following:
            while not isinstance(following(), StreamEndEvent):
                pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line + 1 if mark else 0
    return math.inf


def _is_item(lines: Sequence[str], row: int, column: int) -> bool:
    """Whether a line can only be an item: no key, or one that the item above it has too."""
    key = _KEY.match(lines[row])
    if not key or _HOLDER.match(lines[row - 1]):
        return True
    above: list[str] = []
    for line in reversed(lines[:row]):
        above.append(line)
        if line.startswith(f"{' ' * column}{_DASH}"):
            break
    if not _KEY.match(above[-1]):
        return True
    keys = (_KEY.match(line) for line in above if _begins_at(line, column + _STEP))
    return key[1] in {found[1] for found in keys if found}


def _begins_at(line: str, column: int) -> bool:
    """Whether a line's first key stands at a column, be it behind a dash."""
    return len(line) - len(line.lstrip(" -")) == column


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
