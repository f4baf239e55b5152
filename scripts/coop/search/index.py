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
from functools import cached_property, lru_cache, partial
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from coop.exports import DataFile
from coop.model import Kind
from coop.script import simple_characters, to_simplified
from coop.search.documents import FACT, SIDE_FACT, STATEMENT, TITLE, Document, Writer
from coop.search.pages import list_pages
from coop.search.terms import (
    ABBREVIATIONS,
    ORDINALS,
    PATTERNS,
    STOP_WORDS,
    Cut,
    cut,
)
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coop.catalog import Catalog
    from coop.pages.view import View

FOLDER = "search"
CHUNK = 8
_LENGTHS = range(2, 17)  # letters of the words that slips are mended in
_TERMS_PER_SHARD = 32  # a guess from the number of documents: pieces of about two kilobytes
_FEWEST, _MOST = 16, 1024
_HEAD = 3  # letters by which words share a piece, so that the beginning of a word finds it
_COMMON = 4  # a term in more than a quarter of all documents says nothing where it is only told
_DOT = " · "  # between the names of a document, and after a statement without a stop
_STOPS = {".": " ", "。": ""}
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
            path: _pack(value) for path, value in zip(self._paths(), self._values(), strict=True)
        }

    def _values(self) -> Iterator[Any]:
        """What the pieces hold, in the order of their paths."""
        yield self._facets()
        yield from self._shards()
        words = self._words()
        yield from ([word for word in words if len(word) == length] for length in _LENGTHS)
        for view in Writer(self.catalog).views.values():
            shown = [_show(one, view) for one in self.documents]
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
            shards[shard_of(term, self.shards)][term] = _group(self._postings[term])
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


def _show(document: Document, view: View) -> list[str]:
    title = document.title[view.language]
    told = {title, document.address.replace("#", "/").rstrip("/").rpartition("/")[2]}  # and the id
    called = [name for name in document.called.get(view.language, ()) if name not in told]
    others = dict.fromkeys((*called, *_foreign(document, view.language, told | {*called})))
    platform = view.catalog.platforms.get(document.facets.platform)
    named = platform and document.kind != Kind.PLATFORMS.value
    return [
        document.address,
        title,
        document.label[view.language],
        document.when.get(view.language, ""),
        view.title(platform) if platform and named else "",
        _DOT.join(others),
        _run_on(document.body.get(view.language, [])) or next(iter(called), ""),
    ]


def _foreign(document: Document, language: Language, told: set[str]) -> Iterator[str]:
    """The names that are not told yet; a Traditional one not beside its own conversion."""
    for name in document.names:
        shown = to_simplified(name) if language is Language.ZH_HANS else name
        if not told & {name, shown}:
            yield name


def _run_on(statements: list[str]) -> str:
    """Statements one after another as a text."""
    written = (text + _STOPS.get(text[-1:], _DOT) for text in statements)
    return "".join(written).removesuffix(_DOT).rstrip()


def weigh(document: Document) -> dict[str, int]:
    """The terms of a document with how much each says of it; a whole name as a term of its own."""
    names = [cut(name) for name in document.names]
    levels = _raise((min(document.name_level, _name_level(one.length)), one) for one in names)
    stated = _raise((level, cut(text)) for level, texts in document.found_by for text in texts)
    for term in levels.keys() & stated.keys():
        named, level = levels[term], stated[term]
        stated[term] = min(named + 1, 9) if level > FACT else max(level, named)
    posts = {name_term(cut(post).key): TITLE for post in document.posts}
    whole = {name_term(one.key): document.name_level for one in names}
    return levels | stated | posts | whole


def _raise(texts: Iterable[tuple[int, Cut]]) -> dict[str, int]:
    """The terms of texts, each with the highest of the levels it stands at."""
    levels: dict[str, int] = {}
    for level, found in sorted(texts, key=itemgetter(0)):
        levels |= dict.fromkeys(found.terms, level)
        if level >= SIDE_FACT:  # a single character finds only what is named or stated by it
            levels |= dict.fromkeys(found.characters, level)
    return levels


def _name_level(length: int) -> int:
    """A word says more of a document the shorter the name is that it stands in."""
    steps = ((2, 9), (4, 8), (8, 7))
    return next((level for most, level in steps if length <= most), TITLE)


def _facts(document: Document) -> Iterator[tuple[str, ...]]:
    return (texts for level, texts in document.found_by if level > STATEMENT)


def name_term(key: str) -> str:
    """The term that stands for a whole name."""
    return f"={_hash(key):x}"


def shard_of(term: str, shards: int) -> int:
    """The piece in which a term lies."""
    return _hash(term[:_HEAD] if term[0].isalpha() and term.isascii() else term) % shards


@lru_cache(maxsize=65536)
def _hash(text: str) -> int:
    """FNV-1a over UTF-16 units, 32 bits."""
    value = 0x811C9DC5
    for char in text:
        value = ((value ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    return value


def _group(found: dict[int, int]) -> list[list[int]]:
    """Documents, which come in the order of their numbers, by level."""
    groups: dict[int, list[int]] = {}
    last: dict[int, int] = {}
    for number, level in found.items():
        groups.setdefault(level, [level]).append(number - last.get(level, 0))
        last[level] = number
    return [groups[level] for level in sorted(groups, reverse=True)]


def _round_up(wanted: int) -> int:
    number = _FEWEST
    while number < min(wanted, _MOST):
        number *= 2
    return number


def _write(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _pack(value: Any) -> bytes:
    return gzip.compress(_write(value), 9, mtime=0)
