"""The history comes from a real repository, and is quietly absent where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.history.git import HistoryReader
from tests.repositories import commit, git

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PIER = "data/places/pier.yaml"


def make_repository(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "--initial-branch", "main")
    commit(folder, {PIER: "name: {en: Pier}\n"}, 1)
    commit(folder, {"other.txt": "something else\n"}, 2)
    commit(folder, {PIER: "name: {en: Quay}\n"}, 3)
    return folder


def test_commits_are_read_from_git(tmp_path: Path) -> None:
    history = HistoryReader().read(make_repository(tmp_path / "project"), {})
    assert history
    assert [day.day.isoformat() for day in history.days] == ["2024-01-03", "2024-01-01"]
    past = history.of("places/pier")
    assert past
    assert past.steps[0].changes == ((("name", "en"), "Pier", "Quay"),)


def test_what_a_branch_brought_counts_when_it_was_merged(tmp_path: Path) -> None:
    project = make_repository(tmp_path / "project")
    git(project, "checkout", "-b", "branch")
    commit(project, {PIER: "name: {en: Jetty}\n"}, 4)
    git(project, "checkout", "main")
    commit(project, {"data/places/quay.yaml": "name: {en: Quay}\n"}, 5)
    git(project, "merge", "--no-ff", "branch", day=6)
    history = HistoryReader().read(project, {})
    assert history
    assert [day.day.day for day in history.days] == [6, 5, 3, 1]
    assert list(history.days[0].corrected) == ["places/pier"]


def test_a_project_may_lie_below_its_repository(tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init")
    commit(outer, {f"project/{PIER}": "name: {en: Pier}\n"}, 1)
    commit(outer, {"data/places/other.yaml": "name: {en: Other}\n"}, 2)
    history = HistoryReader().read(outer / "project", {})
    assert history
    assert [day.added for day in history.days] == [("places/pier",)]


def test_a_history_is_kept_until_something_is_committed(tmp_path: Path) -> None:
    project = make_repository(tmp_path / "project")
    reader = HistoryReader()
    first = reader.read(project, {})
    assert reader.read(project, {}) is first
    assert reader.read(project, {"places/old": "places/pier"}) is not first
    commit(project, {PIER: "name: {en: Jetty}\n"}, 4)
    later = reader.read(project, {})
    assert later
    assert len(later.days) == 3


def test_there_is_none_in_a_shallow_clone(tmp_path: Path) -> None:
    project = make_repository(tmp_path / "project")
    git(tmp_path, "clone", "--depth", "1", project.as_uri(), "shallow")
    assert HistoryReader().read(tmp_path / "shallow", {}) is None


def test_there_is_none_outside_a_repository_or_before_the_first_commit(tmp_path: Path) -> None:
    assert HistoryReader().read(tmp_path, {}) is None
    git(tmp_path, "init")
    assert HistoryReader().read(tmp_path, {}) is None


def test_there_is_none_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_repository(tmp_path / "project")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert HistoryReader().read(project, {}) is None
