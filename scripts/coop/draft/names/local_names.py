"""Who is meant by a name as Hong Kong spells it, where the record has an English given name.

"Cheung Wan-ching" is Clement Cheung, whose Chinese name is read so. How characters are read is
learnt from the records whose names stand in both ways, and told by a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.catalog import once
from coop.draft.patterns import load_words
from coop.draft.text.tokens import fold_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model import Person

_FULL = re.compile(r"(?P<surname>[A-Z][a-z]+) (?P<one>[A-Z][a-z]+)[- ](?P<two>[A-Za-z][a-z]+)")
_ENDS_FULL = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+$")
_THREE = 3  # characters: the family name and two of the given name


def find_by_local_name(name: str, catalog: Catalog) -> Person | None:
    """The one person whose family name is spelt so and whose given name is read so."""
    found = _FULL.fullmatch(name)
    if not found:
        return None
    surname, *spelt = (found[key].casefold() for key in ("surname", "one", "two"))
    readings = _readings(catalog)
    same = [one for one in _surnames(catalog).get(surname, ()) if _is_read(one, spelt, readings)]
    return same[0] if len(same) == 1 else None


@once
def _surnames(catalog: Catalog) -> dict[str, list[Person]]:
    """Who has a family name, of those whose given name no record spells as Hong Kong does."""
    people: dict[str, list[Person]] = {}
    for person in catalog.people.values():
        names = [one for one in _names(person) if one.isascii()]
        if not any(map(_ENDS_FULL.search, names)):
            for surname in {one.split()[-1].casefold() for one in names}:
                people.setdefault(surname, []).append(person)
    return people


def _is_read(person: Person, spelt: list[str], readings: dict[str, set[str]]) -> bool:
    return any(
        all(said in readings.get(sign, ()) for sign, said in zip(one[1:], spelt, strict=True))
        for one in _names(person)
        if not one.isascii() and len(one) == _THREE
    )


def _names(person: Person) -> Iterator[str]:
    for text in (person.name, *person.other_names):
        yield from (fold_script(name) for _, name in text.items())


@once
def _readings(catalog: Catalog) -> dict[str, set[str]]:
    """How characters of given names are spelt."""
    listed = (pair.split() for pair in load_words("spellings.local_readings")[0].split(" = "))
    readings: dict[str, set[str]] = {}
    for sign, *spelt in listed:
        readings.setdefault(sign, set()).update(spelt)
    for person in catalog.people.values():
        names = list(_names(person))
        chinese = [one for one in names if len(one) == _THREE and not one.isascii()]
        for found in filter(None, map(_ENDS_FULL.search, names)):
            spelt = re.split("[ -]", found[0].casefold())
            for sign, said in zip(chinese[0][1:] if chinese else "", spelt[1:], strict=False):
                readings.setdefault(sign, set()).add(said)
    return readings
