"""Pages of meetings: facts, who attended, outcomes, documents, status, series."""

from __future__ import annotations

import pytest

from coop.model import Kind
from coop.pages.records.meeting import meeting_pages
from coop.text import Language
from tests.pages.convert import outline, to_html
from tests.pages.record_catalog import FIRST, one_page, record_catalog, sections
from tests.samples import NAME, make_catalog, read_meeting, read_record

FIRST_ID = "2001-05-06-first"


def test_facts_and_names_in_english() -> None:
    head = sections(one_page(meeting_pages, record_catalog(), FIRST_ID))[""]

    assert "Held" in head
    assert "Plenary" in head
    assert "Date6 May 2001" in head
    assert "VenueTown Hall" in head
    assert "Number1st of 2 on record" in head
    assert "First Plenary of the River Conference our wording" in head
    assert head.count("our wording") == 1, "a short title is nobody's translation"
    assert "江河聯席會議第一次會議" in head
    assert "PlansOutline, River Accord" in head


def test_facts_in_simplified_chinese_are_converted() -> None:
    head = sections(one_page(meeting_pages, record_catalog(), FIRST_ID, Language.ZH_HANS))[""]

    assert "2001年5月6日" in head
    assert "江河联席会议" in head


def test_who_attended_by_side_with_the_heads_first() -> None:
    found = sections(one_page(meeting_pages, record_catalog(), FIRST_ID))["attended"]

    ours, theirs = found.split("MLMainland")
    assert ours.startswith("HKHong Kong 2 Ann Lee Co-chairHead Guest of No RecordAdviser")
    assert theirs.strip().startswith("2 王某 in Traditional Chinese Co-chairMayor, Far Office")
    assert theirs.strip().endswith("Name not givenDeputy of the Mayor")


@pytest.mark.parametrize(
    ("kind", "status", "word"),
    [
        ("plenary", "held", "Co-chair"),
        ("task-force", "announced", "To co-chair"),
        ("call", "held", "Met"),
        ("signing", "held", "Signed"),
        ("promotion", "cancelled", "To speak"),
        ("forum", "held", "Speaker"),
        ("other", "held", "Head of side"),
    ],
)
def test_the_word_for_the_heads_follows_kind_and_status(kind: str, status: str, word: str) -> None:
    heads = "[{name: {en: A}, side: hksar}, {name: {en: B}, side: mainland}]"
    meeting = read_meeting("2020-m", "2020", kind=kind, status=status, principals=heads)

    found = sections(one_page(meeting_pages, make_catalog(meeting), "2020-m"))["attended"]

    assert found.count(word) == 2


def test_one_head_alone_is_not_called_a_co_chair() -> None:
    meeting = read_meeting("2020-m", "2020", principals="[{name: {en: A}, side: hksar}]")

    found = sections(one_page(meeting_pages, make_catalog(meeting), "2020-m"))["attended"]

    assert "Co-chair" not in found
    assert "Head of side" in found


def test_a_visit_is_led_by_the_side_that_came() -> None:
    found = sections(one_page(meeting_pages, record_catalog(), "2004-01-visit"))["attended"]

    assert "Ann Lee To receive the visit" in found
    assert "To lead the visit" in found.split("Mainland")[1]


def test_outcomes_by_kind_with_notes_anchors_and_what_came_of_them() -> None:
    content = one_page(meeting_pages, record_catalog(), FIRST_ID)
    made, found = outline(content), sections(content)

    agreed, signed = found["outcomes"].split("Signed")
    assert "Inferred From the agenda." in agreed
    assert "Document: River Accord" in signed
    assert "What came of it: Second Plenary, 8 Jul 2003" in signed
    assert {"the-accord", "o-2"} <= set(made.ids)
    assert 'aria-label="Source 1, paragraph 8"' in to_html(content)


def test_sources_lead_back_to_the_statements_with_the_place_in_them() -> None:
    found = sections(one_page(meeting_pages, record_catalog(), FIRST_ID))["sources"]

    release, report = found.split("Sample report")
    assert "Official" in release
    assert "facts (paragraph 1), outcome: signed (paragraph 8), difference 1" in release
    assert "outcome: agreed" in report
    assert "Read as a copy" in report


def test_outcomes_are_named_and_numbered_as_the_page_shows_them() -> None:
    outcomes = """
  - {kind: signed, text: {en: Last., zh-Hant: 三。}, sources: [late]}
  - {kind: agreed, text: {en: First., zh-Hant: 一。}, sources: [early]}
  - {kind: agreed, text: {en: Second., zh-Hant: 二。}, sources: [early]}"""
    meeting = read_meeting("2005-p", "2005", outcomes=outcomes)
    found = sections(one_page(meeting_pages, make_catalog(meeting), "2005-p"))

    places = [found["outcomes"].index(text) for text in ("First.", "Second.", "Last.")]
    assert places == sorted(places)
    assert "outcome: agreed 1, outcome: agreed 2" in found["sources"]
    assert "outcome: signed" in found["sources"].partition("outcome: agreed 2")[2]


def test_signed_documents_are_cards_with_their_parties() -> None:
    content = one_page(meeting_pages, record_catalog(), FIRST_ID)
    found = sections(content)

    assert found["documents"].startswith("River Accord Agreement, 6 May 2001")
    assert "MLMainland Far Office" in found["documents"]
    assert "River Accord" not in found["plans"]
    assert "Outline" in found["plans"]


def test_in_chinese_a_title_stands_before_the_name() -> None:
    found = sections(one_page(meeting_pages, record_catalog(), FIRST_ID, Language.ZH_HANT))

    assert "簽署人 署長李安" in found["documents"]


def test_differences_gaps_and_note() -> None:
    found = sections(one_page(meeting_pages, record_catalog(), FIRST_ID))

    row = found["disputes"].rpartition("Why")[2].replace("\xa0", " ")
    assert row.strip() == "Date6 May 2001 17 May 2001 2The release is the earlier."
    assert "The seating. Where to look: The archive." in found["unknown"]
    assert "Name not given: Deputy of the Mayor" in found["unknown"]
    assert "read as copies elsewhere: 2." in found["unknown"]
    assert found["note"].startswith("A remark.")


@pytest.mark.parametrize(
    ("gap", "told"),
    [
        ("The days, and where they met.", (False, False)),
        ("Whether it took place.", (True, True)),
        ("The city.", (True, False)),
    ],
)
def test_what_the_file_tells_is_not_known_is_told_once(gap: str, told: tuple[bool, bool]) -> None:
    gaps = f"[{{text: {{en: '{gap}', zh-Hant: 甲。}}}}]"
    meeting = read_meeting("2003-m", "2003", gaps=gaps)

    found = sections(one_page(meeting_pages, record_catalog(meeting), "2003-m"))["unknown"]

    assert ("The exact day" in found, "Where it took place" in found) == told


@pytest.mark.parametrize(
    ("language", "said"), [(Language.EN, "a Vice-Governor"), (Language.ZH_HANS, "副省长")]
)
def test_a_value_in_words_stands_in_the_language_of_the_page(language: Language, said: str) -> None:
    wording = "{value: 1, wording: {en: a Vice-Governor, zh-Hant: 副省長}, sources: [release]}"
    disputes = f"[{{field: role, values: [{wording}, {{value: 2, sources: [release]}}]}}]"
    meeting = read_meeting("2003-m", "2003-01-01", disputes=disputes)

    content = one_page(meeting_pages, record_catalog(meeting), "2003-m", language)

    assert said in sections(content)["disputes"]


def test_no_value_preferred_is_said() -> None:
    text = FIRST.replace("    preferred: 0\n", "")
    catalog = record_catalog(read_record(Kind.MEETINGS, text, "2001-05-06-other"))

    found = sections(one_page(meeting_pages, catalog, "2001-05-06-other"))["disputes"]

    assert "None is preferred" in found
    assert "6 May 2001" in found


def test_an_announced_meeting_without_a_report_says_so() -> None:
    found = sections(one_page(meeting_pages, record_catalog(), "2004-01-visit"))

    assert "Announced; no report of it found." in found[""]
    assert "The exact day." in found["unknown"]


def test_a_meeting_held_by_a_day_says_so_and_that_the_day_is_not_known() -> None:
    by = read_meeting("2026-01-15-m", "../2026-01-15")
    found = sections(one_page(meeting_pages, record_catalog(by), "2026-01-15-m"))

    assert "Dateby 15 January 2026" in found[""]
    assert "The exact day." in found["unknown"]


def test_an_announced_meeting_after_the_newest_record_is_to_come() -> None:
    later = read_meeting("2030-m", "2030-01-01", status="announced")

    found = sections(one_page(meeting_pages, record_catalog(later), "2030-m"))[""]

    assert "no report" not in found
    assert "after the newest of the records" in found


def test_an_announced_meeting_on_the_day_of_the_newest_record_is_not_to_come() -> None:
    today = read_meeting("2024-m", "2024-03-04", status="announced")

    found = sections(one_page(meeting_pages, record_catalog(today), "2024-m"))[""]

    assert "no report of it found" in found


def test_a_postponed_meeting_names_the_one_in_its_place_and_the_other_way_round() -> None:
    catalog = record_catalog()

    put_off = sections(one_page(meeting_pages, catalog, "2003-06-01-put-off"))[""]
    second = sections(one_page(meeting_pages, catalog, "2003-07-08-second"))[""]

    assert "In its place: Second Plenary, 8 July 2003." in put_off
    assert "Takes the place ofSecond Plenary, first date" in second
    assert "Number4th; 2 on record here" in second


def test_before_and_after_in_the_series() -> None:
    catalog = record_catalog()

    first = sections(one_page(meeting_pages, catalog, FIRST_ID))["sources"]
    second = sections(one_page(meeting_pages, catalog, "2003-07-08-second"))["sources"]

    assert "The first on record in this series NextSecond Plenary, first date1 June 2003" in first
    assert "The latest on record in this series" in second


def test_nothing_known_is_said_in_words() -> None:
    text = f"{NAME}kind: other\nstatus: held\nsources: [report]\n"
    catalog = make_catalog(read_record(Kind.MEETINGS, text, "m"))

    found = sections(one_page(meeting_pages, catalog, "m"))

    assert "DateDate not known" in found[""]
    assert "PlacePlace not known" in found[""]
    assert "Who took part is not known." in found["attended"]
    assert {"outcomes", "documents", "plans", "disputes", "note"}.isdisjoint(found)
