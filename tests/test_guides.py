"""What the guides for editors tell them to write is right, in form too."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from coop.cli import cli
from coop.text import Language
from coop.words import load_words

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "contribute"
ANCHOR = re.compile(r"^#.*\{#([a-z-]+)\}$", re.MULTILINE)
CODE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
GUIDES = ["docs/contribute/first-record.md", "docs/zh-hant/contribute/first-record.md"]
BLOCK = re.compile(r"`(data/[^`]+\.yaml)`[^`]*```yaml\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_first_record_written_by_the_guide_has_no_finding(guide: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    written = BLOCK.findall((ROOT / guide).read_text("utf-8"))
    assert len(written) == 2
    for name, text in written:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    paths = [str(tmp_path / name) for name, _ in written]

    for command in (["check", *paths], ["fmt", "--check", *paths]):
        done = CliRunner().invoke(cli, [*command, "--root", str(tmp_path)])
        assert (done.exit_code, done.stdout) == (0, "")


@pytest.mark.parametrize("guide", [each.replace("first-record", "index") for each in GUIDES])
def test_the_finding_that_a_guide_quotes_is_what_the_check_tells(
    guide: str, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    text = (ROOT / guide).read_text("utf-8")
    ((_, source), (name, meeting)) = BLOCK.findall(text)
    wrong = meeting.replace("gia-20230511-00454", "gia-20230511-00455")
    (tmp_path / name).write_text(wrong, "utf-8")

    done = CliRunner().invoke(cli, ["check", str(tmp_path / name), "--root", str(tmp_path)])

    (told,) = [line for line in done.stdout.splitlines() if "E302" in line]
    assert source
    assert f"```text\n{told}\n```" in text


@pytest.mark.parametrize("guide", GUIDES)
def test_what_the_guide_says_to_choose_is_called_so(guide: str) -> None:
    words = load_words(Language.ZH_HANT if "zh-hant" in guide else Language.EN)
    text = " ".join((ROOT / guide).read_text("utf-8").split())
    for key in (
        *("frame.edit", "frame.report", "frame.suggest"),
        *("cited.files", "record.source_record", "history.title"),
    ):
        said = words(key)
        assert f"*{said}*" in text or f"「{said}」" in text, said


def test_each_guide_is_there_in_chinese_with_the_same_places_and_code() -> None:
    names = sorted(path.name for path in FOLDER.glob("*.md"))
    chinese = ROOT / "docs" / "zh-hant" / "contribute"
    assert names == sorted(path.name for path in chinese.glob("*.md"))
    for name in names:
        one, other = ((folder / name).read_text("utf-8") for folder in (FOLDER, chinese))
        assert ANCHOR.findall(one), name
        assert ANCHOR.findall(one) == ANCHOR.findall(other), name
        assert CODE.findall(one) == CODE.findall(other), name
