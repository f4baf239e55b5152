"""The parts that several kinds of record share: statements, disputes, gaps, who took part."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, field_validator, model_validator

from coop.diagnostics import Code
from coop.edtf import PartialDate
from coop.model.values import (
    AnyRef,
    Boolean,
    Date,
    Id,
    Integer,
    LangMap,
    Model,
    OrganisationId,
    PersonId,
    PlanId,
    PostRef,
    SourceRef,
    Text,
)
from coop.model.vocabulary import Basis, OutcomeKind, Side
from coop.model.written.reading import mistake
from coop.text import is_id

Sources = tuple[SourceRef, ...]


class Statement(Model):
    """One thing that a document says, in own words, with the documents that say so."""

    key: Id | None = None
    """A stable name for the statement, its anchor on the page; only where others link to it."""
    text: LangMap
    """What is said: own words, neutral, one sentence or two."""
    basis: Basis = Basis.STATED
    """Whether a document says so (stated) or it follows from what documents say (inferred)."""
    reason: LangMap | None = None
    """How it follows, where the basis is inferred."""
    sources: Sources = Field(min_length=1)
    """The documents that say so, each with the place in it where possible."""


class Outcome(Statement):
    """What a meeting led to: one statement of one kind."""

    kind: OutcomeKind
    """What sort of result it is."""
    plan: PlanId | None = None
    """The plan or document that the statement is about, where it has a record."""
    led_to: tuple[AnyRef, ...] = ()
    """The records that came of it later."""


class Measure(Statement):
    """What a plan provides for."""

    led_to: tuple[AnyRef, ...] = ()
    """The records that came of it later."""


class DisputedValue(Model, defer_build=False):
    """One of the values that sources give for the same thing."""

    value: Text
    """The value as a source gives it."""
    wording: LangMap | None = None
    """The value in each language, where it is a phrase and no date, number or name."""
    sources: Sources = Field(min_length=1)
    """The documents that give this value."""


class Dispute(Model, defer_build=False):
    """A fact on which sources disagree: every value, with its sources, and the one that is used."""

    field: Text
    """The key of the record that is in dispute, for example `date` or `ordinal`."""
    values: tuple[DisputedValue, ...] = Field(min_length=2)
    """The values found."""
    preferred: Integer | None = None
    """The place of the value used here in the list above, counted from 0; left out when none is."""
    why: LangMap | None = None
    """Why that value is preferred."""

    @field_validator("preferred")
    @classmethod
    def _name_a_value(cls, preferred: int | None, info: ValidationInfo) -> int | None:
        values = info.data.get("values", ())
        if preferred is not None and values and not 0 <= preferred < len(values):
            last = len(values) - 1
            message = f"preferred is the place of a value, counted from 0: 0 to {last}"
            raise mistake(Code.WRONG_TYPE, f"{message}, not {preferred}")
        return preferred


class Gap(Model, defer_build=False):
    """Something that is not known about the record, and where to look for it."""

    text: LangMap
    """What is not known."""
    look: LangMap | None = None
    """Where the answer may be found."""


class Attendance(Model):
    """Someone who took part: by record, by name, or by post alone when the name is not given."""

    person: PersonId | None = None
    """The person's id, where the person has a record."""
    name: LangMap | None = None
    """The name as the source gives it, for people without a record."""
    post: PostRef | None = None
    """The post held at the time, as <organisation>/<post>."""
    role: LangMap | None = None
    """The title as the source gives it, where no organisation on record has the post."""
    side: Side | None = None
    """The side, only where no post tells it."""
    organisation: OrganisationId | None = None
    """The body that took part, where the source names no person and no post."""
    sources: Sources = ()
    """The documents that name this person, where they differ from the record's own."""

    @model_validator(mode="before")
    @classmethod
    def _tell_exchanged(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        person, post = value.get("person"), value.get("post")
        if isinstance(post, str) and is_id(post) and isinstance(person, str) and "/" in person:
            meant = f"{{person: {post}, post: {person}}}"
            raise mistake(Code.WRONG_SHAPE, "person and post are exchanged", meant)
        return value


class PostHeld(Model):
    """A post that a person holds or held, dated as far as sources go."""

    post: PostRef
    """The post, as <organisation>/<post>."""
    period: Date | None = None
    """The term of office as an interval, for example `2022-07-01/..`."""
    seen: Date | None = None
    """The first and last day on which a source shows the person in the post."""
    sources: Sources = Field(min_length=1)
    """The documents that show the person in the post."""

    @field_validator("period")
    @classmethod
    def _tell_single_day(cls, period: PartialDate | None) -> PartialDate | None:
        if period and period.start and period.start == period.end and "/" not in period.edtf:
            message = f"a term of office has a first and a last day, not '{period.edtf}' alone"
            raise mistake(Code.IMPOSSIBLE_DATE, message, f"{period.edtf}/..")
        return period


class Post(Model):
    """A post that an organisation has."""

    id: Id
    """The post's id, unique within the organisation."""
    name: LangMap
    """The post's title."""
    other_names: tuple[LangMap, ...] = ()
    """Other titles of the same post, in the same or an earlier time."""
    several: Boolean = False
    """Whether several people hold it at one time."""
