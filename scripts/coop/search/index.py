"""The index in pieces, so that a search loads a few of them however large the site is.

- `search/manifest.bin`: how many pieces there are, the order of kinds, and what the worker needs
  to cut a query as `terms` cuts a text;
- `search/t/<n>.bin`: terms by a hash of their first letters, each with its documents;
- `search/d/<language>/<n>.bin`: what is shown of eight documents;
- `search/w/<length>.bin`: words of that length, for slips of the finger;
- `search/facets.bin`: by what the page "Find records" filters.

Each is JSON packed by gzip, since many hosts send it as it is. Documents are known by number.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from coop.exports import DataFile
from coop.model import Kind
from coop.script import simple_characters
from coop.search.document import STATEMENT, Document
from coop.search.packing import group, pack, shard_of
from coop.search.pages import list_pages
from coop.search.records import Writer
from coop.search.showing import show
from coop.search.terms import (
    ABBREVIATIONS,
    ORDINALS,
    PATTERNS,
    STOP_WORDS,
    cut,
)
from coop.search.weighing import weigh
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog

FOLDER = "search"
CHUNK = 8
_LENGTHS = range(2, 17)  # letters of the words that slips are mended in
_TERMS_PER_SHARD = 32  # a guess from the number of documents: pieces of about two kilobytes
_FEWEST, _MOST = 16, 1024
_COMMON = 4  # a term in more than a quarter of all documents says nothing where it is only told
_ANSWERS = ("found", "near", "all")
Postings = dict[str, dict[int, int]]


class SearchIndex:
    """The index of one catalogue; nothing is made until a piece is asked for."""

    def __init__(self, catalog: Catalog, prose: Mapping[str, str]) -> None:
        """Keep what there is to find; `prose` maps hand-written pages to their Markdown."""
        self.catalog = catalog
        self._pages = tuple(list_pages(catalog, prose))
        self.count = sum(len(found) for found in catalog.records.values()) + len(self._pages)
        self.shards = _round_up(self.count * 6 // _TERMS_PER_SHARD)

    def files(self) -> Iterator[DataFile]:
        """Every piece of the index."""
        yield DataFile(f"{FOLDER}/manifest.bin", lambda: pack(self.manifest))
        for path in self._paths():
            yield DataFile(path, partial(self._piece, path))

    def _piece(self, path: str) -> bytes:
        return self._pieces[path]

    def _paths(self) -> Iterator[str]:
        yield f"{FOLDER}/facets.bin"
        yield from (f"{FOLDER}/t/{number}.bin" for number in range(self.shards))
        yield from (f"{FOLDER}/w/{length}.bin" for length in _LENGTHS)
        for language in Language:
            chunks = range(-(-self.count // CHUNK))
            yield from (f"{FOLDER}/d/{language.value}/{number}.bin" for number in chunks)

    @cached_property
    def _pieces(self) -> dict[str, bytes]:
        """Every piece but the manifest by its path."""
        return {
            path: pack(value) for path, value in zip(self._paths(), self._values(), strict=True)
        }

    def _values(self) -> Iterator[Any]:
        """What the pieces hold, in the order of their paths."""
        yield self._facets()
        yield from self._shards()
        words = self._words()
        yield from ([word for word in words if len(word) == length] for length in _LENGTHS)
        for view in Writer(self.catalog).views.values():
            shown = [show(one, view) for one in self.documents]
            yield from (shown[at : at + CHUNK] for at in range(0, self.count, CHUNK))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every document in the order of its number: records, pages, sources."""
        records = list(Writer(self.catalog).list_records())
        split = len(records) - len(self.catalog.records[Kind.SOURCES])
        return (*records[:split], *self._pages, *records[split:])

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What the worker loads first."""
        used = set().union(*self._postings)
        pairs = sorted((chr(old), new) for old, new in simple_characters().items() if new in used)
        return {
            "version": self._version,
            "documents": self.count,
            "chunk": CHUNK,
            "shards": self.shards,
            "kinds": [[kind, start] for kind, start in self._starts().items()],
            "traditional": "".join(old for old, _ in pairs),
            "simplified": "".join(new for _, new in pairs),
            "abbreviations": ABBREVIATIONS,
            "ordinals": ORDINALS,
            "patterns": [pattern.replace("(?P<", "(?<") for pattern in PATTERNS],
            "stopWords": sorted(STOP_WORDS),
            "lengths": [_LENGTHS[0], _LENGTHS[-1]],
            "words": {
                tag.value: {key: load_words(tag)(f"find.answer.{key}") for key in _ANSWERS}
                for tag in Language
            },
        }

    @property
    def _version(self) -> str:
        """Changes with any piece, so that no browser mixes pieces of two indexes."""
        return hashlib.sha256(b"".join(self._pieces.values())).hexdigest()[:12]

    def _starts(self) -> dict[str, int]:
        starts: dict[str, int] = {}
        for number, document in enumerate(self.documents):
            starts.setdefault(document.kind, number)
        return starts

    @cached_property
    def _postings(self) -> Postings:
        postings: Postings = defaultdict(dict)
        for number, document in enumerate(self.documents):
            for term, level in weigh(document).items():
                postings[term][number] = level
        most = len(self.documents) // _COMMON
        for term, found in postings.items():
            if len(found) > most:
                said = {number: level for number, level in found.items() if level > STATEMENT}
                postings[term] = said or found
        return postings

    def _shards(self) -> list[dict[str, list[list[int]]]]:
        """The terms of every shard."""
        shards: list[dict[str, list[list[int]]]] = [{} for _ in range(self.shards)]
        for term in sorted(self._postings):
            shards[shard_of(term, self.shards)][term] = group(self._postings[term])
        return shards

    def _words(self) -> list[str]:
        """The words of names and facts in which slips are mended."""
        texts = {
            text
            for document in self.documents
            if document.kind != Kind.SOURCES.value
            for text in chain(document.names, *_facts(document))
        }
        words = set().union(*(cut(text).words for text in texts))
        return sorted(word for word in words if word.isalpha() and len(word) in _LENGTHS)

    def _facets(self) -> dict[str, Any]:
        """Columns over all documents; values are numbered from 1 in the order of `values`."""
        facets = [document.facets for document in self.documents]
        values: dict[str, list[str]] = {}
        columns: dict[str, list[Any]] = {"day": [document.day for document in self.documents]}
        for key in ("platform", "place", "status"):
            values[key] = sorted({getattr(one, key) for one in facets} - {""})
            at = {"": 0} | {value: number for number, value in enumerate(values[key], start=1)}
            columns[key] = [at[getattr(one, key)] for one in facets]
        for key, column in (("topic", "topics"), ("person", "people")):
            values[key] = sorted({value for one in facets for value in getattr(one, column)})
            at = {value: number for number, value in enumerate(values[key], start=1)}
            columns[key] = [[at[value] for value in getattr(one, column)] or 0 for one in facets]
        return {"values": values, "columns": columns}


def _facts(document: Document) -> Iterator[tuple[str, ...]]:
    return (texts for level, texts in document.found_by if level > STATEMENT)


def _round_up(wanted: int) -> int:
    number = _FEWEST
    while number < min(wanted, _MOST):
        number *= 2
    return number
