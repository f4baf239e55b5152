"""A meeting: a dated event."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from coop.model.kinds import Kind
from coop.model.parts import Attendance, Outcome, Sources
from coop.model.records.record import Named
from coop.model.values import (
    Boolean,
    Date,
    LangMap,
    MeetingId,
    Ordinal,
    PlaceId,
    PlanId,
    PlatformId,
    TopicId,
)
from coop.model.vocabulary import Basis, MeetingKind, Status


class Meeting(Named):
    """A dated event: a plenary, a call, a visit, a signing, held or only announced."""

    kind_of: ClassVar[Kind] = Kind.MEETINGS

    kind: MeetingKind
    """What sort of event it is."""
    status: Status
    """Whether it was held, announced only, postponed or cancelled."""
    date: Date | None = None
    """The day or days, as exactly as sources say; left out when nothing is known."""
    platform: PlatformId | None = None
    """The platform that it belongs to; left out for calls, visits and other events on their own."""
    ordinal: Ordinal | None = None
    """Which one of its series (platform and kind) it is, only where a source says so."""
    place: PlaceId | None = None
    """The city or place."""
    venue: LangMap | None = None
    """The building or address, in words."""
    online: Boolean = False
    """Whether it was held by video link, wholly or in part."""
    principals: tuple[Attendance, ...] = ()
    """The head of each side: who chaired, met, received, signed or spoke."""
    participants: tuple[Attendance, ...] = ()
    """Others who took part."""
    theme: LangMap | None = None
    """The theme that it was held under."""
    topics: tuple[TopicId, ...] = ()
    """The policy areas that it dealt with."""
    plans: tuple[PlanId, ...] = ()
    """Plans that it dealt with, beside those that its outcomes name."""
    outcomes: tuple[Outcome, ...] = ()
    """What came of it: one statement each."""
    replaced_by: MeetingId | None = None
    """For a postponed or cancelled event: the one that took its place."""
    basis: Basis = Basis.STATED
    """Whether a document says that it took place or was to, or it follows from documents."""
    reason: LangMap | None = None
    """How it follows, where the basis is inferred."""
    sources: Sources = Field(min_length=1)
    """The documents for its names, date, place and people."""

    @property
    def attendees(self) -> tuple[Attendance, ...]:
        """All who took part, the heads of the sides first."""
        return (*self.principals, *self.participants)
