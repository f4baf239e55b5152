"""That a text tells of a plan which has come out, and of which."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import Draft, draft_release
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
            "development-plan",
        ),
        (
            (
                "Seeds to cross sooner\n\nThe two regulators on Wednesday rolled out measures to "
                "let seeds cross the boundary within a day."
            ),
            "measures to let seeds cross the boundary within a day",
            "policy-measures",
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
    ],
)
def test_who_meets_about_a_plan_issues_none(text: str) -> None:
    assert draft(text).record == "meeting"
