"""What was added and corrected, by day, as JSON: only where git tells of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from coop.exports import DataFile
from coop.exports.api.records import ROOT, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.history.past import Day, History, Step


def changes_files(history: History | None) -> Iterator[DataFile]:
    """The file, if there is a history."""
    if history:
        yield DataFile(f"{ROOT}/changes.json", partial(_write, history))


def _write(history: History) -> bytes:
    days = [_day(day) for day in history.days]
    made = {"schema_version": SCHEMA_VERSION, "total": len(days), "days": days}
    return to_json(made, indent=2) + b"\n"


def _day(day: Day) -> dict[str, Any]:
    return {
        "day": day.day.isoformat(),
        "added": day.added,
        "corrected": [_corrected(ref, steps) for ref, steps in day.corrected.items()],
        "removed": [{"ref": ref, "moved_to": to or None} for ref, to in day.removed.items()],
    }


def _corrected(ref: str, steps: tuple[Step, ...]) -> dict[str, Any]:
    renamed = [step.renamed_from for step in steps if step.renamed_from]
    return {
        "ref": ref,
        "renamed_from": renamed[0] if renamed else None,
        "changes": [change._asdict() for step in steps for change in step.changes],
    }
