"""Single facts of made-up Chinese reports: how offices and agencies really put things."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 4)


REST = "\n\n雙方就多個範疇的合作交換意見，日後保持聯繫。\n"


def facts(text: str) -> dict[str, Any]:
    raw = (text + REST).encode()
    return draft_release(raw, read_catalog(), published=PUBLISHED).facts()


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("港深口岸規劃建設工作專班會議今日在港舉行。", "hk-shenzhen-control-points-task-force"),
        ("深港口岸规划建设专班会议今天在港举行。", "hk-shenzhen-control-points-task-force"),
        ("鄂港高層會晤暨合作會議今日在武漢舉行。", "hk-hubei-cooperation-conference"),
        ("粵港聯席會議今日在廣州舉行。", "hk-guangdong-joint-conference"),
        ("陳茂波今日到澳門出席港澳高層合作會議。", "hk-macao-high-level-meeting"),
        ("滬港合作會議機制二十周年酒會今日在上海舉行。", None),
        ("粵港合作聯席會議聯絡辦公室主任今日在廣州召開座談會。", None),
    ],
)
def test_a_platform_is_known_by_its_varied_names_and_only_for_its_meeting(
    text: str, platform: str | None
) -> None:
    assert facts(f"兩地加強合作\n\n{text}").get("platform") == platform


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("首次港深環保合作專班會議今日在香港舉行。", "1"),
        ("港深環保合作專班首次會議今日在香港舉行。", "1"),
        ("港深環保合作專班四年來首次會議今日在香港舉行。", None),
        ("自去年首次港深環保合作專班會議以來，兩地往來更多，環保會議今日舉行。", None),
        ("港深環保合作專班首次以視像形式舉行會議。", None),
        ("自去年七月舉行第三次港澳合作高層會議以來，第四次港澳合作高層會議今日舉行。", "4"),
        ("滬港合作會議昨日在上海第六次開會。", "6"),
        ("滬港合作會議昨日在上海舉行，並視察第六次進口博覽會。", None),
        (
            (
                "兩地官員今日就環境保護的多個範疇交換意見。\n\n雙方在會後宣布就多個項目達成共識。\n\n"
                "滬港合作會議3日在上海舉行第六次會議，雙方談到環保。"
            ),
            "6",
        ),
        (
            (
                "兩地官員今日就環境保護的多個範疇交換意見。\n\n雙方在會後宣布就多個項目達成共識。\n\n"
                "滬港合作會議將於5日在上海舉行第六次會議，屆時再談環保。"
            ),
            None,
        ),
        ("局長今日在廣州與廳長舉行粵港旅遊第六次工作會議。", "6"),
    ],
)
def test_first_counts_meetings_only_where_it_stands_with_the_meeting(
    text: str, ordinal: str | None
) -> None:
    assert facts(f"兩地加強合作\n\n{text}").get("ordinal") == ordinal


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        ("局長明起訪京\n\n局長明日起訪問北京三日。", "2019-03-05/2019-03-07", "announced"),
        (
            "局長訪京\n\n局長星期四(3月7日)經深圳前往北京訪問，星期日(3月10日)經深圳返港。",
            "2019-03-07/2019-03-10",
            "announced",
        ),
        (
            (
                "局長訪問兩地\n\n局長明日(三月五日)到廣州訪問。他當晚會轉往北京。\n\n"
                "局長將於三月六日下午返港。"
            ),
            "2019-03-05/2019-03-06",
            "announced",
        ),
        (
            "省長率團來港\n\n省長今（四）日傍晚率團抵港，準備出席明天在香港舉行的聯席會議。",
            "2019-03-05",
            "announced",
        ),
        (
            (
                "局長赴貴陽\n\n局長今日（4日）透露，明日（5日）前往貴陽，出席3月7日舉行的"
                "泛珠三角區域合作行政首長聯席會議。"
            ),
            "2019-03-07",
            "announced",
        ),
        (
            "局長訪大灣區\n\n局長今日率團出訪，考察包括深圳、東莞、佛山和廣州4天。",
            "2019-03-04/2019-03-07",
            "held",
        ),
        ("两地合作\n\n局长4日称，本月8日会率团赴武汉访问。", "2019-03-08", "announced"),
        ("政府將河套打造成平台\n\n局長今日在北京會見部長。", "2019-03-04", "held"),
        ("主任訪港\n\n主任昨日(3月3日)起展開一連五日的訪港行程。", "2019-03-03/2019-03-07", "held"),
        (
            (
                "3月1日，局長率團訪問深圳。中新社發 甲乙 攝\n"
                "中新網3月4日電 據香港中通社報道，局長將於3月5日訪問江門市。\n"
                "此行是局長走訪九市的第四站。\n"
            ),
            "2019-03-05",
            "announced",
        ),
        ("兩地將在新領域合作\n\n局長今日(四日)在廣州會見廳長。", "2019-03-04", "held"),
        (
            "與委員會面\n\n行政長官林鄭月娥昨日與代表會面，今日再與委員會面。",
            "2019-03-04",
            "held",
        ),
        (
            "林鄭將赴武漢\n\n林鄭月娥3日表示，她將於本月8日率團赴武漢，出席合作會議。",
            "2019-03-08",
            "announced",
        ),
        (
            "兩地警方會面\n\n發言人今日（三月四日）表示，兩地警方於昨日（三月三日）舉行了會議。",
            "2019-03-03",
            "held",
        ),
        ("局長訪穗\n\n局長周一嶽今日在廣州會見廳長。", "2019-03-04", "held"),
        ("局長訪穗\n\n警務處處長周亦澄昨日在廣州會見廳長。", "2019-03-03", "held"),
        ("胡英明率團訪京\n\n胡英明今日在北京會見部長，介紹即將成立的學院。", "2019-03-04", "held"),
        ("梁振英明訪京\n\n梁振英明訪北京。", "2019-03-05", "announced"),
        ("局長離京\n\n局長今日中午離京返港，他將於十日再到北京訪問。", "2019-03-04", "held"),
        ("局長赴中山\n\n局長今早在中山出席峰會，將於今午返港。", "2019-03-04", "held"),
        (
            "局長赴京\n\n局長會前往北京，與部長商討合作。局長將於今日(三月四日)晚上離港。",
            "2019-03-04",
            "announced",
        ),
        (
            "中新網3月4日電 香港《文匯報》今日刊發報道，粵港官員3日在廣州舉行會議。",
            "2019-03-03",
            "held",
        ),
        ("【本報記者組北京3日電】局長今日在北京會見部長。", "2019-03-03", "held"),
    ],
)
def test_days_to_come_are_told_from_days_gone_by(text: str, day: str, status: str) -> None:
    found = facts(text)
    assert (found["date"], found["status"]) == (day, status)


@pytest.mark.parametrize(
    ("text", "principals", "participants"),
    [
        (
            (
                "李家超率領代表團，今日在廣州與廣東省委書記黃坤明會面，並與廣東省省長王偉中共同主持"
                "粵港合作聯席會議第二十四次會議。"
            ),
            ["john-lee", "wang-weizhong"],
            ["huang-kunming"],
        ),
        (
            (
                "粵港合作聯席會議今日在香港舉行。在行政長官林鄭月娥與廣東省省長馬興瑞等見證下，"
                "雙方簽署七份協議。"
            ),
            ["carrie-lam", "ma-xingrui"],
            [],
        ),
        (
            (
                "港澳合作高層會議今日舉行。香港特區政府財政司司長陳茂波與澳門特區政府經濟財政司司長"
                "梁維特共同主持會議。"
            ),
            ["paul-chan", "lionel-leong"],
            [],
        ),
        (
            (
                "商務部副部長廖曉淇與財政司司長唐英年今日在香港簽署協議。\n\n"
                "行政長官曾蔭權出席了簽署儀式。"
            ),
            ["liao-xiaoqi", "henry-tang"],
            ["donald-tsang"],
        ),
        (
            "行政長官岑浩輝今日率團訪問香港，與香港特區行政長官李家超會面。",
            ["sam-hou-fai", "john-lee"],
            [],
        ),
        (
            "深圳市政府王大明副市長今日在香港與保安局局長鄧炳強會面。",
            ["王大明", "tang-ping-keung"],
            [],
        ),
        (
            "會議今日舉行。廣東省氣象局局長甘大偉、香港天文台台長岑大明及澳門氣象局局長馮小祥率團出席。",
            ["甘大偉", "岑大明", "馮小祥"],
            [],
        ),
        (
            (
                "聯席會議今日舉行。國家衛生部副部長甘大偉、香港特區政府食物及衞生局局長高永文、"
                "澳門特區政府衛生局局長馮小祥等出席會議。"
            ),
            ["甘大偉", "ko-wing-man", "馮小祥"],
            [],
        ),
        (
            (
                "代表團由雲南省副省長徐大浩率領，並由廠商會會長盧小榮、副會長吳大安、施小恆等接待。"
                "代表團團員尚包括副秘書長沈大琪、院長姜大和。"
            ),
            ["徐大浩", "盧小榮"],
            ["吳大安", "施小恆", "沈大琪", "姜大和"],
        ),
        (
            "政制及內地事務局局長聶德權和商務及經濟發展局局長邱騰華明日前往深圳訪問。",
            ["patrick-nip", "edward-yau"],
            [],
        ),
        (
            "政制及內地事務局局長聶德權率領副局長陳小文和處長李大明明日前往深圳訪問。",
            ["patrick-nip"],
            ["陳小文", "李大明"],
        ),
        (
            "副省長歐陽大明今日在廣州會見了由夏小朗先生率領的訪問團。",
            ["歐陽大明", "夏小朗"],
            [],
        ),
        (
            (
                "粵港合作聯席會議第二十四次會議今日在廣州舉行。會議前，行政長官李家超與廣東省委書記黃坤明"
                "會面。會議由李家超和廣東省省長王偉中共同主持。"
            ),
            ["john-lee", "wang-weizhong"],
            ["huang-kunming"],
        ),
        (
            "李家超今日率領警務處處長盧小聰、入境處處長曾小衛等首長，在北京拜會港澳辦副主任黃柳權。",
            ["john-lee", "huang-liuquan"],
            ["盧小聰", "曾小衛"],
        ),
        (
            "食物及衞生局局長周一嶽今日在北京與衞生部副部長甘大偉會面。",
            ["york-chow", "甘大偉"],
            [],
        ),
        (
            "最高人民法院副院長黃大松和律政司司長鄭若驊今日在文本上簽字。",
            ["黃大松", "teresa-cheng"],
            [],
        ),
        (
            (
                "會議今日舉行。內地主席、科技部副部長曹健林和港方主席、商務及經濟發展局局長蘇錦樑出席。"
                "會議由副主任徐小海主持。"
            ),
            ["cao-jianlin", "gregory-so"],
            ["徐小海"],
        ),
        (
            (
                "林鄭月娥今日訪問成都。教育局局長楊潤雄將參與成都的行程，隨行的還有副秘書長"
                "盧大文及康陳小華。"
            ),
            ["carrie-lam"],
            ["kevin-yeung", "盧大文", "康陳小華"],
        ),
    ],
)
def test_who_heads_a_side_is_told_from_who_was_there(
    text: str, principals: list[str], participants: list[str]
) -> None:
    found = facts(f"兩地加強合作\n\n{text}")
    assert sorted(found["principals"]) == sorted(principals)
    assert sorted(found["participants"]) == sorted(participants)


@pytest.mark.parametrize(
    ("text", "principals", "participants"),
    [
        (
            (
                "中央政府駐港聯絡辦主任張曉明今日在辦內會見重慶市市長黃奇帆率領的代表團，"
                "郭莉副主任陪同會見。"
            ),
            ["zhang-xiaoming", "huang-qifan"],
            ["guo-li"],
        ),
        (
            "副省長孫大明今日在哈爾濱會見香港貿發局總裁林小福和協會會長吳小龍一行。",
            ["孫大明", "林小福", "吳小龍"],
            [],
        ),
        (
            "消防處處長楊大健周二率團前往廣州訪問，與總隊長李小文會面，代表包括運輸及物流界。",
            ["楊大健", "李小文"],
            [],
        ),
    ],
)
def test_callers_and_hosts_may_be_of_one_side_or_of_no_government(
    text: str, principals: list[str], participants: list[str]
) -> None:
    found = facts(f"兩地官員會見\n\n{text}")
    known = {"黃奇帆": "huang-qifan", "郭莉": "guo-li"}
    assert [known.get(one, one) for one in found["principals"]] == principals
    assert [known.get(one, one) for one in found["participants"]] == participants


@pytest.mark.parametrize(
    "text",
    [
        "尊敬的王岐山市長、各位嘉賓：",
        "李家超說，會按照習近平主席的要求推進大灣區建設。",
        "市政府辦公室主任及金融、文化界人士，省政府常務副省長也在場。",
        "領導班子和企業家，以及相關官員，都在場。",
    ],
)
def test_words_that_look_like_people_who_were_there_are_none(text: str) -> None:
    found = facts(f"會議舉行\n\n粵港合作聯席會議今日在廣州舉行，李家超主持會議。\n\n{text}")
    assert (found["principals"], found["participants"]) == (["john-lee"], [])


@pytest.mark.parametrize(
    ("text", "principals", "participants"),
    [
        (
            "书记王伟中、市长陈如桂今日在深圳会见政务司司长张建宗一行。市领导高大民参加会见。",
            ["wang-weizhong", "chen-rugui", "matthew-cheung"],
            ["高大民"],
        ),
        (
            (
                "李家超後日下午將前往北京，列席下周一舉行的全國人民代表大會閉幕會。"
                "教育局局長蔡若蓮會參與部分行程。"
            ),
            ["john-lee"],
            ["choi-yuk-lin"],
        ),
        (
            "政務司司長陳國基今日率團來深圳考察。\n\n副市長羅大浩在致辭中歡迎代表團一行到訪。",
            ["chan-kwok-ki", "羅大浩"],
            [],
        ),
    ],
)
def test_joint_hosts_and_those_who_welcome_head_a_side(
    text: str, principals: list[str], participants: list[str]
) -> None:
    found = facts(f"兩地官員訪問\n\n{text}")
    assert (found["principals"], found["participants"]) == (principals, participants)


@pytest.mark.parametrize(
    ("text", "principals"),
    [
        (
            "局長楊潤雄今日率團訪問上海，政務司司長張建宗今日率領代表團到訪北京。",
            ["kevin-yeung", "matthew-cheung"],
        ),
        ("局長楊潤雄今日率團訪問上海，政務司司長張建宗署任。", ["kevin-yeung"]),
    ],
)
def test_each_who_leads_a_group_heads_it(text: str, principals: list[str]) -> None:
    assert facts(f"兩地年度互訪\n\n{text}")["principals"] == principals


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("中新社香港三月二日电 (记者 甲乙)洽谈会今天在港开幕。", "2019-03-02"),
        ("在兩地官員見證下，四方前（2）日上午在香港簽署框架協議。", "2019-03-02"),
        ("第五届论坛今日在南宁开幕。\n\n论坛将于三月四至六日举行。", "2019-03-04/2019-03-06"),
    ],
)
def test_days_in_datelines_and_of_events_that_last(text: str, day: str) -> None:
    assert facts(f"兩地合作\n\n{text}")["date"] == day


def test_a_dateline_tells_the_month_where_the_text_names_only_the_year() -> None:
    text = f"香港新聞網8月5日電 行政長官李家超5日訪問澳門，談到2025年的合作。{REST}"
    found = draft_release(text.encode(), read_catalog()).facts()
    assert found["date"] == "2025-08-05"


def test_a_text_whose_signs_all_stand_apart_is_read() -> None:
    found = facts(
        " ".join("兩地警方會面\n\n公安部部長今日(三月四日)在北京會見警務處處長李小文一行。")
    )
    assert (found["date"], found["place"]) == ("2019-03-04", "beijing")
    assert found["principals"] == ["李小文"]


def test_a_visit_has_no_number() -> None:
    found = facts("局長訪問廣州\n\n局長今日訪問廣州。他說下月會有粵港旅遊第六次工作會議。")
    assert "ordinal" not in found


def test_a_visit_is_of_the_visits_that_it_is_said_to_be_one_of() -> None:
    text = "訪問團赴京\n\n訪問團明日訪問北京。\n\n{}香港特區政府與外交部之間的既定互訪安排進行。"
    assert facts(text.format("這次訪問是按"))["platform"] == "hksar-mfa-reciprocal-visits"
    assert "platform" not in facts(text.format("明年會有"))


def test_a_meeting_for_which_a_trip_is_made_is_named_and_to_be_checked() -> None:
    text = (
        "李家超訪重慶\n\n行政長官李家超明日起訪問重慶市三日，期間出席渝港高層會晤暨渝港合作會議"
        "第一次會議。"
    )
    found = facts(text)
    assert (found["kind"], found["date"]) == ("visit", "2019-03-05/2019-03-07")
    assert (found["platform"], found["ordinal"]) == ("hk-chongqing-cooperation-conference", "1")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("香港特首梁振英3日抵達福州，開始了為期3天的訪問，與省委書記尤權會談。", "visit"),
        ("行政長官李家超於三月三日至五日訪問北京，其間會拜會外交部並出席簽署儀式。", "visit"),
        ("行政長官李家超今日在北京拜會外交部部長王毅。", "call"),
        ("商務部與特區政府今日在香港簽署協議。", "signing"),
    ],
)
def test_a_visit_of_several_days_is_no_call(text: str, kind: str) -> None:
    assert facts(f"行政長官拜會外交部\n\n{text}" if kind != "signing" else text)["kind"] == kind


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("政務司司長今日結束一連四日的上海訪問行程，傍晚返港。", "shanghai"),
        ("政務司司長今日結束在重慶的考察，重慶之行共兩日。", "chongqing"),
        ("政務司司長今日歡迎上海訪問團。", None),
        ("政務司司長今日到廣西、雲南及貴州訪問三日。", None),
        ("政務司司長今日到黑龍江、吉林和遼寧訪問三日。", None),
        ("政務司司長今日訪問福建省和漳州市三日。", "fujian"),
        ("李家超明日率領代表團經深圳前往成都訪問，後日返港。", "chengdu"),
        ("行政長官賀一誠今日在政府總部與上海市市長龔正會面，討論滬澳合作。", "macao"),
        ("行政長官賀一誠今日在政府總部與上海市市長龔正會面，討論大灣區。", "macao"),
        ("行政長官李家超今日在政府總部與澳門行政長官岑浩輝會面。", "hong-kong"),
        ("代表團今日在旅遊塔舉行春茗，兩地官員出席。", "macao"),
        ("民主思路今日拜訪國務院港澳事務辦公室，雙方深入交流。", "beijing"),
        ("李家超今日與國務院港澳辦主任夏寶龍會面。", None),
        ("深圳文體旅遊局今日來港舉行推介會，由香港前往深圳的旅客增加。", "hong-kong"),
        ("司長今日前往深圳，會見市長。關口會便利旅客前往香港的體驗。", "shenzhen"),
        ("行政長官不在澳門期間，由司長代理職務。", None),
        ("李家超今日先後拜訪文化和旅遊部、海關總署和商務部。", "beijing"),
        ("李家超今日與商務部駐港代表會面。", None),
        ("處長今日帶領考察團，乘坐鐵路前往武漢學習考察。", "wuhan"),
        ("局長今日與主任會面，表示會復辦活動，讓青年到訪浙江。", None),
        ("李家超今日在政府總部與上海市市長龔正會面。", "hong-kong"),
        ("李家超今日繼續在北京的訪問行程。", "beijing"),
        ("李家超今日訪問四川。\n\n他後日前赴成都。", "sichuan"),
        ("李家超將訪問粵港澳大灣區廣州市，之後返港。", "guangzhou"),
        ("海關關長今日出席在本港舉行的業務年會。", "hong-kong"),
        ("行政長官今日致辭，指香港在山東省的產業調整上會貢獻力量。", None),
        ("國務院港澳辦主任夏寶龍今日抵達本澳考察，到禮賓府與行政長官岑浩輝會面。", "macao"),
        ("周霽今日在中聯辦會見李家超。", "hong-kong"),
        ("行政長官今日在澳門中聯辦會見主任。", "macao"),
        ("司長明日前往上海，考察香港參展的情況。", "shanghai"),
        ("司長今日讓各界看到香港的優勢。", None),
        ("今日廣東省粵港澳合作促進會就職典禮在廣州舉行。", "guangzhou"),
        ("廠商會今日接待代表團，談到今年十月在東莞舉辦的博覽會。", None),
    ],
)
def test_the_place_is_where_it_was_and_not_on_the_way(text: str, place: str | None) -> None:
    assert facts(f"領導人會面\n\n{text}").get("place") == place


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("雙方會落實《珠三角規劃綱要》。", ["prd-outline-2008-2020"]),
        ("雙方簽署了《補充協議四》。", ["cepa-supplement-4-2007"]),
        ("雙方會落實《規劃綱要》和《補充協議》。", []),
        ("雙方會把握「一帶一路」倡議的機遇。", ["belt-and-road-initiative"]),
        ("雙方會把握「一帶一路」的機遇。", []),
        ("雙方會出席「一帶一路」高峰論壇。", []),
        ("雙方會配合國家「十三五」規劃。", ["national-13th-five-year-plan"]),
        ("雙方會配合國家「十四五」規劃。", []),
    ],
)
def test_plans_are_known_by_their_short_names(text: str, plans: list[str]) -> None:
    assert facts(f"兩地會面\n\n兩地官員今日會面。{text}")["plans"] == plans


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        (
            "海關會議於二月二十六日起一連兩日在香港舉行，回顧過去一年。",
            "2019-02-26/2019-02-27",
            "held",
        ),
        ("警方會晤由三月二日起在香港舉行，為期三天，各方交流。", "2019-03-02/2019-03-04", "held"),
        ("司長三月二日出席為期三天的展覽會，並與局長會面。", "2019-03-02", "held"),
        (
            "金融界代表團自二月二十日開始為期七天的訪京行程，已於二月二十六日返回澳門。",
            "2019-02-20/2019-02-26",
            "held",
        ),
        ("司長今日（三月四日）率團前往東三省作為期八日訪問。", "2019-03-04/2019-03-11", "held"),
        (
            "昨日（3日）和今日（4日），行政長官舉行座談會，與代表見面。",
            "2019-03-03/2019-03-04",
            "held",
        ),
        (
            "司長周二一早前往海南訪問。\n\n他周四下午返港，離港期間由副司長署理職務。",
            "2019-03-05/2019-03-07",
            "announced",
        ),
        ("司長周六前往海南訪問。\n\n他周日下午返港，談到職務。", "2019-03-02", "held"),
        (
            (
                "聯委會將於四月四日（星期四）和五日（星期五）在北京舉行第三次會議。"
                "聯委會大會將於四月四日由兩人主持。"
            ),
            "2019-04-04/2019-04-05",
            "announced",
        ),
        (
            "局長今日（四日）率領代表團啟程往東莞出席大會。\n\n他離港期間，副局長會署任局長。",
            "2019-03-04",
            "announced",
        ),
        (
            "行政長官三月二日率領代表團前往三亞，出席今（四）日上午舉行的泛珠三角區域合作行政首長聯席會議。",
            "2019-03-04",
            "held",
        ),
        (
            (
                "司長昨日（三月三日）展開在北京的首日行程，今日（三月四日）繼續北京訪問。\n\n"
                "司長明日繼續北京的第三日訪問行程。"
            ),
            "2019-03-03/2019-03-05",
            "held",
        ),
        ("司長今日在上海繼續訪問，明早啟程返港。", "2019-03-04", "held"),
        ("委員會今日取消有關限制，司長今日在北京與部長會面。", "2019-03-04", "held"),
        ("招商活動為期4天，昨日圓滿結束。", "2019-02-28/2019-03-03", "held"),
        (
            "局長今日啟程到北京訪問，會參觀當地企業。\n\n他周三返港，離港期間由副局長署任。",
            "2019-03-04/2019-03-06",
            "announced",
        ),
        (
            "局長明日（5日）啟程往北京訪問。\n\n局長19日返港，其間由司長署理職務。",
            "2019-03-05/2019-03-19",
            "announced",
        ),
        ("秘書長傅自應今日（三月四日）簽署協議，部長見證。", "2019-03-04", "held"),
        ("部長日前率團來港，商會設宴招待。他說，大會將於六月十八日開幕。", "", "held"),
        ("司長因病取消新疆之行，原定三月十日出發。", "2019-03-10", "cancelled"),
    ],
)
def test_how_long_it_lasts_and_whether_it_is_to_come(text: str, day: str, status: str) -> None:
    found = facts(f"兩地往來\n\n{text}")
    assert (found["date"], found["status"]) == (day, status)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("司長今日展開北京訪問行程，並見證合作安排的簽署。", "visit"),
        ("司長今日見證合作安排的簽署。", "signing"),
        ("三地警方刑偵主管工作會晤今日在澳門舉行。", "working-meeting"),
        ("司長今日與署長會晤，談到警方的工作。", "call"),
        ("部長今日會見處長。五月，雙方將舉行第十六次工作會晤。", "call"),
        ("部长今日会见处长。五月，双方将举行第十六次工作会晤。", "call"),
        ("局長今日在深圳主持燈塔專班首次會議。", "task-force"),
        ("局長今日在深圳談到專班的首次簽署。", "signing"),
    ],
)
def test_what_is_seen_on_a_visit_is_not_its_kind(text: str, kind: str) -> None:
    assert facts(f"兩地往來\n\n{text}")["kind"] == kind


def test_a_plan_that_has_come_out_is_no_meeting() -> None:
    outline = "《粵港澳大灣區發展規劃綱要》"
    out = facts(f"{outline}今日由中央公佈，到二○三五年。")
    assert (out["record"], out["plans"]) == ("plan", ["gba-outline-development-plan-2019"])
    told = f"針對中央月初公佈{outline}，粵港兩地今日開會。"
    assert facts(told)["record"] == "meeting"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("市政府昨公佈《植樹行動綱領》，說明各區的樹木。", "action-agenda"),
        ("市政府昨在記者會上發布《植樹五年規劃》，說明各區的樹木。", "five-year-plan"),
        ("省政府昨印發《關於落實〈粵港澳大灣區發展規劃綱要〉的意見》。", "policy-measures"),
        ("省政府昨印發《关于落实〈珠江三角洲地区改革发展规划纲要〉的意见》。", "policy-measures"),
    ],
)
def test_a_document_issued_is_new_whatever_it_amends_or_carries_out(text: str, kind: str) -> None:
    found = facts(f"樹木\n\n{text}")
    assert (found["record"], found["kind"], found["date"]) == ("plan", kind, "2019-03-03")


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("局長介紹當局所公布的《植樹行動綱領》，並與市長見面。", "meeting"),
        ("兩地昨簽署《植樹合作計劃》，會上推出三項目。", "meeting"),
    ],
)
def test_a_document_spoken_of_has_not_just_come_out(text: str, record: str) -> None:
    assert facts(f"樹木\n\n{text}")["record"] == record


def test_readings_in_brackets_of_copied_pages_are_no_words() -> None:
    text = "局長會見署長\n\n教育部部長(zhǎng)懷進(jìn)鵬今日在京會(huì)見(jiàn)李家超。"
    assert facts(text)["principals"] == ["huai-jinpeng", "john-lee"]


def test_a_day_whose_year_nobody_tells_is_not_replaced_by_another() -> None:
    text = "1月3日，市長在鄂州會見主任。\n\n駐武漢辦2014年4月開始投入服務。" + REST
    assert draft_release(text.encode(), read_catalog()).facts()["date"] == ""


def test_a_year_in_characters_is_that_of_the_days() -> None:
    text = "聯絡交流會於二月二十六日在香港舉行。二零二五年的交流會有別於往年。" + REST
    assert draft_release(text.encode(), read_catalog()).facts()["date"] == "2025-02-26"


@pytest.mark.parametrize(
    ("below", "day"),
    [
        ("2016年10月15日（星期六）\n香港時間14時00分\n\n2019年4月12日", "2016-10-15"),
        ("二零零四年九月二十九日（星期三）\n\n2019年4月12日", "2004-09-29"),
        ("24.08.2017  23:37", "2017-08-24"),
    ],
)
def test_the_day_of_the_release_goes_before_that_of_the_page(below: str, day: str) -> None:
    text = f"局長訪問北京\n\n局長明日啟程前赴北京，與部長會面，就藥物採購交流意見。\n\n{below}\n"
    assert draft_release(text.encode(), read_catalog()).facts()["published"] == day


def test_lines_that_end_a_sentence_are_paragraphs() -> None:
    long = (
        "行政長官李家超今日上午到財政部拜訪，與部長劉昆會面，就深化內地與香港的金融合作等交換意見，"
    )
    text = f"參觀博物院\n\n{long}並談到將來。\n李家超參觀博物院，與院長會面。圖：政府新聞處\n"
    release = draft_release(text.encode(), read_catalog()).release
    assert [one.text for one in release.paragraphs] == [f"{long}並談到將來。"]
