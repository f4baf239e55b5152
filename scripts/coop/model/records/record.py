"""What every record has: an id, names or a title, sources, disputes, gaps and a note."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from pydantic import BaseModel, Field

from coop.model.kinds import Kind
from coop.model.parts import Dispute, Gap, Sources
from coop.model.shape.walk import Path, list_parts
from coop.model.values import Id, LangMap, Model
from coop.text import Language


class Record(Model):
    """One record: a file of its own under data/."""

    kind_of: ClassVar[Kind]
    id: Id = ""
    """The file's name without `.yaml`. It may be left out; if given, it must be the same."""
    sources: Sources = ()
    """The documents for names, dates, places and people of the record."""
    disputes: tuple[Dispute, ...] = ()
    """Facts on which sources disagree."""
    gaps: tuple[Gap, ...] = ()
    """What is not known, and where to look."""
    note: LangMap | None = None
    """A remark by the editors."""
    note_sources: Sources = ()
    """The documents behind the note, where it states a fact."""

    @cached_property
    def ref(self) -> str:
        """The record's name among all kinds: `<plural>/<id>`."""
        return f"{self.kind_of.value}/{self.id}"

    @cached_property
    def parts(self) -> tuple[tuple[Path, BaseModel], ...]:
        """Every part of the record with its path, the record itself first."""
        return list_parts(self)


class Named(Record):
    """A record that has a name."""

    name: LangMap
    """The full name, official where a source has one."""
    short: LangMap | None = None
    """A shorter name that pages use as the title, with the full name below it."""
    other_names: tuple[LangMap, ...] = ()
    """Other names and abbreviations under which it is found."""
    translated: tuple[Language, ...] = Field(default=())
    """The languages in which the name is the editors' own, not an official one."""
