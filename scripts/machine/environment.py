"""The virtual environment: what it is made from, whether it still is, and how it is made."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from typing import TYPE_CHECKING

from machine.steps import SetupError, Step, read_output, run_step

if TYPE_CHECKING:
    from pathlib import Path

NO_VENV = "this Python lacks its venv module; on Debian and Ubuntu: apt-get install python3-venv"


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
