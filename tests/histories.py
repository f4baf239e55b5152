"""Made-up pasts of records: an archive in memory, filled commit by commit."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from coop.history.past import History

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coop.history.past import Archive

NOTHING = "0" * 40
DAY = 86_400
FIRST = 1_704_067_200  # the start of 2024 in UTC, eight in the morning in Hong Kong


class MemoryArchive:
    """Commits held in memory, a day apart: files by their paths below data/, None where one goes.

    It counts how often it is asked.
    """

    def __init__(self, *commits: Mapping[str, str | None]) -> None:
        """Keep the commits, oldest first."""
        self._commits = commits
        self._files: dict[str, bytes] = {}
        self.asked = 0

    def log(self) -> str:
        """What `git log --raw` would write of them."""
        self.asked += 1
        lines: list[str] = []
        before: dict[str, str] = {}
        for number, commit in enumerate(self._commits):
            lines.append(f"commit {FIRST + number * DAY}")
            for path, text in commit.items():
                raw = (text or "").encode()
                blob = hashlib.sha1(raw, usedforsecurity=False).hexdigest() if text else NOTHING
                self._files[blob] = raw
                old = before.get(path, NOTHING)
                lines.append(f":100644 100644 {old} {blob} M\tdata/{path}.yaml")
                before[path] = blob
        return "\n".join(lines)

    def read(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """The files with some ids."""
        self.asked += 1
        return {blob: self._files[blob] for blob in blobs if blob in self._files}


def remember(*commits: Mapping[str, str | None], **redirects: str) -> History:
    """The history of some commits, a day apart from 1 January 2024 on; `a__b` stands for `a/b`."""
    archive: Archive = MemoryArchive(*commits)
    return History(archive, {key.replace("__", "/"): new for key, new in redirects.items()})
