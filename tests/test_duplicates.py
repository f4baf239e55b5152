"""Which addresses are one, which terms of office overlap, and who is on file twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import NAME, SOURCE, check_folder, meeting_text, write_files

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = (
    NAME + "side: hksar\nposts:\n"
    "  - {id: head, name: {en: Head}}\n"
    "  - {id: deputy, name: {en: Deputy}, several: true}\n"
)
HOSTS = "official: [gov.hk, gov.cn]\npress: [example.com]\n"


def found(data: Path, code: str, files: dict[str, str]) -> list[str]:
    """Where in the files there is a finding of a code."""
    write_files(data, files | {"sources/2020/report": SOURCE})
    findings = [finding for finding in check_folder(data) if finding.code.value != "N506"]
    assert {finding.code.value for finding in findings} <= {code}, findings
    return [finding.location.path.rpartition("/")[2] for finding in findings]


def term(name: str, period: str, post: str = "head") -> str:
    held = f"{{post: office/{post}, period: {period}, sources: [report]}}"
    return f"name: {{en: {name}}}\nsources: [report]\nposts: [{held}]\n"


def source_at(address: str) -> str:
    return SOURCE.replace("seen: copy", "seen: original") + f"url: {address}\n"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://www.example.com/a", "https://example.com/a/", True),
        ("https://www.example.com", "https://EXAMPLE.com/", True),
        ("https://a.gov.hk/b.htm", "http://sc.isd.gov.hk/gb/a.gov.hk/b.htm", True),
        ("https://www.a.gov.hk/b.htm", "https://sc.isd.gov.hk/TuniS//www.a.gov.hk/b.htm", True),
        ("http://www.gov.cn/b.htm", "http://big5.www.gov.cn/gate/big5/www.gov.cn/b.htm", True),
        ("https://example.com/a?id=1", "https://example.com/a?id=2", False),
        ("https://example.com/a#1", "https://example.com/a#2", False),
        ("https://example.com/a", "https://example.com/A", False),
        ("https://news.example.com/a", "https://example.com/a", False),
        ("https://example.com/gb/a.gov.hk/b", "https://a.gov.hk/b", False),
    ],
)
def test_addresses_are_compared_without_their_wrapping(
    tmp_path: Path, one: str, other: str, *, same: bool
) -> None:
    files = {
        "hosts": HOSTS,
        "sources/2020/first": source_at(one),
        "sources/2020/second": source_at(other),
    }

    assert found(tmp_path / "data", "E507", files) == ["second.yaml"] * same


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2010-01-01/2012-06-30", "2012-06-30/2014", False),
        ("2010-01-01/2012-06-30", "2012-06-29/2014", True),
        ("2010/2012", "2012/2014", False),
        ("2010/2013", "2012/2014", True),
        ("2010-01/2012-06", "2012-06/2014-01", False),
        ("2010-01/2012-07", "2012-05/2014-01", True),
        ("2010/..", "2012/2014", False),
        ("2010-01-01/2012-06-30", "2011-01-01/..", True),
        ("2010/..", "2010/..", False),
        ("2010-01-01/..", "2010-01-01/..", True),
        ("../2012-06-30", "2012-06-30/..", False),
        ("../2012-06-30", "2011-01-01/..", True),
        ("../2012", "../2014", False),
        ("../2012-06-30", "../2012-06-30", True),
        ("2010-01-01/2012-06-30", "2011", False),
        ("2010-01-01/2012-06-30", "XXXX-06-28", False),
    ],
)
def test_only_terms_that_surely_overlap_are_noticed(
    tmp_path: Path, one: str, other: str, *, overlap: bool
) -> None:
    for name, first, second in (("a", one, other), ("b", other, one)):
        files = {
            "organisations/office": OFFICE,
            "people/chan": term("Chan", first),
            "people/lee": term("Lee", second),
        }

        assert bool(found(tmp_path / name, "N312", files)) is overlap


def test_a_post_for_several_people_may_be_held_by_two(tmp_path: Path) -> None:
    files = {
        "organisations/office": OFFICE,
        "people/chan": term("Chan", "2010-01-01/..", "deputy"),
        "people/lee": term("Lee", "2010-01-01/..", "deputy"),
    }

    assert found(tmp_path / "data", "N312", files) == []


def test_a_note_in_english_excuses_its_own_meeting_and_no_other(tmp_path: Path) -> None:
    names = ("2020-04-30-a", "2020-04-30-b", "2020-04-30-c", "2020-04-30-d")
    texts = {f"meetings/2020/{name}": meeting_text("2020-04-30") for name in names}
    texts["meetings/2020/2020-04-30-b"] += "note: {en: The second of that day.}\n"
    texts["meetings/2020/2020-04-30-d"] += "note: {zh-Hant: 當日最後一次。}\n"

    found_in = found(tmp_path / "data", "E310", texts)

    assert found_in == ["2020-04-30-c.yaml", "2020-04-30-d.yaml"]


@pytest.mark.parametrize(
    ("code", "name", "text"),
    [
        ("E310", "meetings/2020/2020-04-30-{}", meeting_text("2020-04-30")),
        ("E311", "people/{}", term("Chan, zh-Hant: 陳", "2010/2012")),
        ("E507", "sources/2020/{}", source_at("https://example.com/a")),
    ],
)
def test_of_two_for_one_thing_the_new_one_is_told_with_the_place_of_the_other(
    tmp_path: Path, code: str, name: str, text: str
) -> None:
    new, old = name.format("new"), name.format("old")
    files = {"hosts": HOSTS, "organisations/office": OFFICE, "sources/2020/report": SOURCE}
    write_files(tmp_path, files | {new: text, old: text})
    listed = "/".join((name.partition("/")[0], old.rpartition("/")[2]))
    (tmp_path / "published.txt").write_text(f"{listed}\n", encoding="utf-8")

    (finding,) = (found for found in check_folder(tmp_path) if found.code == code)

    assert finding.location.path == f"{tmp_path.name}/{new}.yaml"
    assert f"({tmp_path.name}/{old}.yaml:" in finding.message


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("name: {en: Wang Wei}", "name: {en: Wang Wei, zh-Hans: 王伟}", "Wang Wei"),
        ("name: {zh-Hant: 王偉}", "name: {en: Wang Wei, zh-Hans: 王伟}", "王伟"),
        ("name: {en: Wang Wei, zh-Hant: 王偉}", "name: {en: Wong, zh-Hant: 王偉}", "王偉 / 王伟"),
        ("name: {zh-Hant: 王偉}", "name: {zh-Hant: 王偉}", "王偉 / 王伟"),
        ("name: {en: Wang Wei}", "name: {en: Wang Wei}\nshort: {en: Wang Wei (Health)}", ""),
        ("name: {en: Wang Wei}\nshort: {en: Wang}", "name: {en: Wang}", "Wang"),
        ("name: {en: Wang Wei}", "name: {en: Wang Wei-ming}\nother_names: [{en: Wang Wei}]", ""),
    ],
)
def test_two_pages_of_a_kind_have_one_title_where_a_reader_cannot_tell_them_apart(
    tmp_path: Path, one: str, other: str, shared: str
) -> None:
    files = {"people/a": f"{one}\nsources: [report]\n", "people/b": f"{other}\nsources: [report]\n"}
    write_files(tmp_path, files | {"sources/2020/report": SOURCE})
    told = [finding.message for finding in check_folder(tmp_path) if finding.code == "E317"]

    assert [message.partition("title, ")[2] for message in told] == ([shared] if shared else [])


def test_what_is_new_is_told_that_its_title_is_taken_and_what_to_write(tmp_path: Path) -> None:
    files = {"places/old": NAME + "kind: city\n", "places/new": NAME + "kind: zone\n"}
    files["places/new"] = files["places/new"].replace("Sample", '"Sample, the town"')
    files["places/old"] = files["places/old"].replace("Sample", '"Sample, the town"')
    write_files(tmp_path, files)
    (tmp_path / "published.txt").write_text("places/old\n", encoding="utf-8")

    (finding,) = check_folder(tmp_path)

    assert str(finding.location).endswith("places/new.yaml:1:7")
    place = f"({tmp_path.name}/places/old.yaml:1:7)"
    assert finding.message.startswith(f"'old' {place} has the same page title, ")
    assert finding.advice.endswith('short: {en: "Sample, the town (…)", zh-Hant: 示例（…）}')


@pytest.mark.parametrize(
    ("folder", "text", "line"),
    [
        ("people", term("Chan", "2010/2012"), "{en: Chan (Sample)}"),
        ("people", "name: {en: Chan}\nsources: [report]\n", "{en: Chan (…)}"),
        (
            "organisations",
            "name: {en: Bureau, zh-Hant: 局}\nside: hksar\nparent: office\n",
            "{en: Bureau (Sample), zh-Hant: 局（示例）}",
        ),
        (
            "places",
            NAME.replace("Sample", "Old Town") + "kind: zone\npart_of: bay\n",
            "{en: Old Town (Bay), zh-Hant: 示例（海灣）}",
        ),
    ],
)
def test_a_second_one_of_a_name_is_told_the_very_line_that_tells_it_apart(
    tmp_path: Path, folder: str, text: str, line: str
) -> None:
    files = {
        "organisations/office": OFFICE,
        "places/bay": NAME.replace("Sample", "Bay").replace("示例", "海灣") + "kind: zone\n",
        "sources/2020/report": SOURCE,
    }
    write_files(tmp_path, files | {f"{folder}/a": text, f"{folder}/b": text})
    (told,) = [found for found in check_folder(tmp_path) if found.code == "E317"]
    assert told.advice.endswith(f" short: {line}")

    write_files(tmp_path, {f"{folder}/b": f"{text}short: {line}\n"})
    assert not [found for found in check_folder(tmp_path) if found.code == "E317"]


def test_records_of_two_kinds_and_meetings_may_have_one_title(tmp_path: Path) -> None:
    files = {
        "places/sample": NAME + "kind: city\n",
        "topics/sample": NAME + "group: other\n",
        "meetings/2020/2020-04-29-a": meeting_text("2020-04-29"),
        "meetings/2020/2020-04-30-b": meeting_text("2020-04-30"),
    }

    assert found(tmp_path / "data", "E317", files) == []
