"""What a record is, typed and frozen: its kinds, values and parts; how one is read from a tree."""

from coop.model.kinds import Kind, find_kind
from coop.model.records.meeting import Meeting
from coop.model.records.organisation import Organisation
from coop.model.records.person import Person
from coop.model.records.place import Place
from coop.model.records.plan import Plan
from coop.model.records.platform import Platform
from coop.model.records.record import Named, Record
from coop.model.records.source import Source
from coop.model.records.topic import Topic

MODELS: dict[Kind, type[Record]] = {
    Kind.PLATFORMS: Platform,
    Kind.MEETINGS: Meeting,
    Kind.PLANS: Plan,
    Kind.PEOPLE: Person,
    Kind.ORGANISATIONS: Organisation,
    Kind.PLACES: Place,
    Kind.TOPICS: Topic,
    Kind.SOURCES: Source,
}

__all__ = [
    "MODELS",
    "Kind",
    "Meeting",
    "Named",
    "Organisation",
    "Person",
    "Place",
    "Plan",
    "Platform",
    "Record",
    "Source",
    "Topic",
    "find_kind",
]
