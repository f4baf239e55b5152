"""Which meeting in number it is, where the number does not stand with the platform's name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2031, 6, 12)
ENGLISH = "The Hong Kong/Shanghai Co-operation Conference {} in Shanghai today (June 12)."
CHINESE = "滬港合作會議今日（六月十二日）在上海{}。"


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()


@pytest.mark.parametrize(
    ("told", "ordinal"),
    [
        ("It met for the ninth time.", "9"),
        ("This was its ninth meeting.", "9"),
        ("The meeting, the ninth so far, was about trees.", "9"),
        ("It was in the town hall that the conference held its ninth meeting.", "9"),
        ("Mr Mondo spoke of trees at the ninth meeting.", "9"),
        ("Speaking after attending the ninth meeting, Mr Mondo sang.", "9"),
        (
            "The working group on trees under the conference will hold its third meeting in July.",
            "",
        ),
        ("The committee on trees held its second meeting in March.", ""),
        ("It was the first meeting since the roads were closed.", ""),
        ("The two sides held their first meeting this year.", ""),
        ("The two cities will hold their seventh meeting in Shanghai next year.", ""),
        ("The next meeting will be the seventh.", ""),
        ("Mr Mondo saw the school for the third time.", ""),
    ],
)
@pytest.mark.parametrize("verb", ["was held", "took place", "concluded"])
def test_an_english_text_tells_the_number_apart(verb: str, told: str, ordinal: str) -> None:
    found = facts(f"Two cities plant trees\n\n{ENGLISH.format(verb)}\n\n{told}")
    assert found["platform"] == "hk-shanghai-cooperation-conference"
    assert found.get("ordinal", "") == ordinal


@pytest.mark.parametrize(
    ("told", "ordinal"),
    [
        ("on June 12th the ninth session of", "9"),
        ("(June 12th) the meeting of", ""),
        ("on the 12th of June the meeting of", ""),
    ],
)
def test_the_number_of_a_day_is_no_number_of_a_meeting(told: str, ordinal: str) -> None:
    text = f"Two cities held {told} the Hong Kong/Shanghai Co-operation Conference in Shanghai."
    assert facts(f"Two cities plant trees\n\n{text}").get("ordinal", "") == ordinal


@pytest.mark.parametrize(
    ("told", "ordinal"),
    [
        ("今次會議是雙方合作以來的第九次會議。", "9"),
        ("自兩地簽署植樹協議以來，這是第九次會議。", "9"),
        ("會議為第九次會議。", "9"),
        ("两地官员在植物园举行第九次会议。", "9"),
        ("盧大浩在第九次會議上說，樹木重要。", "9"),
        ("樹木專班稍後會舉行第一次會議。", ""),
        ("樹木專家小組上月召開第三次會議。", ""),
        ("这是今年第一次会议。", ""),
        ("雙方將於明年舉行第七次會議。", ""),
        ("下次會議為第七次會議。", ""),
        ("盧大浩上周出席第三次全國植樹會議。", ""),
        ("首屆滬港合作會議建立的植樹機制運作良好。", ""),
    ],
)
@pytest.mark.parametrize("verb", ["舉行", "閉幕"])
def test_a_chinese_text_tells_the_number_apart(verb: str, told: str, ordinal: str) -> None:
    found = facts(f"兩地植樹\n\n{CHINESE.format(verb)}\n\n{told}")
    assert found["platform"] == "hk-shanghai-cooperation-conference"
    assert found.get("ordinal", "") == ordinal


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        (f"{ENGLISH.format('met')}\n\nThe ninth meeting discussed trees.", "9"),
        (f"{ENGLISH.format('met')}\n\nAddressing the ninth meeting, Mr Mondo sang.", "9"),
        (f"{ENGLISH.format('met')}\n\nSince the ninth meeting trees have grown.", ""),
        (f"{ENGLISH.format('met')}\n\nTrees were agreed at the ninth meeting in 2029.", ""),
        (f"{CHINESE.format('舉行')}\n\n第九次會議由盧大浩與關大浩共同主持。", "9"),
        (f"{CHINESE.format('舉行')}\n\n第九次會議於二○二九年舉行，當時談樹木。", ""),
    ],
)
def test_a_number_that_is_only_spoken_of_is_to_be_checked(text: str, ordinal: str) -> None:
    title = "Two cities plant trees" if text.isascii() else "兩地植樹"
    draft = draft_release(f"{title}\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    assert (draft.ordinal.value if draft.ordinal else "") == ordinal
    assert not (draft.ordinal and draft.ordinal.is_sure)


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [("第 12 次", "12"), ("第十二回", "12"), ("首度", "1"), ("首輪", "1")],
)
def test_a_chinese_number_may_be_written_in_several_ways(number: str, ordinal: str) -> None:
    text = f"兩地植樹\n\n滬港合作會議{number}會議今日在上海舉行，雙方官員出席，談論樹木。"
    assert facts(text)["ordinal"] == ordinal


def test_the_number_may_stand_with_other_words_for_the_platform() -> None:
    told = "盧大浩與友人今日一起為第二十三屆泛珠江三角區域合作與發展論壇揭幕。"
    found = facts(f"盧大浩為泛珠論壇揭幕\n\n{told}")
    assert (found["platform"], found["ordinal"]) == ("pprd-forum", "23")


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        (
            (
                "Expert group meets today\n\nThe Expert Group on Hong Kong-Guangdong Trees held "
                "its fourth meeting in Foshan today (June 12)."
            ),
            "4",
        ),
        (
            (
                "Mr Mondo speaks\n\nMr Mondo today spoke at the Third Yangtze Delta, Shandong and "
                "Hong Kong Lighthouse Symposium in Qingdao."
            ),
            "3",
        ),
        (
            (
                "Mr Mondo meets mayor\n\nMr Mondo today met Mr Fu, who chaired the fourth meeting "
                "of the Hong Kong-Guangdong tree group."
            ),
            "",
        ),
    ],
)
def test_a_body_that_meets_is_on_no_trip(text: str, ordinal: str) -> None:
    found = facts(text)
    assert "platform" not in found
    assert found.get("ordinal", "") == ordinal


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("The 12th Shenzhen-Hong Kong Tree Forum was held in Shenzhen today.", "12"),
        ("The mayor was at the third Belt and Road Forum in Beijing, as was Hong Kong.", ""),
        ("The fourth wave in Hong Kong put off a meeting with Guangdong today.", ""),
        ("第十二屆港深植樹論壇今日在深圳舉行，雙方官員出席。", "12"),
        ("第三屆“一帶一路”國際合作高峰論壇今日舉行，香港和內地官員出席會議。", ""),
    ],
)
def test_a_forum_of_sides_has_its_number_and_one_of_the_world_has_none(
    text: str, ordinal: str
) -> None:
    title = "Trees are spoken of" if text.isascii() else "官員談樹木"
    assert facts(f"{title}\n\n{text}").get("ordinal", "") == ordinal


@pytest.mark.parametrize(
    "told",
    [
        "粵港合作聯席會議第四十九次會議開過才一年，第五十次會議今日在廣州舉行。",
        "粤港合作联席会议第四十九次会议以来，各项工作都有进展。第五十次粤港合作联席会议今日在广州召开。",
    ],
)
def test_a_meeting_since_which_something_was_done_is_not_this_one(told: str) -> None:
    assert facts(f"兩地合作\n\n{told}")["ordinal"] == "50"


@pytest.mark.parametrize(
    "ahead",
    [
        "下月，双方的第三十四次工作会晤就要举行。",
        "公安部與香港警務處第三十四次工作會晤即將在北京召開。",
        (
            "The 34th working meeting of the Ministry of Public Security and the Hong Kong Police "
            "will be held in Beijing in July."
        ),
    ],
)
def test_a_meeting_to_come_of_which_someone_speaks_is_not_the_event(ahead: str) -> None:
    met = "公安部副部長逄大海今日在北京同香港警務處處長盧大浩見面。"
    found = facts(f"逄大海：支持香港警方\n\n{met}\n\n逄大海說，合作甚廣。{ahead}")
    assert (found.get("platform"), found.get("ordinal")) == (None, None)


@pytest.mark.parametrize(
    ("text", "platform", "ordinal"),
    [
        (
            (
                "粵港環保及應對氣候變化合作小組今日以視像會議形式舉行第二十三次會議，由環境局局長盧大浩、"
                "廣東省生態環境廳廳長關大浩共同主持。"
            ),
            "hk-guangdong-environment-working-group",
            "23",
        ),
        ("律政司與最高人民法院今日在惠州舉行首次高層聯席會議，雙方商談法律合作。", None, "1"),
        (
            "The yearly cooperation meeting of Shenzhen and Hong Kong took place yesterday.",
            "hk-shenzhen-cooperation-meeting",
            None,
        ),
    ],
)
def test_a_meeting_by_video_of_no_platform_or_of_every_year_is_told(
    text: str, platform: str | None, ordinal: str | None
) -> None:
    found = facts(f"Trees\n\n{text}")
    assert (found.get("platform"), found.get("ordinal")) == (platform, ordinal)
