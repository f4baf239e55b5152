"""What an event was about, and what it only named."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2031, 6, 12)


def topics(text: str) -> dict[str, bool]:
    found = draft_release(text.encode(), read_catalog(), published=PUBLISHED).topics
    return {topic.value: topic.is_sure for topic in found}


@pytest.mark.parametrize(
    ("title", "below", "told"),
    [
        (
            "Officials meet on tourism",
            "Mr Mondo liked the airport.\n\nThe airport is grey.",
            {"tourism": True},
        ),
        (
            "Officials meet on tourism",
            "The two sides exchanged views on the airport.",
            {"tourism": True, "aviation-hub": False},
        ),
        (
            "Officials meet on trees",
            "Mr Mondo liked the airport.\n\nThe airport is grey.",
            {"aviation-hub": False},
        ),
        (
            "兩地官員談旅遊",
            "盧大浩喜歡機場，與眾人同看。\n\n機場是灰色的，盧大浩說。",
            {"tourism": True},
        ),
        (
            "兩地官員談樹木",
            "盧大浩喜歡機場，與眾人同看。\n\n機場是灰色的，盧大浩說。",
            {"aviation-hub": False},
        ),
    ],
)
def test_what_is_named_below_counts_where_nothing_above_tells_the_subject(
    title: str, below: str, told: dict[str, bool]
) -> None:
    opening = (
        "Officials of both sides met in the town hall today."
        if title.isascii()
        else "雙方官員今日在市政廳會面，交談良久。"
    )
    assert topics(f"{title}\n\n{opening}\n\n{below}") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Officials meet on tourism\n\nOfficials of both sides met for the Bay Area today.",
            {"tourism": True},
        ),
        (
            "Officials meet on the Bay Area\n\nOfficials of both sides met and talked of tourism.",
            {"greater-bay-area": True, "tourism": False},
        ),
        (
            "兩地官員談旅遊\n\n雙方官員今日在市政廳會面，共建大灣區。\n\n大灣區很大，盧大浩說。",
            {"tourism": True},
        ),
        (
            "Officials meet\n\nOfficials of both sides met today, for the good of the Bay Area.",
            {"greater-bay-area": False},
        ),
    ],
)
def test_the_bay_area_is_a_topic_where_the_title_says_so_or_nothing_else_is(
    text: str, told: dict[str, bool]
) -> None:
    assert topics(text) == told


def test_the_opening_tells_without_doubt_where_the_title_tells_no_topic() -> None:
    opening = "Officials talked today of tourism.\n\nTourism grows, and they like tourism."
    told = "Tourism officials of both sides met today on tourism. "
    assert topics(f"Officials meet\n\n{told}{opening}") == {"tourism": True}
    assert topics(f"Officials meet on youth\n\n{told}{opening}") == {
        "youth": True,
        "tourism": False,
    }
