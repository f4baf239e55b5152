"""`coop new`: a record from answers to plain questions, or from options."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from coop.commands.files import create_file, finish_changes
from coop.commands.project import (
    DATA,
    has_errors,
    print_findings,
    read_project,
    try_changes,
    with_root,
)
from coop.diagnostics import Code, closest
from coop.formatting import write_record
from coop.model import Kind
from coop.model.decode import decode_record
from coop.rules.references import year_folder
from coop.starting import (
    QUESTIONS,
    Field,
    build_tree,
    describe_field,
    find_choices,
    suggest_id,
)
from coop.text import is_id
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coop.catalog import Catalog
    from coop.diagnostics import Finding

_MOST_SHOWN = 12
_LATER = {Code.MISSING_KEY, Code.STATEMENT_WITHOUT_SOURCE}
_KINDS = {kind.singular: kind for kind in Kind}
Answer = str | list[str]


@click.command()
@click.argument("kind", type=click.Choice(sorted(_KINDS)))
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="KEY=VALUE",
    help="A value, for example date=2024-02-06 or name.en=…; then nothing is asked.",
)
@with_root
def command(kind: str, values: tuple[str, ...], root: Path) -> None:
    """Write a new record of a KIND; asks for what is needed, or takes it from --set.

    A list takes commas; `principals.0.post` is the post of the first of the principals.
    """
    data = root / DATA
    finish_changes(data)
    _, catalog, before = read_project(root)
    wanted = _KINDS[kind]
    answers = _read_options(catalog, wanted, values) if values else _ask_all(catalog, wanted)
    record_id = str(answers.pop("id", "")) or suggest_id(wanted, build_tree(answers))
    if not is_id(record_id):
        raise click.UsageError("no id follows from the answers; give one with --set id=…")
    name, text = _write(wanted, record_id, answers)
    if taken := catalog.records[wanted].get(record_id):
        raise click.UsageError(f"{taken.ref} exists already; nothing was written")
    findings = sorted({*try_changes(data, {name: text.encode()})} - {*before})
    if findings:
        print_findings(findings, "text", root, 1)
    if has_errors(findings):
        click.echo(f"nothing was written; it would have been:\n\n{text}", err=True)
        sys.exit(1)
    try:
        create_file(data / name, text.encode())
    except FileExistsError:
        raise click.UsageError(f"{data / name} exists already; nothing was written") from None
    click.echo(f"{DATA}/{name}")


def _read_options(catalog: Catalog, kind: Kind, values: Sequence[str]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for value in values:
        key, sign, text = value.partition("=")
        if not sign:
            raise click.UsageError(f"'{value}' is not KEY=VALUE")
        answers[key] = text if key == "id" else _split(_field(catalog, kind, key), text)
    return answers


def _field(catalog: Catalog, kind: Kind, key: str) -> Field:
    try:
        return describe_field(catalog, kind, key)
    except KeyError:
        near = closest(key, [known for known, _ in QUESTIONS[kind]])
        more = f"; did you mean '{near}'?" if near else ""
        raise click.UsageError(f"a {kind.singular} has no key '{key}'{more}") from None


def _split(field: Field, text: str) -> Answer:
    if not field.is_list:
        return text.strip()
    return [part.strip() for part in text.split(",") if part.strip()]


def _ask_all(catalog: Catalog, kind: Kind) -> dict[str, Answer]:
    click.echo("Leave empty what the source does not say. Names and ids both find a record.")
    answers: dict[str, Answer] = {}
    for key, question in QUESTIONS[kind]:
        answers[key] = _ask(kind, key, question, describe_field(catalog, kind, key))
    meant = suggest_id(kind, build_tree(answers))
    answers["id"] = click.prompt("Id, the name of the file", default=meant or None)
    return answers


def _ask(kind: Kind, key: str, question: str, field: Field) -> Answer:
    if field.is_closed:
        click.echo(f"  {', '.join(field.choices)}")
    while True:
        text = click.prompt(question, default="", show_default=False).strip()
        parts = _split(field, text)
        found = [_choose(field, part) for part in ([parts] if isinstance(parts, str) else parts)]
        if not all(found) and text:
            continue
        answer: Answer = found if field.is_list else "".join(found)
        findings = _check(kind, key, answer) if text else []
        if not findings:
            return answer
        for finding in findings:
            click.echo(f"  {finding.message}")


def _choose(field: Field, text: str) -> str:
    if not field.choices or not text:
        return text
    found = find_choices(field.choices, text)
    if len(found) == 1:
        if found[0] != text:
            click.echo(f"  → {found[0]}")
        return found[0]
    near = closest(text, field.choices)
    if not found:
        click.echo(f"  nothing is called '{text}'" + (f"; did you mean '{near}'?" if near else ""))
    for key in found[:_MOST_SHOWN]:
        click.echo(f"  {key}  {field.choices[key]}".rstrip())
    if len(found) > _MOST_SHOWN:
        click.echo(f"  … {len(found) - _MOST_SHOWN} more; add a word")
    return ""


def _check(kind: Kind, key: str, answer: Answer) -> list[Finding]:
    text = write_record(build_tree({key: answer}), kind)
    document, findings = read_document("", text.encode())
    if document:
        findings += decode_record(document, kind, "new")[1]
    return [finding for finding in findings if finding.code not in _LATER]


def _write(kind: Kind, record_id: str, answers: Mapping[str, Answer]) -> tuple[str, str]:
    """Return the path below data/ and the text of a new record."""
    text = write_record(build_tree(answers), kind)
    document, _ = read_document("", text.encode())
    record = decode_record(document, kind, record_id)[0] if document else None
    folder = year_folder(record) if record else ""
    return "/".join(filter(None, (kind.value, folder, f"{record_id}.yaml"))), text
