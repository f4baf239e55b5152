"""The document of a text, with what is wrong with it as YAML, in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from coop.diagnostics import Code, Finding, Location
from coop.yamlio.documents import Document
from coop.yamlio.events import parse
from coop.yamlio.faults import tell_broken

if TYPE_CHECKING:
    from coop.yamlio.events import Event

_A_RECORD = 2  # commas between as many keys as are a copy, and no slips
_NOTHING = frozenset({"", "~", "null"})
_TAG_PREFIX = "tag:yaml.org,2002:"


class Builder:
    """Makes the document of one text; `path` is only used in findings."""

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
            return None, self._features or [tell_broken(self._path, self._text, error)]
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
        with parse(self._text) as self._next:
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

    def _value(self, event: Event, *, is_item: bool = False) -> Any:
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
            return self._map(is_item=is_item)
        if isinstance(event, SequenceStartEvent):
            return self._list()
        return None

    def _list(self) -> list[Any]:
        items = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._value(event, is_item=True))
        return items

    def _map(self, *, is_item: bool) -> dict[str, Any]:
        tree: dict[str, Any] = {}
        again: list[Event] = []
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event)
            value = self._value(self._next())
            if key in tree:
                again.append(event)
            elif key is not None:
                tree[key] = value
        self._findings += self._tell_again(again, is_item=is_item) if again else []
        return tree

    def _tell_again(self, again: list[Event], *, is_item: bool) -> list[Finding]:
        """What is told of keys that stand twice: of a second item or record once."""
        keys = ", ".join(dict.fromkeys(event.value for event in again))
        if keys.count(",") < (1 if is_item else _A_RECORD):
            message = "key '{}' stands twice; keep one of the two"
            return [
                self._finding(event, Code.DUPLICATE_KEY, message.format(event.value))
                for event in again
            ]
        lines = ", ".join(str(event.start_mark.line + 1) for event in again)
        advice = "put a dash and a space before a second item, or keep one of each"
        if not is_item:
            advice = "delete the second copy, or give a second record a file of its own"
        message = f"the keys {keys} stand twice, again on lines {lines}; {advice}"
        return [self._finding(again[0], Code.DUPLICATE_KEY, message)]

    def _key(self, event: Event) -> str | None:
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

    def _finding(self, event: Event, code: Code, message: str) -> Finding:
        mark = event.start_mark
        return Finding(Location(self._path, mark.line + 1, mark.column + 1), code, message)


def _feature(event: Event) -> str:
    if isinstance(event, AliasEvent):
        return f"alias '*{event.anchor}'"
    if event.anchor:
        return f"anchor '&{event.anchor}'"
    return f"tag '{str(event.tag).replace(_TAG_PREFIX, '!!')}'"
