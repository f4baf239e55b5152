"""The events of the C parser, of which documents, places and comments are made."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, cast

from yaml._yaml import CParser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import yaml


class Event(Protocol):
    """What the events of the parser carry, as far as each kind has it."""

    start_mark: yaml.Mark
    end_mark: yaml.Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str


@contextmanager
def parse(text: str) -> Iterator[Callable[[], Event]]:
    """What gives the events of a text one after the other; YAMLError where it is no YAML."""
    parser = CParser(text)
    try:
        yield cast("Callable[[], Event]", parser.get_event)
    finally:
        parser.dispose()
