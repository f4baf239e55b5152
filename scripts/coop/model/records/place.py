"""A place: a city, province, zone, park or hub."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import PlainValidator, WithJsonSchema

from coop.model.kinds import Kind
from coop.model.parts import Statement
from coop.model.records.record import Named
from coop.model.values import PlaceId
from coop.model.vocabulary import PlaceKind
from coop.model.written.reading import read_iso_code

IsoCode = Annotated[
    str,
    PlainValidator(read_iso_code),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}-[A-Z0-9]{1,3}$"}, mode="validation"),
    # within version 1 of the API a published pattern stays as it is, though wider than need be
    WithJsonSchema(
        {"type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"}, mode="serialization"
    ),
]


class Place(Named):
    """A city, province, zone, park or hub."""

    kind_of: ClassVar[Kind] = Kind.PLACES

    kind: PlaceKind
    """What sort of place it is."""
    iso: IsoCode | None = None
    """Its ISO 3166-2 code, where one exists, for example `CN-GD`."""
    part_of: PlaceId | None = None
    """The place that it lies in."""
    statements: tuple[Statement, ...] = ()
    """What documents say of it."""
