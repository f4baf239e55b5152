"""One folder of records for each mistake, and folders that give no finding."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from coop import rules
from coop.cli import cli
from coop.diagnostics import Code
from coop.words import load_explanations
from coop.yamlio import read_document
from tests.bench.generate import write_records
from tests.samples import NAME, SOURCE, check_folder, codes, meeting_text, write_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.diagnostics import Finding
    from coop.rules.scope import Scope

HERE = Path(__file__).parent
BAD = sorted(folder for folder in (HERE / "bad").iterdir() if folder.is_dir())
GOOD = sorted(folder for folder in (HERE / "good").iterdir() if folder.is_dir())
EVERYTHING = HERE / "bad" / "everything"
ONE_MISTAKE = [folder for folder in BAD if folder != EVERYTHING]


def run_check(root: Path) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["check", "--root", str(root)])
    return result.exit_code, result.stdout


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_a_folder_of_mistakes_gives_what_it_expects(folder: Path) -> None:
    expected = (folder / "expected.txt").read_text(encoding="utf-8")

    assert run_check(folder) == (int(" E" in expected), expected)


@pytest.mark.parametrize("folder", ONE_MISTAKE, ids=lambda folder: folder.name)
def test_a_folder_is_named_after_its_one_finding(folder: Path) -> None:
    (line,) = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()

    code = folder.name.partition("-")[0]
    assert re.fullmatch(r"[EN]\d{3}-[a-z0-9-]+", folder.name)
    assert re.match(rf"data/\S+:\d+:\d+: {code} ", line)


def test_ten_mistakes_at_once_are_ten_findings() -> None:
    lines = (EVERYTHING / "expected.txt").read_text(encoding="utf-8").splitlines()

    assert len(lines) == 10
    assert len({line.split()[1] for line in lines}) == 10


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_what_is_right_gives_no_finding(folder: Path) -> None:
    assert run_check(folder) == (0, "")
    assert list((folder / "data").rglob("*.yaml"))


def test_every_code_has_a_folder() -> None:
    shown = {folder.name.partition("-")[0] for folder in ONE_MISTAKE}

    assert shown == {code.value for code in Code} - {Code.RULE_CRASHED}


@pytest.mark.parametrize(
    ("slug", "meant"),
    [
        ("E202-unknown-key", "venue"),
        ("E206-unknown-word", "held"),
        ("E302-unknown-source", "sample-report"),
        ("E302-renamed", "big-harbour"),
        ("E306-redirect-nowhere", "places/sample-city"),
        ("E308-unknown-post", "sample-office/director"),
    ],
)
def test_what_was_probably_meant_is_suggested(slug: str, meant: str) -> None:
    text = (HERE / "bad" / slug / "expected.txt").read_text(encoding="utf-8")

    assert f"; did you mean '{meant}'?" in text


def test_a_rule_that_crashes_is_a_finding_and_hides_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def check_nothing(scope: Scope) -> Iterator[Finding]:
        yield from ()
        message = f"{len(scope.loaded.files)} files"
        raise LookupError(message)

    monkeypatch.setattr(rules, "RULES", (check_nothing, *rules.RULES))
    write_files(tmp_path / "data", {"places/a": NAME + "kind: city\nid: b\n", "sources/s": SOURCE})

    findings = check_folder(tmp_path / "data")

    assert codes(findings) == ["E999", "E301", "E304", "N506"]
    assert findings[0].message == "the check 'check_nothing' failed: LookupError('2 files')"


def test_what_was_published_and_is_gone_is_told_once_with_who_names_it(tmp_path: Path) -> None:
    files = {
        "meetings/2020/2020-a": meeting_text("2020", place="city", sources="[report]"),
        "meetings/2020/2020-b": meeting_text("2020", place="city", sources="[report]"),
        "sources/2020/report": SOURCE,
    }
    write_files(tmp_path / "data", files)
    (tmp_path / "data/published.txt").write_text("places/city\n", "utf-8")

    (finding,) = [one for one in check_folder(tmp_path / "data") if one.code.value[1] == "3"]

    assert finding.code is Code.PUBLISHED_GONE
    assert "(still named 2 times, as in data/meetings/2020/2020-a.yaml:" in finding.message


def test_a_record_that_cannot_be_read_is_not_called_missing_by_others(tmp_path: Path) -> None:
    files = {
        "meetings/2020/2020-a": meeting_text("2020", place="city", sources="[report]"),
        "places/city": "name: {en: [}",
        "redirects": "places/town: places/city\n",
        "sources/2020/report": SOURCE,
        "sources/2020/cited-by-the-broken-one": SOURCE,
    }
    write_files(tmp_path / "data", files)

    assert codes(check_folder(tmp_path / "data")) == ["E101"]


def test_a_meeting_that_cannot_be_read_leaves_no_number_missing(tmp_path: Path) -> None:
    platform = NAME + "sources: [report]\n"
    files = {"platforms/p": platform, "sources/2020/report": SOURCE}
    files |= {
        f"meetings/{year}/{year}-a": meeting_text(year, platform="p", ordinal=number)
        for number, year in enumerate(("2018", "2019", "2020"), start=1)
    }
    write_files(tmp_path / "data", files | {"meetings/2019/2019-a": "name: {en: [}"})

    assert codes(check_folder(tmp_path / "data")) == ["E101"]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"sources": None}, "E203 key 'sources' is missing"),
        ({"sources": "[]"}, "E501 the list of sources is empty"),
        ({"sources": "sample-report"}, "E201 a list expected here"),
        ({"status": None}, "E203 key 'status' is missing"),
        ({"name": "Sample"}, "E201 a text in each language expected here"),
    ],
)
def test_what_a_record_lacks_hides_nothing_else(
    keys: dict[str, str | None], told: str, tmp_path: Path
) -> None:
    text = meeting_text("2020-04-30", place="示例市", **keys)
    text = text.removeprefix(NAME) if "name" in keys else text
    city = "name: {en: Sample City, zh-Hant: 示例市}\nkind: city\n"
    write_files(tmp_path / "data", {"meetings/2020/2020-04-30-call": text, "places/city": city})

    found = [str(finding) for finding in check_folder(tmp_path / "data")]

    assert [line for line in found if told in line]
    assert [line for line in found if line.endswith("did you mean 'city'?")]


def test_generated_records_have_no_finding(tmp_path: Path) -> None:
    write_records(tmp_path / "data", 300)

    assert check_folder(tmp_path / "data") == []
    assert len(list((tmp_path / "data").rglob("*.yaml"))) == 300 + 150 + len(["hosts.yaml"])


@pytest.mark.parametrize("code", Code)
def test_every_code_is_explained_in_english_and_chinese(code: Code) -> None:
    entry = load_explanations()[code.value]

    assert entry.keys() == {"title", "why", "bad", "good"}
    for key in ("title", "why"):
        assert entry[key].keys() == {"en", "zh-Hant"}
        assert all(text.strip() for text in entry[key].values())
    assert entry["why"]["en"].endswith(".")
    assert entry["why"]["zh-Hant"].endswith("。")
    assert entry["bad"].strip()
    assert entry["bad"] != entry["good"]


def test_nothing_else_is_explained_and_the_order_is_that_of_the_codes() -> None:
    assert list(load_explanations()) == [code.value for code in Code]


@pytest.mark.parametrize("code", [code for code in Code if not code.value.startswith("E1")])
def test_examples_are_yaml(code: Code) -> None:
    for key in ("bad", "good"):
        document, findings = read_document(key, load_explanations()[code.value][key].encode())
        assert document
        assert not findings


@pytest.mark.parametrize("code", [code for code in Code if code.value.startswith("E1")])
def test_bad_examples_of_broken_yaml_are_broken(code: Code) -> None:
    entry = load_explanations()[code.value]

    assert read_document("good", entry["good"].encode())[1] == []
    if code not in {Code.NOT_UTF8, Code.UNREADABLE}:  # those are no matter of the text
        bad = read_document("bad", entry["bad"].encode())[1]
        assert {finding.code for finding in bad} == {code}
