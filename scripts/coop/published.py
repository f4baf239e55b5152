"""The list of ids that were published: none of them may vanish without a redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PUBLISHED = "published.txt"
_NOTE = "#"


def read_published(text: str) -> Mapping[str, int]:
    """The ids in a list, each as `<plural>/<id>`, with its line counted from 1."""
    lines = ((line.strip(), number) for number, line in enumerate(text.splitlines(), start=1))
    return {line: number for line, number in lines if line and not line.startswith(_NOTE)}


def add_published(text: str, refs: Iterable[str]) -> str:
    """The list with more ids in it: notes first, then the ids in order; the same if none is new."""
    known = read_published(text)
    new = set(refs) - known.keys()
    if not new:
        return text
    notes = [line for line in text.splitlines() if line.startswith(_NOTE)]
    return "".join(f"{line}\n" for line in (*notes, *sorted({*known, *new})))
