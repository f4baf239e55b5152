"""Macao has series with the Mainland that are called as Hong Kong's are: those are on no record."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog


def platform(text: str, published: date) -> str:
    found = draft_release(f"樹木\n\n{text}".encode(), read_catalog(), published=published)
    return found.platform.value if found.platform else ""


@pytest.mark.parametrize(
    ("told", "series"),
    [
        (
            "澳門經濟財政司司長容小明今日赴京，出席CEPA聯合指導委員會第三次會議。",
            "",
        ),
        (
            "澳門行政長官容小明今日赴三亞，出席泛珠三角區域合作行政首長聯席會議第三次會議。",
            "pprd-chief-executive-joint-conference",
        ),
        (
            "香港財政司司長今日赴京，出席CEPA聯合指導委員會第三次會議。",
            "cepa-joint-steering-committee",
        ),
        (
            (
                "The third meeting of the CEPA Joint Steering Committee was held in Macau today. "
                "The Hong Kong and Macao Affairs Office sent an observer."
            ),
            "",
        ),
        (
            "The third meeting of the CEPA Joint Steering Committee was held in Hong Kong today.",
            "cepa-joint-steering-committee",
        ),
    ],
)
def test_a_series_of_hong_kongs_is_not_meant_where_only_macao_is_told(
    told: str, series: str
) -> None:
    assert platform(told, date(2006, 3, 4)) == series


def test_a_series_on_which_something_else_relies_is_to_be_checked() -> None:
    told = "《樹木規劃》推進會今日在廣州召開。會議明確，依託粵港澳文化合作會議等機制推進規劃。"
    raw = f"樹木規劃推進會\n\n{told}".encode()
    found = draft_release(raw, read_catalog(), published=date(2019, 3, 4)).platform
    assert found is None or not found.is_sure
