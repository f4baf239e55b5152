"""The past of records is told from commits: when each was added, and what changed since."""

from __future__ import annotations

from datetime import date

import pytest

from coop.history.past import History, read_log
from tests.histories import MemoryArchive, remember

PIER = "places/pier"
ONE = "name: {en: Pier}\nkind: hub\n"
FORM = "kind: hub\nname:\n  en: Pier\n"
TWO = "name: {en: Quay}\nkind: hub\n"


def test_a_record_is_added_and_corrected() -> None:
    past = remember({PIER: ONE}, {}, {PIER: TWO}).of(PIER)
    assert past
    assert past.added.isoformat() == "2024-01-01T08:00:00+08:00"
    assert past.changed.isoformat() == "2024-01-03T08:00:00+08:00"
    (step,) = past.steps
    assert step.changes == ((("name", "en"), "Pier", "Quay"),)


def test_another_form_is_no_correction() -> None:
    past = remember({PIER: ONE}, {PIER: FORM}).of(PIER)
    assert past
    assert past.steps == ()
    assert past.changed == past.added


def test_a_file_that_could_not_be_read_is_passed_over() -> None:
    past = remember({PIER: ONE}, {PIER: "name: ["}, {PIER: TWO}).of(PIER)
    assert past
    assert [step.moment.day for step in past.steps] == [3]


def test_a_record_that_no_commit_has_is_without_a_past() -> None:
    assert remember({PIER: ONE}).of("places/quay") is None


def test_a_renamed_record_keeps_its_past() -> None:
    moved: dict[str, str | None] = {PIER: None, "places/quay": ONE}
    history = remember({PIER: ONE}, moved, {"places/quay": TWO}, places__pier="places/quay")
    past = history.of("places/quay")
    assert past
    assert past.added.day == 1
    assert [step.renamed_from for step in past.steps] == [PIER, ""]
    assert [(day.day.day, day.added, list(day.corrected), day.removed) for day in history.days] == [
        (3, (), ["places/quay"], {}),
        (2, (), ["places/quay"], {}),
        (1, ("places/quay",), [], {}),
    ]


def test_a_merged_record_goes_and_the_other_keeps_its_own_past() -> None:
    first: dict[str, str | None] = {PIER: ONE, "places/quay": TWO}
    history = remember(first, {PIER: None}, places__pier="places/quay")
    past = history.of("places/quay")
    assert past
    assert past.steps == ()
    assert history.days[0].removed == {PIER: "places/quay"}
    assert history.days[1].added == ("places/quay",)


def test_a_record_may_move_to_another_folder() -> None:
    there: dict[str, str | None] = {"sources/2020/report": TWO, "sources/undated/report": None}
    history = remember({"sources/undated/report": ONE}, there)
    past = history.of("sources/report")
    assert past
    assert [len(step.changes) for step in past.steps] == [1]


def test_days_are_those_of_hong_kong() -> None:
    evening = 1_704_067_200 + 17 * 3600  # 17:00 in UTC
    log = f"commit {evening}\n\n:0 1 {'0' * 40} {'1' * 40} A\tdata/places/pier.yaml"
    ((version,),) = read_log(log).values()
    assert version.moment.date() == date(2024, 1, 2)


@pytest.mark.parametrize(
    "path", ["data/redirects.yaml", "data/places/a b.yaml", "docs/a.md", '"data/places/\\346.yaml"']
)
def test_other_files_are_no_records(path: str) -> None:
    assert read_log(f"commit 1\n\n:0 1 {'0' * 40} {'1' * 40} A\t{path}") == {}


def test_nothing_is_read_before_it_is_asked_for_and_then_once() -> None:
    archive = MemoryArchive({PIER: ONE, "places/quay": ONE}, {PIER: TWO})
    history = History(archive, {})
    assert archive.asked == 0
    for _ in range(3):
        history.of(PIER)
        history.of("places/quay")
    assert len(history.days) == 2
    assert archive.asked == 2
