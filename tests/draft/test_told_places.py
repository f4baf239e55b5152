"""Where an event was held, in the wordings of agencies and of offices in either language."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from coop.draft.text.reading import Found
from tests.draft.scoring import read_catalog

PUBLISHED = date(2031, 6, 12)


def place(sentence: str) -> Found | None:
    text = f"Trees\n\n{sentence}"
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).place


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A meeting on trees took place in the central Chinese city of Wuhan today.", "wuhan"),
        ("An agreement was signed today in the provincial capital Guangzhou.", "guangzhou"),
        ("A meeting on trees was held in Futian, Shenzhen, today.", "shenzhen"),
        ("行政長官今早帶代表團去海南省三亞市，出席會議。", "sanya"),
        ("六月十二日，廣西南寧召開植樹聯席會議。各方談樹木。", "nanning"),
        ("中新社澳門6月12日電 粵港澳三地的園丁12日在這裡開植樹聯席會議。", "macao"),
        ("中央政府駐港聯絡辦主任盧大浩今早在辦內會見植樹代表團。", "hong-kong"),
        (
            (
                'The Director signed the "Agreement between the Bureau of Parks and Trees of one '
                "place and the Department of Parks, Trees and Gardens of the other on the Planting "
                'of Trees along Roads, Rivers and Railways" in Guangzhou today.'
            ),
            "guangzhou",
        ),
        (
            "The Director of Health, Dr Au, today met Professor Lu Dahao and his delegation.",
            "hong-kong",
        ),
        ("The Director visited the Macao Customs Service today.", "macao"),
        ("Wuhan, capital of Hubei Province, hosted the meeting on trees today.", "wuhan"),
        ("Fuzhou, Fujian Province, was today (June 12) the venue of a meeting.", "fuzhou"),
        ("Macao today (June 12) played host to the meeting on trees.", "macao"),
        ("Guangzhou was host today to a meeting on trees. One was signed in Beijing.", "guangzhou"),
        ("The meeting on trees was held at a hotel in Taipa today.", "macao"),
        ("A meeting on trees was held in Wan Chai today.", "hong-kong"),
        ("粵港植樹會議12日在羊城廣州舉行，雙方談論樹木。", "guangzhou"),
        ("植樹論壇12日在“林城”貴陽舉行，雙方談論樹木。", "guiyang"),
        ("粵港兩地官員12日聚首廣州，商討植樹。", "guangzhou"),
        ("一年一度的植樹會議今年移師澳門，於12日舉行。", "macao"),
        ("港深植樹會議今日在深圳市民中心舉行，雙方談論樹木。", "shenzhen"),
        ("植樹會議今日在氹仔一間酒店舉行，雙方談論樹木。", "macao"),
        ("局長盧大浩今日訪問廣東省，參觀香港大學深圳醫院，談論樹木。", "guangdong"),
        ("局長盧大浩今日在灣仔出席植樹會議，談論樹木。", "hong-kong"),
        ("香港植樹專員盧大浩今日接待來訪的澳門植樹專員關大浩。", "hong-kong"),
        ("The forum on trees opened in the Guizhou provincial capital on Thursday.", "guiyang"),
        ("A pact on trees was signed today in Hubei's capital.", "wuhan"),
        ("植樹論壇12日在貴州省省會舉行，雙方談論樹木。", "guiyang"),
        ("粤港植树会议今日在广西首府召开，双方谈论树木。", "nanning"),
        ("粵港植樹小組昨在港開第十一次年度會議。", "hong-kong"),
        ("穗港两地12日在穗正式签署植树备忘录。", "guangzhou"),
        (
            (
                "A pact on trees was signed today at Government Headquarters by Macau's Secretary "
                "for Parks."
            ),
            "macao",
        ),
        (
            "局長盧大浩今日率團到深圳出席植樹會議，返港後晚上在政府總部見傳媒，談論樹木。",
            "shenzhen",
        ),
        (
            (
                "Mr Lu Dahao met the press at the Central Government Offices on his return from a "
                "visit to Shenzhen today."
            ),
            "shenzhen",
        ),
        (
            "官員12日以視像會議形式簽署備忘錄。\n\n會議12日在廣州舉行，另有官員以視像參加。",
            "guangzhou",
        ),
    ],
)
def test_a_place_is_told_in_many_ways(sentence: str, told: str) -> None:
    found = place(sentence)
    assert found
    assert found.value == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides today agreed to plant trees in Guangzhou.",
        "兩地政府今日宣布在廣州植樹，雙方談論樹木。",
    ],
)
def test_a_place_that_is_only_named_is_to_be_checked(sentence: str) -> None:
    found = place(sentence)
    assert not found or not found.is_sure


@pytest.mark.parametrize(
    "sentence",
    [
        "中新社香港6月12日電 植樹會議12日在此間閉幕。",
        "中新社香港6月12日电 两地植树协议12日在此间一酒店签署。",
    ],
)
def test_here_is_where_the_report_is_from(sentence: str) -> None:
    found = place(sentence)
    assert found
    assert found.value == "hong-kong"


@pytest.mark.parametrize("told", ["引發反響", "各界引起熱議", "備受關注"])
def test_where_news_were_heard_is_not_where_it_was(told: str) -> None:
    assert place(f"植樹措施今日公布後，在澳門{told}。當地居民談論樹木。") is None


@pytest.mark.parametrize(
    "text",
    [
        "行政長官與省長通電話\n\n行政長官今日在香港與廣東省省長盧大浩通了電話，談論樹木。",
        "Phone talks\n\nThe Mayor of Wuhan had phone talks with Mr Mondo in Hong Kong today.",
    ],
)
def test_a_call_by_telephone_is_nowhere(text: str) -> None:
    draft = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    assert draft.place is None


def test_where_someone_went_in_another_year_is_not_where_they_met() -> None:
    text = "The two mayors met today.\n\nIn January 2030 Mr Mondo led a delegation to Fujian."
    assert place(text) is None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("到武漢訪問的局長今日與市長見面時，請對方九月來港看樹。", "wuhan"),
        ("Mr Au called on the Mayor in Wuhan and invited him to visit Macao.", "wuhan"),
        ("應市長邀請，局長今日率領園丁到武漢訪問，看種子庫。", "wuhan"),
        ("The Premier told visiting Hong Kong Chief Secretary Mr Au so in Beijing.", "beijing"),
    ],
)
def test_where_someone_is_asked_to_come_is_not_where_they_met(sentence: str, told: str) -> None:
    found = place(sentence)
    assert found
    assert found.value == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("广州12日举行2031年粤港澳植树控制会议，各地派出园丁。", "guangzhou"),
        ("昨日，省長盧大浩在漢會見園丁代表團，談到樹木和公園。", "wuhan"),
        ("园林局长今日在榕与副市长会面，谈到树木和公园的合作。", "fuzhou"),
        ("After two days of talks in Wuhan, officials today agreed to plant trees.", "wuhan"),
        ("Wuhan saw on June 11 the opening of a meeting on trees.", "wuhan"),
        ("Wuhan received the Director of Parks on Wednesday, and the Mayor met him.", "wuhan"),
        ("Mr Au talked with the Mayor and went round Shenzhen Airport today.", "shenzhen"),
        ("The two sides met for two days at the Trees Department.", "hong-kong"),
        ("處長今日到訪公安部，與副部長會面，談到部長今年訪港的成果。", "beijing"),
        (
            "Mr Au is in Wuhan, where his visit began today.\n\nThey go to Wuhan and Tianjin.",
            "wuhan",
        ),
    ],
)
def test_a_place_is_where_what_is_told_was_done(sentence: str, told: str) -> None:
    found = place(sentence)
    assert found
    assert found.value == told


def test_of_several_places_in_a_title_the_first_sentence_tells_the_one() -> None:
    text = "局長訪武漢晤市長 考察天津\n\n局長今日訪問武漢，與市長會面。\n\n一行人還到了天津。"
    found = draft_release(text.encode(), read_catalog(), published=PUBLISHED).place
    assert found == ("wuhan", "title", False)
