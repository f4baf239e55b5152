"""A change to the records tried beside them, before it is written."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from coop.commands.files import change_files
from coop.commands.project import DATA, read_project

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coop.diagnostics import Finding


def try_changes(data: Path, changes: Mapping[str, bytes | None]) -> list[Finding]:
    """What would be wrong with the records after changes: new content by path, None to delete."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(data, root / DATA, symlinks=True)
        change_files(root / DATA, changes)
        return read_project(root, data.parent)[2]
