#!/usr/bin/env python3
"""Set up, serve, build and test the site, with nothing but Python and git to begin with.

Standard library only, in syntax that Python 3.6 can parse: an old Python is told in words what it
lacks, before anything newer runs.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")


def complain_of_python(version: "tuple[int, ...]") -> str:
    """Return what to say when this Python is too old, or nothing when it will do."""
    if version[:2] >= OLDEST:
        return ""
    have = ".".join(str(number) for number in version[:3])
    newer = next((name for name in NEWER_NAMES if shutil.which(name)), "")
    advice = f"this machine has one: {newer} scripts/dev.py" if newer else "see python.org"
    return f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, and this is {have}; {advice}"


TOO_OLD = complain_of_python(tuple(sys.version_info[:3]))
if TOO_OLD:
    sys.stderr.write(f"dev.py: {TOO_OLD}\n")
    sys.exit(2)

ROOT = Path(__file__).resolve().parent.parent
NO_INDEX = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Could not fetch URL",
)
NO_VENV = "this Python lacks its venv module; on Debian and Ubuntu: apt-get install python3-venv"
NO_BROWSER = (
    "no browser was found. Install Chromium, Chrome or Edge, or set CHROMIUM to the path of one; "
    "or run the tests without one: python3 scripts/dev.py test --no-browser"
)
BROWSER_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
WINDOWS_BROWSERS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as tools: print(tools.chromium.executable_path)"
)


class SetupError(Exception):
    """Something that this machine lacks, said in words for the person in front of it."""


class Step(NamedTuple):
    """A command of the set-up, and what it does in words."""

    label: str
    command: list[str]


def say(text: str, end: str = "\n") -> None:
    """Write a line at once, so that it stands before what a command prints."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


def child_environment(**more: str) -> dict[str, str]:
    """Return the environment for the commands: UTF-8 everywhere, no banners."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    return {**os.environ, **quiet, **more}


def run(command: list[str], **environment: str) -> int:
    """Run a command in the foreground and return its exit code; Ctrl-C is left to the command."""
    with subprocess.Popen(command, cwd=ROOT, env=child_environment(**environment)) as process:
        before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            while True:
                with contextlib.suppress(KeyboardInterrupt):
                    return process.wait()
        finally:
            signal.signal(signal.SIGTERM, before)


def read_output(command: list[str]) -> str:
    """Return what a command prints on its standard output, whether it succeeds or not."""
    done = subprocess.run(
        command, cwd=ROOT, env=child_environment(), capture_output=True, check=False
    )
    return done.stdout.decode("utf-8", "replace")


def explain_failure(step: Step, output: str) -> str:
    """Return why a step failed, with what the command itself said."""
    offline = any(sign in output for sign in NO_INDEX)
    reason = ": the package index could not be reached; is this machine online?" if offline else ""
    return f"{step.label} failed{reason}\n{output.rstrip()}"


def run_step(step: Step) -> None:
    """Run a command of the set-up: one line with the time it took, its own words if it fails."""
    started = time.monotonic()
    output: deque[str] = deque(maxlen=15)
    say(f"{step.label} ...", end=" ")
    with subprocess.Popen(
        step.command,
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            output.append(line)
            if sys.stdout.isatty():
                say(f"\r{step.label} ... {time.monotonic() - started:.0f} s ", end="")
    if sys.stdout.isatty():
        say(f"\r{step.label} ...", end=" ")
    say("failed" if process.returncode else f"{time.monotonic() - started:.0f} s")
    if process.returncode:
        raise SetupError(explain_failure(step, "".join(output)))


def venv_python(root: Path) -> Path:
    """Return where the Python of the virtual environment is, or will be."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted_stamp(root: Path) -> list[str]:
    """Return what a finished environment is stamped with: who made it where, and from what."""
    made = "Python {}.{} in {}".format(*sys.version_info[:2], root / ".venv")
    digest = hashlib.sha256()
    for name in ("scripts/requirements.txt", "pyproject.toml"):
        digest.update((root / name).read_bytes())
    return [made, digest.hexdigest()]


def read_stamp(root: Path) -> list[str]:
    """Return the lines of the stamp; none when dev.py did not make the environment."""
    try:
        return (root / ".venv" / "stamp").read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []


def is_sound(python: Path) -> bool:
    """Return whether an environment without a stamp can be built on."""
    version = "(python {}.{})".format(*sys.version_info)
    return python.exists() and version in read_output([str(python), "-m", "pip", "--version"])


def plan_setup(root: Path) -> list[Step]:
    """Return the steps that are still to be done; none when all of it is there."""
    python, found, wanted = venv_python(root), read_stamp(root), wanted_stamp(root)
    if found == wanted and python.exists():
        return []
    pip = [str(python), "-m", "pip", "install"]
    lock = str(root / "scripts" / "requirements.txt")
    editable = ["--no-deps", "--no-build-isolation", "-e", str(root)]
    fill = [
        Step("Installing the locked packages", [*pip, "--require-hashes", "-r", lock]),
        Step("Installing this project", [*pip, *editable]),
        # as pip does with all that it copies; a run may not be allowed to keep what it compiles
        Step("Compiling it", [str(python), "-m", "compileall", "-q", str(root / "scripts")]),
    ]
    if (found[:1] == wanted[:1] and python.exists()) or (not found and is_sound(python)):
        return fill
    if not importlib.util.find_spec("ensurepip"):
        raise SetupError(NO_VENV)
    base = getattr(sys, "_base_executable", "") or sys.executable
    make = [base, "-m", "venv", "--clear", str(root / ".venv")]
    return [Step("Making .venv", make), *fill]


def set_up(root: Path) -> bool:
    """Make the virtual environment whole and return whether there was anything to do."""
    steps = plan_setup(root)
    stamp = root / ".venv" / "stamp"
    for step in steps:
        if stamp.parent.exists():
            stamp.write_text("unfinished", "utf-8")
        run_step(step)
    if steps:
        stamp.write_text("\n".join(wanted_stamp(root)), "utf-8")
    return bool(steps)


def write_editor_schemas() -> None:
    """Write the schemas that editors complete records by; records that fail do not stop this."""
    if run([str(venv_python(ROOT)), "-m", "coop.editing.completion"]):
        say("The schemas for editors could not be written; completion may be out of date.")


def prepare() -> None:
    """Set up what is missing before a command runs."""
    if set_up(ROOT):
        write_editor_schemas()
    if not shutil.which("git"):
        say("git was not found: the pages will come without their history.")


def is_free(port: int) -> bool:
    """Return whether nobody listens on this port of this machine."""
    with socket.socket() as probe:
        if os.name != "nt":  # where the option would allow a port that is taken
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def require_port(port: int) -> None:
    """Raise with another port to try when this one is taken or not allowed."""
    if is_free(port):
        return
    other = next((near for near in range(max(port, 8000) + 1, 65536) if is_free(near)), 8000)
    command = f"python3 scripts/dev.py serve --port {other}"
    raise SetupError(f"port {port} is taken by another program; try another: {command}")


def serve(options: argparse.Namespace) -> int:
    """Serve the site until Ctrl-C; a save reloads the page."""
    require_port(options.port)
    prepare()
    write_editor_schemas()
    mkdocs = [str(venv_python(ROOT)), "-m", "mkdocs"]
    return run([*mkdocs, "serve", "--dev-addr", f"127.0.0.1:{options.port}"])


def replace_folder(new: Path, old: Path, aside: Path) -> None:
    """Put a folder in the place of an old one, which goes aside, or change nothing at all."""
    try:
        if old.exists():
            old.rename(aside)
        new.rename(old)
    except OSError as error:
        if aside.exists() and not old.exists():
            aside.rename(old)
        raise SetupError(f"{old} could not be replaced, is it in use? {error}") from error


def build(_options: argparse.Namespace) -> int:
    """Build and check the site beside the last good one, and only then put it in its place."""
    prepare()
    python, started = str(venv_python(ROOT)), time.monotonic()
    with tempfile.TemporaryDirectory(prefix=".site-", dir=ROOT) as folder:
        new = Path(folder) / "site"
        mkdocs = [python, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
        links = [python, "-m", "coop.links.internal", str(new), os.environ.get("SITE_URL", "")]
        if run(mkdocs) or run(links):
            say("The build failed; site/ is as it was.")
            return 1
        replace_folder(new, ROOT / "site", Path(folder) / "old")
    say(f"The finished site is in site/ ({time.monotonic() - started:.0f} s).")
    return 0


def find_browser(environment: Mapping[str, str]) -> str:
    """Return the browser that CHROMIUM names, else the first one that this machine has."""
    path = environment.get("PATH", os.defpath)
    chosen = environment.get("CHROMIUM", "")
    programs = [environment.get(key) for key in WINDOWS_FOLDERS]
    windows = [f"{folder}/{name}" for folder in programs if folder for name in WINDOWS_BROWSERS]
    names = [chosen] if chosen else [*BROWSER_NAMES, *windows]
    found = next(filter(None, (shutil.which(name, path=path) for name in names)), "")
    if chosen and not found:
        raise SetupError(f"CHROMIUM is set to {chosen}, and no program is there")
    return found


def find_playwright_browser() -> str:
    """Return the Chromium that Playwright has downloaded before, if it has."""
    path = read_output([str(venv_python(ROOT)), "-c", PLAYWRIGHT_PATH]).strip()
    return path if path and Path(path).exists() else ""


def is_debian_root() -> bool:
    """Return whether Debian's packages can be installed without asking anyone."""
    with contextlib.suppress(OSError):
        is_debian = platform.freedesktop_os_release()["ID"] == "debian"
        return is_debian and getattr(os, "geteuid", lambda: 1)() == 0
    return False


def plan_browser() -> list[list[Step]]:
    """Return the ways in which this machine may get a browser, the best first."""
    apt = ["apt-get", "install", "-y", "chromium", "fonts-noto-cjk"]
    debian = [
        Step("Reading Debian's list of packages", ["apt-get", "update"]),
        Step("Installing Chromium", apt),
    ]
    playwright = [str(venv_python(ROOT)), "-m", "playwright", "install", "chromium"]
    download = [Step("Downloading Chromium", playwright)]
    return [debian, download] if is_debian_root() else [download]


def obtain_browser() -> str:
    """Return a browser, if need be a new one; nothing when there is none to be had."""
    found = find_browser(os.environ) or find_playwright_browser()
    for way in [] if found else plan_browser():
        try:
            for step in way:
                run_step(step)
        except (SetupError, OSError) as error:
            say(str(error))
        found = find_browser(os.environ) or find_playwright_browser()
        if found:
            break
    return found


def test(options: argparse.Namespace) -> int:
    """Run the tests; those that need a browser are left out when there is none, and counted."""
    prepare()
    browser = "" if options.no_browser else obtain_browser()
    pytest = [str(venv_python(ROOT)), "-m", "pytest"]
    workers = ["-n", "auto"] if (os.cpu_count() or 1) > 1 else []
    if browser:
        return run([*pytest, *workers, *options.rest], CHROMIUM=browser)
    code = run([*pytest, *workers, "-m", "not browser", *options.rest])
    counting = [*pytest, "-m", "browser", *options.rest, "-n0", "--collect-only", "--verbosity=-1"]
    count = sum("::" in line for line in read_output(counting).splitlines())
    say(f"Tests left out because they need a browser: {count}")
    if count and not options.no_browser:
        raise SetupError(NO_BROWSER)
    return code


def shots(options: argparse.Namespace) -> int:
    """Take pictures of the pages in a real browser."""
    prepare()
    browser = obtain_browser()
    if not browser:
        raise SetupError(NO_BROWSER)
    command = [str(venv_python(ROOT)), "tests/browser/shots.py", *options.rest]
    return run(command, CHROMIUM=browser)


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """Return the command and its options; what test and shots hand on is in `rest`."""
    parser = argparse.ArgumentParser(prog="dev.py", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    for command in (serve, build, test, shots):
        one = commands.add_parser(command.__name__, help=command.__doc__, allow_abbrev=False)
        one.set_defaults(run=command)
        if command is serve:
            one.add_argument("--port", type=int, default=8000)
        if command is test:
            one.add_argument("--no-browser", action="store_true", help="leave out browser tests")
    options, rest = parser.parse_known_args(arguments)
    if rest and options.run not in (test, shots):
        parser.error("unknown arguments: " + " ".join(rest))
    options.rest = rest
    return options


def main(arguments: list[str]) -> int:
    """Do what the command line asks for and return the exit code."""
    options = parse_arguments(arguments)
    try:
        return int(options.run(options))
    except (SetupError, OSError) as error:
        sys.stderr.write(f"dev.py: {error}\n")
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
