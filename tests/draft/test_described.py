"""Which platform meets, where a text tells its sides alone, its subject alone or no number."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2031, 6, 12)


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        (
            "The 22nd high-level meeting on Hong Kong-Macao co-operation was held today.",
            "hk-macao-high-level-meeting",
        ),
        (
            "Hong Kong and Guangdong held the 36th plenary of their joint conference in Guangzhou.",
            "hk-guangdong-joint-conference",
        ),
        ("The 16th meeting of Shanghai-Hong Kong cooperation was held today.", "hk-shanghai"),
        ("The 17th Pan-Pearl River Delta (9+2) Forum opened today.", "pprd-forum"),
        ("粵港兩地政府十二日在廣州舉行第三十六次聯席會議。", "hk-guangdong-joint-conference"),
        ("上海与香港第十六次合作会议十二日在上海举行。", "hk-shanghai"),
        ("京港合作機制第十五次會議十二日在北京舉行。", "hk-beijing"),
        ("The 17th joint conference of legal departments of the Bay Area met.", "gba-legal"),
        ("粤港澳三地法律部门第十七次联席会议十二日在珠海举行。", "gba-legal-departments"),
        ("公安部與香港警務處第三十四次工作會晤十二日舉行。", "police-public-security"),
        ("The SFC and the CSRC held their 23rd high-level meeting on enforcement.", "sfc-csrc"),
        ("港深「對接北部都會區專班」十二日舉行第十六次會議。", "northern-metropolis-task-force"),
    ],
)
def test_a_platform_is_known_by_its_sides_alone_or_its_subject_alone(
    text: str, platform: str
) -> None:
    found = facts(f"Trees\n\n{text}")
    assert str(found.get("platform")).startswith(platform)
    assert found["ordinal"]


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("Hong Kong and Shenzhen held their annual cooperation meeting today.", "hk-shenzhen"),
        ("2031年泛珠三角行政首长联席会议十二日在贵阳举行。", "pprd-chief-executive"),
        ("Belt-Road conference held: officials met in Beijing and spoke of trees.", "belt-and"),
        ("Officials attended the Beijing-Hong Kong economic symposium in Hong Kong.", "beijing-hk"),
        ("香港局長今日在深圳出席前海合作區建設專班會議，談論樹木。", "qianhai-task-force"),
        ("粵港海關年會十二日在廣州舉行，雙方談論樹木。", "guangdong-hk-customs"),
    ],
)
def test_a_platform_told_without_a_number_is_to_be_checked(text: str, platform: str) -> None:
    found = draft_release(f"Trees\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    assert found.platform
    assert found.platform.value.startswith(platform)
    assert not found.platform.is_sure


def test_the_meeting_of_a_group_on_the_subject_is_not_the_platform_s() -> None:
    group = "The Guangdong-Hong Kong-Macao {} on Prevention and Control of Communicable Diseases"
    told = f"{group} opened its first meeting today."
    assert (
        facts(f"Trees\n\n{told.format('Meeting')}")["platform"]
        == "tripartite-communicable-diseases"
    )
    assert "platform" not in facts(f"Trees\n\n{told.format('Expert Group')}")


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        (
            (
                "The two governments signed papers on trees in Guangzhou.\n\n"
                "The Hong Kong/Guangdong Co-operation Joint Conference is held every year."
            ),
            "hk-guangdong-joint-conference",
        ),
        (
            (
                "Police officers of Hong Kong, Guangdong and Macao met in Foshan today.\n\nThe "
                "tripartite meeting, held twice a year, lets heads of crime investigation talk."
            ),
            "guangdong-hk-macao-cid-heads",
        ),
        (
            (
                "The two governments signed papers on trees in Guangzhou.\n\n"
                "They carry out what the Hong Kong/Guangdong Co-operation Joint Conference agreed."
            ),
            "",
        ),
        (
            (
                "粵港兩地政府今日在廣州簽署植樹文件，雙方官員出席。\n\n"
                "今次是疫情以來首次舉行粵港合作聯席會議，盧大浩說。"
            ),
            "hk-guangdong-joint-conference",
        ),
        (
            "粵港澳警方代表今日在佛山開會，商討罪案。\n\n三地警方刑偵主管會晤每年輪流舉行。",
            "guangdong-hk-macao-cid-heads",
        ),
        (
            "局長盧大浩今日到訪廣州，參觀樹木。\n\n粵港合作聯席會議每年舉行，由兩地輪流主辦。",
            "",
        ),
    ],
)
def test_a_platform_is_known_by_what_is_told_of_its_series(text: str, platform: str) -> None:
    title = "Two governments sign deals" if text.isascii() else "兩地談樹木"
    found = draft_release(f"{title}\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    assert (found.platform.value if found.platform else "") == platform
    assert not (found.platform and found.platform.is_sure)


@pytest.mark.parametrize(
    ("text", "platform", "ordinal"),
    [
        (
            (
                "The joint task force on a tech park in the Loop met for the 23rd time today, in "
                "Hong Kong, with Shenzhen Vice Mayor Lu Dahao as a co-chair."
            ),
            "loop-joint-task-force",
            "23",
        ),
        (
            "港深河套區創新及科技園聯合專責小組今日第二十三次開會，商談來年的工作。",
            "loop-joint-task-force",
            "23",
        ),
        (
            "粤港澳三地警方的刑侦主管十二日在澳门开会。\n\n这个会晤定期举行，今次是第三十六次。",
            "guangdong-hk-macao-cid-heads",
            "36",
        ),
        (
            (
                "Heads of criminal investigation of the police of Guangdong, Hong Kong and Macao "
                "came together today.\n\nThis meeting is held every year. It was the 36th."
            ),
            "guangdong-hk-macao-cid-heads",
            "36",
        ),
    ],
)
def test_a_platform_is_known_by_who_met_again_and_by_its_series(
    text: str, platform: str, ordinal: str
) -> None:
    found = facts(f"Trees\n\n{text}")
    assert (found.get("platform"), found.get("ordinal")) == (platform, ordinal)


@pytest.mark.parametrize("title", ["粵港澳刑偵主管香港會晤", "粤港澳刑侦主管会晤"])
def test_a_title_that_ends_with_a_meeting_names_it(title: str) -> None:
    text = "三地今日一起商談對策，並回顧過去一年的工作。"
    assert facts(f"{title}\n\n{text}").get("platform") == "guangdong-hk-macao-cid-heads"
