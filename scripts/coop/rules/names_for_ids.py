"""Names of records that stand where their ids belong: which record is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.model import Kind
from coop.model.records.record import Named
from coop.model.written.meant import bare_name, fold_name
from coop.rules.references import government_of
from coop.rules.unread import list_unread
from coop.script import has_ideographs, language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.rules.scope import Scope


def check_names_for_ids(scope: Scope) -> Iterator[Finding]:
    """A text that no id can be made of: the record of that name (E302), else what to write."""
    for place, target, text, _ in list_unread(scope, Code.MALFORMED_ID):
        kind = Kind(target) if target in set(Kind) else None
        if kind and (meant := find_record_called(scope.catalog, kind, text)):
            message = f"'{text}' is the name of a {kind.singular}, not its id"
            yield Finding(place, Code.UNKNOWN_REFERENCE, message, meant)
        elif kind is Kind.ORGANISATIONS and (meant := _government_called(scope.catalog, text)):
            message = f"'{text}' is the name of a place; its government is an organisation"
            yield Finding(place, Code.UNKNOWN_REFERENCE, message, meant)
        elif kind and (advice := _instead(kind, text)):
            message = f"'{text}' is the name of no {kind.singular}"
            yield Finding(place, Code.UNKNOWN_REFERENCE, message, advice=advice)


def find_record_called(catalog: Catalog, kind: Kind, text: str) -> str:
    """The id of the one record of a kind that has a name, in either Chinese script; or none.

    A source is called by its title or its address.
    """
    if kind is Kind.SOURCES:
        return _find_source(catalog, text)
    for wanted in dict.fromkeys((fold_name(text), fold_name(bare_name(text)))):
        called = {
            record.id
            for record in catalog.records[kind].values()
            if isinstance(record, Named)
            for name in (record.name, record.short, *record.other_names)
            if name and any(fold_name(words) == wanted for _, words in name.items())
        }
        if len(called) == 1:
            return called.pop()
    return ""


def _find_source(catalog: Catalog, text: str) -> str:
    called = [
        source.id
        for source in catalog.sources.values()
        if source.url == text or any(text == words for _, words in source.title.items())
    ]
    return called[0] if len(called) == 1 else ""


def _government_called(catalog: Catalog, text: str) -> str:
    place = find_record_called(catalog, Kind.PLACES, text)
    return government_of(catalog, place) if place else ""


def _instead(kind: Kind, text: str) -> str:
    """What to write where no record has that name."""
    if kind is Kind.PEOPLE and has_ideographs(text):
        name = f"{{{language_of(text).value}: {text}}}"
        return f"Someone without a record: write 'name: {name}' in place of 'person: …'"
    if kind in {Kind.PEOPLE, Kind.SOURCES}:
        return ""  # told of already
    return f"If there is no record of it, leave it out or add one (coop new {kind.singular})"


RULES = (check_names_for_ids,)
