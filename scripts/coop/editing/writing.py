"""The only place that writes YAML: one form for one tree, comments kept where they stood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coop.text import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.editing.notes import Notes
    from coop.model.shape.walk import Path
    from coop.yamlio import Comment

WIDTH = 110
_NOTHING = {"", "~", "null"}
_UNSAFE_START = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|\.\.\.|---|<<$")
_UNSAFE_INSIDE = re.compile(r":(?:\s|$)|\s#|^\s|\s$")
_FLOW_SIGNS = re.compile(r"[,\[\]{}]|^[-?:]|:$")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Style:
    """What is always written in lines of its own, however short it is.

    `tall` names keys whose map is; `tall_at_top` the same for keys of the record itself;
    `wide` the keys whose list of maps may stand on one line.
    """

    tall: frozenset[str] = frozenset()
    tall_at_top: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()


def write_yaml(tree: Any, style: Style, notes: Notes) -> str:
    """A tree of dict, list, str and None as the lines of a file."""
    return "".join(f"{line}\n" for line in (*notes.head, *_Writer(style, notes).block(tree, (), 0)))


def write_scalar(text: str | None, *, flow: bool = False) -> str:
    """A text as YAML, in quotes only where it needs them; `flow`: within braces or brackets."""
    if text is None:
        return ""
    if UNSEEN.search(text):
        return '"' + "".join(_ESCAPES.get(char) or _escape(char) for char in text) + '"'
    unsafe = text in _NOTHING or _UNSAFE_START.match(text) or _UNSAFE_INSIDE.search(text)
    if unsafe or (flow and _FLOW_SIGNS.search(text)):
        return "'" + text.replace("'", "''") + "'"
    return text


def _escape(char: str) -> str:
    if not UNSEEN.match(char):
        return char
    return f"\\U{ord(char):08x}"


class _Writer:
    """Writes the values of one file."""

    def __init__(self, style: Style, notes: Notes) -> None:
        self._style = style
        self._notes = notes

    def block(self, tree: Any, path: Path, indent: int) -> Iterator[str]:
        """The lines of a map or list, each entry on lines of its own."""
        space = " " * indent
        entries = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for step, value in entries:
            inner = (*path, step)
            yield from (space + note for note in self._notes.before.get(inner, ()))
            lead = space + ("-" if isinstance(step, int) else f"{write_scalar(step)}:")
            yield from self._entry(lead, value, inner, indent)
        yield from (space + note for note in self._notes.after.get(path, ()))

    def _entry(self, lead: str, value: Any, path: Path, indent: int) -> Iterator[str]:
        note = self._notes.beside.get(path)
        if note and isinstance(value, dict | list) and value and isinstance(path[-1], int):
            line = self._beside(f"{lead} {_flow(value)}", note)
            if len(line) > WIDTH or not self._may_be_flow(value, path):
                yield " " * indent + note.text
                note = None
        short = self._on_one_line(lead, value, path, note)
        if short is not None:
            yield short
        elif isinstance(path[-1], int):
            yield from self._item(value, path, indent)
        else:
            yield self._beside(lead, note)
            yield from self.block(value, path, indent + 2)

    def _item(self, value: Any, path: Path, indent: int) -> Iterator[str]:
        space = " " * indent
        lines = list(self.block(value, path, indent + 2))
        first = next(at for at, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (space + line.lstrip() for line in lines[:first])
        yield f"{space}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]

    def _beside(self, line: str, note: Comment | None) -> str:
        if not note:
            return line
        return line.ljust(max(note.column - 1, len(line) + 2)) + note.text

    def _on_one_line(self, lead: str, value: Any, path: Path, note: Comment | None) -> str | None:
        if not isinstance(value, dict | list):
            return self._beside(f"{lead} {write_scalar(value)}".rstrip(), note)
        if not value:
            return self._beside(f"{lead} {_flow(value)}", note)
        if not self._may_be_flow(value, path):
            return None
        line = self._beside(f"{lead} {_flow(value)}", note)
        return line if len(line) <= WIDTH else None

    def _may_be_flow(self, value: Any, path: Path) -> bool:
        return not (self._is_tall(value, path) or self._notes.inside(path))

    def _is_tall(self, value: Any, path: Path) -> bool:
        if isinstance(value, dict):
            keys = self._style.tall | (self._style.tall_at_top if len(path) == 1 else set())
            own = path[-1] in keys
        else:
            own = path[-1] not in self._style.wide and any(isinstance(v, dict) for v in value)
        entries: Iterable[tuple[str | int, Any]]
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        return own or any(
            self._is_tall(inner, (*path, step))
            for step, inner in entries
            if isinstance(inner, dict | list)
        )


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        pairs = (f"{write_scalar(k, flow=True)}: {_flow(v)}".rstrip() for k, v in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return "null" if value is None else write_scalar(value, flow=True)
