"""Whom someone met one after the other, who led a side, and who only opened its meeting."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 12)


def people(text: str, published: date = PUBLISHED) -> tuple[list[str], list[str]]:
    """The heads and the others."""
    found = draft_release(text.encode(), read_catalog(), published=published).facts()
    return found["principals"], found["participants"]


VISIT = (
    "FS visits Fuzhou\n\nThe Financial Secretary, Mr Paul Chan, visited Fuzhou today (March 12)."
)
VISIT += " He met the Mayor of Fuzhou, Mr Lu Dahao, in the morning.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "With the Director of the Fuzhou Parks Bureau, Mr Pang Zhixin, Mr Chan discussed trees.",
        "To the Director of the Fuzhou Parks Bureau, Mr Pang Zhixin, Mr Chan explained the scheme.",
        "Fuzhou Parks Bureau Director Pang Zhixin and Mr Chan then exchanged views on trees.",
        "His next appointment was with Fuzhou Parks Bureau Director Pang Zhixin.",
        "Over tea, Fuzhou Parks Bureau Director Pang Zhixin briefed Mr Chan on the new gardens.",
        "Mr Chan's last call was on the Director of the Fuzhou Parks Bureau, Mr Pang Zhixin.",
    ],
)
def test_whom_a_traveller_dealt_with_is_a_head_whatever_the_verb(sentence: str) -> None:
    text = VISIT + sentence
    assert people(text) == (["paul-chan", "Lu Dahao", "Pang Zhixin"], [])
    heads = draft_release(text.encode(), read_catalog(), published=PUBLISHED).principals
    assert not heads[-1].is_sure


@pytest.mark.parametrize(
    "sentence",
    [
        "下午，陳茂波到福州市公園局，局長逄志新向他介紹新花園。",
        "其後到訪福州市公園局，與局長逄志新交換意見。",
        "晚上，福州市公園局局長逄志新設宴款待陳茂波。",
    ],
)
def test_whom_a_traveller_dealt_with_is_told_in_chinese(sentence: str) -> None:
    text = "陳茂波訪福州\n\n財政司司長陳茂波今日（三月十二日）到訪福州，與市長盧大浩會面。\n\n"
    assert people(text + sentence)[0] == ["paul-chan", "盧大浩", "逄志新"]


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Mr Chan said that he would invite the Director of the Parks Bureau of Fuzhou, Mr Pang "
            "Zhixin, to come to Hong Kong."
        ),
        "He and the Director of the Parks Bureau of Fuzhou, Mr Pang Zhixin, signed a paper.",
        "Two weeks ago he had seen the Director of the Parks Bureau of Fuzhou, Mr Pang Zhixin.",
    ],
)
def test_who_is_spoken_of_or_signs_on_a_journey_is_no_head(sentence: str) -> None:
    assert people(VISIT + sentence)[0] == ["paul-chan", "Lu Dahao"]


def test_those_who_received_someone_each_in_their_office_are_heads() -> None:
    text = (
        "The Financial Secretary, Mr Paul Chan, called on three offices in Fuzhou today (March 12)."
        " He was received by the Mayor of Fuzhou, Mr Lu Dahao, the Director of the Fuzhou Parks "
        "Bureau, Mr Pang Zhixin, and the Director of the Fuzhou Lakes Bureau, Mr He Xiaohu, {}."
    )
    everyone = ["paul-chan", "Lu Dahao", "Pang Zhixin", "He Xiaohu"]
    assert people(text.format("respectively"))[0] == everyone
    assert people(text.format("at his arrival"))[0] == everyone[:2]


SESSION = (
    "The second meeting of the Hong Kong/Fuzhou Parks Working Group was held today (March 12)."
)


@pytest.mark.parametrize(
    "told",
    [
        (
            "The Mayor of Fuzhou, Mr Lu Dahao, was at the meeting at the head of Fuzhou officials. "
            "Hong Kong's came led by the Secretary for Development, Mr Michael Wong. With him was "
            "the Director of Buildings, Mr Ho Siu-foo."
        ),
        (
            "It was chaired by the Mayor of Fuzhou, Mr Lu Dahao. Also attending were the "
            "Secretary for Development, Mr Michael Wong, at the head of the Hong Kong side, and "
            "the Director of Buildings, Mr Ho Siu-foo."
        ),
    ],
)
def test_who_is_at_the_head_of_a_side_leads_it_though_attending(told: str) -> None:
    heads, others = people(f"{SESSION} {told}")
    assert sorted(heads) == ["Lu Dahao", "michael-wong"]
    assert others == ["Ho Siu-foo"]


@pytest.mark.parametrize(
    ("told", "heads", "others"),
    [
        (
            "福州市公園局局長盧大浩主持。出席會議的有福州市公園局副局長逄志新，發展局局長黃偉綸等。",
            ["盧大浩", "michael-wong"],
            ["逄志新"],
        ),
        (
            "会议由福州市公园局副局长逄志新主持。福州市公园局局长卢大浩、香港发展局局长黄伟纶出席会议并讲话。",
            ["卢大浩", "michael-wong"],
            ["逄志新"],
        ),
    ],
)
def test_who_presides_is_a_head_unless_someone_higher_speaks_for_the_side(
    told: str, heads: list[str], others: list[str]
) -> None:
    opening = "三月十一日，港榕公園合作小組第二次會議在福州舉行，"
    assert people(f"港榕公園合作小組開會\n\n{opening}{told}") == (heads, others)


@pytest.mark.parametrize(
    "behind",
    [
        "早上在福州會見",
        "傍晚在福州會見",
        "稍後在福州會見",
        "當日在福州會見",
        "首次在福州會見",
        "一直在福州陪同",
        "離港後會見",
        "肯定",
        "多謝",
    ],
)
def test_a_name_ends_before_the_hour_or_the_verb(behind: str) -> None:
    text = f"兩地官員會面\n\n福州市市長逄志{behind}政務司司長張建宗。\n\n逄志與張建宗會面。"
    assert "逄志" in people(text)[0]


@pytest.mark.parametrize(
    ("told", "published", "someone"),
    [
        (
            (
                "Xue Yongheng, Director of the Bureau of Inventions of the Hong Kong Special "
                "Administrative Region Government"
            ),
            date(2021, 12, 3),
            "alfred-sit",
        ),
        ("Ho Yat-fan, Director of the Bureau of Inventions of Hong Kong", PUBLISHED, "Ho Yat-fan"),
    ],
)
def test_who_is_spelt_in_pinyin_is_known_by_the_side_where_the_post_is_translated_anew(
    told: str, published: date, someone: str
) -> None:
    text = f"Talks on parks\n\nIn Fuzhou {told}, met the Mayor, Mr Lu Dahao, today."
    assert someone in people(text, published)[0]


def test_company_of_a_traveller_is_told_by_whom_it_went_with() -> None:
    text = (
        "張建宗訪四川\n\n政務司司長張建宗今日（三月十二日）起訪問四川兩日。\n\n"
        "隨張建宗到四川的有發展局四川花園組組長逄志新、建築署署長何小虎。"
    )
    assert people(text) == (["matthew-cheung"], ["逄志新", "何小虎"])


def test_a_side_told_once_is_that_of_later_sentences() -> None:
    opening = "三月十一日，港榕雲霧小組第二次會議在福州舉行，福州市公園局局長盧大浩主持。"
    between = "會議討論了雲。\n\n會議討論了霧。\n\n會議討論了雨。"
    then = "與會的還有香港天文台台長岑智明。\n\n岑智明說，雲霧要多看。"
    text = f"港榕雲霧小組開會\n\n{opening}\n\n{between}\n\n{then}"
    assert people(text)[0] == ["盧大浩", "shun-chi-ming"]


def test_whoever_also_looks_on_met_someone_before() -> None:
    told = (
        "The Financial Secretary, Mr Paul Chan, today (March 12) brought a delegation to see the "
        "gardens in Fuzhou. He also saw the Mayor of Fuzhou, Mr Lu Dahao, to conclude the work on "
        "them, and looked on as two papers were signed."
    )
    heads, others = people(f"FS concludes work in Fuzhou\n\n{told}")
    assert (set(heads), others) == ({"paul-chan", "Lu Dahao"}, [])


def test_who_joins_someone_at_the_meeting_came_too() -> None:
    told = (
        "A parks committee will meet in Fuzhou tomorrow, and Financial Secretary Paul Chan will "
        "attend.\n\nHe will be joined at the meeting by Director of Highways Lau Siu-foo."
    )
    assert people(f"FS to join parks meeting\n\n{told}")[1] == ["Lau Siu-foo"]


def test_to_whom_something_is_told_again_by_the_family_name_is_nobody_new() -> None:
    told = "陳茂波今日（三月十二日）在福州與市長盧大浩會面，向盧市長介紹花園。"
    assert people(f"陳茂波訪福州\n\n財政司司長{told}") == (["paul-chan", "盧大浩"], [])


def test_no_name_is_read_into_other_english_words() -> None:
    told = (
        f"{VISIT}He noted the 14th National Five-year Plan of Fuzhou, and an Office for "
        "Implementing Cross-boundary Gardens."
    )
    assert people(told) == (["paul-chan", "Lu Dahao"], [])


def test_who_leads_the_guests_is_a_head_though_the_hosts_have_company() -> None:
    told = (
        "福州市市長盧大浩今日會見由會長陳小明率領的香港園林商會代表團，副市長逄志新、"
        "市公園局局長何小虎陪同。"
    )
    expected = (["盧大浩", "陳小明"], ["逄志新", "何小虎"])
    assert people(f"盧大浩會見香港園林商會\n\n{told}") == expected


@pytest.mark.parametrize(
    "told",
    [
        "The Chairman of the National Parks Commission, Mr Lu Dahao, was next.",
        "Next came the Vice Minister of Commerce, Mr Lu Dahao.",
        "With the Vice Minister of Commerce, Mr Lu Dahao, he talked of trees.",
    ],
)
def test_whom_a_traveller_saw_next_is_a_head(told: str) -> None:
    text = "Secretary for Development Michael Wong was in Beijing today for talks on parks."
    assert set(people(f"Parks\n\n{text}\n\n{told}")[0]) == {"michael-wong", "Lu Dahao"}


def test_a_member_of_the_politburo_is_of_the_mainland() -> None:
    text = "Politburo member Lu Dahao met him in Beijing today.\n\nMichael Wong, Secretary for "
    text += "Development, went to the capital for a courtesy call."
    assert people(f"Call in Beijing\n\n{text}")[0] == ["Lu Dahao", "michael-wong"]
