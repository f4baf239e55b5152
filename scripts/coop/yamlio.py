"""The only place that reads YAML: at C speed, every scalar as written, each position known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from coop import yamlfaults, yamlmending
from coop.diagnostics import Code, Finding, Location

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NOTHING = frozenset({"", "~", "null"})
_TAG_PREFIX = "tag:yaml.org,2002:"
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_NOT_BREAK = re.compile(r"[^\n]")
_CUT_OFF = re.compile(r"#(?<=[^\S\n]#)[^\s#!]")  # with the sign in front the search leaps to it


@dataclass(frozen=True)
class Written:
    """One YAML file as written: its path, its text and where each value stands in it.

    Of a file that is no YAML `text` is what was meant, and `original` what stands there.
    """

    path: str
    text: str
    original: str = field(default="", kw_only=True)

    @cached_property
    def marks(self) -> Any:
        """Where each value stands: (line, column, marks inside by key or index), from 1.

        A key's entry has the key's own place before its value's mark. Most documents have
        nothing wrong with them, and nobody asks.
        """
        return _read_marks(self.text)

    def has(self, key: str) -> bool:
        """Whether a key stands in the map that the file is."""
        inner = self.marks[2]
        return isinstance(inner, dict) and key in inner

    def locate(self, path: Sequence[object], *, key: bool = False) -> Location:
        """Where a value (or, with `key`, its key) stands; for what is missing, its parent."""
        line, column, inner = self.marks
        for depth, step in enumerate(path):
            if isinstance(inner, dict) and step in inner:
                key_line, key_column, (line, column, inner) = inner[step]
                if key and depth == len(path) - 1:
                    line, column = key_line, key_column
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                line, column, inner = inner[step]
            else:
                break
        if self.original:
            column = yamlmending.column_before(self.original, self.text, line, column)
        return Location(self.path, line, column)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty when there is none."""
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""


@dataclass(frozen=True)
class Document(Written):
    """One YAML file as read: also the tree of its values.

    The tree is made of dict, list, str, and None for a key without a value.
    `is_full`: whether everything in it has a value.
    """

    tree: Any
    is_full: bool = True

    def forget_tree(self) -> Written:
        """The file without the tree, which takes most of the room and little time to read again."""
        return Written(self.path, self.text, original=self.original)


class Comment(NamedTuple):
    """A comment, its place counted from 1, and whether the line holds nothing else."""

    line: int
    column: int
    text: str
    alone: bool


def list_comments(text: str) -> list[Comment]:
    """The comments of a text that `read_document` finds nothing wrong with, in their order."""
    return [
        Comment(number, found.start() + 1, found[0].rstrip(), not line[: found.start()].strip())
        for number, line in enumerate(_without_scalars(text).split("\n"), start=1)
        if (found := _COMMENT.search(line))
    ]


def _without_scalars(text: str) -> str:
    pieces: list[str] = []
    done = 0
    for found in yaml.parse(text, Loader=yaml.CBaseLoader):
        if not isinstance(found, ScalarEvent):
            continue
        event = cast("_Event", found)
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in {"|", ">"}:  # a comment may stand behind the sign
            start = text.index("\n", start) if "\n" in text[start:end] else end
        pieces += [text[done:start], _NOT_BREAK.sub("x", text[start:end])]
        done = end
    return "".join((*pieces, text[done:]))


def read_document(path: str, raw: bytes) -> tuple[Document | None, list[Finding]]:
    """The document in a file's bytes and what is wrong with it as YAML.

    Without a document there is at least one finding. `path` is only used in findings.
    """
    try:
        text = yamlfaults.decode(raw)
    except UnicodeDecodeError as error:
        return None, [yamlfaults.tell_not_utf8(path, raw, error)]
    if blots := yamlfaults.find_blots(path, text):
        around = yamlmending.find_around(blots, text, lambda mended: _read_on(path, mended)[1])
        return None, [*blots, *around]
    document, findings = _read_on(path, text)
    if document and not findings and _CUT_OFF.search(text):
        findings += yamlfaults.find_cut_off(path, text.splitlines(), list_comments(text))
    return document, findings


def read_mended(path: str, raw: bytes) -> Document | None:
    """The document that is meant by a file that is no YAML, where every slip in it is plain."""
    try:
        text = yamlfaults.decode(raw)
    except UnicodeDecodeError:
        return None
    mended = yamlmending.mend(text, lambda one: _read_once(path, one)[1])
    document = _read_once(path, mended)[0] if mended else None
    return replace(document, original=text) if document else None


def _read_on(path: str, text: str) -> tuple[Document | None, list[Finding]]:
    """The document in a text, and what is wrong with the text: also behind the first slip."""
    document, findings = _read_once(path, text)
    if document:
        return document, findings
    return None, yamlmending.find_beyond(findings, text, lambda one: _read_once(path, one)[1])


def _read_once(path: str, text: str) -> tuple[Document | None, list[Finding]]:
    document, findings = _Builder(path, text).build()
    slips = yamlfaults.find_slips(path, text) if document and isinstance(document.tree, str) else []
    return (None, slips) if slips else (document, findings)


class _Event(Protocol):
    """What the events of the parser carry, as far as each kind has it."""

    start_mark: yaml.Mark
    end_mark: yaml.Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str


class _Builder:
    """Makes the document of one text from the events of the C parser, in one pass."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text
        self._findings: list[Finding] = []
        self._features: list[Finding] = []
        self._is_full = True

    def build(self) -> tuple[Document | None, list[Finding]]:
        """The document, and what is wrong with the text as YAML."""
        try:
            tree = self._read()
        except yaml.YAMLError as error:
            return None, self._features or [yamlfaults.tell_broken(self._path, self._text, error)]
        except RecursionError:
            return None, [Finding(Location(self._path), Code.BROKEN_YAML, "nested far too deeply")]
        if self._features:
            return None, self._features
        if tree is None:
            message = "the file holds no record"
            return None, [Finding(Location(self._path), Code.EMPTY_FILE, message)]
        document = Document(self._path, self._text, tree, self._is_full)
        return document, self._findings

    def _read(self) -> Any:
        parser = CParser(self._text)
        self._next = cast("Callable[[], _Event]", parser.get_event)
        try:
            self._next()
            if isinstance(self._next(), StreamEndEvent):
                return None
            tree = self._value(self._next())
            self._next()
            if not isinstance(after := self._next(), StreamEndEvent):
                message = (
                    "a second record starts here; give it a file of its own, or delete this line"
                )
                self._features.append(self._finding(after, Code.SEVERAL_DOCUMENTS, message))
            return tree
        finally:
            parser.dispose()

    def _value(self, event: _Event) -> Any:
        if event.anchor or event.tag:
            message = f"{_feature(event)} may not be used; write the value out, or a text in quotes"
            self._features.append(self._finding(event, Code.YAML_FEATURE, message))
        if isinstance(event, ScalarEvent):
            value = event.value
            if value in _NOTHING and not event.style:  # quoted, it is a text
                self._is_full = False
                return None
            return value
        if isinstance(event, MappingStartEvent):
            return self._map()
        if isinstance(event, SequenceStartEvent):
            return self._list()
        return None

    def _list(self) -> list[Any]:
        items = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._value(event))
        return items

    def _map(self) -> dict[str, Any]:
        tree: dict[str, Any] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event)
            value = self._value(self._next())
            if key in tree:
                message = f"key '{key}' stands twice; keep one of the two"
                self._findings.append(self._finding(event, Code.DUPLICATE_KEY, message))
            elif key is not None:
                tree[key] = value
        return tree

    def _key(self, event: _Event) -> str | None:
        if not isinstance(event, ScalarEvent):
            self._value(event)
            finding = self._finding(event, Code.BROKEN_YAML, "a key must be a word")
            self._findings.append(finding)
            return None
        if event.anchor or event.tag:
            self._value(event)
        key: str = event.value
        if key == "<<" and not event.style:
            message = "merge key '<<' may not be used; write the value out"
            self._features.append(self._finding(event, Code.YAML_FEATURE, message))
            return None
        return key

    def _finding(self, event: _Event, code: Code, message: str) -> Finding:
        mark = event.start_mark
        return Finding(Location(self._path, mark.line + 1, mark.column + 1), code, message)


def _read_marks(text: str) -> Any:
    """Where the values of a text stand in which the builder found a document."""
    parser = CParser(text)
    following = cast("Callable[[], _Event]", parser.get_event)
    try:
        following()
        following()
        return _mark(following(), following)
    finally:
        parser.dispose()


def _mark(event: _Event, following: Callable[[], _Event]) -> Any:
    inner: dict[str, Any] | list[Any] | None = None
    if isinstance(event, MappingStartEvent):
        inner = {}
        while not isinstance(key := following(), MappingEndEvent):
            marks = _mark(key, following)
            value = _mark(following(), following)
            if isinstance(key, ScalarEvent):
                inner.setdefault(key.value, (*marks[:2], value))
    elif isinstance(event, SequenceStartEvent):
        inner = []
        while not isinstance(item := following(), SequenceEndEvent):
            inner.append(_mark(item, following))
    mark = event.start_mark
    return mark.line + 1, mark.column + 1, inner


def _feature(event: _Event) -> str:
    if isinstance(event, AliasEvent):
        return f"alias '*{event.anchor}'"
    if event.anchor:
        return f"anchor '&{event.anchor}'"
    return f"tag '{str(event.tag).replace(_TAG_PREFIX, '!!')}'"
