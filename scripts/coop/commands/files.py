"""Files replaced whole: killed at any moment, each is either the old one or the new one."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_STAGED = ".staged"
_HALF = ".staged.part"
_LIST = "list.json"


def replace_file(path: Path, content: bytes) -> None:
    """Write a file by way of one beside it that takes its place in a single step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, beside)
    beside.replace(path)


def create_file(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet; FileExistsError if it does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        os.link(beside, path)  # unlike a rename, this never takes the place of another file
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with path.open("xb") as file:
            file.write(content)
    finally:
        beside.unlink(missing_ok=True)


def change_files(data: Path, changes: Mapping[str, bytes | None]) -> None:
    """Make several changes below a folder, all or none: new content by path, None to delete.

    They are staged first and carried out once the whole stage stands. After a kill,
    `finish_changes` carries out what was staged whole and drops what was not.
    """
    part, staged = data / _HALF, data / _STAGED
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    for number, content in enumerate(changes.values()):
        if content is not None:
            replace_file(part / f"{number}", content)
    names = [[name, content is not None] for name, content in changes.items()]
    replace_file(part / _LIST, json.dumps(names).encode())
    part.rename(staged)
    finish_changes(data)


def is_unfinished(data: Path) -> bool:
    """Whether a change was staged whole and stopped before it was carried out whole."""
    return (data / _STAGED).is_dir()


def finish_changes(data: Path) -> bool:
    """Carry out what an earlier run staged and did not finish; whether there was anything."""
    shutil.rmtree(data / _HALF, ignore_errors=True)
    for rest in data.rglob(".*.yaml*.part"):  # of a run that was killed
        rest.unlink(missing_ok=True)
    staged = data / _STAGED
    if not staged.is_dir():
        return False
    names = json.loads((staged / _LIST).read_bytes())
    for number, (name, is_kept) in enumerate(names):
        if is_kept:
            replace_file(data / name, (staged / f"{number}").read_bytes())
    for name, is_kept in names:
        if not is_kept:
            (data / name).unlink(missing_ok=True)
    staged.rename(data / _HALF)  # done: what is left of the stage is only to be dropped
    shutil.rmtree(data / _HALF)
    return True
