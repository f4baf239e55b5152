"""Tests of the event's day among those of sessions, quotes, reporters, legs and lengths."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2019, 3, 6)  # a Wednesday


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "近日，香港與湖南舉行第六次公園合作工作會議。\n\n雙方於3月1日召開了第六次工作會議。",
            "2019-03-01",
        ),
        ("近日，香港與湖南舉行第六次公園合作工作會議。\n\n雙方於3月1日簽了備忘錄。", ""),
        ("近日，香港與湖南舉行第六次公園合作工作會議。\n\n第五次工作會議3月1日召開。", ""),
        (
            "We recently held the sixth working meeting.\n\nThe sixth working session was March 1",
            "2019-03-01",
        ),
    ],
)
def test_what_was_held_recently_is_on_the_day_told_of_the_same_session(
    text: str, days: str
) -> None:
    assert facts(f"公園合作\n\n{text}")["date"] == days


@pytest.mark.parametrize(
    ("text", "day", "is_sure"),
    [
        (
            "公園聯席會議在武漢舉行，三方總結經驗。\n\n市長說：「昨日的開園禮很好。」",
            "2019-03-06",
            False,
        ),
        (
            "公園聯席會議在武漢舉行，三方總結經驗。市長說：「昨日很好。」\n\n會議今日下午結束。",
            "2019-03-06",
            True,
        ),
        (
            'Mr Au said, "The park opened yesterday." He met the Mayor on March 4.',
            "2019-03-04",
            True,
        ),
        ('The "Parks Conference" was held on March 4 in Wuhan.', "2019-03-04", True),
    ],
)
def test_a_day_in_what_someone_is_quoted_with_comes_last(
    text: str, day: str, *, is_sure: bool
) -> None:
    found = draft_release(f"Parks\n\n{text}".encode(), read_catalog(), published=PUBLISHED).day
    assert found
    assert (found.value, found.is_sure) == (day, is_sure)


@pytest.mark.parametrize(
    "text",
    [
        "3月5日，本報記者在會場看到，一切就緒。本屆公園洽談會以樹木為主題，將於7日開幕。",
        "3月5日，記者從市政府了解到，一切就緒。公園論壇將於7日在武漢舉行。",
    ],
)
def test_when_a_reporter_saw_the_hall_is_not_when_the_event_is(text: str) -> None:
    assert facts(f"公園\n\n{text}")["date"] == "2019-03-07"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "局長下周四（十四日）至周六（十六日）會率團到武漢訪問，參觀公園。",
            "2019-03-14/2019-03-16",
        ),
        (
            "局長將在三月七日及八日率團到天津訪問。\n\n其後會訪問北京。\n\n局長將於三月十日晚上返港。",
            "2019-03-07/2019-03-10",
        ),
        (
            "Mr Au will visit Tianjin on March 7 and 8.\n\nHe will return to Hong Kong on March 9.",
            "2019-03-07/2019-03-09",
        ),
        (
            "局長將於三月八日至十日訪問武漢，參觀公園。\n\n他三月七日傍晚離港，三月十一日返港。",
            "2019-03-08/2019-03-10",
        ),
        (
            (
                "Mr Au will visit Wuhan from March 8 to 10 to look at parks.\n\n"
                "He will leave for Wuhan on March 7 and return to Hong Kong on March 11."
            ),
            "2019-03-08/2019-03-10",
        ),
        (
            (
                "Mr Au will tour two cities and their parks this week.\n\n"
                "In Wuhan, from March 7 to 8, he will see the parks.\n\n"
                "He will visit Tianjin on March 9 and see its parks too."
            ),
            "2019-03-07/2019-03-09",
        ),
        (
            "局長會於三月七日至八日到武漢訪問，參觀公園。\n\n局長三月九日訪問天津。",
            "2019-03-07/2019-03-09",
        ),
        (
            "Scholars met as the two-day Pan-Delta Parks Forum was launched on Monday.",
            "2019-03-04/2019-03-05",
        ),
    ],
)
def test_the_last_leg_and_the_length_of_a_named_event_are_read(text: str, days: str) -> None:
    assert facts(f"公園\n\n{text}")["date"] == days


@pytest.mark.parametrize(
    "text",
    [
        "Mr Au attended the parks forum in Wuhan today and will speak at a tree forum tomorrow.",
        "局長今日在武漢出席了公園論壇，並將於明日出席樹木論壇。",
    ],
)
def test_what_was_done_comes_before_what_the_same_sentence_tells_of_tomorrow(text: str) -> None:
    assert (facts(f"公園\n\n{text}")["date"], facts(f"公園\n\n{text}")["status"]) == (
        "2019-03-06",
        "held",
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The parks committee was set up in Wuhan on March 5 and held its first meeting.", "05"),
        ("The parks committee was set up on March 5 and held a meeting on March 6.", "06"),
        ("On the 5th attended the parks forum in Wuhan Mr Au and many others.", "05"),
        ("The mayors talked in Wuhan today on the 2nd revised plan for the parks.", "06"),
    ],
)
def test_what_else_a_day_is_of_does_not_hide_the_event(text: str, day: str) -> None:
    assert facts(f"Parks\n\n{text}")["date"] == f"2019-03-{day}"


def test_an_old_report_may_open_with_its_year_in_characters() -> None:
    text = "公園會議\n\n二\u3007一八年三月五日，公園聯席會議在武漢舉行，三方總結經驗。"
    assert facts(text)["date"] == "2018-03-05"


def test_a_notice_of_who_acts_tells_the_days_to_come_whatever_verb_it_has() -> None:
    text = (
        "局長到訪天津\n\n局長會聯同兩位園長前往天津，與官員會面。\n\n局長三月九日離港，三月十日與市長開會。"
        "在他離港及休假期間，由副局長署任局長一職。"
    )
    assert facts(text)["date"] == "2019-03-09"
