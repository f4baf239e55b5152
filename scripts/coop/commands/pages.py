"""`coop pages`: the Markdown pages and data files on a disk, as the hook hands them to MkDocs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from coop.commands.project import find_data, has_errors, print_findings, read_project, with_root
from coop.history.git import HistoryReader
from coop.site import build, whole_address, write_bytes


@click.command()
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
@with_root
def command(out: Path, root: Path) -> None:
    """Write every page and data file into a folder.

    They are what MkDocs is given.
    """
    data = find_data(root).resolve()
    if out.resolve() in {root.resolve(), data} or data in out.resolve().parents:
        message = f"{out} is where the records are; give another folder, such as build/pages"
        raise click.UsageError(message)
    loaded, catalog, findings = read_project(root)
    if has_errors(findings):
        print_findings(findings, "text", root, len(loaded.files))
        sys.exit(1)
    docs = root / "docs"
    prose = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(docs.rglob("*.md"))
    }
    history = HistoryReader().read(root, loaded.redirects)
    outputs = build(catalog, prose, whole_address(os.environ.get("SITE_URL")), history)
    for output in outputs:
        target = out / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(write_bytes(output))
    click.echo(f"{len(outputs)} files in {out}", err=True)
