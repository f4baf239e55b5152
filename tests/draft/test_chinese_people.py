"""Whom Chinese releases name as heads of the sides or as those who came, in forms that occur."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 4)


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()


MEETING = "粵港合作聯席會議今日在廣州舉行，雙方回顧過去一年的進展，並商定來年的計劃。"


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "政務司司長張建宗說，兩地會繼續合作。\n\n廣東省副省長盧大浩指出，過去一年成果豐盛。",
            ["matthew-cheung", "盧大浩"],
        ),
        ("廣東省港澳辦主任盧大浩在廣州表示，兩地會繼續合作。", []),  # one side alone is heard
        ("政務司司長張建宗表示歡迎，並指兩地會繼續合作。", []),
        (
            "張建宗與盧大浩見面。廣東省發展和改革委員會主任盧大浩當時沒有發言。",
            ["matthew-cheung"],
        ),
    ],
)
def test_who_speaks_for_each_side_heads_a_session_without_heads(
    text: str, heads: list[str]
) -> None:
    far = "雙方並談到多個範疇。\n\n" * 4
    assert facts(f"兩地加強合作\n\n{MEETING}\n\n{far}{text}")["principals"] == heads


@pytest.mark.parametrize(
    ("group", "heads"),
    [
        ("以盧大浩為團長的香港工商界訪問團", ["盧大浩"]),
        ("以逄大浩為首的香港工商界訪問團", ["逄大浩"]),
        ("以創新為首要目標的香港工商界訪問團", []),
    ],
)
def test_a_group_is_named_by_its_head(group: str, heads: list[str]) -> None:
    found = facts(f"會見訪問團\n\n國務院港澳辦主任張曉明今日在北京會見{group}。")
    assert found["principals"] == ["zhang-xiaoming", *heads]


def test_who_alone_attends_heads_a_session_and_who_alone_speaks_of_it_does_not() -> None:
    came = facts(f"兩地加強合作\n\n{MEETING}政務司司長張建宗出席會議。")
    spoke = facts(f"兩地加強合作\n\n{MEETING}政務司司長張建宗表示歡迎。")
    assert (came["principals"], spoke["principals"]) == (["matthew-cheung"], [])


@pytest.mark.parametrize(
    ("text", "principals", "participants"),
    [
        (
            (
                "行政長官賀一誠今日會見珠海市代表團。代表團由珠海市市委書記盧大浩任團長，"
                "市長吳小龍任副團長。"
            ),
            ["ho-iat-seng", "盧大浩"],
            ["吳小龍"],
        ),
        (
            (
                "省長王偉中今日會見香港傳媒訪問團。\n\n訪問團團長、新報社長盧大浩便提出問題，"
                "副團長沒有發言。"
            ),
            ["wang-weizhong", "盧大浩"],
            [],
        ),
        (
            "行政長官李家超今日分別與廣州市委書記盧大浩和市長吳小龍通電話。",
            ["john-lee", "盧大浩", "吳小龍"],
            [],
        ),
        (
            (
                "政務司司長張建宗今日在成都拜會四川省委書記盧大浩、常務副省長吳小龍等四川省的領導，"
                "副局長陳積志亦有出席。"
            ),
            ["matthew-cheung", "盧大浩"],
            ["吳小龍", "陳積志"],
        ),
        (
            (
                "司長張建宗今日先後與商務部部長盧大浩、財政部部長吳小龍會面。"
                "總理李克強的報告亦在討論之列。"
            ),
            ["matthew-cheung", "盧大浩", "吳小龍"],
            [],
        ),
        (
            "總理李克強今日會見行政長官林鄭月娥。參加會見的有盧大浩、吳小龍。",
            ["li-keqiang", "carrie-lam"],
            ["盧大浩", "吳小龍"],
        ),
        (
            (
                "行政長官林鄭月娥今日會見代表。出席座談會的還有政務司司長張建宗、"
                "署理教育局局長盧大浩。"
            ),
            ["carrie-lam"],
            ["matthew-cheung", "盧大浩"],
        ),
        (
            (
                "行政長官林鄭月娥今日會見省長馬興瑞。她為此向發改委主任何立峰致謝，"
                "並說國家主席習近平非常關心。"
            ),
            ["carrie-lam", "ma-xingrui"],
            [],
        ),
        (
            (
                "深圳副市長盧大浩率領深圳代表團今日到訪香港，與政務司司長張建宗會面。\n\n"
                "代表團成員吳小龍隨行。保安司司長黃少鐸以特邀嘉賓身份出席。"
            ),
            ["盧大浩", "matthew-cheung"],
            ["黃少鐸"],
        ),
        (
            (
                "市長盧大浩昨日到訪商會，獲會長崔小昌，副會長賀小一，理事長馬小剛等熱情接待。"
                "在前會長何小賢、馬小祺等領導下，商會很有成績。"
            ),
            ["盧大浩", "崔小昌"],
            ["賀小一", "馬小剛"],
        ),
        (
            (
                "駐滬辦副主任盧大浩今日與連雲港市副市長吳小龍、港澳辦主任惠小茜、發改委副主任李小非、"
                "商務局副局長孫小瑾等會面。"
            ),
            ["盧大浩", "吳小龍"],
            ["惠小茜", "李小非", "孫小瑾"],
        ),
        (
            "入境處處長盧大浩和澳門治安警察局局長吳小龍開視像會議，談到人流。",
            ["盧大浩", "吳小龍"],
            [],
        ),
        (
            (
                "行政長官崔世安今日與省委書記胡春華會晤。胡春華會晤時指出，習近平總書記早前考察廣東，"
                "專程到過橫琴。"
            ),
            ["chui-sai-on", "hu-chunhua"],
            [],
        ),
    ],
)
def test_heads_are_told_from_those_beside_them(
    text: str, principals: list[str], participants: list[str]
) -> None:
    found = facts(f"兩地官員會面\n\n{text}")
    assert sorted(found["principals"]) == sorted(principals)
    assert sorted(found["participants"]) == sorted(participants)


@pytest.mark.parametrize(
    ("caption", "participants"),
    [
        ("張建宗（左）、盧大浩（右）及署長吳小龍（右二）合照。政府新聞處圖片", ["吳小龍"]),
        ("張建宗（左）、盧大浩（右）及署長吳小龍（右二）。（資料圖片）政府新聞處圖片", []),
        ("署長吳小龍（左）與主席施小文（右）會面。政府新聞處圖片", []),
    ],
)
def test_who_stands_beside_a_head_in_a_picture_was_there(
    caption: str, participants: list[str]
) -> None:
    text = "政務司司長張建宗今日在禮賓府與副省長盧大浩會面，雙方就兩地合作的進展交換意見。"
    assert facts(f"兩地官員會面\n\n{text}\n\n{caption}")["participants"] == participants


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            (
                "三地警方今日在澳門舉行工作會晤。澳門代表團由警察總局馬大權局長率領，粵方及港方代表團"
                "分別由廣東省公安廳林大偉副廳長及香港警務處劉業大副處長率領。"
            ),
            ["馬大權", "林大偉", "劉業大"],
        ),
        (
            (
                "珠港合作專責小組今日成立。書記盧大浩、市長吳小龍、局長譚志源出席會議。"
                "會上，吳小龍與譚志源代表兩地政府正式簽訂意向書。"
            ),
            ["吳小龍", "raymond-tam"],
        ),
        (
            (
                "第七屆內地、香港、澳門衞生行政高層聯席會議今日舉行。內地代表團由副部長黃大夫率領，澳門"
                "代表團以澳門衞生局局長李大潤為首。香港食物及衞生局局長周一嶽4日在會議上致辭時表示，"
                "三地合作良好。"
            ),
            ["黃大夫", "李大潤", "york-chow"],
        ),
        (
            (
                "京港合作會議今日在北京舉行。開會之前，林鄭月娥先與市委書記蔡奇會面。"
                "蔡奇說，大橋是奇蹟。\n\n會議出席者有林鄭月娥和市長陳吉寧，兩人發言。"
            ),
            ["carrie-lam", "chen-jining"],
        ),
        (
            (
                "粵港澳文化合作會議今日在廣州召開。受副省長盧大浩委託，副秘書長吳小龍到會"
                "宣讀書面致辭。"
            ),
            [],
        ),
        (
            (
                "漁護署與科學院今日簽署備忘錄。局長謝展寰在場見證，備忘錄由署長黎大明及"
                "副院長崔大偉簽署。"
            ),
            ["黎大明", "崔大偉"],
        ),
    ],
)
def test_the_head_of_each_party_is_found(text: str, heads: list[str]) -> None:
    assert sorted(facts(f"各地合作會議\n\n{text}")["principals"]) == sorted(heads)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "3月3日，鄂州市代市長劉大軍、副市長江小新在鄂州會見香港旅遊發展局主席馮大賢一行。",
            ["劉大軍", "馮大賢"],
        ),
        (
            "3月3日，吉林省委書記王大林、省長巴小魯在長春會見香港旅遊發展局主席馮大賢一行。",
            ["王大林", "巴小魯", "馮大賢"],
        ),
        (
            (
                "3月3日，江蘇省委書記梁大華在南京會見香港旅遊發展局主席馮大賢一行。\n\n"
                "其後幾天，蘇州市委書記王小榮也分別會見了一行人。"
            ),
            ["梁大華", "馮大賢"],
        ),
        (
            (
                "3月3日，東莞推介會在香港舉行，東莞市長呂大成出席並致辭。\n\n"
                "香港貿易協會會長連小森、香港青年協會會長梁小浩先後發言。"
            ),
            ["呂大成"],
        ),
        (
            (
                "3月3日，廣西推介會在香港舉行，廣西壯族自治區主席陸大武在會上致辭。\n\n"
                "香港特區行政長官林鄭月娥參加會議並講話。"
            ),
            ["陸大武", "carrie-lam"],
        ),
    ],
)
def test_who_else_received_or_spoke_in_turn_heads_no_side(text: str, heads: list[str]) -> None:
    assert set(facts(f"兩地交流\n\n{text}")["principals"]) == set(heads)


@pytest.mark.parametrize(
    ("told", "heads"),
    [
        ("香港海關關長邱大浩4月26日在北京會見國家首席獸醫官盧大浩。", ["邱大浩", "盧大浩"]),
        ("海關總署副署長盧大浩獲香港海關關長邱大浩會見。", ["盧大浩", "邱大浩"]),
        ("香港海關邱大浩關長會見海關總署盧大浩副署長。", ["邱大浩", "盧大浩"]),
        ("香港海關關長邱浩來到北京，會見海關總署副署長盧大浩。", ["邱浩", "盧大浩"]),
        ("香港海關關長邱大浩前來會見海關總署副署長盧大浩。", ["邱大浩", "盧大浩"]),
        ("香港海關關長邱大浩會見駐香港部隊司令員盧大浩少將。", ["邱大浩", "盧大浩"]),
        ("海關總署副署長盧大浩副會見香港海關關長邱大浩。", ["邱大浩"]),
        (
            "（長江日報 記者關大浩）海關總署副署長盧大浩會見香港海關關長邱大浩。",
            ["盧大浩", "邱大浩"],
        ),
    ],
)
def test_a_name_ends_where_the_next_word_begins(told: str, heads: list[str]) -> None:
    assert facts(f"兩地海關會面\n\n{told}\n")["principals"] == heads


@pytest.mark.parametrize(
    "said",
    [
        "據海關總署副司長關大浩介紹，雙方此前簽署過兩份協議。",
        "邱大浩會見時代表行政長官李家超向盧大浩問候。",
        "邱大浩會見時轉達了行政長官李家超的問候。",
    ],
)
def test_who_only_told_or_sent_greetings_was_not_there(said: str) -> None:
    met = "香港海關關長邱大浩今日會見海關總署副署長盧大浩。"
    found = facts(f"兩地海關會面\n\n{met}\n\n{said}\n")
    assert found["principals"] == ["邱大浩", "盧大浩"]
    assert found["participants"] == []


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("最高人民法院副院長楊萬明", "yang-wanming-spc"),  # by the post
        ("國務院港澳辦副主任楊萬明", "yang-wanming"),
        ("國家衞生和計劃生育委員會主任李斌", "li-bin-health"),  # by what the short name adds
    ],
)
def test_of_people_of_one_name_the_one_with_the_post_told_is_meant(told: str, who: str) -> None:
    later = "邱大浩感謝楊萬明和李斌多年來的支持。"
    found = facts(f"兩地會面\n\n{told}今日在北京會見香港海關關長邱大浩。\n\n{later}\n")
    assert found["principals"] == [who, "邱大浩"]


@pytest.mark.parametrize(
    ("hosts", "heads", "others"),
    [
        ("珠海市市長盧大浩，副市長關大浩、邱大浩", ["盧大浩"], ["關大浩", "邱大浩"]),
        ("珠海市市委書記盧大浩、市長關大浩", ["盧大浩", "關大浩"], []),
        ("珠海市市委常委、副市長盧大浩", ["盧大浩"], []),  # one with two posts
    ],
)
def test_deputies_named_behind_their_head_came_along(
    hosts: str, heads: list[str], others: list[str]
) -> None:
    met = "會見了香港海關關長湯大浩一行。"
    found = facts(f"兩地會面\n\n{hosts}今日在珠海{met}\n")
    assert set(found["principals"]) == {"湯大浩", *heads}
    assert found["participants"] == others


def test_a_name_of_parts_is_one_name_and_is_known_again() -> None:
    text = (
        "代表團訪港\n\n自治區主席艾力·吐爾遜今日率自治區政府代表團訪問香港。\n\n"
        "訪問期間，艾力·吐爾遜會見行政長官林鄭月娥。\n"
    )
    assert facts(text)["principals"] == ["艾力·吐爾遜", "carrie-lam"]


def test_an_office_of_macao_is_not_the_one_of_that_name_on_record() -> None:
    text = (
        "三地民航會議\n\n會議今日舉行，出席的有中國民航局局長盧大浩、香港民航處處長關大浩和"
        "澳門民航局局長邱大浩。\n"
    )
    assert facts(text)["principals"] == ["盧大浩", "關大浩", "邱大浩"]


def test_whom_a_head_met_each_by_each_are_hosts_of_whichever_side() -> None:
    text = (
        "代表團訪港\n\n福建省省長盧大浩今日率團訪問香港，分別會見中央政府駐港聯絡辦主任"
        "張曉明、行政長官林鄭月娥。\n"
    )
    assert facts(text)["principals"] == ["盧大浩", "zhang-xiaoming", "carrie-lam"]


def test_those_of_a_group_led_by_the_first_came_along() -> None:
    text = (
        "閩澳會晤\n\n福建省省長盧大浩今日同澳門特別行政區行政長官賀一誠、澳門特別行政區經濟財政司"
        "司長關大浩、澳門特別行政區行政長官辦公室主任邱大浩等一行十三人會晤。\n"
    )
    found = facts(text)
    assert set(found["principals"]) == {"盧大浩", "ho-iat-seng"}
    assert found["participants"] == ["關大浩", "邱大浩"]


def test_a_forum_that_someone_attends_who_meets_another_is_not_the_event() -> None:
    text = (
        "兩地高層會面\n\n正在四川成都出席第二屆泛珠三角區域合作與發展論壇的福建省省長盧大浩，"
        "今晚會見澳門特別行政區行政長官賀一誠。\n\n會見時在座的有澳門特別行政區新聞局局長"
        "關大浩等。\n"
    )
    found = facts(text)
    assert (found["kind"], found.get("platform"), found.get("ordinal")) == ("call", None, None)
    assert set(found["principals"]) == {"盧大浩", "ho-iat-seng"}
    assert found["participants"] == ["關大浩"]


@pytest.mark.parametrize(
    ("told", "heads", "others"),
    [
        (
            "海關總署署長盧大浩今日在京獲香港海關關長邱大浩拜會，海關總署副署長關大浩、湯大浩共同出席。",
            ["盧大浩", "邱大浩"],
            ["關大浩", "湯大浩"],
        ),
        (
            "澳門海關關長邱大浩、副關長湯大浩、辦公室主任官大浩一行今日拜會海關總署署長盧大浩。",
            ["邱大浩", "盧大浩"],
            ["湯大浩", "官大浩"],
        ),
        (
            "正在出席博鰲亞洲論壇2019年年會的海關總署署長盧大浩會見了香港海關關長邱大浩。",
            ["盧大浩", "邱大浩"],
            [],
        ),
        (
            "海關總署署長盧大浩應香港海關關長邱大浩邀請，今日率團訪港並與邱大浩會面。",
            ["盧大浩", "邱大浩"],
            [],
        ),
    ],
)
def test_who_is_named_beside_a_head_came_along(
    told: str, heads: list[str], others: list[str]
) -> None:
    found = facts(f"兩地海關會面\n\n{told}\n")
    assert (found["principals"], found["participants"]) == (heads, others)


@pytest.mark.parametrize(
    ("hosts", "heads", "others"),
    [
        (
            "珠海市市長盧大浩，副市長關大浩，市委統戰部部長邱大浩等領導會見了",
            ["盧大浩"],
            ["關大浩", "邱大浩"],
        ),
        (
            "珠海市市委書記盧大浩、市長關大浩、統戰部部長邱大浩等接待了",
            ["盧大浩", "關大浩"],
            ["邱大浩"],
        ),
    ],
)
def test_of_a_list_of_hosts_the_first_receives_and_who_is_of_one_level(
    hosts: str, heads: list[str], others: list[str]
) -> None:
    found = facts(f"兩地會面\n\n{hosts}香港海關關長湯大浩一行。\n")
    assert set(found["principals"]) == {"湯大浩", *heads}
    assert found["participants"] == others


def test_whom_a_leader_also_met_is_met_as_the_first_one() -> None:
    text = (
        "局長訪問佛山\n\n環境局局長黃錦星今日（三月四日）在廣州與廣東省生態環境廳廳長盧大浩會面。"
        "黃錦星昨日亦與佛山市副市長關大浩見面。\n"
    )
    assert facts(text)["principals"] == ["wong-kam-sing", "盧大浩", "關大浩"]


def test_who_leads_a_delegation_that_came_to_a_meeting_heads_its_side() -> None:
    text = (
        "海關年度會議\n\n粵港海關業務聯繫年度會議今日在香港舉行。到港出席會議的廣東海關代表團一行七人，"
        "由廣東海關關長盧大浩率領。香港海關代表團由香港海關關長邱大浩率領。\n"
    )
    assert set(facts(text)["principals"]) == {"盧大浩", "邱大浩"}


def test_a_rank_is_no_name() -> None:
    text = (
        "署長訪京\n\n衞生署署長盧大浩今日前往北京訪問。\n\n同行出席會議的有衞生署副署長關大浩、"
        "高級醫生邱大浩。\n"
    )
    assert "高級" not in facts(text)["participants"]


@pytest.mark.parametrize(
    "said",
    [
        "他說要學習習近平主席關於教育的論述。",
        "他說要落實習近平總書記在座談會上的講話精神。",
        "各方會在以習近平同志為核心的中央領導下合作。",
        "各方以習近平新時代中國特色社會主義思想為指導。",
        "會上介紹了《習近平文集》，收入習近平同志2012年以來的文章。",
    ],
)
def test_who_is_named_only_by_thoughts_or_works_was_not_there(said: str) -> None:
    found = facts(f"兩地人士座談\n\n主席團主持人盧大浩3日在北京會見行政長官林鄭月娥。{said}")
    assert "xi-jinping" not in (*found["principals"], *found["participants"])
    assert "盧大浩" in found["principals"]


def test_australia_is_not_macao() -> None:
    told = "李克強訪問\n\n李克強總理今日赴{}訪問，逗留三天，其後返回北京。"
    assert "place" not in facts(told.format("澳大利亞"))
    assert facts(told.format("澳"))["place"] == "macao"


@pytest.mark.parametrize(
    ("office", "post"), [("省", ""), ("省政府", ""), ("國務院", "hkmao/director")]
)
def test_the_office_of_a_province_is_none_of_the_state_council(office: str, post: str) -> None:
    text = f"會面\n\n行政長官林鄭月娥今日在廣州與{office}港澳辦主任盧大浩會面，談及合作。"
    draft = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    assert [(one.who, one.post) for one in draft.principals][1:] == [("盧大浩", post)]


def test_what_is_told_to_come_on_a_later_day_leaves_today_done() -> None:
    told = "行政長官林鄭月娥今日會見廣東省代表團。代表團昨日抵港，並將於明天離港。"
    assert facts(f"會見代表團\n\n{told}")["status"] == "held"
    assert (
        facts("會見代表團\n\n行政長官林鄭月娥將於今日會見廣東省代表團。")["status"] == "announced"
    )


def test_the_commissioner_in_macao_is_none_of_hong_kong() -> None:
    text = "會面\n\n行政長官賀一誠今日在政府總部與外交部駐澳特派員盧大浩會面，談及合作。"
    draft = draft_release(text.encode(), read_catalog(), published=PUBLISHED)
    assert [(one.who, one.post) for one in draft.principals][1:] == [("盧大浩", "")]
