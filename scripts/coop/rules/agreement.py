"""What a record tells in two places, or two records tell of one day: whether it fits together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.edtf import PartialDate
from coop.model import Meeting
from coop.model.parts import Dispute, PostHeld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.rules.scope import Scope


def check_preferred(scope: Scope) -> Iterator[Finding]:
    """The value of a disputed key is the one that is preferred, not another of them (E205)."""
    for entry, path, dispute in scope.parts(Dispute):
        used = getattr(entry.record, dispute.field, None)
        written = used.edtf if isinstance(used, PartialDate) else str(used)
        values = [one.value for one in dispute.values]
        if dispute.preferred is None or written not in values:
            continue
        place = values.index(written)
        if values[dispute.preferred] != written:
            message = (
                f"preferred is {dispute.preferred}, the value '{values[dispute.preferred]}', but "
                f"'{dispute.field}' is '{written}', the value {place} counted from 0"
            )
            where = entry.locate(*path, "preferred")
            yield Finding(where, Code.WRONG_TYPE, message, str(place))


def check_seen(scope: Scope) -> Iterator[Finding]:
    """Someone was seen in a post within the term of office (N319)."""
    for entry, path, held in scope.parts(PostHeld):
        if held.period and held.seen and _is_outside(held.seen, held.period):
            message = f"seen '{held.seen}' is not within the period '{held.period}'"
            advice = "One of the two is wrong, or there are two terms: then each is an item"
            place = entry.locate(*path, "seen")
            yield Finding(place, Code.POST_NOT_HELD, message, advice=advice)


def _is_outside(seen: PartialDate, period: PartialDate) -> bool:
    is_before = bool(seen.end and period.start and seen.end < period.start)
    return is_before or bool(seen.start and period.end and seen.start > period.end)


def check_names_once(scope: Scope) -> Iterator[Finding]:
    """No two meetings of a day have one name, be the platform or the kind another (E310)."""
    first: dict[tuple[str | None, str | None, str], Meeting] = {}
    for meeting in scope.published_first(scope.catalog.meetings.values()):
        if not meeting.date:
            continue
        named = (meeting.name.en, meeting.name.zh_hant, meeting.date.edtf)
        other = first.setdefault(named, meeting)
        alike = (other.platform, other.kind) == (meeting.platform, meeting.kind)
        if other is not meeting and not alike:
            where = scope.entry(other).locate("date")
            message = (
                f"'{other.id}' ({where}) has the same name and day; if they are one meeting, "
                "keep one file; if not, say in the names what tells them apart"
            )
            place = scope.entry(meeting).locate("name")
            yield Finding(place, Code.MEETING_TWICE, message)


RULES = (check_preferred, check_seen, check_names_once)
