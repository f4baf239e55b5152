"""Linked data: what a page's record is, in the words of schema.org as JSON-LD.

Only what the record states is said; nothing here says that something elsewhere is the same thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coop.chronology import plan_date
from coop.edtf import PartialDate, Precision
from coop.exports.linked.site import CONTEXT, describe_path, full
from coop.model import (
    Kind,
    Meeting,
    Organisation,
    Person,
    Place,
    Plan,
    Platform,
    Source,
    Topic,
)
from coop.model.vocabulary import PlanKind, Status
from coop.pages.page import PREFIXES
from coop.pages.view import View, record_address
from coop.script import to_simplified
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coop.catalog import Catalog
    from coop.model import Record
    from coop.model.parts import Attendance
    from coop.model.records.record import Named
    from coop.model.values import LangMap

Node = dict[str, Any]
_FORMS = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}
_STATUSES = {
    Status.HELD: "EventScheduled",
    Status.ANNOUNCED: "EventScheduled",
    Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
}
# What binds its parties; the other plans are documents without that force.
_BINDING = {PlanKind.FRAMEWORK_AGREEMENT, PlanKind.AGREEMENT, PlanKind.ARRANGEMENT}
_TYPES = {
    Kind.PLATFORMS: "GovernmentOrganization",
    Kind.ORGANISATIONS: "GovernmentOrganization",
    Kind.PLANS: "CreativeWork",
    Kind.PEOPLE: "Person",
    Kind.PLACES: "Place",
    Kind.TOPICS: "DefinedTerm",
}


class Graph:
    """Describes records for the pages of one language; `site_url` ends in a slash."""

    def __init__(self, catalog: Catalog, language: Language, site_url: str) -> None:
        """Keep what every description needs."""
        self._catalog = catalog
        self._view = View(catalog, language, "")
        self._site_url = site_url
        self._root = site_url + PREFIXES[language]
        self._known: dict[str, Node] = {}  # what is named on many pages, by `<plural>/<id>`
        self._describe: dict[Kind, Callable[[Any], Node]] = {
            Kind.MEETINGS: self._meeting,
            Kind.PLANS: self._plan,
            Kind.PLATFORMS: self._platform,
            Kind.ORGANISATIONS: self._organisation,
            Kind.PEOPLE: self._person,
            Kind.PLACES: self._place,
            Kind.TOPICS: self._topic,
        }

    def describe_record(self, record: Record) -> Node:
        """The JSON-LD of a record's page: the record and the way to its page."""
        return {"@context": CONTEXT, "@graph": [self._main(record), self._path(record)]}

    def _main(self, record: Record) -> Node:
        name = View.title_map(record)
        return full(
            {
                **self._describe[record.kind_of](record),
                "@id": self._id(record),
                "url": self._root + record_address(record),
                "name": _texts(name),
                "alternateName": _other_names(record, name),
            }
        )

    def _path(self, record: Record) -> Node:
        kind = record.kind_of.value
        steps = (
            (self._view.words("nav.home"), self._root),
            (self._view.words(f"nav.{kind}"), f"{self._root}{kind}/"),
            (self._view.title(record), self._root + record_address(record)),
        )
        return describe_path(steps)

    def _id(self, record: Record) -> str:
        return self._site_url + record_address(record)  # one name whatever the page's language

    def _meeting(self, meeting: Meeting) -> Node:
        when = meeting.date
        replaced = self._replaced(meeting)
        status = "EventRescheduled" if replaced else _STATUSES[meeting.status]
        return {
            "@type": "Event",
            "eventStatus": f"{CONTEXT}/{status}",
            "eventAttendanceMode": _mode(meeting),
            "startDate": _point(when, "start"),
            "endDate": _point(when, "end") if when and when.start else None,
            "previousStartDate": _point(replaced.date, "start") if replaced else None,
            "location": self._one(Kind.PLACES, meeting.place),
            "organizer": self._one(Kind.PLATFORMS, meeting.platform),
            "attendee": [found for one in meeting.attendees if (found := self._attendee(one))],
            "about": self._many(Kind.TOPICS, meeting.topics),
            "subjectOf": self._documents(meeting),
        }

    def _replaced(self, meeting: Meeting) -> Meeting | None:
        links = self._catalog.back_links(meeting)
        named = (self._catalog.find(link.ref) for link in links if link.role == "replaced_by")
        return next((other for other in named if isinstance(other, Meeting)), None)

    def _attendee(self, someone: Attendance) -> Node | None:
        if someone.person:
            return self._one(Kind.PEOPLE, someone.person)
        if someone.name:
            return {"@type": "Person", "name": _texts(someone.name)}
        return self._one(Kind.ORGANISATIONS, someone.organisation)

    def _plan(self, plan: Plan) -> Node:
        binding = plan.kind in _BINDING
        own: Node = {
            "@type": "Legislation" if binding else "CreativeWork",
            "dateCreated": _point(plan.signed or plan.approved, "start"),
            "datePublished": _point(plan.issued or plan.announced, "start"),
            "temporalCoverage": plan.period.edtf if plan.period else None,
            "publisher": self._many(Kind.ORGANISATIONS, plan.issuers),
            "spatialCoverage": self._many(Kind.PLACES, plan.places),
            "about": self._many(Kind.TOPICS, plan.topics),
            "isBasedOn": self._many(Kind.PLANS, plan.implements),
            "subjectOf": self._documents(plan),
        }
        if not binding:
            return own
        return own | {
            "legislationDate": _point(plan_date(plan), "start"),
            "legislationChanges": self._many(Kind.PLANS, plan.amends),
        }

    def _platform(self, platform: Platform) -> Node:
        return {
            "@type": "GovernmentOrganization",
            "foundingDate": _point(platform.established, "start"),
            "dissolutionDate": _point(platform.ended, "start"),
            "member": self._many(Kind.ORGANISATIONS, platform.parties),
            "parentOrganization": self._one(Kind.PLATFORMS, platform.parent),
            "subjectOf": self._documents(platform),
        }

    def _organisation(self, body: Organisation) -> Node:
        return {
            "@type": "GovernmentOrganization",
            "foundingDate": _point(body.established, "start"),
            "dissolutionDate": _point(body.ended, "start"),
            "parentOrganization": self._one(Kind.ORGANISATIONS, body.parent),
            "location": self._one(Kind.PLACES, body.place),
            "subjectOf": self._documents(body),
        }

    def _person(self, person: Person) -> Node:
        roles = []
        for held in person.posts:
            if found := self._catalog.find_post(held.post):
                body, post = found
                role = {
                    "@type": "OrganizationRole",
                    "roleName": _texts(post.name),
                    "startDate": _point(held.period, "start"),
                    "endDate": _point(held.period, "end"),
                    "affiliation": self._one(Kind.ORGANISATIONS, body.id),
                }
                roles.append(full(role))
        return {"@type": "Person", "affiliation": roles, "subjectOf": self._documents(person)}

    def _place(self, place: Place) -> Node:
        return {
            "@type": "Place",
            "identifier": place.iso,
            "containedInPlace": self._one(Kind.PLACES, place.part_of),
        }

    def _topic(self, topic: Topic) -> Node:
        return {
            "@type": "DefinedTerm",
            "termCode": topic.id,
            "inDefinedTermSet": f"{self._site_url}topics/",
        }

    def _one(self, kind: Kind, record_id: str | None) -> Node | None:
        record = self._catalog.records[kind].get(record_id or "")
        if record is None:
            return None
        if record.ref not in self._known:
            self._known[record.ref] = {
                "@type": _TYPES[kind],
                "@id": self._id(record),
                "name": self._view.title(record),
            }
        return self._known[record.ref]

    def _many(self, kind: Kind, ids: Iterable[str]) -> list[Node]:
        return [found for each in ids if (found := self._one(kind, each))]

    def _documents(self, record: Record) -> list[Node]:
        sources = (self._catalog.sources.get(each.id) for each in record.sources)
        return [self._document(source) for source in sources if source]

    def _document(self, source: Source) -> Node:
        if source.ref not in self._known:
            self._known[source.ref] = self._describe_document(source)
        return self._known[source.ref]

    def _describe_document(self, source: Source) -> Node:
        written = ((language.value, words) for language, words in source.title.items())
        publisher = {"@type": "Organization", "name": self._view.plain(source.publisher)}
        return full(
            {
                "@type": "CreativeWork",
                "name": [{"@language": tag, "@value": words} for tag, words in written],
                "publisher": publisher if source.has_publisher else None,
                "datePublished": _point(source.published, "start"),
                "inLanguage": source.language,
                "url": source.url,
                "archivedAt": source.archived,
            }
        )


def _mode(meeting: Meeting) -> str:
    if not meeting.online:
        return f"{CONTEXT}/OfflineEventAttendanceMode"
    mode = "Mixed" if meeting.place else "Online"
    return f"{CONTEXT}/{mode}EventAttendanceMode"


def _point(when: PartialDate | None, end: str) -> str | None:
    """One end of a date in as much of ISO 8601 as is known."""
    if when is None:
        return None
    day, precision = when.start, when.precision
    if end == "end":
        day, precision = when.end, when.end_precision
    form = _FORMS.get(precision)
    return day.strftime(form) if day and form else None


def _texts(text: LangMap | None) -> list[Node]:
    """A text in each of its languages; Simplified Chinese is converted where nobody wrote it."""
    if text is None:
        return []
    said = {language.value: words for language, words in text.items()}
    if text.zh_hant and not text.zh_hans:
        said[Language.ZH_HANS.value] = to_simplified(text.zh_hant)
    return [{"@language": tag, "@value": words} for tag, words in said.items()]


def _other_names(record: Any, title: LangMap | None) -> list[Node]:
    named: Named = record
    shown = _texts(title)
    texts = (text for name in (named.name, *named.other_names) for text in _texts(name))
    return [text for text in texts if text not in shown]
