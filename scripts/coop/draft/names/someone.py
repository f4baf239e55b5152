"""Someone who is named in a text."""

from __future__ import annotations

from typing import NamedTuple


class Someone(NamedTuple):
    """Someone named: the person's id or, with no record, the name as written; where it is said.

    `title` is what the text calls someone, where it is plain where that begins. `side` is hksar,
    mainland, macao or empty; `start` is the place in the sentence; of a head
    of a side `is_sure` tells whether the text may mean nothing else.
    """

    who: str
    at: str
    post: str
    is_known: bool = True
    side: str = ""
    start: int = 0
    is_sure: bool = True
    title: str = ""
