"""What a release says of an event or a plan, each value with the paragraph that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.dates.schedule import find_day, find_issue_day
from coop.draft.dating import date_release
from coop.draft.documents.subjects import find_issued_plan, find_plans, is_document, is_of_issue
from coop.draft.documents.unknown import (
    NewDocument,
    find_bodies,
    find_documents,
    find_new_place,
    find_told_plan,
    read_own_name,
)
from coop.draft.draft import Draft, first_day
from coop.draft.event.kind import find_kind
from coop.draft.event.status import find_status
from coop.draft.names.catalogue import collect_names
from coop.draft.people.roles import find_people
from coop.draft.places.event import Event
from coop.draft.places.finding import find_place, is_online
from coop.draft.platforms.finding import find_platform
from coop.draft.text.reading import Found, Reading
from coop.draft.text.release import read_release
from coop.draft.topics import find_topics

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.past import Past

_REPLY = ("批复", "批覆", "批復")


def draft_release(
    raw: bytes,
    catalog: Catalog,
    past: Past | None = None,
    *,
    published: date | None = None,
    url: str = "",
) -> Draft:
    """What a release says, as far as it is sure; UnreadableError with a message for a person.

    `past`: where the meetings are asked for, if they are not in the catalogue.
    """
    release = read_release(raw)
    address = url or release.url
    came_out, written, year = date_release(release, catalog, address, published)
    reading = Reading(release, catalog, collect_names(catalog), written, year, past=past or catalog)
    return _draft(reading, came_out, address)


def _draft(reading: Reading, published: date | None, address: str) -> Draft:
    """What a reading gives: an event or a document that has come out, and what belongs to it."""
    platform, ordinal = find_platform(reading)
    documents = find_documents(reading)
    issued = find_issued_plan(reading)
    document = None if issued else _issued_document(reading, documents)
    issue = _kind_of_issue(reading.catalog, issued, document)
    event = find_kind(reading, platform.value if platform and platform.is_sure else "")
    day = (find_issue_day(reading) if issue else None) or find_day(reading, event.value)
    kind = issue or event
    heads, others = find_people(reading, kind.value, ordinal, day)
    number = int(ordinal.value) if ordinal else None
    place = find_place(reading, Event(kind.value, number, first_day(day)))
    return Draft(
        release=reading.release,
        url=address,
        published=published,
        record="plan" if issue else "meeting",
        platform=platform,
        ordinal=ordinal,
        kind=kind,
        status=find_status(reading, day),
        day=day,
        place=place,
        online=is_online(reading),
        principals=heads,
        participants=others,
        plans=_begin_with(issued, find_plans(reading)),
        topics=list(find_topics(reading, platform.value if platform else "")),
        documents=documents,
        bodies=find_bodies(reading),
        new_place=None if place else find_new_place(reading),
        document=document,
    )


def _kind_of_issue(catalog: Catalog, issued: str, document: NewDocument | None) -> Found | None:
    """The kind of the document that has come out, on record or new; None of an event."""
    if issued:
        return Found(catalog.plans[issued].kind.value, "title")
    return Found(document.kind, document.at, is_sure=False) if document else None


def _begin_with(issued: str, plans: Iterable[Found]) -> list[Found]:
    """The plans named, that which has come out before the others."""
    others = [found for found in plans if found.value != issued]
    return [Found(issued, "title"), *others] if issued else others


def _issued_document(reading: Reading, documents: list[NewDocument]) -> NewDocument | None:
    """The new document that the text says has come out; None where it tells of an event."""
    if not is_of_issue(reading):
        return None
    title = reading.release.title
    issued = [one for one in documents if one.how == "issued"]
    early = (one for one in issued if one.at in {"title", "para 1"} or one.name in title)
    if told := next(early, find_told_plan(reading)):
        return told
    if not is_document(reading):
        return None
    return issued[0] if title.endswith(_REPLY) and issued else read_own_name(reading)
