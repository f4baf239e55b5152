"""A platform in short: its first meeting and its latest, how many, where, and what is missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coop.model.vocabulary import MeetingKind, OutcomeKind, Status
from coop.pages.parts.missing import missing_sentences
from coop.pages.parts.rows import MeetingRow, meeting_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from coop.model import Meeting, Platform
    from coop.pages.view import View

_MOST_PLACES = 5
# the outcome that stands for a meeting is the first of the first kind that it has
_TELLING = (
    OutcomeKind.AGREED,
    OutcomeKind.SIGNED,
    OutcomeKind.LAUNCHED,
    OutcomeKind.ANNOUNCED,
    OutcomeKind.REVIEWED,
)


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a meeting in one line: the kind, the statement, how many more there are."""

    kind: str
    text: Markup
    more: int


@dataclass(frozen=True, slots=True)
class End:
    """The first or the latest meeting: the key of its word, its row, what came of it."""

    key: str
    row: MeetingRow
    came: Came | None


@dataclass(frozen=True, slots=True)
class Brief:
    """A platform in short: its ends in time, and sentences on all between."""

    ends: tuple[End, ...]
    sentences: tuple[str, ...]


def write_brief(view: View, platform: Platform) -> Brief:
    """A platform in short; without ends if no meeting of a known year was held."""
    meetings = view.catalog.meetings_of(platform)
    held = [meeting for meeting in meetings if meeting.status is Status.HELD]
    main = main_series([meeting for meeting in held if meeting.date and meeting.date.year])
    ends = dict(zip(("first", "latest"), (main[0], main[-1]), strict=True)) if main else {}
    if len(main) == 1:
        ends = {"only": main[0]}
    return Brief(
        tuple(End(key, meeting_row(view, one), came_of(view, one)) for key, one in ends.items()),
        tuple(_sentences(view, platform, held)),
    )


def came_of(view: View, meeting: Meeting) -> Came | None:
    """The most telling outcome of a meeting."""
    found = sorted(meeting.outcomes, key=lambda outcome: _TELLING.index(outcome.kind))
    if not found:
        return None
    return Came(found[0].kind.value, view.html(found[0].text), len(found) - 1)


def main_series(held: Sequence[Meeting]) -> list[Meeting]:
    """The plenaries; where there are none, the meetings of the most frequent kind."""
    counts = Counter(meeting.kind for meeting in held)
    most = max(counts, key=lambda kind: (kind is MeetingKind.PLENARY, counts[kind]), default=None)
    return [meeting for meeting in held if meeting.kind is most]


def _sentences(view: View, platform: Platform, held: Sequence[Meeting]) -> Iterator[str]:
    meetings = view.catalog.meetings_of(platform)
    if held:
        yield view.words("record.brief.held", n=len(held), where=_where(view, held))
    for status in (Status.ANNOUNCED, Status.POSTPONED, Status.CANCELLED):
        if number := sum(meeting.status is status for meeting in meetings):
            word = view.words(f"meeting.status.{status.value}")
            yield view.words("record.brief.not_held", status=word, n=number)
    missing = [
        (MeetingKind(one.key.kind), tuple(gap.ordinal for gap in one.missing))
        for one in view.catalog.series_on(platform)
        if one.missing
    ]
    for sentence in missing_sentences(view, missing):
        yield sentence + view.words("record.stop")


def _where(view: View, held: Sequence[Meeting]) -> str:
    """The places with how often, most frequent first, then how often by video link."""
    counts = Counter(meeting.place for meeting in held if meeting.place)
    named = [
        (view.title(place), number)
        for key, number in counts.most_common(_MOST_PLACES)
        if (place := view.catalog.places.get(key))
    ]
    elsewhere = counts.total() - sum(number for _, number in named)
    online = sum(meeting.online and not meeting.place for meeting in held)
    if online:
        named.append((view.words("record.online"), online))
    pieces = [view.words("record.brief.place", place=place, n=number) for place, number in named]
    rest = {"elsewhere": elsewhere, "place_unknown": len(held) - counts.total() - online}
    if pieces:
        pieces += [view.words(f"record.brief.{key}", n=n) for key, n in rest.items() if n]
    return (
        view.words("record.brief.where", places=view.words("record.comma").join(pieces))
        if pieces
        else ""
    )
