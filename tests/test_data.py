"""The records themselves: no errors, and the counts that say something was read at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coop.catalog import build_catalog
from coop.loading import Loaded, load
from coop.model import Kind, Organisation
from coop.model.values import LangMap
from coop.rules import check
from tests.chinese import blanks_in

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


def test_no_blank_stands_beside_latin_words_in_the_chinese_of_ours(loaded: Loaded) -> None:
    found = [
        f"{entry.record.ref}: {blank}"
        for entry in loaded.entries
        for path, part in entry.record.parts
        if isinstance(part, LangMap) and path[0] != "title"  # a document's, written as printed
        for text in filter(None, (part.zh_hant, part.zh_hans))
        for blank in blanks_in(text)
    ]
    assert found == []


def test_the_head_of_a_place_is_called_by_it_in_chinese(loaded: Loaded) -> None:
    """「廣東省省長」, not 「省長」, which would be shown as 「廣東省政府省長」."""
    bare = [
        f"{entry.record.ref}: {post.name.zh_hant}"
        for entry in loaded.entries
        if isinstance(entry.record, Organisation)
        for post in entry.record.posts
        if re.fullmatch("[代副常務]*(省長|市長|區長|縣長|主席)", post.name.zh_hant or "")
        and (entry.record.name.zh_hant or "").endswith("人民政府")
    ]
    assert bare == []
