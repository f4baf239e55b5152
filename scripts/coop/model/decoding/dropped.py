"""Items that are taken out of the lists of a tree, so that the rest of it can be read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.model.shape.walk import Path


@dataclass(slots=True)
class Dropped:
    """What was taken out of a tree, and where the values that are left stood before."""

    _items: dict[Path, set[int]] = field(default_factory=dict)
    _ahead: dict[Path, list[int]] = field(default_factory=dict)
    """By list, for each item that is gone, how many of those that are left stood before it."""

    def drop(self, tree: dict[str, Any], paths: Iterable[Path]) -> None:
        """Take values out, each with the item of a list that is no map or list and holds it."""
        gone = {way for path in paths if (way := _existing(tree, path))}
        for *around, last in (self.path_before(way) for way in gone):
            if isinstance(last, int):
                self._items.setdefault((*around,), set()).add(last)
        for *around, last in sorted(gone, reverse=True):
            del _at(tree, around)[last]
        self._ahead = {
            path: [index - place for place, index in enumerate(sorted(items))]
            for path, items in self._items.items()
        }

    def path_before(self, path: Path) -> Path:
        """The path of a value in the whole tree by its path in what is left of it."""
        before: Path = ()
        for step in path:
            place = step
            if isinstance(place, int):
                place += bisect_right(self._ahead.get(before, ()), place)
            before = (*before, place)
        return before


def empty_paths(tree: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of the keys and items without a value."""
    if tree is None:
        yield path
    elif isinstance(tree, dict | list):
        steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for step, value in steps:
            if value is None or isinstance(value, dict | list):
                yield from empty_paths(value, (*path, step))


def _existing(tree: Any, path: Path) -> Path:
    """A path as far as it leads in a tree; empty if its last step leads nowhere."""
    part = tree
    for depth, step in enumerate(path, start=1):
        try:
            part = part[step]
        except LookupError:
            return ()
        if not isinstance(part, dict | list):
            return path[:depth]
    return path


def _at(tree: Any, path: Iterable[str | int]) -> Any:
    for step in path:
        tree = tree[step]
    return tree
