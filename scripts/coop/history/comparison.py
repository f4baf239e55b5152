"""Two states of one record compared by what they say, key by key, whatever their form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.model.shape.walk import Path

_SOURCES = {"sources", "note_sources"}
# What an item of a list is known by when the rest of it changes, the surest first.
_MARKS = ("key", "id", "person", "field", "post", "name")


class Change(NamedTuple):
    """One thing that differs: its path, and its value before and after, None where absent.

    An item of a list stands in the path as its number from 1: after the change, or before it
    for one that went.
    """

    path: Path
    before: Any
    after: Any


def compare_trees(old: Any, new: Any) -> tuple[Change, ...]:
    """What differs between two trees of YAML; the order of keys and of items does not count."""
    return tuple(_differences(_plain(old), _plain(new), ()))


def _plain(value: Any, key: str = "") -> Any:
    """A value without what says nothing: line ends, short forms, the id that the file has too."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        items = [_plain(item) for item in value]
        if key not in _SOURCES:
            return items
        return [{"id": item} if isinstance(item, str) else item for item in items]
    if isinstance(value, dict):
        return {inner: _plain(item, inner) for inner, item in value.items()}
    return value


def _differences(old: Any, new: Any, path: Path) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**new, **old}:
            if path or key != "id":
                yield from _differences(old.get(key), new.get(key), (*path, key))
    elif isinstance(old or [], list) and isinstance(new or [], list):
        yield from _item_differences(old or [], new or [], path)
    else:
        yield Change(path, old, new)


def _item_differences(old: list[Any], new: list[Any], path: Path) -> Iterator[Change]:
    left = list(enumerate(old, start=1))
    come: list[tuple[int, Any]] = []
    for number, item in enumerate(new, start=1):
        same = next((each for each in left if each[1] == item), None)
        if same:
            left.remove(same)
        else:
            come.append((number, item))
    pairs = _pair(left, come)
    for number, item in come:
        if number in pairs:
            yield from _differences(pairs[number][1], item, (*path, number))
        else:
            yield Change((*path, number), None, item)
    paired = {before for before, _ in pairs.values()}
    yield from (
        Change((*path, number), item, None) for number, item in left if number not in paired
    )


def _pair(
    left: list[tuple[int, Any]], come: list[tuple[int, Any]]
) -> dict[int, tuple[int, dict[str, Any]]]:
    """For items that came, by their number, the one that each was before: its number, itself.

    They belong together by a mark, or by their place where as many came as went.
    """
    gone = [each for each in left if isinstance(each[1], dict)]
    aligned = dict(zip((number for number, _ in come), left, strict=False))
    as_many = len(left) == len(come)
    pairs: dict[int, tuple[int, dict[str, Any]]] = {}
    for number, item in come:
        marks = _marks(item)
        was = next((each for each in gone if marks & _marks(each[1])), None)
        beside = aligned.get(number)
        if was is None and as_many and beside in gone and not marks | _marks(beside[1]):
            was = beside
        if was:
            gone.remove(was)
            pairs[number] = was
    return pairs


def _marks(item: Any) -> set[tuple[str, str]]:
    if not isinstance(item, dict):
        return set()
    return {(key, str(item[key])) for key in _MARKS if key in item}
