"""What every command begins with: the project's folder, its records, and how findings are shown."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coop.catalog import build_catalog
from coop.commands.files import finish_changes
from coop.diagnostics import count_line, render_detailed, render_github, render_json, render_text
from coop.history.base import forget_fresh
from coop.loading import load
from coop.rules import check as check_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coop.catalog import Catalog
    from coop.diagnostics import Finding, Location
    from coop.loading import Loaded

ROOT = Path(__file__).resolve().parents[3]
DATA = "data"

with_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=ROOT,
    help="The project's folder, if it is not the one that coop lies in.",
)


def find_data(root: Path) -> Path:
    """The folder of records in a project's folder; raises click.UsageError if there is none."""
    data = root / DATA
    if not data.is_dir():
        raise click.UsageError(f"there is no folder {DATA}/ in {root}")
    return data


def read_project(root: Path, home: Path | None = None) -> tuple[Loaded, Catalog, list[Finding]]:
    """The records below a project's folder, their catalogue, and all that is wrong with them.

    `home` is the folder that a copy was made of: git knows only that. Raises click.UsageError where
    there is no folder of records.
    """
    loaded = forget_fresh(load(find_data(root)), home or root)
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    return loaded, catalog, check_all(loaded, catalog)


def finish_earlier(data: Path) -> None:
    """Complete what an earlier command was stopped in, and say so."""
    if finish_changes(data):
        click.echo("an earlier change that had been stopped is now complete", err=True)


def has_errors(findings: Sequence[Finding]) -> bool:
    """Whether any of the findings stops a build."""
    return any(finding.code.is_error for finding in findings)


def print_findings(findings: Sequence[Finding], form: str, root: Path, files: int) -> None:
    """Print findings in a form (text, github, json) and, but for JSON, their sum."""
    if form == "json":
        click.echo(render_json(findings), nl=False)
        return
    if form == "github":
        click.echo(render_github(findings), nl=False)
    elif sys.stdout.isatty():
        click.echo(render_detailed(findings, lambda place: _line(root, place)), nl=False)
    else:
        click.echo(render_text(findings), nl=False)
    click.echo(count_line(findings, files), err=True)


def _line(root: Path, place: Location) -> str:
    try:
        lines = (root / place.path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[place.line - 1] if place.line <= len(lines) else ""
