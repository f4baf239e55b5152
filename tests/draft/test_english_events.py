"""What English releases tell of: a plan, a meeting of a series, something done or still to come."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2024, 6, 13)  # a Thursday


def facts(text: str, published: date | None = PUBLISHED) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=published).facts()


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("The city government on Wednesday released an action plan for parks in the bay.", "plan"),
        ("The central bank on Wednesday put out guidelines for banks in the bay.", "plan"),
        ("The overall plan for a park of trees has been approved by the ministry.", "plan"),
        ("The Chief Executive met the mayor, who had released a plan for parks.", "meeting"),
        ("The two sides held a meeting on a plan for parks that was issued last year.", "meeting"),
        ("The city government on Wednesday released a statement on parks.", "meeting"),
    ],
)
def test_a_plan_may_have_no_name_of_its_own(text: str, record: str) -> None:
    assert facts(f"Parks in the bay\n\n{text}")["record"] == record


def test_a_plan_is_the_one_of_its_place_that_came_out_shortly_before() -> None:
    text = "Blueprint for Nansha revealed\n\nThe State Council revealed a blueprint for Nansha."
    assert facts(text, date(2022, 6, 14))["plans"] == ["nansha-plan-2022"]
    assert facts(text, date(2022, 9, 14))["plans"] == []


@pytest.mark.parametrize(
    ("name", "platform"),
    [
        (
            "Mainland-Hong Kong Committee of Scientific and Technological (S&T) Cooperation",
            "mainland-hk-science-technology-cooperation-committee",
        ),
        (
            "Joint Steering Committee of the Closer Economic Partnership Arrangement",
            "cepa-joint-steering-committee",
        ),
        ("Mainland-Hong Kong Committee of Parks Cooperation", None),
    ],
)
def test_a_committee_is_known_by_its_turned_name(name: str, platform: str | None) -> None:
    found = facts(f"Committee meets\n\nThe 11th meeting of the {name} was held on June 12.")
    assert found.get("platform") == platform
    assert platform is None or found["ordinal"] == "11"


@pytest.mark.parametrize(
    ("sentence", "ordinal"),
    [
        ("The group held its ninth meeting in Hong Kong today.", "9"),
        ("The group hopes for a ninth meeting next year.", None),
        ("The group of trees stood there.", None),
    ],
)
def test_a_group_named_first_may_meet_further_down(sentence: str, ordinal: str | None) -> None:
    found = facts(
        "Green plans\n\nThe Hong Kong-Guangdong Joint Working Group on Sustainable Development and "
        f"Environmental Protection will look at parks.\n\n{sentence}"
    )
    assert found.get("ordinal") == ordinal
    assert ("platform" in found) == (ordinal is not None)


def test_a_meeting_before_this_one_is_not_the_event() -> None:
    found = facts(
        "CE meets governor\n\nThe Chief Executive, Mr John Lee, met guests today (June 13).\n\nNo "
        "such fair had been held since he co-chaired the First Plenary of the Hong Kong/Sichuan "
        "Co-operation Conference in May."
    )
    assert "platform" not in found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Governor arrived in Macao. Tomorrow he will meet the Chief Executive.", "held"),
        (
            "A delegation led by the Governor will visit Macao in the week after the fair.",
            "announced",
        ),
        ("The Governor told guests that trees will go on growing and was led to a park.", "held"),
        (
            "An official scraps a trip to Hong Kong on which he was to meet the Governor.",
            "cancelled",
        ),
    ],
)
def test_what_was_done_first_tells_the_status(text: str, status: str) -> None:
    assert facts(f"The Governor and Macao\n\n{text}", None)["status"] == status


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The bureau and the ministry held a regular working meeting in Shenzhen.",
            "working-meeting",
        ),
        ("Two heads co-chaired the 2012 Example Parks Working Meeting.", "working-meeting"),
        ("The Secretary arrived in Macao to meet people.", "visit"),
        ("The Chief Executive left Macao for Beijing, where guests will be met.", "visit"),
        ("The first meeting of the Task Force on Parks and Trees was held.", "task-force"),
        ("He recalled last year's third meeting of the Task Force on Parks.", "other"),
        ("The two sides want to promote exchanges in parks.", "other"),
        ("A Hong Kong Week was opened to promote tourism.", "promotion"),
    ],
)
def test_the_kind_is_told_by_what_happens(text: str, kind: str) -> None:
    assert facts(f"Two sides, one day\n\n{text}", None)["kind"] == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In Beijing on Tuesday the President met groups there to attend a fair.", "2024-06-11"),
        ("The President is to start a trip to Shenzhen on Monday.", "2024-06-17"),
    ],
)
def test_the_first_verb_tells_which_day_of_the_week(text: str, day: str) -> None:
    assert facts(f"President in town\n\n{text}")["date"] == day


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("If it is to remain a hub, it must work harder.", "held"),
        ("He is to meet the mayor.", "announced"),
    ],
)
def test_what_is_to_remain_is_no_event_to_come(text: str, status: str) -> None:
    assert facts(f"Secretary busy\n\n{text}", None)["status"] == status


def test_a_title_that_tells_of_a_visit_to_meet_someone_is_no_preview() -> None:
    assert (
        facts(
            "Secretary visits Beijing to meet ministers\n\nThe parks are green, said a spokesman.",
            None,
        )["status"]
        == "held"
    )
    assert (
        facts(
            "Secretary to meet ministers\n\nThe parks of the city are green, said a spokesman.",
            None,
        )["status"]
        == "announced"
    )


def test_the_number_of_an_earlier_meeting_makes_no_sentence_of_another() -> None:
    text = (
        "The Chief Executive, Mr John Lee, will attend the 25th Plenary of the Hong Kong/Guangdong "
        "Co-operation Joint Conference on June 20.\n\nMr Lee and the Governor of Guangdong "
        "Province, Mr Meng Fanli, will preside over the meeting, which will look at what was done "
        "since the 24th Plenary last year."
    )
    said = facts(f"CE to attend plenary\n\n{text}")
    assert said["principals"] == ["john-lee", "meng-fanli"]
