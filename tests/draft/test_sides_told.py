"""Who heads a side by what the words around tell: who came with whom, on which side, with what."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from coop.draft.names.sides import side_of_words
from coop.draft.text.tokens import fold_script
from tests.draft.scoring import read_catalog


def people(text: str) -> tuple[list[str], list[str]]:
    """The heads and the others."""
    raw = f"兩地加強合作\n\n{text}".encode()
    found = draft_release(raw, read_catalog(), published=date(2019, 3, 4)).facts()
    return found["principals"], found["participants"]


@pytest.mark.parametrize(
    ("told", "heads"),
    [
        (
            "廣東省林業局局長盧大浩、副局長方大明，香港公園協會會長陳小明分別率團參加研討會。",
            ["盧大浩", "陳小明"],
        ),
        (
            (
                "广东省林业局局长卢大浩、澳门公园协会会长何小明分别率当地专家出席研讨会。\n\n"
                "副局长方大明主持研讨会。会上，中心主任容小梅、总监陈小强先后介绍了情况。"
            ),
            ["卢大浩", "何小明"],
        ),
        (
            (
                "The Vice-Chairman of the Fuzhou Parks Board, Mr Lu Dahao, attended the 3rd "
                "working meeting with officials led by him, among them the Director, Mr Fang "
                "Daming. On the Hong Kong side the officials were led by the Director of "
                "Parks, Mr Chan Siu-ming."
            ),
            ["Lu Dahao", "Chan Siu-ming"],
        ),
        (
            (
                "The Director of Health, Ms Chan Siu-ming, attended the 3rd working meeting of "
                "the Hong Kong/Fujian parks group today. The Mainland representatives were "
                "headed by the Vice-Mayor of Fuzhou, Mr Lu Dahao."
            ),
            ["Chan Siu-ming", "Lu Dahao"],
        ),
    ],
)
def test_whoever_leads_the_officials_of_a_side_heads_it(told: str, heads: list[str]) -> None:
    assert sorted(people(told)[0]) == sorted(heads)


@pytest.mark.parametrize(
    ("told", "heads"),
    [
        (
            "香港公園協會會長陳小明、香港樹木學會會長何小強一行5日來京，與有關部門磋商。",
            ["陳小明", "何小強"],
        ),
        (
            "香港公园协会会长陈小明和香港树木学会会长何小强一行今日抵达福州考察。",
            ["陈小明", "何小强"],
        ),
    ],
)
def test_two_named_before_their_party_lead_it_together(told: str, heads: list[str]) -> None:
    assert sorted(people(told)[0]) == sorted(heads)


@pytest.mark.parametrize(
    ("told", "heads", "others"),
    [
        (
            (
                "公園合作委員會昨日召開會議，出席的有福州市副市長盧大浩、香港公園協會會長"
                "陳小明、福州市林業局局長方大明等，會議其後與專家交流了意見。"
            ),
            ["盧大浩", "陳小明"],
            ["方大明"],
        ),
        (
            (
                "會議由深圳市副市長盧大浩和香港公園協會會長陳小明共同主持。會前，陳小明一行"
                "與市委書記方大明會見。"
            ),
            ["盧大浩", "陳小明"],
            ["方大明"],
        ),
        (
            (
                "The accord was signed by the Director of Parks, Mr Chan Siu-ming, and the "
                "Vice-Mayor of Fuzhou, Mr Lu Dahao. The Chief Secretary, Mr Matthew Cheung, looked "
                "on as the accord was signed."
            ),
            ["Chan Siu-ming", "Lu Dahao"],
            ["matthew-cheung"],
        ),
        (
            "何小明欢迎卢大浩率领代表团到访香港公园，并主持会议。",
            ["卢大浩"],
            [],
        ),
    ],
)
def test_a_list_of_those_who_came_ends_with_its_sentence(
    told: str, heads: list[str], others: list[str]
) -> None:
    assert people(told) == (heads, others)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("國家海關總署副署長", "mainland"),
        ("海关总署署长", "mainland"),
        ("入境处处长", "hksar"),
        ("衞生署助理署長", "hksar"),
        ("上海市推进国际金融中心建设办公室主任", "mainland"),
        ("内地与澳门公园合作委员会内地主席", "mainland"),
        ("澳方组长", "macao"),
        (
            "Secretary for Parks of the Macao Special Administrative Region Government",
            "macao",
        ),
        ("Secretary for Parks of the Macau SAR Government", "macao"),
        ("香港特区政府驻上海经济贸易办事处主任", "hksar"),
        ("香港驻上海办主任", "hksar"),
        ("今日在广州出席交流活动的环境局局长", "hksar"),
        ("到访上海市考察当地设施的运输署署长", "hksar"),
        ("駐港國家安全公署署長", "mainland"),
        ("中央人民政府驻香港特别行政区维护国家安全公署副署长", "mainland"),
    ],
)
def test_words_tell_the_side_of_a_post(words: str, side: str) -> None:
    assert side_of_words(fold_script(words)) == side


@pytest.mark.parametrize(
    ("told", "others"),
    [
        (
            (
                "廣東省副省長盧大浩今日在廣州與香港公園協會會長陳小明會面。陳小明轉達了國家公園局"
                "局長方大明及港澳公園辦主任容小梅對香港公園的關切，並致以敬意。"
            ),
            [],
        ),
        (
            (
                "福州市副市长卢大浩今日会见香港公园协会会长陈小明。是次消息的写法，与上次何小强"
                "获接见时相同。"
            ),
            [],
        ),
        (
            (
                "香港公園協會會長陳小明今日前往福州訪問。隨行的有公園主任方大明、園長容小梅等，"
                "新任專員何小強亦會首次跟隨會長出訪。"
            ),
            ["何小強", "容小梅", "方大明"],
        ),
    ],
)
def test_who_is_only_spoken_of_was_not_there(told: str, others: list[str]) -> None:
    assert sorted(people(told)[1]) == others


@pytest.mark.parametrize(
    "told",
    [
        (
            "福州市市長盧大浩今日會見香港公園協會代表團。\n\n公園協會成立於1992年，創會主席方大明。"
            "現任主席容小梅，副主席何小強、陳小明，司庫張小明。"
        ),
        (
            "The Mayor of Fuzhou, Mr Lu Dahao, met a mission of the Hong Kong Parks Society today."
            "\n\nThe society was set up in 1992. Its current president is Ms Chan Siu-ming, and Mr "
            "Fang Daming, Ms Yung Siu-mui and Mr Ho Siu-keung are the vice-presidents."
        ),
    ],
)
def test_who_heads_a_society_was_not_there(told: str) -> None:
    heads, others = people(told)
    assert heads in (["盧大浩"], ["Lu Dahao"])
    assert not others


def test_whoever_sends_someone_was_not_there() -> None:
    told = (
        "第三次福州公園工作會議今日舉行，由市長盧大浩主持。受政務司司長張建宗委託，局長容小梅到會。"
    )
    heads, others = people(f"會議談論樹木。\n\n{told}")
    assert "matthew-cheung" not in (*heads, *others)


@pytest.mark.parametrize(
    ("told", "heads"),
    [
        (
            (
                "The Chief Secretary, Mr Matthew Cheung, led a delegation to Fuzhou today.\n\n"
                "In the company of the Deputy Director of the Fuzhou Parks Bureau, Mr Lu Dahao, "
                "and the "
                "Inspector of the Fujian Parks Department, Mr Fang Daming, the delegation saw "
                "a park."
            ),
            ["matthew-cheung", "Lu Dahao"],
        ),
        (
            (
                "政务司司长张建宗今日率团访问福州市公园局。\n\n"
                "福州市公园局卢大浩局长指出，去年9月有植树会议，今后会继续植树。"
            ),
            ["matthew-cheung", "卢大浩"],
        ),
    ],
)
def test_whom_a_leader_met_is_told_in_many_ways(told: str, heads: list[str]) -> None:
    assert people(told)[0] == heads


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("福州市教育局局長", "mainland"),
        ("貴陽市文化和旅遊局副局長", "mainland"),
        ("，市生態環境局局長", "mainland"),
        ("余杭區區委書記", "mainland"),
        ("拱北海關關長", "mainland"),
        ("浦東新區副區長", "mainland"),
        ("中國證監會副主席", "mainland"),
        ("Deputy Administrator of the CAAC", "mainland"),
        ("Administrator of the China Weather Administration", "mainland"),
        ("，環境及生態局副局長", "hksar"),
        ("，律政司副司長", "hksar"),
        ("，發展局政治助理", "hksar"),
        ("，海關助理關長", "hksar"),
        ("，市區重建局主席", "hksar"),
        ("，終審法院首席法官", "hksar"),
        ("，駐粵辦主任", "hksar"),
        ("President of LegCo", "hksar"),
        ("，經濟財政司司長", "macao"),
        ("澳門金融管理局主席", "macao"),
    ],
)
def test_posts_without_a_region_tell_the_side_too(told: str, side: str) -> None:
    assert side_of_words(fold_script(told)) == side


@pytest.mark.parametrize(("where", "side"), [("澳門", "macao"), ("香港", "hksar")])
def test_a_text_that_names_macao_alone_means_its_own_officials(where: str, side: str) -> None:
    text = f"官員訪{where}\n\n福州市市長盧大浩今日訪問{where}，行政長官辦公室主任何小明接待。"
    found = draft_release(text.encode(), read_catalog(), published=date(2019, 3, 4))
    everyone = (*found.principals, *found.participants)
    assert [one.side for one in everyone if one.who == "何小明"] == [side]
