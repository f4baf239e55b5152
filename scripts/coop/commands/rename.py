"""`coop rename`: another id for a record, in every place that names it, all or nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import click

from coop.commands.files import change_files
from coop.commands.project import (
    find_data,
    finish_earlier,
    print_findings,
    read_project,
    with_root,
)
from coop.commands.trial import try_changes
from coop.diagnostics import count
from coop.editing.renaming import (
    RenameError,
    find_in_the_way,
    find_new_errors,
    is_renamed,
    read_reference,
    rename_record,
)
from coop.published import PUBLISHED, change_published, read_published

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coop.diagnostics import Finding


@click.command()
@click.argument("old")
@click.argument("new")
@with_root
def command(old: str, new: str, root: Path) -> None:
    """Give a record another id, in every file that names it.

    OLD and NEW are written as <plural>/<id>, such as people/chan-tai-man, or as the names of the
    files. A redirect leads from the old address to the new one. If it is stopped half-way, the same
    command once more completes it.
    """
    data = find_data(root)
    finish_earlier(data)
    old, new = read_reference(old), read_reference(new)
    loaded, catalog, before = read_project(root)
    try:
        if is_renamed(catalog, old, new):
            click.echo(f"{old} is called {new} already", err=True)
            return
        if errors := find_in_the_way(loaded, old, lambda path: _read(root / path)):
            why = f"these files may name {old} and cannot be read as they are; mend them first"
            _refuse(errors, root, why)
        texts = rename_record(loaded, catalog, old, new)
    except RenameError as error:
        raise click.UsageError(str(error)) from None
    others = len(texts) - 3  # the file under its two names, and the list of redirects
    changes = {name: None if text is None else text.encode() for name, text in texts.items()}
    changes |= _list_published(data, old, new)
    if errors := find_new_errors(before, try_changes(data, changes), old, new):
        _refuse(errors, root, "the rename would bring these errors")
    change_files(data, changes)
    click.echo(f"{old} is now {new}; {count(others, 'other file')} changed", err=True)


def _refuse(errors: Sequence[Finding], root: Path, why: str) -> NoReturn:
    paths = {finding.location.path for finding in errors}
    print_findings(errors, "text", root, len(paths))
    click.echo(f"nothing was changed: {why}", err=True)
    sys.exit(1)


def _read(path: Path) -> str | None:
    """The text of a file, empty where there is none; None if it cannot be told."""
    try:
        return path.read_text("utf-8") if path.is_file() else ""
    except (OSError, UnicodeDecodeError):
        return None


def _list_published(data: Path, old: str, new: str) -> dict[str, bytes]:
    """The list of published ids with the new one beside the old, if that has been published.

    A record that never was leaves no trace in it, so that it may still be taken back.
    """
    path = data / PUBLISHED
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return (
        {PUBLISHED: change_published(text, [new]).encode()} if old in read_published(text) else {}
    )
