"""Every file of data/ read once: the records, the lists beside them, all that is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from coop.diagnostics import Code, Finding, Location, closest
from coop.edtf import is_date
from coop.lists import LISTS, Lists, read_lists
from coop.model import Kind, Record, find_kind
from coop.model.decoding.decode import decode_record
from coop.model.decoding.dropped import Dropped
from coop.model.decoding.homes import tell_home
from coop.model.decoding.salvage import salvage_record
from coop.model.written.meant import id_meant
from coop.published import PUBLISHED, read_published
from coop.text import is_id
from coop.yamlio import Document, Written, read_document, read_mended
from coop.yamlio.faults import tell_unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_END = ".yaml"
_NAME = re.compile(r"([^.]+)((?:\.ya?ml)?(?:\.txt)?)", re.IGNORECASE)
# What systems put behind the name of a second file that would have the same.
_COPY = re.compile(
    r" ?\(\d+\)$| - copy(?: ?\(\d+\))?$| copy(?: \d+)?$|[ -]*(?:副本|複本)$", re.IGNORECASE
)
LOCK = ".#"  # what Emacs lays beside a file that is open in it


class Entry(NamedTuple):
    """A record and the file that it was read from."""

    kind: Kind
    id: str
    document: Written
    record: Record
    dropped: Dropped = Dropped()
    """What the file has and the record has not, as it could not be read."""

    def locate(self, *path: str | int, key: bool = False) -> Location:
        """Where a value of the record, or its key, stands in its file."""
        return self.document.locate(self.dropped.path_before(path), key=key)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read from data/: the valid records, the lists beside them, the findings."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    lists: Lists = field(default_factory=Lists)
    published: Mapping[str, int] = field(default_factory=dict)
    """The ids that were published, each with its line in their list."""
    remains: tuple[Entry, ...] = ()
    """What is left of records that have mistakes in them: enough to see whom they name."""

    @property
    def redirects(self) -> Mapping[str, str]:
        """The present name of each record by the one that it had before."""
        return self.lists.redirects

    @property
    def hosts(self) -> Mapping[str, tuple[str, ...]]:
        """The hosts that may be linked, by grade."""
        return self.lists.hosts


class _Read(NamedTuple):
    """What a file gave: its record or what is left of one, and what is wrong with it."""

    entry: Entry | None = None
    findings: tuple[Finding, ...] = ()
    remains: Entry | None = None


@dataclass(slots=True)
class Reader:
    """Reads files and keeps what it read, so that a second load reads only what changed.

    Of a file that is not wanted, judged by its kind and its bytes, the bytes are kept unread.
    """

    is_wanted: Callable[[Kind, bytes], bool] = lambda _kind, _raw: True
    _known: dict[tuple[str, bytes], _Read] = field(default_factory=dict)
    _unread: dict[str, tuple[Kind, bytes]] = field(default_factory=dict)

    def load(self, root: Path) -> Loaded:
        """Everything under the folder `root` (the project's data/), with every finding.

        Paths in findings start with the folder's own name.
        """
        kept: dict[tuple[str, bytes], _Read] = {}
        reads: list[_Read] = []
        files: list[str] = []
        self._unread = {}
        for path, name in _list_paths(root):
            parts = path.parts[len(root.parts) :]
            folder = parts[0] if len(parts) > 1 else ""
            if not name.endswith(_END) or parts[-1] == _END:
                reads.append(_Read(findings=_not_read(path, name) if folder else ()))
                continue
            files.append(name)
            if folder or parts[0] not in LISTS:
                reads.append(self._read_once(path, name, folder, kept))
        self._known = kept
        lists = read_lists(root)
        more = (*lists.findings, *_find_beside(root.parent))
        return Loaded(
            entries=tuple(read.entry for read in reads if read.entry),
            findings=(*(found for read in reads for found in read.findings), *more),
            files=tuple(files),
            lists=lists,
            published=_read_published(root),
            remains=tuple(read.remains for read in reads if read.remains),
        )

    def read_later(self, is_wanted: Callable[[Kind, bytes], bool]) -> Iterator[Record]:
        """The valid records among the files that the last load left unread, as far as wanted."""
        for name, (kind, raw) in self._unread.items():
            if is_wanted(kind, raw) and (entry := _read(name, raw, kind).entry):
                yield entry.record

    def _read_once(
        self, path: Path, name: str, folder: str, kept: dict[tuple[str, bytes], _Read]
    ) -> _Read:
        """What a file below one of the folders gives, from what is known if it has not changed."""
        kind = find_kind(folder)
        if kind is None:
            return _Read(findings=(_stray(path, name, folder),))
        try:
            raw = path.read_bytes()
        except OSError as error:
            return _Read(findings=(tell_unreadable(name, path, error),))
        if not self.is_wanted(kind, raw):
            self._unread[name] = (kind, raw)
            return _Read()
        key = (name, blake2b(raw, digest_size=16).digest())
        kept[key] = read = self._known.get(key) or _read(name, raw, kind)
        return read


def load(root: Path) -> Loaded:
    """Everything under data/, read afresh."""
    return Reader().load(root)


def _list_paths(root: Path) -> Iterator[tuple[Path, str]]:
    """Everything below a folder in order, each path with its name for findings."""
    above = len(root.as_posix()) - len(root.name)
    for path in sorted(root.rglob("*"), key=lambda path: path.parts):
        if not path.name.startswith(LOCK):
            yield path, _legible(path.as_posix()[above:])


def _read(name: str, raw: bytes, kind: Kind) -> _Read:
    document, findings = read_document(name, raw)
    stem = _stem(name)
    if not is_id(stem):
        message = f"'{stem}' is no id; name the file with small letters, digits and single hyphens"
        findings.append(
            Finding(Location(name), Code.MALFORMED_ID, message, _name_meant(stem, document))
        )
    if document is None:
        return _read_meant(name, raw, kind, findings)
    record, more = decode_record(document, kind, stem)
    findings += more
    written = document.forget_tree()
    left = salvage_record(document, kind, stem) if not record and is_id(stem) else None
    return _Read(
        Entry(kind, record.id, written, record) if record and is_id(stem) else None,
        tuple(findings),
        Entry(kind, stem, written, *left) if left else None,
    )


def _read_meant(name: str, raw: bytes, kind: Kind, findings: list[Finding]) -> _Read:
    """What else is wrong in a file that is no YAML, where it is plain what was meant by it."""
    stem = _stem(name)
    meant = read_mended(name, raw)
    if not meant or not is_id(stem):
        return _Read(findings=tuple(findings))
    record, more = decode_record(meant, kind, stem)
    told = {found.location.line for found in findings}
    more = [found for found in more if found.location.line not in told]
    left = (record,) if record else salvage_record(meant, kind, stem)
    remains = Entry(kind, stem, meant.forget_tree(), *left) if left else None
    return _Read(findings=(*findings, *more), remains=remains)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(_END)


def _name_meant(stem: str, document: Document | None) -> str:
    """The name of a file that was meant, for one that has a day with that day in front."""
    meant = id_meant(_COPY.sub("", stem))
    day = document.tree.get("date") if document and isinstance(document.tree, dict) else None
    if isinstance(day, str) and is_date(day) and day[0].isdecimal() and meant[:1].isalpha():
        meant = f"{day.partition('/')[0]}-{meant}"
    return f"{meant}{_END}" if meant else ""


def _legible(name: str) -> str:
    """A name in which bytes that are no UTF-8 are spelt out: it can be shown, and is no id."""
    return name.encode("utf-8", "backslashreplace").decode()


def _not_read(path: Path, name: str) -> tuple[Finding, ...]:
    """A finding for a file that is meant as a record and is passed over because of its name."""
    written = _NAME.fullmatch(path.name)
    if "/." in name or path.is_dir():
        return ()
    is_other = not written or written[2].casefold() == ".txt"
    if is_other and not _home(path):
        return ()  # a note or a picture
    message = "only files whose names end in .yaml are read"
    meant = path.name.partition(".")[0].strip() + _END
    return (Finding(Location(name), Code.MALFORMED_ID, message, meant),)


def _stray(path: Path, name: str, folder: str) -> Finding:
    if home := _home(path):
        return Finding(Location(name), Code.MALFORMED_ID, f"no record is read here; {home}")
    message = f"no kind of record lives here; folders: {', '.join(Kind)}"
    return Finding(Location(name), Code.MALFORMED_ID, message, closest(folder, Kind))


def _home(path: Path) -> str:
    """Where a file that lies in no folder of records belongs, if its keys are those of one kind."""
    try:
        document, _ = read_document(path.name, path.read_bytes())
    except OSError:
        return ""
    return tell_home(document, path.stem) if document else ""


def _find_beside(project: Path) -> Iterator[Finding]:
    """A finding for each record that lies beside the folder of records and not in it."""
    files = [*project.glob(f"*{_END}"), *(project / "docs").rglob(f"*{_END}")]
    for kind in Kind:
        files += (project / kind.value).rglob(f"*{_END}")
    for path in sorted(files):
        if home := _home(path):
            name = _legible(path.relative_to(project).as_posix())
            message = f"no record is read here, outside data/; {home}"
            yield Finding(Location(name), Code.MALFORMED_ID, message)


def _read_published(root: Path) -> Mapping[str, int]:
    path = root / PUBLISHED
    text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
    return MappingProxyType(read_published(text))
