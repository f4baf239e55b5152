"""Sources: where they may be linked, and whether they are used."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding, Location
from coop.lists import ARCHIVE, HOSTS
from coop.model import Kind, Source
from coop.model.vocabulary import Grade, Seen
from coop.model.written.addresses import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.loading import Entry
    from coop.rules.scope import Scope

_LEFT_OUT = "take the line out"
_ON_GRADE = (
    "Write 'grade: {}', under which data/hosts.yaml has it; if it is the own site of a government "
    "or body, move it there to 'official:'"
)
_ON_GRADES = {ARCHIVE: "Write this address under archived, and the document's own under url"}


def check_hosts(scope: Scope) -> Iterator[Finding]:
    """Only listed hosts are linked (E503); where the list itself is wrong, only that is told."""
    lists, linked = scope.loaded.lists, list(_linked_hosts(scope))
    if linked and not lists.hosts and not lists.tells_of(HOSTS):
        message = "no host is listed here, so no source may have an address"
        advice = "List the hosts that may be linked by grade, as in 'official: [gov.hk]'"
        yield Finding(Location(f"data/{HOSTS}"), Code.HOST_NOT_LISTED, message, advice=advice)
        return
    listed = frozenset(chain.from_iterable(lists.hosts.values()))
    for entry, key, grade, host in linked if not lists.tells_of(HOSTS) else ():
        if not _covered(host, listed):
            message = f"host '{host}' may not be linked; only hosts of data/hosts.yaml may"
            instead = "take the line out and write 'seen: copy'" if key == "url" else _LEFT_OUT
            advice = (
                f"If the site can be relied on, add the line '  - {host.removeprefix('www.')}' to "
                f"that file, below '{grade}:'; else {instead}"
            )
            yield Finding(entry.locate(key), Code.HOST_NOT_LISTED, message, advice=advice)


def check_archives(scope: Scope) -> Iterator[Finding]:
    """A copy said to be archived stands with an archive, not on another listed host (E503)."""
    lists = scope.loaded.lists
    archives = frozenset(lists.hosts.get(ARCHIVE, ()))
    others = frozenset(chain.from_iterable(lists.hosts.values())) - archives
    for entry, key, _, host in _linked_hosts(scope) if not lists.tells_of(HOSTS) else ():
        if key == "archived" and _covered(host, others) and not _covered(host, archives):
            message = f"host '{host}' is no web archive, and archived is for the copy in one"
            advice = (
                "The document's own address stands under url; else give another version a source "
                f"of its own. If it is an archive, add it to data/{HOSTS}, below '{ARCHIVE}:'"
            )
            yield Finding(entry.locate(key), Code.HOST_NOT_LISTED, message, advice=advice)


def _linked_hosts(scope: Scope) -> Iterator[tuple[Entry, str, str, str]]:
    """Each host of an address, with the source's entry, the key, and the grade to list it under."""
    for entry, source in scope.entries(Source):
        for key, grade in (("url", source.grade.value), ("archived", ARCHIVE)):
            if host := host_of(getattr(source, key)):
                yield entry, key, grade, host


def check_official_hosts(scope: Scope) -> Iterator[Finding]:
    """An official source stands on an official host (E504)."""
    if scope.loaded.lists.tells_of(HOSTS):
        return
    hosts = scope.loaded.hosts
    official = frozenset(hosts.get(Grade.OFFICIAL, ()))
    for entry, source in scope.entries(Source):
        host = host_of(source.url)
        if source.grade is not Grade.OFFICIAL or not host or _covered(host, official):
            continue
        grade = next((each for each in hosts if _covered(host, frozenset(hosts[each]))), "")
        if grade:
            message = f"host '{host}' is not official, so the source's grade cannot be"
            advice = _ON_GRADES.get(grade, _ON_GRADE.format(grade))
            yield Finding(entry.locate("url"), Code.HOST_NOT_OFFICIAL, message, advice=advice)


def check_copies(scope: Scope) -> Iterator[Finding]:
    """A document read only as a copy has no address (E505)."""
    for entry, source in scope.entries(Source):
        if source.seen is Seen.COPY and source.url:
            message = "read as a copy, so its own address is not known: leave out url"
            yield Finding(entry.locate("url"), Code.COPY_WITH_ADDRESS, message)


def check_sources_used(scope: Scope) -> Iterator[Finding]:
    """A source that no record cites (N506)."""
    cited = {reference.ref for _, reference in scope.mentions}
    for entry, source in scope.entries(Source):
        if scope.is_complete and source.ref not in cited:
            message = f"no record cites the {Kind.SOURCES.singular} '{source.id}'"
            yield Finding(entry.locate(), Code.SOURCE_UNUSED, message)


def _covered(host: str, listed: frozenset[str]) -> bool:
    """Whether a host, or one that it lies below, is among those listed."""
    return host in listed or any(
        host[place + 1 :] in listed for place, char in enumerate(host) if char == "."
    )


RULES = (check_hosts, check_archives, check_official_hosts, check_copies, check_sources_used)
