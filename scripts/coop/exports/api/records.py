"""The JSON API v1: an index, one file a kind, one file a record, the closed lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from coop.exports import DataFile
from coop.exports.licence import LICENCE
from coop.model import Kind, Meeting, Record, Source
from coop.model.vocabulary import VOCABULARIES
from coop.pages.page import PREFIXES
from coop.pages.view import record_address
from coop.script import to_simplified
from coop.series import series_key
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog

ROOT = "api/v1"
SCHEMA_VERSION = "1.2.0"
DOCUMENT_URL = "document_url"
_NESTS = (dict, list)
_LANGUAGES = {language.value for language in Language}


class JsonApi:
    """The API's files for one catalogue; a record is turned into JSON once."""

    def __init__(self, catalog: Catalog) -> None:
        """Keep the catalogue; nothing is made until a file is asked for."""
        self.catalog = catalog
        self._made: dict[str, bytes] = {}

    def files(self) -> Iterator[DataFile]:
        """Every file of the API."""
        yield DataFile(f"{ROOT}/index.json", self._index)
        yield DataFile(f"{ROOT}/vocabularies.json", _vocabularies)
        for kind in Kind:
            yield DataFile(f"{ROOT}/{kind.value}.json", partial(self._list, kind))
            for record in records_of(self.catalog, kind).values():
                path = f"{ROOT}/{record.ref}.json"
                yield DataFile(path, partial(self._record, record))

    def _index(self) -> bytes:
        as_of = self.catalog.as_of
        return _write(
            {
                "schema_version": SCHEMA_VERSION,
                "as_of": as_of.isoformat() if as_of else None,
                "licence": LICENCE,
                "counts": {kind.value: len(self.catalog.records[kind]) for kind in Kind},
            }
        )

    def _list(self, kind: Kind) -> bytes:
        records = records_of(self.catalog, kind).values()
        head = {"schema_version": SCHEMA_VERSION, "total": len(records), "records": []}
        bodies = (self._record(record).rstrip().replace(b"\n", b"\n    ") for record in records)
        inner = b",".join(b"\n    " + body for body in bodies)
        return _write(head).replace(b"[]", b"[" + inner + b"\n  ]", 1) if inner else _write(head)

    def _record(self, record: Record) -> bytes:
        if record.ref not in self._made:
            self._made[record.ref] = _write(dump_record(self.catalog, record))
        return self._made[record.ref]


def records_of(catalog: Catalog, kind: Kind) -> Mapping[str, Record]:
    """The records of a kind in their order: meetings, plans and sources by date."""
    ordered: Mapping[str, Record] = getattr(catalog, kind.value)
    return ordered


def dump_record(catalog: Catalog, record: Record) -> dict[str, Any]:
    """A record as programs read it.

    The keys of the YAML, every one present, and id, type, url, back_links, previous, next and
    derived (the languages that a script converted). As `url` tells where our pages are, a
    source's own is its `document_url`.
    """
    kept = record.model_dump(mode="json", by_alias=True)
    derived = _derive(kept)
    before, after = catalog.neighbours(record) if isinstance(record, Meeting) else (None, None)
    return {
        **kept,
        **({DOCUMENT_URL: kept["url"]} if isinstance(record, Source) else {}),
        "id": record.id,
        "type": record.kind_of.singular,
        "url": {lang.value: prefix + record_address(record) for lang, prefix in PREFIXES.items()},
        "series": series_name(record) if isinstance(record, Meeting) else None,
        "previous": before.id if before else None,
        "next": after.id if after else None,
        "back_links": [{"ref": link.ref, "as": link.role} for link in catalog.back_links(record)],
        "derived": [Language.ZH_HANS.value] if derived else [],
    }


def series_name(meeting: Meeting) -> str:
    """The series of a meeting in one word: `<platform>/<kind>`, or `calls`, `visits` and so on."""
    return "/".join(filter(None, series_key(meeting)))


def _derive(value: Any) -> bool:
    """Fill in the Simplified texts that are missing, in place; whether there was one."""
    if isinstance(value, dict) and value.keys() == _LANGUAGES:
        return _derive_text(value)
    inner = value.values() if isinstance(value, dict) else value
    found = [_derive(item) for item in inner if isinstance(item, _NESTS)]
    return any(found)  # only now: every item must be visited


def _derive_text(texts: dict[str, Any]) -> bool:
    traditional = texts[Language.ZH_HANT.value]
    if not traditional or texts[Language.ZH_HANS.value]:
        return False
    many = isinstance(traditional, list)
    made = [to_simplified(text) for text in traditional] if many else to_simplified(traditional)
    texts[Language.ZH_HANS.value] = made
    return True


def _vocabularies() -> bytes:
    words = {language.value: load_words(language) for language in Language}
    return _write(
        {
            "schema_version": SCHEMA_VERSION,
            "vocabularies": {
                name: [
                    {
                        "value": word.value,
                        "label": {tag: say(f"{name}.{word.value}") for tag, say in words.items()},
                    }
                    for word in members
                ]
                for name, members in VOCABULARIES.items()
            },
        }
    )


def _write(value: Any) -> bytes:
    return to_json(value, indent=2) + b"\n"
