"""The comments of a YAML file, which no parser tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

import yaml
from yaml.events import ScalarEvent

if TYPE_CHECKING:
    from coop.yamlio.events import Event

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_NOT_BREAK = re.compile(r"[^\n]")


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
        event = cast("Event", found)
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in {"|", ">"}:  # a comment may stand behind the sign
            start = text.index("\n", start) if "\n" in text[start:end] else end
        pieces += [text[done:start], _NOT_BREAK.sub("x", text[start:end])]
        done = end
    return "".join((*pieces, text[done:]))
