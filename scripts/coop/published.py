"""The list of ids that were published: none of them may vanish without a redirect.

An id is on the list from when `coop fmt` meets it, and published once it is on the base branch.
Until then its file may take another name; the next `coop fmt` takes the old one off the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

PUBLISHED = "published.txt"
_NOTE = "#"


def read_published(text: str) -> Mapping[str, int]:
    """The ids in a list, each as `<plural>/<id>`, with its line counted from 1."""
    lines = ((line.strip(), number) for number, line in enumerate(text.splitlines(), start=1))
    return {line: number for line, number in lines if line and not line.startswith(_NOTE)}


def change_published(text: str, new: Iterable[str], fresh: Collection[str] = ()) -> str:
    """The list with new ids and without fresh ones that went; the same text if that changes none.

    Notes come first, then the ids in order.
    """
    known = read_published(text).keys()
    ids = (known | set(new)) - set(fresh)
    if ids == known:
        return text
    notes = [line for line in text.splitlines() if line.startswith(_NOTE)]
    return "".join(f"{line}\n" for line in (*notes, *sorted(ids)))
