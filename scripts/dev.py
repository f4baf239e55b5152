#!/usr/bin/env python3
"""Set up, serve, build and test the site, with nothing but Python and git to begin with.

Standard library only, in syntax that Python 3.6 can parse: an old Python is told in words what it
lacks, before anything newer runs.
"""

import argparse
import os
import shutil
import socket
import sys
import tempfile
import time
from pathlib import Path

OLDEST = (3, 11)
MOST_PORTS = 65535
COMMAND = "py scripts\\dev.py" if os.name == "nt" else "python3 scripts/dev.py"
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

from machine.browser import NO_BROWSER, obtain_browser  # noqa: E402 - not before that is told
from machine.environment import set_up, venv_python  # noqa: E402 - the same
from machine.steps import ROOT, SetupError, read_output, run, say  # noqa: E402 - the same


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


def read_port(text: str) -> int:
    """Return the number of a port; raise with the numbers that there are when it is none."""
    number = int(text) if text.isdecimal() else 0
    if not 0 < number <= MOST_PORTS:
        raise argparse.ArgumentTypeError(f"a number from 1 to {MOST_PORTS} expected, not {text}")
    return number


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
    other = next(
        (near for near in range(max(port, 8000) + 1, MOST_PORTS + 1) if is_free(near)), 8000
    )
    command = f"{COMMAND} serve --port {other}"
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
            one.add_argument("--port", type=read_port, default=8000)
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
