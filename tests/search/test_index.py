"""The index of the real records: what is in its pieces, and how large they are."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from coop.catalog import Catalog, build_catalog
from coop.loading import Reader
from coop.model import Kind
from coop.search.aliases import load_aliases
from coop.search.document import STATEMENT, TITLE
from coop.search.index import CHUNK, SearchIndex
from coop.search.packing import name_term, shard_of
from coop.search.terms import cut

ROOT = Path(__file__).resolve().parents[2]
_DUTY_VISIT = "meetings/2025-12-16-ce-duty-visit/"
LARGEST = 12_000  # bytes of any piece that a search of the box loads


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    loaded = Reader().load(ROOT / "data")
    return build_catalog([entry.record for entry in loaded.entries], loaded.redirects)


@pytest.fixture(scope="module")
def prose() -> dict[str, str]:
    docs = ROOT / "docs"
    return {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}


@pytest.fixture(scope="module")
def index(catalog: Catalog, prose: dict[str, str]) -> SearchIndex:
    return SearchIndex(catalog, prose)


@pytest.fixture(scope="module")
def pieces(index: SearchIndex) -> dict[str, bytes]:
    return {file.path: file.render() for file in index.files()}


def unpack(piece: bytes) -> Any:
    return json.loads(gzip.decompress(piece))


def look_up(pieces: dict[str, bytes], shards: int, term: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for level, *distances in unpack(pieces[f"search/t/{shard_of(term, shards)}.bin"]).get(term, []):
        at = 0
        for distance in distances:
            at += distance
            found[at] = level
    return found


def test_every_record_is_a_document(index: SearchIndex, catalog: Catalog) -> None:
    addresses = [document.address for document in index.documents]
    assert len(addresses) == len(set(addresses)) == index.count
    for kind in Kind:
        if kind is not Kind.SOURCES:
            assert {f"{kind.value}/{key}/" for key in catalog.records[kind]} <= set(addresses)


def test_hand_written_pages_are_documents(index: SearchIndex) -> None:
    assert {"about/", "glossary/", "contribute/style/"} <= {one.address for one in index.documents}


def test_a_name_leads_to_its_record(index: SearchIndex, pieces: dict[str, bytes]) -> None:
    for name in (
        "HK/Guangdong Joint Conference",
        "粤港合作联席会议",
        "hk-guangdong-joint-conference",
    ):
        found = look_up(pieces, index.shards, name_term(cut(name).key))
        assert [index.documents[n].address for n, level in found.items() if level >= TITLE] == [
            "platforms/hk-guangdong-joint-conference/"
        ]


def test_a_record_stands_above_the_page_that_lists_it(index: SearchIndex) -> None:
    levels = {one.address: one.name_level for one in index.documents}
    assert levels["meetings/year/2024/"] < TITLE <= levels["platforms/qianhai-task-force/"]
    assert {one.name_level for one in index.documents if one.kind == "sources"} == {STATEMENT}


def test_an_id_is_found_but_not_shown_among_the_names(pieces: dict[str, bytes]) -> None:
    chunks = [piece for path, piece in pieces.items() if path.startswith("search/d/en/")]
    shown = {one[0]: one[5] for piece in chunks for one in unpack(piece)}
    assert shown["topics/qianhai/"] == "前海"
    assert "國家發展改革委" in shown["organisations/ndrc/"]


def test_names_in_the_language_of_the_page_stand_first_and_no_traditional_beside_simplified(
    pieces: dict[str, bytes],
) -> None:
    def shown(tag: str) -> list[str]:
        chunks = [piece for path, piece in pieces.items() if path.startswith(f"search/d/{tag}/")]
        return next(one for piece in chunks for one in unpack(piece) if one[0] == _DUTY_VISIT)

    simplified = shown("zh-Hans")[5]
    assert simplified.startswith("行政长官2025年访京述职：向国家主席习近平述职 · ")
    assert "習近平" not in simplified
    assert shown("zh-Hant")[5].startswith("行政長官2025年訪京述職：向國家主席習近平述職 · ")
    assert shown("en")[5].startswith("Chief Executive's duty visit to Beijing in 2025")


def test_short_forms_belong_to_records_that_do_not_bear_them(catalog: Catalog) -> None:
    for ref, words in load_aliases().items():
        record = catalog.find(ref)
        assert record, ref
        names = {text for one in (record.name, *record.other_names) for _, text in one.items()}  # type: ignore[attr-defined]  # none is a source
        assert names.isdisjoint(words), ref


def test_pieces_are_small(pieces: dict[str, bytes]) -> None:
    loaded = {path: len(piece) for path, piece in pieces.items() if "facets" not in path}
    assert {path: size for path, size in loaded.items() if size > LARGEST} == {}


def test_each_language_has_every_document(index: SearchIndex, pieces: dict[str, bytes]) -> None:
    for tag in ("en", "zh-Hant", "zh-Hans"):
        chunks = [piece for path, piece in pieces.items() if path.startswith(f"search/d/{tag}/")]
        sizes = [len(unpack(piece)) for piece in chunks]
        assert sum(sizes) == index.count
        assert max(sizes) == CHUNK


def test_characters_are_converted_that_occur(pieces: dict[str, bytes]) -> None:
    manifest = unpack(pieces["search/manifest.bin"])
    table = dict(zip(manifest["traditional"], manifest["simplified"], strict=True))
    assert table["會"] == "会"
    assert table["衛"] == table["衞"] == "卫"
    assert "龘" not in table
    assert not set(table) & set(table.values())


def test_the_same_records_give_the_same_bytes(
    catalog: Catalog, prose: dict[str, str], pieces: dict[str, bytes]
) -> None:
    again = {file.path: file for file in SearchIndex(catalog, prose).files()}
    for path in ("search/manifest.bin", "search/facets.bin", "search/d/zh-Hans/3.bin"):
        assert again[path].render() == pieces[path]


def test_another_text_is_another_version(
    catalog: Catalog, prose: dict[str, str], index: SearchIndex
) -> None:
    changed = prose | {"about.md": prose["about.md"] + "\nzebra\n"}
    assert SearchIndex(catalog, changed).manifest["version"] != index.manifest["version"]
