"""An id is published once it is on the branch that changes are merged into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from coop.cli import cli
from tests.repositories import commit, git

if TYPE_CHECKING:
    from pathlib import Path

CITY = "name:\n  en: {}\n  zh-Hant: {}\nkind: city\n"
PIER = CITY.format("Pier", "碼頭")
NEW = CITY.format("New Town", "新市鎮")
LISTED = "# Published\nplaces/pier\n"


def run(project: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, [*words, "--root", str(project)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one published record, and on a branch another that `coop fmt` has met."""
    folder = tmp_path / "project"
    folder.mkdir()
    git(folder, "init", "--initial-branch", "main")
    commit(folder, {"data/places/pier.yaml": PIER, "data/published.txt": LISTED}, 1)
    git(folder, "checkout", "-b", "change")
    (folder / "data/places/new-twon.yaml").write_text(NEW, "utf-8")
    assert run(folder, "fmt")[0] == 0
    assert "places/new-twon\n" in (folder / "data/published.txt").read_text("utf-8")
    return folder


def mend_name(project: Path) -> None:
    (project / "data/places/new-twon.yaml").rename(project / "data/places/new-town.yaml")


def test_what_was_never_merged_may_take_another_name_by_hand(project: Path) -> None:
    mend_name(project)

    assert run(project, "check")[0] == 0
    values = ("name.en=Quay", "name.zh-Hant=渡頭", "kind=zone")
    assert run(project, "new", "place", *(f"--set={value}" for value in values))[0] == 0
    assert run(project, "fmt")[0] == 0
    text = (project / "data/published.txt").read_text("utf-8")
    assert text == "# Published\nplaces/new-town\nplaces/pier\nplaces/quay\n"


def test_its_rename_by_command_leaves_a_redirect_as_every_rename_does(project: Path) -> None:
    assert run(project, "rename", "places/new-twon", "places/new-town")[0] == 0

    redirects = (project / "data/redirects.yaml").read_text("utf-8")
    assert redirects.splitlines()[1:] == ["places/new-twon: places/new-town"]
    assert run(project, "check")[0] == 0


def test_so_may_what_stands_in_commits_of_the_branch(project: Path) -> None:
    commit(project, {}, 2)
    mend_name(project)
    commit(project, {}, 3)

    assert run(project, "check")[0] == 0


def test_what_was_merged_may_not(project: Path) -> None:
    commit(project, {}, 2)
    git(project, "checkout", "main")
    git(project, "merge", "change")
    git(project, "checkout", "-b", "later")
    mend_name(project)

    for _ in range(2):
        code, shown = run(project, "check")
        assert (code, shown.count(" E313 'places/new-twon' was published and is gone")) == (1, 1)
        run(project, "fmt")


def test_a_record_on_the_base_branch_counts_though_its_list_has_it_not(project: Path) -> None:
    git(project, "stash", "--include-untracked")
    git(project, "checkout", "main")
    commit(project, {"data/places/quay.yaml": CITY.format("Quay", "渡頭")}, 2)
    git(project, "checkout", "-b", "later")
    run(project, "fmt")
    (project / "data/places/quay.yaml").unlink()

    assert " E313 'places/quay' was published" in run(project, "check")[1]


def test_of_a_clone_the_branch_of_the_other_side_is_the_base(project: Path, tmp_path: Path) -> None:
    commit(project, {}, 2)
    git(project, "checkout", "main")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", str(project), str(clone))
    (clone / "data/places/new-twon.yaml").write_text(NEW, "utf-8")
    run(clone, "fmt")
    commit(clone, {}, 3)  # on its own main
    mend_name(clone)
    assert run(clone, "check")[0] == 0

    (clone / "data/places/pier.yaml").unlink()
    assert " E313 'places/pier' was published" in run(clone, "check")[1]


def test_where_git_tells_no_base_all_that_is_listed_counts(project: Path) -> None:
    mend_name(project)
    (project / ".git").rename(project / "no-git")

    assert " E313 'places/new-twon' was published" in run(project, "check")[1]
    run(project, "fmt")
    assert "places/new-twon\n" in (project / "data/published.txt").read_text("utf-8")
