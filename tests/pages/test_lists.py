"""Lists of records, the timeline, sources and gaps as readers find them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coop.edtf import parse_edtf
from coop.model import Kind
from coop.pages.lists.gaps import gaps_pages
from coop.pages.lists.names import lists_pages
from coop.pages.lists.sources import share_grades, sources_pages
from coop.pages.lists.timeline import timeline_pages
from coop.pages.parts.terms import latest_post, posts_newest_first
from coop.pages.view import View, record_address
from coop.text import Language
from tests.pages.convert import outline, slow_outline, to_html
from tests.pages.record_catalog import record_catalog
from tests.pages.sample_catalog import HOSTILE, hostile_catalog, sample_catalog
from tests.samples import SOURCE, make_catalog, read_meeting, read_record

if TYPE_CHECKING:
    from coop.catalog import Catalog
    from coop.pages.page import Content, Page

_CITED = "sources: [report]\n"
_WRITERS = (lists_pages, sources_pages, timeline_pages, gaps_pages)


def _pages(catalog: Catalog, language: Language = Language.EN) -> dict[str, Page]:
    return {page.address: page for write in _WRITERS for page in write(catalog, language)}


def _render(address: str, catalog: Catalog, language: Language = Language.EN) -> Content:
    return _pages(catalog, language)[address].render()


def test_every_list_has_its_permanent_address() -> None:
    assert sorted(_pages(sample_catalog())) == [
        "gaps/",
        "meetings/",
        "meetings/year/2000/",
        "meetings/year/2004/",
        "meetings/year/2010/",
        "meetings/year/2024/",
        "meetings/year/undated/",
        "organisations/",
        "people/",
        "places/",
        "plans/",
        "platforms/",
        "sources/",
        "sources/2020/",
        "sources/2024/",
        "timeline/",
        "timeline/2000s/",
        "timeline/2010s/",
        "timeline/2020s/",
        "topics/",
    ]


def test_on_chinese_pages_those_without_a_chinese_name_come_last() -> None:
    names = {"wang": "{zh-Hant: 王某}", "ann": "{en: Ann}", "wu": "{zh-Hans: 吴某}"}
    people = [
        read_record(Kind.PEOPLE, f"name: {name}\n{_CITED}", one) for one, name in names.items()
    ]
    catalog = make_catalog(*people, read_record(Kind.SOURCES, SOURCE, "report"))
    found = _render("people/", catalog, Language.ZH_HANT).body

    assert found.index("王某") < found.index("吴某") < found.index("Ann")


@pytest.mark.parametrize("language", Language)
def test_both_readers_of_markdown_see_the_same_page(language: Language) -> None:
    for address, page in _pages(sample_catalog(), language).items():
        content = page.render()
        fast, slow = outline(content), slow_outline(content)
        assert (fast.text, fast.links) == (slow.text, slow.links), address
        # Python-Markdown makes up an id for the title
        assert fast.ids == [one for one in slow.ids if one in fast.ids], address


@pytest.mark.parametrize("language", Language)
def test_marks_in_records_stay_text(language: Language) -> None:
    shown = 0
    for address, page in _pages(hostile_catalog(), language).items():
        content = page.render()
        for seen in (outline(content), slow_outline(content)):
            own = address.startswith("timeline/")  # the one that filters
            assert seen.tags.count("script") == own, address
            assert not {"em", "c"} & {*seen.tags, *seen.links}, address
        shown += HOSTILE in outline(content).text
    assert shown >= len(_WRITERS)


def test_meetings_up_to_150_stand_by_year_and_more_are_cut_to_the_latest_50() -> None:
    few = to_html(_render("meetings/", sample_catalog()))
    assert few.index('id="y2024"') < few.index('id="y2000"') < few.index('id="undated"')
    many = sample_catalog(*(f"20{n // 12:02}-{n % 12 + 1:02}-01-m" for n in range(150)))
    page = outline(_render("meetings/", many))
    assert page.tags.count("time") == 50
    assert "latest" in page.ids
    assert "../meetings/year/2012/" in page.links
    assert "../meetings/2012-06-01-m/" in page.links
    assert "../meetings/2000-01-01-m/" not in page.links


def test_a_year_lists_its_meetings_newest_first_with_their_status() -> None:
    html = to_html(_render("meetings/year/2024/", sample_catalog()))
    assert html.index("2024-12-01-next") < html.index("2024-02-20-call")
    assert "Announced" in html
    assert "2004-05-06-third" not in html


def test_platforms_stand_in_the_order_of_the_bureau_then_the_others() -> None:
    page = to_html(_render("platforms/", sample_catalog()))
    html = page[page.index('id="ten"') :]
    assert (
        html.index('id="ten"')
        < html.index("ten-one/")
        < html.index('id="others"')
        < html.index("another/")
    )
    assert "6 May 2004" in html


@pytest.mark.parametrize(
    ("language", "first", "last"), [(Language.EN, "zz", "aa"), (Language.ZH_HANT, "aa", "zz")]
)
@pytest.mark.parametrize("address", ["platforms/", "topics/", "timeline/"])
def test_those_without_a_number_stand_by_their_names_in_the_language(
    address: str, language: Language, first: str, last: str
) -> None:
    names = {"aa": "name: {en: Zeal, zh-Hant: 一}\n", "zz": "name: {en: Alms, zh-Hant: 龍}\n"}
    more = (
        read_record(kind, f"{name}{rest}", record_id)
        for record_id, name in names.items()
        for kind, rest in (
            (Kind.PLATFORMS, _CITED),
            (Kind.TOPICS, f"group: other\nkeywords: {{en: [word]}}\n{_CITED}"),
        )
    )
    met = (
        read_meeting(f"2004-01-0{day}-met", f"2004-01-0{day}", platform=one, topics=f"[{one}]")
        for day, one in ((1, "aa"), (2, "zz"))
    )
    html = to_html(_render(address, record_catalog(*more, *met), language))
    mark = 'value="{}"' if address == "timeline/" else "{}/"
    assert 0 < html.index(mark.format(first)) < html.index(mark.format(last))


def test_someone_without_a_post_stands_under_the_side_that_they_stood_on() -> None:
    html = to_html(_render("people/", record_catalog()))
    assert "unknown" not in outline(_render("people/", record_catalog())).ids
    assert html.index('id="mainland"') < html.rindex("wang/")


def test_people_stand_under_their_side_with_latest_post_and_number_of_meetings() -> None:
    page = outline(_render("people/", sample_catalog()))
    assert page.ids == ["title", "hksar"]
    assert "陳大文 in Traditional Chinese Head · 1 meeting" in page.text


def test_the_latest_post_is_the_one_begun_last() -> None:
    catalog = sample_catalog()
    person = catalog.people["chan"]
    held = person.posts[0]
    unknown = held.model_copy(update={"period": None})
    several = person.model_copy(update={"posts": (unknown, held)})
    assert latest_post(several) is held
    assert [number for number, _ in posts_newest_first(several)] == [2, 1]
    ended = held.model_copy(update={"period": parse_edtf("../2017-01-16")})
    before = held.model_copy(update={"period": parse_edtf("2003/2007")})
    assert latest_post(person.model_copy(update={"posts": (ended, before)})) is ended
    assert latest_post(person.model_copy(update={"posts": ()})) is None


def test_places_stand_inside_the_place_that_they_lie_in() -> None:
    html = to_html(_render("places/", sample_catalog()))
    inner = html[html.index("<ul>") : html.index("</ul>")]
    assert "city/" in inner
    assert "places/province/" not in inner


def test_places_in_a_circle_are_listed_all_the_same() -> None:
    catalog = sample_catalog()
    places = catalog.places
    circle = {
        "province": places["province"].model_copy(update={"part_of": "city"}),
        "city": places["city"],
    }
    catalog.__dict__["places"] = circle
    assert outline(_render("places/", catalog)).links == ["../places/province/", "../places/city/"]


def test_a_source_says_what_it_is_cited_for() -> None:
    page = outline(_render("sources/2024/", sample_catalog()))
    assert page.ids == ["title", "release"]
    assert "../../meetings/2000-02-03-first/#o-1" in page.links
    assert "../../meetings/2000-02-03-first/#o-2" not in page.links
    assert "https://www.example.org/a" in page.links


def _dated_sources(*dates: str) -> Catalog:
    texts = (
        SOURCE.replace("published: 2020-05-01\n", f"published: {date}\n" if date else "")
        for date in dates
    )
    records = (read_record(Kind.SOURCES, text, f"s{n}") for n, text in enumerate(texts))
    return make_catalog(*records)


def test_records_that_cite_a_source_for_mere_facts_are_told_together_at_the_end() -> None:
    text = outline(_render("sources/2020/", sample_catalog())).text
    told = text.partition("Cited for: ")[2]
    assert told.startswith("Sample (facts, outcome: agreed 2); facts of Sample, Sample, ")
    assert told.endswith(", Another, Ten One")


def test_the_page_of_all_sources_names_the_publishers_of_most_documents() -> None:
    catalog = _dated_sources("2020", "2021")
    assert "Sample Office 2 documents" in outline(_render("sources/", catalog)).text


def test_who_is_not_known_stands_among_no_publishers() -> None:
    nobody = ("'Not known, as carried by example.org'", "Original publisher not known")
    texts = (SOURCE, *(SOURCE.replace("Sample Office", one) for one in nobody))
    catalog = make_catalog(*(read_record(Kind.SOURCES, text, f"s{len(text)}") for text in texts))
    text = outline(_render("sources/", catalog)).text
    assert text.endswith("Sample Office 1 document Publisher not known: 2")
    year = outline(_render("sources/2020/", catalog)).text
    assert "Publisher: Not known, as carried by example.org" in year
    assert "Publisher: Original" not in year


def test_sources_of_a_year_stand_by_month_and_undated_ones_by_grade_numbered_through() -> None:
    catalog = _dated_sources("2020-05-03", "2020-02-01", "2020", "2020-05", "", "")
    year = outline(_render("sources/2020/", catalog))
    assert [id_ for id_ in year.ids if id_ != "title"] == ["s2", "s1", "s3", "s0"]
    begun = re.findall(r"(?:known|February|May) \d \d(?=Sample)", year.text)
    assert begun == ["known 1 1", "February 1 2", "May 2 3"]
    assert "Press 2" in outline(_render("sources/undated/", catalog)).text
    assert "by grade, with what" in outline(_render("sources/undated/", catalog)).text


def test_in_a_long_year_each_month_tells_what_its_sources_are_cited_for() -> None:
    dates = ["2020-03-04"] * 59 + ["2020"]
    assert (
        '<details class="coop-fold" open>' in _render("sources/2020/", _dated_sources(*dates)).body
    )
    catalog = _dated_sources(*dates, "2020-05")
    year = _render("sources/2020/", catalog)
    assert '<details class="coop-fold" open>' not in year.body
    assert {"s0", "s59", "s60"} <= set(outline(year).ids)
    assert "../../sources/2020/05/#s60" in outline(year).links
    assert "Not cited" not in outline(year).text
    assert [one for one in _pages(catalog) if one.startswith("sources/2020/")] == [
        "sources/2020/",
        "sources/2020/undated/",
        "sources/2020/03/",
        "sources/2020/05/",
    ]
    part = outline(_render("sources/2020/05/", catalog))
    assert part.text.startswith("SourcesSources of 2020 Sources of 2020: May")
    assert part.text.endswith("Not cited by any record.")
    assert "1Sample" in part.text


def test_of_many_sources_without_a_year_each_grade_has_a_page() -> None:
    page = outline(_render("sources/undated/press/", _dated_sources(*[""] * 61)))
    assert "Undated sources: Press" in page.text
    assert {"s0", "s60"} <= set(page.ids)


def test_a_record_leads_to_the_entry_of_its_source_and_programs_to_that_of_the_year() -> None:
    catalog = _dated_sources(*["2020-03-04"] * 61)
    source = catalog.sources["s3"]
    assert View(catalog, Language.EN, "gaps/").record_href(source) == "../sources/2020/03/#s3"
    assert record_address(source) == "sources/2020/#s3"


def test_shares_of_grades_fill_the_whole_bar() -> None:
    shares = share_grades(sample_catalog().sources.values())
    assert [(s.grade, s.number, s.start, s.width) for s in shares] == [
        ("official", 1, "0.00%", "50.00%"),
        ("copy", 1, "50.00%", "50.00%"),
    ]


def test_the_timeline_leads_to_each_year_with_events_and_ends_at_the_newest_record() -> None:
    page = outline(_render("timeline/", sample_catalog()))
    assert "../timeline/2000s/#y2004" in page.links
    assert not [link for link in page.links if link.endswith("#y2003")]
    assert page.links.count("../meetings/2024-12-01-next/") == 1  # in the picture, not the list
    assert page.links.count("../meetings/2024-02-20-call/") == 2
    assert "../meetings/year/undated/" in page.links


def test_a_decade_lists_meetings_and_plans_with_day_and_month() -> None:
    page = outline(_render("timeline/2020s/", sample_catalog()))
    assert [one for one in page.ids if one.startswith("y")] == ["y2024", "y2023", "y2022", "y2020"]
    assert "February20" in page.text.replace(" ", "").replace("\n", "")
    assert "December1" in page.text.replace(" ", "").replace("\n", "")
    assert "../../plans/current/" in page.links
    assert "Day not known" in outline(_render("timeline/2010s/", sample_catalog())).text
    chinese = outline(_render("timeline/2020s/", sample_catalog(), Language.ZH_HANT)).text
    assert "2月20日" in chinese.replace(" ", "").replace("\n", "")


def test_gaps_tell_missing_ordinals_unreported_meetings_and_missing_names() -> None:
    text = outline(_render("gaps/", sample_catalog())).text
    assert "Plenary no. 2: no record found. It lies between 3 February 2000 and 6 May 2004." in text
    assert text.count("Announced; no report found:") == 1
    assert "Those whose name no source gives: 1." in text
    assert "No English name found in a source:" in text
    assert "A gap of a person. Where to look: The archive." in text
    assert "The year is not known:" in text


def test_english_descriptions_differ_from_page_to_page() -> None:
    found = [page.render().meta["description"] for page in _pages(sample_catalog()).values()]
    assert len(set(map(str, found))) == len(found)


def test_a_source_keeps_the_name_that_it_had_as_an_anchor() -> None:
    source = read_record(Kind.SOURCES, SOURCE, "report")
    catalog = make_catalog(source, redirects={"sources/first": "sources/report"})
    pages = {page.address: page for page in sources_pages(catalog, Language.EN)}
    assert {"report", "first"} <= set(outline(pages["sources/2020/"].render()).ids)
