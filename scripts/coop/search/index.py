"""The index in pieces, so that a search loads a few of them however large the site is.

- `search/manifest.bin`: how many pieces there are, the order of kinds, and what the worker needs
  to cut a query as `terms` cuts a text;
- `search/t/<n>.bin`: terms by a hash of their first letters, each with its documents;
- `search/d/<language>/<n>.bin`: what is shown of eight documents;
- `search/w/<length>.bin`: words of that length, for slips of the finger;
- `search/facets.bin`: by what the page "Find records" filters.

Each is JSON packed by gzip, since many hosts send it as it is. Documents are known by number.
The documents of a term are grouped by level: `[[level, first, distance, …], …]`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from coop.exports import DataFile
from coop.model import Kind
from coop.script import simple_characters
from coop.search.documents import FACT, SIDE_FACT, STATEMENT, TITLE, Document, Writer
from coop.search.pages import list_pages
from coop.search.terms import (
    ABBREVIATIONS,
    ORDINALS,
    PATTERNS,
    STOP_WORDS,
    cut,
    tokenise,
    write_key,
)
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.pages.view import View

FOLDER = "search"
CHUNK = 8
_LONGEST = 16  # letters of the words that slips are mended in
_SHORTEST = 4
_TERMS_PER_SHARD = 32  # a guess from the number of documents: pieces of about two kilobytes
_FEWEST, _MOST = 16, 1024
_HEAD = 3  # letters by which words share a piece, so that the beginning of a word finds it
_COMMON = 4  # a term in more than a quarter of all documents says nothing where it is only told
_DOT = " · "  # between the names and between the statements of a document
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
        yield DataFile(f"{FOLDER}/manifest.bin", lambda: _pack(self.manifest))
        yield DataFile(f"{FOLDER}/facets.bin", lambda: _pack(self._facets()))
        for number in range(self.shards):
            yield DataFile(f"{FOLDER}/t/{number}.bin", partial(self._shard, number))
        for length in range(_SHORTEST, _LONGEST + 1):
            yield DataFile(f"{FOLDER}/w/{length}.bin", partial(self._words_of, length))
        for language in Language:
            for number in range(-(-self.count // CHUNK)):
                path = f"{FOLDER}/d/{language.value}/{number}.bin"
                yield DataFile(path, partial(self._chunk, language, number))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every document in the order of its number: records, pages, sources."""
        records = list(Writer(self.catalog).list_records())
        split = len(records) - len(self.catalog.records[Kind.SOURCES])
        return (*records[:split], *self._pages, *records[split:])

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What the worker loads first."""
        used = {char for term in self._postings for char in term if not char.isascii()}
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
            "lengths": [_SHORTEST, _LONGEST],
            "words": {
                tag.value: {key: load_words(tag)(f"find.answer.{key}") for key in _ANSWERS}
                for tag in Language
            },
        }

    @property
    def _version(self) -> str:
        """Changes with any piece, so that no browser mixes pieces of two indexes."""
        pieces = (self._grouped, self._words, self._facets(), self._shown)
        return hashlib.sha256(b"".join(map(_write, pieces))).hexdigest()[:12]

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

    @cached_property
    def _grouped(self) -> list[dict[str, list[list[int]]]]:
        """The terms of every shard."""
        shards: list[dict[str, list[list[int]]]] = [{} for _ in range(self.shards)]
        for term, found in sorted(self._postings.items()):
            shards[shard_of(term, self.shards)][term] = _group(found)
        return shards

    @cached_property
    def _words(self) -> list[str]:
        """The words of names and facts in which slips are mended."""
        texts = (
            text
            for document in self.documents
            if document.kind != Kind.SOURCES.value
            for text in (*document.names, *_facts(document))
        )
        words = {word for text in texts for word in cut(text).words if word.isalpha()}
        return sorted(word for word in words if _SHORTEST <= len(word) <= _LONGEST)

    @cached_property
    def _shown(self) -> dict[Language, list[list[str]]]:
        """Of each document: address, title, kind, date, platform, other names, text."""
        views = Writer(self.catalog).views.values()
        return {view.language: [_show(one, view) for one in self.documents] for view in views}

    def _shard(self, number: int) -> bytes:
        return _pack(self._grouped[number])

    def _words_of(self, length: int) -> bytes:
        return _pack([word for word in self._words if len(word) == length])

    def _chunk(self, language: Language, number: int) -> bytes:
        return _pack(self._shown[language][number * CHUNK : (number + 1) * CHUNK])

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


def _show(document: Document, view: View) -> list[str]:
    title = document.title[view.language]
    others = dict.fromkeys(name for name in document.names if name != title)
    platform = view.catalog.platforms.get(document.facets.platform)
    named = platform and document.kind != Kind.PLATFORMS.value
    return [
        document.address,
        title,
        document.label[view.language],
        document.when.get(view.language, ""),
        view.title(platform) if platform and named else "",
        _DOT.join(others),
        _DOT.join(document.body.get(view.language, [])),
    ]


def weigh(document: Document) -> dict[str, int]:
    """The terms of a document with how much each says of it; a whole name as a term of its own."""
    levels: dict[str, int] = {}
    for name in document.names:
        found = cut(name)
        level = min(document.name_level, _name_level(found.length))
        _raise(levels, found.terms, level)
        levels[name_term(found.key)] = document.name_level
    stated: dict[str, int] = {}
    for level, text in document.found_by:
        _raise(stated, cut(text).terms, level)
    for term, level in stated.items():
        both = term in levels and level > FACT
        levels[term] = levels[term] + 1 if both else max(level, levels.get(term, 0))
    return {term: min(level, 9) for term, level in levels.items() if _counts(term, level)}


def _raise(levels: dict[str, int], terms: frozenset[str], level: int) -> None:
    for term in terms:
        if levels.get(term, 0) < level:
            levels[term] = level


def _counts(term: str, level: int) -> bool:
    """A single character finds only what is named or stated by it."""
    return len(term) > 1 or term.isascii() or level >= SIDE_FACT


def _name_level(length: int) -> int:
    """A word says more of a document the shorter the name is that it stands in."""
    steps = ((2, 9), (4, 8), (8, 7))
    return next((level for most, level in steps if length <= most), TITLE)


def _facts(document: Document) -> Iterator[str]:
    return (text for level, text in document.found_by if level > STATEMENT)


def name_term(key: str) -> str:
    """The term that stands for a whole name."""
    return f"={_hash(key):x}"


def key_of(text: str) -> str:
    """What two spellings of one name share."""
    return write_key(list(tokenise(text)))


def shard_of(term: str, shards: int) -> int:
    """The piece in which a term lies."""
    return _hash(term[:_HEAD] if term[0].isalpha() and term.isascii() else term) % shards


def _hash(text: str) -> int:
    """FNV-1a over UTF-16 units, 32 bits."""
    value = 0x811C9DC5
    for char in text:
        value = ((value ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    return value


def _group(found: dict[int, int]) -> list[list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    last: dict[int, int] = {}
    for number, level in sorted(found.items()):
        groups[level].append(number - last.get(level, 0))
        last[level] = number
    return [[level, *numbers] for level, numbers in sorted(groups.items(), reverse=True)]


def _round_up(wanted: int) -> int:
    number = _FEWEST
    while number < min(wanted, _MOST):
        number *= 2
    return number


def _write(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _pack(value: Any) -> bytes:
    return gzip.compress(_write(value), 9, mtime=0)
