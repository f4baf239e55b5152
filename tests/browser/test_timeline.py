"""The timeline as readers use it: filters by keyboard alone, and an address that keeps them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
COUNT = "#filter-count"
ROWS = "#events .coop-tly > li"
FORUM = "pprd-forum"


def shown(page: Page) -> list[str]:
    """Return where the rows that can be seen lead to."""
    links = page.locator(f"{ROWS}:visible a")
    found: list[str] = links.evaluate_all("links => links.map(link => link.href)")
    return found


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the control of a filter has the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    pytest.fail(f"no way to {name} by Tab")


@pytest.mark.parametrize("width", [360, 480, 673])
def test_years_stand_in_rows_of_like_length(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}meetings/")
    heights = page.locator(".coop-density li").evaluate_all(
        "years => years.slice(0, 29).map(year => year.getBoundingClientRect().bottom)"
    )
    rows = Counter(round(height) for height in heights)
    assert 2 * min(rows.values()) >= max(rows.values()), rows


def test_filters_combine_by_keyboard_and_their_address_gives_the_same_view(
    browser: Browser, page: Page, address: str
) -> None:
    page.goto(f"{address}timeline/")
    page.locator("#filter").scroll_into_view_if_needed()
    page.locator(".coop-years a").last.focus()
    tab_to(page, "platform")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.locator(COUNT)).to_contain_text("Pan-PRD")
    tab_to(page, "status")
    page.keyboard.press("ArrowDown")
    expect(page.locator(COUNT)).to_contain_text("Announced")
    expect(page).to_have_url(f"{address}timeline/?platform={FORUM}&status=announced")
    here = shown(page)
    assert here
    assert len(here) == int(page.locator(COUNT).inner_text().split()[0])
    other = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    other.goto(page.url)
    expect(other.locator(COUNT)).to_have_text(page.locator(COUNT).inner_text())
    assert shown(other) == here
    expect(other.locator(f"input[value={FORUM}]")).to_be_checked()
    other.context.close()


def test_a_name_is_counted_as_it_is_written(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    option = page.locator("#filter option[data-name]").first
    option.evaluate("option => { option.dataset.name = 'Of $& and $1' }")
    page.locator("label", has=page.locator(f"input[value={FORUM}]")).click()
    expect(option).to_contain_text("Of $& and $1")


def test_counts_say_what_each_value_would_leave(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/?platform={FORUM}")
    expect(page.locator(COUNT)).to_contain_text("Pan-PRD")
    label = page.locator("label", has=page.locator("input[name=kind][value=forum]"))
    number = int(label.locator("b").inner_text())
    label.click()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(number)
    expect(page.locator("input[name=kind][value=call]")).to_be_disabled()


def test_a_filter_goes_along_to_a_decade_and_is_undone_by_the_button(
    page: Page, address: str
) -> None:
    page.goto(f"{address}timeline/")
    every = page.locator("#latest li:visible").count()
    page.locator("label", has=page.locator("input[name=kind][value=forum]")).click()
    expect(page.locator("#latest")).to_be_hidden()
    page.locator(".coop-years a", has_text="2000s").click()
    page.wait_for_url(f"{address}timeline/2000s/?kind=forum")
    kinds = page.locator(f"{ROWS}:visible").evaluate_all(
        "rows => rows.map(row => row.dataset.kind)"
    )
    assert {*kinds} == {"forum"}
    page.locator("#filter button").click()
    expect(page.locator(COUNT)).to_be_empty()
    expect(page).to_have_url(f"{address}timeline/2000s/")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(page.locator(ROWS).count())
    page.goto(f"{address}timeline/?kind=forum")
    page.locator("#filter button").click()
    expect(page.locator("#latest li:visible")).to_have_count(every)


def test_the_strip_counts_and_leads_to_what_is_left(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/?kind=forum")
    expect(page.locator(COUNT)).to_contain_text("Forum")
    bars = page.locator(".coop-density a[href]")
    numbers = bars.locator(".n").all_inner_texts()
    assert sum(map(int, numbers)) == len(shown(page))
    bars.first.click()
    year = page.locator(f"#y{bars.first.locator('.y').inner_text()}")
    expect(year).to_be_in_viewport()


def test_without_script_there_is_the_whole_list_and_no_dead_control(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}timeline/2010s/?kind=forum")
    expect(page.locator("#filter")).to_be_hidden()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(page.locator(ROWS).count())
    page.goto(f"{address}zh-hant/timeline/")
    expect(page.locator(".coop-lead")).to_be_visible()
    assert "篩選" not in page.locator(".coop-page").inner_text()
    context.close()


def test_the_lead_tells_of_the_filters_where_they_work(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    expect(page.locator(".coop-lead")).to_contain_text("The filters below narrow the list.")
    expect(page.locator(".coop-lead .coop-scripted")).to_be_visible()


def test_an_id_that_a_record_had_before_filters_by_the_record(page: Page, address: str) -> None:
    def rename(route: Route) -> None:
        answer = route.fetch()
        body = re.sub(f'(?=value="{FORUM}")', 'data-also="old-forum other-forum" ', answer.text())
        route.fulfill(response=answer, body=body)

    page.route("**/timeline/2010s/*", rename)
    page.goto(f"{address}timeline/2010s/?platform=other-forum")
    expect(page.locator(f"[name=platform][value={FORUM}]")).to_be_checked()
    expect(page.locator(COUNT)).to_contain_text("Pan-PRD")


def test_an_unknown_value_in_the_address_filters_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/2010s/?platform=nonsense&kind=%3Cscript%3E")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(page.locator(ROWS).count())
