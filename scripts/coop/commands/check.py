"""`coop check`: every finding about the records, and whether one of them is an error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coop.commands.project import has_errors, print_findings, read_project, with_root

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coop.diagnostics import Location


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
@with_root
def command(paths: tuple[Path, ...], form: str, root: Path) -> None:
    """Check every record; with PATHs, tell only what concerns them."""
    loaded, _, findings = read_project(root)
    if paths:
        findings = [finding for finding in findings if _concerns(root, finding.location, paths)]
    print_findings(findings, form, root, len(loaded.files))
    sys.exit(int(has_errors(findings)))


def _concerns(root: Path, place: Location, paths: Sequence[Path]) -> bool:
    file = (root / place.path).resolve()
    return any(file.is_relative_to(path.resolve()) for path in paths)
