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


def term(period: str, post: str = "head") -> str:
    held = f"{{post: office/{post}, period: {period}, sources: [report]}}"
    return f"name: {{en: Sample}}\nsources: [report]\nposts: [{held}]\n"


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
            "people/chan": term(first),
            "people/lee": term(second),
        }

        assert bool(found(tmp_path / name, "N312", files)) is overlap


def test_a_post_for_several_people_may_be_held_by_two(tmp_path: Path) -> None:
    files = {
        "organisations/office": OFFICE,
        "people/chan": term("2010-01-01/..", "deputy"),
        "people/lee": term("2010-01-01/..", "deputy"),
    }

    assert found(tmp_path / "data", "N312", files) == []


def test_a_note_in_english_excuses_its_own_meeting_and_no_other(tmp_path: Path) -> None:
    names = ("2020-04-30-a", "2020-04-30-b", "2020-04-30-c", "2020-04-30-d")
    texts = {f"meetings/2020/{name}": meeting_text("2020-04-30") for name in names}
    texts["meetings/2020/2020-04-30-b"] += "note: {en: The second of that day.}\n"
    texts["meetings/2020/2020-04-30-d"] += "note: {zh-Hant: 當日最後一次。}\n"

    found_in = found(tmp_path / "data", "E310", texts)

    assert found_in == ["2020-04-30-c.yaml", "2020-04-30-d.yaml"]
