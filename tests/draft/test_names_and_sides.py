"""Where a name begins and ends, and of which side a post is, in forms of both languages."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from coop.draft.names.sides import side_of_words
from coop.draft.text.tokens import fold_script
from tests.draft.scoring import read_catalog


def heads(text: str) -> list[str]:
    facts = draft_release(text.encode(), read_catalog(), published=date(2019, 3, 4)).facts()
    found: list[str] = facts["principals"]
    return found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (  # its simplified form lies beyond the plane of the usual signs
            "公園事務署署長陳光暐今日在香港與福建省副省長盧大浩簽署協議。",
            ["陳光暐", "盧大浩"],
        ),
        (
            "會議由福建省林業廳盧大浩廳長及香港公園事務署張趙小儀署長共同主持。",
            ["盧大浩", "張趙小儀"],
        ),
        (
            "福建省副省長盧大浩一行今日到訪香港公園商會，由商會會長陳小明接待。",
            ["盧大浩", "陳小明"],
        ),
        (
            (
                "An accord was signed today by Lu Dahao, vice mayor of Fuzhou, for Fuzhou, and by "
                "Dr Peter K.M. CHAN, for the Government of the Hong Kong SAR."
            ),
            ["Lu Dahao", "Peter K.M. CHAN"],
        ),
        (
            (
                "The Vice Mayor of Fuzhou, Mr Lu Dahao, went to the Sandy Border Control Point and "
                "Yangtze Deep-water Port today, where he met the Secretary for Security, "
                "Mr John Lee."
            ),
            ["Lu Dahao", "john-lee"],
        ),
        (
            "第三屆泛珠三角公園會議今日舉行，內地九省區政府副省長和香港特區政府官員列席會議。",
            [],
        ),
        (
            "福建省副省長卢大浩今日续签协议，公园事务署署长陈小明代表香港签署。",
            ["卢大浩", "陈小明"],
        ),
        ("公园署长陈小明与公园博物院院长卢大浩今日再签意向书。", ["陈小明", "卢大浩"]),
    ],
)
def test_names_begin_and_end_where_a_reader_sees_it(told: str, found: list[str]) -> None:
    assert heads(f"兩地簽署協議\n\n{told}") == found


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("公園事務署署長", "hksar"),
        ("康園署長", "hksar"),
        ("貿發局總裁", "hksar"),
        ("澳門廉政專員", "macao"),
        ("澳門海關關長", "macao"),
        ("驻澳门联络办主任", "mainland"),
        ("Commissioner for Youth", "hksar"),
        ("Macao Director of Health", "macao"),
        ("Macau Secretary for Administration & Justice", "macao"),
        ("Director of Health of Shenzhen", "mainland"),
    ],
)
def test_the_side_of_a_post_is_told(words: str, side: str) -> None:
    assert side_of_words(fold_script(words)) == side


def test_who_will_head_a_delegation_has_the_side_of_the_post_before() -> None:
    told = "The Permanent Secretary for Parks, Ms Ada Chan, will head a delegation to Fuzhou."
    draft = draft_release(f"Visit\n\n{told}".encode(), read_catalog(), published=date(2019, 3, 4))
    assert [(one.who, one.side) for one in draft.principals] == [("Ada Chan", "hksar")]


def sides(told: str) -> list[tuple[str, str]]:
    draft = draft_release(
        f"兩地加強合作\n\n{told}".encode(), read_catalog(), published=date(2019, 3, 4)
    )
    return [(one.who, one.side) for one in draft.principals]


def test_a_bare_post_is_of_the_body_named_just_before() -> None:
    told = "政務司司長張建宗今日到福州，拜訪福州巿園林局，與局長盧大浩會面。"  # so spelt
    assert sides(told) == [("matthew-cheung", "hksar"), ("盧大浩", "mainland")]


def test_of_two_of_one_title_the_one_without_its_region_is_of_macao() -> None:
    told = "廉政專員盧大浩今日與來訪的香港廉政專員陳小明會面。"
    assert sides(told) == [("盧大浩", "macao"), ("陳小明", "hksar")]
    told = "廣州海關關長盧大浩今日與香港海關關長陳小明會面。"
    assert sides(told) == [("盧大浩", "mainland"), ("陳小明", "hksar")]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            "吉林省委書記盧大浩、吉林省長巴特爾今日在長春會見香港公園商會訪問團。",
            ["盧大浩", "巴特爾"],
        ),
        (
            "以陳小明會長為團長的香港公園商會代表團今日到訪，福州市市長盧大浩會見了代表團。",
            ["陳小明", "盧大浩"],
        ),
        (
            (
                "Hong Kong Chief Secretary Matthew Cheung and his Fuzhou counterpart Lu Dahao "
                "chaired the parks working meeting today."
            ),
            ["matthew-cheung", "Lu Dahao"],
        ),
    ],
)
def test_a_place_is_no_name_and_a_counterpart_has_one(told: str, found: list[str]) -> None:
    text = f"兩地加強合作\n\n{told}"
    draft = draft_release(text.encode(), read_catalog(), published=date(2019, 3, 4))
    assert [one.who for one in (*draft.principals, *draft.participants)] == found


def test_the_office_of_a_city_is_not_the_one_of_that_name_on_record() -> None:
    told = "福州市委台港澳辦主任盧大浩今日會見香港公園商會會長陳小明。"
    draft = draft_release(
        f"兩地加強合作\n\n{told}".encode(), read_catalog(), published=date(2019, 3, 4)
    )
    assert [one.post for one in draft.principals] == ["", ""]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The Chief Executive, Mrs Lam, met the Mayor of Fuzhou, Mr Lu Dahao, today.", True),
        (
            "The Acting Chief Executive, Mr Chan, met the Mayor of Fuzhou, Mr Lu Dahao, today.",
            False,
        ),
        ("The Chief Executive, Mrs Wong, met the Mayor of Fuzhou, Mr Lu Dahao, today.", False),
    ],
)
def test_a_holder_is_known_by_post_and_family_name(told: str, *, found: bool) -> None:
    assert heads(f"Talks on parks\n\n{told}") == ["carrie-lam"] * found + ["Lu Dahao"]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            (
                "The working meeting was attended by delegates of three places: Mr Chan Siu-ming "
                "(Hong Kong), Mr Lu Dahao (Guangdong) and Mr Ho Siu-ming (Macao)."
            ),
            [("Chan Siu-ming", "hksar"), ("Lu Dahao", "mainland"), ("Ho Siu-ming", "macao")],
        ),
        (
            (
                "公園會議今日在廣州召開。陳小明署長率領的香港代表團和盧大浩廳長率領的廣東代表團"
                "參加了會議。"
            ),
            [("陳小明", "hksar"), ("盧大浩", "mainland")],
        ),
    ],
)
def test_a_side_is_told_in_brackets_or_by_whom_someone_leads(
    told: str, found: list[tuple[str, str]]
) -> None:
    assert sides(told) == found
