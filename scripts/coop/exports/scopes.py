"""What can be followed: everything, one platform, one topic; and since when a record is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coop.catalog import once
from coop.edtf import Precision
from coop.model import Kind, Meeting, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.model import Platform, Record, Topic

ALL = "all"
UPCOMING = "upcoming"


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
    naming = {link.ref for link in catalog.back_links(subject) if link.role in _FOLLOWED}
    return Scope(
        scope_id,
        subject,
        tuple(meeting for meeting in catalog.meetings.values() if meeting.ref in naming),
        tuple(plan for plan in catalog.plans.values() if plan.ref in naming),
    )


_FOLLOWED = {"platform", "topics"}


def exact_days(when: PartialDate | None) -> tuple[date, date] | None:
    """The first and the last day of a date that is known to the day, else None."""
    if not when or not when.start or not when.end:
        return None
    exact = when.precision is when.end_precision is Precision.DAY
    return (when.start, when.end) if exact else None


def last_told(catalog: Catalog, record: Record) -> date | None:
    """The day on which the newest of the documents behind a record came out, if one is dated."""
    return _days_told(catalog)[record.ref]


@once
def _days_told(catalog: Catalog) -> Mapping[str, date | None]:
    dated = ((one.ref, one.published) for one in catalog.sources.values())
    days = {ref: when.start for ref, when in dated if when and when.start}
    return {
        ref: max((days[one.ref] for one in named if one.ref in days), default=None)
        for ref, named in catalog.references.items()
    }


def first_ref(catalog: Catalog, record: Record) -> str:
    """The first name, as `<plural>/<id>`, under which a record was published.

    Where several records were merged into one it is the first that the list of redirects has.
    """
    before = _names_before(catalog)
    ref, seen = record.ref, {record.ref}
    while before.get(ref, ref) not in seen:
        ref = before[ref]
        seen.add(ref)
    return ref


@once
def _names_before(catalog: Catalog) -> Mapping[str, str]:
    before: dict[str, str] = {}
    for old, new in catalog.redirects.items():
        before.setdefault(new, old)
    return before
