"""The records themselves: no errors, and the counts that say something was read at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from coop.catalog import build_catalog
from coop.loading import Loaded, load
from coop.model import Kind
from coop.rules import check

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(DATA)


def test_no_record_has_an_error(loaded: Loaded) -> None:
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)

    errors = [str(finding) for finding in check(loaded, catalog) if finding.code.is_error]

    assert not errors


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_records(loaded: Loaded, kind: Kind) -> None:
    assert [entry.id for entry in loaded.entries if entry.kind is kind]


def test_every_file_in_the_folder_is_read(loaded: Loaded) -> None:
    files = sorted(path for path in DATA.rglob("*") if path.is_file())

    names = [f"data/{path.relative_to(DATA).as_posix()}" for path in files]
    assert names == sorted([*loaded.files, "data/published.txt"])
    assert len(loaded.published) > 1000
