"""Meetings of one kind on one platform, and the numbers of theirs that no record has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.model.vocabulary import MeetingKind, Status

if TYPE_CHECKING:
    from coop.model import Meeting

COUNTED = frozenset({Status.HELD, Status.ANNOUNCED})
_LOOSE = {MeetingKind.CALL: "calls", MeetingKind.VISIT: "visits"}


class SeriesKey(NamedTuple):
    """What a series is: a platform and a kind of meeting; without a platform, a loose group."""

    platform: str | None
    kind: str


class MissingOrdinal(NamedTuple):
    """A number of a series that no record has, and the meetings that it lies between."""

    ordinal: int
    after: Meeting | None
    before: Meeting


class Series(NamedTuple):
    """The meetings of one kind on one platform in time order."""

    key: SeriesKey
    meetings: tuple[Meeting, ...]

    @property
    def missing(self) -> tuple[MissingOrdinal, ...]:
        """The numbers from 1 to the highest that no held or announced meeting has."""
        counted = [m for m in self.meetings if m.ordinal and m.status in COUNTED]
        found: list[MissingOrdinal] = []
        last, after = 0, None
        for meeting in sorted(counted, key=lambda m: m.ordinal or 0):
            number = meeting.ordinal or 0
            found += [MissingOrdinal(gap, after, meeting) for gap in range(last + 1, number)]
            last, after = max(last, number), meeting
        return tuple(found)


def series_key(meeting: Meeting) -> SeriesKey:
    """The series of a meeting: (platform, kind), or calls, visits, other events without one."""
    if meeting.platform:
        return SeriesKey(meeting.platform, meeting.kind.value)
    return SeriesKey(None, _LOOSE.get(meeting.kind, "other-events"))
