"""The weekly check of links: what is asked, what an answer means, what a person is told."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from coop.links import external
from coop.links.external import (
    GOOD,
    NOT_ASKED,
    Answer,
    Link,
    ask_patiently,
    check_links,
    list_links,
    write_report,
)
from coop.model import Kind
from tests.samples import SOURCE, make_catalog, read_record

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWERS = {"/good": 200, "/gone": 404, "/withdrawn": 410, "/closed": 403, "/broken": 500, "/": 200}
ORIGINAL = SOURCE.replace("seen: copy", "seen: original")


class Host(BaseHTTPRequestHandler):
    """A host that answers each path in its own way."""

    asked: list[str]

    def do_GET(self) -> None:
        """Answer as the path says."""
        self.asked.append(self.path)
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/")
        elif self.path == "/flaky" and self.asked.count("/flaky") == 1:
            self.send_response(503)
        else:
            self.send_response(ANSWERS.get(self.path, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the server's own
        """Say nothing."""
        del format, args


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(external, "_PAUSE", 0)
    Host.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "verdict", "reason"),
    [
        ("/good", "good", ""),
        ("/flaky", "good", ""),
        ("/gone", "gone", "answers 404 Not Found"),
        ("/withdrawn", "gone", "answers 410 Gone"),
        ("/moved", "gone", "leads to a front page"),
        ("/closed", "unsure", "answers 403 Forbidden"),
        ("/broken", "unsure", "answers 500"),
    ],
)
def test_what_an_answer_means(host: str, path: str, verdict: str, reason: str) -> None:
    answer = ask_patiently(host + path)

    assert answer.verdict == verdict
    assert answer.reason.startswith(reason)


def test_a_host_that_is_not_there_is_no_proof_that_a_document_is_gone(host: str) -> None:
    port = host.rpartition(":")[2]
    answer = ask_patiently(f"http://127.0.0.1:{port}0/x" if int(port) < 6553 else "http://[/")

    assert answer.verdict == "unsure"


def test_each_address_is_asked_once_and_an_exception_never() -> None:
    links = [Link(f"https://{name}.example/a", ("sources/x",)) for name in ("one", "two", "three")]
    asked: list[str] = []

    def ask(address: str) -> Answer:
        asked.append(address)
        return GOOD

    exceptions = {"one.example": "turns programs away", links[1].address: "needs a login"}
    answers = check_links(links, exceptions, ask)

    assert asked == ["https://three.example/a"]
    assert answers == {links[2]: GOOD}


def test_a_silent_host_is_left_in_peace_and_one_that_answers_is_asked_on() -> None:
    hosts = {"silent.example": [True] * 5, "busy.example": [True, True, False, True, True]}
    links = [
        Link(f"https://{host}/{number}", ("sources/x",)) for host in hosts for number in range(5)
    ]

    def ask(address: str) -> Answer:
        _, _, host, number = address.split("/")
        silent = hosts[host][int(number)]
        return Answer("unsure", "does not answer", is_silent=True) if silent else GOOD

    answers = check_links(links, {}, ask)

    assert [link.address for link in links if answers[link] == NOT_ASKED] == [
        "https://silent.example/3",
        "https://silent.example/4",
    ]
    assert write_report(answers, {}, links)[0].startswith("8 of 10 addresses were asked.")


def test_own_and_archived_addresses_of_all_sources_are_listed() -> None:
    text = ORIGINAL + "url: https://a.example/1\narchived: https://b.example/1\n"
    one = read_record(Kind.SOURCES, text, "one")
    two = read_record(Kind.SOURCES, ORIGINAL + "url: https://b.example/1\n", "two")
    copy = read_record(Kind.SOURCES, SOURCE, "three")

    assert list_links(make_catalog(one, two, copy)) == (
        Link("https://a.example/1", ("sources/one",)),
        Link("https://b.example/1", ("sources/one", "sources/two")),
    )


def test_the_report_names_records_and_says_that_no_fact_is_dropped() -> None:
    gone, good = Link("https://a.example/1", ("sources/one",)), Link("https://b.example/", ("x",))
    answers = {gone: Answer("gone", "answers 404 <b>`@all"), good: GOOD}

    report, to_look_at = write_report(answers, {}, [gone, good])

    assert to_look_at
    assert "- <https://a.example/1> `answers 404 b all` (`sources/one`)\n" in report
    assert "b.example" not in report
    assert "never takes a fact or a source away" in report
    assert write_report({good: GOOD}, {}, [good])[1] is False


def test_an_exception_that_no_source_needs_is_told() -> None:
    link = Link("https://a.example/1", ("sources/one",))

    report, to_look_at = write_report({}, {"a.example": "why", "b.example": "why"}, [link])

    assert to_look_at
    assert "`b.example` in data/links.yaml" in report
    assert "`a.example`" not in report
