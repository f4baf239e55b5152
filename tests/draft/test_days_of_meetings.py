"""From when to when a meeting lasts where several sentences tell it, and of which year it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 6)


def facts(text: str, published: date | None = PUBLISHED) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=published).facts()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "樹木工作會議昨日在深圳閉幕。\n\n會議於三月四日至五日舉行，各方談到種子庫。",
            "2019-03-04/2019-03-05",
        ),
        (
            "局長今日在深圳簽署樹木協議。\n\n第四屆樹木聯席會議今、明兩天在深圳召開。",
            "2019-03-06/2019-03-07",
        ),
        (
            "第十次树木会晤昨日在深圳举行，各方交换意见。\n\n据悉，会期两天，各方将谈种子库。",
            "2019-03-05/2019-03-06",
        ),
        (
            "第三次樹木會議五日在深圳開幕。\n\n局長談到種子庫。\n\n會議將於三月七日結束。",
            "2019-03-05/2019-03-07",
        ),
        (
            (
                "The Working Group on Parks ended its meeting in Shenzhen today.\n\n"
                "Mr Au was glad.\n\nThe two sides met for three days from March 4 to 6."
            ),
            "2019-03-04/2019-03-06",
        ),
        (
            "Mr Au attended the Trees Forum in Wuhan today (March 6), held from March 5 to 7.",
            "2019-03-05/2019-03-07",
        ),
        (
            (
                "The meeting of the Working Group on Parks opened in Shenzhen today (March 6).\n\n"
                "The meeting is being held today and tomorrow in the library."
            ),
            "2019-03-06/2019-03-07",
        ),
    ],
)
def test_a_meeting_lasts_as_long_as_another_sentence_tells(text: str, days: str) -> None:
    assert facts(f"Parks\n\n{text}")["date"] == days


def test_how_long_another_event_lasts_is_not_how_long_they_met() -> None:
    text = "局長今日在深圳與市長會面。\n\n他出席論壇，論壇由六日至八日舉行。"
    assert facts(f"局長與市長談樹木\n\n{text}")["date"] == "2019-03-06"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "局長今日起到成都訪問4天。\n\n他翌日轉到重慶，周六行程結束。局長不在香港期間由副局長署任。",
            "2019-03-06/2019-03-09",
        ),
        (
            "局长六日起赴北京访问三天，周五访问结束。局长离港期间由副局长署任。",
            "2019-03-06/2019-03-08",
        ),
    ],
)
def test_a_journey_that_will_end_begins_when_it_says_so(text: str, days: str) -> None:
    found = facts(f"局長外訪行程\n\n{text}")
    assert (found["date"], found["status"]) == (days, "announced")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            (
                "The north will help with the troubles of today, Mr Au Tuesday told visiting "
                "gardener Ho Lai in Wuhan."
            ),
            "2019-03-05",
        ),
        ("Plans for the parks of today were made when Mr Au met Mr Ho on March 4.", "2019-03-04"),
        ("On the morning of today, Mr Au met Mr Ho.", "2019-03-06"),
    ],
)
def test_the_world_of_today_is_no_day_and_who_told_it_did_so_last(text: str, days: str) -> None:
    assert facts(f"Parks\n\n{text}")["date"] == days


def test_a_month_in_what_someone_says_at_length_is_to_be_checked() -> None:
    text = (
        'Mr Au met Mr Ho.\n\nMr Au said, "Parks are dear to us. The fair that began in July 2023."'
    )
    found = draft_release(f"Parks\n\n{text}".encode(), read_catalog()).day
    assert found is None or not found.is_sure


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "樹木專責小組3月4日在珠海開會，雙方回顧2023年的合作，並商定2024年的工作。",
            "2024-03-04",
        ),
        ("树木专责小组12月4日在珠海开会，双方总结2023年的合作，并谈2024年计划。", "2023-12-04"),
        (
            (
                "The two sides met in Zhuhai on March 3. They reviewed the progress made in 2019 "
                "and agreed the work plan for 2020."
            ),
            "2020-03-03",
        ),
        (
            (
                "The two sides met in Zhuhai on December 3. They looked back on the work of 2019 "
                "and agreed the plan for 2020."
            ),
            "2019-12-03",
        ),
        ("树木专责小组9月4日在珠海开会，双方总结2023年的合作，并谈2024年计划。", ""),
        ("樹木專責小組3月4日在珠海開會。展覽2023年開幕，公園2024年落成。", ""),
    ],
)
def test_the_year_is_that_under_way_between_a_review_and_a_plan(text: str, day: str) -> None:
    assert facts(f"Trees\n\n{text}", None)["date"] == day


def test_a_work_plan_that_is_sent_out_has_come_out_on_the_day_below() -> None:
    text = (
        "植樹合作二〇一九年重點工作安排的通知\n\n各園林局：\n\n"
        "兩地已同意《植樹合作二〇一九年重點工作安排》，現發給你們，請認真落實。\n\n"
        "園林總局\n\n2019年3月5日\n\n一、加快種樹。"
    )
    found = facts(text)
    assert (found["record"], found["date"]) == ("plan", "2019-03-05")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "局長今日在武漢展開最後一天的訪問，三日的湖北幾個城市行程至此結束。",
            "2019-03-04/2019-03-06",
        ),
        (
            "局長今日起連續三日到武漢訪問。\n\n他明日先返港，由副局長繼續行程。",
            "2019-03-06/2019-03-08",
        ),
        ("局长今早率团启程访问武汉，行程为时两日一晚。", "2019-03-06/2019-03-07"),
        ("局长访问武汉，昨日已拜访园林局，今日也会拜访水务局。", "2019-03-05/2019-03-06"),
        ("局長本月七日離港，前往武漢出席3月8日至9日舉行的植樹會議。", "2019-03-08/2019-03-09"),
    ],
)
def test_a_journey_lasts_as_its_words_say(text: str, days: str) -> None:
    assert facts(f"局長外訪武漢\n\n{text}")["date"] == days


def test_what_someone_said_in_the_meeting_is_of_its_day() -> None:
    text = "植樹會議開會前，市長接見代表團。局長昨日在會面中主動說，盼多種樹。"
    assert facts(f"局長與市長談樹木\n\n{text}")["date"] == "2019-03-05"


def test_what_is_told_to_the_press_may_be_of_a_day_to_come() -> None:
    text = (
        "以下為局長今日(三月六日)就邀請園丁到武漢訪問一事會見新聞界的談話內容：\n\n"
        "局長：我很高興，三月二十五至二十六日會接待各位到武漢看公園。"
    )
    assert facts(f"局長會見傳媒談話\n\n{text}")["date"] == "2019-03-25/2019-03-26"


@pytest.mark.parametrize(
    "text",
    [
        "政府公布種樹藍圖\n\n政府公布《種樹發展藍圖》，定下四大方向。",
        "Blueprint for trees unveiled\n\nThe Tree Blueprint has been published by the Office.",
    ],
)
def test_what_has_come_out_did_so_on_the_day_of_the_news_unless_told(text: str) -> None:
    found = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    assert found.record == "plan"
    assert found.day == (PUBLISHED.isoformat(), "title", False)
    vague = text.replace("政府公布《", "政府日前公布《").replace("has been", "has recently been")
    later = draft_release(vague.encode(), read_catalog(), published=PUBLISHED)
    assert later.day is None or later.day.value != PUBLISHED.isoformat()


def test_the_day_on_which_they_set_out_for_a_session_is_to_be_checked() -> None:
    text = "局長明日（七日）率團前往成都，出席川港合作會議第三次會議。他八日返港。"
    day = draft_release(
        f"局長出席川港合作會議\n\n{text}".encode(), read_catalog(), published=PUBLISHED
    ).day
    assert day
    assert not day.is_sure


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("局長今日啟程前往北京，一連四日訪問多個部委，周六返港。", "2019-03-06/2019-03-09"),
        ("局长昨日展开上海访问首日行程，与市长会面。他将于明日返港。", "2019-03-05/2019-03-07"),
        (
            "The Director left Hong Kong today for Beijing and will be back on Saturday.",
            "2019-03-06/2019-03-09",
        ),
    ],
)
def test_what_begins_today_ends_on_a_day_to_come(text: str, days: str) -> None:
    assert facts(f"局長外訪行程\n\n{text}")["date"] == days


def test_the_return_of_a_later_day_is_nothing_done_today() -> None:
    text = "局長今訪京晤部長\n\n局長今日啟程前往北京，一連四日訪問多個部委，周六返港。"
    assert facts(text)["status"] == "announced"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Trees in two places(11/19/03)\n\nA pact on trees was signed in Wuhan on Nov.19.",
            "2003-11-19",
        ),
        (
            "兩地談樹木\n\n今日（11月12日），局長到深圳出席植樹會議。\n\n雙方又講了2025年施政報告的措施。",
            "2025-11-12",
        ),
        (
            "兩地談樹木\n\n今日（3月12日），局長到深圳出席植樹會議。\n\n雙方又講了2025年施政報告的措施。",
            "",
        ),
    ],
)
def test_the_year_stands_behind_the_title_or_with_the_policy_address(text: str, day: str) -> None:
    assert facts(text, None)["date"] == day
