"""The other wordings under which a text may name a platform in English.

Agencies and portals turn the sides round, put "and" between them or "between" before them, and
translate the Chinese name anew: "Executive Heads Joint Meeting".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern, load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SAME = tuple(tuple(line.split(" = ")) for line in load_words("names.same"))
_SIDES = re.compile(
    rf"(?P<first>{load_pattern('names.side').pattern})(?:[/ -]| and )"
    rf"(?P<second>{load_pattern('names.side').pattern}) (?P<rest>.+)"
)
_CO_OPERATION = re.compile(r"(?P<about>.*?Cooperation) (?P<event>\w+)")


def vary_names(names: Iterable[str]) -> Iterator[str]:
    """The other wordings of a platform's English names, each once."""
    seen: set[str] = set()
    for name in names:
        for worded in _reword(name):
            for form in (worded, *_turn(worded)):
                if form not in seen:
                    seen.add(form)
                    yield form


def _reword(name: str) -> list[str]:
    """A name with each of its stock phrases in all ways in which that is said."""
    forms = [name.replace("Co-operation", "Cooperation")]
    for said, *others in _SAME:
        if said in forms[0]:
            forms += [form.replace(said, other) for other in others for form in forms]
    return forms


def _turn(name: str) -> Iterator[str]:
    """A name of two sides with the sides in the other order, or told after "between"."""
    found = _SIDES.fullmatch(name)
    if not found:
        return
    for one, other in ((found[1], found[2]), (found[2], found[1])):
        yield f"{one} {other} {found['rest']}"
        yield f"{one} and {other} {found['rest']}"
        yield f"{found['rest']} between {one} and {other}"
        if inner := _CO_OPERATION.fullmatch(found["rest"]):
            yield f"{inner['event']} on {one} {other} {inner['about']}"
