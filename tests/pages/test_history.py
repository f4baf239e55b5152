"""The past of a record is told in plain words of the page's language."""

from __future__ import annotations

from typing import Any

import pytest

from coop.exports.surroundings import Surroundings
from coop.history.past import by_day
from coop.model import MODELS, Kind, Meeting
from coop.pages.fields import list_fields
from coop.pages.lists.changes import changes_pages
from coop.pages.parts.history import tell_steps
from coop.pages.view import View
from coop.text import Language
from coop.words import load_words
from tests.histories import remember
from tests.samples import NAME, SOURCE, make_catalog, meeting_text, read_meeting, read_record

CALL = "meetings/2020/2020-05-02-call"
REF = "meetings/2020-05-02-call"
CATALOG = make_catalog(
    read_meeting("2020-05-02-call", "2020-05-02", place="pier"),
    read_record(Kind.PLACES, "name: {en: Pier, zh-Hant: 碼頭}\nkind: zone\n", "pier"),
    read_record(Kind.PLACES, "name: {en: Old pier, zh-Hant: 舊碼頭}\nkind: zone\n", "old-pier"),
    read_record(Kind.TOPICS, NAME + "group: other\n", "youth"),
    read_record(Kind.SOURCES, SOURCE, "report"),
)
OUTCOME = "{kind: agreed, text: {en: 'One.', zh-Hant: 一。}, sources: [report]}"
LONG = "word " * 40


def tell(old: dict[str, Any], new: dict[str, Any], language: Language = Language.EN) -> list[str]:
    """What is told of a meeting that changed from some keys to others."""
    texts = (meeting_text(each.pop("date", None), **each) for each in (old, new))
    past = remember(*({CALL: text} for text in texts)).of(REF)
    assert past
    return list(tell_steps(View(CATALOG, language, ""), Kind.MEETINGS, past.steps))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"date": "2024-02-06"}, {"date": "2024-02-07"}, "Date: 6 February 2024 → 7 February 2024"),
        ({"place": "pier"}, {"place": "old-pier"}, "Place: Pier → Old pier"),
        ({"place": "gone"}, {"place": "pier"}, "Place: gone → Pier"),
        ({"status": "announced"}, {"status": "held"}, "Status: Announced → Held"),
        ({}, {"online": "true"}, "By video link added: yes"),
        ({}, {"ordinal": "2"}, "Number added: 2"),
        ({"ordinal": "2"}, {}, "Number taken out: 2"),
        ({}, {"topics": "[youth, other]"}, "Topics: Sample, other added"),
        ({}, {"outcomes": f"[{OUTCOME}]"}, "Outcomes: 1 added"),
        ({"outcomes": f"[{OUTCOME}]"}, {}, "Outcomes: 1 taken out"),
        (
            {"outcomes": f"[{OUTCOME}]"},
            {"outcomes": f"[{OUTCOME.replace('One.', 'Two.')}]"},
            "Outcomes no. 1: One. → Two.",
        ),
        (
            {"outcomes": f"[{OUTCOME}]"},
            {"outcomes": f"[{OUTCOME.replace('One.', LONG)}]"},
            "Outcomes no. 1 reworded",
        ),
        (
            {"outcomes": f"[{OUTCOME}]"},
            {"outcomes": f"[{OUTCOME.replace('agreed', 'signed')}]"},
            "Outcomes no. 1, Kind: Agreed → Signed",
        ),
        ({}, {"note": "{zh-Hant: 按}"}, "Editors’ note added: 按"),
        (
            {"note": "{zh-Hant: 一}"},
            {"note": "{zh-Hant: 二}"},
            "Editors’ note (Traditional Chinese): 一 → 二",
        ),
        ({"colour": "red"}, {"colour": "blue"}, "colour: red → blue"),
    ],
)
def test_a_change_is_told_in_a_sentence(
    old: dict[str, Any], new: dict[str, Any], told: str
) -> None:
    assert tell(dict(old), dict(new)) == [told]


def test_a_key_that_means_another_thing_in_a_post_held_has_a_word_of_its_own() -> None:
    text = "name: {{en: Wang}}\nposts: [{{post: office/head, {}, sources: [report]}}]\n"
    steps = (text.format("seen: 2020"), text.format("seen: 2021"), text.format("period: ../2019"))
    past = remember(*({"people/wang": one} for one in steps)).of("people/wang")
    assert past

    assert list(tell_steps(View(CATALOG, Language.EN, ""), Kind.PEOPLE, past.steps)) == [
        "Posts held no. 1, Days on which sources show it taken out: 2020",
        "Posts held no. 1, Term added: until 2019",
    ]


def test_a_page_in_chinese_only_names_an_english_sentence_that_was_reworded() -> None:
    first = {"note": "{en: It was held by the river., zh-Hant: 按}"}
    second = {"note": "{en: It was held at the river., zh-Hant: 按}"}
    past = remember(*({CALL: meeting_text("2020", **each)} for each in (first, second))).of(REF)
    assert past
    told = list(tell_steps(View(CATALOG, Language.ZH_HANT, ""), Kind.MEETINGS, past.steps))
    assert len(told) == 1
    assert "held" not in told[0]


def tell_day(*days: dict[str, Any]) -> list[str]:
    """What is told of a meeting that changed again and again."""
    texts = (meeting_text("2020", **each) for each in days)
    past = remember(*({CALL: text} for text in texts)).of(REF)
    assert past
    return list(tell_steps(View(CATALOG, Language.EN, ""), Kind.MEETINGS, past.steps))


def test_what_changed_twice_is_told_once_from_the_first_to_the_last() -> None:
    assert tell_day({"ordinal": "1"}, {"ordinal": "2"}, {"ordinal": "3"}) == ["Number: 1 → 3"]
    topics = [{"topics": "[one]"}, {"topics": "[one, two]"}, {"topics": "[one, two, three]"}]
    assert tell_day(*topics) == ["Topics: two, three added"]


def test_what_was_done_and_undone_is_not_told() -> None:
    undone = ["Changed and changed back"]
    assert tell_day({"ordinal": "1"}, {"ordinal": "2"}, {"ordinal": "1"}) == undone
    assert tell_day({}, {"topics": "[one]"}, {}) == undone
    kept = tell_day({"topics": "[one]"}, {"topics": "[two]"}, {"topics": "[two, one]"})
    assert kept == ["Topics: two added"]


def test_a_change_is_told_in_the_readers_language() -> None:
    old, new = {"date": "2024-02-06", "place": "old-pier"}, {"date": "2024-02-07", "place": "pier"}
    assert tell(dict(old), dict(new), Language.ZH_HANT) == [
        "日期：2024年2月6日→2024年2月7日",
        "地點：舊碼頭→碼頭",
    ]
    assert tell(dict(old), dict(new), Language.ZH_HANS)[1] == "地点：旧码头→码头"


def test_of_a_text_in_several_languages_the_readers_own_is_told() -> None:
    old, new = {"note": "{en: One, zh-Hant: 碼}"}, {"note": "{en: Two, zh-Hant: 頭}"}
    assert tell(dict(old), dict(new)) == ["Editors’ note: One → Two"]
    assert tell(dict(old), dict(new), Language.ZH_HANT) == ["編者按：碼→頭"]
    assert tell(dict(old), dict(new), Language.ZH_HANS) == ["编者按：码→头"]


def test_every_key_of_a_record_has_a_word() -> None:
    words = load_words(Language.EN)
    kinds, parts = list_fields()
    keys = {line.key for table in (*kinds, *parts) for line in table.lines}
    assert [key for key in keys - set(Language) if not words.has(f"record.field.{key}")] == []
    assert set(Meeting.model_fields) - {"id"} <= keys
    assert len(kinds) == len(MODELS)


def test_the_foot_of_a_page_tells_the_past_of_its_record() -> None:
    texts = [meeting_text(f"2020-05-{day:02}", theme="{en: '<b>&*'}") for day in range(1, 15)]
    history = remember(*({CALL: text} for text in texts))
    foot = (
        Surroundings(CATALOG, "https://example.org/", history).around(f"{REF}/", Language.EN).foot
    )
    assert "In the records since 1 January 2024; last changed on 14 January 2024" in foot
    assert foot.index("Date: 13 May 2020 → 14 May 2020") < foot.index("Date: 12 May 2020")
    assert "Date: 3 May 2020" not in foot, "only the latest are told"
    assert '<a href="../../changes/">' in foot
    assert foot.count('<time datetime="2024-') == 11


def test_a_record_never_changed_says_only_since_when_it_is_there() -> None:
    history = remember({CALL: meeting_text("2020-05-02")})
    foot = (
        Surroundings(CATALOG, "https://example.org/", history)
        .around(f"{REF}/", Language.ZH_HANT)
        .foot
    )
    assert '<p class="coop-history">2024年1月1日收錄</p>' in foot


def test_without_a_history_nothing_is_said() -> None:
    for history in (None, remember({})):
        around = Surroundings(CATALOG, "https://example.org/", history).around
        assert "coop-history" not in around(f"{REF}/", Language.EN).foot


def page(history: Any, language: Language = Language.EN) -> str:
    pages = {each.language: each for each in changes_pages(CATALOG, history)}
    assert list(pages) == list(Language)
    return pages[language].render().body


def test_the_page_of_changes_lists_days_newest_first() -> None:
    texts = [meeting_text("2020-05-01"), meeting_text("2020-05-02")]
    body = page(
        remember({CALL: texts[0], "places/pier": NAME}, {CALL: texts[1], "places/old": "a"})
    )
    assert body.index("## 2 January 2024") < body.index("## 1 January 2024")
    assert "<h3>Added: 2</h3>" in body
    assert "<li>Date: 1 May 2020 → 2 May 2020</li>" in body
    gone = remember({"places/old": NAME}, {"places/old": None}, places__old="places/pier")
    assert '<code>places/old</code> is now part of <a href="../places/pier/">Pier</a>' in page(gone)


def test_of_a_whole_collection_the_number_is_told() -> None:
    body = page(remember({f"places/p{number}": NAME for number in range(100)}))
    assert ">Places: 100</p>" in body
    assert "p99" not in body


def test_many_corrections_are_counted() -> None:
    olds = {f"places/p{number}": NAME for number in range(300)}
    news = dict.fromkeys(olds, "name: {en: Other}\n")
    body = page(remember(olds, news))
    assert "<h3>Corrected: 300</h3>" in body
    assert "</details>\n<p>And 60 more, in the list as data.</p>" in body
    assert len(body.encode()) < 100_000


def test_a_copy_without_history_says_so() -> None:
    assert "without the history of the records" in page(None)
    assert "No record has been added yet." in page(remember({}))


def test_changes_of_one_day_stand_together() -> None:
    past = remember({CALL: meeting_text("2020")}, {CALL: meeting_text("2021")}).of(REF)
    assert past
    assert [day.isoformat() for day in by_day(past.steps * 2)] == ["2024-01-02"]
