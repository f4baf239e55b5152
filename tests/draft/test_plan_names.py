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
