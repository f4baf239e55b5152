"""An organisation: a government, ministry, bureau, body or centre."""

from __future__ import annotations

from typing import ClassVar

from coop.model.kinds import Kind
from coop.model.parts import Post, Statement
from coop.model.records.record import Named
from coop.model.values import Date, OrganisationId, PlaceId
from coop.model.vocabulary import Side


class Organisation(Named):
    """A government, ministry, bureau, body or centre, with the posts that it has."""

    kind_of: ClassVar[Kind] = Kind.ORGANISATIONS

    side: Side
    """Which side it belongs to: hksar, mainland, macao or joint."""
    parent: OrganisationId | None = None
    """The organisation that it is part of."""
    place: PlaceId | None = None
    """Where it sits."""
    established: Date | None = None
    """When it was set up."""
    ended: Date | None = None
    """When it ended."""
    successor: OrganisationId | None = None
    """The organisation that took over from it."""
    posts: tuple[Post, ...] = ()
    """The posts that it has and that records name."""
    statements: tuple[Statement, ...] = ()
    """What documents say of it."""
