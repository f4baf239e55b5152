"""The search box and the page "Find records", as readers use them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from coop.search.terms import cut
from coop.text import Language
from coop.words import load_words
from coop.yamlio import read_own
from tests.browser.arriving import PAINT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.site.building import Site

pytestmark = pytest.mark.browser
PREFIXES = {"en": "", "zh-Hant": "zh-hant/", "zh-Hans": "zh-hans/"}
QUERIES = Path(__file__).parents[1] / "search" / "queries.yaml"
BOX = "[data-md-component=search-query]"
ITEM = ".md-search-result__item"
SAID = ".md-search-result__meta"
MEETING = "meetings/2024-02-06-qianhai-task-force-1/"
MOST = 60_000  # bytes of a first search


def load_queries() -> list[dict[str, str]]:
    return [query for queries in read_own(QUERIES).values() for query in queries]


@pytest.fixture(scope="module")
def boxes(browser: Browser, address: str) -> Iterator[dict[str, Page]]:
    """Return a page of each language whose search box is used again and again."""
    context = browser.new_context()
    pages = {tag: context.new_page() for tag in PREFIXES}
    for tag, page in pages.items():
        page.goto(f"{address}{PREFIXES[tag]}about/")
    yield pages
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty tab with nothing in its cache."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_there_are_enough_queries() -> None:
    queries = load_queries()
    assert len(queries) >= 80
    assert {query["page"] for query in queries} == set(PREFIXES)


@pytest.mark.parametrize("query", load_queries(), ids=lambda one: f"{one['page']} {one['query']}")
def test_the_box_finds(boxes: dict[str, Page], address: str, query: dict[str, str]) -> None:
    tag, ref = query["page"], query.get("first") or query["among"]
    places = 1 if "first" in query else 3
    boxes[tag].locator(BOX).fill(query["query"])
    wanted = f"a[href='{address}{PREFIXES[tag]}{ref}/']"
    found = boxes[tag].locator(f"{ITEM}:nth-child(-n+{places}) {wanted}")
    expect(found).to_have_count(1)


@pytest.mark.parametrize("inner", ["about/", MEETING, "find/"])
def test_nothing_is_loaded_before_the_first_query_and_little_with_it(
    page: Page, address: str, inner: str
) -> None:
    asked: list[str] = []
    sizes: list[int] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda got: sizes.append(int(got.headers.get("content-length", 0))))
    page.goto(f"{address}{inner}")
    page.locator(BOX).click()
    expect(page.locator("[data-md-toggle=search]")).to_be_checked()
    expect(page.locator(SAID)).to_have_text("Type to start searching")
    page.keyboard.press("Space")
    page.evaluate(PAINT)
    expect(page.locator(SAID)).to_have_text("Type to start searching")
    assert any("/bundle." in url for url in asked)
    assert [url for url in asked if "search" in url.removeprefix(address)] == []
    sizes.clear()
    asked.clear()
    with page.expect_request("**/search-worker*"):
        page.locator(BOX).fill("hong kong shanghai conference 2024")
    expect(page.locator(ITEM).first).to_be_visible()
    assert 0 < sum(sizes) < MOST


def test_a_result_tells_kind_date_and_platform_with_the_match_marked(
    boxes: dict[str, Page],
) -> None:
    page = boxes["zh-Hant"]
    page.locator(BOX).fill("前海專班首次")
    first = page.locator(ITEM).first
    expect(first.locator("h1")).to_have_text("前海專班首次會議")
    expect(first.locator("h1")).to_have_css("font-weight", "700")
    expect(first.locator("h1 mark").first).to_have_text("前海專班")
    expect(first.locator(".coop-hit")).to_have_text("專班\uff0f小組會議 · 2024年2月6日 · 前海專班")


@pytest.mark.parametrize(
    ("tag", "query", "said"),
    [
        *(("zh-Hant", "12月", "12月"), ("zh-Hans", "十二月", "12月"), ("en", "May", "May")),
        *(("en", "december", "December"), ("en", "12/2024", "December 2024")),
        ("zh-Hant", "2024年12月", "2024年12月"),
    ],
)
def test_a_month_finds_the_meetings_held_in_it(
    boxes: dict[str, Page], tag: str, query: str, said: str
) -> None:
    page = boxes[tag]
    page.locator(BOX).fill(query)
    first = page.locator(f"{ITEM}:nth-child(-n+5)")
    expect(first.locator(".coop-hit", has_text=said)).to_have_count(5)
    expect(first.locator("a[href*='/meetings/']")).to_have_count(5)


def test_nothing_found_is_said_with_the_nearest_names(boxes: dict[str, Page]) -> None:
    page = boxes["en"]
    page.locator(BOX).fill("qianhai xyzzyqk")
    expect(page.locator(SAID)).to_contain_text("Nothing found")
    expect(page.locator(f"{ITEM} h1", has_text="Qianhai").first).to_be_visible()
    page.locator(BOX).fill("xyzzyqk")
    expect(page.locator(ITEM)).to_have_count(0)


@pytest.mark.parametrize("tag", Language)
@pytest.mark.parametrize("missing", ["search/manifest.bin", "search/t/", "assets/js/search-worker"])
def test_an_index_that_cannot_be_loaded_is_told_and_asked_for_again(
    page: Page, address: str, tag: Language, missing: str
) -> None:
    failed = load_words(tag)("frame.search_failed")
    pattern = f"**/{missing}*"
    page.context.route(pattern, lambda route: route.fulfill(status=404, body="not here"))
    page.goto(f"{address}{PREFIXES[tag]}about/")
    said = page.locator(SAID)
    page.locator(BOX).fill("hetao")
    expect(said).to_contain_text(failed)
    with page.context.expect_event("response", lambda got: missing in got.url):
        page.locator(BOX).fill("hetao shenzhen")
    expect(said).to_contain_text(failed)
    expect(page.locator(ITEM)).to_have_count(0)

    page.context.unroute(pattern)
    page.locator(BOX).fill("hetao")
    expect(page.locator(ITEM).first).to_be_visible()
    expect(said).not_to_contain_text(failed)


def test_without_the_script_of_the_theme_the_box_says_so(page: Page, address: str) -> None:
    page.route("**/bundle.*", lambda route: route.abort())
    page.goto(address)
    page.locator("form[data-coop-overlay] input").fill("Hetao")
    page.locator("form[data-coop-overlay] button").click()
    said = page.locator(SAID)
    expect(said).to_contain_text("could not be loaded")
    expect(said).to_be_visible()

    page.unroute("**/bundle.*")
    page.locator(BOX).fill("Hetao")
    expect(page.locator(ITEM).first).to_be_visible()


def test_without_its_worker_the_page_to_find_says_so(page: Page, address: str) -> None:
    page.context.route("**/search-worker*", lambda route: route.fulfill(status=404))
    page.goto(f"{address}find/?q=hetao")
    expect(page.locator("#find-count")).to_contain_text("could not load")


@pytest.fixture
def worker(browser: Browser, address: str, hosted: Site) -> Iterator[Page]:
    """A page in which the functions of the search worker can be called."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}{MEETING}")
    for name in ("search-spelling", "search-worker"):
        page.add_script_tag(content=hosted.read(f"assets/js/{name}.js"))
    yield page
    context.close()


def test_the_worker_cuts_texts_as_the_index_does(worker: Page) -> None:
    texts = [query["query"] for query in load_queries()]
    texts += [
        "Xi'an",
        "二○二三年",
        "6/2/2024",
        "26/4/24 26.4.98 4/26/2024 1.2.3",
        "香港首個五年規劃",
        "第十四個五年",
        "agencies",
        "the of",
        "2015-2025",
        "E-Hub",
        "二零二四年二月六日 20240206 6.2.2024 2024 Feb 6",
        "第廿四次 twenty-first 三十一次 二三十次 首屆",
        "14th FYP, I&T, B&R, 5-year, SCMA",
        "十五五 北都 特首",
        "12月 十二月份 in December, 12/2024 2024/12 2024.12 Dec-2024 2024 12月",
        *("May", "in march", "may visit", "2024/25", "5月訪問"),
    ]
    script = (
        "async (texts) => { await begin(); return texts.map("
        "text => read(text).map(({word}) => stem(word)).join(' ')); }"
    )
    assert worker.evaluate(script, texts) == [cut(text).key for text in texts]


def test_a_long_text_is_cut_between_words_and_round_what_was_asked_for(worker: Page) -> None:
    script = (
        "async ([text, query]) => { await begin();"
        " return mark(text, read(query), 40).html.replace(/<.?mark>/g, ''); }"
    )
    text = "Preliminaries were settled, harbours were measured, and bridges inspected afterwards."
    assert worker.evaluate(script, [text, "bridges"]) == "…and bridges inspected afterwards."
    assert (
        worker.evaluate(script, [text, "preliminaries"]) == "Preliminaries were settled, harbours…"
    )
    chinese = "雙方回顧" * 20
    assert worker.evaluate(script, [chinese, "xyz"]) == "雙方回顧" * 10 + "…"


def test_excerpts_are_in_the_script_of_the_page(boxes: dict[str, Page]) -> None:
    page = boxes["zh-Hans"]
    page.locator(BOX).fill("习近平")
    found = page.locator(ITEM, has_text="2025年12月16日").first
    expect(found).to_contain_text("向国家主席习近平述职")
    expect(found).not_to_contain_text("習近平")


def test_the_home_page_opens_the_box_or_leads_to_the_page(
    browser: Browser, page: Page, address: str
) -> None:
    page.goto(address)
    page.locator("form[data-coop-overlay] input").fill("Hetao")
    page.locator("form[data-coop-overlay] button").click()
    expect(page.locator(ITEM).first).to_be_visible()
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address)
    plain.locator("form[data-coop-overlay] input").fill("Hetao")
    plain.locator("form[data-coop-overlay] button").click()
    expect(plain).to_have_url(f"{address}find/?q=Hetao")
    expect(plain.locator("#find")).to_be_hidden()
    plain.locator("nav.coop-density a", has_text="2024").click()
    expect(plain).to_have_url(f"{address}meetings/year/2024/")
    context.close()


def test_find_reads_the_address_and_writes_it(page: Page, address: str) -> None:
    asked = f"q={quote('深港')}&kind=meetings&from=2009&to=2011"
    page.goto(f"{address}zh-hant/find/?{asked}")
    rows = page.locator("#found > li")
    expect(rows.first).to_be_visible()
    assert "?q=" in page.url
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()
    expect(page.locator("#find-count")).to_contain_text("找到紀錄")
    assert page.locator("#find-count").get_attribute("role") == "status"
    before = page.locator("#find-count").inner_text()
    page.locator("[name=place]").select_option("shenzhen")
    page.wait_for_url("**place=shenzhen**")
    expect(page.locator("#find-count")).not_to_have_text(before)
    for href in rows.locator("a").evaluate_all("links => links.map(link => link.href)"):
        assert href.startswith(
            tuple(f"{address}zh-hant/meetings/{year}" for year in (2009, 2010, 2011))
        )


def test_another_language_shows_what_was_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}find/?q=customs&kind=meetings")
    page.locator(".coop-langs a[lang='zh-Hant']").click()
    expect(page).to_have_url(f"{address}zh-hant/find/?q=customs&kind=meetings")
    expect(page.locator("#find input[name=q]")).to_have_value("customs")


def test_an_address_may_name_the_type_of_a_record_and_days(page: Page, address: str) -> None:
    page.goto(f"{address}find/?kind=meeting&platform=qianhai-task-force&from=2024-01-01")
    expect(page.locator("#find-count")).to_have_text("Records found: 2")
    expect(page.locator("[name=kind]")).to_have_value("meetings")
    expect(page.locator("[name=from]")).to_have_value("2024")


def test_an_address_may_name_the_id_that_a_record_had_before(page: Page, address: str) -> None:
    def rename(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace(
            '<option value="qianhai-task-force">',
            '<option value="qianhai-task-force" data-also="old-force qianhai-group">',
        )
        route.fulfill(response=answer, body=body)

    page.route("**/find/?*", rename)
    page.goto(f"{address}find/?kind=meetings&platform=qianhai-group")
    expect(page.locator("#find-count")).to_have_text("Records found: 2")
    expect(page.locator("[name=platform]")).to_have_value("qianhai-task-force")


def test_counts_are_live_and_true(page: Page, address: str) -> None:
    page.goto(f"{address}find/?platform=qianhai-task-force&kind=meetings")
    expect(page.locator("#find-count")).to_have_text("Records found: 2")
    held = page.locator("[name=status] option[value=held]")
    expect(held).to_have_text("Held (2)")
    expect(page.locator("[name=kind] option[value=people]")).to_have_text("Person (0)")
    expect(page.locator("#found > li a").first).to_have_text(
        "Second meeting of the Qianhai Task Force"
    )


def test_on_a_phone_the_filters_are_folded_until_one_is_set(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}find/?q=hetao")
    expect(page.locator("#found > li").first).to_be_in_viewport()
    expect(page.locator("[name=kind]")).to_be_hidden()
    page.locator("#find summary").click()
    expect(page.locator("[name=kind]")).to_be_visible()
    page.goto(f"{address}find/?q=hetao&kind=meetings")
    expect(page.locator("[name=kind]")).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}find/")
    expect(page.locator("[name=kind]")).to_be_visible()


def test_on_paper_it_says_what_was_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}find/?q=shanghai&kind=meetings&from=2019")
    expect(page.locator("#found > li").first).to_be_visible()
    page.emulate_media(media="print")
    for name in ("q", "kind", "from"):
        expect(page.locator(f"#find [name={name}]")).to_be_visible()
    for name in ("platform", "to", "sort"):
        expect(page.locator(f"#find [name={name}]")).to_be_hidden()
    expect(page.locator("#find button").first).to_be_hidden()


def test_find_is_used_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}find/")
    page.locator("#find [name=q]").focus()
    page.keyboard.type("hetao")
    page.keyboard.press("Enter")
    expect(page.locator("#found > li").first).to_be_visible()
    page.locator("#find-more").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#found > li").nth(25)).to_be_visible()
    expect(page.locator("#found > li").nth(25).locator("a")).to_be_focused()


def test_what_is_typed_before_the_page_has_all_arrived_is_asked(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/coop.js", lambda route: held.append(route))  # noqa: PLW0108 - it is marked by the library
    page.goto(f"{address}find/?q=qianhai&kind=meetings", wait_until="commit")
    page.locator("#find [name=q]").fill("hetao")
    held[0].continue_()
    page.wait_for_url("**/find/?q=hetao&kind=meetings")
    expect(page.locator("#found > li").first).to_be_visible()


def test_from_a_disk_search_says_that_it_needs_a_server(page: Page, hosted: Site) -> None:
    page.goto((hosted.folder / "find" / "index.html").as_uri())
    expect(page.locator("#find-count")).to_contain_text("web server")
    expect(page.locator("nav.coop-density")).to_be_visible()
    for inner in ("find", "about"):
        page.goto((hosted.folder / inner / "index.html").as_uri())
        page.locator(BOX).fill("hetao")
        expect(page.locator("[data-md-toggle=search]")).to_be_checked()
        expect(page.locator(SAID)).to_contain_text("web server")
