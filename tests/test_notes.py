"""The research notes that the records came from: every meeting in them has its record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
import yaml

from coop.catalog import build_catalog
from coop.loading import load
from coop.model import Meeting
from coop.model.references import list_references

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
NOTES = ROOT.parent / "shared" / "research"
SHARE = 0.98
# Notes whose record starts on another day, cites other copies, is that of a larger event, or
# shares its day and source with a second one.
MERGED = {
    "2014-11-25-inter-ministerial-1": "2014-11-25-qianhai-nansha-hengqin-conference-1",
    "2014-11-25-qianhai-nansha-hengqin-inter-ministries": (
        "2014-11-25-qianhai-nansha-hengqin-conference-1"
    ),
    "2017-11-30-cs-beijing": "2017-11-29-cs-visits-central-bodies",
    "2019-12-12-env-jwg-1": "2019-12-12-hk-guangdong-environment-1",
    "2020-11-07-ce-visit-guangzhou": "2020-11-07-ce-meets-guangdong-leaders",
    "2023-10-18-ce-belt-road-forum-3": "2023-10-18-belt-and-road-forum-3",
    "2023-12-20-ce-ndrc": "2023-12-20-ce-calls-on-ndrc",
    "2024-02-26-qianhai-plan-promotion": "2024-02-26-qianhai-plan-promotion",
    "2024-05-10-scst-beijing": "2024-05-09-scst-visits-beijing",
    "hk-fujian-4": "2023-06-28-hk-fujian-4",
}
# Notes whose ordinal or status the records do not follow, and why.
DEPARTURES = {
    "2010-06-03-strategic-research-group-7": "no series of the platform's own; told in a note",
    "2019-11-02-jiangsu-hk-summit-2": "7 is that of the joint meeting; the summit was the second",
    "2021-10-14-ce-shenzhen-leaders-cancelled": "cancelled, and nothing took its place",
    "2023-02-20-gba-talent-conference-1": "no series: on no platform",
    "2023-09-14-gba-business-conference-1": "no series: on no platform",
    "2023-10-18-ce-belt-road-forum-3": "the forum's number, not that of the visit",
    "2024-12-11-gba-business-conference-2": "no series: on no platform",
}

pytestmark = pytest.mark.skipif(
    not NOTES.is_dir(), reason="the research notes are kept beside the project, not in it"
)


@dataclass(frozen=True)
class Note:
    """A meeting as the notes have it; what they leave empty the records may have found."""

    id: str
    date: str
    kind: str
    ordinal: str
    status: str
    sources: frozenset[str]

    def agrees_with(self, meeting: Meeting) -> bool:
        """Return whether ordinal and status are the same, as far as the notes know them."""
        same_ordinal = self.ordinal in {"", str(meeting.ordinal)}
        return same_ordinal and self.status in {"announced", meeting.status.value}


Pair: TypeAlias = tuple[Note, Meeting | None]


def read_note(entry: dict[str, Any]) -> Note:
    ends = (str(entry[key]) for key in ("start", "end") if entry.get(key))
    return Note(
        id=entry["id"],
        date=str(entry.get("date") or "/".join(ends)),
        kind=entry["kind"],
        ordinal=str(entry.get("ordinal", "")),
        status=entry["status"],
        sources=frozenset(source.removesuffix("-mirror") for source in entry["sources"]),
    )


@pytest.fixture(scope="module")
def notes() -> list[Note]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(NOTES.glob("*.yaml"))]
    files = [yaml.load(text, yaml.CSafeLoader) for text in texts]
    return [read_note(entry) for file in files for entry in file["meetings"]]


@pytest.fixture(scope="module")
def pairs(notes: list[Note]) -> list[Pair]:
    loaded = load(ROOT / "data")
    meetings = build_catalog([entry.record for entry in loaded.entries], loaded.redirects).meetings
    return [(note, meetings.get(MERGED.get(note.id, "")) or find(note, meetings)) for note in notes]


def find(note: Note, meetings: Mapping[str, Meeting]) -> Meeting | None:
    """Return the meeting of that date, or a more exact one, that cites most of its sources."""
    same = (each for each in meetings.values() if str(each.date or "").startswith(note.date))
    return max(
        (meeting for meeting in same if shared_sources(note, meeting)),
        key=lambda meeting: (shared_sources(note, meeting), meeting.kind.value == note.kind),
        default=None,
    )


def shared_sources(note: Note, meeting: Meeting) -> int:
    cited = (
        reference.value for reference in list_references(meeting) if reference.target == "sources"
    )
    return len(note.sources.intersection(cited))


def test_the_notes_hold_what_is_compared(notes: list[Note]) -> None:
    known = {note.id for note in notes}

    assert len(notes) > 300
    assert known.issuperset(MERGED.keys() | DEPARTURES.keys())


def test_meetings_held_have_records_of_the_same_date(pairs: list[Pair]) -> None:
    held = [(note, meeting) for note, meeting in pairs if note.status == "held"]

    missing = [note.id for note, meeting in held if meeting is None]
    told = f"{len(held)} meetings held, without a record: {missing or 'none'}"
    print(told)  # noqa: T201 - the test's report, shown with -s and when it fails

    assert len(held) - len(missing) >= SHARE * len(held)


def test_ordinal_and_status_are_those_of_the_notes(pairs: list[Pair]) -> None:
    differing = {note.id for note, meeting in pairs if meeting and not note.agrees_with(meeting)}

    assert differing == DEPARTURES.keys()
