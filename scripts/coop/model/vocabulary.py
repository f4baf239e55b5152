"""The closed lists: every word that a record may use where it has to choose one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class MeetingKind(StrEnum):
    """What sort of event a meeting is."""

    PLENARY = "plenary"
    WORKING_MEETING = "working-meeting"
    TASK_FORCE = "task-force"
    FORUM = "forum"
    CALL = "call"
    VISIT = "visit"
    SIGNING = "signing"
    PROMOTION = "promotion"
    OTHER = "other"


class Status(StrEnum):
    """What is known to have become of a meeting."""

    ANNOUNCED = "announced"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class OutcomeKind(StrEnum):
    """What sort of result a statement reports."""

    AGREED = "agreed"
    SIGNED = "signed"
    REVIEWED = "reviewed"
    ANNOUNCED = "announced"
    LAUNCHED = "launched"


class PlanKind(StrEnum):
    """What sort of document a plan is."""

    FIVE_YEAR_PLAN = "five-year-plan"
    DEVELOPMENT_PLAN = "development-plan"
    STRATEGY = "strategy"
    FRAMEWORK_AGREEMENT = "framework-agreement"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    ARRANGEMENT = "arrangement"
    ACTION_AGENDA = "action-agenda"
    BLUEPRINT = "blueprint"
    POLICY_MEASURES = "policy-measures"
    OTHER = "other"


class PlatformState(StrEnum):
    """Whether a platform still stands."""

    STANDING = "standing"
    ENDED = "ended"
    MERGED = "merged"


class Basis(StrEnum):
    """Whether a document says so, or it follows from what documents say."""

    STATED = "stated"
    INFERRED = "inferred"


class Side(StrEnum):
    """Which side an organisation belongs to."""

    HKSAR = "hksar"
    MAINLAND = "mainland"
    MACAO = "macao"
    JOINT = "joint"


class PlaceKind(StrEnum):
    """What sort of place it is."""

    SAR = "sar"
    PROVINCE = "province"
    AUTONOMOUS_REGION = "autonomous-region"
    MUNICIPALITY = "municipality"
    CITY = "city"
    DISTRICT = "district"
    REGION = "region"
    ZONE = "zone"
    PARK = "park"
    HUB = "hub"


class TopicGroup(StrEnum):
    """The list that a topic belongs to."""

    CMAB_AREAS = "cmab-areas"
    EIGHT_CENTRES = "eight-centres"
    OTHER = "other"


class Grade(StrEnum):
    """How near a source stands to the event."""

    OFFICIAL = "official"
    PRESS = "press"
    REPOST = "repost"
    REFERENCE = "reference"


class Seen(StrEnum):
    """Whether the editors read the document itself or a copy of it elsewhere."""

    ORIGINAL = "original"
    COPY = "copy"


# Every list by its name in the API, under which the locale files have the labels of its words.
VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "meeting.kind": MeetingKind,
    "meeting.status": Status,
    "outcome.kind": OutcomeKind,
    "plan.kind": PlanKind,
    "platform.state": PlatformState,
    "basis": Basis,
    "side": Side,
    "place.kind": PlaceKind,
    "topic.group": TopicGroup,
    "source.grade": Grade,
    "source.seen": Seen,
}
