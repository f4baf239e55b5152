"""Single facts of made-up Chinese reports: how offices and agencies really put things."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 4)


REST = "\n\n雙方就多個範疇的合作交換意見，日後保持聯繫。\n"


def facts(text: str) -> dict[str, Any]:
    raw = (text + REST).encode()
    return draft_release(raw, read_catalog(), published=PUBLISHED).facts()


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("港深口岸規劃建設工作專班會議今日在港舉行。", "hk-shenzhen-control-points-task-force"),
        ("深港口岸规划建设专班会议今天在港举行。", "hk-shenzhen-control-points-task-force"),
        ("鄂港高層會晤暨合作會議今日在武漢舉行。", "hk-hubei-cooperation-conference"),
        ("粵港聯席會議今日在廣州舉行。", "hk-guangdong-joint-conference"),
        ("陳茂波今日到澳門出席港澳高層合作會議。", "hk-macao-high-level-meeting"),
        ("滬港合作會議機制二十周年酒會今日在上海舉行。", None),
        ("粵港合作聯席會議聯絡辦公室主任今日在廣州召開座談會。", None),
    ],
)
def test_a_platform_is_known_by_its_varied_names_and_only_for_its_meeting(
    text: str, platform: str | None
) -> None:
    assert facts(f"兩地加強合作\n\n{text}").get("platform") == platform


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("首次港深環保合作專班會議今日在香港舉行。", "1"),
        ("港深環保合作專班首次會議今日在香港舉行。", "1"),
        ("港深環保合作專班四年來首次會議今日在香港舉行。", None),
        ("港深環保合作專班首次以視像形式舉行會議。", None),
        ("自去年七月舉行第三次港澳合作高層會議以來，第四次港澳合作高層會議今日舉行。", "4"),
    ],
)
def test_first_counts_meetings_only_where_it_stands_with_the_meeting(
    text: str, ordinal: str | None
) -> None:
    assert facts(f"兩地加強合作\n\n{text}").get("ordinal") == ordinal


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        ("局長明起訪京\n\n局長明日起訪問北京三日。", "2019-03-05/2019-03-07", "announced"),
        (
            "局長訪京\n\n局長星期四(3月7日)經深圳前往北京訪問，星期日(3月10日)經深圳返港。",
            "2019-03-07/2019-03-10",
            "announced",
        ),
        (
            (
                "局長訪問兩地\n\n局長明日(三月五日)到廣州訪問。他當晚會轉往北京。\n\n"
                "局長將於三月六日下午返港。"
            ),
            "2019-03-05/2019-03-06",
            "announced",
        ),
        ("两地合作\n\n局长4日称，本月8日会率团赴武汉访问。", "2019-03-08", "announced"),
        ("兩地將在新領域合作\n\n局長今日(四日)在廣州會見廳長。", "2019-03-04", "held"),
    ],
)
def test_days_to_come_are_told_from_days_gone_by(text: str, day: str, status: str) -> None:
    found = facts(text)
    assert (found["date"], found["status"]) == (day, status)
