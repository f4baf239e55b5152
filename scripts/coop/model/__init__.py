"""What a record is: one module a kind, typed and frozen."""

from coop.model.kinds import Kind, find_kind
from coop.model.meeting import Meeting
from coop.model.organisation import Organisation
from coop.model.person import Person
from coop.model.place import Place
from coop.model.plan import Plan
from coop.model.platform import Platform
from coop.model.record import Named, Record
from coop.model.source import Source
from coop.model.topic import Topic

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
