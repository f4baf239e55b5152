"""The past of the records as git keeps it: one `git log`, and the files that it names."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from coop.history.past import History

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

# What a branch brought counts once, when it was merged; a path is told from the project's root.
_LOG = (
    *("log", "--first-parent", "-m", "--reverse", "--raw", "--no-abbrev", "--no-renames"),
    *("--relative", "--format=commit %ct", "HEAD", "--", "data"),
)


class GitArchive:
    """An archive of the commit that is checked out in a folder."""

    def __init__(self, root: Path) -> None:
        """Keep the project's folder; git is asked when something is wanted of it."""
        self._root = root

    def find_head(self) -> str:
        """The commit that is checked out; empty without git, and where the past is cut off."""
        try:
            answer = self._run("rev-parse", "--is-shallow-repository", "HEAD")
        except (OSError, subprocess.CalledProcessError):
            return ""
        shallow, head = answer.decode().split()
        return head if shallow == "false" else ""

    def log(self) -> str:
        """The commits that touched data/, as `git log --raw` writes them."""
        return self._run(*_LOG).decode("utf-8", "replace")

    def read(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """The files with some ids."""
        given = "".join(f"{blob}\n" for blob in blobs).encode()
        return dict(_split(self._run("cat-file", "--batch", given=given)))

    def _run(self, *command: str, given: bytes = b"") -> bytes:
        whole = ["git", "-C", str(self._root), *command]
        done = subprocess.run(  # noqa: S603 - constants, and ids that git itself named
            whole, input=given, capture_output=True, check=True
        )
        return done.stdout


def _split(answer: bytes) -> Iterable[tuple[str, bytes]]:
    """The files in an answer of `git cat-file --batch`, each behind `<id> blob <size>`."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        name, word, *size = answer[at:end].decode().split(" ")
        at = end + 1
        if word == "blob":
            last = at + int(size[0])
            yield name, answer[at:last]
            at = last + 1


class HistoryReader:
    """Reads the history of a project, and again only when another commit is checked out."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._known: tuple[str, Mapping[str, str], History] | None = None

    def read(self, root: Path, redirects: Mapping[str, str]) -> History | None:
        """The history of the records; None without git and in a clone that lacks the past."""
        archive = GitArchive(root)
        head = archive.find_head()
        if not head:
            return None
        if self._known is None or self._known[:2] != (head, redirects):
            self._known = (head, redirects, History(archive, redirects))
        return self._known[2]
