"""A YAML file as read: its values, its text, and where each value stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from coop.diagnostics import Location
from coop.yamlio.events import parse
from coop.yamlio.mending import column_before

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coop.yamlio.events import Event


@dataclass(frozen=True)
class Written:
    """One YAML file as written: its path, its text and where each value stands in it.

    Of a file that is no YAML `text` is what was meant, and `original` what stands there.
    """

    path: str
    text: str
    original: str = field(default="", kw_only=True)

    @cached_property
    def marks(self) -> Any:
        """Where each value stands: (line, column, marks inside by key or index), from 1.

        A key's entry has the key's own place before its value's mark. Most documents have
        nothing wrong with them, and nobody asks.
        """
        return _read_marks(self.text)

    def has(self, key: str) -> bool:
        """Whether a key stands in the map that the file is."""
        inner = self.marks[2]
        return isinstance(inner, dict) and key in inner

    def locate(self, path: Sequence[object], *, key: bool = False) -> Location:
        """Where a value (or, with `key`, its key) stands; for what is missing, its parent."""
        line, column, inner = self.marks
        for depth, step in enumerate(path):
            if isinstance(inner, dict) and step in inner:
                key_line, key_column, (line, column, inner) = inner[step]
                if key and depth == len(path) - 1:
                    line, column = key_line, key_column
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                line, column, inner = inner[step]
            else:
                break
        if self.original:
            column = column_before(self._lines_before[line - 1], self.line(line), column)
        return Location(self.path, line, column)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty when there is none."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def _lines_before(self) -> list[str]:
        return self.original.splitlines()


@dataclass(frozen=True)
class Document(Written):
    """One YAML file as read: also the tree of its values.

    The tree is made of dict, list, str, and None for a key without a value.
    `is_full`: whether everything in it has a value.
    """

    tree: Any
    is_full: bool = True

    def forget_tree(self) -> Written:
        """The file without the tree, which takes most of the room and little time to read again."""
        return Written(self.path, self.text, original=self.original)


def _read_marks(text: str) -> Any:
    """Where the values of a text stand in which the builder found a document."""
    with parse(text) as following:
        following()
        following()
        return _mark(following(), following)


def _mark(event: Event, following: Callable[[], Event]) -> Any:
    inner: dict[str, Any] | list[Any] | None = None
    if isinstance(event, MappingStartEvent):
        inner = {}
        while not isinstance(key := following(), MappingEndEvent):
            marks = _mark(key, following)
            value = _mark(following(), following)
            if isinstance(key, ScalarEvent):
                inner.setdefault(key.value, (*marks[:2], value))
    elif isinstance(event, SequenceStartEvent):
        inner = []
        while not isinstance(item := following(), SequenceEndEvent):
            inner.append(_mark(item, following))
    mark = event.start_mark
    return mark.line + 1, mark.column + 1, inner
