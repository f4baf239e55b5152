"""`mkdocs serve`: a save reloads the page; a mistake is told and the rest of the site goes on."""

from __future__ import annotations

import argparse
import re
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import dev
from tests.site.building import build, run, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.site.building import Site

PATIENCE = 60  # seconds, on a busy machine
MEETING = "data/meetings/2031/2031-05-20-hk-example-1.yaml"
DATE = "\ndate: 2031-05-20 "
PAGE = "meetings/2031-05-20-hk-example-1/"


class Server:
    """A running `mkdocs serve` of a project."""

    def __init__(self, project: Path) -> None:
        """Start to serve a project on a port that is free."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command,
            cwd=project,
            env=surroundings(PYTHONUNBUFFERED="1", SITE_URL=self.url),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.lines: deque[str] = deque()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.wait_for_line("Serving on")

    def _read(self) -> None:
        assert self.process.stdout
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def wait_for_line(self, words: str) -> None:
        """Wait until the terminal shows some words."""
        limit = time.monotonic() + PATIENCE
        while not any(words in line for line in tuple(self.lines)):
            assert self.process.poll() is None, "".join(self.lines)
            assert time.monotonic() < limit, f"no {words!r} in:\n" + "".join(self.lines)
            time.sleep(0.05)

    def get(self, path: str) -> str:
        """Return what the server answers for a path."""
        with urlopen(self.url + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            text: str = answer.read().decode("utf-8")
        return text

    def save(self, file: Path, old: str, new: str) -> None:
        """Replace a text in a file and wait until open pages are told to reload."""
        found = re.search(r"livereload\((\d+), (\d+)\)", self.get(""))
        assert found, "the page does not wait for a reload"
        self.lines.clear()
        text = file.read_text("utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), "utf-8")
        limit = time.monotonic() + PATIENCE
        while int(self.get(f"livereload/{found[1]}/{found[2]}")) <= int(found[1]):
            assert time.monotonic() < limit, "".join(self.lines)

    def stop(self) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stdout
        self.process.stdout.close()


@pytest.fixture
def server(tiny: Path) -> Iterator[Server]:
    """Return a server of the tiny project."""
    started = Server(tiny)
    yield started
    started.stop()


def test_a_page_is_there_when_it_is_asked_for(server: Server) -> None:
    for prefix in ("", "zh-hant/", "zh-hans/"):
        assert "2031" in server.get(prefix + PAGE)
    assert '"id": "example-pier"' in server.get("api/v1/places/example-pier.json")
    assert "<loc>" in server.get("sitemap.xml")
    with pytest.raises(HTTPError, match="404") as missing:
        server.get("meetings/2031-05-20-never/")
    missing.value.close()


def test_every_part_is_shown_in_all_states_while_serving_only(server: Server, site: Site) -> None:
    for prefix in ("", "zh-hant/", "zh-hans/"):
        page = server.get(f"{prefix}style/")
        for state in ("held", "announced", "postponed", "cancelled"):
            assert f"coop-badge--{state} coop-badge--status" in page
        for tag in ("en", "zh-Hant", "zh-Hans"):
            assert f'<div lang="{tag}">' in page
        assert "coop-swatches" in page
    assert not {"style/", "zh-hant/style/", "zh-hans/style/"} & set(site.addresses())


def test_a_new_date_is_on_the_page_after_a_save(server: Server, tiny: Path) -> None:
    assert "20 May 2031" in server.get(PAGE)
    server.save(tiny / MEETING, DATE, "\ndate: 2031-05-27 ")
    page = server.get(PAGE)
    assert "27 May 2031" in page
    assert "2031年5月27日" in server.get(f"zh-hant/{PAGE}")
    assert "27 May" in server.get("meetings/year/2031/")


def test_a_hand_written_page_stays_whole_until_it_is_changed(server: Server, tiny: Path) -> None:
    def article(path: str) -> str:
        return server.get(path).partition("<article")[2].partition("</article")[0]

    def head(path: str) -> str:
        return server.get(path).partition("<title>")[2].partition("</title>")[0]

    pages = ("about/", "zh-hans/about/", "contribute/sources/", "glossary/")
    before = {path: (head(path), article(path)) for path in pages}
    server.save(tiny / MEETING, DATE, "\ndate: 2031-05-27 ")
    assert {path: (head(path), article(path)) for path in pages} == before
    assert "27 May 2031" in server.get("")
    about = tiny / "docs" / "about.md"
    server.save(about, about.read_text("utf-8"), "# Another title\n\nAnother text.\n")
    assert "Another title" in head("about/")
    assert "Another text." in article("about/")
    assert article("glossary/") == before["glossary/"][1]
    server.save(tiny / MEETING, "\ndate: 2031-05-27 ", DATE)
    assert "Another title" in head("about/"), "a page that has its title from its heading"


def test_a_mistake_is_told_and_the_rest_goes_on_until_it_is_mended(
    server: Server, tiny: Path
) -> None:
    wrong = (DATE, "\ndate: 2031-02-30 ")
    server.save(tiny / MEETING, *wrong)
    place = place_of(tiny, "date: 2031-02-30")
    assert any(f"{place}: E401 '2031-02-30'" in line for line in server.lines)
    for prefix in ("", "zh-hant/", "zh-hans/"):
        told = server.get(f"{prefix}findings/")
        assert "E401" in told
        assert place in told
    assert "Chan Tai-man" in server.get("people/chan-tai-man/")
    assert "Example Pier" in server.get("places/example-pier/")

    server.save(tiny / MEETING, *reversed(wrong))
    assert "E401" not in server.get("findings/")
    assert "20 May 2031" in server.get(PAGE)


def test_broken_yaml_does_not_end_the_server(server: Server, tiny: Path) -> None:
    server.save(tiny / MEETING, "\nstatus: held", "\nstatus: [held")
    assert "E101" in server.get("findings/")
    assert "Example Harbour" in server.get("places/example-harbour/")
    for prefix in ("", "zh-hant/", "zh-hans/"):
        broken = server.get(prefix + PAGE)
        assert f"{MEETING}:" in broken
        assert "E101" in broken
        assert "joint meeting: second session" in broken.casefold(), "what to write instead"
    server.save(tiny / MEETING, "\nstatus: [held", "\nstatus: held")
    assert "20 May 2031" in server.get(PAGE)


def test_a_finding_stands_at_its_record_too(server: Server, tiny: Path) -> None:
    server.save(tiny / MEETING, "\nplace: ", "\nplace: no-")
    place = place_of(tiny, "place: no-")
    for prefix in ("", "zh-hant/", "zh-hans/"):
        page = server.get(prefix + PAGE)
        assert f"<code>{place}</code>" in page
        assert "2031" in page
    assert "所指的紀錄不存在" in server.get(f"zh-hant/{PAGE}")
    assert f'<a href="../{PAGE}"><code>{place}</code></a>' in server.get("findings/")
    assert "coop-panel--findings" not in server.get("places/example-harbour/")


def spoil(project: Path) -> None:
    """Put a mistake into a record."""
    path = project / MEETING
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^status: .*$", "status: hold", text), "utf-8")


def place_of(project: Path, line: str) -> str:
    """Return how a finding names the value on a line of the meeting's file."""
    lines = (project / MEETING).read_text("utf-8").splitlines()
    number = next(at for at, text in enumerate(lines, start=1) if text.startswith(line))
    return f"{MEETING}:{number}:{line.index(': ') + 3}"


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return when each file below a folder was written, and what it holds."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_build_with_errors_leaves_the_last_good_site(tiny: Path) -> None:
    build(tiny, tiny / "site")
    before = snapshot(tiny / "site")
    spoil(tiny)
    for options in ([], ["--strict"], ["--clean"]):
        done = run(tiny, "mkdocs", "build", *options)
        assert done.returncode == 1
        assert f"{place_of(tiny, 'status: hold')}: E206" in done.stderr
        assert "Traceback" not in done.stderr
    assert snapshot(tiny / "site") == before


@pytest.fixture
def developed(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose dev.py uses the environment that the tests run in."""
    monkeypatch.setattr(dev, "ROOT", tiny)
    monkeypatch.setattr("machine.steps.ROOT", tiny)
    monkeypatch.setattr(dev, "prepare", lambda: None)
    monkeypatch.setattr(dev, "venv_python", lambda _root: sys.executable)
    for name, text in surroundings().items():
        monkeypatch.setenv(name, text)
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    return tiny


def test_dev_build_replaces_the_site_only_by_a_good_one(developed: Path) -> None:
    options = argparse.Namespace()
    assert dev.build(options) == 0
    before = snapshot(developed / "site")
    assert "index.html" in before
    spoil(developed)
    assert dev.build(options) == 1
    assert snapshot(developed / "site") == before


def test_dev_build_refuses_a_site_with_a_broken_link(
    developed: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = argparse.Namespace()
    assert dev.build(options) == 0
    before = snapshot(developed / "site")
    page = developed / "docs" / "about.md"
    page.write_text(page.read_text("utf-8") + '\n\n<a href="../nowhere/">x</a>\n', "utf-8")
    assert dev.build(options) == 1
    assert "about/index.html: ../nowhere/: no such page or file" in capfd.readouterr().out
    assert snapshot(developed / "site") == before
