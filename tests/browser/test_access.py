"""Pages can be used by everyone: axe finds nothing serious, in any language, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it has none
from playwright.sync_api import expect

from tests.browser.serving import PREFIXES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """async (rules) => {
  const found = await axe.run({runOnly: rules, resultTypes: ["violations"], preload: false});
  return found.violations.map(one => [one.impact, one.id, one.nodes.map(node => node.target)]);
}"""
AT_ONCE = "* { transition: none !important; animation: none !important; }"
SIZES = {360: 740, 1440: 900}
SCHEMES = {"light": "default", "dark": "slate"}


def violations(page: Page) -> list[tuple[str, Any]]:
    """Return the rules of weight that a page breaks, and where."""
    found = page.evaluate(RUN, list(RULES))
    return [(rule, nodes[:3]) for impact, rule, nodes in found if impact in {"serious", "critical"}]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("prefix", PREFIXES)
def test_axe_finds_nothing_serious(
    browser: Browser,
    address: str,
    kinds: dict[str, str],
    prefix: str,
    scheme: Literal["light", "dark"],
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # for the style below
    page = context.new_page()
    broken = {}
    for kind, inner in (*kinds.items(), ("missing", "404.html")):
        page.goto(f"{address}{prefix if inner != '404.html' else ''}{inner}")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
        page.add_style_tag(content=AT_ONCE)
        page.evaluate(AXE_SCRIPT)
        for width, height in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            if found := violations(page):
                broken[f"{kind} at {width}"] = found
    context.close()
    assert broken == {}


def test_axe_would_find_something(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}about/")
    page.evaluate(
        "document.querySelector('article').innerHTML += '<img src=\"x\"><a href=\"/\"></a>'"
    )
    page.evaluate(AXE_SCRIPT)
    assert {rule for rule, _ in violations(page)} == {"image-alt", "link-name"}
    page.close()
