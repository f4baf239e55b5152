"""The records that a draft may be about already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.edtf import parse_edtf
from coop.model.vocabulary import MeetingKind

if TYPE_CHECKING:
    from coop.catalog import Catalog
    from coop.draft.draft import Draft
    from coop.draft.past import Past
    from coop.model import Meeting, Plan


def find_duplicate(draft: Draft, catalog: Catalog, past: Past) -> Meeting | Plan | None:
    """The meeting or plan on record that a draft is probably about."""
    if draft.record == "plan":
        return None if draft.document else catalog.plans[draft.plans[0].value]
    platform = catalog.platforms[draft.platform.value] if draft.platform else None
    of_platform = past.meetings_of(platform) if platform else ()
    number = int(draft.ordinal.value) if draft.ordinal else 0
    for meeting in of_platform:
        if number and meeting.ordinal == number and _same_kind(draft, meeting):
            return meeting
    heads = {one.who for one in draft.principals}
    for meeting in past.meetings_on(draft.day.value.partition("/")[0]) if draft.day else ():
        if meeting in of_platform or heads & {one.person for one in meeting.principals}:
            return meeting
    if not _is_visit(draft):
        return None
    visits = (one for one in find_overlapping(draft, past) if one.kind is MeetingKind.VISIT)
    return next(visits, None)


def find_overlapping(draft: Draft, past: Past) -> list[Meeting]:
    """The meetings on record on some of the same days, with a head of the draft among theirs."""
    days = parse_edtf(draft.day.value) if draft.day else None
    if draft.record == "plan" or not (days and days.start and days.end):
        return []
    heads = {one.who for one in draft.principals if one.is_known}
    during = past.meetings_during(days.start, days.end)
    return [one for one in during if heads & {head.person for head in one.principals}]


def _is_visit(draft: Draft) -> bool:
    return draft.kind is not None and draft.kind.value == MeetingKind.VISIT


def _same_kind(draft: Draft, meeting: Meeting) -> bool:
    return draft.kind is None or meeting.kind.value == draft.kind.value
