"""What a rule sees: the files as read, the catalogue, and the way from a record to its file."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from coop.diagnostics import Code
from coop.lists import REDIRECTS
from coop.model import Kind, find_kind
from coop.model.decoding.salvage import NO_SOURCE
from coop.model.references import list_references
from coop.model.values import LangMap
from coop.rules.called import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import BaseModel

    from coop.catalog import Catalog
    from coop.loading import Entry, Loaded
    from coop.model.records.record import Record
    from coop.model.references import Reference
    from coop.model.shape.walk import Path

R = TypeVar("R", bound="Record")
P = TypeVar("P", bound="BaseModel")
_TOP_LEVEL = 2
_END = ".yaml"


class Scope:
    """The files and the catalogue of one run."""

    def __init__(self, loaded: Loaded, catalog: Catalog) -> None:
        """Keep what was read and what it links to."""
        self.loaded = loaded
        self.catalog = catalog

    def entries(self, model: type[R]) -> Iterator[tuple[Entry, R]]:
        """The entries of one kind, each with its record."""
        for entry in self.loaded.entries:
            if isinstance(entry.record, model):
                yield entry, entry.record

    def entry(self, record: Record) -> Entry:
        """The entry that a record was read from."""
        return self._by_ref[record.ref]

    def published_first(self, records: Iterable[R]) -> list[R]:
        """Records in their order, but new ones last: of two that clash the new one is told."""
        return sorted(records, key=lambda record: record.ref not in self.loaded.published)

    def parts(self, *models: type[P]) -> Iterator[tuple[Entry, Path, P]]:
        """Every part of these models in all records, each with its path."""
        for model, found in self.parts_by_model.items():
            if issubclass(model, models):
                yield from cast("list[tuple[Entry, Path, P]]", found)

    @cached_property
    def mentions(self) -> tuple[tuple[Entry, Reference], ...]:
        """Every reference in every record."""
        references = self.catalog.references
        return tuple(
            (entry, reference)
            for entry in self.loaded.entries
            for reference in references[entry.record.ref]
        ) + tuple(
            (entry, reference)
            for entry in self.loaded.remains
            for reference in list_references(entry.record)
            if reference.value != NO_SOURCE
        )

    @cached_property
    def names(self) -> Names:
        """The names of all records, to find which one is meant by one."""
        return Names(self.catalog)

    @cached_property
    def texts(self) -> tuple[tuple[Entry, Path, LangMap], ...]:
        """Every text in up to three languages, also of records that have mistakes in them."""
        remains = (
            (entry, path, part)
            for entry in self.loaded.remains
            for path, part in entry.record.parts
            if isinstance(part, LangMap)
        )
        return (*self.parts(LangMap), *remains)

    @cached_property
    def refs(self) -> frozenset[str]:
        """What can be named: `<plural>/<id>` of every file, read or not, as it should be called."""
        found = (name.removesuffix(".yaml").split("/") for name in self.loaded.files)
        named = {f"{steps[1]}/{steps[-1]}" for steps in found if len(steps) > _TOP_LEVEL}
        return frozenset({*named, *self._misnamed()})

    @cached_property
    def gone(self) -> frozenset[str]:
        """The published ids that nothing has and from which no redirect leads on.

        None where the redirects could not be read: then each may well have one.
        """
        lists = self.loaded.lists
        if REDIRECTS not in lists.documents and lists.tells_of(REDIRECTS):
            return frozenset()
        return frozenset(self.loaded.published.keys() - self.refs - self.loaded.redirects.keys())

    def _misnamed(self) -> Iterator[str]:
        """What files would be if they had the names and folders that were probably meant."""
        for finding in self.loaded.findings:
            *folders, name = finding.location.path.split("/")
            folders = folders[1:]
            meant = finding.suggestion
            stem = (meant if meant.endswith(_END) else name).removesuffix(_END)
            is_misnamed = finding.code is Code.MALFORMED_ID
            is_lost = is_misnamed and not (folders and find_kind(folders[0])) and not meant
            if finding.code is Code.WRONG_YEAR_FOLDER or is_lost:
                yield from (f"{kind.value}/{stem}" for kind in Kind)  # of whatever kind it is
            elif is_misnamed and (meant.endswith(_END) or meant in set(Kind)):
                yield f"{folders[0] if meant.endswith(_END) else meant}/{stem}"

    @cached_property
    def is_complete(self) -> bool:
        """Whether every file gave a record; if not, nothing can be said to be missing."""
        return len(self.loaded.entries) >= len(self.refs)

    @cached_property
    def parts_by_model(self) -> Mapping[type[BaseModel], list[tuple[Entry, Path, BaseModel]]]:
        """Every part of all records with its path, by what it is."""
        parts = defaultdict(list)
        for entry in self.loaded.entries:
            for path, part in entry.record.parts:
                parts[type(part)].append((entry, path, part))
        return parts

    @cached_property
    def _by_ref(self) -> Mapping[str, Entry]:
        entries = reversed(self.loaded.entries)
        return {entry.record.ref: entry for entry in entries}
