"""`python -m coop.links.external DATA`: which addresses of sources no longer answer, as Markdown.

A dead link is for a person to look at. It is never a reason to drop a fact: a source that is gone
from the web still counts. Exit 1 if there is anything to look at.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from coop.catalog import build_catalog
from coop.diagnostics import render_text
from coop.lists import LINKS
from coop.loading import load
from coop.model.written.addresses import host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coop.catalog import Catalog

_PATIENCE = 30  # seconds
_PAUSE = 1.0  # seconds between two requests to one host
_TRIES = 2
_HOSTS_AT_ONCE = 8
_MOST_SILENT = 3  # links of a host without an answer, after which it is left in peace
_AGENT = "hk-mainland-records link check (weekly, one request a second to a host)"
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_FRONT = {"", "/"}


class Link(NamedTuple):
    """An address and the source records that give it, each as `<plural>/<id>`."""

    address: str
    refs: tuple[str, ...]


class Answer(NamedTuple):
    """What an address answered: `good`, `gone` or `unsure`, why in words, whether nothing came."""

    verdict: str
    reason: str = ""
    is_silent: bool = False


GOOD = Answer("good")
NOT_ASKED = Answer("unsure", "not asked: the host gave no answer to the links before")


def list_links(catalog: Catalog) -> tuple[Link, ...]:
    """Every address of a source, its own and that of its archived copy, in order."""
    refs: defaultdict[str, list[str]] = defaultdict(list)
    for source in catalog.sources.values():
        for address in (source.url, source.archived):
            if address:
                refs[address].append(source.ref)
    return tuple(Link(address, tuple(found)) for address, found in sorted(refs.items()))


def check_links(
    links: Sequence[Link], exceptions: Mapping[str, str], ask: Callable[[str], Answer]
) -> dict[Link, Answer]:
    """What each link answered; hosts side by side, the links of one host one after another."""
    by_host: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if not {link.address, host_of(link.address)} & exceptions.keys():
            by_host[host_of(link.address)].append(link)
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        answers = pool.map(lambda some: [*_ask_host(some, ask)], by_host.values())
        return dict(sorted(pair for pairs in answers for pair in pairs))


def _ask_host(links: Sequence[Link], ask: Callable[[str], Answer]) -> Iterator[tuple[Link, Answer]]:
    """What the links of one host answered; one that is silent is not waited for again and again."""
    silent = 0
    for link in links:
        if silent == _MOST_SILENT:
            yield link, NOT_ASKED
            continue
        answer = ask(link.address)
        silent = silent + 1 if answer.is_silent else 0
        yield link, answer


def ask_patiently(address: str) -> Answer:
    """What an address answers; asked once more, after a pause, if it does not answer well."""
    answer = GOOD
    for _ in range(_TRIES):
        time.sleep(_PAUSE)
        answer = _ask(address)
        if answer == GOOD:
            break
    return answer


def _ask(address: str) -> Answer:
    try:
        request = Request(address, headers={"User-Agent": _AGENT})  # noqa: S310 - E502: http(s) only
        with urlopen(request, timeout=_PATIENCE) as response:  # noqa: S310 - the same
            landed = response.geturl()
    except HTTPError as error:
        with error:
            verdict = "gone" if error.code in _GONE else "unsure"
            return Answer(verdict, f"answers {error.code} {error.reason}")
    except (OSError, HTTPException, ValueError) as error:
        why = getattr(error, "reason", None) or error
        return Answer("unsure", f"does not answer: {why}", is_silent=True)
    if urlsplit(landed).path in _FRONT and urlsplit(address).path not in _FRONT:
        return Answer("gone", f"leads to a front page: {landed}")
    return GOOD


def write_report(
    answers: Mapping[Link, Answer], exceptions: Mapping[str, str], links: Sequence[Link]
) -> tuple[str, bool]:
    """The report as Markdown, and whether a person has anything to look at."""
    asked = sum(answer != NOT_ASKED for answer in answers.values())
    lines = [f"{asked} of {len(links)} addresses were asked."]
    for verdict, title in (("gone", "Gone"), ("unsure", "Not sure")):
        lines += _section(title, answers, verdict)
    asked_for = {link.address for link in links} | {host_of(link.address) for link in links}
    needless = sorted(exceptions.keys() - asked_for)
    if needless:
        lines += ["", "## Exceptions that no source needs", ""]
        lines += [f"- `{key}` in data/{LINKS}" for key in needless]
    to_look_at = bool(needless) or any(answer != GOOD for answer in answers.values())
    return "\n".join([*lines, "", _ADVICE, ""]), to_look_at


_ADVICE = """\
What to do with each: open it by hand. If the document has moved, correct `url`. If it is gone,
look for it in a web archive, give that address as `archived`, and keep `url`: it says where the
document stood. If the host only turns programs away, add it to data/links.yaml with the reason.
**A dead link never takes a fact or a source away.**"""


def _section(title: str, answers: Mapping[Link, Answer], verdict: str) -> Iterator[str]:
    found = [(link, answer) for link, answer in answers.items() if answer.verdict == verdict]
    if found:
        yield from ("", f"## {title}: {len(found)}", "")
    for link, answer in found:
        names = ", ".join(f"`{ref}`" for ref in link.refs)
        yield f"- <{link.address}> {_plain(answer.reason)} ({names})"


def _plain(text: str) -> str:
    """A text from another host in which nothing is Markdown, a mention or HTML."""
    kept = "".join(char if char.isalnum() or char in " .:/-" else " " for char in text)
    return f"`{' '.join(kept.split())[:200]}`"


def main() -> int:
    """Print the report on the records in the folder that the command line names."""
    data = Path(sys.argv[1])
    loaded = load(data)
    if loaded.lists.tells_of(LINKS):
        sys.exit(render_text(loaded.lists.findings))
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    links, exceptions = list_links(catalog), loaded.lists.exceptions
    answers = check_links(links, exceptions, ask_patiently)
    report, to_look_at = write_report(answers, exceptions, links)
    sys.stdout.write(report)
    return int(to_look_at)


if __name__ == "__main__":
    sys.exit(main())
