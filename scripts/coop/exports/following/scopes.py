"""What can be followed: everything, what is to come, one platform, one topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coop.model import Kind, Meeting, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model import Platform, Topic

ALL = "all"
UPCOMING = "upcoming"
_FOLLOWED = {"platform", "topics"}


@dataclass(frozen=True, slots=True)
class Scope:
    """Something that can be followed: its id in addresses, the platform or topic, if it is one."""

    id: str
    subject: Platform | Topic | None
    meetings: tuple[Meeting, ...]
    plans: tuple[Plan, ...]


def list_scopes(catalog: Catalog) -> Iterator[Scope]:
    """Everything, what is to come, platforms, topics; of two with one id, the platform."""
    yield Scope(ALL, None, tuple(catalog.meetings.values()), tuple(catalog.plans.values()))
    yield Scope(UPCOMING, None, tuple(filter(catalog.is_ahead, catalog.meetings.values())), ())
    taken = {ALL, UPCOMING}
    subjects: tuple[Platform | Topic, ...]
    subjects = (*catalog.platforms.values(), *catalog.topics.values())
    for subject in subjects:
        if subject.id not in taken:
            taken.add(subject.id)
            yield _scope_of(catalog, subject, subject.id)


def moved_scopes(catalog: Catalog) -> Iterator[Scope]:
    """The scopes of platforms and topics at the ids that they had before."""
    taken = {ALL, UPCOMING, *catalog.platforms, *catalog.topics}
    for old in catalog.redirects:
        plural, _, record_id = old.partition("/")
        subject = catalog.find(old)
        if plural in {Kind.PLATFORMS, Kind.TOPICS} and subject and record_id not in taken:
            taken.add(record_id)
            yield _scope_of(catalog, subject, record_id)  # type: ignore[arg-type]  # by its plural


def _scope_of(catalog: Catalog, subject: Platform | Topic, scope_id: str) -> Scope:
    meetings = catalog.meetings_naming(subject, _FOLLOWED)
    return Scope(scope_id, subject, meetings, catalog.plans_naming(subject, _FOLLOWED))
