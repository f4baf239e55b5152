"""Commands that are run for a person who looks on: in the foreground, or as steps of a set-up."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections import deque
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
NO_INDEX = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Could not fetch URL",
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
