"""Time order as data: all events, the series of meetings, the ids that records had before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from coop.chronology import plan_date
from coop.edtf import sort_key
from coop.exports import DataFile
from coop.exports.api.records import ROOT, SCHEMA_VERSION, series_name
from coop.model import Meeting, Plan
from coop.model.values import dump_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.series import Series


def timeline_files(catalog: Catalog) -> Iterator[DataFile]:
    """The files, each a list under its own name with the number of its items."""
    lists = {"timeline": _timeline, "series": _series, "redirects": _redirects}
    for name, list_items in lists.items():
        yield DataFile(f"{ROOT}/{name}.json", partial(_write, name, list_items, catalog))


def _write(name: str, list_items: Any, catalog: Catalog) -> bytes:
    items = list_items(catalog)
    made = {"schema_version": SCHEMA_VERSION, "total": len(items), name: items}
    return to_json(made, indent=2) + b"\n"


def _timeline(catalog: Catalog) -> list[dict[str, Any]]:
    """Meetings and plans by the day on which they begin, undated ones last."""
    dated: list[tuple[PartialDate | None, Meeting | Plan]]
    dated = [(meeting.date, meeting) for meeting in catalog.meetings.values()]
    dated += [(plan_date(plan), plan) for plan in catalog.plans.values()]
    dated.sort(key=lambda each: (sort_key(each[0]), each[1].ref))
    return [_event(when, record) for when, record in dated]


def _event(when: PartialDate | None, record: Meeting | Plan) -> dict[str, Any]:
    return {
        "ref": record.ref,
        "type": record.kind_of.singular,
        "kind": record.kind.value,
        "status": record.status.value if isinstance(record, Meeting) else None,
        "date": dump_date(when) if when else None,
        "platform": record.platform,
    }


def _series(catalog: Catalog) -> list[dict[str, Any]]:
    """Each series with its meetings in time order, and the numbers that no record has."""
    ordered = sorted(catalog.series.values(), key=lambda each: series_name(each.meetings[0]))
    return [_one_series(each) for each in ordered]


def _one_series(series: Series) -> dict[str, Any]:
    return {
        "series": series_name(series.meetings[0]),
        "platform": series.key.platform,
        "kind": series.key.kind,
        "meetings": [
            {
                "id": meeting.id,
                "date": dump_date(meeting.date) if meeting.date else None,
                "ordinal": meeting.ordinal,
                "status": meeting.status.value,
            }
            for meeting in series.meetings
        ],
        "missing": [
            {
                "ordinal": gap.ordinal,
                "after": gap.after.id if gap.after else None,
                "before": gap.before.id,
            }
            for gap in series.missing
        ],
    }


def _redirects(catalog: Catalog) -> list[dict[str, str]]:
    """The ids that records had, each with the one that the record has now."""
    found = ((old, catalog.find(old)) for old in sorted(catalog.redirects))
    return [{"from": old, "to": record.ref} for old, record in found if record]
