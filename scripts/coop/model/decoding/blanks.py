"""The places in a tree at which a key or a dash stands and no value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.model.shape.walk import Path


def empty_paths(tree: Any, path: Path = ()) -> Iterator[Path]:
    """The paths in a tree at which nothing stands."""
    if tree is None:
        yield path
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if value is None or isinstance(value, dict | list):
                yield from empty_paths(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            if value is None or isinstance(value, dict | list):
                yield from empty_paths(value, (*path, index))


def without(tree: Any, empty: set[Path], path: Path = ()) -> Any:
    """A tree with nothing left at the paths given."""
    if not empty:
        return tree
    if isinstance(tree, dict):
        kept = {key: (*path, key) for key in tree if (*path, key) not in empty}
        return {key: without(tree[key], empty, inner) for key, inner in kept.items()}
    if isinstance(tree, list):
        items = ((item, (*path, index)) for index, item in enumerate(tree))
        return [without(item, empty, inner) for item, inner in items if inner not in empty]
    return tree
