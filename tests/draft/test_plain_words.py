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
