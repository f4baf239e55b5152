"""Until when a made-up journey lasts: whose return is told, and in which words."""

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
    "told",
    [
        "張建宗三月七日先行返港。林鄭月娥三月九日返港。",
        "張建宗三月七日返港，林鄭月娥三月九日返港。",
        "同行的其他官員三月七日返港。林鄭月娥三月九日返港。",
        "林鄭月娥由張建宗陪同，三月九日返港。",
        "行程到三月九日止。",
        "访问于三月九日结束。",
    ],
)
def test_a_journey_lasts_until_the_one_who_leads_it_is_back(told: str) -> None:
    text = f"林鄭月娥訪成都\n\n林鄭月娥三月六日起訪問成都，張建宗同行。{told}"
    assert find_date(text) == "2019-03-06/2019-03-09"


@pytest.mark.parametrize(
    "told",
    [
        "The Chief Secretary, Mr Matthew Cheung, will join her and return to Hong Kong on March 7.",
        "The other officials will return to Hong Kong on March 7.",
        "She will be there until March 9.",
        "The visit ends on March 9.",
    ],
)
def test_so_it_does_in_english(told: str) -> None:
    text = f"CE to visit Chengdu\n\nMrs Carrie Lam will visit Chengdu from March 6. {told}"
    assert find_date(f"{text} Mrs Lam will return on March 9.") == "2019-03-06/2019-03-09"


@pytest.mark.parametrize(
    "goes", ["will leave for", "leaves for", "goes to", "heads to", "flies to"]
)
def test_a_weekday_of_who_goes_or_comes_back_is_one_to_come(goes: str) -> None:
    text = f"CE heads to Chengdu\n\nMrs Carrie Lam {goes} Chengdu on Wednesday for a visit."
    back = "Mrs Lam comes back to Hong Kong on Saturday evening."
    assert find_date(f"{text} {back}") == "2019-03-06/2019-03-09"
