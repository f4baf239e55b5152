"""The command `coop`: arguments in, exit code out."""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module

import click

_NAMES = ("check", "draft", "fmt", "new", "pages", "rename", "stale")


class _Commands(click.Group):
    """The commands, each loaded when it is called: none need wait for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [*_NAMES]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if name not in _NAMES:
            return None
        found: click.Command = import_module(f"coop.commands.{name}").command
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Check, mend and publish the co-operation records."""


def _write_chinese() -> None:
    """Let what is printed hold every sign, also where a file or program takes it on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            known = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=known, errors="backslashreplace")


def main() -> None:
    """Run `coop`; a crash of its own exits with 2, as wrong use does."""
    _write_chinese()
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
