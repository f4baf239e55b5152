"""Whose meeting it is and which in number, where a text tells the platform in other words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2031, 6, 12)  # a Thursday


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()


@pytest.mark.parametrize(
    ("text", "platform", "ordinal"),
    [
        (
            (
                "The Secretary and Shenzhen Vice Mayor co-chaired the 27th meeting of a joint "
                "task force in Shenzhen today on building an InnoTech park in the Lok Ma Chau Loop."
            ),
            "loop-joint-task-force",
            "27",
        ),
        (
            (
                "The 28th meeting for the tech park in the Lok Ma Chau Loop of Hong Kong and "
                "Shenzhen was held today."
            ),
            "loop-joint-task-force",
            "28",
        ),
        (
            (
                "The 51st co-operation meeting and 60th technical conference of the meteorological "
                "bodies of Guangdong, Hong Kong and Macao took place on June 12."
            ),
            "guangdong-hk-macao-meteorology",
            "51",
        ),
        (
            "「第60屆粵港澳氣象科技研討會暨第51屆氣象業務合作會議」今日在澳門舉行。",
            "guangdong-hk-macao-meteorology",
            "51",
        ),
        (
            (
                "The 41st working meeting of the police heads of criminal investigation in "
                "Guangdong, Hong Kong and Macao was held on June 12."
            ),
            "guangdong-hk-macao-cid-heads",
            "41",
        ),
        (
            "發展局局長與深圳市副市長昨日共同主持「港深邊界區聯合發展專責小組」第21次會議。",
            "hk-shenzhen-boundary-district-task-force",
            "21",
        ),
        (
            (
                "The 2030 review meeting between the General Administration of Customs and Hong "
                "Kong Customs was held today. The Mainland side spoke of trees."
            ),
            "mainland-hk-customs-review",
            None,
        ),
        (
            (
                "The 33rd Guangdong, Hong Kong and Macao Cultural Cooperation Conference was held "
                "in Foshan on June 12."
            ),
            "guangdong-hk-macao-culture",
            "33",
        ),
    ],
)
def test_a_platform_is_known_by_its_sides_its_subject_and_its_form(
    text: str, platform: str, ordinal: str | None
) -> None:
    found = facts(f"Two sides meet\n\n{text}")
    assert (found.get("platform"), found.get("ordinal")) == (platform, ordinal)


@pytest.mark.parametrize(
    "text",
    [
        "2031年珠澳合作會議十二日在珠海舉行。",
        "粤澳合作联席会议十二日在广州举行。",
        "第二届“一带一路”高峰论坛11日在湾仔会议展览中心开幕。",
        "第十二次港澳燈塔合作會議十二日舉行。",
        "The second Hong Kong-Guangdong lighthouse co-operation meeting was held today.",
        "广东省推进粤港澳大湾区建设领导小组第五次全体会议十二日召开。",
        "The Pan-Pearl River Delta Forum on lighthouses was held today.",
        "The 2nd meeting of the Steering Committee on trees of Hong Kong was held today.",
        "The 1st Guangdong-Hong Kong-Macao Customs Cooperation Meeting on cases was held today.",
        "The 2nd meeting of the Advisory Committee on the Northern Metropolis was held today.",
        "The 3rd meeting of students of finance of Hong Kong and Shenzhen saw a committee today.",
        (
            "The 10th anniversary of the airport of Hong Kong was marked by Shenzhen's task force "
            "in a meeting today."
        ),
        "The 4th seminar of the meteorological bodies of Guangdong, Hong Kong and Macao was held.",
        "Weather and trees of Hong Kong, Guangdong and Macao were looked at in a meeting today.",
    ],
)
def test_another_meeting_on_the_subject_is_no_platforms(text: str) -> None:
    assert "platform" not in facts(f"Some people meet\n\n{text}")


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("This year's event, the seventh since the two cities met, is about parks.", "7"),
        ("This year's event, the second largest of the city, is about parks.", None),
        ("After last year's event, the sixth, nobody thought of parks.", None),
        ("It was the fourth annual review meeting between the two cities.", "4"),
        ("It was the first meeting after the plan came out.", None),
        ("It was the third meeting this year.", None),
    ],
)
def test_the_number_may_be_told_apart_from_the_name(text: str, ordinal: str | None) -> None:
    found = facts(
        "Trade talks\n\nDeals were signed at the Beijing-Hong Kong Economic Co-operation Symposium "
        f"which opened yesterday in Beijing.\n\n{text}"
    )
    assert found["platform"] == "beijing-hk-economic-co-operation-symposium"
    assert found.get("ordinal") == ordinal


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("Speaking after the first official meeting under the mechanism, the mayor sang.", "1"),
        ("The mayor hopes that the next, fifth meeting under the mechanism is soon.", None),
        ("The mayor and four officials sang.", None),
    ],
)
def test_the_only_platform_named_is_that_of_the_mechanism(text: str, ordinal: str | None) -> None:
    found = facts(
        "Cities set up ties\n\nThe mayor and the Chief Executive met today.\n\nThe new mechanism "
        "is known as the Beijing-Hong Kong Economic and Trade Co-operation Conference.\n\n" + text
    )
    assert found.get("ordinal") == ordinal
    assert ("platform" in found) == (ordinal is not None)


def test_a_journey_on_which_a_meeting_is_also_attended_is_not_of_that_meeting() -> None:
    told = "The Secretary left today for two days in Guangzhou, where he will see a stable and"
    name = "the 43rd Plenary of the Hong Kong/Guangdong Co-operation Joint Conference"
    assert "platform" not in facts(f"Secretary visits Guangzhou\n\n{told} attend {name}.")
    assert facts(f"Secretary visits Guangzhou\n\n{told[:45]} to attend {name}.")["ordinal"] == "43"


def test_the_first_meeting_of_something_else_is_not_the_only_platform_s() -> None:
    told = "港深兩地有關部門今日召開首次會議，討論樹木。\n\n深港合作會議去年同意此事。"
    assert "platform" not in facts(f"樹木通報\n\n{told}")


@pytest.mark.parametrize(
    ("other", "platform"),
    [("香港海關", "hk-macao-customs-annual-meeting"), ("國家海關總署", None)],
)
def test_a_series_of_hong_kong_and_macao_is_meant_where_hong_kong_is_named(
    other: str, platform: str | None
) -> None:
    text = f"海關業務年會\n\n{other}與澳門海關今日在澳門舉行2016年度業務聯繫年會。"
    found = draft_release(text.encode(), read_catalog(), published=date(2016, 5, 26)).facts()
    assert found.get("platform") == platform


@pytest.mark.parametrize(
    ("told", "ordinal"),
    [("after co-chairing", "7"), ("after they announced", None), ("since co-chairing", None)],
)
def test_what_is_said_after_chairing_a_meeting_is_of_it(told: str, ordinal: str | None) -> None:
    text = (
        "Two cities work together\n\nThe two cities signed several papers.\n\nThe Chief Executive, "
        f"Mr John Lee, spoke of them {told} the Seventh Plenary Session of the Hong Kong/Shanghai "
        "Co-operation Conference with the Mayor of Shanghai, Mr Gong Zheng."
    )
    found = facts(text)
    assert found.get("ordinal") == ordinal
    assert found.get("platform") == ("hk-shanghai-cooperation-conference" if ordinal else None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Mr John Lee today (June 12) co-chaired the second working meeting of the Hong "
                "Kong/Chongqing Co-operation Conference in Chongqing."
            ),
            "working-meeting",
        ),
        ("李家超今日（六月十二日）在福州主持閩港合作會議工作會議。", "working-meeting"),
        (
            (
                "Mr John Lee today (June 12) co-chaired the second plenary session of the Hong "
                "Kong/Chongqing Co-operation Conference in Chongqing."
            ),
            "plenary",
        ),
        (
            (
                "Mr John Lee today (June 12) attended the Hong Kong/Chongqing Co-operation "
                "Conference in Chongqing; a working group on lighthouses was set up."
            ),
            "plenary",
        ),
    ],
)
def test_a_platform_may_have_its_first_working_meeting(text: str, kind: str) -> None:
    assert facts(text)["kind"] == kind


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("粵港澳海關植樹合作第三次聯席會議今日在澳門舉行。", "3"),
        ("粵港植樹事務專責委員會首次會議今日在廣州舉行，局長盧大浩主持。", "1"),
        ("昨日，穗港林業合作第五次会议在香港召开。", "5"),
        ("The third meeting of the Guangdong-Hong Kong Trees Task Force was held today.", "3"),
        ("The Second Hong Kong-Hainan Tree Co-operation Conference took place in Haikou.", "2"),
        ("局長盧大浩今日列席第十三屆全國人民代表大會第二次會議，港粵記者採訪。", ""),
        ("局長盧大浩今日出席第七次植樹會議。", ""),
        (
            (
                "Hong Kong and Guangdong deputies were at the second session of the 13th National "
                "People's Congress."
            ),
            "",
        ),
    ],
)
def test_a_meeting_between_sides_has_its_number_without_a_platform_on_record(
    text: str, ordinal: str
) -> None:
    found = draft_release(f"Trees\n\n{text}".encode(), read_catalog(), published=date(2019, 3, 4))
    assert found.facts().get("ordinal", "") == ordinal
    assert not (found.ordinal and found.ordinal.is_sure)


def test_a_guest_who_also_attends_a_session_is_met_apart_from_it() -> None:
    text = (
        "特首與市長會面\n\n行政長官今日在禮賓府會見深圳市市長盧大浩。\n\n盧大浩首次訪港，並出席今日舉行的"
        "粵港合作聯席會議第20次會議，行政長官表示歡迎。"
    )
    found = facts(text)
    assert (found.get("platform", ""), found.get("ordinal", "")) == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        "第三十四次中美商貿聯委會會議今日在北京舉行，商務部部長出席。",
        "行政长官今日抵京述职，并将于下周出席粤港合作联席会议第三十四次会议。",
    ],
)
def test_a_series_of_others_and_a_meeting_next_week_are_not_the_event(text: str) -> None:
    assert facts(f"行政長官述職\n\n{text}").get("platform") is None


def test_a_meeting_of_the_whole_delta_is_none_of_two_sides() -> None:
    told = "The 34th working meeting on Pan-Pearl River Delta exchanges and co-operation in food "
    told += "safety of Guangdong and Hong Kong was held in Guangzhou today."
    assert facts(f"Trees\n\n{told}").get("platform") is None
