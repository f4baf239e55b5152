"""The title and the side of someone whom the text names and no record knows."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.composing import compose_files
from coop.draft.drafting import draft_release
from coop.yamlio import read_document
from tests.draft.scoring import read_catalog

PUBLISHED = date(2031, 5, 7)


def title_of(name: str, text: str) -> str:
    draft = draft_release(f"合作會議\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    people = [*draft.principals, *draft.participants]
    return next(one.title for one in people if one.who == name)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("保安局局長鄧炳強今日與廣東省海事局局長陸亞平會面。", "廣東省海事局局長"),
        (
            "保安局局長鄧炳強今日在廣州會見國家發展和改革委員會副主任陸亞平。",
            "國家發展和改革委員會副主任",
        ),
        ("保安局局长邓炳强今天会见了国家海防和救援总局副局长陆亚平。", ""),
        ("保安局局長鄧炳強和香港海事處副處長（行動）陸亞平會面。", "香港海事處副處長(行動)"),
        ("保安局局長鄧炳強獲副局長陸亞平接待。", ""),
        (
            "保安局局長鄧炳強今日在廣州會見官員。陪同鄧炳強出訪有香港海事處處長陸亞平。",
            "香港海事處處長",
        ),
        (
            "Mr Tang Ping-keung met Deputy Head of the Zhanjiang Rescue Bureau Mr Lu Yaping.",
            "Deputy Head of the Zhanjiang Rescue Bureau",
        ),
        (
            "The Secretary for Security and Deputy Head of Sea Rescue, Mr Lu Yaping, met.",
            "Deputy Head of Sea Rescue",
        ),
        (
            "Secretary for Security John Lee and the deputy head of Rescue, Mr Lu Yaping, met.",
            "deputy head of Rescue",
        ),
    ],
)
def test_a_title_is_told_as_written_or_not_at_all(text: str, title: str) -> None:
    names = ("陸亞平", "陆亚平", "Lu Yaping")
    name = next(name for name in names if name in text)
    assert title_of(name, text) == title


def test_title_and_side_stand_in_the_draft_where_no_post_on_record_says_them() -> None:
    text = "合作會議\n\n保安局局長鄧炳強今日（5月7日）在湛江與廣東省海事局局長陸亞平會面。"
    draft = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    record = compose_files(draft, read_catalog(), {})[0]
    document, _ = read_document(record.path, record.text.encode())
    assert document
    known, new = document.tree["principals"]
    assert known == {"person": "tang-ping-keung", "post": "security-bureau/secretary"}
    assert new == {
        "name": {"zh-Hant": "陸亞平"},
        "role": {"zh-Hant": "廣東省海事局局長"},
        "side": "mainland",
    }


def test_no_simplified_name_stands_in_a_traditional_one() -> None:
    text = "合作会议\n\n广东省海事局局长陆亚平今日（5月7日）在深圳会见香港海事处处长欧阳平。"
    draft = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    record = compose_files(draft, read_catalog(), {})[0]
    document, _ = read_document(record.path, record.text.encode())
    assert document
    assert document.tree["name"] == {"en": "Call in Shenzhen", "zh-Hant": "深圳會面"}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "He met its Party Secretary and Chairman, Mr Zheng Shanjie, in Beijing.",
            "ndrc/chairman",
        ),
        (
            "行政長官賀一誠今日（5月7日）在澳門會見廣州市市長孫志洋。",
            "macao-government/chief-executive",
        ),
        ("黑龍江省委書記許勤今日（5月7日）在哈爾濱會見李家超。", None),
    ],
)
def test_a_title_alone_tells_which_of_someones_posts_is_meant(text: str, post: str | None) -> None:
    draft = draft_release(f"合作會議\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    record = compose_files(draft, read_catalog(), {})[0]
    document, _ = read_document(record.path, record.text.encode())
    assert document
    known = {"zheng-shanjie", "ho-iat-seng", "xu-qin"}
    told = [one for one in document.tree["principals"] if one.get("person") in known]
    assert [one.get("post") for one in told] == [post]


def test_a_page_in_two_languages_is_chinese_where_most_of_its_words_are() -> None:
    text = "合作會議\n\n保安局局長鄧炳強五月七日在東莞出席會議，並致辭。\n\nFoi em Dongguan."
    draft = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    assert draft.release.language.value == "zh-Hant"


@pytest.mark.parametrize(
    ("title", "post"),
    [
        ("保安局長", "security-bureau/secretary"),
        ("財經事務及庫務局長", "fstb/secretary"),
        ("政务司长", "hksar-government/chief-secretary"),
    ],
)
def test_a_post_that_is_said_without_its_second_character_is_that_post(
    title: str, post: str
) -> None:
    text = f"兩地合作會議\n\n{title}陸亞平今日在廣州會見廣州市副市長逄志新。"
    draft = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    assert next(one.post for one in draft.principals if one.who == "陸亞平") == post


@pytest.mark.parametrize(
    "text",
    [
        "广州市副市长逄志新今天到访。香港特区政府保安局局长邓炳强，广东省领导陆亚平、卢大浩等参加了会见。",
        "廣州市副市長逄志新今日到訪。保安局局長鄧炳強，福建省領導陸亞平、盧大浩出席了會面。",
    ],
)
def test_who_goes_on_a_list_is_of_the_side_of_the_one_before(text: str) -> None:
    draft = draft_release(f"两地加强合作\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    sides = {one.who: one.side for one in (*draft.principals, *draft.participants)}
    assert {side for who, side in sides.items() if who[0] in "陸陆卢盧"} == {"mainland"}
    assert sides["tang-ping-keung"] == "hksar"
