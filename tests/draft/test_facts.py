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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Under the agreement that both cities signed on December 18 last year, a joint "
                "task force looks after the planting of trees.\n\nToday (March 4) the Secretary "
                "for Development, Mr Michael Wong, and the Vice Mayor of Shenzhen, Mr Huang Min, "
                "co-chaired its meeting in Shenzhen."
            ),
            {"date": "2019-03-04", "status": "held"},
        ),
        (
            (
                "兩地按去年十二月十八日簽訂的協議，成立專責小組推動植樹工作，並會定期檢討進度。\n\n"
                "發展局局長黃偉綸與深圳市副市長黃敏今日（三月四日）在深圳共同主持小組會議。"
            ),
            {"date": "2019-03-04", "status": "held"},
        ),
        (
            (
                "Secretary for Justice meets Mainland judge\n\nThe Vice-president of the Supreme "
                "People's Court, Mr Luo Ling, is visiting Hong Kong from March 4 to 7. He will "
                "also call on the Bar.\n\nToday (March 4) Mr Luo met the Secretary for Justice, "
                "Ms Teresa Cheng."
            ),
            {"date": "2019-03-04", "kind": "call", "status": "held"},
        ),
        (
            (
                "Health chief off to Macau\n\nA delegation that Prof Sophia Chan leads will go to "
                "Macau today for the 17th Joint Meeting of Senior Health Officials of the "
                "Mainland, Hong Kong and Macao, which is to be held tomorrow."
            ),
            {"date": "2019-03-05", "status": "announced"},
        ),
        (
            (
                "林鄭明日訪武漢\n\n林鄭月娥4日出席行政會議前見傳媒時說，"
                "會在5日帶領代表團到武漢訪問三天，與當地領導見面。"
            ),
            {"date": "2019-03-05/2019-03-07", "status": "announced"},
        ),
        (
            (
                "前海植樹小組成立\n\n據深圳市前海管理局4日通報，3日，植樹小組成立暨第一次會議"
                "在深圳前海召開，會議通過工作方案。"
            ),
            {"date": "2019-03-03", "status": "held"},
        ),
    ],
)
def test_the_event_has_its_own_day_not_one_that_leads_to_it(
    text: str, expected: dict[str, Any]
) -> None:
    found = facts(text)
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "植樹部門年度交流\n\n按雙方的年度交流計劃，3月1日，部門的林森司長與林木處陳木處長"
                "在京舉行第六次年度工作交流會。"
            ),
            {"kind": "working-meeting", "ordinal": "6", "date": "2019-03-01"},
        ),
        (
            "兩地園林部門交流\n\n「滬港園林合作第十一次工作會談」3月1日在香港召開，林森出席。",
            {"kind": "working-meeting", "ordinal": "11"},
        ),
        (
            (
                "陳國基率園林委員會赴穗　晤林業廳廳長\n\n陳國基今日（4日）帶同委員到廣州，"
                "看看兩地怎樣種樹。之後，代表團與林業廳廳長林森見面。"
            ),
            {"kind": "visit", "date": "2019-03-04"},
        ),
        (
            "林森副厅长赴香港出席植树活动并开展苗圃调研\n\n3月1日，副厅长林森到香港看苗圃。",
            {"kind": "visit", "date": "2019-03-01"},
        ),
        (
            (
                "Cities think of tree exercise\n\nThe two cities will think of an exercise.\n\n"
                "That was what the Secretary for Health, Professor Sophia Chan, and the "
                "Director-General, Mr Lin Sen, agreed on at a meeting on Friday."
            ),
            {"kind": "call", "date": "2019-03-01"},
        ),
    ],
)
def test_what_sort_of_event_it_is(text: str, expected: dict[str, Any]) -> None:
    found = facts(text)
    assert {key: found[key] for key in expected} == expected


def test_who_takes_a_post_up_is_named_and_a_society_is_nobody() -> None:
    text = (
        "園藝師公會訪京\n\n香港園藝師公會主席林森上任後首次帶團訪京，今日（4日）開始行程。"
        "公會說，會與同業談植樹。"
    )
    found = facts(text)
    assert found["principals"] == ["林森"]


def test_who_alone_is_told_to_be_somewhere_for_a_conference_heads_it() -> None:
    text = (
        "Progress on the skills of gardeners\n\nThe Deputy Secretary for Justice, Mr Cheung "
        "Kwok-kwan, was in Zhongshan today (March 4) for the sixth Guangdong-Hong Kong-Macao "
        "Greater Bay Area Legal Departments Joint Conference. Gardens did well at it too."
    )
    assert facts(text)["principals"] == ["cheung-kwok-kwan"]


def test_who_speaks_ends_the_name_before_the_verb() -> None:
    text = (
        "文化會議\n\n第二十二次粵港澳文化合作會議3月4日在廣州舉行，副廳長林森發言，各方簽署意向書。"
    )
    found = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    told = [one.who for one in (*found.principals, *found.participants)]
    assert "林森" in told
    assert not any("發言" in who for who in told)
