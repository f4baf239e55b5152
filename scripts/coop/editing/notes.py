"""To which value of a file each of its comments belongs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from coop.yamlio import list_comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coop.model.shape.walk import Path
    from coop.yamlio import Comment, Document


@dataclass(slots=True)
class Notes:
    """The comments of a file by the value that they belong to.

    `before` stand above it, `beside` on its first line (with their column), `after` behind the
    last entry inside it. `head` opens the file, with an empty line below it where it had one.
    """

    head: list[str] = field(default_factory=list)
    before: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, Comment] = field(default_factory=dict)
    after: dict[Path, list[str]] = field(default_factory=dict)

    def inside(self, path: Path) -> bool:
        """Whether a comment belongs to something within a value."""
        deep = len(path)
        held = (*self.before, *self.beside)
        return path in self.after or any(p[:deep] == path and len(p) > deep for p in held)


class _Entry(NamedTuple):
    """Where a key or an item of a list starts, counted from 1, and the column of its dash."""

    line: int
    column: int
    path: Path
    edge: int


def read_notes(document: Document) -> Notes:
    """The comments of a document, each with the value that it belongs to."""
    entries = sorted(_list_entries(document.marks[2], ()), key=lambda e: (*e[:2], len(e.path)))
    notes = Notes()
    first = entries[0].line if entries else 0
    lines = document.text.split("\n")[: max(first - 1, 0)]
    gap = next((at for at in range(len(lines), 0, -1) if not lines[at - 1].strip()), len(lines))
    for comment in list_comments(document.text):
        if not comment.alone:
            _put_beside(notes, comment, entries)
        elif comment.line <= gap or not entries:
            notes.head.append(comment.text)
        elif comment.line < first:
            notes.before.setdefault(entries[0].path, []).append(comment.text)
        else:
            _put_alone(notes, comment, entries)
    if notes.head and lines and not lines[gap - 1].strip():
        notes.head.append("")
    return notes


def _list_entries(inner: Any, path: Path) -> Iterator[_Entry]:
    steps = inner.items() if isinstance(inner, dict) else enumerate(inner or ())
    for step, mark in steps:
        line, column, below = mark
        is_key = isinstance(inner, dict)
        yield _Entry(line, column, (*path, step), column if is_key else max(1, column - 2))
        yield from _list_entries(below[2] if is_key else below, (*path, step))


def _put_beside(notes: Notes, comment: Comment, entries: Sequence[_Entry]) -> None:
    before = [entry for entry in entries if entry[:2] < (comment.line, comment.column)]
    here = [entry for entry in before if entry.line == comment.line]
    if not here:  # behind a bracket or the end of a long text
        path = before[-1].path if before else ()
    else:
        path = next(e.path for e in reversed(here) if e.column == here[0].column)
    if not path:
        notes.head.append(comment.text)
    elif path in notes.beside:
        notes.before.setdefault(path, []).append(comment.text)
    else:
        notes.beside[path] = comment


def _put_alone(notes: Notes, comment: Comment, entries: Sequence[_Entry]) -> None:
    before = [entry for entry in entries if entry.line < comment.line]
    after = next((entry for entry in entries if entry.line > comment.line), None)
    if after and comment.column <= max(after.edge, 1):
        notes.before.setdefault(after.path, []).append(comment.text)
        return
    edges = {entry.path: entry.edge for entry in before}
    last = before[-1].path
    holders = [
        last[:deep] for deep in range(len(last)) if edges[last[: deep + 1]] <= comment.column
    ]
    holder = holders[-1] if holders and comment.column > 1 else ()
    if after and after.path[: len(holder)] == holder:
        notes.before.setdefault(after.path, []).append(comment.text)
    else:
        notes.after.setdefault(holder, []).append(comment.text)
