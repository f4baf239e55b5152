"""What git remembers of the records: when each came, and what was changed in it since.

A commit that only writes a record in another form is no change to it: values are compared, as
they were read, never lines.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from coop.history.comparison import Change, compare_trees
from coop.model.folders import name_record
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from typing import Any

# Days are those of Hong Kong, wherever a commit was made and the site is built.
HONG_KONG = timezone(timedelta(hours=8))
_NONE = re.compile("0+")
_COMMIT = re.compile(r"^commit ", re.MULTILINE)


class Archive(Protocol):
    """Where the past of the records is kept."""

    def log(self) -> str:
        """The commits that touched data/, oldest first.

        For each a line `commit <seconds since 1970>`, and a line `:<mode> <mode> <blob> <blob>
        <letter><tab><path>` for each file, as `git log --raw` writes it.
        """

    def read(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """The files with some ids; what is not at hand is left out."""


class Step(NamedTuple):
    """A later state of a record: when it came to be, what changed, the id that it had before."""

    moment: datetime
    changes: tuple[Change, ...]
    renamed_from: str = ""


class Past(NamedTuple):
    """The past of one record: when it was added, and each change since, oldest first."""

    added: datetime
    steps: tuple[Step, ...]

    @property
    def changed(self) -> datetime:
        """When it was last changed, or added if it never was."""
        return self.steps[-1].moment if self.steps else self.added


class Day(NamedTuple):
    """What came to the records on a day, by their refs.

    Those added; what changed in those corrected; of those that went, where they lead now.
    """

    day: date
    added: tuple[str, ...]
    corrected: Mapping[str, tuple[Step, ...]]
    removed: Mapping[str, str]


class _Version(NamedTuple):
    commit: int  # its place among all
    moment: datetime
    blob: str  # empty where the record went


@dataclass(frozen=True)
class History:
    """The past of all records, read when it is first asked for.

    `redirects` leads from ids that records had before: a renamed record keeps its past.
    """

    archive: Archive
    redirects: Mapping[str, str]

    def of(self, ref: str) -> Past | None:
        """The past of a record that there is now; None if no commit has it yet."""
        return self._past(ref) if ref in self._versions else None

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """What came on each day, newest first."""
        added: defaultdict[date, list[str]] = defaultdict(list)
        corrected: defaultdict[date, dict[str, tuple[Step, ...]]] = defaultdict(dict)
        removed: defaultdict[date, dict[str, str]] = defaultdict(dict)
        for ref in sorted(self._versions):
            last = self._versions[ref][-1]
            if last.blob:
                past = self._past(ref)
                added[past.added.date()].append(ref)
                for day, steps in by_day(past.steps).items():
                    corrected[day][ref] = steps
            elif ref not in self._renamed.values():
                removed[last.moment.date()][ref] = self.redirects.get(ref, "")
        every = sorted({*added, *corrected, *removed}, reverse=True)
        return tuple(Day(day, tuple(added[day]), corrected[day], removed[day]) for day in every)

    @cached_property
    def _pasts(self) -> dict[str, Past]:
        return {}

    @cached_property
    def _versions(self) -> Mapping[str, list[_Version]]:
        return read_log(self.archive.log())

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        """The id before, by the id after; where two became one, the other was merged into it."""
        found = {}
        for old, new in self.redirects.items():
            before, after = self._versions.get(old), self._versions.get(new)
            if before and after and before[-1] == after[0]._replace(blob=""):
                found[new] = old
        return found

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        several = (found for ref in self._versions if len(found := self._chain(ref)) > 1)
        wanted = dict.fromkeys(version.blob for _, version in (each for c in several for each in c))
        return self.archive.read(blob for blob in wanted if blob)

    def _chain(self, ref: str) -> list[tuple[str, _Version]]:
        """The states of a record under all its ids, each with the id, gone ones left out."""
        chain: list[tuple[str, _Version]] = []
        seen: set[str] = set()
        while ref and ref not in seen:
            seen.add(ref)
            states = [(ref, version) for version in self._versions.get(ref, ()) if version.blob]
            chain = states + chain
            ref = self._renamed.get(ref, "")
        return chain

    def _past(self, ref: str) -> Past:
        if ref not in self._pasts:
            self._pasts[ref] = self._read_past(ref)
        return self._pasts[ref]

    def _read_past(self, ref: str) -> Past:
        (name, first), *later = self._chain(ref)
        steps = []
        before = self._tree(first.blob) if later else None
        for new_name, version in later:
            after = self._tree(version.blob)
            changes = compare_trees(before, after) if before and after else ()
            old_name = name if name != new_name else ""
            if changes or old_name:
                steps.append(Step(version.moment, changes, old_name))
            before, name = after or before, new_name
        return Past(first.moment, tuple(steps))

    def _tree(self, blob: str) -> Any:
        raw = self._files.get(blob)
        document = read_document(blob, raw)[0] if raw is not None else None
        return document.tree if document else None


def by_day(steps: Iterable[Step]) -> dict[date, tuple[Step, ...]]:
    """Steps by their days, in their order."""
    grouped: defaultdict[date, tuple[Step, ...]] = defaultdict(tuple)
    for step in steps:
        grouped[step.moment.date()] += (step,)
    return dict(grouped)


def read_log(text: str) -> dict[str, list[_Version]]:
    """The states of each record that a log tells of, by `<plural>/<id>`, oldest first."""
    found: defaultdict[str, list[_Version]] = defaultdict(list)
    for number, commit in enumerate(_COMMIT.split(text)[1:]):
        stamp, *lines = commit.splitlines()
        moment = datetime.fromtimestamp(int(stamp), HONG_KONG)
        after: dict[str, str] = {}
        for line in lines:
            fields, _, path = line.partition("\t")
            if ref := name_record(path):
                blob = fields.split(" ")[3]
                # moved to another folder, a record goes from one path and comes to another
                after[ref] = after.get(ref) or ("" if _NONE.fullmatch(blob) else blob)
        for ref, blob in after.items():
            found[ref].append(_Version(number, moment, blob))
    return dict(found)
