"""The command `coop`: arguments in, exit code out."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coop.catalog import build_catalog
from coop.diagnostics import count_line, render_detailed, render_github, render_json, render_text
from coop.loading import load
from coop.rules import check as check_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coop.catalog import Catalog
    from coop.diagnostics import Finding, Location
    from coop.loading import Loaded

ROOT = Path(__file__).resolve().parents[2]
DATA = "data"
SITE_URL = "http://127.0.0.1:8000/"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Check and publish the co-operation records."""


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT)
def check(paths: tuple[Path, ...], form: str, root: Path) -> None:
    """Check every record; with PATHs, tell only what concerns them."""
    loaded, _, findings = _read(root)
    if paths:
        findings = [finding for finding in findings if _concerns(root, finding.location, paths)]
    _print_findings(findings, form, root, len(loaded.files))
    sys.exit(int(any(finding.code.is_error for finding in findings)))


@cli.command()
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT)
def pages(out: Path, root: Path) -> None:
    """Write every Markdown page and data file into the folder OUT, as MkDocs is given them."""
    loaded, catalog, findings = _read(root)
    if any(finding.code.is_error for finding in findings):
        _print_findings(findings, "text", root, len(loaded.files))
        sys.exit(1)
    from coop.site import build, write_bytes  # noqa: PLC0415 - checking need not wait for it

    docs = root / "docs"
    prose = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(docs.rglob("*.md"))
    }
    outputs = build(catalog, prose, os.environ.get("SITE_URL", SITE_URL))
    for output in outputs:
        target = out / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(write_bytes(output))
    click.echo(f"{len(outputs)} files in {out}", err=True)


def _read(root: Path) -> tuple[Loaded, Catalog, list[Finding]]:
    loaded = load(root / DATA)
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    return loaded, catalog, check_all(loaded, catalog)


def _concerns(root: Path, place: Location, paths: Sequence[Path]) -> bool:
    file = (root / place.path).resolve()
    return any(file.is_relative_to(path.resolve()) for path in paths)


def _print_findings(findings: Sequence[Finding], form: str, root: Path, files: int) -> None:
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


def main() -> None:
    """Run `coop`; a crash of its own exits with 2, as wrong use does."""
    gc.disable()  # in a run of a second that drops nothing, looking for garbage takes a fifth of it
    try:
        cli()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        # The system takes all memory back at once; Python would free every record one by one.
        os._exit(end.code if isinstance(end.code, int) else 2)
    except Exception as error:  # noqa: BLE001 - the exit code tells data errors (1) from crashes (2)
        click.echo(f"coop: {type(error).__name__}: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
