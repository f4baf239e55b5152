"""Traditional and Simplified: what is converted, what is flagged, what is left in peace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coop.script import simplified_only, to_simplified, traditional_only

BOTH_SCRIPTS = "香港深圳前海合作人文中心年月日第一二三十大小本名山水"


def test_converts_a_hong_kong_text() -> None:
    assert to_simplified("粵港澳大灣區青年創業，裏面着重") == "粤港澳大湾区青年创业，里面着重"


@pytest.mark.parametrize(
    "text",
    [
        "峰會、高峰、台灣、皇后大道、里程、公里、嶺南、群組、床位、恒生、大厦、葵涌、准許、范先生",
        "沈先生、于先生、余先生、衞生、衛生、說明、説明、脫離、閱讀、稅務、溫度、線路、綫路、裏、裡",
        "着重、著名、為、爲、啟動、啓動、敘述、強化、才能、只有、出席、面向、制度、系統、游泳、采納",
        "ABC 123，。「」《》・—",
        "",
    ],
)
def test_good_traditional_is_not_flagged(text: str) -> None:
    assert simplified_only(text) == ""


@pytest.mark.parametrize("char", "国发会议长区东车门问说读银铁广厂报际师办务农产业经济关开这过还进")
def test_simplified_characters_are_flagged(char: str) -> None:
    assert simplified_only(f"香港{char}中心{char}") == char * 2
    assert traditional_only(char) == ""


@pytest.mark.parametrize(
    "char", "國發會議長區東車門問說讀銀鐵廣廠報際師辦務農產業經濟關開這過還衛衞"
)
def test_traditional_characters_are_flagged(char: str) -> None:
    assert traditional_only(f"香港{char}") == char
    assert simplified_only(char) == ""


def test_simplified_chinese_keeps_some_traditional_forms() -> None:
    assert traditional_only("乾隆、著名、瞭望、慰藉、覆盖、皇后、公里、发展") == ""


@given(st.text(st.sampled_from(BOTH_SCRIPTS), max_size=20))
def test_what_both_scripts_share_is_never_flagged(text: str) -> None:
    assert simplified_only(text) == traditional_only(text) == ""


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=20))
def test_a_converted_text_holds_nothing_traditional(text: str) -> None:
    left = traditional_only(to_simplified(text))

    assert not left or set(left) <= set(text)
    assert not set(simplified_only(text)) & set(traditional_only(text))


def test_words_that_the_mainland_writes_otherwise_are_replaced() -> None:
    assert to_simplified("議定了甚麼") == "议定了什么"
