"""Reading a folder: what is a record, what is kept between two readings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from coop.diagnostics import Code
from coop.loading import Reader, load
from coop.model import Kind
from tests.samples import NAME, SOURCE, check_folder, codes, meeting_text, write_files

if TYPE_CHECKING:
    from pathlib import Path

PLACE = NAME + "kind: city\n"


def test_records_redirects_and_hosts(tmp_path: Path) -> None:
    data = tmp_path / "data"
    files = {"places/a": PLACE, "sources/2020/s": SOURCE, "hosts": "official: [b.org]\n"}
    write_files(data, files | {"redirects": "places/old: places/a\n"})
    (data / "places" / "notes.txt").write_text("not a record")

    loaded = load(data)

    assert [(entry.kind, entry.id) for entry in loaded.entries] == [
        (Kind.PLACES, "a"),
        (Kind.SOURCES, "s"),
    ]
    assert loaded.redirects == {"places/old": "places/a"}
    assert loaded.hosts == {"official": ("b.org",)}
    assert not loaded.findings
    assert "data/sources/2020/s.yaml" in loaded.files
    assert str(loaded.entries[1].locate("published")) == "data/sources/2020/s.yaml:3:12"


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    loaded = load(tmp_path)

    assert (loaded.entries, loaded.findings, loaded.files) == ((), (), ())


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    write_files(tmp_path, {"places/a": "kind: [", "places/b": PLACE, "places/c": "kind: city\n"})

    loaded = load(tmp_path)

    assert [entry.id for entry in loaded.entries] == ["b"]
    assert codes(loaded.findings) == ["E101", "E203"]
    assert len(loaded.files) == 3


def test_lists_of_the_wrong_shape(tmp_path: Path) -> None:
    write_files(tmp_path, {"redirects": "- a\n", "hosts": "just words\n"})

    loaded = load(tmp_path)

    assert codes(loaded.findings) == [Code.WRONG_SHAPE, Code.WRONG_SHAPE]
    assert not loaded.redirects
    assert not loaded.hosts


def test_a_grade_of_hosts_that_is_no_list_is_a_finding_of_its_own(tmp_path: Path) -> None:
    write_files(tmp_path / "data", {"hosts": "press: [b.org]\nofficial: gov.hk\n"})

    loaded = load(tmp_path / "data")

    assert [(str(found.location), found.code) for found in loaded.findings] == [
        ("data/hosts.yaml:2:11", Code.WRONG_SHAPE)
    ]
    assert loaded.hosts == {"press": ("b.org",)}


def test_nothing_follows_from_a_list_that_cannot_be_read(tmp_path: Path) -> None:
    data = tmp_path / "data"
    source = SOURCE.replace("copy", "original") + "url: https://a.example.org/\n"
    files = {"places/a": PLACE, "sources/2020/s": source.replace("press", "official")}
    write_files(data, files | {"hosts": "press: [", "redirects": "places/old: [", "links": "[]"})
    (data / "published.txt").write_text("places/old\n")

    found = [f"{one.location.path} {one.code}" for one in check_folder(data)]

    assert found == [
        "data/hosts.yaml E101",
        "data/links.yaml E201",
        "data/redirects.yaml E101",
        "data/sources/2020/s.yaml N506",
    ]


def test_a_list_with_nothing_but_comments_is_empty(tmp_path: Path) -> None:
    write_files(tmp_path, {"redirects": "# none yet\n", "links": "# none yet\n"})

    loaded = load(tmp_path)

    assert (loaded.redirects, loaded.lists.exceptions, loaded.findings) == ({}, {}, ())


@pytest.mark.skipif(os.name == "nt", reason="there, links need rights of their own")
def test_a_link_to_nowhere_is_told_and_the_lock_of_an_editor_is_none_of_ours(
    tmp_path: Path,
) -> None:
    write_files(tmp_path / "data", {"places/a": PLACE})
    (tmp_path / "data" / "places" / "b.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "data" / "hosts.yaml").symlink_to("hosts.yaml")
    (tmp_path / "data" / "places" / ".#a.yaml").symlink_to("editor@machine.1234")

    found = check_folder(tmp_path / "data")

    assert [(str(one.location), one.code) for one in found] == [
        ("data/hosts.yaml:1:1", Code.UNREADABLE),
        ("data/places/b.yaml:1:1", Code.UNREADABLE),
    ]


def test_a_second_reading_keeps_what_did_not_change(tmp_path: Path) -> None:
    write_files(tmp_path, {"places/a": PLACE, "places/b": PLACE})
    reader = Reader()
    first = {entry.id: entry for entry in reader.load(tmp_path).entries}

    write_files(tmp_path, {"places/b": PLACE.replace("city", "province")})
    second = {entry.id: entry for entry in reader.load(tmp_path).entries}

    assert second["a"].record is first["a"].record
    assert second["b"].record is not first["b"].record
    assert second["b"].record.model_dump()["kind"] == "province"


def test_of_what_is_not_wanted_only_the_name_is_kept(tmp_path: Path) -> None:
    write_files(tmp_path, {"places/a": PLACE, "places/b": PLACE + "# far\n", "topics/c": "kind: ["})

    read = Reader(lambda kind, raw: kind is Kind.PLACES and b"far" not in raw).load(tmp_path)

    assert [entry.id for entry in read.entries] == ["a"]
    assert not read.findings
    assert [name.rpartition("/")[2] for name in read.files] == ["a.yaml", "b.yaml", "c.yaml"]


def test_a_second_reading_tells_old_findings_again(tmp_path: Path) -> None:
    write_files(tmp_path, {"places/a": "kind: ["})
    reader = Reader()

    assert (
        codes(reader.load(tmp_path).findings) == codes(reader.load(tmp_path).findings) == ["E101"]
    )


def test_a_removed_or_renamed_file_is_forgotten(tmp_path: Path) -> None:
    write_files(tmp_path, {"places/a": PLACE, "places/b": "kind: ["})
    reader = Reader()
    before = reader.load(tmp_path).entries[0].record

    (tmp_path / "places" / "b.yaml").unlink()
    (tmp_path / "places" / "a.yaml").rename(tmp_path / "places" / "c.yaml")
    loaded = reader.load(tmp_path)

    assert [entry.id for entry in loaded.entries] == ["c"]
    assert loaded.entries[0].document.path.endswith("places/c.yaml")
    assert not loaded.findings
    assert not reader.load(tmp_path / "places").entries
    write_files(tmp_path, {"places/a": PLACE})
    assert reader.load(tmp_path).entries[0].record is not before


def test_a_record_with_mistakes_in_it_is_still_asked_whom_it_names(tmp_path: Path) -> None:
    outcomes = """outcomes:
  - {kind: agreed, text: {en: One, zh-Hant: 会}}
  - {kind: agree, text: {en: Two}, sources: [s, reprot]}
  - {kind: agreed, colour: red, text: {en: Three}, sources: [s], led_to: [places/b]}
"""
    text = meeting_text("2020-05-01", status="hold", ordinal="one", place="b", sources="[s]")
    files = {"meetings/2020/2020-05-01-a": text + outcomes, "places/a": PLACE}
    write_files(tmp_path / "data", files | {"sources/2020/s": SOURCE})

    findings = check_folder(tmp_path / "data")

    assert sorted(found.code for found in findings) == [
        *("E202", "E205", "E206", "E206", "E208", "E302", "E302", "E302", "E501")
    ]
    lines = (text + outcomes).splitlines()
    named = {(found.message, lines[found.location.line - 1]) for found in findings}
    assert {
        ("unknown source 'reprot'", lines[-2]),
        ("unknown place 'b'", lines[-1]),
        ("unknown place 'b'", "place: b"),
    } <= named


def test_what_follows_a_wrong_item_of_a_list_is_told_at_its_own_place(tmp_path: Path) -> None:
    text = (
        meeting_text("2020-05-01", topics="[港口, habour, 空]", sources="[s]")
        + """principals:
  -
  - {person: nobody, pots: office/head}
  - Sample
  - {name: {en: Sample}, post: nowhere/head}
outcomes:
  - Said in one line.
  - {kind: agreed, text: {en: Two, zh-Hant: 二}, sources: [s, 報告, reprot]}
"""
    )
    files = {"meetings/2020/2020-05-01-a": text, "sources/2020/s": SOURCE}
    write_files(tmp_path / "data", files)

    findings = check_folder(tmp_path / "data")

    lines = text.splitlines()
    told = {(found.code.value, lines[found.location.line - 1]) for found in findings}
    nobody, sample, nowhere, outcomes, one, two = lines[-6:]
    assert outcomes == "outcomes:"
    assert told >= {
        *(("E202", nobody), ("E302", nobody), ("E201", sample), ("E302", nowhere)),
        *(("E201", one), ("E302", two), ("E309", two)),
    }
    wrong = [found for found in findings if lines[found.location.line - 1].startswith("topics")]
    assert [found.code.value for found in wrong] == ["E309", "E302", "E309"]


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("theme:\t{en: Trade, zh-Hant: 贸易}", "E105"),
        ("theme：{en: Trade, zh-Hant: 贸易}", "E101"),
        ("theme:{en: Trade, zh-Hant: 贸易}", "E101"),
        ('online: "false', "E101"),
    ],
)
def test_in_a_file_that_is_no_yaml_all_that_is_plain_is_told_at_once(
    tmp_path: Path, line: str, slip: str
) -> None:
    """As it is told in a file without the slip, and at the same places."""
    wrong = {"status": "hold", "platform": "moon-club", "place": "pier"}
    text = meeting_text("2020-02-30", sources="[report, reprot]", **wrong)
    files = {"places/pier": PLACE, "sources/2020/report": SOURCE}
    told = []
    for more in ("", f"{line}\n"):
        write_files(tmp_path / "data", files | {"meetings/2020/2020-02-29-a": text + more})
        told.append({str(finding) for finding in check_folder(tmp_path / "data")})

    plain, broken = told
    assert len(plain) == 4
    assert plain <= broken
    assert slip in {one.split()[1] for one in broken - plain}


def test_on_the_line_of_a_slip_only_that_is_told(tmp_path: Path) -> None:
    text = meeting_text("2020-05-01").replace("status: held", "status:\thold")
    write_files(
        tmp_path / "data", {"meetings/2020/2020-05-01-a": text, "sources/2020/report": SOURCE}
    )

    assert codes(check_folder(tmp_path / "data")) == ["E105"]


def test_of_a_record_that_is_none_nothing_is_asked(tmp_path: Path) -> None:
    write_files(tmp_path / "data", {"places/a": "- kind: city\n- part_of: nowhere\n"})

    assert codes(check_folder(tmp_path / "data")) == ["E201"]


def test_a_record_outside_data_is_told_where_it_belongs_and_is_not_called_missing(
    tmp_path: Path,
) -> None:
    call = meeting_text("2020-04-30", place="pier")
    files = {"data/sources/2020/report": SOURCE, "data/meetings/2020/2020-04-30-a": call}
    files |= {"pier": PLACE, "meetings/2020/2020-05-01-b": meeting_text("2020-05-01")}
    files |= {"docs/places/quay": PLACE, "docs/api/settings": "theme: dark\n"}
    files |= {"compose": "services: {site: {image: nginx}}\n", "notes": "name: {en: [}\n"}
    write_files(tmp_path, files)

    told = [str(finding) for finding in check_folder(tmp_path / "data")]

    outside = "1:1: E309 no record is read here, outside data/; these keys are those of a "
    assert told == [
        f"docs/places/quay.yaml:{outside}place; it belongs in data/places/",
        f"meetings/2020/2020-05-01-b.yaml:{outside}meeting; it belongs in data/meetings/2020/",
        f"pier.yaml:{outside}place; it belongs in data/places/",
    ]
