"""How the places of the catalogue lie in each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coop.catalog import Catalog

OUTER = {"zone", "district", "park", "hub"}


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
