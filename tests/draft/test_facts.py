"""Single facts of made-up releases that stand in an uncommon way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 4)


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Chief Executive to pay duty visit to Beijing\n\n"
                "The Chief Executive, Mrs Carrie Lam, will be in Beijing on a duty visit from "
                "March 6 to 8.\n\nMr Chan Kwok-ki goes with her."
            ),
            {
                "status": "announced",
                "date": "2019-03-06/2019-03-08",
                "participants": ["chan-kwok-ki"],
            },
        ),
        (
            (
                "Delegation to visit Fujian\n\nA delegation will be in Fujian from March 12.\n\n"
                "In Fuzhou on March 13, the Chief Secretary, Mr Matthew Cheung, will co-chair the "
                "Fourth Plenary Session of the Hong Kong/Fujian Co-operation Conference."
            ),
            {"platform": "hk-fujian-cooperation-conference", "ordinal": "4", "date": "2019-03-13"},
        ),
        (
            (
                "商務及經濟發展局局長赴青島出席會議\n\n"
                "「內地與香港科技合作委員會」將在青島開第九次會議，邱騰華明晚（三月五日）出發參加。\n\n"
                "會議定於三月六日，為期一天。"
            ),
            {"date": "2019-03-06", "ordinal": "9"},
        ),
        (
            (
                "局長下周訪問內地\n\n局長會在三月十日至十二日訪問北京，"
                "副局長則在三月十二日至十四日率領代表團到貴州訪問。"
            ),
            {"date": "2019-03-10/2019-03-14", "status": "announced"},
        ),
        (
            (
                "國務院批覆同意《粵港澳大灣區發展規劃綱要》\n\n"
                "《粵港澳大灣區發展規劃綱要》2月18日獲國務院批覆同意。"
            ),
            {"record": "plan", "kind": "development-plan"},
        ),
        (
            "特區政府把握新機遇\n\n特區政府今日歡迎《粵港澳大灣區發展規劃綱要》公布。",
            {"record": "plan", "plans": ["gba-outline-development-plan-2019"]},
        ),
        (
            (
                "2019 Pan-Pearl River Delta Regional Co-operation Chief Executive Joint Meeting "
                "held in Nanning\n\nNanning was the venue of the meeting on March 3."
            ),
            {"platform": "pprd-chief-executive-joint-conference"},
        ),
    ],
)
def test_facts_are_found_however_a_text_puts_them(text: str, expected: dict[str, Any]) -> None:
    found = facts(text)
    assert {key: found[key] for key in expected} == expected


def test_today_is_the_day_of_the_dateline_where_there_is_one() -> None:
    text = "两地签署协议\n\n本报香港3月2日电 (记者甲乙)两地官员今天在香港签署合作协议。"
    assert facts(text)["date"] == "2019-03-02"


def test_words_below_a_picture_are_read_where_there_are_no_others() -> None:
    text = "3月4日，上海市市长与香港官员（右）在沪签署合作协议。新华社记者 甲乙 摄"
    assert facts(text)["date"] == "2019-03-04"


def test_whom_someone_met_another_time_is_no_head() -> None:
    text = (
        "Chief Executive to visit Beijing\n\nThe Chief Executive, Mrs Carrie Lam, will visit "
        "Beijing on March 6.\n\nEarly this year Mrs Carrie Lam met the Mayor of Beijing, "
        "Mr Chen Jining, in Beijing."
    )
    assert facts(text)["principals"] == ["carrie-lam"]


def test_who_co_chairs_may_be_named_again_by_the_family_name() -> None:
    text = (
        "Task force to meet\n\nThe first meeting on the park in the Loop will be held in Shenzhen "
        "on March 6, and the Secretary for Innovation and Technology, Mr Nicholas Yang, will be "
        "there.\n\nMr Yang and Shenzhen Vice Mayor Ai Xuefeng will co-chair this meeting of the "
        "Joint Task Force on the Development of the Hong Kong-Shenzhen Innovation and Technology "
        "Park."
    )
    found = facts(text)
    assert (found["platform"], found["ordinal"]) == ("loop-joint-task-force", "1")
    assert found["principals"] == ["nicholas-yang", "ai-xuefeng"]


def test_a_supplement_is_known_by_the_short_name_of_what_it_adds_to() -> None:
    text = "Trade talks held\n\nThe talks of March 1 went through Supplement III to the CEPA."
    assert facts(text)["plans"] == ["cepa-supplement-3-2006"]
