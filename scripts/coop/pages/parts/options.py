"""What a filter may be set to, on the timeline and on the page "Find records"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.pages.renamed import ids_before

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.model import Record
    from coop.pages.view import View


class Option(NamedTuple):
    """A value of a filter: its word in the address, its name, how many of a page have it.

    `also` is what else an address may call it, with blanks between: the ids it had before.
    """

    value: str
    name: str
    also: str = ""
    number: int = 0


def list_options(view: View, records: Iterable[Record]) -> tuple[Option, ...]:
    """Records as the values of a filter, in the order of lists."""
    before = ids_before(view.catalog)
    return tuple(
        Option(record.id, view.title(record), " ".join(before.get(record.ref, ())))
        for record in sorted(records, key=view.list_order)
    )
