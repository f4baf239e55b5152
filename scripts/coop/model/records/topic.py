"""A topic: a policy area."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from coop.model.kinds import Kind
from coop.model.parts import Statement
from coop.model.records.record import Named
from coop.model.values import Model, Ordinal, Text
from coop.model.vocabulary import TopicGroup


class Keywords(Model):
    """Words under which a topic is looked for, by language."""

    en: tuple[Text, ...] = ()
    """English."""
    zh_hant: tuple[Text, ...] = Field(default=(), alias="zh-Hant")
    """Traditional Chinese."""
    zh_hans: tuple[Text, ...] = Field(default=(), alias="zh-Hans")
    """Simplified Chinese, only where the words differ from the conversion."""


class Topic(Named):
    """A policy area that meetings and plans deal with."""

    kind_of: ClassVar[Kind] = Kind.TOPICS

    group: TopicGroup
    """The list that it belongs to."""
    order: Ordinal | None = None
    """Its place in that list, from 1."""
    keywords: Keywords = Field(default_factory=Keywords)
    """Words under which it is looked for."""
    statements: tuple[Statement, ...] = ()
    """What documents say of it."""
