"""Plans named in other wordings than on record."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        (
            "Outline of the Plan for the Reform and Development of the Pearl River Delta",
            "prd-outline-2008-2020",
        ),
        (
            "Outline of the Plan for the Reform and Development of the PRD Region",
            "prd-outline-2008-2020",
        ),
        (
            "Guangdong-Hong Kong Cooperation Framework Agreement",
            "hk-guangdong-framework-agreement-2010",
        ),
    ],
)
def test_a_plan_is_known_without_its_years_and_with_its_kind_last(name: str, plan: str) -> None:
    text = f"Officials meet\n\nOfficials of both sides met today and spoke of the {name} at length."
    draft = draft_release(text.encode(), read_catalog(), published=date(2031, 6, 12))
    assert [found.value for found in draft.plans] == [plan]


@pytest.mark.parametrize(
    ("told", "plans"),
    [
        ("the Eleventh Five-Year Plan", ["national-11th-five-year-plan"]),
        ("國家「十一•五」規劃", ["national-11th-five-year-plan"]),
        ("《粵港合作框架協議》2013年重點工作", ["hk-guangdong-work-plans"]),
        ("实施《粤港合作框架协定》2013年重点工作", ["hk-guangdong-work-plans"]),
        ("《珠三角發展規劃綱要》", ["prd-outline-2008-2020"]),
        ("CEPA and its Investment Agreement", ["cepa-2003", "cepa-investment-agreement-2017"]),
        ("CEPA的《投資協議》", ["cepa-2003", "cepa-investment-agreement-2017"]),
        ("the Investment Agreement", []),
    ],
)
def test_a_plan_is_known_by_a_part_of_its_name_and_other_numerals(
    told: str, plans: list[str]
) -> None:
    met = "Officials met today and spoke of {}." if told.isascii() else "雙方今日會面，談到{}。"
    text = f"Officials meet\n\n{met.format(told)}"
    draft = draft_release(text.encode(), read_catalog(), published=date(2031, 6, 12))
    named = [found.value for found in draft.plans]
    assert [one for one in named if one != "hk-guangdong-framework-agreement-2010"] == plans
