"""What templates are given: titles, links and dates, safe and in the reader's language."""

from __future__ import annotations

import pytest

from coop.edtf import parse_edtf
from coop.model import Kind
from coop.pages.page import relative_url
from coop.pages.view import View, squeeze
from coop.text import Language
from tests.pages.record_catalog import both, record_catalog
from tests.samples import read_record


def view_of(language: Language = Language.EN, address: str = "places/delta/") -> View:
    return View(record_catalog(), language, address)


def test_co_operation_does_not_break_at_its_hyphen() -> None:
    text = f"name: {both('Delta Co-operation <Zone>')}\nkind: zone\n"
    link = view_of().link_to(read_record(Kind.PLACES, text, "delta"))

    assert '<span class="coop-nb">Co-operation</span> &lt;Zone' in link
    assert link.count("&lt;") == 1


def test_a_link_to_nothing_shows_the_id() -> None:
    assert view_of().link("people/no-one") == "<code>people/no-one</code>"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("2024-02-06", Language.EN, '<time datetime="2024-02-06">6 February 2024</time>'),
        ("2024-02-06", Language.ZH_HANT, '<time datetime="2024-02-06">2024年2月6日</time>'),
        ("2018-07", Language.EN, '<time datetime="2018-07">July 2018</time>'),
        ("2024-05-01/2024-05-03", Language.EN, "<span>1–3 May 2024</span>"),
        ("2024-05-01/2024-05-03", Language.ZH_HANS, "<span>2024年5月1日至3日</span>"),
        ("2011-05-29/2011-06-03", Language.ZH_HANT, "<span>2011年5月29日至6月3日</span>"),
        ("2011-12-29/2012-01-03", Language.ZH_HANT, "<span>2011年12月29日至2012年1月3日</span>"),
        ("2018-03/2018-05", Language.ZH_HANS, "<span>2018年3月至5月</span>"),
        ("2010/2019", Language.ZH_HANT, "<span>2010年至2019年</span>"),
        ("2024-04-30/2024-05-03", Language.EN, "<span>30 April – 3 May 2024</span>"),
        ("2024-12-30/2025-01-03", Language.EN, "<span>30 December 2024 – 3 January 2025</span>"),
        ("2024-03/2024-05", Language.EN, "<span>March – May 2024</span>"),
        ("1998-03/..", Language.EN, "<span>since March 1998</span>"),
        ("../2026-01-15", Language.EN, "<span>by 15 January 2026</span>"),
        ("../2026-01-15", Language.ZH_HANT, "<span>2026年1月15日或之前</span>"),
        ("../2026-01-15", Language.ZH_HANS, "<span>2026年1月15日或之前</span>"),
        ("XXXX-06-28", Language.EN, "<span>28 June</span>"),
        ("XXXX-06-28", Language.ZH_HANT, "<span>6月28日</span>"),
    ],
)
def test_dates_read_as_people_write_them(text: str, language: Language, words: str) -> None:
    assert view_of(language).date(parse_edtf(text)) == words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("../2004", Language.EN, "<span>until 2004</span>"),
        ("../2004", Language.ZH_HANT, "<span>至2004年</span>"),
        ("2004-03/..", Language.ZH_HANS, "<span>2004年3月起</span>"),
        ("2010/2019", Language.EN, "<span>2010 – 2019</span>"),
    ],
)
def test_a_period_is_told_by_how_long_it_lasted(text: str, language: Language, words: str) -> None:
    assert view_of(language).period(parse_edtf(text)) == words


def test_a_date_not_known_is_said() -> None:
    assert view_of().date(None) == "<span>Date not known</span>"


@pytest.mark.parametrize(
    ("target", "base", "way"),
    [
        ("people/john-lee/", "meetings/2024-x/", "../../people/john-lee/"),
        ("meetings/", "meetings/2024-x/", "../"),
        ("", "zh-hant/meetings/2024-x/", "../../../"),
        ("", "", "./"),
        ("meetings/2024-x/", "meetings/2024-x/", "./"),
        ("sources/2024/#a", "meetings/2024-x/", "../../sources/2024/#a"),
        ("api/v1/index.json", "", "api/v1/index.json"),
    ],
)
def test_ways_between_pages_are_the_shortest(target: str, base: str, way: str) -> None:
    assert relative_url(target, base) == way


def test_blocks_lose_blank_lines_and_indentation_but_headings_keep_theirs() -> None:
    assert squeeze("<div>\n\n   <p>a</p>\n</div>\n# A\n<p>b</p>") == (
        "<div>\n<p>a</p>\n</div>\n\n# A\n\n<p>b</p>\n"
    )
