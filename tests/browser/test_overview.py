"""The overview picture under keys, on a phone and in print."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.arriving import tell_moved

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.site.building import Site

pytestmark = pytest.mark.browser
LANE = ".coop-lanes > .coop-lane"


def test_arrow_keys_walk_a_lane_and_each_mark_is_named(page: Page, address: str) -> None:
    page.goto(address)
    lane = page.locator(LANE).first
    lane.locator(".coop-lane__name a").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".coop-readout")).to_contain_text("30 Mar 1998 · ")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('href')") != first
    assert page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowUp")
    expect(lane.locator(".coop-lane__name a")).to_be_focused()
    expect(page.locator(".coop-readout")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1440])
def test_a_lane_is_one_stop_of_the_tab_key(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    names = page.locator(f"{LANE} .coop-lane__name a")
    names.first.focus()
    page.keyboard.press("Tab")
    expect(names.nth(1)).to_be_focused()


def test_lines_and_years_of_the_picture_agree_at_every_width(page: Page, address: str) -> None:
    page.goto(address)
    for width, step in ((1440, 2), (360, 5)):
        page.set_viewport_size({"width": width, "height": 900})
        years = page.locator(".coop-picture .coop-lane--years text:visible")
        texts = [int(text) for text in years.all_text_contents()]
        assert texts == [year for year in range(1998, max(texts) + 1) if year % step == 0]
        lines = page.locator("#coop-bg .coop-gridline").evaluate_all(
            "lines => lines.filter(one => getComputedStyle(one).display !== 'none')"
            ".map(one => one.getAttribute('x1'))"
        )
        assert lines == years.evaluate_all("texts => texts.map(one => one.getAttribute('x'))")


def test_family_names_stand_over_the_terms_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    names = page.locator(".coop-axis--terms text:visible").all_text_contents()
    assert names == ["Tung", "Tsang", "Leung", "Lam", "Lee"]
    boxes = [one.bounding_box() for one in page.locator(".coop-axis--terms text:visible").all()]
    for one, following in pairwise(boxes):
        assert one
        assert following
        assert one["x"] + one["width"] < following["x"]


def test_the_way_to_the_table_opens_it(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#overview-table")).to_be_hidden()
    page.locator("a[href='#overview-table']").click()
    expect(page.locator("#overview-table")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(
    ("path", "start"),
    [
        ("", "<h1"),
        ("timeline/", 'id="years"'),
        ("timeline/2010s/?kind=forum", "<h1"),
        ("find/", "<h1"),
        ("find/?q=hetao", "<h1"),
        ("find/?q=hetao&kind=meetings", "<h1"),
        ("meetings/2003-08-05-hk-guangdong-plenary-6/", "<h1"),
    ],
)
def test_nothing_that_is_seen_moves_while_a_page_arrives(
    browser: Browser, hosted: Site, width: int, path: str, start: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 2400})
    moved = tell_moved(context.new_page(), hosted, path, start)
    context.close()
    assert moved == []
