"""A site made from a repository tells the past of its records; from a cut-off one it does not."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.repositories import commit, git
from tests.site.building import Site, build, copy_project, make_once
from tests.site.test_reproducible import digests

if TYPE_CHECKING:
    from pathlib import Path

PIER = "data/places/example-pier.yaml"
CALL = "data/meetings/2030/2030-01-15-example-call.yaml"


def make_repository(folder: Path) -> None:
    """Make a project with a past: all added, a call dated, a place written in another form."""
    copy_project(folder)
    git(folder, "init", "--initial-branch", "main")
    commit(folder, {}, 1)
    call = (folder / CALL).read_text("utf-8")
    commit(folder, {CALL: re.sub(r"(?m)^date: .*$", "date: 2030-01-16", call)}, 3)
    head, tail = (folder / PIER).read_text("utf-8").split("kind:")
    commit(folder, {PIER: f"kind:{tail}{head}"}, 5)


@pytest.fixture(scope="session")
def repository(shared: Path) -> Path:
    """Return a project with a past."""
    return make_once(shared / "repository", make_repository)


@pytest.fixture(scope="session")
def remembered(repository: Path, shared: Path) -> Site:
    """Return the site made from it."""
    return Site(make_once(shared / "remembered", lambda folder: build(repository, folder)), "")


def test_a_page_tells_what_changed_in_its_record(remembered: Site) -> None:
    page = remembered.page("meetings/2030-01-15-example-call/")
    assert "In the records since 1 January 2024; last changed on 3 January 2024" in page
    assert "<li>Date: January 2030 → 16 January 2030</li>" in page
    chinese = remembered.page("zh-hant/meetings/2030-01-15-example-call/")
    assert "<li>日期：2030年1月→2030年1月16日</li>" in chinese
    pier = remembered.page("places/example-pier/")
    assert '<p class="coop-history">In the records since 1 January 2024</p>' in pier


def test_a_change_is_told_in_every_form(remembered: Site) -> None:
    days = json.loads(remembered.read("api/v1/changes.json"))["days"]
    assert [day["day"] for day in days] == ["2024-01-03", "2024-01-01"]
    assert days[0]["corrected"][0]["ref"] == "meetings/2030-01-15-example-call"
    assert "Date: January 2030 → 16 January 2030" in remembered.page("changes/")
    events = remembered.read("calendar/all.ics").split("BEGIN:VEVENT")
    (event,) = [each for each in events if "UID:meetings/2030-01-15-example-call@" in each]
    assert "SEQUENCE:1\n" in event
    assert "LAST-MODIFIED:20240103T120000Z\n" in event
    assert "<title>Corrected: " in remembered.read("feeds/all.atom")
    entry = remembered.read("sitemap.xml").partition("/meetings/2030-01-15-example-call/</loc>")[2]
    assert entry.strip().startswith("<lastmod>2024-01-03</lastmod>")


def test_another_clone_gives_the_same_bytes(
    repository: Path, remembered: Site, tmp_path: Path
) -> None:
    git(tmp_path, "clone", repository.as_uri(), "clone")
    again = build(tmp_path / "clone", tmp_path / "again", TZ="Pacific/Auckland", LANG="C")
    assert digests(again.folder) == digests(remembered.folder)


def test_a_shallow_clone_is_quiet_about_the_past(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "clone")
    site = build(tmp_path / "clone", tmp_path / "site")
    assert not (site.folder / "api" / "v1" / "changes.json").exists()
    assert "coop-history" not in site.page("meetings/2030-01-15-example-call/")
    assert "without the history of the records" in site.page("changes/")
    assert "lastmod" not in site.read("sitemap.xml")
    assert "SEQUENCE" not in site.read("calendar/all.ics")
