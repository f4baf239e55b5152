"""The command `coop`: forms of output, exit codes, what a path lets through."""

from __future__ import annotations

import ctypes
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from coop import cli as command
from coop.cli import cli, main
from coop.commands import project
from coop.commands.languages import read_language

HERE = Path(__file__).parent
BAD = HERE / "bad" / "everything"
NOTICE = HERE / "bad" / "N405-ordinal-missing"
GOOD = HERE / "good" / "postponed-then-held"


def run(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, [str(word) for word in words])
    return result.exit_code, result.stdout, result.stderr


def test_exit_codes_and_the_sum_on_the_error_stream() -> None:
    assert run("check", "--root", GOOD) == (0, "", "0 errors, 0 notices in 6 files\n")
    code, text, sums = run("check", "--root", NOTICE)
    assert (code, text.count("\n"), sums) == (0, 1, "0 errors, 1 notice in 4 files\n")
    code, text, sums = run("check", "--root", BAD)
    assert (code, text.count("\n"), sums) == (1, 10, "10 errors, 0 notices in 8 files\n")


@pytest.mark.parametrize(
    "words",
    [
        ["chek"],
        ["check", "--format", "xml"],
        ["check", "/no/file"],
        ["check", "--root", "none"],
        ["pages", "--root", GOOD, "--out", f"{GOOD}/data/pages"],
    ],
)
def test_wrong_use_exits_with_2(words: list[str]) -> None:
    assert run(*words)[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["fmt"],
        ["fmt", "--check"],
        ["draft", __file__],
        ["new", "topic", "--set", "name.en=A"],
        ["rename", "people/a", "people/b"],
        ["stale"],
        ["pages", "--out", "out"],
    ],
    ids=" ".join,
)
def test_a_folder_without_records_is_wrong_use(words: list[str], tmp_path: Path) -> None:
    code, text, told = run(*words, "--root", tmp_path)

    assert (code, text) == (2, "")
    assert f"there is no folder data/ in {tmp_path}" in told
    assert list(tmp_path.iterdir()) == []


def test_a_crash_exits_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Path) -> None:
        raise PermissionError(13, "Permission denied", "data/a.yaml")

    monkeypatch.setattr(project, "load", fail)
    monkeypatch.setattr(sys, "argv", ["coop", "check"])

    with pytest.raises(SystemExit) as caught:
        main()

    assert caught.value.code == 2
    assert "data/a.yaml" in capsys.readouterr().err


def test_json_holds_the_same_findings_as_text() -> None:
    _, text, _ = run("check", "--root", BAD)
    code, shown, sums = run("check", "--root", BAD, "--format", "json")

    rows = json.loads(shown)
    assert code == 1
    assert sums == ""
    places = [f"{row['path']}:{row['line']}:{row['column']}: {row['code']}" for row in rows]
    assert places == [" ".join(line.split()[:2]) for line in text.splitlines()]


@pytest.mark.parametrize(("lang", "means"), [("zh-Hant", "屬限定用詞"), ("zh-Hans", "属限定用词")])
def test_what_the_codes_mean_is_told_in_chinese_beside_the_findings(lang: str, means: str) -> None:
    _, text, sums = run("check", "--root", BAD, "--lang", "en")

    _, shown, told = run("check", "--root", BAD, "--lang", lang)
    _, rows, none = run("check", "--root", BAD, "--lang", lang, "--format", "json")

    assert shown == text
    assert told.startswith(sums)
    assert f"E206 不{means}\n" in told
    assert means not in sums
    assert (len(json.loads(rows)), none) == (len(text.splitlines()), "")


def test_github_form() -> None:
    code, shown, _ = run("check", "--root", NOTICE, "--format", "github")

    assert code == 0
    assert shown.startswith("::notice file=data/meetings/2019/2019-03-01-sample-conference.yaml,")


def test_paths_let_through_only_what_concerns_them(monkeypatch: pytest.MonkeyPatch) -> None:
    meetings = BAD / "data" / "meetings"
    one = meetings / "2020" / "2020-05-02-sample-call.yaml"

    assert run("check", "--root", BAD, one)[1].count("\n") == 1
    assert run("check", "--root", BAD, meetings)[1].count("\n") == 8
    assert run("check", "--root", BAD, one, BAD / "data" / "sources")[1].count("\n") == 2
    assert run("check", "--root", BAD, BAD / "data" / "organisations")[:2] == (0, "")
    monkeypatch.chdir(meetings)
    assert run("check", "--root", BAD, "2020/2020-05-02-sample-call.yaml")[1].count("\n") == 1


def test_a_finding_elsewhere_that_names_the_record_concerns_it() -> None:
    root = HERE / "bad" / "E404-ordinal-out-of-order"
    (told,) = run("check", "--root", root)[1].splitlines()
    blamed = told.rpartition("('")[2].partition("'")[0]
    (file,) = (root / "data").rglob(f"{blamed}.yaml")

    assert file.name not in told.partition(": ")[0]
    assert run("check", "--root", root, file)[:2] == (1, f"{told}\n")


def test_a_file_that_is_no_record_is_not_said_to_be_right(tmp_path: Path) -> None:
    stray = tmp_path / "2020-05-02-sample-call.yaml"
    stray.write_text("kind: call\n")

    assert run("check", "--root", BAD, stray)[0] == 2
    assert run("check", "--root", BAD, BAD) == run("check", "--root", BAD)


def test_on_a_terminal_the_line_and_a_caret_are_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    root = HERE / "bad" / "E308-unknown-post"

    with pytest.raises(SystemExit):
        cli(["check", "--root", str(root)])

    assert screen.getvalue().splitlines()[1:] == [
        "    principals: [{post: sample-office/directer}]",
        "                        ^",
    ]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("slug", ["E106-not-utf8", "E107-empty-file", "E307-redirect-circle"])
def test_a_caret_is_no_trouble_for_files_without_a_line(
    slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    assert run("check", "--root", HERE / "bad" / slug)[0] == 1


def test_what_is_handed_on_is_utf8_whatever_the_system_writes() -> None:
    surroundings = {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(HERE.parent / "scripts")}
    done = subprocess.run(
        [sys.executable, "-m", "coop.cli", "check", "--root", str(BAD), "--lang", "zh-Hant"],
        env={**os.environ, **surroundings},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1, done.stderr
    assert "訪" in done.stdout.decode()
    assert "屬限定用詞" in done.stderr.decode()


@pytest.mark.parametrize(
    ("number", "language"), [(0x0C04, "zh-Hant"), (0x0804, "zh-Hans"), (0x0809, "en")]
)
def test_windows_is_asked_for_its_language(
    number: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    assert read_language(None).value == language


def test_the_command_stands_alone() -> None:
    """Run as a program: warnings are errors, and nothing of the site is loaded for a check."""
    program = (
        "import sys; from coop.cli import cli\n"
        "try: cli()\n"
        "finally: print(sorted({'jinja2', 'babel', 'mkdocs', 'pyromark'} & set(sys.modules)))"
    )
    scripts = str(Path(command.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, "check", "--root", str(GOOD)],
        env={**os.environ, "PYTHONPATH": scripts},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
