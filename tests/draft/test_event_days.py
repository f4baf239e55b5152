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
