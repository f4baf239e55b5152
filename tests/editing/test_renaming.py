"""`coop rename` and the way files are written: all or nothing, whenever it is stopped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from coop.cli import cli
from coop.commands.files import change_files, create_file, finish_changes, replace_file
from tests.samples import NAME, SOURCE, check_folder, write_files

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT = SOURCE.replace("2020-05-01", "2020-05-03")
ROOT = Path(__file__).resolve().parents[2]
MEETING = (
    "# why it is here\n"
    "name: {en: Sample, zh-Hant: 示例}\nkind: call\nstatus: held\ndate: 2020-05-02\n"
    "place: 'pier'   # where\nprincipals:\n- {post: office/head}\n"
    "outcomes:\n- kind: agreed\n  text: {en: The pier is a pier.}\n"
    '  led_to: [places/pier, "organisations/office"]\n  sources: [{id: report, at: para 1}]\n'
    "sources: [ report ]\n"
)
FILES = {
    "meetings/2020/2020-05-02-call": MEETING,
    "organisations/office": NAME
    + "side: hksar\nplace: pier\nposts: [{id: head, name: {en: Head, zh-Hant: 首長}}]\n",
    "places/pier": NAME + "id: pier\nkind: zone\n",
    "sources/2020/report": REPORT,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_files(tmp_path / "data", FILES)
    return tmp_path


def run(project: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["rename", "--root", str(project), *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def snapshot(project: Path) -> dict[str, bytes]:
    data = project / "data"
    return {
        path.relative_to(data).as_posix(): path.read_bytes()
        for path in sorted(data.rglob("*"))
        if path.is_file() and not path.relative_to(data).parts[0].startswith(".")
    }


def text(project: Path, name: str) -> str:
    return (project / "data" / f"{name}.yaml").read_text("utf-8")


def test_only_the_id_changes_wherever_it_is_named(project: Path) -> None:
    assert run(project, "places/pier", "places/old-pier")[0] == 0

    changed = MEETING.replace("'pier'", "'old-pier'").replace("places/pier", "places/old-pier")
    assert text(project, "meetings/2020/2020-05-02-call") == changed
    assert "place: old-pier\n" in text(project, "organisations/office")
    assert "id: old-pier\n" in text(project, "places/old-pier")
    assert text(project, "redirects").endswith("\nplaces/pier: places/old-pier\n")
    assert not (project / "data" / "places" / "pier.yaml").exists()
    assert not [finding for finding in check_folder(project / "data") if finding.code.is_error]


def test_what_was_in_the_one_form_is_in_it_afterwards(project: Path) -> None:
    CliRunner().invoke(cli, ["fmt", "--root", str(project)])
    long = "-".join(["pier"] * 20)
    assert run(project, "places/pier", f"places/{long}")[0] == 0
    assert f"\n      - places/{long}\n" in text(project, "meetings/2020/2020-05-02-call")

    done = CliRunner().invoke(cli, ["fmt", "--check", "--root", str(project)])

    assert (done.exit_code, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("old", "others"), [("places/pier", "2 other files"), ("sources/report", "1 other file")]
)
def test_the_number_of_other_files_is_told(project: Path, old: str, others: str) -> None:
    assert f"; {others} changed\n" in run(project, old, f"{old}-2")[1]


def test_mistakes_that_have_nothing_to_do_with_it_do_not_hinder(project: Path) -> None:
    broken = {
        "places/quay": "name: [",
        "places/new-pier": "kind: town\n",
        "topics/t": NAME,
        "organisations/lost": NAME + "side: hksar\nplace: nowhere\n",
        "organisations/at": NAME + "side: hksar\nplace: pier\nsuccessor: nobody\n",
    }
    write_files(project / "data", broken)
    if os.name != "nt":  # where links need rights of their own
        (project / "data" / "places" / "gone.yaml").symlink_to("nowhere")

    code, shown = run(project, "places/pier", "places/old-pier")

    assert (code, shown) == (0, "places/pier is now places/old-pier; 3 other files changed\n")
    assert "place: old-pier\n" in text(project, "organisations/at")
    assert text(project, "places/quay") == "name: ["


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("places/quay", "name: [\npart_of: pier\n"),
        ("places/quay", "kind: town\npart_of: pier\n"),
        ("places/quay", NAME + "kind: zone\npart_of: pier\npart_of: pier\n"),
        ("places/pier", "name: [\n"),
        ("redirects", "places/a: [\n"),
        ("places/quay", "name: {zh-Hant: 碼頭}\n"),
    ],
)
def test_a_file_that_may_name_it_and_cannot_be_read_is_in_the_way(
    project: Path, name: str, content: str
) -> None:
    file = project / "data" / f"{name}.yaml"
    file.write_bytes(content.encode("big5"))
    before = snapshot(project)

    code, shown = run(project, "places/pier", "places/old-pier")

    assert code == 1
    assert shown.startswith(f"data/{name}.yaml:")
    assert "these files may name places/pier and cannot be read as they are" in shown
    assert snapshot(project) == before


def test_a_published_id_stays_listed_beside_the_new_one(project: Path) -> None:
    listed = project / "data" / "published.txt"
    listed.write_text("# Published\nplaces/pier\n", "utf-8")
    assert run(project, "places/pier", "places/old-pier")[0] == 0

    assert listed.read_text("utf-8") == "# Published\nplaces/old-pier\nplaces/pier\n"
    assert not [finding for finding in check_folder(project / "data") if finding.code.is_error]


def test_what_never_was_published_is_not_listed_by_a_rename(project: Path) -> None:
    listed = project / "data" / "published.txt"
    listed.write_text("# Published\nsources/report\n", "utf-8")
    run(project, "places/pier", "places/old-pier")
    assert listed.read_text("utf-8") == "# Published\nsources/report\n"


def test_posts_and_sources_are_named_by_their_new_ids(project: Path) -> None:
    assert run(project, "organisations/office", "organisations/bureau")[0] == 0
    assert run(project, "sources/report", "sources/report-1")[0] == 0

    changed = text(project, "meetings/2020/2020-05-02-call")
    assert "- {post: bureau/head}" in changed
    assert '"organisations/bureau"' in changed
    assert "sources: [{id: report-1, at: para 1}]\nsources: [ report-1 ]\n" in changed
    assert text(project, "sources/2020/report-1") == REPORT


def test_a_meeting_moves_to_the_folder_of_its_year(project: Path) -> None:
    assert run(project, "meetings/2020-05-02-call", "meetings/2021-05-02-call")[0] == 0

    assert text(project, "meetings/2021/2021-05-02-call") == MEETING


def test_a_second_rename_leads_every_old_id_to_the_record(project: Path) -> None:
    run(project, "places/pier", "places/b")
    run(project, "places/b", "places/c")
    assert text(project, "redirects").splitlines()[1:] == [
        "places/b: places/c", "places/pier: places/c"
    ]  # fmt: skip

    run(project, "places/c", "places/pier")
    assert text(project, "redirects").splitlines()[1:] == [
        "places/b: places/pier", "places/c: places/pier"
    ]  # fmt: skip


def test_the_names_of_the_files_will_do(project: Path) -> None:
    code, shown = run(project, "data/places/pier.yaml", "./data/places/old-pier.yaml")

    assert (code, "places/pier is now places/old-pier" in shown) == (0, True)
    assert (project / "data/places/old-pier.yaml").is_file()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("places/peer", "places/x", "there is no 'places/peer'; did you mean 'places/pier'?"),
        ("place/pier", "places/x", "unknown kind 'place'; did you mean 'places'?"),
        ("pier", "places/x", "write <plural>/<id>; did you mean 'places/pier'?"),
        ("pier", "quay", "did you mean 'places/pier'?"),
        ("places/pier", "quay", "write <plural>/<id>, such as people/chan-tai-man"),
        ("places/pier", "topics/pier", "a record keeps its kind"),
        ("places/pier", "places/Old_Pier", "is no id"),
        ("places/pier", "places/pier", "'places/pier' is called so"),
    ],
)
def test_what_cannot_be_is_refused(project: Path, old: str, new: str, said: str) -> None:
    before = snapshot(project)

    code, shown = run(project, old, new)

    assert code == 2
    assert said in shown
    assert snapshot(project) == before


def test_a_record_that_lies_beside_the_folder_is_no_hindrance(project: Path) -> None:
    (project / "quay.yaml").write_text(f"{NAME}kind: zone\n", "utf-8")

    assert run(project, "places/pier", "places/old-pier")[0] == 0


def test_an_id_that_leads_elsewhere_is_not_used_again(project: Path) -> None:
    run(project, "places/pier", "places/b")
    code, shown = run(project, "organisations/office", "organisations/bureau")
    assert code == 0, shown
    write_files(project / "data", {"places/quay": NAME.replace("Sample", "Quay") + "kind: zone\n"})

    code, shown = run(project, "places/quay", "places/pier")

    assert (code, "an id is never used again" in shown) == (2, True)


def test_a_rename_that_would_be_an_error_changes_nothing(project: Path) -> None:
    before = snapshot(project)

    code, shown = run(project, "meetings/2020-05-02-call", "meetings/sample-call")

    assert code == 1
    assert "E309" in shown
    assert "nothing was changed" in shown
    assert snapshot(project) == before


class Killed(BaseException):
    """Stands for the end of the process."""


def kill_at(step: int, monkeypatch: pytest.MonkeyPatch, below: Path) -> None:
    """Let the process end before a certain one of its steps in the folder, counted from 0."""
    left = step

    def wrap(call: Callable[..., object]) -> Callable[..., object]:
        def counted(path: Path, *rest: object, **more: object) -> object:
            nonlocal left
            if path.is_relative_to(below):
                if left == 0:
                    raise Killed
                left -= 1
            return call(path, *rest, **more)

        return counted

    for name in ("replace", "rename", "unlink", "mkdir", "open"):
        monkeypatch.setattr(Path, name, wrap(getattr(Path, name)))


def test_killed_at_any_step_each_file_is_old_or_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"a.yaml": b"old a", "b.yaml": b"old b", "gone.yaml": b"gone"}
    changes = {"a.yaml": b"new a", "b.yaml": b"new b", "gone.yaml": None, "c/d.yaml": b"new d"}
    new = {name: content for name, content in changes.items() if content is not None}
    step, finished, outcomes = 0, False, set()
    while not finished:
        project = tmp_path / str(step)
        (project / "data").mkdir(parents=True)
        for name, content in old.items():
            (project / "data" / name).write_bytes(content)
        with monkeypatch.context() as patched:
            kill_at(step, patched, project / "data")
            try:
                change_files(project / "data", changes)
                finished = True
            except Killed:
                pass
        between = snapshot(project)
        for name, content in between.items():
            if not name.endswith(".part"):
                assert content in {old.get(name), new.get(name)}, (step, name)

        finish_changes(project / "data")

        after = snapshot(project)
        assert after in (old, new), step
        assert not list((project / "data").glob(".*")), step
        outcomes.add(after == new)
        step += 1
    assert outcomes == {True, False}
    assert step > 10


COMMANDS = {
    "fmt": ["fmt"],
    "rename": ["rename", "places/pier", "places/old-pier"],
    "meeting": ["rename", "meetings/2020-05-02-call", "meetings/2021-05-02-call"],
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot part a process in two")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_killed_for_good_leaves_each_file_old_or_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(
        os, "fsync", lambda _: None
    )  # what is killed, unlike a machine, need not wait
    write_files(tmp_path / "project" / "data", FILES)
    command = [sys.executable, "-m", "tests.killing", str(tmp_path), *COMMANDS[name]]
    places = {"PYTHONPATH": os.pathsep.join((str(ROOT / "scripts"), str(ROOT)))}
    done = subprocess.run(
        command, env=os.environ | places, cwd=ROOT, capture_output=True, text=True, check=True
    )
    runs = int(done.stdout)
    old, new = snapshot(tmp_path / "project"), snapshot(tmp_path / f"{runs - 1}")
    assert old != new
    assert runs > 8
    contents = {*old.values(), *new.values()}

    for step in range(runs - 1):
        project = tmp_path / f"{step}"
        records = {n: c for n, c in snapshot(project).items() if not n.endswith(".part")}
        assert set(records.values()) <= contents, step
        assert set(records) <= {*old, *new}, step

        CliRunner().invoke(cli, [*COMMANDS[name], "--root", str(project)])

        assert snapshot(project) == new, step
        assert not list((project / "data").rglob(".*")), step


def test_a_rename_that_was_killed_is_completed_by_the_next_run(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("coop.commands.files.replace_file", _replace_and_die(project))
        with pytest.raises(Killed):
            CliRunner().invoke(
                cli, ["rename", "--root", str(project), "places/pier", "places/b"],
                standalone_mode=False, catch_exceptions=False,
            )  # fmt: skip
    assert (project / "data" / "places" / "pier.yaml").exists()
    checked = CliRunner().invoke(cli, ["check", "--root", str(project)])
    assert checked.stderr.endswith("a change was stopped half-way; 'coop fmt' completes it\n")

    code, shown = run(project, "places/pier", "places/b")

    assert code == 0
    assert "is now complete" in shown
    assert "called places/b already" in shown
    assert not (project / "data" / "places" / "pier.yaml").exists()
    assert not [finding for finding in check_folder(project / "data") if finding.code.is_error]


def _replace_and_die(project: Path) -> Callable[[Path, bytes], None]:
    def replace(path: Path, content: bytes) -> None:
        replace_file(path, content)
        if path.is_relative_to(project / "data" / "places"):
            raise Killed

    return replace


def test_a_file_that_is_there_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a" / "b.yaml"
    create_file(path, b"first")
    with pytest.raises(FileExistsError):
        create_file(path, b"second")

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(FileExistsError):
        create_file(path, b"second")
    create_file(tmp_path / "c.yaml", b"third")

    assert path.read_bytes() == b"first"
    assert (tmp_path / "c.yaml").read_bytes() == b"third"
    assert [one.name for one in path.parent.iterdir()] == ["b.yaml"]


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)

    replace_file(path, b"new")

    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
