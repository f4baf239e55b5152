"""A plan: a document that sets out what is to be done."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from coop.model.kinds import Kind
from coop.model.parts import Attendance, Measure, Sources
from coop.model.records.record import Named
from coop.model.values import (
    Date,
    LangMap,
    MeetingId,
    OrganisationId,
    PlaceId,
    PlanId,
    PlatformId,
    TopicId,
)
from coop.model.vocabulary import Basis, PlanKind


class Plan(Named):
    """A plan, strategy, agreement, memorandum, agenda or arrangement."""

    kind_of: ClassVar[Kind] = Kind.PLANS

    kind: PlanKind
    """What sort of document it is."""
    announced: Date | None = None
    """When it was first announced."""
    approved: Date | None = None
    """When it was approved or adopted."""
    issued: Date | None = None
    """When it was published."""
    signed: Date | None = None
    """When it was signed."""
    effective: Date | None = None
    """When it took effect."""
    period: Date | None = None
    """The time that it covers, as an interval."""
    issuers: tuple[OrganisationId, ...] = ()
    """Who issued it."""
    parties: tuple[OrganisationId, ...] = ()
    """Who is bound by it: the parties to an agreement."""
    signatories: tuple[Attendance, ...] = ()
    """Who signed it."""
    places: tuple[PlaceId, ...] = ()
    """The places that it is about."""
    topics: tuple[TopicId, ...] = ()
    """The policy areas that it is about."""
    platform: PlatformId | None = None
    """The platform under which it was made."""
    signed_at: MeetingId | None = None
    """The meeting at which it was signed."""
    measures: tuple[Measure, ...] = ()
    """What it provides for: one statement each."""
    amends: tuple[PlanId, ...] = ()
    """The plans that it changes."""
    supersedes: tuple[PlanId, ...] = ()
    """The plans that it takes the place of."""
    implements: tuple[PlanId, ...] = ()
    """The plans that it carries out."""
    related: tuple[PlanId, ...] = ()
    """Other plans that belong beside it."""
    basis: Basis = Basis.STATED
    """Whether documents say so, or it follows from what they say."""
    reason: LangMap | None = None
    """How it follows, where the basis is inferred."""
    sources: Sources = Field(min_length=1)
    """The documents for its names, dates and parties."""
