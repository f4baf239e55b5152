"""What holds for every record page: sound links, no markup from records, both readers agree."""

from __future__ import annotations

import re

import pytest

from coop.catalog import Catalog
from coop.model import Kind
from coop.pages.page import Page
from coop.pages.records.meeting import meeting_pages
from coop.pages.records.organisation import organisation_pages
from coop.pages.records.person import person_pages
from coop.pages.records.place import place_pages
from coop.pages.records.plan import plan_pages
from coop.pages.records.platform import platform_pages
from coop.pages.records.topic import topic_pages
from coop.text import Language
from tests.pages.convert import outline, slow_outline, to_html
from tests.pages.record_catalog import (
    ANN,
    FIRST,
    HOSTILE,
    assert_sound,
    both,
    one_page,
    record_catalog,
    sections,
)
from tests.samples import make_catalog, read_record

_ALL = (
    meeting_pages,
    platform_pages,
    plan_pages,
    person_pages,
    organisation_pages,
    place_pages,
    topic_pages,
)


def every_page(catalog: Catalog, language: Language) -> list[Page]:
    return [page for pages_of in _ALL for page in pages_of(catalog, language)]


@pytest.mark.parametrize("language", list(Language))
def test_every_page_of_every_kind_is_sound(language: Language) -> None:
    pages = every_page(record_catalog(), language)

    assert len(pages) == 15
    for page in pages:
        assert_sound(page.render())


@pytest.mark.parametrize("language", list(Language))
def test_both_readers_see_the_same_text_and_links(language: Language) -> None:
    for page in every_page(record_catalog(), language):
        content = page.render()
        fast, slow = outline(content), slow_outline(content)

        assert (fast.text, fast.links) == (slow.text, slow.links)


def test_the_origin_is_the_data_file_and_the_section_the_plural() -> None:
    undated = read_record(Kind.MEETINGS, FIRST, "old-visit")
    found = {page.address: page for page in every_page(record_catalog(undated), Language.ZH_HANT)}

    first = found["meetings/2001-05-06-first/"]
    assert (first.origin, first.section) == ("data/meetings/2001/2001-05-06-first.yaml", "meetings")
    assert found["meetings/old-visit/"].origin == "data/meetings/undated/old-visit.yaml"
    assert found["people/wang/"].origin == "data/people/wang.yaml"
    assert first.url == "zh-hant/meetings/2001-05-06-first/"


def hostile_catalog() -> Catalog:
    text = both(HOSTILE)
    told = f"statements: [{{text: {text}, sources: [report]}}]\n"
    gap = f"gaps: [{{text: {text}, look: {text}}}]\nnote: {text}\n"
    name = f"name: {text}\nshort: {text}\n{gap}"
    outcome = (
        f"outcomes: [{{kind: agreed, text: {text}, sources: [{{id: report, at: {HOSTILE!r}}}]}}]\n"
    )
    people = f"principals: [{{name: {text}, role: {text}, side: hksar}}]\n"
    dispute = (
        f"disputes: [{{field: {HOSTILE!r}, why: {text}, values: "
        f"[{{value: {HOSTILE!r}, sources: [report]}}, {{value: b, sources: [report]}}]}}]\n"
    )
    source = (
        f"title: {text}\npublisher: {text}\nlanguage: en\ngrade: press\nseen: copy\n"
        "published: 2020\n"
    )
    held = "kind: plenary\nstatus: held\nplatform: p\nordinal: 1\nsources: [report]\n"
    return make_catalog(
        read_record(Kind.SOURCES, source, "report"),
        read_record(
            Kind.MEETINGS,
            f"{name}{held}theme: {text}\nvenue: {text}\n{outcome}{people}{dispute}",
            "m",
        ),
        read_record(Kind.PLATFORMS, f"{name}level: {text}\n{told}sources: [report]\n", "p"),
        read_record(Kind.PLANS, f"{name}kind: other\nsources: [report]\n", "plan"),
        read_record(Kind.PEOPLE, f"{name}sources: [report]\n", "someone"),
        read_record(Kind.ORGANISATIONS, f"{name}side: macao\n{told}", "body"),
        read_record(Kind.PLACES, f"{name}kind: city\n{told}", "place"),
        read_record(Kind.TOPICS, f"{name}group: other\n{told}", "topic"),
    )


@pytest.mark.parametrize("language", list(Language))
def test_texts_of_records_stay_text(language: Language) -> None:
    for page in every_page(hostile_catalog(), language):
        content = page.render()
        fast, slow = outline(content), slow_outline(content)

        assert "script" not in fast.tags + slow.tags
        assert not {"em", "h4"} & {*fast.tags, *slow.tags}
        assert "c" not in fast.links + slow.links
        assert "e" not in fast.ids + slow.ids
        assert fast.text.count(HOSTILE) >= 3
        assert fast.text == slow.text


def test_a_title_in_another_language_is_marked() -> None:
    html = to_html(one_page(person_pages, record_catalog(), "wang"))

    assert '<h1 id="title" lang="zh-Hant">王某</h1>' in html
    assert "in Traditional Chinese" in html


@pytest.mark.parametrize(
    ("language", "mark"), [(Language.EN, "our wording"), (Language.ZH_HANS, "名称未见于来源")]
)
def test_a_name_of_the_editors_is_marked(language: Language, mark: str) -> None:
    text = f"name: {both('Delta')}\nkind: city\ntranslated: [en, zh-Hant]\n"
    delta = read_record(Kind.PLACES, text, "delta")

    head = sections(one_page(place_pages, record_catalog(delta), "delta", language))[""]

    assert mark in head
    assert mark not in sections(one_page(place_pages, record_catalog(), "pier", language))[""]


@pytest.mark.parametrize(
    ("short", "told"),
    [
        ("", ["此名称未见于来源。", "Meeting", "三地刑偵會晤"]),
        (
            "short: {en: CID, zh-Hant: 刑偵}\n",
            ["三地刑侦会晤 名称未见于来源", "Meeting", "三地刑偵會晤"],
        ),
    ],
)
def test_a_name_that_is_converted_says_once_that_it_is_ours_and_of_what(
    short: str, told: list[str]
) -> None:
    name = "name: {en: Meeting, zh-Hant: 三地刑偵會晤}\ntranslated: [zh-Hant]\n"
    record = read_record(Kind.PLACES, f"{name}{short}kind: city\n", "cid")
    html = to_html(
        one_page(
            place_pages,
            record_catalog(record),
            "cid",
            Language.ZH_HANS,
        )
    )

    names = html.partition('<div class="coop-othernames">')[2].partition("</div>")[0]
    lines = [re.sub("<[^>]+>", "", line) for line in names.splitlines()]
    assert [line for line in lines if line] == told


def test_further_names_stand_in_the_script_of_the_page() -> None:
    text = (
        f"name: {both('Delta')}\nkind: city\n"
        "other_names: [{en: Mouth, zh-Hant: 灣區}, {zh-Hant: 門戶, zh-Hans: 门户}]\n"
    )
    delta = read_record(Kind.PLACES, text, "delta")
    page = one_page(place_pages, record_catalog(delta), "delta", Language.ZH_HANS)
    assert "Mouth、湾区、门户" in sections(page)[""]
    page = one_page(place_pages, record_catalog(delta), "delta", Language.ZH_HANT)
    assert "Mouth、灣區、門戶、门户" in sections(page)[""]


def test_a_name_in_simplified_alone_is_not_converted() -> None:
    html = to_html(one_page(person_pages, record_catalog(), "li", Language.ZH_HANT))

    assert '<h1 id="title" lang="zh-Hans">李华</h1>' in html


def test_the_foot_tells_the_day_to_which_the_records_reach() -> None:
    content = one_page(person_pages, record_catalog(), "ann-lee")

    assert "as known on 4 March 2024" in outline(content).text
    assert "../../api/v1/people/ann-lee.json" in outline(content).links


def test_a_source_leads_back_to_what_cites_it() -> None:
    found = sections(one_page(person_pages, record_catalog(), "ann-lee"))

    assert "Cited for: facts, post 2" in found["sources"]
    assert ANN.count("report") == 2


def test_the_description_is_short_and_names_the_record() -> None:
    for page in every_page(record_catalog(), Language.EN):
        content = page.render()
        description = str(content.meta["description"])

        assert description.startswith(str(content.meta["title"]))
        assert len(description) <= 160


def test_a_long_title_is_cut_in_the_description_alone() -> None:
    name = "Task " * 40 + "Force"
    place = read_record(Kind.PLACES, f"name: {both(name)}\nkind: city\n", "long")

    meta = one_page(place_pages, record_catalog(place), "long").meta

    assert meta["title"] == name
    assert str(meta["description"]).endswith("Task…")
    assert len(str(meta["description"])) <= 160


def test_a_long_title_in_chinese_is_cut_where_the_room_ends() -> None:
    place = read_record(Kind.PLACES, f"name: {both('甲 ' + '前海' * 100)}\nkind: city\n", "long")

    meta = one_page(place_pages, record_catalog(place), "long", Language.ZH_HANT).meta

    assert meta["description"] == "甲 " + "前海" * 78 + "前…"
