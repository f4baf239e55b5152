"""`coop fmt`: every record in the one form, or how far each is from it."""

from __future__ import annotations

import difflib
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coop.commands.files import replace_file
from coop.commands.project import (
    find_data,
    finish_earlier,
    print_findings,
    with_root,
)
from coop.diagnostics import Code
from coop.editing.formatting import FormatError, format_record
from coop.history.base import find_fresh
from coop.lists import read_lists
from coop.loading import LOCK
from coop.model import Kind, find_kind
from coop.model.decoding.decode import decode_record
from coop.published import PUBLISHED, change_published, read_published
from coop.yamlio import read_document
from coop.yamlio.faults import tell_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coop.diagnostics import Finding
    from coop.yamlio import Document


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing, show what would change.")
@with_root
def command(paths: tuple[Path, ...], *, only_check: bool, root: Path) -> None:
    """Write records in the one form: order of keys, style, quotes. Comments stay.

    Without PATHs, every record; new ids are then added to the list of published ones, and those
    taken off it that went before they were merged. A file that is not YAML, or where a key has no
    value, is left alone.
    """
    data = find_data(root).resolve()
    if not only_check:
        finish_earlier(data)
    put = partial(_show_change, data.parent) if only_check else replace_file
    findings: list[Finding] = []
    changed = failed = 0
    files = list(_list_records(data, [path.resolve() for path in paths] or [data]))
    for path, kind in files:
        try:
            new, found = _format(data, path, kind)
        except FormatError as error:
            click.echo(str(error), err=True)
            failed += 1
            continue
        findings += found
        if new is None:
            continue
        changed += 1
        put(path, new)
    if not paths and (new := _list_published(data, files)):
        changed += 1
        put(data / PUBLISHED, new)
    if findings:
        print_findings(findings, "text", root, len(files))
    would = "would change" if only_check else "changed"
    click.echo(f"{changed} of {len(files)} files {would}", err=True)
    sys.exit(int(bool(findings or failed or (only_check and changed))))


def _list_records(data: Path, paths: Sequence[Path]) -> Iterator[tuple[Path, Kind]]:
    seen: set[Path] = set()
    for path in paths:
        if not path.is_relative_to(data):
            raise click.UsageError(f"{path} is not in {data}, where the records are")
        for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path]:
            parts = file.relative_to(data).parts
            kind = find_kind(parts[0])
            is_record = file.suffix == ".yaml" and not file.name.startswith(LOCK)
            if kind and len(parts) > 1 and is_record and file not in seen:
                seen.add(file)
                yield file, kind


def _format(data: Path, path: Path, kind: Kind) -> tuple[bytes | None, list[Finding]]:
    name = path.relative_to(data.parent).as_posix()
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, [tell_unreadable(name, path, error)]
    document, findings = read_document(name, raw)
    if findings or not document or (findings := _find_torn(document, kind)):
        return None, findings
    new = format_record(document, kind).encode()
    return (None if new == raw else new), []


def _find_torn(document: Document, kind: Kind) -> list[Finding]:
    """What has no value: where a comma tore a text in two, the one form would hide the place."""
    _, findings = decode_record(document, kind, Path(document.path).stem)
    return [finding for finding in findings if finding.code is Code.NO_VALUE]


def _list_published(data: Path, files: Sequence[tuple[Path, Kind]]) -> bytes | None:
    """The list of published ids with new ones in it; None if there is none or nothing changes.

    What went before it was published is taken off.
    """
    path = data / PUBLISHED
    if not path.is_file():
        return None
    text = path.read_text(encoding="utf-8")
    there = {f"{kind.value}/{file.stem}" for file, kind in files if file.is_file()}
    gone = read_published(text).keys() - there - read_lists(data).redirects.keys()
    new = change_published(text, there, find_fresh(data.parent, gone))
    return None if new == text else new.encode()


def _show_change(project: Path, path: Path, new: bytes) -> None:
    """Print what would change in a file, under its path from the project's root."""
    click.echo(_diff(path.relative_to(project).as_posix(), path, new), nl=False)


def _diff(name: str, path: Path, new: bytes) -> str:
    old = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    lines = [*difflib.unified_diff(old, new.decode().splitlines(keepends=True), name, name)]
    if not lines:
        return f"{name}: nothing but how its lines end, or a mark before the first\n"
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
