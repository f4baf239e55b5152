"""The blocks of the home page."""

from __future__ import annotations

from datetime import date

import pytest

from coop.pages.lists.home import home_blocks, measure_coverage, plans_in_force
from coop.text import Language
from tests.pages.convert import Outline
from tests.pages.sample_catalog import hostile_catalog, sample_catalog
from tests.samples import make_catalog, read_meeting


def _block(name: str) -> Outline:
    return Outline(home_blocks(sample_catalog(), Language.EN)[name]())


@pytest.mark.parametrize("language", Language)
def test_every_block_is_one_piece_of_html_without_a_blank_line(language: Language) -> None:
    for catalog in (sample_catalog(), hostile_catalog(), make_catalog()):
        for name, write in home_blocks(catalog, language).items():
            html = write()
            assert "\n\n" not in html, name
            assert html.startswith(("<div", "<figure", "<ol", "<ul", "<aside")), name
            assert "<script" not in html


def test_the_latest_meetings_were_held_and_have_a_year() -> None:
    assert _block("latest").links == [
        "meetings/2024-02-20-call/",
        "meetings/2004-05-06-third/",
        "meetings/2000-02-03-first/",
    ]


def test_announced_meetings_lie_ahead_and_unreported_ones_are_only_counted() -> None:
    block = _block("announced")
    assert block.links == [
        "meetings/2024-12-01-next/",
        "find/?kind=meetings&status=announced&sort=date",
    ]
    assert "no report found: 1" in block.text


def test_plans_in_force_hold_the_day_and_were_not_superseded() -> None:
    found = plans_in_force(sample_catalog(), date(2024, 3, 1))
    assert [plan.id for plan in found] == ["current", "open"]
    assert "since 2022; end not stated" in _block("plans").text
    for day, ids in ((date(2026, 12, 31), ["current", "open"]), (date(2027, 1, 1), ["open"])):
        assert [plan.id for plan in plans_in_force(sample_catalog(), day)] == ids


def test_coverage_counts_official_sources_and_places_in_them() -> None:
    coverage = measure_coverage(sample_catalog())
    assert coverage == (2, 1, 1)
    assert coverage.percent(coverage.official) == 50
    assert measure_coverage(make_catalog()).percent(0) == 0
    sources = "[{id: a, at: para 2}, b]"
    outcomes = f"[{{kind: agreed, text: {{en: One., zh-Hant: 一。}}, sources: {sources}}}]"
    assert measure_coverage(make_catalog(read_meeting("m", outcomes=outcomes))) == (1, 0, 1)


def test_the_picture_links_every_dated_meeting_and_has_a_table_beside_it() -> None:
    block = _block("overview")
    assert {link for link in block.links if link.startswith("meetings/2")} == {
        "meetings/2000-02-03-first/",
        "meetings/2004-05-06-third/",
        "meetings/2010-soon/",
        "meetings/2024-02-20-call/",
        "meetings/2024-12-01-next/",
    }
    assert "No record of plenary 2" in block.text
    assert block.tags.count("table") == 1
