"""Tests of days to be checked: what of a text leaves a doubt about the day that was found."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 6)  # a Wednesday


def is_day_sure(text: str, published: date = PUBLISHED) -> bool:
    day = draft_release(text.encode(), read_catalog(), published=published).day
    assert day
    return day.is_sure


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("局長與部長昨日在北京會面，談到公園。\n\n雙方今日再參觀花園。", False),
        ("局長與部長昨日在北京會面，談到公園。\n\n雙方談了一小時。", True),
        ("公園聯席會議今日在武漢召開，三方總結經驗。\n\n三方7日參觀花園。", False),
        ("公園聯席會議今日在武漢召開，三方總結經驗。\n\n上次會議去年3月舉行。", True),
        ("公園聯席會議今日在武漢召開，三方總結經驗。\n\n局長昨日啟程前往武漢。", True),
        ("公園聯席會議今日在武漢召開，三方總結經驗。\n\n局長昨晚8時許坐高鐵抵達武漢。", True),
        ("公園聯席會議今日在武漢召開，三方總結經驗。局長稱，「大家要把握明日」。", True),
        ("公園聯席會議今日在武漢召開，三方總結經驗。局長相信城市的明天更好。", True),
        ("The park conference met in Wuhan today.\n\nThey saw a garden on Tuesday.", False),
        ("The park conference met in Wuhan today.\n\nMr Au went to Wuhan on Tuesday.", True),
        ("The park conference met in Wuhan today.\n\nHe spoke of a better tomorrow.", True),
        ("The two mayors signed a deal on parks today.\n\nA fair opened on March 1.", False),
        ("The two mayors signed a deal on parks today.\n\nA fair opened on February 1.", True),
    ],
)
def test_a_day_is_sure_where_the_text_tells_no_other_close_to_it(
    text: str, *, is_sure: bool
) -> None:
    assert is_day_sure(f"Parks\n\n{text}") is is_sure


def test_of_a_call_later_paragraphs_tell_the_days_of_others() -> None:
    opening = "Mr Au met the Mayor of Wuhan today.\n\n{}\n\n{}"
    asks, sees = "They spoke of parks.", "The mayor sees a garden tomorrow."
    assert is_day_sure(f"Parks\n\n{opening.format(asks, sees)}")
    assert not is_day_sure(f"Parks\n\n{opening.format(sees, asks)}")


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("第九屆公園論壇今日在武漢開幕，百人參加。", False),
        ("第九屆公園論壇今日在武漢開幕，為期兩日，百人參加。", True),
        ("第九屆公園論壇今日在武漢舉行，百人參加。", True),
        ("A forum on parks opened in Wuhan today.", False),
        ("A forum on parks was held in Wuhan today.", True),
        ("公園聯席會議昨日在武漢召開，三方總結經驗，其間有三天的公園活動。", False),
        ("The parks conference was held on March 5 with a three-day tree gala.", False),
        ("The parks conference was held on March 5 with a tree gala.", True),
    ],
)
def test_an_event_may_go_on_after_the_day_on_which_it_opens(text: str, *, is_sure: bool) -> None:
    assert is_day_sure(f"Parks\n\n{text}") is is_sure


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("局長今日到訪成都，與市長會面，談到公園的樹木。", True),
        ("局長昨日到訪成都，與市長會面，談到公園的樹木。", True),
        ("局長昨日啟程前往成都訪問，與市長會面，談到公園的樹木。", False),
        ("局長昨日啟程前往成都訪問，與市長會面，談到公園的樹木，當日返港。", True),
        ("局長今日繼續成都的訪問行程，與市長會面，談到公園的樹木。", False),
        ("Mr Au visited Chengdu today and met its mayor.", True),
        ("Mr Au visited Chengdu yesterday and met its mayor.", True),
        ("Mr Au left for Chengdu yesterday on a visit to meet its mayor.", False),
        ("Mr Au visits Chengdu from March 8 to 10, his office said today.", True),
        ("Mr Au visits Chengdu from March 8 to 10. He sees the mayor today.", True),
        ("Mr Au visits Chengdu from March 8 to 10. He sees the mayor on March 11.", False),
    ],
)
def test_a_visit_told_of_one_day_was_of_that_day_if_it_did_not_begin_then(
    text: str, *, is_sure: bool
) -> None:
    assert is_day_sure(f"Visit\n\n{text}") is is_sure


def test_a_day_far_below_is_sure_and_one_long_gone_is_not() -> None:
    below = "Both sides spoke.\n\n" * 3
    assert is_day_sure(f"Parks\n\n{below}The two mayors signed a deal on parks on Tuesday.")
    assert not is_day_sure("Parks\n\nThe two mayors signed a deal on parks on 15 January 2019.")


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("2019年1月15日，兩市市長在武漢會面，談到公園。", True),
        ("兩市市長談到公園和樹木，以及他們1月15日在武漢的會面。", False),
        ("On January 15 the two mayors met in Wuhan and spoke of parks.", True),
        ("The two mayors spoke of how they met in Wuhan on January 15.", False),
    ],
)
def test_what_a_text_opens_with_may_be_long_gone(text: str, *, is_sure: bool) -> None:
    assert is_day_sure(f"Parks\n\n{text}") is is_sure


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("政府今日公布《公園發展規劃》。\n\n公園展覽由三月八日開始。", True),
        ("局長與部長今日在北京會面，談到公園。部長於三月五日至八日訪問北京。", True),
        ("局長與部長今日在北京會面，談到公園。部長於三月八日再訪北京。", False),
    ],
)
def test_a_day_of_what_follows_leaves_no_doubt(text: str, *, is_sure: bool) -> None:
    assert is_day_sure(f"公園\n\n{text}") is is_sure


def test_what_is_to_come_is_a_doubt_where_people_met_today() -> None:
    text = (
        "An accord on parks is to be signed in Wuhan on March 30.\n\n"
        "The Director met the Mayor in Shenzhen today, and they came near to a consensus."
    )
    assert not is_day_sure(f"Parks\n\n{text}")
