"""The examples on the pages about the data do what the pages say."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import sqlite3
from typing import TYPE_CHECKING

import pytest

from coop.catalog import build_catalog
from coop.loading import load
from coop.site import build, write_bytes
from tests.site.building import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("docs/data.md", "docs/zh-hant/data.md")
SITE = "https://example.org/"
USED = ("data/", "api/v1/meetings.json", "api/v1/sources.json")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FORMULA = re.compile(r'([A-Z]):\1,"([^"]+)"')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files of the real site that the examples use."""
    loaded = load(ROOT / "data")
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    made: Path = tmp_path_factory.mktemp("data-page")
    for output in build(catalog, {}, SITE):
        if output.path.startswith(USED):
            target = made / output.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(write_bytes(output))
    return made


def examples(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text("utf-8")
    return [code for name, code in _BLOCK.findall(text) if name == language]


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_in_python_run(page: str, folder: Path) -> None:
    for code in examples(page, "python"):
        local = code.replace('"http://127.0.0.1:8000/"', f'"{folder.as_uri()}/"')
        assert local != code
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(local, page, "exec"), {})  # noqa: S102 - our own page
        assert len(said.getvalue().splitlines()) > 1
    assert len(examples(page, "python")) == 2


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_in_sql_find_something(page: str, folder: Path) -> None:
    with contextlib.closing(sqlite3.connect(folder / "data" / "records.sqlite")) as database:
        signed, found = (database.execute(code).fetchall() for code in examples(page, "sql"))
    assert {row[0] for row in signed} >= {"2024-02-06"}
    assert len(found) > 1


@pytest.mark.parametrize("page", PAGES)
def test_the_formula_counts_what_the_page_says(page: str, folder: Path) -> None:
    (formula,) = (code for code in examples(page, "text") if code.startswith("=COUNTIFS("))
    conditions = dict(_FORMULA.findall(formula))
    text = (folder / "data" / "meetings.csv").read_text("utf-8-sig")
    header, *lines = csv.reader(io.StringIO(text, newline=""))
    letters = {letter: header[ord(letter) - ord("A")] for letter in conditions}
    assert letters == {"N": "platform", "I": "status", "K": "date_start"}
    counted = [
        row
        for row in (dict(zip(header, line, strict=True)) for line in lines)
        if row["platform"] == conditions["N"]
        and row["status"] == conditions["I"]
        and row["date_start"] >= conditions["K"].removeprefix(">=")
    ]
    assert len(counted) > 5


@pytest.mark.parametrize("page", PAGES)
def test_every_download_is_named_on_the_page(page: str, folder: Path) -> None:
    named = set(re.findall(r"\]\((?:\.\./)?data/([^)]+)\)", (ROOT / page).read_text("utf-8")))
    assert named == {path.name for path in (folder / "data").iterdir()}
