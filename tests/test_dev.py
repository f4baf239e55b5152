"""What `scripts/dev.py` promises: set-up once, repair, words for what is missing, no lost site."""

import ast
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev
from machine import browser, environment, steps
from machine.steps import SetupError, Step

SCRIPT = Path(dev.__file__)
# A build backend that needs nothing from outside, so that the set-up runs without a network.
BACKEND = """
import zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "toy-1.0-py3-none-any.whl"
    with zipfile.ZipFile(folder + "/" + name, "w") as wheel:
        wheel.writestr("toy.py", "")
        info = "toy-1.0.dist-info/"
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: toy\\nVersion: 1.0\\n")
        tag = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
        wheel.writestr(info + "WHEEL", tag)
        wheel.writestr(info + "RECORD", "")
    return name
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "toy"
version = "1.0"
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a project that can be set up without a network."""
    root = tmp_path / "checkout"
    (root / "scripts").mkdir(parents=True)
    (root / "scripts" / "requirements.txt").write_text("", "utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (root / "backend.py").write_text(BACKEND, "utf-8")
    return root


@pytest.fixture
def ready(checkout: Path) -> Path:
    """Return a project whose environment looks finished."""
    python = environment.venv_python(checkout)
    python.parent.mkdir(parents=True)
    python.touch()
    write_stamp(checkout, *environment.wanted_stamp(checkout))
    return checkout


@pytest.fixture
def taken_port() -> Iterator[int]:
    """Return a port on which somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def write_stamp(root: Path, *lines: str) -> None:
    """Write what a run of the set-up leaves behind."""
    (root / ".venv" / "stamp").write_text("\n".join(lines), "utf-8")


def labels(root: Path) -> list[str]:
    """Return the first words of the steps that are still to be done."""
    return [step.label.split()[0] for step in environment.plan_setup(root)]


def make_program(folder: Path, name: str) -> str:
    """Return the path of a new program that the system would find."""
    program = folder / (f"{name}.exe" if os.name == "nt" else name)
    folder.mkdir(parents=True, exist_ok=True)
    program.touch(mode=0o755)
    return str(program)


def test_set_up_makes_a_working_environment_once(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert environment.set_up(checkout)
    assert len(capsys.readouterr().out.splitlines()) == 4
    command = [str(environment.venv_python(checkout)), "-c", "import toy, sys; print(sys.prefix)"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert Path(printed.strip()).samefile(checkout / ".venv")

    assert not environment.set_up(checkout)
    assert capsys.readouterr().out == ""


def test_an_environment_made_by_hand_is_built_on(checkout: Path) -> None:
    make = [sys.executable, "-m", "venv", str(checkout / ".venv")]
    subprocess.run(make, check=True)
    assert labels(checkout) == ["Installing", "Installing", "Compiling"]


def test_everything_is_made_when_nothing_is_there(checkout: Path) -> None:
    assert labels(checkout) == ["Making", "Installing", "Installing", "Compiling"]


def test_nothing_is_done_when_everything_is_there(ready: Path) -> None:
    assert labels(ready) == []


@pytest.mark.parametrize("name", ["scripts/requirements.txt", "pyproject.toml"])
def test_a_change_of_what_is_needed_installs_again(ready: Path, name: str) -> None:
    (ready / name).write_text("# changed", "utf-8")
    assert labels(ready) == ["Installing", "Installing", "Compiling"]


def test_a_half_made_environment_is_made_again(ready: Path) -> None:
    write_stamp(ready, "unfinished")
    assert labels(ready) == ["Making", "Installing", "Installing", "Compiling"]


def test_an_environment_without_its_python_is_made_again(ready: Path) -> None:
    environment.venv_python(ready).unlink()
    assert labels(ready) == ["Making", "Installing", "Installing", "Compiling"]


def test_an_environment_from_another_folder_is_made_again(ready: Path) -> None:
    moved = ready.rename(ready.with_name("moved"))
    assert labels(moved) == ["Making", "Installing", "Installing", "Compiling"]


def test_an_environment_of_another_python_is_made_again(
    ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert labels(ready) == ["Making", "Installing", "Installing", "Compiling"]


def test_a_failed_set_up_is_not_taken_for_a_finished_one(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_after_making(step: Step) -> None:
        if not step.label.startswith("Making"):
            raise SetupError(step.label)
        make_program(environment.venv_python(checkout).parent, "python")

    monkeypatch.setattr(environment, "run_step", fail_after_making)
    with pytest.raises(SetupError):
        environment.set_up(checkout)
    assert labels(checkout) == ["Making", "Installing", "Installing", "Compiling"]


def test_a_missing_venv_module_is_named(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(SetupError, match="apt-get install python3-venv"):
        environment.plan_setup(checkout)


def test_a_step_that_fails_shows_what_the_command_said(capsys: pytest.CaptureFixture[str]) -> None:
    program = "print('the disk is full'); raise SystemExit(3)"
    with pytest.raises(SetupError, match="Trying failed\nthe disk is full"):
        steps.run_step(Step("Trying", [sys.executable, "-c", program]))
    assert capsys.readouterr().out == "Trying ... failed\n"


def test_a_missing_network_is_told_from_other_failures(checkout: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        index = f"http://127.0.0.1:{listener.getsockname()[1]}"
    options = ["--isolated", "--retries", "1", "--index-url", index, "--target", str(checkout)]
    pip = [sys.executable, "-m", "pip", "install", *options, "toy"]
    with pytest.raises(SetupError, match="is this machine online"):
        steps.run_step(Step("Installing", pip))


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13), (2, 7, 18)])
def test_an_old_python_is_told_what_it_lacks(version: tuple[int, int, int]) -> None:
    complaint = dev.complain_of_python(version)
    have = ".".join(str(number) for number in version)
    assert complaint.startswith(f"Python 3.11 or newer is needed, and this is {have}; ")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_a_new_python_is_not_complained_of(version: tuple[int, int, int]) -> None:
    assert dev.complain_of_python(version) == ""


def test_a_newer_python_on_the_machine_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_program(tmp_path, "python3.12")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "python3.12 scripts/dev.py" in dev.complain_of_python((3, 9, 6))


def test_an_old_python_stops_before_anything_else() -> None:
    program = (
        "import runpy, sys; sys.version_info = (3, 8, 18)\n"
        "runpy.run_path(sys.argv[1], run_name='__main__')"
    )
    command = [sys.executable, "-c", program, str(SCRIPT), "test"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("dev.py: Python 3.11 or newer is needed, and this is 3.8.18")
    assert "Traceback" not in done.stderr


def test_an_old_python_can_parse_the_script() -> None:
    tree = ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 6))
    futures = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert "__future__" not in {node.module for node in futures}  # 3.6 knows no annotations


def test_a_taken_port_is_said_with_another_to_try(
    taken_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["serve", "--port", str(taken_port)]) == 2
    message = capsys.readouterr().err
    assert f"port {taken_port} is taken" in message
    other = int(message.split()[-1])
    assert other != taken_port
    assert dev.is_free(other)


def test_a_port_is_free_again_when_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert not dev.is_free(port)
    assert dev.is_free(port)


def test_the_browser_that_the_environment_names_comes_first(tmp_path: Path) -> None:
    make_program(tmp_path / "path", "chromium")
    mine = make_program(tmp_path / "mine", "browser")
    environment = {"PATH": str(tmp_path / "path"), "CHROMIUM": mine}
    assert browser.find_browser(environment) == mine


def test_a_browser_that_is_named_and_not_there_is_an_error(tmp_path: Path) -> None:
    make_program(tmp_path, "chromium")
    environment = {"PATH": str(tmp_path), "CHROMIUM": str(tmp_path / "gone")}
    with pytest.raises(SetupError, match=r"CHROMIUM is set to .*gone"):
        browser.find_browser(environment)


def test_chromium_is_taken_before_chrome_and_edge(tmp_path: Path) -> None:
    for name in ("microsoft-edge", "google-chrome", "chromium"):
        program = make_program(tmp_path, name)
        assert browser.find_browser({"PATH": str(tmp_path)}) == program


@pytest.mark.skipif(
    any(shutil.which(name) for name in browser.BROWSER_NAMES[-3:]),
    reason="a browser of macOS is here",
)
def test_a_browser_of_windows_is_found_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Google" / "Chrome" / "Application"
    program = folder / "chrome.exe"
    folder.mkdir(parents=True)
    program.touch(mode=0o755)
    (tmp_path / "empty").mkdir()
    found = browser.find_browser({"PATH": str(tmp_path / "empty"), "ProgramFiles": str(tmp_path)})
    assert Path(found) == program
    assert browser.find_browser({"PATH": str(tmp_path / "empty")}) == ""


def test_a_way_to_a_browser_that_fails_leads_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def obey(step: Step) -> None:
        if step.label == "first":
            raise SetupError("the first way is closed")
        make_program(tmp_path, "chromium")

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "BROWSER_NAMES", ("chromium",))
    monkeypatch.setattr(browser, "find_playwright_browser", lambda: "")
    monkeypatch.setattr(browser, "plan_browser", lambda: [[Step("first", [])], [Step("2", [])]])
    monkeypatch.setattr(browser, "run_step", obey)
    assert Path(browser.obtain_browser()).parent == tmp_path
    assert "the first way is closed" in capsys.readouterr().out


class Commands:
    """Commands that are noted instead of run; each returns the exit code that it is given."""

    def __init__(self, **codes: int) -> None:
        self.codes = codes
        self.seen: list[tuple[list[str], dict[str, str]]] = []

    def __call__(self, command: list[str], **environment: str) -> int:
        """Note a command, write a page when it is a build, and return its exit code."""
        self.seen.append((command, environment))
        if "--site-dir" in command:
            page = Path(command[-1]) / "index.html"
            page.parent.mkdir()
            page.write_text("new", "utf-8")
        name = command[2].rpartition(".")[2]
        return self.codes.get(name, 0)


@pytest.fixture
def project(ready: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a finished project with a good site, in which dev.py works."""
    (ready / "site").mkdir()
    (ready / "site" / "index.html").write_text("good", "utf-8")
    monkeypatch.setattr(dev, "ROOT", ready)
    return ready


def test_a_build_replaces_the_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands()
    monkeypatch.setattr(dev, "run", commands)
    assert dev.main(["build"]) == 0
    assert (project / "site" / "index.html").read_text("utf-8") == "new"
    assert "--strict" in commands.seen[0][0]
    assert list(project.glob(".site-*")) == []


@pytest.mark.parametrize("broken", ["mkdocs", "internal"])
def test_a_build_that_fails_keeps_the_last_good_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    monkeypatch.setattr(dev, "run", Commands(**{broken: 1}))
    assert dev.main(["build"]) == 1
    assert (project / "site" / "index.html").read_text("utf-8") == "good"
    assert list(project.glob(".site-*")) == []


def test_a_site_that_cannot_be_replaced_is_kept(project: Path) -> None:
    with pytest.raises(SetupError, match="could not be replaced"):
        dev.replace_folder(project / "missing", project / "site", project / "aside")
    assert (project / "site" / "index.html").read_text("utf-8") == "good"


@pytest.mark.usefixtures("project")
def test_tests_get_the_browser_and_the_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(pytest=1)
    monkeypatch.setattr(dev, "run", commands)
    monkeypatch.setattr(dev, "obtain_browser", lambda: "/the/browser")
    assert dev.main(["test", "-x", "tests/test_dev.py"]) == 1
    command, environment = commands.seen[0]
    assert command[-2:] == ["-x", "tests/test_dev.py"]
    assert "not browser" not in command
    assert environment == {"CHROMIUM": "/the/browser"}


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "collected", "code"),
    [
        (["--no-browser"], "tests/a.py::test_a\ntests/a.py::test_b\n\n2 tests collected", 0),
        ([], "tests/a.py::test_a\ntests/a.py::test_b\n\n2 tests collected", 2),
        ([], "no tests collected", 0),
    ],
)
def test_tests_left_out_for_want_of_a_browser_are_counted(
    arguments: list[str], collected: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands()
    monkeypatch.setattr(dev, "run", commands)
    monkeypatch.setattr(dev, "obtain_browser", lambda: "")
    monkeypatch.setattr(dev, "read_output", lambda _command: collected)
    said: list[str] = []
    monkeypatch.setattr(dev, "say", said.append)
    assert dev.main(["test", *arguments]) == code
    assert commands.seen[0][0][-2:] == ["-m", "not browser"]
    assert said == [f"Tests left out because they need a browser: {collected.count('::')}"]


@pytest.mark.usefixtures("project")
def test_pictures_without_a_browser_say_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "obtain_browser", lambda: "")
    assert dev.main(["shots"]) == 2
    assert "Install Chromium" in capsys.readouterr().err


@pytest.mark.usefixtures("project")
def test_serving_writes_the_editor_schemas_first(
    monkeypatch: pytest.MonkeyPatch, taken_port: int
) -> None:
    commands = Commands()
    monkeypatch.setattr(dev, "run", commands)
    free = next(port for port in range(taken_port, 65536) if dev.is_free(port))
    assert dev.main(["serve", "--port", str(free)]) == 0
    modules = [command[2] for command, _ in commands.seen]
    assert modules == ["coop.editing.completion", "mkdocs"]
    assert commands.seen[-1][0][-1] == f"127.0.0.1:{free}"


@pytest.mark.usefixtures("project")
def test_a_missing_git_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "run", Commands())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dev.main(["build"]) == 0
    assert "git was not found" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bake"],
        ["build", "--fast"],
        ["serve", "--port", "x"],
        ["serve", "--port", "0"],
        ["serve", "--port", "65536"],
    ],
)
def test_wrong_use_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.main(arguments)
    assert stopped.value.code == 2
