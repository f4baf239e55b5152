"""What kind of event a made-up text tells of, and whether it is over, in both languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=date(2019, 3, 6)).facts()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hong Kong and Guangdong inked a pact on parks in Guangzhou on March 5.", "signing"),
        ("The mayors put their names to a pact on parks today.", "signing"),
        ("香港與廣東三月五日在廣州簽下公園合作協議，加強交流。", "signing"),
        ("The Director attended the Third Parks Symposium in Wuhan today.", "forum"),
    ],
)
def test_a_signing_and_a_forum_have_several_names(text: str, kind: str) -> None:
    assert facts(f"Parks\n\n{text}")["kind"] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Secretary saw a Mainland delegation today to talk about parks.", "call"),
        ("The Secretary brought a city delegation to see parks in Wuhan today.", "visit"),
        ("局長今日與來訪的湖南省副省長盧大浩會面，談到公園。", "call"),
        ("局长今日与到访的湖南省副省长卢大浩见面，谈到公园。", "call"),
        ("局長今日與訪港的國家公園部代表團會面。", "call"),
        ("局長今日會見公園廳廳長盧大浩。\n\n盧大浩介紹了公園委員會第一次會議的精神。", "call"),
        ("局長今日會見公園廳廳長盧大浩，談到日後簽署公園合作協議。", "call"),
        ("局長今日與訪港代表團會面，談到公園和樹木。", "call"),
        ("常務秘書長今日到訪廣東省公園廳，同廳長座談。", "call"),
        ("湖南省副省長盧大浩今日率團訪問香港，與局長見面。", "visit"),
        ("湖南省代表團今日來訪，與局長見面，談到公園和樹木。", "visit"),
    ],
)
def test_who_meets_a_visitor_is_on_no_visit(text: str, kind: str) -> None:
    assert facts(f"公園合作\n\n{text}")["kind"] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mr Au will travel to Hubei tomorrow to see the parks there.", "visit"),
        ("Mr Au is in Hubei today for an open day. He will attend a forum tomorrow.", "visit"),
        ("Mr Au was in Hubei with a large delegation on March 5 to see parks.", "visit"),
        ("The minister on Tuesday listened to a work report by Mr Au in Beijing.", "call"),
        ("部长今日在北京听取局长汇报，会见局长一行。", "call"),
    ],
)
def test_going_somewhere_is_a_visit_and_hearing_a_report_a_call(text: str, kind: str) -> None:
    assert facts(f"公園合作\n\n{text}")["kind"] == kind


def test_who_has_been_visiting_offices_for_days_is_on_a_visit() -> None:
    text = "Mr Au has been visiting offices in Beijing. Yesterday he saw the Park Academy."
    assert facts(f"Mr Au calls on Beijing officials\n\n{text}")["kind"] == "visit"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("粵桂公園合作會議昨日在廣州舉行，兩地簽署8項協議。", "plenary"),
        ("2019年粵桂公園合作會議3月5日在廣州召開，市長主持。", "plenary"),
        ("A Wuhan-Hong Kong park cooperation conference took place on March 5.", "plenary"),
        ("The signing came after a joint conference of the two park offices.", "plenary"),
        ("兩地簽署協議，粵桂公園合作會議去年在廣州舉行。", "signing"),
        ("三方公園管理工作組今日在大連舉行首次會議。", "working-meeting"),
        ("The first meeting of the park liaison group was held today.", "working-meeting"),
        ("三方公園管理專班今日在大連舉行首次會議。", "task-force"),
        ("局長主持會議。\n\n兩地公園在港舉行業務聯繫年度會議。", "working-meeting"),
    ],
)
def test_a_session_on_no_record_is_known_by_its_name(text: str, kind: str) -> None:
    assert facts(f"公園合作\n\n{text}")["kind"] == kind


def test_the_forum_of_the_title_is_no_session_told_below() -> None:
    text = (
        "Forum on Parks held in Hong Kong\n\nThe Forum on Parks took place in Hong Kong today. "
        "Besides, the 13th Working Meeting of the Hong Kong/Guangdong Co-operation Joint "
        "Conference was co-chaired there."
    )
    assert facts(text)["kind"] == "forum"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("特首今日會見市長時表示，雙方將會種樹，並將於下月舉行會議。", "held"),
        ("特首今日會見傳媒時表示，將於明日前往北京訪問。", "announced"),
        ("Meeting the mayor today, the Chief Executive said they will hold a fair.", "held"),
        ("3月6日，公園會議在武漢開會。局長率團出席。他還會出席論壇，也會參觀公園。", "held"),
    ],
)
def test_what_was_said_at_an_event_is_not_what_is_to_come(text: str, status: str) -> None:
    assert facts(f"公園\n\n{text}")["status"] == status


@pytest.mark.parametrize(
    "text",
    [
        "The minister listened, over a video link, to what the mayor said today.",
        "部長今日與市長視像會面，談到公園和樹木，雙方交換意見。",
    ],
)
def test_a_talk_over_a_video_link_is_online(text: str) -> None:
    assert facts(f"Parks\n\n{text}")["online"] is True


@pytest.mark.parametrize(
    ("text", "kind", "ordinal"),
    [
        (
            "第八屆港湘公園工作會晤已於3月5日在長沙召開，局長率團赴會。",
            "working-meeting",
            "8",
        ),
        ("香港与湖南昨日举行第三次公园执法合作工作会议，互通情况。", "working-meeting", "3"),
        ("港湘公園合作小組昨日以視像形式舉行第五次會議，審議工作。", "working-meeting", "5"),
        ("港湘公園合作委員會（下稱「委員會」）第二次會議昨日在長沙召開。", "plenary", "2"),
        (
            "The 6th Hong Kong-Hunan Parks Working Meeting was held in Changsha on March 5.",
            "working-meeting",
            "6",
        ),
    ],
)
def test_a_numbered_session_is_known_with_words_between(text: str, kind: str, ordinal: str) -> None:
    found = facts(f"兩地談公園\n\n{text}")
    assert (found["kind"], found.get("ordinal")) == (kind, ordinal)


def test_the_number_of_a_session_that_was_held_counts_though_the_title_speaks_of_a_meeting() -> (
    None
):
    text = "第八屆港湘公園工作會晤已於3月5日在長沙召開，局長率團赴會。"
    assert facts(f"港湘公園會晤商合作\n\n{text}").get("ordinal") == "8"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("港湘公園小組昨日在長沙舉行年度會議，回顧過去一年。", "working-meeting"),
        ("内地与香港公园边界协调会谈昨日在长沙举行，双方交换意见。", "working-meeting"),
        ("助理署長昨日在長沙與湖南、廣東的公園部門代表開會，討論樹木。", "working-meeting"),
        ("The joint Working Group on Parks met in Changsha on March 5.", "working-meeting"),
        ("第二屆大灣區公園與樹木大會昨日在長沙召開，數百人到場。", "forum"),
        ("第九屆會員大會昨日在長沙召開，數百人到場。", "other"),
        ("粵澳公園工作例會昨日在珠海舉行，雙方總結合作。", "working-meeting"),
        ("三地公園部門代表昨日在長沙舉行會議，商討樹木護理。", "working-meeting"),
        ("湘港公园合作联络员会议昨日在长沙召开，交流经验。", "working-meeting"),
        ("Officials of the three places held a meeting today on trees.", "working-meeting"),
        ("The Parks Joint Committee held its fourth meeting on March 5.", "plenary"),
        ("The fourth meeting of the Joint Committee on Parks was held today.", "plenary"),
        ("局長昨日舉行新聞發布會，談到公園。", "other"),
        ("The Director held a press meeting today to speak of parks.", "other"),
    ],
)
def test_sessions_without_a_number_are_known_by_who_met(text: str, kind: str) -> None:
    assert facts(f"兩地談公園\n\n{text}")["kind"] == kind


def test_a_session_of_the_title_is_to_come_and_no_visit_of_who_goes_there() -> None:
    away = "局長離港期間由副局長署任，他傍晚返港。"
    text = f"港湘合作會議周五在長沙舉行\n\n局長將率團前往長沙出席三月八日的會議。\n\n{away}"
    assert (facts(text)["kind"], facts(text)["status"]) == ("plenary", "announced")


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("財政司司長陳茂波明日率領特區政府代表團到澳門，出席第十二次港澳合作高層會議。", "plenary"),
        ("財政司司長陳茂波明日起到澳門訪問三天，出席港澳合作高層會議。", "visit"),
        ("財政司司長陳茂波明日率領特區政府代表團到澳門訪問。", "visit"),
    ],
)
def test_who_goes_to_a_session_and_returns_the_same_day_is_on_no_visit(
    told: str, kind: str
) -> None:
    text = f"{told}雙方會談到公園、樹木和海岸，並回顧過去一年的合作。代表團傍晚返港。"
    assert (
        facts(f"{text}\n\n代表團成員包括公園事務局局長陳小明和海岸署署長何大文等。")["kind"] == kind
    )


def test_who_meets_the_media_calls_on_no_one() -> None:
    text = (
        "Transcript\n\nFollowing is what Mr Au said when he met the media in Wuhan today on parks."
    )
    assert facts(text)["kind"] != "call"


def test_a_chief_who_goes_to_a_place_by_the_title_visits_it() -> None:
    text = "Parks chief goes to Yunnan\n\nTrees were what Mr Au discussed with those he met today."
    assert facts(text)["kind"] == "visit"


def test_what_goes_on_is_not_to_come() -> None:
    text = "Parks\n\nThe minister has said that the two sides are to go on planting trees in parks."
    assert facts(text)["status"] == "held"


@pytest.mark.parametrize(
    "told",
    [
        "The Director co-chaired the Parks Talks in Wuhan today.\n\nFour agreements were signed.",
        "公園署署長區文昨日在武漢共同主持鄂港公園會商。\n\n雙方簽署了四份公園協議。",
    ],
)
def test_what_was_chaired_is_no_signing_whatever_was_signed_at_it(told: str) -> None:
    assert facts(f"Parks\n\n{told}")["kind"] == "working-meeting"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mr Au tours Hubei\n\nTwo parks were on the programme of Mr Au today.", "visit"),
        ("CS in Wuhan for parks (with photos)\n\nMr Au worked in Wuhan today for parks.", "visit"),
        (
            "CS begins visit to Wuhan\n\nMr Au began his itinerary in Wuhan today. He met Ms Ho.",
            "visit",
        ),
        ("粵港澳三地消防主管會晤\n\n三地主管昨日在澳門開會，談到山火。", "working-meeting"),
        ("粤港澳消防首长会晤\n\n今次会晤三月五日在香港举行，谈到山火。", "working-meeting"),
        (
            (
                "Customs holds high-level meeting with others\n\nThe two services today held the "
                "High-level Meeting on Stopping Seeds between them in Hong Kong."
            ),
            "working-meeting",
        ),
        (
            "The joint task force on a park of trees met for the second time today, in Hong Kong.",
            "task-force",
        ),
        ("植樹專班昨日在武漢召開會議，談到公園。", "task-force"),
        ("局長訪武漢 其後赴天津植樹論壇\n\n局長下月會訪問武漢，其後到天津。", "visit"),
        (
            "局長談公園\n\n植樹峰會今日在東京舉行，國家主席開會前會見行政長官，聽他匯報近況。",
            "call",
        ),
        (
            (
                "Mr Au and the minister\n\nThe minister, who received Mr Au in Beijing today. When "
                "the two met in Beijing today, they talked about trees."
            ),
            "call",
        ),
    ],
)
def test_the_kind_is_what_the_words_of_the_title_and_the_opening_make_it(
    text: str, kind: str
) -> None:
    assert facts(text if "\n" in text else f"Parks and trees\n\n{text}")["kind"] == kind


def test_who_is_there_already_and_will_do_something_next_has_begun() -> None:
    text = "Mr Au is in Wuhan, where he will attend a fair. He started with a meeting with Mr Ho."
    assert facts(f"Mr Au begins visits\n\n{text}")["status"] == "held"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "特首晤省委書記\n\n書記盧大浩三月四日至七日訪問香港，特首今日在禮賓府與他會面。",
            "call",
        ),
        ("海關談樹木\n\n三月五日，兩地海關在香港召開年度業務交流會。", "working-meeting"),
        ("省長抵港\n\n省長盧大浩今日抵港，展開三日訪問，明日出席植樹論壇。", "visit"),
        ("Officials see Mr Au\n\nOfficials in Wuhan saw Financial Secretary Mr Au today.", "call"),
        (
            "Co-operation group meets\n\nThe co-operation group met in Wuhan and spoke of trees.",
            "working-meeting",
        ),
    ],
)
def test_who_stays_and_who_is_seen_tell_the_kind(text: str, kind: str) -> None:
    assert facts(text)["kind"] == kind
