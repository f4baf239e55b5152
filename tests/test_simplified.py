"""Simplified Chinese on the real records: official names, and the exceptions of the conversion."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import opencc
import pytest

from coop.loading import Reader
from coop.model.shape.walk import list_parts
from coop.model.values import LangMap
from coop.script import load_exceptions, to_simplified
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.model import Record

ROOT = Path(__file__).resolve().parent.parent
PROSE = [*(ROOT / "docs" / "zh-hant").rglob("*.md"), *(ROOT / "scripts" / "coop").rglob("*.yaml")]
NAMES = {"name", "short", "other_names", "title"}
MARKS = str.maketrans("「」『』‧・", "“”‘’··")
# Official names that differ from the conversion in more than a character, each with what differs.
DIFFERENT = {
    "meetings/2018-06-12-belt-and-road-joint-conference-1": "without 全面",
    "meetings/2019-07-19-belt-and-road-joint-conference-2": "without 全面",
    "meetings/2021-11-17-civil-aviation-atm-meeting": "with 领导",
    "meetings/2023-12-19-ce-calls-on-most-and-mct": "says where; 科技部 for 科学技术部",
    "organisations/guangdong-drc": "the short form is the one that documents have",
    "platforms/civil-aviation-atm-meeting": "with 领导",
}


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return [entry.record for entry in Reader().load(ROOT / "data").entries]


def names_of(records: list[Record]) -> Iterator[tuple[Record, LangMap]]:
    for record in records:
        for path, part in list_parts(record):
            if isinstance(part, LangMap) and part.zh_hant and path[0] in NAMES:
                yield record, part


def characters_alone(text: str) -> str:
    converted: str = opencc.OpenCC("hk2s").convert(text)
    return converted.translate(MARKS)


def test_every_official_name_is_what_the_conversion_gives_or_is_listed(
    records: list[Record],
) -> None:
    stated = [(record, name) for record, name in names_of(records) if name.zh_hans]
    assert len(stated) > 50
    found = {
        record.ref for record, name in stated if to_simplified(name.zh_hant or "") != name.zh_hans
    }
    assert found == set(DIFFERENT)


def test_no_exception_changes_the_words_of_a_name_or_title(records: list[Record]) -> None:
    for record, name in names_of(records):
        translated = getattr(record, "translated", ())
        if not name.zh_hans and Language.ZH_HANT not in translated:
            assert to_simplified(name.zh_hant or "") == characters_alone(name.zh_hant or "")


def test_every_exception_is_met_in_the_texts(records: list[Record]) -> None:
    texts = list(load_words(Language.ZH_HANT).texts.values())
    texts += [path.read_text("utf-8") for path in PROSE if path.name != "simplified.yaml"]
    for record in records:
        parts = (part for _, part in list_parts(record))
        texts += [part.zh_hant for part in parts if isinstance(part, LangMap) and part.zh_hant]
    converted = opencc.OpenCC("hk2s").convert("\n".join(texts))
    words = sorted(load_exceptions(), key=len, reverse=True)
    met = set(re.findall("|".join(map(re.escape, words)), converted))
    assert set(words) - met == set()


@pytest.mark.parametrize(
    ("hong_kong", "mainland"),
    [
        ("支持「一帶一路」建設", "支持“一带一路”建设"),
        ("稱「『前海』專班」", "称“‘前海’专班”"),
        ("北京‧香港經濟合作研討洽談會", "北京·香港经济合作研讨洽谈会"),
        ("議定了甚麼", "议定了什么"),
        ("以視像形式檢視進展", "以视频形式回顾进展"),
        ("開啟「十四五」雙循環商機", "开启“十四五”双循环商机"),
        ("用試算表程式開啟檔案", "用电子表格程序打开文件"),
    ],
)
def test_marks_and_words_of_the_mainland(hong_kong: str, mainland: str) -> None:
    assert to_simplified(hong_kong) == mainland
