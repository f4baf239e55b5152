"""The order of meetings and plans in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.edtf import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coop.edtf import PartialDate
    from coop.model import Meeting, Plan


def in_time_order(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Meetings by their first day, undated last; of one day by id."""
    return sorted(meetings, key=lambda meeting: (sort_key(meeting.date), meeting.id))


def begins_on(meeting: Meeting, day: str) -> bool:
    """Whether a meeting began on a day, or is known to have been in a month, as EDTF has it."""
    return meeting.date is not None and meeting.date.edtf.partition("/")[0] == day


def plan_order(plan: Plan) -> tuple[tuple[int, date, int], str]:
    """Where a plan stands in time order: by its date, undated last; of one day by id."""
    return sort_key(plan_date(plan)), plan.id


def plan_date(plan: Plan) -> PartialDate | None:
    """The day by which a plan is ordered: issued, signed, approved, announced or effective."""
    dates = (plan.issued, plan.signed, plan.approved, plan.announced, plan.effective, plan.period)
    return next((when for when in dates if when), None)
