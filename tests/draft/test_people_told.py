"""Heads and company in forms that both languages have: who signs, looks on, reports, is heard."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 4)


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()


def people(text: str) -> tuple[list[str], list[str]]:
    """The heads and the others."""
    found = facts(text)
    return found["principals"], found["participants"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "兩地簽署公園合作協議\n\n香港與福州今日在福州簽署公園合作協議。"
            "政務司司長張建宗和福州市市長盧大浩見證協議的簽署。\n\n"
            "（圖）公園事務局局長陳小明（左）與福州市副市長逄志新（右）簽署協議。"
        ),
        (
            "Accord on parks\n\nAn accord was signed in Fuzhou today. The Chief Secretary for "
            "Administration, Mr Matthew Cheung, and the Mayor, Mr Lu Dahao, witnessed the "
            "signing.\n\nPhoto: The Secretary for Parks, Ms Chan Siu-ming (left), and the "
            "Vice Mayor of Fuzhou, Mr Pang Zhixin (right), sign the accord."
        ),
        (
            "Accord on parks\n\nBefore Chief Secretary Matthew Cheung and guests, Secretary "
            "for Parks Chan Siu-ming and Vice Mayor of Fuzhou Pang Zhixin signed an accord today."
        ),
    ],
)
def test_who_signs_is_a_head_and_who_looks_on_came(text: str) -> None:
    heads, others = people(text)
    assert heads in (["陳小明", "逄志新"], ["Chan Siu-ming", "Pang Zhixin"])
    assert others[:1] == ["matthew-cheung"]


def test_who_speaks_after_something_was_signed_is_no_signer() -> None:
    first = "Chief Executive Carrie Lam speaks after an accord was signed before her."
    then = "Secretary for Parks Chan Siu-ming and Vice Mayor of Fuzhou Pang Zhixin signed it today."
    assert people(f"Accord signed\n\n{first}\n\n{then}")[0] == ["Chan Siu-ming", "Pang Zhixin"]


@pytest.mark.parametrize(
    ("sentence", "heads"),
    [
        (
            (
                "Premier Li Keqiang on Monday listened, in Beijing, to a report by Chief Executive "
                "of the HKSAR Carrie Lam."
            ),
            ["li-keqiang", "carrie-lam"],
        ),
        (
            "With the Mayor of Fuzhou, Mr Lu Dahao, Mr Cheung had a meeting on parks.",
            ["matthew-cheung", "Lu Dahao"],
        ),
        ("Cheung and Lu talked over new parks.", ["matthew-cheung", "Lu Dahao"]),
        (
            "Vice Chairman Lu Dahao met lawmakers headed by Lau Kong-wing on Monday.",
            ["Lu Dahao", "Lau Kong-wing"],
        ),
        (
            (
                "The Mayor of Fuzhou, Mr Lu Dahao, met a delegation from Hong Kong, led by its "
                "Chairperson, Lau Siu-ming, today."
            ),
            ["Lu Dahao", "Lau Siu-ming"],
        ),
        ("Commissioner Woo siu-ming met Mayor Lu Dahao today.", ["Woo siu-ming", "Lu Dahao"]),
    ],
)
def test_who_met_is_told_in_many_words(sentence: str, heads: list[str]) -> None:
    before = {
        "With": "Mr Matthew Cheung was in Fuzhou today.",
        "Cheung": "Chief Secretary Matthew Cheung saw parks. Mayor Lu Dahao came too.",
    }
    first = before.get(sentence.split(maxsplit=1)[0], "")
    assert set(people(f"Talks in Fuzhou\n\n{first}\n\n{sentence}")[0]) == set(heads)


@pytest.mark.parametrize(
    ("sentence", "heads"),
    [
        (
            "政務司司長張建宗今日與福州市副市長逄志新透過視像會議交換意見。",
            ["matthew-cheung", "逄志新"],
        ),
        (
            "政務司司長張建宗今日與中國公園管理委員會副主席逄志新舉行視像會議。",
            ["matthew-cheung", "逄志新"],
        ),
        (
            "政務司司長張建宗與內地部門的領導官員今日在福州會面。",
            ["matthew-cheung"],
        ),
        ("政務司司長張建宗今日與福州市市長逄志和在福州會面。", ["matthew-cheung", "逄志和"]),
        (
            "政務司司長張建宗今日與福州市市長逄志新和副市長盧大浩會面。",
            ["matthew-cheung", "逄志新"],
        ),
    ],
)
def test_chinese_names_end_where_the_sentence_goes_on(sentence: str, heads: list[str]) -> None:
    assert people(f"兩地會面\n\n{sentence}")[0] == heads


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "The Chief Secretary for Administration, Mr Matthew Cheung, and the Governor, "
            "Mr Lu Dahao, co-chaired the meeting, which went on from the Sixth Plenary."
        ),
        "政務司司長張建宗和廣東省省長盧大浩主持會議，跟進第六次會議的工作。",
    ],
)
def test_a_number_told_behind_the_meeting_itself_is_of_what_was_before(sentence: str) -> None:
    chinese = "粵港合作聯席會議第二十次會議今日在廣州舉行。"
    english = (
        "The 20th Plenary of the Hong Kong/Guangdong Co-operation Joint Conference took place."
    )
    first = english if sentence.isascii() else chinese
    heads, _ = people(f"Meeting\n\n{first}\n\n{sentence}")
    assert [heads[0], len(heads)] == ["matthew-cheung", 2]


def test_of_three_parties_each_has_a_head_though_one_is_told_apart() -> None:
    first = "The Guangdong-Hong Kong-Macao Park Meeting took place in Hong Kong today."
    host = "Its host was the Assistant Commissioner of Hong Kong Parks, Ms Chan Siu-ming."
    guests = (
        "The Deputy Director of the Guangdong Park Office, Ms Lu Dahao, and the Assistant "
        "Director-General of Macao Park Service, Ms Lei Siu-man, came to it."
    )
    found = people(f"Park meeting\n\n{first} {host} {guests}")[0]
    assert found == ["Chan Siu-ming", "Lu Dahao", "Lei Siu-man"]


def test_a_picture_of_another_day_names_nobody_of_the_event() -> None:
    text = "政務司司長張建宗將於三月九日訪問福州。"
    picture = "三月二日，張建宗訪問深圳。圖為深圳市委書記逄志新會見張建宗一行。（資料來源：公園網）"
    assert people(f"張建宗訪福州\n\n圖：{picture}\n\n{text}")[0] == ["matthew-cheung"]


def test_who_is_only_heard_beside_the_one_who_signed_is_a_doubtful_head() -> None:
    first = "Officials signed an accord on parks after Carrie Lam led a group to Chengdu today."
    far = "Parks matter to both of the places.\n\n" * 4
    heard = "“The bond will hold,” Peng Qinghua, party chief of Sichuan, said."
    text = f"Hong Kong signs accord\n\n{first}\n\n{far}{heard}"
    draft = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    told = [(one.who, one.is_sure) for one in draft.principals]
    assert told == [("carrie-lam", True), ("peng-qinghua", False)]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Dr Chan Siu-ming will go to Fuzhou together with Mr Cheung.", ["Chan Siu-ming"]),
        ("Attending the meeting were also Dr Chan Siu-ming and others.", ["Chan Siu-ming"]),
    ],
)
def test_company_is_told_in_many_words(text: str, others: list[str]) -> None:
    first = "The Chief Secretary for Administration, Mr Matthew Cheung, met Mayor Lu Dahao today."
    assert people(f"CS in Fuzhou\n\n{first}\n\n{text}")[1] == others


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("Cheung Wan-ching", "clement-cheung"),
        ("Yau Tang-wah", "edward-yau"),
        ("Yau Wing-wah", "Yau Wing-wah"),
    ],
)
def test_who_is_on_record_with_an_english_name_is_known_by_how_the_chinese_one_is_read(
    name: str, who: str
) -> None:
    heads, _ = people(f"Talks\n\n{name}, Secretary for Parks, met Mayor Lu Dahao today.")
    assert heads == [who, "Lu Dahao"]


@pytest.mark.parametrize(
    ("sentence", "heads"),
    [
        ("行政長官林鄭月娥今日在福州出席福建省省長盧大浩設的午宴。", ["carrie-lam", "盧大浩"]),
        ("行政長官林鄭月娥今日在福州與福建省省長盧大浩共進午餐。", ["carrie-lam", "盧大浩"]),
        ("國務院副總理盧大浩今日在北京會見行政長官林鄭月娥。", ["carrie-lam", "盧大浩"]),
        (
            "國務院副總理盧大浩今日抵港訪問，在機場迎接他的有行政長官林鄭月娥、政務司司長張建宗。",
            ["carrie-lam", "盧大浩"],
        ),
        (
            "行政長官林鄭月娥今日訪問福州，與福州市市長盧大浩會面，明日會轉往廈門。",
            ["carrie-lam", "盧大浩"],
        ),
        (
            "Acting Chief Executive Matthew Cheung met Mayor Lu Dahao today.",
            ["Lu Dahao", "matthew-cheung"],
        ),
        (
            (
                "Chief Executive Carrie Lam today joined Mayor Lu Dahao in officiating at the "
                "opening ceremony of a forum on parks."
            ),
            ["Lu Dahao", "carrie-lam"],
        ),
        (
            (
                "Mrs Carrie Lam is visiting Fuzhou. She met Mayor Lu Dahao today and will see "
                "parks tomorrow."
            ),
            ["Lu Dahao", "carrie-lam"],
        ),
    ],
)
def test_hosts_and_guests_are_told_in_many_words(sentence: str, heads: list[str]) -> None:
    assert sorted(people(f"Parks\n\n{sentence}")[0]) == sorted(heads)


def test_who_acts_for_someone_is_no_head_by_that_alone() -> None:
    text = (
        "Mrs Carrie Lam met Mayor Lu Dahao today. Mr Matthew Cheung is the Acting Chief Executive."
    )
    assert people(f"Parks\n\n{text}")[0] == ["carrie-lam", "Lu Dahao"]


@pytest.mark.parametrize(
    ("sentence", "heads"),
    [
        (
            "大灣區建設領導小組全體會議今日在北京召開，國務院副總理韓正主持會議，行政長官林鄭月娥出席。",
            ["carrie-lam", "han-zheng"],
        ),
        (
            "福州市市長盧小明日前與政務司司長張建宗會面。",
            ["matthew-cheung", "盧小明"],
        ),
    ],
)
def test_names_and_posts_are_read_whole(sentence: str, heads: list[str]) -> None:
    assert sorted(people(f"會面\n\n{sentence}")[0]) == heads


@pytest.mark.parametrize(
    ("sentence", "heads"),
    [
        ("The Chairman of the Region, Mr Bashan, called on Mrs Carrie Lam.", ["Bashan"]),
        (
            "Permanent Secretary for Parks Mrs Ada Law Fan Siu-ming met Mrs Carrie Lam.",
            ["Ada Law Fan Siu-ming"],
        ),
        ("Mrs Carrie Lam met Ada Peh Siu-ming, a commissioner.", ["Ada Peh Siu-ming"]),
        ("Bashan Zhakir, chairman of the Inner Autonomous Region, met Carrie Lam.", []),
        ("Vice Chairman Chen Wenhao of the China Insurance Commission met Carrie Lam.", []),
    ],
)
def test_names_in_unusual_forms_are_read_whole(sentence: str, heads: list[str]) -> None:
    others = {"Bashan Zhakir", "Chen Wenhao", "carrie-lam"}
    found = people(f"Talks in Beijing\n\n{sentence}")[0]
    assert [one for one in found if one not in others] == heads


def test_those_whom_the_title_joins_met_their_guest_together() -> None:
    first = (
        "Ma Xingrui, member of a committee and party secretary in Guangdong, and "
        "Chen Rugui, mayor of Shenzhen, met with Carrie Lam, chief executive of the HKSAR."
    )
    title = "Ma Xingrui and Chen Rugui Meet Carrie Lam"
    assert people(f"{title}\n\n{first}")[0] == ["ma-xingrui", "chen-rugui", "carrie-lam"]


def test_who_is_named_first_for_another_day_heads_no_journey_of_someone_else() -> None:
    first = "全國政協副主席盧大浩料於明日與福州的代表見面，會不會談到公園仍是未知之數。"
    then = "身在北京的行政長官林鄭月娥昨午到國務院港澳辦與主任張曉明會面，談了兩小時。"
    assert people(f"【公園專訊】{first}{then}")[0] == ["carrie-lam", "zhang-xiaoming"]


def test_whom_only_the_picture_says_that_the_head_met_is_a_head_too() -> None:
    first = "Chief Executive Carrie Lam said in Beijing today that Hong Kong would lend a hand."
    picture = "Carrie Lam met the Mayor of Fuzhou, Mr Lu Dahao, in Beijing. Photo: Parks."
    assert people(f"Helping hands\n\n{first}\n\n{picture}")[0] == ["carrie-lam", "Lu Dahao"]


@pytest.mark.parametrize(
    "told",
    [
        "各位朋友：\n\n尊敬的黃（華華）省長、盧（大浩）副主任：\n\n今天我與華華省長一起主持會議。",
        "各位朋友：\n\n尊敬的黃華華省長：\n\n今天，我和華華省長共同主持會議，談樹木。",
    ],
)
def test_who_was_named_in_full_may_be_called_by_a_part_of_the_name(told: str) -> None:
    text = f"行政長官在植樹會議的發言\n\n以下為行政長官曾蔭權在植樹會議上的發言全文：{told}"
    found = draft_release(text.encode(), read_catalog(), published=date(2008, 8, 5)).facts()
    assert set(found["principals"]) == {"donald-tsang", "huang-huahua"}


def test_given_names_behind_a_known_name_are_of_the_same() -> None:
    told = (
        "Premier Zhu Rongji on Monday met Edmund Ho Haw Wah, chief executive of Macao Special "
        "Administrative Region."
    )
    assert people(f"Trees\n\n{told}")[0] == ["zhu-rongji", "edmund-ho"]


def test_who_looks_on_while_others_sign_came_along() -> None:
    told = (
        "While the Chief Secretary for Administration, Mr Matthew Cheung, and the Mayor of Fuzhou, "
        "Mr Lu Dahao, looked on as witnesses, the Secretary for Parks, Ms Chan Siu-ming, and the "
        "Vice Mayor of Fuzhou, Mr Pang Zhixin, today signed an accord on parks in Fuzhou."
    )
    heads, others = people(f"Accord on parks signed\n\n{told}")
    assert heads == ["Chan Siu-ming", "Pang Zhixin"]
    assert others == ["matthew-cheung", "Lu Dahao"]


def test_a_university_s_name_is_nobody_s() -> None:
    told = (
        "The Chief Secretary for Administration, Mr Matthew Cheung, met students of Lu Dahao "
        "University and Mr Pang Zhixin, the Mayor of Fuzhou, in Fuzhou today."
    )
    assert people(f"Trees\n\n{told}")[0] == ["matthew-cheung", "Pang Zhixin"]


def test_who_else_received_guests_came_along() -> None:
    told = (
        "政務司司長張建宗今日帶特區政府代表團去福州，與福州市市長盧大浩會面。"
        "隨張建宗同來的有公園事務局局長陳小明。負責接待的還有福州市副市長逄志新等人。"
    )
    heads, others = people(f"樹木\n\n{told}")
    assert (heads, others) == (["matthew-cheung", "盧大浩"], ["陳小明", "逄志新"])


def test_a_name_may_stand_behind_the_short_one_of_a_body() -> None:
    told = (
        "A memorandum on parks was signed in Fuzhou on March.3 by Governor Lu Dahao of the Bank of "
        "Trees (BOT), and Chief Executive of the Hong Kong Parks Authority (HKPA) Pang Siu-ming."
    )
    assert set(people(f"Memorandum signed\n\n{told}")[0]) == {"Lu Dahao", "Pang Siu-ming"}
