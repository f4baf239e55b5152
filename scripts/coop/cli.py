"""The command `coop`: arguments in, exit code out."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coop.commands.project import has_errors, print_findings, read_project, with_root

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coop.diagnostics import Location

SITE_URL = "http://127.0.0.1:8000/"
_ON_CALL = ("draft", "fmt", "new", "rename", "stale")


class _Commands(click.Group):
    """Commands of which most are loaded only when they are called: a check need not wait."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted((*super().list_commands(ctx), *_ON_CALL))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _ON_CALL:
            return super().get_command(ctx, name)
        found: click.Command = import_module(f"coop.commands.{name}").command
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Check, mend and publish the co-operation records."""


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
@with_root
def check(paths: tuple[Path, ...], form: str, root: Path) -> None:
    """Check every record; with PATHs, tell only what concerns them."""
    loaded, _, findings = read_project(root)
    if paths:
        findings = [finding for finding in findings if _concerns(root, finding.location, paths)]
    print_findings(findings, form, root, len(loaded.files))
    sys.exit(int(has_errors(findings)))


@cli.command()
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
@with_root
def pages(out: Path, root: Path) -> None:
    """Write every Markdown page and data file into the folder OUT, as MkDocs is given them."""
    loaded, catalog, findings = read_project(root)
    if has_errors(findings):
        print_findings(findings, "text", root, len(loaded.files))
        sys.exit(1)
    # checking need not wait for these
    from coop.history.git import HistoryReader  # noqa: PLC0415 - as above
    from coop.site import build, write_bytes  # noqa: PLC0415 - as above

    docs = root / "docs"
    prose = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(docs.rglob("*.md"))
    }
    history = HistoryReader().read(root, loaded.redirects)
    outputs = build(catalog, prose, os.environ.get("SITE_URL", SITE_URL), history)
    for output in outputs:
        target = out / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(write_bytes(output))
    click.echo(f"{len(outputs)} files in {out}", err=True)


def _concerns(root: Path, place: Location, paths: Sequence[Path]) -> bool:
    file = (root / place.path).resolve()
    return any(file.is_relative_to(path.resolve()) for path in paths)


def main() -> None:
    """Run `coop`; a crash of its own exits with 2, as wrong use does."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # else all packages are searched
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
