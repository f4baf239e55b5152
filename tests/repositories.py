"""Real git repositories, small and made up, whose commits stand a day or more apart."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WHO = ("-c", "user.name=Sample", "-c", "user.email=sample@example.org")


def git(folder: Path, *command: str, day: int = 1) -> None:
    """Run git in a folder, at eight in the evening in Hong Kong on a day of January 2024."""
    moment = f"2024-01-{day:02}T12:00:00Z"
    dated = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    whole = ["git", "-C", str(folder), *_WHO, *command]
    subprocess.run(whole, check=True, capture_output=True, env=os.environ | dated)


def commit(folder: Path, files: dict[str, str], day: int) -> None:
    """Commit everything in a repository after writing some files."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "sample", day=day)
