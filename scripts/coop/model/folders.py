"""Where a record's file lies below data/: in the folder of its kind, and in that of its year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.model.kinds import Kind
from coop.model.records.meeting import Meeting
from coop.model.records.source import Source

if TYPE_CHECKING:
    from coop.model.records.record import Record

UNDATED = "undated"
_FILE = re.compile(rf"data/({'|'.join(Kind)})/(?:[^\s/]+/)?([a-z0-9-]+)\.yaml", re.ASCII)


def file_of(record: Record) -> str:
    """The path of a record's file below data/: `<plural>/<id>.yaml`, for some with the year."""
    folder = year_folder(record)
    return f"{record.kind_of.value}/{folder}{'/' if folder else ''}{record.id}.yaml"


def name_record(path: str) -> str:
    """The record, as `<plural>/<id>`, whose file has a path from the project's root; or none."""
    name = _FILE.fullmatch(path)
    return f"{name[1]}/{name[2]}" if name else ""


def year_folder(record: Record) -> str:
    """The folder below that of its kind in which a record's file lies; empty for most kinds."""
    if isinstance(record, Meeting):
        return year_of_id(record.id)
    return year_of_source(record) if isinstance(record, Source) else ""


def year_of_id(meeting_id: str) -> str:
    """The folder of the year that a meeting's id starts with."""
    return meeting_id[:4] if meeting_id[:4].isdecimal() else UNDATED


def year_of_source(source: Source) -> str:
    """The year in which a source was published, by which its file and its page are called."""
    year = source.published.year if source.published else None
    return str(year) if year else UNDATED
