"""A platform: a standing mechanism of co-operation."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from coop.model.kinds import Kind
from coop.model.parts import Sources, Statement
from coop.model.records.record import Named
from coop.model.values import (
    Date,
    LangMap,
    OrganisationId,
    PlaceId,
    PlaceInList,
    PlatformId,
    TopicId,
)
from coop.model.vocabulary import PlatformState


class Platform(Named):
    """A standing mechanism of co-operation: a joint conference, a forum, a task force."""

    kind_of: ClassVar[Kind] = Kind.PLATFORMS

    parties: tuple[OrganisationId, ...] = ()
    """The governments or bodies that meet."""
    level: LangMap | None = None
    """Who heads the two sides, in words."""
    established: Date | None = None
    """When it was set up."""
    ended: Date | None = None
    """When it ended or was merged."""
    state: PlatformState | None = None
    """Whether it stands, has ended or was merged into another; left out when not known."""
    parent: PlatformId | None = None
    """The platform that it belongs to."""
    merged_into: PlatformId | None = None
    """The platform that took its place."""
    cmab_order: PlaceInList | None = None
    """Its place from 1 to 10 in the list of the Constitutional and Mainland Affairs Bureau."""
    places: tuple[PlaceId, ...] = ()
    """The places that it is about."""
    topics: tuple[TopicId, ...] = ()
    """The policy areas that it is about."""
    working_groups: tuple[Statement, ...] = ()
    """Its working groups, task forces and offices, one statement each."""
    statements: tuple[Statement, ...] = ()
    """Its story: what documents say of how it began, worked and changed."""
    sources: Sources = Field(min_length=1)
    """The documents for its names, dates and parties."""
