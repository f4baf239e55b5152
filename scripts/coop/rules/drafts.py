"""What a draft left for a person to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding, Location
from coop.yamlio import list_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.rules.scope import Scope

_MARK = "# check:"
_NOTES = "# A draft:"
_WHEN_DONE = "When you have done what they say, delete all lines that start with #"
_ADVICE = "Compare it with the text, then delete this line"


def check_notes(scope: Scope) -> Iterator[Finding]:
    """Records that still begin with the notes that `coop draft` wrote for its editor (N111)."""
    for entry in scope.loaded.entries:
        if entry.document.text.startswith(_NOTES):
            message = "the notes of a draft still stand here"
            place = Location(entry.document.path)
            yield Finding(place, Code.DRAFT_MARK, message, advice=_WHEN_DONE)


def check_marks(scope: Scope) -> Iterator[Finding]:
    """Lines in which `coop draft` says what is not certain (N111)."""
    for entry in scope.loaded.entries:
        document = entry.document
        for comment in list_comments(document.text) if _MARK in document.text else ():
            if comment.text.startswith(_MARK):
                what = comment.text.removeprefix(_MARK).strip()
                message = f"still to be checked: {what}"
                place = Location(document.path, comment.line, comment.column)
                yield Finding(place, Code.DRAFT_MARK, message, advice=_ADVICE)


RULES = (check_notes, check_marks)
