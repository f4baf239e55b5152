"""A person in public office."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from coop.model.kinds import Kind
from coop.model.parts import PostHeld, Sources
from coop.model.records.record import Named


class Person(Named):
    """Someone in public office; nothing but names, posts and sources."""

    kind_of: ClassVar[Kind] = Kind.PEOPLE

    posts: tuple[PostHeld, ...] = ()
    """The posts held, each dated as far as sources go."""
    sources: Sources = Field(min_length=1)
    """The documents for the name."""
