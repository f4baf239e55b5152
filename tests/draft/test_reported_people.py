"""Who heads the sides in the words of newspapers, agencies and pages of the Mainland."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 4)


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()


SESSION = "粵港合作聯席會議第五十次會議今日在廣州舉行"


@pytest.mark.parametrize(
    "told",
    [
        f"{SESSION}，政務司司長張建宗、廣東省副省長盧大浩參加。",
        f"{SESSION}。政务司司长张建宗和广东省副省长卢大浩参加，商定来年的工作。",
        (
            "At the head of the delegations of the two governments, the Chief Secretary for "
            "Administration, Mr Matthew Cheung, and the Vice-Governor of Guangdong, Mr Lu Dahao, "
            "held the 50th Plenary of the Hong Kong/Guangdong Co-operation Joint Conference today."
        ),
    ],
)
def test_those_who_took_part_in_a_session_head_the_sides(told: str) -> None:
    assert facts(f"兩地加強合作\n\n{told}")["principals"][0] == "matthew-cheung"
    assert len(facts(f"兩地加強合作\n\n{told}")["principals"]) == len(["hk", "gd"])


@pytest.mark.parametrize(
    "call",
    [
        "開會之前，張建宗先見中央政治局委員兼廣東省委書記逄大海。",
        "行政長官林鄭月娥其間會見了廣東省委書記逄大海一行。",
        "会议期间，行政长官林郑月娥会见了广东省委书记逄大海。",
        (
            "On the sidelines of the meeting, the Chief Executive, Mrs Carrie Lam, met the "
            "Governor of Hubei, Mr Pang Dahai."
        ),
    ],
)
def test_whom_someone_saw_beside_a_session_heads_none_of_it(call: str) -> None:
    text = f"{SESSION}。\n\n{call}\n\n政務司司長張建宗與廣東省副省長盧大浩主持會議。"
    assert facts(f"兩地加強合作\n\n{text}")["principals"] == ["matthew-cheung", "盧大浩"]


@pytest.mark.parametrize(
    "told",
    [
        "簽字的是政務司司長張建宗和廣東省副省長盧大浩，在旁見證的是中聯辦副主任逄大海。",
        "签署人是政务司司长张建宗与广东省副省长卢大浩，在场见证的有中联办副主任逄大海。",
        "政務司司長張建宗與廣東省副省長盧大浩簽署協議，同行者有中聯辦副主任逄大海。",
    ],
)
def test_those_of_whom_a_sentence_says_that_they_looked_on_came(told: str) -> None:
    found = facts(f"兩地簽署協議\n\n兩地政府今日在廣州簽署合作協議。{told}")
    assert len(found["principals"]) == len(["hk", "gd"])
    assert [one[-2:] for one in found["participants"]] == ["大海"]


def test_who_explains_what_is_seen_receives_nobody() -> None:
    text = (
        "訪問北京\n\n政務司司長張建宗今日在北京與商務部部長逄大海會面。\n\n"
        "張建宗又到博物館參觀，由國家文物局副司長盧大浩親自講解。"
    )
    assert facts(text)["principals"] == ["matthew-cheung", "逄大海"]


def test_a_word_behind_a_growth_or_a_leader_is_no_name() -> None:
    text = (
        "訪問北京\n\n政務司司長張建宗今日在北京與商務部部長逄大海會面。張建宗說，增長溫和，失業率低，"
        "這是行政長官領導方針的成果；增長平穩。"
    )
    found = facts(text)
    assert (found["principals"], found["participants"]) == (["matthew-cheung", "逄大海"], [])


def test_who_sat_in_is_named_by_a_list_alone() -> None:
    met = "政務司司長張建宗今日在北京與商務部部長逄大海會面。"
    text = f"訪問北京\n\n{met}\n\n盧大浩、祝小河等參加會見。"
    assert facts(text)["participants"] == ["盧大浩", "祝小河"]


@pytest.mark.parametrize(
    "told",
    [
        "發改委主任馬大浩則指，香港的成績跟張司長的工作分不開。",
        "其後，张司长与发改委主任马大浩交流。",
    ],
)
def test_who_was_named_in_full_is_known_again_by_family_name_and_title(told: str) -> None:
    text = f"訪問北京\n\n政務司司長張建宗今日在北京會見商務部部長逄大海。\n\n{told}"
    assert [one[-2:] for one in facts(text)["principals"][1:]] == ["大海", "大浩"]


def test_all_may_be_told_below_a_picture() -> None:
    words = (
        "Chief Executive Carrie Lam (left) and Vice-Premier Han Zheng (right), who received her in "
        "Beijing. Also at the meeting were the Director of the Liaison Office, Mr Wang Xiaohe."
    )
    found = facts(f"Beijing backs Carrie Lam\n\nBeijing backs Carrie Lam again\n\n{words}")
    assert found["participants"] == ["Wang Xiaohe"]


def test_who_signed_beside_the_heads_of_a_session_was_there() -> None:
    text = (
        f"{SESSION}，政務司司長張建宗與廣東省副省長盧大浩共同主持。\n\n"
        "環境局副局長謝展寰與廣東省生態環境廳廳長逄大海簽署協議。"
    )
    found = facts(f"兩地加強合作\n\n{text}")
    assert found["participants"] == ["tse-chin-wan", "逄大海"]


@pytest.mark.parametrize(
    "told",
    [
        "会见了武汉市副市长卢大浩、港澳办主任逄大海、商务局副局长祝小河等。",
        "與武漢市副市長盧大浩、港澳辦主任逄大海、商務局副局長祝小河等會面。",
    ],
)
def test_those_listed_behind_the_one_who_governs_received_with_him(told: str) -> None:
    found = facts(f"訪問武漢\n\n政務司司長張建宗今日訪問武漢，{told}")
    assert [one[-2:] for one in found["principals"][1:]] == ["大浩"]
    assert [one[-2:] for one in found["participants"]] == ["大海", "小河"]


def test_who_presides_over_a_call_below_only_leads_through_it() -> None:
    met = "政務司司長張建宗今日到訪科技部，副部長盧大浩與其會面。"
    found = facts(f"到訪科技部\n\n{met}\n\n科技部港澳台辦逄大海副主任主持會見。")
    assert (found["principals"][1:], found["participants"]) == (["盧大浩"], ["逄大海"])


def test_a_given_name_may_begin_with_a_joining_word() -> None:
    told = "政務司司長張建宗今日與商務部部長程和木(兼任會長)會面，發改委主任徐景和見面後致謝。"
    assert facts(f"訪問北京\n\n{told}")["principals"][1:] == ["程和木", "徐景和"]


LOOKED_ON = "Financial Secretary Paul Chan and Vice-Minister of Commerce Lu Dahao signed it today"


@pytest.mark.parametrize(
    ("told", "heads", "others"),
    [
        (
            "Carrie Lam met Guangdong party secretary Lu Dahao in Guangzhou on Monday.",
            ["carrie-lam", "Lu Dahao"],
            [],
        ),
        (
            (
                "Carrie Lam today met Vice-Premier Lu Dahao in Beijing. Pang Dahe, director of the "
                "Hong Kong and Macao Affairs Office of the State Council, attended the meeting."
            ),
            ["carrie-lam", "Lu Dahao"],
            ["Pang Dahe"],
        ),
        (
            f"{LOOKED_ON}, with Chief Executive Carrie Lam looking on.",
            ["paul-chan", "Lu Dahao"],
            ["carrie-lam"],
        ),
        (
            "行政長官林鄭月娥今日在北京會見商務部部長盧大浩。港澳辦主任逄大海出席會見。",
            ["carrie-lam", "盧大浩"],
            ["逄大海"],
        ),
    ],
)
def test_who_attends_a_call_is_told_from_those_who_met(
    told: str, heads: list[str], others: list[str]
) -> None:
    found = facts(f"Two places to work together\n\n{told}")
    assert (found["principals"], found["participants"]) == (heads, others)


@pytest.mark.parametrize(
    "came",
    [
        "同場的還有發展局局長黃偉綸、保安局局長李家超。",
        "一同见面的有发展局局长黄伟纶和保安局局长李家超。",
        "发展局局长黄伟纶、保安局局长李家超同往。",
        (
            "Among those at the meeting were Secretary for Development Michael Wong and "
            "Secretary for Security John Lee."
        ),
        (
            "On the Hong Kong side were also Secretary for Development Michael Wong and "
            "Secretary for Security John Lee."
        ),
        (
            "Secretary for Development Michael Wong and Secretary for Security John Lee made the "
            "trip with him."
        ),
    ],
)
def test_company_is_told_beside_a_call_in_many_words(came: str) -> None:
    met = "政務司司長張建宗今日在廣州與廣東省副省長盧大浩會面。"
    if came.isascii():
        met = "Chief Secretary Matthew Cheung met Guangdong Governor Lu Dahao in Guangzhou today. "
    found = facts(f"兩地加強合作\n\n{met}{came}")
    assert found["principals"][0] == "matthew-cheung"
    assert found["participants"] == ["michael-wong", "john-lee"]


@pytest.mark.parametrize(
    "led",
    [
        f"{SESSION}，率領港方的是政務司司長張建宗，率領粵方的是廣東省副省長盧大浩。",
        (
            "The 50th Plenary of the Hong Kong/Guangdong Co-operation Joint Conference was held "
            "today, with the Chief Secretary, Mr Matthew Cheung, and the Vice-Governor of "
            "Guangdong, Mr Lu Dahao, at the head of the two sides."
        ),
    ],
)
def test_who_leads_a_side_came_along_with_nobody(led: str) -> None:
    found = facts(f"兩地加強合作\n\n{led}")
    assert (len(found["principals"]), found["participants"]) == (2, [])


def test_an_english_list_names_also_those_without_a_record() -> None:
    told = "Ding Xuexiang, Pang Dahe and You Quan were present at the meeting."
    found = facts(f"Talks in Beijing\n\nXi Jinping met Carrie Lam in Beijing today.\n\n{told}")
    assert found["participants"] == ["ding-xuexiang", "Pang Dahe", "you-quan"]


def test_who_looks_on_may_be_told_behind_the_signing() -> None:
    told = "signed the document today as Chief Executive Carrie Lam and Mayor Pang Dahe watched."
    found = facts(f"Two cities agree\n\nNicholas Yang and Vice-Mayor of Shenzhen Lu Dahao {told}")
    assert found["principals"] == ["nicholas-yang", "Lu Dahao"]
    assert found["participants"] == ["carrie-lam", "Pang Dahe"]


@pytest.mark.parametrize(
    "hosts",
    [
        "同人民政府台港澳事务办公室主任卢大浩、公安局办公室主任逄大海及公安局副局长祝小河等见面",
        "與港澳事務辦公室主任盧大浩、商務局局長逄大海、公安局副局長祝小河等會面",
    ],
)
def test_hosts_are_of_where_a_group_went_and_the_first_of_them_receives(hosts: str) -> None:
    text = f"政務司司長張建宗一行今日走訪山東省青島市，{hosts}，談如何合作。"
    heads = facts(f"訪問青島\n\n{text}")["principals"]
    assert [one[-2:] for one in heads[1:]] == ["大浩"]


@pytest.mark.parametrize(
    "told",
    [
        (
            "政務司司長張建宗和發展局局長黃偉綸等今日前往深圳，與市長盧大浩見面。\n\n"
            "張建宗感謝市政府。發展局局長黃偉綸亦在場。"
        ),
        (
            "政務司司長張建宗和發展局局長黃偉綸一行今日來深圳訪問。\n\n"
            "市長盧大浩今日會見張建宗司長一行。"
        ),
    ],
)
def test_who_sets_out_with_a_leader_is_company_where_the_text_goes_on_so(told: str) -> None:
    assert facts(f"訪問深圳\n\n{told}")["principals"] == ["matthew-cheung", "盧大浩"]


def test_those_who_signed_before_the_heads_of_a_call_were_there() -> None:
    told = "會面後，在張建宗與盧大浩面前，發展局局長黃偉綸和深圳市副市長逄大海簽了協議。"
    met = "政務司司長張建宗今日在深圳與市長盧大浩會面。"
    found = facts(f"張建宗與盧大浩會面\n\n{met}\n\n{told}")
    assert found["principals"] == ["matthew-cheung", "盧大浩"]
    assert found["participants"] == ["michael-wong", "逄大海"]


def test_a_deputy_of_another_body_is_nobody_s_deputy() -> None:
    told = "香港與河南合作洽談會今日在鄭州舉行，中聯辦副主任逄大海，副省長盧大浩出席並致辭。"
    assert facts(f"豫港合作\n\n{told}")["participants"] == []
