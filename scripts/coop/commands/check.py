"""`coop check`: every finding about the records, and whether one of them is an error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coop.commands.files import is_unfinished
from coop.commands.languages import read_language, with_language
from coop.commands.project import DATA, has_errors, print_findings, read_project, with_root
from coop.script import to_simplified
from coop.text import Language
from coop.words import load_explanations, load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coop.diagnostics import Finding


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="The form of the findings: for people (the usual one), for a forge, for programs.",
)
@with_language("what each code means, told below the findings where it is Chinese")
@with_root
def command(paths: tuple[Path, ...], form: str, lang: str | None, root: Path) -> None:
    """Check every record; with PATHs, tell only what concerns them."""
    loaded, _, findings = read_project(root)
    _refuse_outside(root / DATA, paths)
    if paths:
        findings = [finding for finding in findings if _concerns(root, finding, paths)]
    print_findings(findings, form, root, len(loaded.files))
    if form == "text":
        _explain(findings, read_language(lang))
    if is_unfinished(root / DATA):
        click.echo("a change was stopped half-way; 'coop fmt' completes it", err=True)
    sys.exit(int(has_errors(findings)))


def _explain(findings: Sequence[Finding], language: Language) -> None:
    """What each code that was found means, in Chinese: the findings themselves are in English."""
    explanations = {} if language is Language.EN else load_explanations()
    if explanations and findings:
        click.echo(f"\n{load_words(language)('findings.mean')}", err=True)
    for code in sorted({finding.code.value for finding in findings} & explanations.keys()):
        title, why = (explanations[code][key][Language.ZH_HANT.value] for key in ("title", "why"))
        told = f"{code} {title}\n    {why}"
        click.echo(to_simplified(told) if language is Language.ZH_HANS else told, err=True)


def _refuse_outside(data: Path, paths: Sequence[Path]) -> None:
    """A file that lies elsewhere is no record, so that nothing could be found wrong with it."""
    here = data.resolve()
    for path in paths:
        if not (path.resolve().is_relative_to(here) or here.is_relative_to(path.resolve())):
            raise click.UsageError(f"{path} is not in {data}, where the records are")


def _concerns(root: Path, finding: Finding, paths: Sequence[Path]) -> bool:
    """Whether a finding stands below one of the paths, or names the record in one of the files."""
    file = (root / finding.location.path).resolve()
    named = (f"'{path.stem}'" for path in paths if path.is_file())
    below = any(file.is_relative_to(path.resolve()) for path in paths)
    return below or any(name in finding.message for name in named)
