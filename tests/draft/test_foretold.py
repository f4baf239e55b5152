"""Whether a made-up Chinese text of the very day tells of what is to come or of what was done."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 4)


def find_status(text: str) -> str:
    found = draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()
    return str(found["status"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "局長今日率團前往成都，拜會市領導。\n\n局長會出席環保展，亦會參觀新區。",
            "announced",
        ),
        ("局長今日率團前往成都，拜會市領導。\n\n局長參觀新區，聽取介紹。", "held"),
        ("局長今日訪問成都三天，與市領導會面。\n\n他會出席論壇。他會與港商座談。", "announced"),
        (
            "局長今日訪問成都三天，與市領導會面。\n\n他在會上介紹香港。他會出席論壇。",
            "held",
        ),
        ("局長今日抵達成都訪問。\n\n他會出席論壇。他會與港商座談。", "held"),
        ("局長今日上午拜會成都市領導。\n\n他會出席論壇。他將與港商座談。", "held"),
        ("局長今日前往成都。\n\n香港會與成都擴大合作。局長說會參觀新區。", "held"),
        ("局長今日前往成都。\n\n工作小組委員會參觀過新區。", "held"),
        ("局長今日啟程前往成都前，在機場回答記者的提問。", "announced"),
        ("局長今日在成都表示，要以前往成都的學生為先。", "held"),
        (
            (
                "局長繼續在北京的訪問。\n\n他傍晚拜會副部長。\n\n"
                "他明日會參觀港口，並會與港商會面。他會於星期三返港。"
            ),
            "held",
        ),
        (
            "局长继续在北京的访问。\n\n他傍晚拜会副部长。\n\n他明日会参观港口，并会与港商会面。",
            "held",
        ),
        (
            (
                "The Secretary saw officials in Beijing today (March 4) to talk about parks that "
                "are expected to open next year."
            ),
            "held",
        ),
    ],
)
def test_what_they_will_do_is_told_from_what_they_did(text: str, status: str) -> None:
    assert find_status(f"局長訪成都\n\n{text}") == status


def test_a_day_months_ahead_of_which_nothing_says_that_it_is_to_come_is_none() -> None:
    told = "5月8日，我市召開工作座談會，副市長李大明出席並講話。"
    to_come = "5月8日，我市將召開工作座談會，副市長李大明會出席。"
    drafts = [
        draft_release(f"座談會\n\n{text}".encode(), read_catalog(), published=PUBLISHED).facts()
        for text in (told, to_come)
    ]
    assert [(one["date"], one["status"]) for one in drafts] == [
        ("", "held"),
        ("2019-05-08", "announced"),
    ]


@pytest.mark.parametrize(
    ("text", "date", "note"),
    [
        ("局長在北京與部長會面，談到公園。", "2019-03-04", "check"),
        ("局长在北京会见住房和城乡建设部部长，谈到公园的树木。", "2019-03-04", "check"),
        ("The Secretary called on the Minister of Housing in Beijing.", "2019-03-04", "check"),
        ("局長近日在北京與部長會面，談到公園。", "", ""),
        ("The Secretary recently met the Minister of Housing in Beijing.", "", ""),
        ("局長昨日在北京與部長會面，談到公園。", "2019-03-03", ""),
    ],
)
def test_a_call_without_a_day_is_of_the_day_of_the_text_to_be_checked(
    text: str, date: str, note: str
) -> None:
    draft = draft_release(f"兩地加強合作\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    assert draft.facts()["date"] == date
    assert draft.day is None or draft.day.is_sure == (note != "check")


def test_what_a_title_asks_others_to_do_is_not_to_come() -> None:
    told = "The Secretary for Parks said today (March 4) that he is visiting Fuzhou."
    assert find_status(f"Secretary urges Fuzhou firms to go global\n\n{told}") == "held"


@pytest.mark.parametrize(
    "text",
    [
        "行政長官李家超5日出席行政會議，會前見傳媒時說，他7日會率團到廣州參加粵港合作聯席會議。",
        "特区行政长官李家超今早主持行政会议，会后表示会于7日率团到广州出席粤港合作联席会议。",
        (
            "The Chief Executive, Mr John Lee, will lead a delegation to Guangzhou on March 7 for "
            "the Hong Kong/Guangdong Cooperation Joint Conference."
        ),
    ],
)
def test_what_someone_goes_for_is_told_from_where_that_was_said(text: str) -> None:
    raw = f"李家超率團赴粵\n\n{text}".encode()
    found = draft_release(raw, read_catalog(), published=date(2019, 3, 5)).facts()

    assert found["platform"] == "hk-guangdong-joint-conference"
    assert found["date"] == "2019-03-07"
