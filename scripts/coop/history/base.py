"""What is published, as git knows it: the records on the branch that changes are merged into.

An id that is only on the list of published ones of this change is not published yet: its file may
still take another name, or go.
"""

from __future__ import annotations

import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

from coop.model.folders import name_record
from coop.published import PUBLISHED, read_published

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from coop.loading import Loaded

# The base is the main branch of another repository that is known here, else that of this one.
_BASES = (
    ("refs/remotes/*/HEAD", "refs/remotes/*/main", "refs/remotes/*/master"),
    ("refs/heads/main", "refs/heads/master"),
)


def forget_fresh(loaded: Loaded, root: Path) -> Loaded:
    """The records of a project without those listed ids that went before they were published."""
    there = {name_record(path) for path in loaded.files}
    fresh = find_fresh(root, loaded.published.keys() - there - loaded.redirects.keys())
    kept = {ref: line for ref, line in loaded.published.items() if ref not in fresh}
    return replace(loaded, published=kept) if fresh else loaded


def find_fresh(root: Path, gone: Iterable[str]) -> frozenset[str]:
    """Those of some listed ids without a record that never were on the base branch.

    None where git does not tell which branch that is: then each is taken to have been there.
    """
    gone = frozenset(gone)
    try:
        return gone - _list_published(root) if gone else gone
    except (OSError, subprocess.CalledProcessError):
        return frozenset()


def _list_published(root: Path) -> frozenset[str]:
    """The ids of the records on the base branch, and those on its own list of published ones."""
    found: set[str] = set()
    for base in _find_bases(root):
        files = _ask(root, "ls-tree", "-r", "-z", "--name-only", base, "--", "data").split("\0")
        found.update(filter(None, map(name_record, files)))
        if f"data/{PUBLISHED}" in files:
            found.update(read_published(_ask(root, "show", f"{base}:./data/{PUBLISHED}")))
    return frozenset(found)


def _find_bases(root: Path) -> list[str]:
    for patterns in _BASES:
        if found := _ask(root, "for-each-ref", "--format=%(refname)", *patterns).split():
            return found
    raise FileNotFoundError


def _ask(root: Path, *command: str) -> str:
    whole = ["git", "-C", str(root), *command]
    done = subprocess.run(whole, capture_output=True, check=True)  # noqa: S603 - names of git's own
    return done.stdout.decode("utf-8", "replace")
