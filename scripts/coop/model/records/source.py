"""A source: a document that records cite."""

from __future__ import annotations

import re
from typing import ClassVar

from coop.model.kinds import Kind
from coop.model.records.record import Record
from coop.model.values import Address, Date, LangMap, LanguageTag
from coop.model.vocabulary import Grade, Seen

# As it is written where no publisher was found.
_NOBODY = re.compile(r"\bnot (?:known|named)\b", re.IGNORECASE)


class Source(Record):
    """A document that records cite: a press release, a report, a plan's text."""

    kind_of: ClassVar[Kind] = Kind.SOURCES

    title: LangMap
    """The title as printed, in the language or languages of the document."""
    publisher: LangMap
    """Who published it."""
    published: Date | None = None
    """When it was published, as exactly as it says."""
    url: Address | None = None
    """Its address; left out for a document read only as a copy elsewhere."""
    language: LanguageTag
    """The document's language as a BCP 47 tag: en, zh-Hant, zh-Hans, pt."""
    grade: Grade
    """How near it stands to the event: official, press, repost or reference."""
    seen: Seen
    """Whether the document itself was read, or a copy elsewhere."""
    archived: Address | None = None
    """The address of an archived copy."""

    @property
    def has_publisher(self) -> bool:
        """Whether it is known who published it."""
        return not _NOBODY.search(self.publisher.en or "")
