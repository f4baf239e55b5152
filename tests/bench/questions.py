"""What the searches are asked: the kept list for the real records, questions for made-up ones."""

from __future__ import annotations

from coop.yamlio import read_own
from tests.bench.generate import count_meetings, count_people, day_of
from tests.site.building import ROOT

QUERIES = ROOT / "tests" / "search" / "queries.yaml"
ASKED = 20  # records asked for in each way
MEETING_NAMES = {"en": "Sample meeting ", "zh-Hant": "示例會議", "zh-Hans": "示例会议"}
PERSON_NAMES = {"en": "person ", "zh-Hant": "示例人", "zh-Hans": "示例人"}
Question = dict[str, str]


def load_questions() -> dict[str, list[Question]]:
    """The lists of queries by name: `page` (a language), `query`, and `first` or `among`."""
    return dict(read_own(QUERIES))


def ask_for_made_up(records: int) -> dict[str, list[Question]]:
    """Questions for made-up records: by name in three languages, by the day and who was there."""
    people = count_people(records)
    meetings = range(0, count_meetings(records), count_meetings(records) // ASKED)
    return {
        "meetings": [
            _by_name(tag, MEETING_NAMES, _meeting(n), n) for n in meetings for tag in MEETING_NAMES
        ],
        "people": [
            _by_name(tag, PERSON_NAMES, f"people/person-{n}", n)
            for n in range(1, people, max(people // ASKED, 1))
            for tag in PERSON_NAMES
        ],
        "day and person": [
            {"page": "en", "query": f"{day_of(n)} person {n % people}", "among": _meeting(n)}
            for n in meetings
        ],
    }


def _by_name(tag: str, names: dict[str, str], ref: str, number: int) -> Question:
    return {"page": tag, "query": f"{names[tag]}{number}", "first": ref}


def _meeting(number: int) -> str:
    return f"meetings/{day_of(number)}-meeting-{number}"
