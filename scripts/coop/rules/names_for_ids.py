"""Names of records that stand where their ids belong: which record is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.model import Kind
from coop.rules.unread import list_unread
from coop.script import has_ideographs, language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.rules.scope import Scope


def check_names_for_ids(scope: Scope) -> Iterator[Finding]:
    """A text that no id can be made of: the record of that name (E302), else what to write."""
    for place, target, text, _ in list_unread(scope, Code.MALFORMED_ID):
        kind = Kind(target) if target in set(Kind) else None
        if kind and (meant := scope.names.find_called(kind, text)):
            message = f"'{text}' is the name of a {kind.singular}, not its id"
            yield Finding(place, Code.UNKNOWN_REFERENCE, message, meant)
        elif kind and (advice := _instead(kind, text)):
            message = f"'{text}' is the name of no {kind.singular}"
            yield Finding(place, Code.UNKNOWN_REFERENCE, message, advice=advice)


def _instead(kind: Kind, text: str) -> str:
    """What to write where no record has that name."""
    if kind is Kind.PEOPLE and has_ideographs(text):
        name = f"{{{language_of(text).value}: {text}}}"
        return f"Someone without a record: write 'name: {name}' in place of 'person: …'"
    if kind in {Kind.PEOPLE, Kind.SOURCES}:
        return ""  # told of already
    return f"If there is no record of it, leave it out or add one (coop new {kind.singular})"


RULES = (check_names_for_ids,)
