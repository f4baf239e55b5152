"""A question of `coop new`: what is typed at it, and what is told of an answer that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coop.model.written.meant import boolean_meant
from coop.script import to_simplified
from coop.text import Language
from coop.words import load_explanations

if TYPE_CHECKING:
    from coop.diagnostics import Finding
    from coop.words import Words

BACK = "<"
_BACK_IN_FULL_WIDTH = "\uff1c"


class BackError(Exception):
    """The wish to go back to the question before."""


def ask_or_go_back(question: str, default: str = "", mark: str = ": ") -> str:
    """What is answered, the default if nothing is; raises BackError for the sign to go back."""
    text = _prompt(question, default, mark)
    if text in {BACK, _BACK_IN_FULL_WIDTH}:
        raise BackError
    return text


def is_wanted(question: str, words: Words) -> bool:
    """Whether a question is answered with yes, in English or Chinese; no if nothing is said."""
    while answer := _prompt(f"{question} [y/N]"):
        if meant := boolean_meant(answer):
            return meant == "true"
        click.echo(f"  {words('new.yes_or_no')}")
    return False


def _prompt(question: str, default: str = "", mark: str = ": ") -> str:
    text: str = click.prompt(
        question, default=default, show_default=bool(default), prompt_suffix=mark
    )
    return text.strip()


def tell_finding(finding: Finding, language: Language) -> str:
    """Return what is wrong with an answer; in Chinese, with what the finding means."""
    if language is Language.EN:
        return finding.told
    why = load_explanations()[finding.code.value]["why"][Language.ZH_HANT.value]
    why = to_simplified(why) if language is Language.ZH_HANS else why
    return f"{finding.told}\n  {why}"
