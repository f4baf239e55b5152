"""`python -m tests.killing WORK ARGUMENT…`: `coop` killed at every step that writes, one by one.

In each copy of WORK/project, named WORK/0, WORK/1, …, a process of its own runs the command and
kills itself before one more of the steps that change a file. The last copy is that of the run which
came to its end; the number of copies is printed. Needs `os.fork`.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from coop.cli import cli
from coop.commands import fmt, rename  # noqa: F401 - loaded once, before the processes part

_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link"}


def kill_before(step: int, below: str) -> None:
    """Let this process be killed before a certain one of its changes in a folder, from 0."""
    left = step

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
        if (event in _CHANGES or writes) and below in str(arguments[0]):
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(watch)
    vars(os)["fsync"] = lambda _: (
        None
    )  # what is killed, unlike a machine, need not wait for the disk


def run_in_a_process(project: Path, step: int, arguments: list[str]) -> bool:
    """Whether the command, killed before a step, came to its end first."""
    child = os.fork()
    if not child:
        kill_before(step, str(project / "data"))
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - what it says is no matter here
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        try:
            cli([*arguments, "--root", str(project)], standalone_mode=False)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return not os.WIFSIGNALED(status)


def main() -> None:
    """Kill the command at every step."""
    work, arguments = Path(sys.argv[1]), sys.argv[2:]
    for step in count():
        project = work / str(step)
        shutil.copytree(work / "project", project)
        if run_in_a_process(project, step, arguments):
            sys.stdout.write(f"{step + 1}\n")
            return


if __name__ == "__main__":
    main()
