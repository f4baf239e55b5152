"""Every file of data/ read once: records, redirects, hosts, and all that is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from coop.diagnostics import Code, Finding, Location, closest
from coop.model import Kind, Record
from coop.model.decode import decode_record, salvage_record
from coop.published import PUBLISHED, read_published
from coop.text import is_id
from coop.yamlio import Document, read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

REDIRECTS = "redirects.yaml"
HOSTS = "hosts.yaml"
LINKS = "links.yaml"
_LISTS = (REDIRECTS, HOSTS, LINKS)
_END = ".yaml"


class Entry(NamedTuple):
    """A record and the document that it was read from."""

    kind: Kind
    id: str
    document: Document
    record: Record

    def locate(self, *path: str | int) -> Location:
        """Where a value of the record stands in its file."""
        return self.document.locate(path)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read from data/: the valid records, the two lists beside them, the findings."""

    entries: tuple[Entry, ...]
    redirects: Mapping[str, str]
    hosts: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    redirect_document: Document | None = None
    published: Mapping[str, int] = field(default_factory=dict)
    """The ids that were published, each with its line in their list."""
    remains: tuple[Entry, ...] = ()
    """What is left of records that have mistakes in them: enough to see whom they name."""


class _Read(NamedTuple):
    document: Document | None
    record: Record | None
    findings: tuple[Finding, ...]
    remains: Record | None = None


@dataclass(slots=True)
class Reader:
    """Reads files and keeps what it read, so that a second load reads only what changed."""

    _known: dict[tuple[str, bytes], _Read] = field(default_factory=dict)

    def load(self, root: Path) -> Loaded:
        """Everything under the folder `root` (the project's data/), with every finding.

        Paths in findings start with the folder's own name.
        """
        known: dict[tuple[str, bytes], _Read] = {}
        entries: list[Entry] = []
        remains: list[Entry] = []
        findings: list[Finding] = []
        files: list[str] = []
        for path in sorted(root.rglob("*")):
            parts = path.parts[len(root.parts) :]
            name = "/".join((root.name, *parts))
            if path.suffix != _END:
                findings += _not_read(path, name) if len(parts) > 1 else ()
                continue
            files.append(name)
            if name.removeprefix(f"{root.name}/") in _LISTS:
                continue
            kind = next((kind for kind in Kind if kind == parts[0]), None)
            if kind is None or len(parts) == 1:
                findings.append(_stray(name, "" if len(parts) == 1 else parts[0]))
                continue
            raw = path.read_bytes()
            key = (name, blake2b(raw, digest_size=16).digest())
            known[key] = read = self._known.get(key) or _read(name, raw, kind)
            findings += read.findings
            if read.document and read.record:
                entries.append(Entry(kind, read.record.id, read.document, read.record))
            elif read.document and read.remains:
                remains.append(Entry(kind, read.remains.id, read.document, read.remains))
        self._known = known
        loaded = _complete(root, entries, findings, files)
        return replace(loaded, remains=tuple(remains))


def load(root: Path) -> Loaded:
    """Everything under data/, read afresh."""
    return Reader().load(root)


def _read(name: str, raw: bytes, kind: Kind) -> _Read:
    document, findings = read_document(name, raw)
    stem = name.rpartition("/")[2].removesuffix(".yaml")
    if not is_id(stem):
        message = f"'{stem}' is no id; name the file with small letters, digits and single hyphens"
        findings.append(Finding(Location(name), Code.MALFORMED_ID, message))
    if document is None:
        return _Read(None, None, tuple(findings))
    record, more = decode_record(document, kind, stem)
    findings += more
    if not is_id(stem):
        return _Read(document, None, tuple(findings))
    remains = None if record else salvage_record(document, kind, stem)
    return _Read(document, record, tuple(findings), remains)


def _not_read(path: Path, name: str) -> list[Finding]:
    """A finding for a file that is meant as a record and is passed over because of its name."""
    stem = path.name.removesuffix(".txt").removesuffix(".yml").removesuffix(_END)
    if "/." in name or "." in stem or path.name == f"{stem}.txt" or path.is_dir():
        return []
    wanted = stem + _END
    message = "only files whose names end in .yaml are read"
    return [Finding(Location(name), Code.MALFORMED_ID, message, wanted)]


def _stray(name: str, folder: str) -> Finding:
    message = f"no kind of record lives here; folders: {', '.join(Kind)}"
    return Finding(Location(name), Code.MALFORMED_ID, message, closest(folder, Kind))


def _complete(
    root: Path, entries: list[Entry], findings: list[Finding], files: list[str]
) -> Loaded:
    redirect_document, more = _read_list(root, REDIRECTS)
    findings += more
    host_document, more = _read_list(root, HOSTS)
    findings += more
    redirects = dict(_pairs(redirect_document))
    tree = host_document.tree if host_document else {}
    hosts = {grade: tuple(names) for grade, names in tree.items() if isinstance(names, list)}
    findings += (_no_list(host_document, grade) for grade in tree.keys() - hosts.keys())
    return Loaded(
        entries=tuple(entries),
        redirects=MappingProxyType(redirects),
        hosts=MappingProxyType(hosts),
        findings=tuple(findings),
        files=tuple(files),
        redirect_document=redirect_document,
        published=_read_published(root),
    )


def _read_list(root: Path, name: str) -> tuple[Document | None, list[Finding]]:
    path = root / name
    if not path.is_file():
        return None, []
    document, findings = read_document(f"{root.name}/{name}", path.read_bytes())
    if document and not isinstance(document.tree, dict):
        message = "a map of keys expected here"
        findings.append(Finding(document.locate(()), Code.WRONG_SHAPE, message))
        return None, findings
    return document, findings


def _no_list(document: Document | None, key: str) -> Finding:
    place = document.locate((key,)) if document else Location(HOSTS)
    return Finding(place, Code.WRONG_SHAPE, "a list expected here; start each item with a dash")


def _read_published(root: Path) -> Mapping[str, int]:
    path = root / PUBLISHED
    text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
    return MappingProxyType(read_published(text))


def _pairs(document: Document | None) -> Iterator[tuple[str, str]]:
    for old, new in (document.tree if document else {}).items():
        if isinstance(new, str):
            yield old, new
