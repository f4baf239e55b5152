"""Meetings read when a draft asks for them are those that the whole catalogue has."""

from __future__ import annotations

import pytest

from coop.draft.past import PastFiles
from coop.edtf import Precision
from coop.loading import Reader
from coop.model import Kind
from tests.draft.scoring import ROOT, read_catalog


@pytest.fixture(scope="module")
def past() -> PastFiles:
    reader = Reader(lambda kind, _raw: kind is not Kind.MEETINGS)
    loaded = reader.load(ROOT / "data")
    assert not any(entry.kind is Kind.MEETINGS for entry in loaded.entries)
    return PastFiles(reader)


def test_a_platforms_meetings_are_those_of_the_catalogue_in_time_order(past: PastFiles) -> None:
    catalog = read_catalog()
    of_platforms = {one.id: past.meetings_of(one) for one in catalog.platforms.values()}
    assert of_platforms == {one.id: catalog.meetings_of(one) for one in catalog.platforms.values()}
    assert sum(map(len, of_platforms.values())) > len(of_platforms)


def test_the_meetings_of_a_day_or_month_are_those_that_began_then(past: PastFiles) -> None:
    catalog = read_catalog()
    dates = {one.date.edtf for one in catalog.meetings.values() if one.date}
    days = {edtf.partition("/")[0] for edtf in dates}
    assert any("/" in edtf for edtf in dates), "some lasted for days"
    for day in sorted(days)[::20]:
        found = past.meetings_on(day)
        assert found == catalog.meetings_on(day)
        assert found


def test_a_day_on_which_nothing_began_has_no_meetings(past: PastFiles) -> None:
    assert past.meetings_on("1996-02-29") == ()


def test_the_meetings_during_some_days_are_those_of_the_catalogue(past: PastFiles) -> None:
    catalog = read_catalog()
    lasting = [
        one.date
        for one in catalog.meetings.values()
        if one.date and one.date.precision is Precision.DAY and one.date.is_interval
    ]
    for when in lasting[::20]:
        assert when.end
        found = past.meetings_during(when.end, when.end)
        assert set(found) == set(catalog.meetings_during(when.end, when.end))
        assert when in {one.date for one in found}
