"""How the places of the catalogue lie in each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.patterns import Pattern, load_pattern, load_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.catalog import Catalog

OUTER = {"zone", "district", "park", "hub"}
CAPITALS = dict(pair.split() for pair in load_words("places.capitals")[0].split("|"))
_PROVINCE = "province"
_ROW, _JOINT = (f"(?:{load_pattern(f'places.{name}').pattern})" for name in ("row", "row_joint"))
_PROVINCES, _CITIES = (
    load_pattern(f"places.other_{name}").pattern for name in ("provinces", "cities")
)


def _rows(names: str) -> tuple[Pattern, Pattern]:
    """What stands behind and before a place in a row with one of some names."""
    after = Pattern(rf"(?:{_ROW})*?{_JOINT}(?:{names})(?![a-z])")
    return after, Pattern(rf"(?<![A-Za-z])(?:{names})(?:{_ROW})*?{_JOINT}$")


_OF_PROVINCE, _OF_CITY = _rows(_PROVINCES), _rows(f"{_PROVINCES}|{_CITIES}")


def is_in_row(catalog: Catalog, place: str, before: str, after: str) -> bool:
    """Whether a place is named in a row with one that may have no record: 「北京、呼和浩特」.

    A city behind its province is no other place.
    """
    is_province = catalog.places[place].kind.value == _PROVINCE
    behind, ahead = _OF_PROVINCE if is_province else _OF_CITY
    return bool(behind.match(after) or ahead.search(before))


def province_of(catalog: Catalog, places: Iterable[str]) -> str:
    """The one province that several places lie in; empty where there is none."""
    provinces = {_province_above(catalog, place) for place in places}
    return provinces.pop() if len(provinces) == 1 else ""


def _province_above(catalog: Catalog, place: str) -> str:
    at = catalog.places.get(place)
    while at and at.kind.value != _PROVINCE:
        at = catalog.places.get(at.part_of) if at.part_of else None
    return at.id if at else ""


def are_one(catalog: Catalog, one: str, other: str) -> bool:
    """Whether two places are the same or one lies in the other."""
    return is_within(catalog, one, other) or is_within(catalog, other, one)


def is_within(catalog: Catalog, place: str, outer: str) -> bool:
    """Whether a place is another one or lies in it."""
    at: str | None = place
    while at:
        if at == outer:
            return True
        found = catalog.places.get(at)
        at = found.part_of if found else None
    return False


def city_of(catalog: Catalog, place: str) -> str:
    """The city that a zone or a district lies in: meetings are said to be in cities."""
    found = catalog.places.get(place)
    while found and found.kind.value in OUTER and found.part_of:
        found = catalog.places.get(found.part_of)
    return found.id if found else place
