"""`coop new`: a record from answers to plain questions, or from options."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from coop.commands.files import create_file
from coop.commands.project import (
    DATA,
    find_data,
    finish_earlier,
    has_errors,
    print_findings,
    read_project,
    with_root,
)
from coop.commands.trial import try_changes
from coop.diagnostics import Code, closest
from coop.editing.formatting import write_record
from coop.editing.starting import (
    QUESTIONS,
    Field,
    build_tree,
    describe_field,
    find_choices,
    says_whole_words,
    suggest_id,
)
from coop.model import Kind
from coop.model.decode import decode_record
from coop.model.folders import file_of
from coop.model.values import LangMap
from coop.pages.fields import CHOICES
from coop.rules.references import is_meeting_id
from coop.rules.titles import find_namesakes
from coop.script import to_simplified
from coop.text import Language, is_id
from coop.words import Words, load_explanations, load_words
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coop.catalog import Catalog
    from coop.diagnostics import Finding

_MOST_SHOWN = 12
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that says anything counts
_TRADITIONAL = ("zh_hk", "zh_mo", "zh_tw", "zh_hant")
_SHORT = "short."
_LATER = {Code.MISSING_KEY, Code.STATEMENT_WITHOUT_SOURCE}
_KINDS = {kind.singular: kind for kind in Kind}
Answer = str | list[str]


@click.command()
@click.argument("kind", type=click.Choice(sorted(_KINDS)), metavar="KIND")
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="KEY=VALUE",
    help="A value, for example date=2024-02-06 or name.en=…; then nothing is asked.",
)
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    help="The language of the questions, if not that of the system.",
)
@with_root
def command(kind: str, values: tuple[str, ...], lang: str | None, root: Path) -> None:
    """Write a new record of a KIND.

    KIND is meeting, plan, platform, person, organisation, place, topic or source. What is needed is
    asked for, or taken from --set, where a list takes commas and `principals.0.post` is the post of
    the first of the principals. No file is ever overwritten.
    """
    words = load_words(Language(lang) if lang else _language_of_the_system())
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


def _is_to_be_mended(words: Words) -> bool:
    """Whether a record with mistakes is to be written all the same: answers are not to be lost."""
    try:
        return click.confirm(words("new.anyway"))
    except click.Abort:
        return False


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
        near = closest(key, QUESTIONS[kind])
        more = f"; did you mean '{near}'?" if near else ""
        raise click.UsageError(f"a {kind.singular} has no key '{key}'{more}") from None


def _split(field: Field, text: str) -> Answer:
    if not field.is_list:
        return text.strip()
    return [part.strip() for part in text.split(",") if part.strip()]


def _language_of_the_system() -> Language:
    said = next(filter(None, map(os.environ.get, _LOCALE)), "").casefold().replace("-", "_")
    if not said.startswith("zh"):
        return Language.EN
    return Language.ZH_HANT if said.startswith(_TRADITIONAL) else Language.ZH_HANS


def _ask_all(catalog: Catalog, kind: Kind, words: Words) -> dict[str, Answer]:
    click.echo(words("new.before"))
    answers: dict[str, Answer] = {}
    try:
        for key in QUESTIONS[kind]:
            if not key.startswith(_SHORT) or _is_taken(catalog, kind, key, answers, words):
                answers[key] = _ask(words, kind, key, _describe(catalog, kind, key, words))
        meant = suggest_id(kind, build_tree(answers))
        answers["id"] = _ask_id(catalog, kind, words, meant)
    except click.Abort:  # Ctrl-C, Ctrl-D, or the end of what is piped in
        click.echo(f"\n{words('new.stopped')}", err=True)
        sys.exit(1)
    return answers


def _is_taken(
    catalog: Catalog, kind: Kind, key: str, answers: Mapping[str, Answer], words: Words
) -> bool:
    """Whether a name that has a text in a language is on record already, which is told once."""
    said = build_tree(answers).get("name", {})
    language = key.removeprefix(_SHORT)
    taken = find_namesakes(catalog, kind, LangMap.model_validate(said)) if language in said else []
    if taken and language == next(iter(said)):
        files = ", ".join(f"{DATA}/{file_of(one)}" for one in taken)
        click.echo(f"  {words('new.namesake', name=said[language], files=files)}")
    return bool(taken)


def _ask_id(catalog: Catalog, kind: Kind, words: Words, meant: str) -> str:
    while True:
        text: str = click.prompt(words("new.id"), default=meant or None).strip()
        if not is_id(text) or (kind is Kind.MEETINGS and not is_meeting_id(text)):
            click.echo(f"  {words('new.no_id')}")
        elif text in catalog.records[kind]:
            click.echo(f"  {words('new.taken', id=text)}")
        else:
            return text


def _describe(catalog: Catalog, kind: Kind, key: str, words: Words) -> Field:
    """What may be answered, with the words of a closed list by their names in the language."""
    field = describe_field(catalog, kind, key)
    if not field.closed_list:
        return field
    prefix = CHOICES[field.closed_list]
    names = {word: _name(words, f"{prefix}.{word}") for word in field.choices}
    return replace(field, choices=names)


def _name(words: Words, key: str) -> str:
    return words(key) if words.has(key) else ""


def _question(words: Words, kind: Kind, key: str) -> str:
    own = f"new.{kind.singular}.{key}"
    return words(own) if words.has(own) else words(f"new.any.{key}")


def _ask(words: Words, kind: Kind, key: str, field: Field) -> Answer:
    question = _question(words, kind, key)
    mark = ": "
    if field.closed_list:
        click.echo(question)
        for word, name in field.choices.items():
            meaning = words(f"meaning.{CHOICES[field.closed_list]}.{word}")
            click.echo(f"  {word}  {' – '.join(filter(None, (name, meaning)))}")
        question, mark = "", "  → "
    while True:
        text = click.prompt(question, default="", show_default=False, prompt_suffix=mark).strip()
        parts = _split(field, text)
        found = [
            _choose(words, field, part) for part in ([parts] if isinstance(parts, str) else parts)
        ]
        if not text and field.is_needed:
            click.echo(f"  {words('new.needed')}")
            continue
        if not all(found) and text:
            continue
        answer: Answer = found if field.is_list else "".join(found)
        findings = _check(kind, key, answer) if text else []
        if not findings:
            return answer
        for finding in findings:
            click.echo(f"  {_tell(finding, words.language)}")


def _tell(finding: Finding, language: Language) -> str:
    """Return what is wrong with an answer; in Chinese, with what the finding means."""
    if language is Language.EN:
        return finding.told_in_full
    why = load_explanations()[finding.code.value]["why"][Language.ZH_HANT.value]
    why = to_simplified(why) if language is Language.ZH_HANS else why
    return f"{finding.told_in_full}\n  {why}"


def _choose(words: Words, field: Field, text: str) -> str:
    if not field.choices or not text:
        return text
    found = find_choices(field.choices, text)
    if len(found) == 1 and says_whole_words(found[0], field.choices[found[0]], text):
        if found[0] != text:
            click.echo(f"  → {found[0]}  {field.choices[found[0]]}".rstrip())
        return found[0]
    near = closest(text, field.choices)
    if not found:
        meant = words("new.meant", id=near) if near else ""
        click.echo(f"  {words('new.nothing', text=text)}{meant}")
    for key in found[:_MOST_SHOWN]:
        click.echo(f"  {key}  {field.choices[key]}".rstrip())
    if len(found) > _MOST_SHOWN:
        click.echo(f"  {words('new.more', n=len(found) - _MOST_SHOWN)}")
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
    return file_of(record) if record else f"{kind.value}/{record_id}.yaml", text
