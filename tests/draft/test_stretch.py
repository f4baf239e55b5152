"""How long an event lasts, in made-up Chinese texts: to its return, its closing, its last leg."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 4)


def find_date(text: str) -> str:
    found = draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()
    return str(found["date"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "局長訪成都\n\n局長今日前往成都訪問。\n\n局長將於星期四（三月七日）下午完成訪問返港。",
            "2019-03-04/2019-03-07",
        ),
        (
            "局長完成成都行程\n\n局長的訪問今日結束。\n\n訪問由三月二日開始，他先到訪大學。",
            "2019-03-02/2019-03-04",
        ),
        (
            "局長完成成都行程\n\n局長的訪問今日結束。\n\n三月二日的論壇他沒有出席。",
            "2019-03-04",
        ),
        (
            (
                "Trees\n\nA conference on trees opened in Wuhan on March 3. During the two-day "
                "conference its groups will meet as well."
            ),
            "2019-03-03/2019-03-04",
        ),
        (
            "局長訪兩市\n\n局長明日前往珠海參加會議；三月六日再到北京訪問兩日，七日返港。",
            "2019-03-05/2019-03-07",
        ),
        (
            "局長訪兩市\n\n局長今日率團啟程往成都，出席博覽會，三月五日轉往貴州。",
            "2019-03-04/2019-03-05",
        ),
        (
            "粵港澳刑偵主管會晤\n\n今次會晤三月五日開始，在香港一連舉行三天。",
            "2019-03-05/2019-03-07",
        ),
        (
            (
                "To Beijing\n\nThe Secretary for Development, Mr Michael Wong, goes to Beijing "
                "tomorrow (March 5) to see ministries.\n\nHe leaves for Hong Kong on March 7."
            ),
            "2019-03-05/2019-03-07",
        ),
        ("署長訪港\n\n署長三日抵達香港訪問，行程四日。他會拜會海關。", "2019-03-03/2019-03-06"),
        ("署長訪港\n\n署長三日抵達香港訪問，行程四日前已公布。", "2019-03-03"),
        (
            "局長訪問兩市\n\n局長訪問兩市，他今日在廣州與市長會面，昨日一到佛山便展開行程。",
            "2019-03-03/2019-03-04",
        ),
        (
            "研討會在澳召開\n\n粵港澳專家參加氣象研討會。\n\n會期由今日至6日。今日上午舉行開幕儀式。",
            "2019-03-04/2019-03-06",
        ),
        (
            "局長訪兩市\n\n局長將於三月五日至六日訪問廣州，並於三月七日至九日訪問武漢。",
            "2019-03-05/2019-03-09",
        ),
        (
            "局長訪廣州\n\n局長將於三月五日至六日訪問廣州。\n\n書展於三月七日至九日舉行。",
            "2019-03-05/2019-03-06",
        ),
        (  # what was over the day before is a stage of it
            "局長訪兩市\n\n局長4日在廣州與廳長會面。他3日結束北京的訪問轉往廣州，晚上返港，結束為期四日的訪問。",
            "2019-03-01/2019-03-04",
        ),
        (
            "局長訪成都\n\n局長下周四到成都出席典禮，周五返港。",
            "2019-03-14/2019-03-15",
        ),
        (
            "局長訪成都\n\n局長將於3月5日前往成都訪問。\n\n五至八日局長不在香港期間，由副局長署任。",
            "2019-03-05/2019-03-08",
        ),
        (
            "局長訪成都\n\n局長將於3月5日前往成都訪問。\n\n副局長在七至八日署任局長一職。",
            "2019-03-05",
        ),
        (
            "局長列席會議\n\n局長將訪問北京，列席3月8日舉行的開幕會。他會於3月7日啟程，3月9日返港。",
            "2019-03-07/2019-03-09",
        ),
        (
            "局長訪京\n\n局長今日啟程訪問北京，拜訪兩個部委。\n\n局長周四返港，離港期間由副局長署任。",
            "2019-03-04/2019-03-07",
        ),
        (
            "局長訪京\n\n局長3月5日訪問北京。\n\n他3月4日從東京返抵香港，隨即準備此行。",
            "2019-03-05",
        ),
        (
            "Visit\n\nDr Au leaves for Beijing on March 5. He is in Hong Kong again on March 7.",
            "2019-03-05/2019-03-07",
        ),
        (
            "Visit\n\nDr Au will leave for Beijing on March 5. He will depart from there later.",
            "2019-03-05",
        ),
        (
            "Trip\n\nHe leaves for Beijing on March 5. On March 7 he leaves Beijing that night.",
            "2019-03-05/2019-03-07",
        ),
        (
            "Visit\n\nDr Au leaves for Beijing on March 5. He leaves Beijing for Seoul on March 7.",
            "2019-03-05",
        ),
        (
            "Visit\n\nDr Au leads a two-day visit to Beijing on March 5. He returns on March 7.",
            "2019-03-05/2019-03-07",
        ),
        (
            "Visit\n\nDr Au leaves for Beijing on March 5. It leaves behind a plan due on March 8.",
            "2019-03-05",
        ),
        (
            "局長訪粵\n\n局長4日率團訪問深圳，看了兩個園區。5日，代表團將到廣州與校長座談。",
            "2019-03-04/2019-03-05",
        ),
        (
            "局長訪粵\n\n局長4日率團訪問深圳，看了兩個園區。7日，立法會將到廣州開會。",
            "2019-03-04",
        ),
        (
            "局長訪京\n\n局長明日前往北京訪問，出席翌日舉行的展覽開幕禮，當晚返港。",
            "2019-03-05/2019-03-06",
        ),
        (
            "聯委會第三次會議在北京召開\n\n內地與香港商貿聯委會第三次會議1日在北京舉行。此次會議將於三月二日閉幕。",
            "2019-03-01/2019-03-02",
        ),
        (
            "李家超訪滬\n\n博覽會昨起一連6日在上海舉行。李家超本周一至周三訪問上海。",
            "2019-03-04/2019-03-06",
        ),
        (
            "李家超訪滬\n\n博覽會將於3月7日至12日在上海舉行。李家超6日將率團訪問上海，8日返港。",
            "2019-03-06/2019-03-08",
        ),
        (
            "會議在澳門開幕\n\n為期兩天的衞生行政高層聯席會議3日在澳門開幕。",
            "2019-03-03/2019-03-04",
        ),
        (
            "會議在澳門開幕\n\n高層聯席會議3日在澳門開幕。會後各人看了為期兩天的展覽。",
            "2019-03-03",
        ),
        (
            "論壇將開幕\n\n合作論壇將於4月2日在香港開幕。4月4日在廣州舉行閉幕式。",
            "2019-04-02/2019-04-04",
        ),
        (
            "論壇將開幕\n\n合作論壇將於4月2日在香港開幕。全國人大會議4月4日在北京閉幕。",
            "2019-04-02",
        ),
    ],
)
def test_the_last_day_is_the_one_that_the_text_tells(text: str, day: str) -> None:
    assert find_date(text) == day


def test_a_departure_today_is_to_come_and_a_call_today_was_paid() -> None:
    away = "局長周四返港，離港期間由副局長署任。"

    def find_status(opening: str) -> object:
        text = f"局長訪京\n\n{opening}\n\n{away}"
        return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()["status"]

    assert find_status("局長今日啟程訪問北京，拜訪兩個部委。") == "announced"
    assert find_status("局長今日在北京拜訪兩個部委，交換意見。") == "held"


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("局長訪成都\n\n局長昨日（三月三日）到訪成都，與市長會面。", True),
        ("局長訪成都\n\n局長昨日（三月三日）啟程前往成都，與市長會面。", False),
        ("局長訪深圳\n\n局長昨日（三月三日）到訪深圳，與市長會面，並於當日返港。", True),
        ("局長訪深圳\n\n局長昨日（三月三日）到訪深圳，作一日訪問。", True),
        ("局長訪成都\n\n局長昨日（三月三日）啟程前往成都。他今年第十一日訪問內地。", False),
        ("局長訪成都\n\n局長三月一日至三日到訪成都，與市長會面。", True),
        ("Visit\n\nDr Au visited Chengdu on March 3 and met its mayor.", True),
        ("Visit\n\nDr Au left for Chengdu on March 3 to meet its mayor.", False),
        ("Visit\n\nDr Au visited Shenzhen on March 3. He returned to Hong Kong tonight.", True),
        ("Visit\n\nDr Au left for Shenzhen on March 3. The mayor returned his call today.", False),
        ("Visit\n\nDr Au made a one-day visit to Shenzhen on March 3.", True),
    ],
)
def test_the_first_day_of_a_visit_is_sure_only_where_it_was_over_then(
    text: str, *, is_sure: bool
) -> None:
    day = draft_release(text.encode(), read_catalog(), published=PUBLISHED).day
    assert day
    assert day.is_sure is is_sure


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Chambers met\n\nMr Au met the chambers on March 1.\n\nHis six-day visit ends soon.",
            "call",
            "2019-03-01",
        ),
        (
            "Agreement signed\n\nThey signed it on March 1. Mr Bei, on a 3-day visit, saw it.",
            "signing",
            "2019-03-01",
        ),
        (
            "Minister visits Macao\n\nMr Bei began a 3-day visit on March 1 and signed a deal.",
            "visit",
            "2019-03-01/2019-03-03",
        ),
        (
            "兩地簽署旅遊協議\n\n局長三月一日在港簽署協議。據悉，代表團三月一日起訪問香港3天。",
            "signing",
            "2019-03-01",
        ),
        (
            "代表團訪問香港\n\n代表團三月一日起訪問香港3天，並簽署協議。",
            "visit",
            "2019-03-01/2019-03-03",
        ),
    ],
)
def test_how_long_someone_stays_is_not_how_long_they_met_or_signed(
    text: str, kind: str, day: str
) -> None:
    found = draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()
    assert (found["kind"], found["date"]) == (kind, day)


def test_today_is_the_day_of_a_dateline_that_names_several_reporters() -> None:
    line = "【本報記者盧大浩、吳小龍北京2日電】局長今日在北京出席典禮。"
    assert find_date(f"新辦公樓開幕\n\n{line}") == "2019-03-02"
    assert find_date(f"新辦公樓開幕\n\n{line.replace('2日電', '')}") == "2019-03-04"


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("昨日下午抵達澳門，開始七日考察行程", "2019-03-03/2019-03-09"),
        ("昨日下午抵達澳門，今日有七日考察行程", "2019-03-04"),
        ("昨日抵達澳門，明日返回香港", "2019-03-03/2019-03-05"),
        ("昨日抵達澳門的消息已經公布", "2019-03-04"),
    ],
)
def test_a_journey_that_is_under_way_began_when_they_arrived(told: str, date: str) -> None:
    text = f"夏寶龍在澳門考察第二日\n\n國務院港澳辦主任夏寶龍今早到酒樓飲早茶。\n\n夏寶龍{told}。\n"
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (  # the day of the return is the last one told before
            (
                "局長將訪問廈門\n\n局長星期四（三月七日）傍晚前往廈門，作兩天訪問。\n\n"
                "星期六早上，局長會參加投洽會開館式。\n\n當日下午，局長會與官員會面，傍晚返港。"
            ),
            "2019-03-07/2019-03-09",
        ),
        (  # what is back there is no one
            (
                "Delegation to visit Guangdong\n\nA delegation will visit Guangdong on March 7.\n\n"
                "A forum is there on March 9. Business as usual can come back, he said."
            ),
            "2019-03-07",
        ),
        (
            (
                "(Macao - 4 March 2019) The Chief Executive, Mr Ho Iat Seng, leads a delegation to "
                "Shanghai today and tomorrow (5 March)."
            ),
            "2019-03-04/2019-03-05",
        ),
    ],
)
def test_a_journey_lasts_to_the_last_day_told(text: str, day: str) -> None:
    assert find_date(text) == day


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("保安局局長赴成都", "visit"),
        ("保安局局長赴會", "other"),
        ("保安局局長赴成都開會", "other"),
    ],
)
def test_an_official_off_to_a_place_makes_a_visit(title: str, kind: str) -> None:
    text = f"{title}\n\n局長明日到成都，參觀公園，看望樹木和花草。\n\n局長三月七日回港。"
    found = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    assert found.facts()["kind"] == kind


def test_the_second_day_of_a_visit_is_no_visit_of_two_days() -> None:
    assert find_date("訪問團繼續行程\n\n訪問團今日在四川展開第二天的訪問。") == "2019-03-04"


def test_a_signing_is_not_when_someone_spoke_of_it() -> None:
    text = "Deal will help the city\n\nThe deal to be signed will help, the mayor said Sunday."
    assert find_date(text) == ""
