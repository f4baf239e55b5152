"""That a text tells of a plan which has come out, and of which."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.draft import Draft
from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog


def draft(text: str, published: date = date(2024, 6, 13)) -> Draft:
    return draft_release(text.encode(), read_catalog(), published=published)


@pytest.mark.parametrize(
    ("text", "published", "plan"),
    [
        (
            (
                "南沙迎來機遇\n\n國務院日前公佈《廣州南沙深化面向世界的粵港澳全面合作總體方案》，"
                "司長十二日表示歡迎。"
            ),
            date(2022, 6, 15),
            "nansha-plan-2022",
        ),
        (
            "北部都會區十年有成\n\n特區政府昨日推出《北部都會區行動綱領》，分四個區域發展。",
            date(2023, 10, 31),
            "northern-metropolis-action-agenda-2023",
        ),
        (
            (
                "國函\u30142023\u3015144號\n\n《國務院關於〈前海深港現代服務業合作區總體發展規劃〉的批覆》\n\n"
                "廣東省人民政府：\n\n一、原則同意《規劃》，請認真落實各項工作。"
            ),
            date(2023, 12, 22),
            "qianhai-overall-development-plan-2023",
        ),
    ],
)
def test_a_plan_on_record_has_come_out(text: str, published: date, plan: str) -> None:
    drafted = draft(text, published)
    assert (drafted.record, drafted.plans[0].value) == ("plan", plan)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            (
                "省府印發關於落實《粵港澳大灣區發展規劃綱要》的實施意見\n\n"
                "近日，省府印發《關於落實〈粵港澳大灣區發展規劃綱要〉的實施意見》，全文如下。"
            ),
            "關於落實〈粵港澳大灣區發展規劃綱要〉的實施意見",
            "policy-measures",
        ),
        (
            (
                "Government announces Harbour Garden Blueprint\n\nThe Government today (June 13) "
                "announced the Harbour Garden Blueprint, with twelve proposals for the waterfront."
            ),
            "Harbour Garden Blueprint",
            "blueprint",
        ),
        (
            (
                "Seed strategy set out\n\nThe City's Seed Action Plan 2040 was announced today. "
                "It lays down how every park is to be planted."
            ),
            "City's Seed Action Plan 2040",
            "action-agenda",
        ),
        (
            (
                "Ferry planning gains approval\n\nThe ministry on June 11 gave its approval to the "
                "construction planning of ferries in the Pearl River Delta."
            ),
            "construction planning of ferries in the Pearl River Delta",
            "development-plan",
        ),
        (
            "種子庫五招\n\n為改善滬港通，例會昨日發布五項種子合作措施，包括放寬門檻和多設櫃位。",
            "五項種子合作措施",
            "policy-measures",
        ),
        (
            (
                "Government promulgates Action Plan on Seed Banks\n\nToday the Government "
                "promulgated the Action Plan on Seed Banks. It is meant to meet what growers need."
            ),
            "Action Plan on Seed Banks",
            "action-agenda",
        ),
        (
            (
                "Seeds to cross sooner\n\nThe two regulators on Wednesday rolled out measures to "
                "let seeds cross the boundary within a day."
            ),
            "measures to let seeds cross the boundary within a day",
            "policy-measures",
        ),
        (
            (
                "Seeds to cross\n\nOn June 7, the State Seed Administration issued the Measures to "
                "Promote the Seed Bank of Nansha, so that seeds cross more easily."
            ),
            "Measures to Promote the Seed Bank of Nansha",
            "policy-measures",
        ),
        (
            (
                "Better seeds\n\nThe release by the State Seed Administration of the Seed Plan for "
                "the Greater Bay Area (2020-2035) was welcomed today by the Government."
            ),
            "Seed Plan for the Greater Bay Area",
            "development-plan",
        ),
        (
            (
                "某府關於支持種子庫的批覆\n\n某函（2024）9號\n\n某省人民政府：\n\n你省的請示收悉，"
                "現答覆。\n\n一、原則同意《種子庫建設總體方案》。\n\n某府\n\n2024年6月3日"
            ),
            "種子庫建設總體方案",
            "development-plan",
        ),
    ],
)
def test_a_new_paper_has_come_out(text: str, name: str, kind: str) -> None:
    drafted = draft(text)
    assert drafted.record == "plan"
    assert drafted.document
    assert (drafted.document.name, drafted.document.kind) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "市長訪港\n\n國務院日前公佈《北部都會區行動綱領》，市長今日拜會局長。",
        "專班開會\n\n特區政府去年已公佈《北部都會區行動綱領》，專班今日談到落實。",
        "Mayor on seeds\n\nThe mayor, whose city rolled out measures for seeds, met Mr John Lee.",
        "聯席會議通過計劃\n\n聯席會議今日在廣州舉行，會議審議通過《種子合作工作方案》。",
        "Two sides meet\n\nThe two sides adopted a work plan at their meeting in Guangzhou today.",
    ],
)
def test_who_meets_about_a_plan_issues_none(text: str) -> None:
    assert draft(text).record == "meeting"


NOTICE = """某市人民政府办公厅关于印发《某市种子库若干措施》的通知

某府办（2022）6号

各区人民政府，市政府各部门：

《某市种子库若干措施》已经市人民政府同意，现印发给你们，请认真组织实施。

某市人民政府办公厅

2022年3月14日

某市种子库若干措施

为深化穗港种子合作，提升服务水平，制定以下措施。
"""


def test_an_official_document_came_out_on_the_day_below_it() -> None:
    alone = draft_release(NOTICE.encode(), read_catalog())
    news = f"某市支持种子库\n\n发布时间：2022-04-20\n\n某市近日出台措施，全文如下：\n\n{NOTICE}"
    told = draft_release(news.encode(), read_catalog(), published=date(2022, 4, 20))
    for drafted in (alone, told):
        assert (drafted.record, drafted.facts()["date"]) == ("plan", "2022-03-14")
    assert alone.release.title.startswith("某市人民政府办公厅关于印发")


@pytest.mark.parametrize(
    "text",
    [
        (
            "CE welcomes passage of 13th Five-Year Plan\n\nThe Outline of the 13th Five-Year Plan "
            "was passed by the National People's Congress today (March 16)."
        ),
        (
            "特首歡迎「十三五」規劃綱要獲通過\n\n全國人大今日（三月十六日）表決通過《國民經濟和社會發展第十三個"
            "五年規劃綱要》，行政長官表示歡迎。"
        ),
    ],
)
def test_a_plan_that_was_passed_has_come_out(text: str) -> None:
    drafted = draft(text, date(2016, 3, 16))
    assert (drafted.record, drafted.facts()["date"]) == ("plan", "2016-03-16")
    assert drafted.plans[0].value == "national-13th-five-year-plan"


def test_a_document_that_names_itself_has_come_out() -> None:
    own = (
        "某市推動種子合作的若干措施\n\n為深化種子合作，特制定本措施。\n\n一、育種。\n\n2024年6月5日"
    )
    drafted = draft(own)
    assert (drafted.record, drafted.facts()["date"]) == ("plan", "2024-06-05")
    assert drafted.document
    assert drafted.document.name == "某市推動種子合作的若干措施"
    news = "局長訪穗 介紹種子庫規劃\n\n局長今日（六月十三日）在廣州與市長會面，談到種子。"
    assert draft(news).record == "meeting"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Government today (June 13) announced the Parks Strategy Blueprint, with its aims.",
            "Parks Strategy Blueprint",
        ),
        (
            "The ministry on June 13 gave its approval to the construction planning of parks.",
            "construction planning of parks",
        ),
    ],
)
def test_a_plan_that_was_announced_or_approved_has_come_out(text: str, name: str) -> None:
    found = draft(f"Parks of the future\n\n{text}")
    assert (found.record, found.document and found.document.name) == ("plan", name)


def test_who_announces_a_visit_by_plan_issues_none() -> None:
    text = "The Government today announced that it plans to hold the Parks Plan Forum in July."
    assert draft(f"Parks of the future\n\n{text}").record == "meeting"


@pytest.mark.parametrize(
    "text",
    [
        (
            "某省人民政府关于印发种子合作\n\n2024年重点工作的通知\n\n各市人民政府：\n\n"
            "双方已同意《种子合作2024年重点工作》，现印发给你们，请落实。\n\n某省人民政府\n\n2024年6月5日"
        ),
        (
            "甲署 乙署 關於開展種子通試點的聯合公告\n\n2024年6月5日\n\n"
            "為方便居民，甲署、乙署決定試行種子通。有關安排公告如下：\n\n一、種子通分兩向。"
        ),
        (
            "Seeds for all\n\nThe development plan for the seed banks, which growers awaited, "
            "was made public on June 5."
        ),
    ],
)
def test_what_is_handed_down_or_made_public_has_come_out(text: str) -> None:
    drafted = draft(text, date(2024, 6, 5))
    assert (drafted.record, drafted.facts().get("date")) == ("plan", "2024-06-05")


def test_who_tells_reporters_of_a_plan_to_come_issues_none() -> None:
    news = "The mayor met the Secretary today and said the plan would be made public in July."
    assert draft(f"Mayor on seeds\n\n{news}").record == "meeting"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Seeds for a greener coast\n\nBlueprint for eleven gardens shows how each grows\n\n"
            "The development plan for the seed banks was issued on June 12. It has nine chapters."
        ),
        (
            "種子庫迎來機遇\n\n十一個城市各有分工，把沿岸建成讓居民安居的花園\n\n"
            "《種子庫建設總體規劃》六月十二日印發，共九章。"
        ),
        (
            "种子库迎来机遇\n\n十一个城市各有分工，把沿岸建成让居民安居的花园\n\n"
            "《种子库建设总体规划》6月12日印发，共九章。"
        ),
    ],
)
def test_what_has_come_out_is_told_below_a_second_headline(text: str) -> None:
    drafted = draft(text)
    assert (drafted.record, drafted.facts().get("date")) == ("plan", "2024-06-12")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Joint Announcement of the Tree Office of Wuhan and the Parks Department\n\n"
            "4 June 2024\n\nTo help parks of both cities grow, the Tree Office of Wuhan and the "
            "Parks Department have agreed to set up mutual access to trees. It is hereby announced "
            "that:\n\n1. Tree Connect is an arrangement by which trees of both cities can be seen."
        ),
        (
            "武漢市園林局 香港公園署聯合公告\n\n為促進兩地公園發展，雙方同意開展樹木互通。"
            "現聯合公告如下：\n\n一、樹木互通是兩地市民觀賞樹木的安排。\n\n2024年6月4日"
        ),
    ],
)
def test_what_two_offices_announce_together_has_come_out(text: str) -> None:
    found = draft(text, date(2024, 6, 4))
    assert (found.record, found.facts()["date"]) == ("plan", "2024-06-04")


def test_a_headline_that_ends_with_its_pictures_is_still_one() -> None:
    text = (
        "City unveils tree blueprint\n\nGovernment releases Tree Blueprint (with photos/video)\n\n"
        "The first Tree Development Blueprint was released by the Government on June 12. It sets "
        "out the vision of trees."
    )
    assert draft(text).facts()["date"] == "2024-06-12"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("A 9-year park care plan was unveiled by the city government on Thursday.", "plan"),
        (
            "A park care plan was unveiled on Thursday, the Park Care Blueprint, for parks.",
            "Park Care Blueprint",
        ),
    ],
)
def test_a_plan_has_come_out_though_its_kind_alone_is_told(told: str, name: str) -> None:
    drafted = draft(f"City cares for parks\n\n{told}")
    assert drafted.record == "plan"
    assert drafted.document
    assert drafted.document.name == name


def test_the_day_of_the_issue_goes_before_the_month_of_an_older_plan() -> None:
    text = (
        "省府公布種子庫行動計劃\n\n省府新聞處6月12日消息，省府公布《種子庫行動計劃》，共五項措施。\n\n"
        "2019年2月，省府公布《種子庫綱要》，工作由此開始。"
    )
    found = draft(text)
    assert (found.record, found.facts()["date"]) == ("plan", "2024-06-12")
