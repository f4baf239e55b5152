"""What a text tells of someone but not outright: marked, or told apart from who heads a side."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.draft import Draft
from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog


def read(text: str) -> Draft:
    raw = f"兩地加強合作\n\n{text}".encode()
    return draft_release(raw, read_catalog(), published=date(2019, 3, 4))


@pytest.mark.parametrize(
    ("text", "sure", "doubtful"),
    [
        (
            "政務司司長張建宗今日在北京拜會教育部副部長盧大浩和財政部副部長容小梅。",
            ["matthew-cheung", "盧大浩"],
            ["容小梅"],
        ),
        (
            "政務司司長張建宗今日在北京拜會教育部副部長盧大浩。",
            ["matthew-cheung", "盧大浩"],
            [],
        ),
    ],
)
def test_who_stands_behind_the_first_of_a_side_is_to_be_checked(
    text: str, sure: list[str], doubtful: list[str]
) -> None:
    heads = read(text).principals
    assert [one.who for one in heads if one.is_sure] == sure
    assert [one.who for one in heads if not one.is_sure] == doubtful


@pytest.mark.parametrize(
    ("text", "came"),
    [
        (  # the deputy is of the body named with its head
            "廣西壯族自治區主席容小梅，廣西壯族自治區副主席盧大浩今日會見訪問團。",
            ["盧大浩"],
        ),
        ("教育部部長容小梅，財政部副部長盧大浩今日會見訪問團。", []),  # here of another one
        (  # who also heads a government is no deputy
            "省委書記容小梅、省委副書記兼省長盧大浩今日會見訪問團。",
            [],
        ),
    ],
)
def test_a_deputy_of_a_body_named_before_came_along(text: str, came: list[str]) -> None:
    assert [one.who for one in read(text).participants] == came


def test_who_only_presides_over_a_ceremony_heads_no_side() -> None:
    came = "省長容小梅、政務司司長張建宗今日在廣州出席落成儀式。\n\n副省長盧大浩主持儀式。"
    held = "政務司司長張建宗今日在廣州主持會議。\n\n副省長盧大浩出席會議。"
    assert [one.who for one in read(came).principals] == ["容小梅", "matthew-cheung"]
    assert [one.who for one in read(came).participants] == ["盧大浩"]
    assert read(held).principals[0].who == "matthew-cheung"


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "主任容小梅一行今日到訪香港某社團，受到會長盧大浩、主席祁大年等首長熱情接待。",
            ["容小梅", "盧大浩"],
        ),
        ("會長盧大浩今日接待副主席陳天會一行。", ["盧大浩", "陳天會"]),
        ("榮譽主席盧大浩和永遠名譽會長祁大年今日會見容小梅。", ["盧大浩", "祁大年"]),
    ],
)
def test_names_and_honours_are_told_apart(text: str, heads: list[str]) -> None:
    assert [one.who for one in read(text).principals][:2] == heads


@pytest.mark.parametrize(
    ("post", "side"),
    [
        ("香港某同鄉會會長、全國政協委員", "hksar"),
        ("全國政協委員、香港某同鄉會會長", "hksar"),
        ("省政協主席", "mainland"),
        ("全國政協常委", "mainland"),
    ],
)
def test_a_seat_beside_a_post_tells_no_side(post: str, side: str) -> None:
    assert read(f"{post}盧大浩今日在北京會見訪問團。").principals[0].side == side


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (  # who leads a group of their own heads a side
            "保安司司長容小梅今日率團出席座談會。率團出席座談會的還有副省長盧大浩和警務處處長祁大年。",
            ["容小梅", "盧大浩", "祁大年"],
        ),
        ("司長容小梅今日率團出席座談會。出席座談會的還有局長盧大浩和局長祁大年。", ["容小梅"]),
    ],
)
def test_who_leads_a_group_of_their_own_did_not_only_come_along(
    text: str, heads: list[str]
) -> None:
    assert [one.who for one in read(text).principals] == heads


def test_one_of_many_guests_heads_no_side() -> None:
    guests = "深圳市市長盧大浩今日在春茗致辭。香港某會主席容小梅等60多名代表出席會議。"
    assert [one.who for one in read(guests).principals] == ["盧大浩"]


def test_who_opens_a_fair_beside_the_speaker_heads_the_other_side() -> None:
    came = "2019香港某省經貿推介會今日開幕。代省長容小梅、政務司司長張建宗等出席開幕式。"
    text = f"{came}\n\n容小梅在開幕式上說，兩地會繼續合作。"
    assert [one.who for one in read(text).principals] == ["容小梅", "matthew-cheung"]


@pytest.mark.parametrize(
    "byline", ["（記者 張勇）", "（見習記者 張勇 通訊員 張勇）", "本報記者張勇"]
)
def test_a_reporter_of_someone_s_name_was_not_there(byline: str) -> None:
    first = "行政長官林鄭月娥今日在北京會見國家主席習近平。"
    text = f"{first}\n\n新華社北京3月4日電 {byline} 澳門特別行政區行政長官崔世安今日會見習近平。"
    heads = [one.who for one in read(text).principals]
    assert "zhang-yong" not in heads
    assert "carrie-lam" in heads


@pytest.mark.parametrize(
    ("opening", "later", "is_sure"),
    [
        ("The Secretary for Development spoke of sports and of sports grounds.", "He left.", True),
        ("The Secretary for Development left.", "Sports came up. Sports came up again.", False),
        ("發展局局長談及體育，又參觀體育設施。", "他其後離開。", True),
        (
            "發展局局長今日離開。",
            "他談及體育，又參觀了體育設施。體育場館甚多。他說體育重要。",
            False,
        ),
    ],
)
def test_what_is_first_named_below_the_opening_may_be_no_topic(
    opening: str, later: str, *, is_sure: bool
) -> None:
    ends = "Sports are to go on. " if opening.isascii() else "體育會繼續發展。"
    raw = f"A day of talks\n\n{opening} {ends if is_sure else ''}\n\n{later}\n\n{ends}".encode()
    topics = draft_release(raw, read_catalog(), published=date(2019, 3, 4)).topics
    assert [(found.value, found.is_sure) for found in topics] == [("sports", is_sure)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two police forces met today on how to combat cross-boundary crime.",
        "兩地警隊今日開會，商討打擊跨境罪行，加強執法合作。",
    ],
)
def test_the_fight_against_crime_is_a_topic(sentence: str) -> None:
    topics = draft_release(f"會議\n\n{sentence}".encode(), read_catalog()).topics
    assert [found.value for found in topics] == ["law-enforcement"]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        (  # someone of that side who spoke before heads nobody
            (
                "公園合作委員會會議今日舉行。香港公園協會會長容小梅介紹了樹木的情況。\n\n"
                "香港樹木學會主席盧大浩主持會議。"
            ),
            ["盧大浩"],
        ),
        (
            (
                "Mr Fang Daming, Mayor of Fuzhou, looked back at the trees planted. The third "
                "parks working meeting was held today.\n\nThe meeting was chaired by the "
                "Vice-Mayor of Fuzhou, Mr Lu Dahao, and the Director of Health, Dr Chan Siu-ming."
            ),
            ["Lu Dahao"],
        ),
        (  # as company others may well be named before
            "在福州市市長方大明見證下，福州市園林局局長盧大浩和香港公園協會會長容小梅今日簽署協議。",
            [],
        ),
    ],
)
def test_who_is_named_behind_another_of_their_side_is_to_be_checked(
    text: str, doubtful: list[str]
) -> None:
    heads = read(text).principals
    assert [one.who for one in heads if not one.is_sure] == doubtful


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Mayor of Fuzhou, Mr Fang Daming, had met park keepers last month. The Chief "
            "Secretary, Mr Matthew Cheung, met Mr Fang in Fuzhou today."
        ),
        "市長方大明上月曾到訪香港公園。政務司司長張建宗今日在福州與市長方大明會面，談論樹木。",
    ],
)
def test_who_is_named_first_for_something_else_is_to_be_checked(text: str) -> None:
    doubtful = [one.who for one in read(text).principals if not one.is_sure]
    assert doubtful in (["Fang Daming"], ["方大明"])


@pytest.mark.parametrize(
    "text",
    [
        "香港植樹論壇今日開幕。市長容小梅和政務司司長張建宗致辭。\n\n副主任盧大浩表示，樹木很好。",
        (
            "A forum on trees opened in Hong Kong today. The Mayor of Fuzhou, Ms Yung Siu-mui, and "
            "the Chief Secretary, Mr Matthew Cheung, gave speeches.\n\nThe Deputy Director, Mr Lu "
            "Dahao, said that trees were good."
        ),
    ],
)
def test_who_else_is_quoted_at_a_forum_is_to_be_checked(text: str) -> None:
    heads = {one.who: one.is_sure for one in read(text).principals}
    assert sorted(heads.values()) == [False, True, True]
    assert heads["matthew-cheung"]
    assert heads.get("盧大浩", heads.get("Lu Dahao")) is False
