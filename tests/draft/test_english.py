"""What English releases say of an event in the turns of phrase that offices and agencies use.

Each rule stands beside sentences that look like its case and are none.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from coop.draft.names.catalogue import collect_names
from coop.draft.names.people import find_named
from coop.draft.names.pinyin import may_be_spelt
from coop.draft.names.someone import Someone
from coop.draft.remarks import list_remarks
from coop.draft.text.datelines import Dateline
from coop.draft.text.reading import Reading
from coop.draft.text.release import Paragraph, Release
from coop.text import Language
from tests.draft.scoring import read_catalog

PUBLISHED = date(2024, 6, 13)  # a Thursday


def facts(text: str, published: date = PUBLISHED) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=published).facts()


def list_people(text: str) -> list[Someone]:
    """The people of a sentence."""
    paragraphs = (Paragraph(1, text),)
    release = Release("", paragraphs, Language.EN, Dateline(), (), ())
    reading = Reading(
        release, read_catalog(), collect_names(read_catalog()), PUBLISHED, past=read_catalog()
    )
    return [one for told in reading.body for one in find_named(told, reading.catalog, PUBLISHED)]


def named(text: str) -> list[str]:
    """The people that a sentence names."""
    return [one.who for one in list_people(text)]


@pytest.mark.parametrize(
    ("name", "platform"),
    [
        ("Guangdong-Hong Kong Cooperation Joint Conference", "hk-guangdong-joint-conference"),
        ("Hong Kong and Guangdong cooperation joint meeting", "hk-guangdong-joint-conference"),
        ("Shenzhen-Hong Kong Cooperation Conference", "hk-shenzhen-cooperation-meeting"),
        ("cooperation meeting between Shenzhen and Hong Kong", "hk-shenzhen-cooperation-meeting"),
        ("Shanghai-Hong Kong Cooperation Conference", "hk-shanghai-cooperation-conference"),
        (
            "Pan-Pearl River Delta Regional Cooperation Executive Heads Joint Meeting",
            "pprd-chief-executive-joint-conference",
        ),
        (
            "Mainland and Hong Kong Science and Technology Cooperation Committee",
            "mainland-hk-science-technology-cooperation-committee",
        ),
        ("Macao-Shenzhen Cooperation Conference", None),
        ("Hong Kong-Shenzhen Innovation Conference", None),
        ("Hong Kong and Guangdong cooperation week", None),
    ],
)
def test_a_platform_is_known_by_other_wordings_of_its_name(name: str, platform: str | None) -> None:
    text = f"Meeting held\n\nThe seventh meeting of the {name} was held in Shenzhen on June 12."
    assert facts(text).get("platform") == platform


@pytest.mark.parametrize(
    ("sentence", "platform"),
    [
        (
            "At the annual Hong Kong-Shenzhen Cooperation Meeting, the mayor spoke of railways.",
            "hk-shenzhen-cooperation-meeting",
        ),
        (
            "It was the first physical Hong Kong-Shenzhen cooperation meeting in three years.",
            "hk-shenzhen-cooperation-meeting",
        ),
        ("At the Hong Kong-Shenzhen Cooperation Meeting last year, both sides agreed so.", None),
        ("At the Hong Kong-Shenzhen Cooperation Meeting in 2021, both sides agreed so.", None),
        ("They look forward to the coming Hong Kong-Shenzhen Cooperation Meeting.", None),
    ],
)
def test_a_platform_named_further_down_is_this_meeting_s_only_if_said(
    sentence: str, platform: str | None
) -> None:
    text = (
        "Two cities sign papers\n\nOfficials of both cities signed three papers on June 12.\n\n"
        f"They were of one mind.\n\n{sentence}"
    )
    assert facts(text).get("platform") == platform


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, will depart for Guangzhou "
                "tomorrow (June 14) to attend a construction forum to be held on June 15."
            ),
            "2024-06-15",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, will visit Chengdu next week, "
                "her office said on Wednesday.\n\nShe will be in the city on Jun. 18-20."
            ),
            "2024-06-18/2024-06-20",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, will leave for Beijing on "
                "June 16.\n\nMs Linn will depart for Hong Kong on June 18."
            ),
            "2024-06-16/2024-06-18",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, will visit Beijing on June 16."
                "\n\nThe delegation will then visit Shenyang from June 18 to 20."
            ),
            "2024-06-16/2024-06-20",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, met on Wednesday mayors "
                "who had come to attend a fair."
            ),
            "2024-06-12",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, started her visit to Beijing "
                "today (June 13).\n\nShe will return to Hong Kong tomorrow."
            ),
            "2024-06-13",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, led a delegation to Guangzhou "
                "today to attend a parks meeting.\n\nThe meeting is to be held tomorrow."
            ),
            "2024-06-14",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, arrived in Guangzhou today to "
                "attend a parks meeting to be held tomorrow.\n\nShe met the mayor."
            ),
            "2024-06-13",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, leaves tomorrow to attend a "
                "parks meeting.\n\nThe meeting will be held tomorrow and on June 15."
            ),
            "2024-06-14/2024-06-15",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, will leave for Beijing on June "
                "16.\n\nMs Linn will arrive in Hong Kong on the evening of June 18."
            ),
            "2024-06-16/2024-06-18",
        ),
        (
            (
                "The parks forum opened in Beijing Wednesday.\n\nThe forum will be held from "
                "Wednesday to Friday."
            ),
            "2024-06-12/2024-06-14",
        ),
        (
            ("On the afternoon of the 11th the second parks symposium was held in Shenzhen."),
            "2024-06-11",
        ),
        (
            (
                "On the 11th, the Secretary for Development, Ms Bernadette Linn, met the Mayor of "
                "Shenzhen in Shenzhen."
            ),
            "2024-06-11",
        ),
        (
            (
                "The Secretary for Development, Ms Bernadette Linn, met the Mayor of Shenzhen "
                "on the 30th anniversary of a bridge."
            ),
            "2024-06-13",
        ),
    ],
)
def test_the_day_is_the_event_s_own(sentence: str, day: str) -> None:
    assert facts(f"Secretary in the Mainland\n\n{sentence}")["date"] == day


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("She met Vice-Minister of Water Resources Chen Dawei to discuss dams.", ["Chen Dawei"]),
        ("He called on Guangdong High People's Court President Gong Jiali.", ["Gong Jiali"]),
        ("Acting Chief Information Officer Tony Wong will join.", ["Tony Wong"]),
        ("The Mayor of Example City, Qin Dafang, spoke.", ["Qin Dafang"]),
        ("The Secretary for Transport and Public Works spoke.", []),
        ("The Commissioner of Customs and Excise went to Lok Ma Chau.", []),
        ("The Director of Water Supplies was in Sha Tin yesterday.", []),
        ("Co-operation of the Ministry and Hong Kong was praised by the Minister.", []),
    ],
)
def test_names_stand_straight_behind_posts(sentence: str, people: list[str]) -> None:
    assert named(sentence) == people


def test_people_of_hong_kong_spelt_in_pinyin_are_known_by_their_post() -> None:
    found = facts(
        "Chongqing and Hong Kong meet\n\nLi Jiachao, Chief Executive of the Hong Kong Special "
        "Administrative Region, met Yuan Jiajun, party secretary of Chongqing, in Chongqing on "
        "June 12.\n\nLi Jiachao thanked the city."
    )
    assert found["principals"] == ["john-lee", "yuan-jiajun"]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Li Jiachao", "john-lee"),
        ("Tang Yingnian", "henry-tang"),
        ("Chan Kwok-kei", "chan-kwok-ki"),
    ],
)
def test_a_spelling_fits_its_name(name: str, person: str) -> None:
    assert may_be_spelt(name, read_catalog().people[person], read_catalog())


def test_a_chinese_name_fits_who_is_on_record_by_the_pinyin_alone() -> None:
    someone = read_catalog().people["yu-guangzhou"]
    name = someone.name.model_copy(update={"zh_hans": None, "zh_hant": None})
    by_pinyin = someone.model_copy(update={"name": name})
    assert may_be_spelt("于广洲", by_pinyin, read_catalog())


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Li Chao", "john-lee"),
        ("Wang Jiachao", "john-lee"),
        ("Chan Mo-po", "chan-kwok-ki"),
        ("李家超", "yu-guangzhou"),
        ("于广", "yu-guangzhou"),
        ("李嘉超", "john-lee"),
    ],
)
def test_a_spelling_fits_no_other_name(name: str, person: str) -> None:
    assert not may_be_spelt(name, read_catalog().people[person], read_catalog())


@pytest.mark.parametrize(
    ("sentence", "heads", "others"),
    [
        (
            (
                "Witnessed by the Chief Executive, Mr John Lee, Mr Chan signed a paper with the "
                "Mayor of Shenzhen, Mr Qin Weizhong."
            ),
            ["paul-chan", "qin-weizhong"],
            ["john-lee"],
        ),
        (
            (
                "Mr Chan signed a paper with the Mayor of Shenzhen, Mr Qin Weizhong, with Deputy "
                "Director Huang Liuquan as special guest."
            ),
            ["paul-chan", "qin-weizhong"],
            ["huang-liuquan"],
        ),
    ],
)
def test_who_is_by_is_no_head(sentence: str, heads: list[str], others: list[str]) -> None:
    text = (
        "Paper signed\n\nThe Financial Secretary, Mr Paul Chan, was in Shenzhen today (June 13)."
        f"\n\n{sentence}"
    )
    found = facts(text)
    assert (found["principals"], found["participants"]) == (heads, others)


def test_each_region_s_own_chief_executive_is_of_its_side() -> None:
    found = facts(
        "CE meets HKSAR Chief Executive\n\nThe Chief Executive, Mr Ho Iat Seng, today met at "
        "Macao's Government Headquarters with the Chief Executive of the Hong Kong Special "
        "Administrative Region (HKSAR), Mr John Lee.\n\nThey had met last week in Hong Kong."
    )
    assert found["principals"] == ["ho-iat-seng", "john-lee"]
    assert found["place"] == "macao"


def test_a_venue_tells_the_place_before_another_event_s_city() -> None:
    found = facts(
        "CE meets guests\n\nThe Chief Executive, Mr John Lee, met with the Mayor of Shenzhen, "
        "Mr Qin Weizhong, at Government House today (June 13).\n\nMr Lee recalled the 20th "
        "session of the committee held in Beijing."
    )
    assert found["place"] == "hong-kong"


def test_a_plan_told_by_its_place_and_day_is_the_one_on_record() -> None:
    text = (
        "Plan issued to develop zone further\n\nThe central authorities issued a plan on Monday "
        "that makes the Qianhai zone larger."
    )
    found = facts(text, date(2021, 9, 7))
    assert (found["record"], found["date"]) == ("plan", "2021-09-06")
    assert found["plans"] == ["qianhai-reform-plan-2021"]
    assert facts(text, date(2021, 9, 14))["plans"] == []


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        (
            "They exchanged views on tourism and on the development of Qianhai.",
            ["qianhai", "tourism"],
        ),
        (
            "Both sides work together in areas including education, tourism and sports.",
            ["education", "sports", "tourism"],
        ),
        ("The Secretary for Culture, Sports and Tourism was on leave.", []),
        ("A bus for tourists stood at the door.", []),
    ],
)
def test_topics_are_what_they_worked_on_or_talked_of(sentence: str, topics: list[str]) -> None:
    text = (
        "CE meets mayor\n\nThe Chief Executive, Mr John Lee, met the Mayor of Shenzhen, Mr Qin "
        f"Weizhong, today (June 13).\n\n{sentence}"
    )
    assert sorted(facts(text)["topics"]) == topics


def test_topics_and_plans_tell_where_they_stand_and_a_topic_only_named_is_to_be_checked() -> None:
    text = (
        "CE meets mayor in Qianhai\n\nThe Chief Executive, Mr John Lee, met the Mayor of Shenzhen, "
        "Mr Qin Weizhong, today (June 13).\n\nThey exchanged views on tourism and on Qianhai, a "
        "zone of the city.\n\nQianhai grows under the Framework Agreement on Hong Kong/Guangdong "
        "Co-operation."
    )
    draft = draft_release(text.encode(), read_catalog(), published=date(2023, 6, 13))
    assert draft.topics == [("tourism", "para 2", False), ("qianhai", "title", True)]
    assert draft.plans == [("hk-guangdong-framework-agreement-2010", "para 3", True)]
    remarks = list(list_remarks(draft, [], read_catalog()))
    assert "check: topic tourism (only named, para 2)" in remarks
    assert not [line for line in remarks if line.startswith("check: topic qianhai")]
