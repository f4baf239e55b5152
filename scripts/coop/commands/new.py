"""`coop new`: a record from answers to plain questions, or from options."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from coop.commands.asking import Asking
from coop.commands.files import create_file
from coop.commands.languages import read_language, with_language
from coop.commands.project import (
    DATA,
    find_data,
    finish_earlier,
    has_errors,
    print_findings,
    read_project,
    with_root,
)
from coop.commands.prompting import is_wanted
from coop.commands.trial import try_changes
from coop.diagnostics import Code, closest
from coop.editing.formatting import write_record
from coop.editing.starting import (
    QUESTIONS,
    build_tree,
    describe_field,
    list_languages,
    split_answer,
    suggest_id,
)
from coop.model import Kind, find_kind
from coop.model.decoding.decode import decode_record
from coop.model.folders import file_of
from coop.text import is_id
from coop.words import load_words
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coop.catalog import Catalog
    from coop.editing.starting import Answer, Field
    from coop.words import Words

_KINDS = {kind.singular: kind for kind in Kind}


class _KindName(click.Choice[str]):
    """A kind by its name, be it in capitals or in the plural, as the folders are called."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        kind = find_kind(value.casefold().strip("/").removeprefix(f"{DATA}/"))
        return kind.singular if kind else super().convert(value.casefold(), param, ctx)


@click.command()
@click.argument("kind", type=_KindName(sorted(_KINDS)), metavar="KIND")
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="KEY=VALUE",
    help="A value, for example date=2024-02-06 or name.en=…; then nothing is asked.",
)
@with_language("the questions")
@with_root
def command(kind: str, values: tuple[str, ...], lang: str | None, root: Path) -> None:
    """Write a new record of a KIND.

    KIND is meeting, plan, platform, person, organisation, place, topic or source. What is needed is
    asked for, or taken from --set, where a list takes commas and `principals.0.post` is the post of
    the first of the principals. No file is ever overwritten.
    """
    words = load_words(read_language(lang))
    data = find_data(root)
    finish_earlier(data)
    _, catalog, before = read_project(root)
    wanted = _KINDS[kind]
    answers = _read_options(catalog, wanted, values) if values else _ask_all(catalog, wanted, words)
    record_id = str(answers.pop("id", "")) or suggest_id(wanted, build_tree(answers))
    if not record_id:
        raise click.UsageError("no id follows from the answers; give one with --set id=…")
    if not is_id(record_id):
        raise click.UsageError(f"'{record_id}' is no id. {words('new.no_id')}")
    name, text = _write(wanted, record_id, answers)
    if taken := catalog.records[wanted].get(record_id):
        raise click.UsageError(f"{taken.ref} exists already; nothing was written")
    found = {*try_changes(data, {name: text.encode()})} - {*before}
    findings = sorted(one for one in found if one.code is not Code.SOURCE_UNUSED)  # of course not
    if findings:
        print_findings(findings, "text", root, 1)
    if has_errors(findings) and (values or not _is_to_be_mended(words)):
        click.echo(f"{words('new.not_written')}\n\n{text}", err=True)
        sys.exit(1)
    try:
        create_file(data / name, text.encode())
    except FileExistsError:
        raise click.UsageError(f"{data / name} exists already; nothing was written") from None
    click.echo(f"{DATA}/{name}")
    if not values:
        click.echo(words("new.next", file=f"{DATA}/{name}"), err=True)


def _is_to_be_mended(words: Words) -> bool:
    """Whether a record with mistakes is to be written all the same: answers are not to be lost."""
    try:
        return is_wanted(words("new.anyway"), words)
    except click.Abort:
        return False


def _read_options(catalog: Catalog, kind: Kind, values: Sequence[str]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for value in values:
        key, sign, text = value.partition("=")
        if not sign:
            raise click.UsageError(f"'{value}' is not KEY=VALUE")
        answers[key] = text if key == "id" else split_answer(_field(catalog, kind, key), text)
    for key in answers:
        if any(other.startswith(f"{key}.") for other in answers):
            raise click.UsageError(f"'{key}' is given as a whole and in parts; keep the parts")
    return answers


def _field(catalog: Catalog, kind: Kind, key: str) -> Field:
    try:
        field = describe_field(catalog, kind, key)
        keys = list_languages(kind, key)
    except KeyError:
        near = closest(key, QUESTIONS[kind])
        more = f"; did you mean '{near}'?" if near else ""
        raise click.UsageError(f"a {kind.singular} has no key '{key}'{more}") from None
    if keys:
        message = (
            f"'{key}' is a text in several languages; give {', '.join(keys[:-1])} or {keys[-1]}"
        )
        raise click.UsageError(message)
    return field


def _ask_all(catalog: Catalog, kind: Kind, words: Words) -> dict[str, Answer]:
    asking = Asking(catalog, kind, words)
    try:
        asking.ask_all()
    except click.Abort:  # Ctrl-C, Ctrl-D, or the end of what is piped in
        click.echo(f"\n{words('new.stopped')}", err=True)
        if tree := build_tree(asking.answers):
            click.echo(f"\n{write_record(tree, kind)}", err=True, nl=False)
        sys.exit(1)
    return asking.answers


def _write(kind: Kind, record_id: str, answers: Mapping[str, Answer]) -> tuple[str, str]:
    """Return the path below data/ and the text of a new record."""
    text = write_record(build_tree(answers), kind)
    document, _ = read_document("", text.encode())
    record = decode_record(document, kind, record_id)[0] if document else None
    return file_of(record) if record else f"{kind.value}/{record_id}.yaml", text
