"""How much each term of a document says of it, by the texts in which the term stands."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from coop.search.document import FACT, SIDE_FACT, TITLE
from coop.search.packing import name_term
from coop.search.terms import Cut, cut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.search.document import Document

_BY_LENGTH = ((2, 9), (4, 8), (8, 7))  # the most words of a name, and the level of one in it


def weigh(document: Document) -> dict[str, int]:
    """The terms of a document with how much each says of it; a whole name as a term of its own."""
    names = [cut(name) for name in document.names]
    levels = _raise((min(document.name_level, _name_level(one.length)), one) for one in names)
    stated = _raise((level, cut(text)) for level, texts in document.found_by for text in texts)
    for term in levels.keys() & stated.keys():
        named, level = levels[term], stated[term]
        stated[term] = min(named + 1, 9) if level > FACT else max(level, named)
    posts = {name_term(cut(post).key): TITLE for post in document.posts}
    whole = {name_term(one.key): document.name_level for one in names}
    return levels | stated | posts | whole


def _raise(texts: Iterable[tuple[int, Cut]]) -> dict[str, int]:
    """The terms of texts, each with the highest of the levels it stands at."""
    levels: dict[str, int] = {}
    for level, found in sorted(texts, key=itemgetter(0)):
        levels |= dict.fromkeys(found.terms, level)
        if level >= SIDE_FACT:  # a single character finds only what is named or stated by it
            levels |= dict.fromkeys(found.characters, level)
    return levels


def _name_level(length: int) -> int:
    """A word says more of a document the shorter the name is that it stands in."""
    return next((level for most, level in _BY_LENGTH if length <= most), TITLE)
