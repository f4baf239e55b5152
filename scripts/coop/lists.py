"""The lists beside the records, in files of their own: redirects, hosts, exceptions for links."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coop.diagnostics import Code, Finding, closest
from coop.model import Kind
from coop.model.vocabulary import Grade
from coop.model.written.addresses import is_address, is_host
from coop.text import is_id
from coop.yamlio import Document, read_document
from coop.yamlio.faults import tell_unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

REDIRECTS = "redirects.yaml"
HOSTS = "hosts.yaml"
LINKS = "links.yaml"
LISTS = (REDIRECTS, HOSTS, LINKS)
ARCHIVE = "archive"  # beside the grades, where archived copies stand
_GRADES = (*Grade, ARCHIVE)


@dataclass(frozen=True, slots=True)
class Lists:
    """What the lists say, as far as it could be read, and all that is wrong with them."""

    redirects: Mapping[str, str] = field(default_factory=dict)
    """The present `<plural>/<id>` of each record by the one that it had before."""
    hosts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The hosts that may be linked, by grade."""
    exceptions: Mapping[str, str] = field(default_factory=dict)
    """Hosts and addresses that the check of links does not ask, each with the reason."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """The files by name; one that is missing or is no map has none."""
    findings: tuple[Finding, ...] = ()

    def tells_of(self, name: str) -> bool:
        """Whether anything is wrong with the file of a list."""
        return any(found.location.path.endswith(f"/{name}") for found in self.findings)


def read_lists(root: Path) -> Lists:
    """The lists in a folder."""
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    for name, check in _CHECKS.items():
        document, found = _read(root, name)
        findings += found
        if document:
            documents[name] = document
            findings += check(document)
    trees = {name: document.tree for name, document in documents.items()}
    hosts = {
        grade: tuple(host for host in listed if isinstance(host, str))
        for grade, listed in trees.get(HOSTS, {}).items()
        if isinstance(listed, list)
    }
    return Lists(
        redirects=MappingProxyType(dict(_pairs(trees.get(REDIRECTS, {})))),
        hosts=MappingProxyType(hosts),
        exceptions=MappingProxyType(dict(_pairs(trees.get(LINKS, {})))),
        documents=MappingProxyType(documents),
        findings=tuple(findings),
    )


def _read(root: Path, name: str) -> tuple[Document | None, list[Finding]]:
    path, shown = root / name, f"{root.name}/{name}"
    try:
        raw = path.read_bytes()
    except OSError as error:
        is_there = path.exists() or path.is_symlink()
        return None, [tell_unreadable(shown, path, error)] if is_there else []
    document, findings = read_document(shown, raw)
    if [found.code for found in findings] == [Code.EMPTY_FILE]:
        return None, []  # a list without entries
    if document and not isinstance(document.tree, dict):
        message = "a map of keys expected here"
        findings.append(Finding(document.locate(()), Code.WRONG_SHAPE, message))
        return None, findings
    return document, findings


def _pairs(tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((key, value) for key, value in tree.items() if isinstance(value, str))


def _check_redirects(document: Document) -> Iterator[Finding]:
    yield from _check_texts(document, "the record's present name as <plural>/<id>")
    for old in document.tree:
        plural, _, record_id = old.partition("/")
        if plural not in set(Kind) or not is_id(record_id):
            near = closest(plural, Kind) if is_id(record_id) else ""
            message = f"unknown key '{old}'; write the record's old name as <plural>/<id>"
            place, meant = document.locate((old,), key=True), near and f"{near}/{record_id}"
            yield Finding(place, Code.UNKNOWN_KEY, message, meant if meant != old else "")


def _check_links(document: Document) -> Iterator[Finding]:
    yield from _check_texts(document, "the reason")
    for key in document.tree:
        if not is_host(key) and not is_address(key):
            message = f"unknown key '{key}'; write a host such as www.example.org, or an address"
            yield Finding(document.locate((key,), key=True), Code.UNKNOWN_KEY, message)


def _check_texts(document: Document, wanted: str) -> Iterator[Finding]:
    for key, value in document.tree.items():
        if value is None:
            message = f"'{key}' has no value; write {wanted} behind the colon"
            yield Finding(document.locate((key,), key=True), Code.NO_VALUE, message)
        elif not isinstance(value, str):
            message = f"text expected: {wanted}"
            yield Finding(document.locate((key,)), Code.WRONG_SHAPE, message)


def _check_hosts(document: Document) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for grade, listed in document.tree.items():
        if grade not in _GRADES:
            message = f"unknown key '{grade}'; keys here: {', '.join(_GRADES)}"
            place = document.locate((grade,), key=True)
            yield Finding(place, Code.UNKNOWN_KEY, message, closest(grade, _GRADES))
        if not isinstance(listed, list):
            message = "a list expected here; start each item with a dash"
            yield Finding(document.locate((grade,)), Code.WRONG_SHAPE, message)
            continue
        for index, host in enumerate(listed):
            place = document.locate((grade, index))
            if not isinstance(host, str) or not is_host(host):
                message = "a host expected here, without scheme and path: www.example.org"
                yield Finding(place, Code.MALFORMED_ADDRESS, message, _host_meant(host))
            elif (earlier := first.setdefault(host, grade)) != grade or host in listed[:index]:
                message = f"'{host}' stands under '{earlier}' already"
                yield Finding(place, Code.ITEM_TWICE, message, advice="Take one of the two out")


def _host_meant(written: object) -> str:
    text = str(written).strip().casefold()
    found = text.removeprefix("https://").removeprefix("http://").partition("/")[0]
    return found if is_host(found) else ""


_CHECKS: Mapping[str, Callable[[Document], Iterator[Finding]]] = {
    REDIRECTS: _check_redirects,
    HOSTS: _check_hosts,
    LINKS: _check_links,
}
