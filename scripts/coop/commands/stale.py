"""`coop stale`: what wants looking after. The only command that asks what day it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from coop.commands.project import read_project, with_root
from coop.editing.staleness import list_stale

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--limit", type=click.IntRange(min=0), default=10, help="Lines a section; 0: all.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to go by, if not today.")
@with_root
def command(limit: int, today: datetime | None, root: Path) -> None:
    """List what wants looking after, the most worthwhile first."""
    loaded, catalog, _ = read_project(root)
    paths = {entry.record.ref: entry.document.path for entry in loaded.entries}
    for section in list_stale(catalog, (today or datetime.now(UTC)).date()):
        click.echo(f"{section.title}: {len(section.items)}")
        shown = section.items[: limit or None]
        for item in shown:
            click.echo(f"  {paths[item.ref]}: {item.wants}")
        if rest := len(section.items) - len(shown):
            click.echo(f"  … {rest} more (--limit 0 shows all)")
