"""Which of the days in a made-up text are those of its event, in English and Chinese."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 6)  # a Wednesday


def facts(text: str, published: date | None = PUBLISHED) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=published).facts()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The Director has been in Wuhan since yesterday (March 5) for a symposium on parks.",
            "2019-03-05/2019-03-06",
        ),
        (
            "For three days running since Monday (March 4), the Director has visited parks there.",
            "2019-03-04/2019-03-06",
        ),
        (
            "The park has been open since November 8. The mayors met there on Tuesday (March 5).",
            "2019-03-05",
        ),
        ("署長自昨日（三月五日）起一連兩日在武漢出席公園研討會。", "2019-03-05/2019-03-06"),
        ("署长自5日起率团在武汉访问三天，参观公园。", "2019-03-05/2019-03-07"),
        ("新法自三月一日起在廣東實施。局長昨日（三月五日）在武漢與市長會面。", "2019-03-05"),
    ],
)
def test_what_has_gone_on_since_a_day_began_then(text: str, days: str) -> None:
    assert facts(f"Parks\n\n{text}")["date"] == days


@pytest.mark.parametrize(
    "text",
    [
        "The Park Committee was set up today (March 6) and held its first meeting in Wuhan.",
        "The park was founded this morning (March 6) at a ceremony that two mayors attended.",
        "The mayors signed the memorandum published today (March 6).",
    ],
)
def test_what_was_set_up_today_is_not_of_before(text: str) -> None:
    assert facts(f"Parks\n\n{text}")["date"] == "2019-03-06"


def test_a_body_set_up_on_a_day_gone_by_is_of_before() -> None:
    text = "The mayors met. The committee, set up on March 1, discussed parks on March 5."
    assert facts(f"Parks\n\n{text}")["date"] == "2019-03-05"


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Secretary will leave for Macao this evening (March 6). They will take part in the "
            "second working meeting of park officials tomorrow (March 7)."
        ),
        (
            "The Secretary will leave for Macao this afternoon (March 6). Tomorrow (March 7) he "
            "will co-chair, with the Director-General of the Guangdong Parks and Trees "
            "Department, Mr Au Siu-lung, the second working meeting on parks."
        ),
    ],
)
def test_who_leaves_today_for_a_meeting_tomorrow_tells_of_the_meeting(text: str) -> None:
    found = facts(f"Parks\n\n{text}")
    assert (found["date"], found["status"]) == ("2019-03-07", "announced")


def test_the_shelf_of_a_page_is_no_title() -> None:
    found = draft_release(
        b"Author Archives: parks desk\n\nDirector of Parks goes to a fair\n\n"
        b"The Director went to a fair of trees in Wuhan on March 5, 2019, with his team.",
        read_catalog(),
    )
    assert found.release.title == "Director of Parks goes to a fair"


@pytest.mark.parametrize(
    ("published", "text", "days"),
    [
        (
            date(2019, 8, 20),
            "特區政府3月4日公布，發展局局長將於5日至7日訪問武漢。",
            "2019-03-05/2019-03-07",
        ),
        (date(2019, 4, 20), "据新华社3月5日报道，局长4日在武汉与市长会面。", "2019-03-04"),
        (PUBLISHED, "自2月1日公園開放以來，局長首次前往，5日與市長會面。", "2019-03-05"),
    ],
)
def test_a_day_without_its_month_is_of_the_month_told_before_it(
    published: date, text: str, days: str
) -> None:
    assert facts(f"公園\n\n{text}", published)["date"] == days


def test_a_report_repeated_long_after_is_read_as_of_its_own_day() -> None:
    text = "局長將訪武漢\n\n據政府3月4日消息，局長將於5日至7日訪問武漢。\n\n局長7日晚返港。"
    found = facts(text, date(2019, 8, 20))
    assert (found["date"], found["status"]) == ("2019-03-05/2019-03-07", "announced")


@pytest.mark.parametrize(
    ("text", "days", "is_sure"),
    [
        ("2018年5月6日，第二屆公園會議在武漢召開。", "2018-05-06", False),
        ("On 6 May 2018, the two mayors signed a deal on parks in Wuhan.", "2018-05-06", False),
        ("2018年5月6日簽署的公園協議推動了貿易。", "", True),
        ("Since the deal was signed on 6 May 2018, the parks have grown.", "", True),
    ],
)
def test_a_page_may_repeat_an_old_report_which_opens_with_its_full_date(
    text: str, days: str, *, is_sure: bool
) -> None:
    draft = draft_release(f"Parks\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    assert draft.facts()["date"] == days
    assert draft.day is None or draft.day.is_sure == is_sure


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "第九屆公園洽談會5日在武漢開幕。\n\n洽談會主題為樹木，會期兩天。",
            "2019-03-05/2019-03-06",
        ),
        ("公園論壇今日開幕，為期兩日，有百人參加。", "2019-03-06/2019-03-07"),
        (
            "A forum on parks opened on Tuesday.\n\nThe forum, which runs for three days, ends",
            "2019-03-05/2019-03-07",
        ),
        ("The park forum, a two-day gathering, opened today.", "2019-03-06/2019-03-07"),
        (
            "局長3月4日率代表團訪問公園。\n\n翌日，代表團參觀動物園。",
            "2019-03-04/2019-03-05",
        ),
        (
            "Mr Au visited the park on March 4.\n\nThe day after, the delegation saw the zoo.",
            "2019-03-04/2019-03-05",
        ),
    ],
)
def test_an_event_lasts_as_long_as_is_told_below(text: str, days: str) -> None:
    assert facts(f"Parks\n\n{text}")["date"] == days


@pytest.mark.parametrize(
    "text",
    [
        "局長說，明年計劃種樹。\n\n粵港澳公園會議當日在香港舉行，三方總結經驗。",
        "正在武漢訪問的局長，出席公園論壇。他說，如今是種樹的時機。",
        "The Chief Executive attended a forum on parks in Wuhan and thanked its hosts.",
    ],
)
def test_what_tells_no_day_is_of_the_day_of_the_text_to_be_checked(text: str) -> None:
    draft = draft_release(f"Parks\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    assert draft.day
    assert (draft.day.value, draft.day.is_sure) == ("2019-03-06", False)


def test_the_one_year_whose_activities_a_text_names_is_that_of_its_event() -> None:
    text = "某處訪京\n\n4月11日，代表團到北京訪問某局。\n\n雙方談到{}交流活動。"
    assert facts(text.format("2012年"), None)["date"] == "2012-04-11"
    assert facts(text.format("2008年種樹活動和2012年"), None)["date"] == ""
    assert facts(text.format("2008年4月開始的"), None)["date"] == ""


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            (
                "副總理乘專機來港，為期3日的訪問展開。他說，今日的論壇會公布措施。\n\n"
                "專機昨日上午在香港國際機場降落，特首到場迎接。"
            ),
            "2019-03-05/2019-03-07",
        ),
        ("副總理昨日中午乘專機抵達香港，展開三天視察行程。", "2019-03-05/2019-03-07"),
        ("局長獲邀請，明日率團出發，先後到北京和大連訪問，九日返港。", "2019-03-07/2019-03-09"),
        ("Mr Bei arrived in Hong Kong on March 4 for a three-day visit.", "2019-03-04/2019-03-06"),
    ],
)
def test_a_visit_begins_with_the_arrival(text: str, days: str) -> None:
    assert facts(f"訪問行程\n\n{text}")["date"] == days


@pytest.mark.parametrize(
    "text",
    [
        "Mr Au, who arrived in the capital on Sunday, met the minister on Tuesday.",
        "Mr Au thanked them after a storm hit Wuhan on Monday. He met the mayor on Tuesday.",
        "前日抵京的局長昨日與部長會面，談到公園和樹木。",
    ],
)
def test_what_is_told_aside_is_not_the_day_of_the_event(text: str) -> None:
    assert facts(f"Parks\n\n{text}")["date"] == "2019-03-05"


@pytest.mark.parametrize(
    ("text", "days", "status"),
    [
        (
            (
                "書記5日在此間說，兩地有合作的傳統。\n\n書記接受媒體訪問時說，前景廣闊。\n\n"
                "公園週將於3月6日至9日在武漢舉行，會推介樹木。"
            ),
            "2019-03-06/2019-03-09",
            "announced",
        ),
        (
            (
                "The pact will help us, the mayor said Monday.\n\nIt is what they are going to "
                "sign this month, he said.\n\nA ceremony is planned for March 29, he said."
            ),
            "2019-03-29",
            "announced",
        ),
        ("局長昨日表示，公園的樹木很多，種樹的時機到了。", "2019-03-05", "held"),
    ],
)
def test_the_event_is_not_when_someone_spoke_of_it_if_another_day_is_told(
    text: str, days: str, status: str
) -> None:
    draft = draft_release(f"Parks\n\n{text}".encode(), read_catalog(), published=PUBLISHED)
    assert (draft.facts()["date"], draft.facts()["status"]) == (days, status)


def test_for_whom_a_release_is_issued_is_no_paragraph_of_it() -> None:
    text = "局長訪京\n********\n\n下稿代司法機構發出：\n\n局長明日率團出發，到北京訪問，九日返港。"
    draft = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    assert draft.day
    assert (draft.day.value, draft.day.at) == ("2019-03-07/2019-03-09", "para 1")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mr Au saw parks today on the second day of a three-day visit.", "2019-03-05/2019-03-07"),
        ("Today is the last day of his four-day visit to Wuhan.", "2019-03-03/2019-03-06"),
        ("今日是局長三天訪問行程的第二天，他參觀公園。", "2019-03-05/2019-03-07"),
        ("訪問團昨日（三月五日）結束兩天的武漢之行返港。", "2019-03-04/2019-03-05"),
        ("訪問團一行百人，結束四日三夜的武漢之旅，今晚返抵香港。", "2019-03-03/2019-03-06"),
        ("新華網武漢3月6日電　為期兩天的公園合作會議6日在武漢閉幕。", "2019-03-05/2019-03-06"),
        (
            "Mr Au returned to Hong Kong today (March 6) after a two-day visit.",
            "2019-03-05/2019-03-06",
        ),
        ("考察团5日结束在武汉的考察，考察团4日抵汉。", "2019-03-04/2019-03-05"),
    ],
)
def test_a_visit_is_reckoned_from_its_length_and_the_day_it_is_in(text: str, days: str) -> None:
    assert facts(f"訪問行程\n\n{text}")["date"] == days


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        ("兩地昨日（三月五日）在京簽署協議，將於四月一日起生效。", "signing", "2019-03-05"),
        ("兩地官員今日開會，籌備將於三月十二日召開的公園會議。", "other", "2019-03-06"),
        ("The two sides met last Saturday (March 2) in Wuhan.", "call", "2019-03-02"),
        (
            "Mr Au met Mr Bei here Tuesday. He came Monday on a three-day visit.",
            "call",
            "2019-03-05",
        ),
        ("市長5日會見了來穗訪問的局長。局長此行3月4日至7日訪問廣州。", "call", "2019-03-05"),
        ("正在香港訪問的副市長盧大浩昨日與局長會面。", "call", "2019-03-05"),
        (
            "Mr Bei, who is leading a delegation on a tour that began Monday, met Mr Au Tuesday.",
            "call",
            "2019-03-05",
        ),
        ("The mayor told Mr Au in a meeting on Tuesday that parks grow.", "call", "2019-03-05"),
        (
            "The expo will open on March 11 in Wuhan and close on March 13, with Mr Au there.",
            "other",
            "2019-03-11/2019-03-13",
        ),
    ],
)
def test_the_day_of_an_event_is_not_that_of_what_surrounds_it(
    text: str, kind: str, days: str
) -> None:
    found = facts(f"Parks\n\n{text}")
    assert (found["kind"], found["date"]) == (kind, days)


@pytest.mark.parametrize(
    "text",
    [
        "局長昨日抵達武漢，今日（三月六日）主持公園管理工作組第二次會議。",
        "局長5日率團抵漢，6日出席公園管理工作組第二次會議，7日返港。",
        "Mr Au left for Wuhan on March 5 for the second working meeting on parks on March 6.",
        "The second working meeting on parks was held today (March 6). Mr Au came on March 5.",
        "公園管理工作組6日舉行第二次會議，新措施自4月1日起正式實施。",
    ],
)
def test_a_session_is_not_on_the_day_of_travel_nor_when_its_measures_take_effect(text: str) -> None:
    assert facts(f"Parks\n\n{text}")["date"] == "2019-03-06"
