"""What tells a journey from a meeting, its days and its place, and where another release begins."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=date(2019, 3, 4)).facts()


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        (  # who leaves home and is told to come back is on a visit, whatever is signed there
            "局長今日啟程往北京，見證兩地簽署協議。他星期三（六日）返港。",
            "visit",
            "2019-03-04/2019-03-06",
        ),
        ("兩地今日在北京簽署協議。局長星期三返港。", "signing", "2019-03-04"),
        ("局長三日啟程往北京訪問。他今晚返港。", "visit", "2019-03-03/2019-03-04"),
        (
            "局長三日到北京訪問，今日見部長。明日他見司長，其後返港。",
            "visit",
            "2019-03-03/2019-03-05",
        ),
        ("局長今早乘機前往北京訪問，他會出席展覽，明晚返港。", "visit", "2019-03-04/2019-03-05"),
        ("副部長訪港行程展開，明日出席展覽。部長昨乘專機抵港。", "visit", "2019-03-03"),
        (
            (
                "The Secretary left for Chengdu on Monday morning, where he will attend the "
                "opening of a fair on Tuesday. He is due back in Hong Kong on Wednesday."
            ),
            "visit",
            "2019-03-04/2019-03-06",
        ),
        (
            "Lawmakers came back to Hong Kong yesterday after two days of visits to Guangdong.",
            "visit",
            "2019-03-02/2019-03-03",
        ),
        ("部長料於今日與校長見面。局長昨午在北京與部長會面。", "call", "2019-03-03"),
        (
            (
                "The Secretary will leave Hong Kong tomorrow (March 5) for a three-day visit to "
                "Beijing and Wuhan. He will depart for Wuhan on March 6 evening and return on "
                "March 7."
            ),
            "visit",
            "2019-03-05/2019-03-07",
        ),
    ],
)
def test_a_journey_lasts_from_leaving_home_to_the_return(text: str, kind: str, days: str) -> None:
    found = facts(f"兩地加強合作\n\n{text}")
    assert (found["kind"], found["date"]) == (kind, days)


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        (
            (
                "局長將訪問成都和重慶\n\n張建宗三月五日至九日將訪問成都和重慶，"
                "出席川港高層會晤暨川港合作會議第二次會議。"
            ),
            "visit",
            "2019-03-05/2019-03-09",
        ),
        (
            (
                "CE to lead delegation to Shanghai\n\nOn March 6 Mrs Carrie Lam will take a "
                "delegation to Shanghai. The Fifth Plenary Session of the Hong Kong/Shanghai "
                "Co-operation Conference is on March 7. She is to be back in Hong Kong on March 9."
            ),
            "visit",
            "2019-03-06/2019-03-09",
        ),
        (
            (
                "高官明訪廣州開會\n\n張建宗明日率團前往廣州，與廣東省領導一同主持"
                "粵港合作聯席會議第二十二次會議。張建宗當晚返港。"
            ),
            "plenary",
            "2019-03-05",
        ),
        (
            (
                "Secretary to leave for Guangzhou\n\nMr Wong Kam-sing will leave for Guangzhou "
                "tomorrow (March 5) to co-chair the 12th meeting of the Hong Kong-Guangdong Joint "
                "Working Group on Sustainable Development and Environmental Protection. He will "
                "return to Hong Kong in the evening."
            ),
            "working-meeting",
            "2019-03-05",
        ),
    ],
)
def test_a_journey_of_some_days_is_more_than_the_series_that_meets_on_it(
    text: str, kind: str, days: str
) -> None:
    found = facts(text)
    assert (found["kind"], found["date"]) == (kind, days)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("行政長官今日完成北京訪問行程，傍晚返抵香港。", "beijing"),
        ("行政長官今日結束廣州訪問後，轉到佛山市繼續行程。", "foshan"),
        ("副省長盧大浩今日訪問香港海關。", "hong-kong"),
        ("副省長盧大浩率領的香港海關訪問團今日抵達北京。", "beijing"),
        ("中聯辦主任盧大浩今日在辦內會見訪問團。", "hong-kong"),
        ("局長今日與訪問團會面。他說，他一月率團赴京拜訪商務部。", ""),
        ("醫務衞生局局長今日到國家衞生健康委員會拜會主任盧大浩。", "beijing"),
        ("運輸及物流局局長今日拜訪國家園林局，與盧大浩會面。", "beijing"),
        ("保安局局長今日接待由公安部副部長盧大浩率領的代表團。", "hong-kong"),
        ("政務司司長今日與到訪的湖南省代表團會面。", "hong-kong"),
        ("香港燈塔商會今日接待湖南省代表團。", ""),
        ("政務司司長陳國基今日在北京與湖南省代表團會面。", "beijing"),
        ("園林論壇今日在灣仔會展中心舉行。", "hong-kong"),
        ("園林論壇今日在湖南省長沙市舉行。", "changsha"),
        ("局長今日啟程訪問廣州、佛山及肇慶。", "guangdong"),
        ("局長今日啟程訪問北京、呼和浩特、廣州。", ""),
        ("發展局局長今日上午啟程訪京晉，為期三日。", ""),
    ],
)
def test_a_place_is_where_the_journey_leads(text: str, place: str) -> None:
    assert facts(f"兩地加強合作\n\n{text}").get("place", "") == place


def test_what_was_done_today_comes_before_what_will_be_tomorrow() -> None:
    tail = "for a fair to be held tomorrow (March 5)."
    arrived = facts(f"Visit\n\nMr Gregory So arrived in Wuhan today (March 4) {tail}")
    leaving = facts(
        "Visit\n\nMr Gregory So, who visited Wuhan on March 1, will leave tomorrow (March 5)."
    )
    assert (arrived["date"], arrived["status"]) == ("2019-03-04", "held")
    assert leaving["date"] == "2019-03-05"


def test_the_number_with_which_a_text_opens_is_that_of_the_platform_told_above() -> None:
    title = "Annual meeting of Hong Kong and Macao Customs"
    opens = "The 39th Annual Meeting between the two customs was held in Macao today."
    apart = "Officers met today after the 39th Annual Meeting between other parties."
    assert facts(f"{title}\n\n{opens}")["ordinal"] == "39"
    assert "ordinal" not in facts(f"{title}\n\n{apart}")


def test_another_release_on_the_page_tells_nothing() -> None:
    first = "Visit\n\nMr Gregory So visited Wuhan today (March 4) and met Mr John Lee."
    other = "Expo opens to the public with a film (with photos)\n\nMs Carrie Lam attended."
    assert facts(f"{first}\n\n{other}")["participants"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mr Gregory So visited the Permanent Secretariat of Forum Macao today.", "visit"),
        ("Mr Gregory So attended a forum in Macao today.", "forum"),
        ("局長明日訪問廣西，其後赴昆明出席論壇。", "visit"),
        ("局長明日赴昆明出席論壇。", "forum"),
    ],
)
def test_a_forum_is_the_event_only_where_it_is_what_is_gone_to(text: str, kind: str) -> None:
    assert facts(f"Co-operation\n\n{text}")["kind"] == kind


def test_who_was_met_the_day_before_another_call_is_no_part_of_it() -> None:
    today = "政務司司長張建宗今日在廣州與副省長盧大浩會面。"
    earlier = "他昨日在澳門與司長容小梅會面。"
    assert facts(f"會面\n\n{today}\n\n{earlier}")["principals"] == ["matthew-cheung", "盧大浩"]
    later = "他其後與司長容小梅會面。"
    assert "容小梅" in facts(f"會面\n\n{today}\n\n{later}")["principals"]


def test_those_who_attend_a_session_head_their_sides_beside_the_one_who_is_told_more_of() -> None:
    came = "司長張建宗、廣東省副省長盧大浩、局長容小梅等出席會議。"
    text = f"粵港合作聯席會議今日在廣州舉行，{came}\n\n張建宗出席了會談，又與多人會面。"
    assert facts(f"兩地加強合作\n\n{text}")["principals"] == ["matthew-cheung", "盧大浩"]


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("張建宗今日在廣州與副省長盧大浩會面。", True),
        ("張建宗今日在廣州與副省長盧大浩會面。他下午轉往深圳，在深圳會見市長。", False),
        ("張建宗今日在南沙與副省長盧大浩會面。兩人其後在廣州會見記者。", True),  # one in the other
    ],
)
def test_a_place_beside_which_another_is_told_is_to_be_checked(text: str, *, is_sure: bool) -> None:
    raw = f"兩地加強合作\n\n{text}雙方談及多個範疇。".encode()
    place = draft_release(raw, read_catalog(), published=date(2019, 3, 4)).place
    assert place
    assert (place.value, place.is_sure) == ("guangzhou", is_sure)


@pytest.mark.parametrize(
    ("opening", "kind"),
    [("司長談到公園裏的樹木。", "call"), ("司長出席公園的開幕典禮。", "other")],
)
def test_further_down_a_call_is_told_to_be_checked_unless_it_opens_with_an_event(
    opening: str, kind: str
) -> None:
    text = f"兩地加強合作\n\n{opening}\n\n那裏的樹木很多，也有花。\n\n市長其後會見司長。"
    found = draft_release(text.encode(), read_catalog(), published=date(2019, 3, 4)).values["kind"]
    assert (found and found.value, found and found.is_sure) == (kind, False)


@pytest.mark.parametrize(
    "text",
    [
        "局長訪京談種子\n\n昨日，局長結束北京的訪問行程。他說，前日與部長會面，談到種子合作。",
        "局长访京谈种子\n\n昨日，局长结束北京的访问行程。他说，前日与部长会面，谈到种子合作。",
        (
            "Seeds in Beijing\n\nThe Secretary ended his visit to Beijing yesterday (March 3). "
            "On March 2 he met the Minister to speak of seeds."
        ),
    ],
)
def test_a_visit_that_is_over_began_when_someone_was_first_met(text: str) -> None:
    assert facts(text)["date"] == "2019-03-02/2019-03-03"
