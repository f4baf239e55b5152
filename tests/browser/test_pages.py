"""The site in a real browser, hosted below a path, under its own content security policy."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.serving import PREFIXES, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.site.building import Site

pytestmark = pytest.mark.browser
MEETING = "meetings/2024-02-06-qianhai-task-force-1/"
MOST = 70_000  # bytes of a first view, compressed
A_SHEET = 30  # points that are not known, at least, on a printed page
BAD = 400  # and above: a request that failed
TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const inner = (one) => ["auto", "scroll", "hidden"].includes(getComputedStyle(one).overflowX);
  const scrolls = (one) => one && one !== document.body
    && (inner(one) || scrolls(one.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right + scrollX > wide + 1 && one.checkVisibility()
      && !scrolls(one.parentElement) && getComputedStyle(one).position !== "fixed")
    .slice(0, 3).map(one => one.outerHTML.slice(0, 80));
}"""

BROKEN_DATES = """spans => spans.flatMap(span => [...span.childNodes])
  .filter(one => one.nodeType === 3)
  .flatMap(text => [...text.data.matchAll(/\\d{4}年(\\d+月(\\d+日)?)?/g)].map(found => {
    const range = document.createRange();
    range.setStart(text, found.index);
    range.setEnd(text, found.index + found[0].length);
    return [found[0], range.getClientRects().length];
  }))"""
WAITS = ".md-header__inner, h1, .coop-facts, .coop-legend, .coop-density, .coop-lane"
UNSEEN = """parts => parts.filter(one => getComputedStyle(one).visibility !== "visible")
  .map(one => one.outerHTML.slice(0, 80))"""


def compressed(site: Site, path: str) -> int:
    """Return how many bytes of a file below the site travel, compressed as hosts do."""
    name = f"{path}index.html" if path.endswith("/") or not path else path
    return len(gzip.compress((site.folder / name).read_bytes(), 6))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty tab of a wide window."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """Return a narrow window in which no JavaScript runs."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context
    context.close()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_pages_load_in_peace(page: Page, address: str, kinds: dict[str, str], prefix: str) -> None:
    asked: list[str] = []
    failed: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda got: failed.append(got.url) if got.status >= BAD else None)
    page.on("console", lambda line: said.append(f"{page.url}: {line.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for inner in kinds.values():
        page.goto(f"{address}{prefix}{inner}", wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []
    assert failed == []
    assert said == []


def test_a_request_to_another_host_would_be_seen(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    with page.expect_console_message(lambda line: "img-src" in line.text):
        page.evaluate('document.body.innerHTML += \'<img src="https://example.org/x.png" alt="">\'')
    with page.expect_console_message(lambda line: "script-src" in line.text):
        page.evaluate("document.body.setAttribute('onclick', 'alert(1)')")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_nothing_is_wider_than_the_window(
    page: Page, address: str, kinds: dict[str, str], prefix: str
) -> None:
    broken = {}
    for kind, inner in kinds.items():
        page.goto(f"{address}{prefix}{inner}")
        for width in (1440, 768, 640, 360, 320):
            page.set_viewport_size({"width": width, "height": 740})
            page.evaluate("window.scrollTo(500, 0)")
            if page.evaluate("window.scrollX"):
                broken[f"{kind} at {width}"] = page.evaluate(TOO_WIDE)
    assert broken == {}


@pytest.mark.parametrize("prefix", PREFIXES[1:])
def test_no_date_breaks_in_chinese(page: Page, address: str, prefix: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}{prefix}people/edward-yau/")
    dates = page.locator(".coop-list__meta > span").evaluate_all(BROKEN_DATES)
    assert dates
    assert [date for date, lines in dates if lines > 1] == []


def test_pages_read_without_javascript(
    plain: BrowserContext, address: str, kinds: dict[str, str]
) -> None:
    page = plain.new_page()
    for prefix in PREFIXES:
        for kind, inner in kinds.items():
            page.goto(f"{address}{prefix}{inner}")
            expect(page.locator("h1").first, f"{prefix}{kind}").to_be_visible()
            assert len(page.locator("article").inner_text()) > 100, f"{prefix}{kind}"


def test_what_waits_while_a_page_arrives_is_seen_on_every_page(
    plain: BrowserContext, address: str, kinds: dict[str, str]
) -> None:
    page = plain.new_page()
    for kind, inner in kinds.items():
        page.goto(f"{address}{inner}")
        assert page.locator(WAITS).evaluate_all(UNSEEN) == [], kind
    page.locator(".md-header ~ *").evaluate_all("parts => parts.map(one => one.remove())")
    assert len(page.locator(WAITS).evaluate_all(UNSEEN)) == 1


def test_the_menu_opens_without_javascript(plain: BrowserContext, address: str) -> None:
    page = plain.new_page()
    page.goto(f"{address}{MEETING}")
    page.locator(".md-header label[for=__drawer]").click()
    link = page.locator(".md-nav--primary a", has_text="Platforms").first
    expect(link).to_be_in_viewport()
    link.click()
    expect(page).to_have_url(f"{address}platforms/")


def test_a_statement_leads_to_its_source_and_back_without_javascript(
    plain: BrowserContext, address: str
) -> None:
    page = plain.new_page()
    page.goto(f"{address}{MEETING}")
    statement = page.locator(".coop-out").first
    statement.locator(".coop-ref a").first.click()
    source = page.locator(".coop-sources > :target")
    expect(source).to_be_in_viewport()
    source.locator(f"a[href='#{statement.get_attribute('id')}']").click()
    expect(statement).to_be_in_viewport()
    expect(page).to_have_url(f"{address}{MEETING}#{statement.get_attribute('id')}")


def test_the_language_switch_leads_to_the_same_page(page: Page, address: str) -> None:
    page.goto(f"{address}{MEETING}")
    for label, prefix, tag in (
        ("繁體", "zh-hant/", "zh-Hant"),
        ("简体", "zh-hans/", "zh-Hans"),
        ("English", "", "en"),
    ):
        page.locator(".coop-langs a", has_text=label).click()
        page.wait_for_url(f"{address}{prefix}{MEETING}")
        assert page.evaluate("document.documentElement.lang") == tag


def test_the_name_of_the_site_leads_to_the_home_of_the_language(page: Page, address: str) -> None:
    for prefix in PREFIXES:
        page.goto(f"{address}{prefix}{MEETING}")
        page.locator(".coop-brand").click()
        page.wait_for_url(re.compile(re.escape(f"{address}{prefix}") + r"\.?$"))


def test_the_search_box_finds_an_english_page(page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto(f"{address}about/")
    page.locator("[data-md-component=search-query]").press_sequentially("first qianhai task force")
    found = page.locator(".md-search-result__link[href*='2024-02-06-qianhai-task-force-1/']").first
    expect(found).to_be_visible()
    found.click()
    page.wait_for_url(re.compile(re.escape(address + MEETING)))
    assert said == []


def test_a_choice_of_colours_is_kept(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Switch to dark colours").click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert after != before
    page.goto(f"{address}{MEETING}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_a_missing_page_is_told_at_any_depth(page: Page, address: str, hosted: Site) -> None:
    page.route(
        "**/nowhere/",
        lambda route: route.fulfill(
            status=404, body=hosted.read("404.html"), content_type="text/html"
        ),
    )
    page.goto(f"{address}meetings/no/nowhere/")
    expect(page.locator("h1")).to_have_text("Page not found")
    page.locator("section[lang=zh-Hant] a").first.click()
    page.wait_for_url(re.compile(re.escape(f"{address}zh-hant/")))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("people/erick-tsangg/", "people/erick-tsang/"),
        ("zh-hant/people/john-leee/", "zh-hant/people/john-lee/"),
        ("zh-hans/meetings/2024-02-06-qianhai-task/", f"zh-hans/{MEETING}"),
    ],
)
@pytest.mark.parametrize("name", ["site", "hosted"])  # at a host's root, and below a path
def test_a_missing_page_names_what_may_have_been_meant(
    page: Page, request: pytest.FixtureRequest, name: str, wrong: str, right: str
) -> None:
    built: Site = request.getfixturevalue(name)
    missing = built.read("404.html")
    page.route(
        f"**/{wrong}",
        lambda route: route.fulfill(status=404, body=missing, content_type="text/html"),
    )
    with serve(built) as address:
        page.goto(f"{address}{wrong}")
        first = page.locator("[data-near]:visible a").first
        expect(first).to_be_visible()
        assert first.evaluate("link => link.href") == f"{address}{right}"
        expect(page.locator("[data-near]:visible")).to_have_count(1)


def test_a_first_view_asks_for_little(page: Page, address: str, hosted: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for inner in ("", MEETING, "platforms/hk-guangdong-joint-conference/", "timeline/"):
        asked.clear()
        page.goto(f"{address}{inner}", wait_until="networkidle")
        sent = sum(compressed(hosted, url.removeprefix(address)) for url in asked)
        assert len(asked) <= 6, asked
        assert sent <= MOST, (inner, sent)


def test_the_theme_s_script_comes_with_the_first_turn_to_search(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{MEETING}", wait_until="networkidle")
    assert not [url for url in asked if "/bundle." in url]
    page.locator("[data-md-component=search-query]").focus()
    expect(page.locator("#__search")).to_be_checked()
    assert len([url for url in asked if "/bundle." in url]) == 1


def test_no_single_letter_is_a_command(page: Page, address: str) -> None:
    for inner in (MEETING, "about/"):
        page.goto(f"{address}{inner}")
        page.locator("label[for=__search]").first.dispatch_event("click")
        expect(page.locator("[data-md-component=search-query]")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#__search")).not_to_be_checked()
        page.locator("h1").click()
        for key in ("/", "f", "s", "n", "p"):
            page.keyboard.press(key)
        expect(page.locator("#__search")).not_to_be_checked()
        assert page.url == f"{address}{inner}"


def test_dark_is_there_before_the_first_paint(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{address}{MEETING}")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.emulate_media(color_scheme="light")
    page.unroute("**/*.js")
    page.goto(f"{address}{MEETING}")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    context.close()


def test_an_address_of_a_folded_source_opens_its_fold(
    plain: BrowserContext, address: str, hosted: Site
) -> None:
    inner = "sources/2023/"
    (wanted, *_) = re.findall(r'<li id="([^"]+)">', hosted.page(inner))
    tab = plain.new_page()
    tab.goto(f"{address}{inner}")
    source = tab.locator(f"[id='{wanted}']")
    expect(source).to_be_hidden()
    tab.goto(f"{address}{inner}#{wanted}")
    expect(source).to_be_in_viewport()


def test_a_table_of_a_guide_keeps_its_heads_where_it_is_narrow(
    plain: BrowserContext, address: str
) -> None:
    page = plain.new_page()
    page.goto(f"{address}contribute/style/")

    head = page.locator("article thead").first
    first = page.locator("article tbody td").first
    before, after = head.bounding_box(), first.bounding_box()
    assert before
    assert after
    assert before["width"] > after["width"] / 2, "what the bold line is not to be is told"
    assert before["y"] + before["height"] <= after["y"]


def test_what_is_not_known_is_printed_on_few_sheets(page: Page, address: str) -> None:
    page.goto(f"{address}gaps/")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert page.locator(".coop-page li").count() / sheets > A_SHEET
    page.emulate_media(media="print")
    alone = page.locator(".coop-gaps__of", has=page.locator("li:only-child")).first
    name, point = alone.locator("> p").bounding_box(), alone.locator("li").bounding_box()
    assert name
    assert point
    assert point["y"] < name["y"] + name["height"]


@pytest.mark.parametrize("width", [960, 1220, 1440])
def test_the_name_of_the_site_stays_on_one_line_beside_an_open_search_box(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    name = page.locator(".coop-brand > span").locator("visible=true")
    before = name.bounding_box()
    page.locator("[data-md-component=search-query]").click()
    expect(page.locator("[data-md-toggle=search]")).to_be_checked()
    page.wait_for_timeout(500)  # the box grows
    after = name.bounding_box()
    assert before
    assert after
    assert after["height"] < before["height"] * 1.5


def test_the_number_of_a_source_stays_in_its_box(page: Page, address: str) -> None:
    page.goto(f"{address}zh-hant/plans/cac-itib-gba-data-mou-2023/")
    boxes = page.locator(".coop-facts .coop-ref a")
    torn = "links => links.filter(link => link.getClientRects().length > 1).length"
    for width in range(1220, 1480, 20):
        page.set_viewport_size({"width": width, "height": 900})
        assert boxes.evaluate_all(torn) == 0, width
