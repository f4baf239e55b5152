"""`coop rename`: another id for a record, in every place that names it, all or nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from coop.commands.files import change_files, finish_changes
from coop.commands.project import (
    DATA,
    has_errors,
    print_findings,
    read_project,
    with_root,
)
from coop.commands.trial import try_changes
from coop.editing.renaming import RenameError, is_renamed, rename_record
from coop.published import PUBLISHED, add_published, read_published

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("old")
@click.argument("new")
@with_root
def command(old: str, new: str, root: Path) -> None:
    """Rename the record OLD to NEW, both as <plural>/<id>, and leave a redirect.

    If it is stopped half-way, the same command once more completes it.
    """
    data = root / DATA
    if finish_changes(data):
        click.echo("an earlier change that had been stopped is now complete", err=True)
    loaded, catalog, _ = read_project(root)
    try:
        if is_renamed(catalog, old, new):
            click.echo(f"{old} is called {new} already", err=True)
            return
        texts = rename_record(loaded, catalog, old, new)
    except RenameError as error:
        raise click.UsageError(str(error)) from None
    others = len(texts) - 3  # the file under its two names, and the list of redirects
    changes = {name: None if text is None else text.encode() for name, text in texts.items()}
    changes |= _list_published(data, old, new)
    findings = try_changes(data, changes)
    if has_errors(findings):
        errors = [finding for finding in findings if finding.code.is_error]
        print_findings(errors, "text", root, len(loaded.files))
        click.echo("nothing was changed: the records would have these errors", err=True)
        sys.exit(1)
    change_files(data, changes)
    click.echo(f"{old} is now {new}; {others} other files changed", err=True)


def _list_published(data: Path, old: str, new: str) -> dict[str, bytes]:
    """The list of published ids with the new one beside the old, if that has been published.

    A record that never was leaves no trace in it, so that it may still be taken back.
    """
    path = data / PUBLISHED
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {PUBLISHED: add_published(text, [new]).encode()} if old in read_published(text) else {}
