"""`coop draft`: the draft of a record from a press release or a news report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coop.catalog import build_catalog
from coop.commands.files import change_files
from coop.commands.project import DATA, find_data, finish_earlier, with_root
from coop.draft.citing import may_be_asked
from coop.draft.composing import compose_files
from coop.draft.drafting import draft_release
from coop.draft.duplicates import find_duplicate, find_overlapping
from coop.draft.past import PastFiles
from coop.draft.text.decoding import UnreadableError
from coop.draft.text.release import read_release
from coop.edtf import DateError, Precision, parse_edtf
from coop.loading import Reader
from coop.model.written.addresses import is_address, why_no_address
from coop.model.written.meant import address_meant, date_written

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coop.draft.composing import DraftFile

_IF_THE_SAME = "If one tells of this event, delete the new files and cite the text there."


def _read_address(_context: click.Context, _option: click.Parameter, text: str) -> str:
    """The address as records have it; what cannot be one is wrong use."""
    text = text.strip()
    if not text or is_address(text):
        return text
    meant = address_meant(text)
    if not is_address(meant):
        raise click.BadParameter(f"'{text}' is no address; {why_no_address(text)}")
    return meant


def _read_day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """The day that an option says, as people write days; what is none is wrong use."""
    if not text:
        return None
    try:
        when = parse_edtf(date_written(text) or text.strip())
    except DateError as error:
        raise click.BadParameter(str(error)) from None
    if when.is_interval or when.precision is not Precision.DAY:
        message = f"'{text}' is no single day such as 2024-02-06"
        raise click.BadParameter(message)
    return when.start


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--published",
    callback=_read_day,
    metavar="DATE",
    help="When the text came out, as 2024-02-06; else it is looked for in the text.",
)
@click.option(
    "--url",
    default="",
    callback=_read_address,
    help="The address of the text; often it holds the date.",
)
@with_root
def command(file: str, published: date | None, url: str, root: Path) -> None:
    """Draft a record from a press release or a news report.

    FILE holds it as text or is a saved page; with - it is read from what is piped or pasted in. The
    meeting or plan, its source, and people, bodies, places and documents without a record are
    written below data/, all or none, and shown. Nothing is written where a record of the event
    seems to exist: then the draft is only shown, and the record named. No sentence of the text is
    taken over.
    """
    data = find_data(root)
    finish_earlier(data)
    raw = _read_input() if file == "-" else Path(file).read_bytes()
    try:
        release = read_release(raw)
    except UnreadableError as error:
        click.echo(f"{file}: {error}", err=True)
        sys.exit(1)
    reader = Reader(may_be_asked(release, url or release.url))
    loaded = reader.load(data)
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    past = PastFiles(reader)
    draft = draft_release(raw, catalog, past, published=published, url=url)
    files = compose_files(draft, catalog, loaded.hosts)
    click.echo("\n".join(f"# {DATA}/{one.path}\n{one.text}" for one in files), nl=False)
    if known := find_duplicate(draft, catalog, past):
        click.echo(f"\nThis is probably {known.ref}; nothing was written.", err=True)
        return
    _write(data, files)
    if near := ", ".join(one.ref for one in find_overlapping(draft, past)):
        click.echo(f"\nOn the same days, with the same people: {near}. {_IF_THE_SAME}", err=True)


def _read_input() -> bytes:
    if sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
        click.echo(f"Paste the text; then, on a line of its own, {end}.", err=True)
    return sys.stdin.buffer.read()


def _write(data: Path, files: Iterable[DraftFile]) -> None:
    new = {one.path: one.text.encode() for one in files}
    if taken := [path for path in new if (data / path).exists()]:
        click.echo(
            f"\n{DATA}/{taken[0]} exists already; nothing was written. If the text has been "
            "drafted before, delete or rename that file; else say more with --url or --published.",
            err=True,
        )
        sys.exit(1)
    change_files(data, new)
    names = [f"{DATA}/{path}" for path in new]
    click.echo("\n" + "\n".join(names), err=True)
    click.echo(f"\nNext, what is left to do: coop check {' '.join(names)}", err=True)
