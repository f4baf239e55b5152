"""Tables, database, description and archive hold the same, and all that the records say."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from coop.catalog import build_catalog
from coop.exports.api.records import dump_record, records_of
from coop.exports.tables.downloads import Downloads
from coop.loading import load
from coop.model import Kind
from tests.pages.record_catalog import record_catalog
from tests.samples import make_catalog, read_record
from tests.site.building import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog

SITE = "https://example.org/records/"
Row = dict[str, str]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the real catalogue."""
    loaded = load(ROOT / "data")
    return build_catalog([entry.record for entry in loaded.entries], loaded.redirects)


@pytest.fixture(scope="module")
def files(catalog: Catalog) -> dict[str, bytes]:
    """Return every download of the real catalogue."""
    made = Downloads(catalog, SITE).files()
    return {file.path.removeprefix("data/"): file.render() for file in made}


@pytest.fixture
def database(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    """Return the database as a program opens it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files["records.sqlite"])
        connection.row_factory = sqlite3.Row
        yield connection


def rows(files: dict[str, bytes], name: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode("utf-8-sig"), newline="")))


def say(value: Any) -> str:
    """A value of the API as a cell of a table."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def expected(key: str, value: Any) -> Row:
    """The cells that a value of the API has in a table; none for lists."""
    if isinstance(value, dict) and "edtf" in value:
        parts = {"": "edtf", "_start": "start", "_end": "end", "_precision": "precision"}
        return {f"{key}{end}": say(value[part]) for end, part in parts.items()}
    if isinstance(value, dict) and set(value) == {"en", "zh-Hant", "zh-Hans"}:
        return {f"{key}_{tag.replace('-', '_').lower()}": say(text) for tag, text in value.items()}
    return {} if isinstance(value, list | dict) else {key: say(value)}


@pytest.mark.parametrize("kind", list(Kind))
def test_a_table_says_what_the_api_says(
    catalog: Catalog, files: dict[str, bytes], kind: Kind
) -> None:
    added = {"type", "series", "previous", "next", "url", "document_url"}
    added.add("keywords")  # lists, by language, in a table of their own
    found = {row["id"]: row for row in rows(files, kind.value)}
    records = records_of(catalog, kind)
    assert list(found) == list(records)
    for record in records.values():
        dumped = dump_record(catalog, record)
        if kind is Kind.SOURCES:
            assert found[record.id]["url"] == say(dumped["document_url"])
        for key in dumped.keys() - added:
            for column, cell in expected(key, dumped[key]).items():
                if cell or column in found[record.id]:
                    assert found[record.id][column] == cell, (record.ref, column)


def test_child_tables_have_a_row_for_each_item(catalog: Catalog, files: dict[str, bytes]) -> None:
    everyone = [r for kind in Kind for r in records_of(catalog, kind).values()]
    dumped = {record.ref: dump_record(catalog, record) for record in everyone}
    fields = {
        "participants": ("principals", "participants", "signatories"),
        "statements": ("outcomes", "measures", "statements", "working_groups"),
        "gaps": ("gaps",),
        "other_names": ("other_names",),
    }
    for table, keys in fields.items():
        counted = sum(len(record.get(key) or ()) for record in dumped.values() for key in keys)
        assert len(rows(files, table)) == counted > 0, table
    assert len(rows(files, "records")) == len(dumped)
    text = json.dumps(list(dumped.values()))
    assert len(rows(files, "citations")) == text.count('"at": ') > 0


def test_the_parts_of_a_meeting_stand_in_their_tables() -> None:
    made = Downloads(record_catalog(), SITE).files()
    parts = {file.path.removeprefix("data/"): file.render() for file in made}
    meeting = "meetings/2001-05-06-first"
    (first, second) = (row for row in rows(parts, "statements") if row["record"] == meeting)
    assert first["statement"] == f"{meeting}/outcomes/1"
    assert (first["kind"], first["plan"], first["key"]) == ("signed", "accord", "the-accord")
    assert (second["basis"], second["reason_zh_hans"]) == ("inferred", "据议程。")
    cited = [row for row in rows(parts, "citations") if row["record"] == meeting]
    assert {
        "record": meeting,
        "about": "outcomes/1",
        "statement": f"{meeting}/outcomes/1",
        "source": "release",
        "at": "para 8",
    } in cited
    assert {row["about"] for row in cited} >= {"", "disputes/1/values/2", "outcomes/2"}
    people = [row for row in rows(parts, "participants") if row["record"] == meeting]
    assert [(row["field"], row["position"], row["side"]) for row in people][:3] == [
        ("principals", "1", "hksar"),
        ("principals", "2", "mainland"),
        ("participants", "1", "hksar"),
    ]
    (preferred, other) = (row for row in rows(parts, "disputes") if row["record"] == meeting)
    assert (preferred["value"], preferred["preferred"]) == ("2001-05-06", "true")
    assert (other["value"], other["preferred"]) == ("2001-05-07", "false")
    linked = {(row["field"], row["target"]) for row in rows(parts, "links")}
    assert linked >= {("topics", "topics/water"), ("outcomes/1/plan", "plans/accord")}
    assert ("outcomes/1/led_to", "meetings/2003-07-08-second") in linked


def test_the_database_has_what_the_files_have(
    files: dict[str, bytes], database: sqlite3.Connection
) -> None:
    names = [name.removesuffix(".csv") for name in files if name.endswith(".csv")]
    assert len(names) == 21
    for name in names:
        flags = {"online", "several", "preferred"}
        stored = [
            {
                key: say(bool(row[key])) if key in flags else say(row[key])
                for key in row.keys()  # noqa: SIM118 - a row of SQLite is no dict
            }
            for row in database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')  # noqa: S608 - names of ours
        ]
        assert stored == rows(files, name), name


def test_every_foreign_key_leads_somewhere(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert len(database.execute("PRAGMA foreign_key_list(meetings)").fetchall()) == 3


@pytest.mark.parametrize("words", ["Qianhai", "前海深港", "前海深港现代服务业"])
def test_records_are_found_in_any_language(database: sqlite3.Connection, words: str) -> None:
    found = database.execute(
        "SELECT record FROM records JOIN records_fts ON records.rowid = records_fts.rowid "
        "WHERE records_fts MATCH ?",
        (f'"{words}"',),
    )
    assert "platforms/qianhai-task-force" in {row["record"] for row in found}


def test_every_column_is_explained(files: dict[str, bytes]) -> None:
    package = json.loads(files["datapackage.json"])
    assert package["profile"] == "tabular-data-package"
    for resource in package["resources"]:
        made = files[resource["path"]]
        header = made.decode("utf-8-sig").partition("\r\n")[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert all(field["description"] for field in resource["schema"]["fields"]), resource["name"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(made).hexdigest()}"
        assert resource["bytes"] == len(made)


def test_the_archive_holds_every_file_and_its_checksums_are_right(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["records.zip"])) as archive:
        inner = {name.removeprefix("records/"): archive.read(name) for name in archive.namelist()}
    sums = inner.pop("SHA256SUMS").decode().splitlines()
    assert {line[66:]: line[:64] for line in sums} == {
        name: hashlib.sha256(made).hexdigest() for name, made in inner.items()
    }
    readme = inner.pop("README.md").decode()
    assert "CC BY 4.0" in readme
    assert SITE in readme
    assert inner.pop("LICENCE.txt").startswith(b"CC-BY-4.0")
    assert inner == {name: made for name, made in files.items() if name != "records.zip"}


def test_the_note_in_an_archive_without_records_names_no_day() -> None:
    made = next(f for f in Downloads(make_catalog(), SITE).files() if f.path.endswith(".zip"))
    with zipfile.ZipFile(io.BytesIO(made.render())) as archive:
        readme = archive.read("records/README.md").decode()
        package = json.loads(archive.read("records/datapackage.json"))
    assert "it rests on.\n" in readme
    assert f"Records. (n.d.). [Data set]. {SITE}\n" in readme
    assert "version" not in package


def test_a_cell_holds_the_exact_value_whatever_sign_it_begins_with() -> None:
    topic = read_record(Kind.TOPICS, "name: {en: '=1+1', zh-Hant: '@示例'}\ngroup: other\n", "t")
    made = Downloads(make_catalog(topic), SITE).read("topics.csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(made, newline=""))
    assert (row["name_en"], row["name_zh_hant"]) == ("=1+1", "@示例")


def test_the_same_records_give_the_same_bytes() -> None:
    first, second = (
        {file.path: file.render() for file in Downloads(record_catalog(), SITE).files()}
        for _ in range(2)
    )
    assert first == second
