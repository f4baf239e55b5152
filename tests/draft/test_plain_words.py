"""Who met, who travelled and for how long, told in the plain words that papers use."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=date(2019, 3, 6)).facts()


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Vice-Premier Han Zheng sat down with Mr Au in Wuhan; Mr Au was with Mayor Ho.", "call"),
        ("The minister had talks with Vice Mayor Ho Lai in Wuhan on Tuesday.", "call"),
        ("Mr Au talked with Lu Dahao in Wuhan on Tuesday about ferries.", "call"),
        ("Mr Au talked with Hong Kong students in Wuhan on Tuesday about ferries.", "other"),
        ("Mr Au had lunch with the Mayor at Government House.", "call"),
        ("部长昨天在京与局长坐下来谈经贸合作，也谈到树木和公园。", "call"),
        ("局長今午在禮賓府設宴款待省委書記盧大浩，席上有魚。", "call"),
        (
            "Mr Au will head to Beijing on Sunday for the annual meeting of the NPC, he said.",
            "visit",
        ),
        ("Mr Au was in Wuhan yesterday for a look at its parks.", "visit"),
        ("A group of officials is going to Wuhan on Thursday.", "visit"),
        ("Mr Au today ended three days in Wuhan, where he met the Mayor.", "visit"),
        ("局長在武漢的第二日，參觀了公園，並與市長見面，談樹木。", "visit"),
        ("兩地三月四日在武漢就植樹合作簽了字，為期三年，各方高興。", "signing"),
        ("植樹聯席會議第五次會議訂於下月10日在武漢舉行，談種子庫。", "plenary"),
    ],
)
def test_the_kind_is_told_in_plain_words(told: str, kind: str) -> None:
    assert facts(f"Trees and parks\n\n{told}")["kind"] == kind


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("Mr Au today ended three days in Wuhan.", "2019-03-04/2019-03-06"),
        (
            "A group is going to Wuhan on Thursday and will stay three days.",
            "2019-03-07/2019-03-09",
        ),
        ("司长今天动身去武汉，待三天，星期五晚上回香港。", "2019-03-06/2019-03-08"),
        (
            "局長在武漢的第二日，參觀了公園。他昨日（5日）抵達武漢，明日回港。",
            "2019-03-05/2019-03-07",
        ),
        (
            "Mr Au returned to Hong Kong tonight after visiting Wuhan. He left on March 3.",
            "2019-03-03/2019-03-06",
        ),
        (
            "At the close of the two-day meeting in Wuhan on Tuesday, the gardeners were glad.",
            "2019-03-04/2019-03-05",
        ),
    ],
)
def test_the_days_are_told_in_plain_words(told: str, days: str) -> None:
    assert facts(f"Trees and parks\n\n{told}")["date"] == days


@pytest.mark.parametrize(
    "told",
    [
        "Mr Au returned to Hong Kong tonight after visiting Wuhan.",
        "The two sides held the yearly meeting of their group on Thursday last week in Wuhan.",
    ],
)
def test_a_place_is_told_behind_a_day_of_last_week_and_after_a_return(told: str) -> None:
    assert facts(f"Trees and parks\n\n{told}")["place"] == "wuhan"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("两地联络机制更紧密，两部门今天为此签了联络协议，各方高兴。", "signing"),
        ("局長與市長今日會面，談到將來在公園方面簽署合作協議等。", "call"),
        ("A pact is due to be signed in May. Mr Au met the Mayor today.", "call"),
        ("The Ministry of Trees was the place that Mr Au called at today.", "call"),
        ("Police representatives of Hong Kong, Guangdong and Macau have met.", "working-meeting"),
        ("Following is the transcript of remarks by Mr Au in Wuhan last night (March 5):", "visit"),
        (
            "两局今日在武汉召开首次高层联席会议，谈树木。\n\n六月中，两局在北京签了备忘录，建立平台。",
            "working-meeting",
        ),
    ],
)
def test_what_was_or_will_be_signed_is_not_the_event(told: str, kind: str) -> None:
    assert facts(f"Trees and parks\n\n{told}")["kind"] == kind


def test_who_met_today_is_told_further_down_than_what_is_to_be_signed() -> None:
    text = (
        "The Arrangement on trees is due to be signed on March 30.\n\nMr Au said that it will "
        "help.\n\nMr Au met the Mayor in Wuhan this morning."
    )
    assert facts(f"Trees and parks\n\n{text}")["date"] == "2019-03-06"


def test_who_is_glad_of_a_plan_tells_that_it_came_out() -> None:
    text = (
        "A plan for the bay\n\nMr Au said on Monday that he was pleased with the vision for the "
        "Greater Bay Area that the State Council had made public."
    )
    found = draft_release(text.encode(), read_catalog(), published=date(2019, 2, 18)).facts()
    assert found["record"] == "plan"


def test_the_second_sentence_may_say_what_has_come_out() -> None:
    text = "Wuhan will have a zone for trees. So says a guideline issued by the State Council."
    assert facts(f"Trees to have a zone\n\n{text}")["record"] == "plan"
