"""That a plan has come out, in headlines, in quotes, or by what it is about alone."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.draft import Draft
from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog


def draft(text: str, published: date = date(2024, 6, 13)) -> Draft:
    return draft_release(text.encode(), read_catalog(), published=published)


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            (
                "New tree plan unveiled\n\n(The full press conference can be watched here.)\n\n"
                "The Tree Plan for Hong Kong 2035 was announced by the Government today, with the "
                "goal that the city has more trees by then."
            ),
            "Tree Plan for Hong Kong 2035",
            "2024-06-13",
        ),
        (
            "據新聞客戶端6月12日消息，國務院發布關于支持武漢建設公園示範區的意見，樹木將會更多。",
            "關于支持武漢建設公園示範區的意見",
            "2024-06-12",
        ),
        (
            "据新闻客户端6月12日消息，国务院印发关于支持武汉建设公园示范区的方案，树木将会更多。",
            "关于支持武汉建设公园示范区的方案",
            "2024-06-12",
        ),
        (
            "香港環境局12日發佈“香港樹木藍圖”，冀於2030年達致新的目標，讓市民享受樹蔭。",
            "香港樹木藍圖",
            "2024-06-12",
        ),
    ],
)
def test_a_plan_without_title_marks_has_come_out(text: str, name: str, day: str) -> None:
    found = draft(text)
    assert found.document
    assert (found.record, found.document.name, found.facts()["date"]) == ("plan", name, day)


def test_who_speaks_of_a_plan_in_quotes_issues_none() -> None:
    text = "局長訪武漢\n\n局長今日與武漢市市長會面，談到當局早前發佈的“香港樹木藍圖”和公園。"
    assert draft(text).record == "meeting"


@pytest.mark.parametrize("year", ["2014年", "2014年度", "年度"])
def test_the_work_plan_of_a_year_is_one_of_the_yearly_ones(year: str) -> None:
    text = (
        f"廣東省人民政府關於印發實施粵港合作框架協議{year}重點工作的通知\n\n"
        f"《實施〈粵港合作框架協議〉{year}重點工作》現印發給你們，請認真落實各項工作。\n\n2014年3月12日"
    )
    found = draft(text, date(2014, 3, 18))
    plans = [plan.value for plan in found.plans]
    assert (found.record, plans[0]) == ("plan", "hk-guangdong-work-plans")
