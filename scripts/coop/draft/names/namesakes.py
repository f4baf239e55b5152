"""Which of several people of one name a text means: who held the post told, or is called by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.draft.names.posts import posts_on
from coop.draft.text.tokens import fold_script

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coop.draft.names.someone import Someone
    from coop.draft.text.reading import Sentence
    from coop.model import Person

_TOLD_APART = re.compile(r"[(（](?P<by>[^()（）]+)[)）]$")


def tell_apart(
    same: Sequence[Person], someone: Someone, sentence: Sentence, day: date | None
) -> Person | None:
    """The one of a name whom a sentence means; None where neither post nor day tell it."""
    ways = (
        [one for one in same if someone.post in posts_on(one, None)],
        [one for one in same if any(by in sentence.text for by in _tell_by(one))],
        [one for one in same if day and posts_on(one, day)],
    )
    return next((found[0] for found in ways if len(found) == 1), None)


def _tell_by(person: Person) -> Iterator[str]:
    """The words in brackets that their short names add, to tell people of one name apart."""
    for _, text in person.short.items() if person.short else ():
        if found := _TOLD_APART.search(text):
            yield fold_script(found["by"])
