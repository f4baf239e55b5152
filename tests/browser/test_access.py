"""Pages can be used by everyone: axe finds nothing serious, in any language, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it has none
from playwright.sync_api import expect

from coop.yamlio import read_own
from tests.browser.serving import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """async (rules) => {
  const found = await axe.run({runOnly: rules, resultTypes: ["violations"], preload: false});
  return found.violations.map(one => [one.impact, one.id, one.nodes.map(node => node.target)]);
}"""
AT_ONCE = "* { transition: none !important; animation: none !important; }"
SIZES = {360: 740, 768: 1024, 1440: 900}
SCHEMES = {"light": "default", "dark": "slate"}
ACCEPTED = Path(__file__).with_name("axe-accepted.yaml")
WEIGHTY = {"serious", "critical"}
MISSING = "404.html"
STOPS = 45  # how often Tab is pressed


class Found(NamedTuple):
    """A rule that a page breaks: how heavily, and the first places."""

    impact: str
    rule: str
    nodes: list[Any]


def violations(page: Page) -> list[Found]:
    """Return the rules that a page breaks."""
    found = page.evaluate(RUN, list(RULES))
    return [Found(impact, rule, nodes[:3]) for impact, rule, nodes in found]


def load_accepted() -> dict[tuple[str, str], str]:
    """Return the reasons why lesser findings stay, by kind of page and rule."""
    accepted = read_own(ACCEPTED)["accepted"]
    return {(entry["kind"], entry["rule"]): entry["reason"] for entry in accepted}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("prefix", PREFIXES)
def test_axe_finds_nothing_serious(
    browser: Browser,
    address: str,
    kinds: dict[str, str],
    prefix: str,
    scheme: Literal["light", "dark"],
) -> None:
    accepted = load_accepted()
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # for the style below
    page = context.new_page()
    broken = {}
    for kind, inner in (*kinds.items(), ("missing", MISSING)):
        page.goto(f"{address}{prefix if inner != MISSING else ''}{inner}")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
        for size, one in look(page):
            if one.impact in WEIGHTY or (kind, one.rule) not in accepted:
                broken[f"{kind} at {size}: {one.rule}"] = one.nodes
    context.close()
    assert broken == {}


def look(page: Page) -> Iterator[tuple[int, Found]]:
    """Give what axe finds on a page, at each width."""
    page.add_style_tag(content=AT_ONCE)
    page.evaluate(AXE_SCRIPT)
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        yield from ((width, one) for one in violations(page))


def test_what_is_accepted_has_a_reason_and_is_still_found(
    browser: Browser, address: str, kinds: dict[str, str]
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    for (kind, rule), reason in load_accepted().items():
        assert reason
        page.goto(f"{address}{ {**kinds, 'missing': MISSING}[kind] }")
        assert rule in {one.rule for _, one in look(page)}, f"{kind}: {rule} is no longer needed"
    context.close()


def test_axe_would_find_something(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}about/")
    page.evaluate(
        "document.querySelector('article').innerHTML += '<img src=\"x\"><a href=\"/\"></a>'"
    )
    page.evaluate(AXE_SCRIPT)
    assert {one.rule for one in violations(page)} >= {"image-alt", "link-name"}
    page.close()


FOCUS = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  return [one.outerHTML.slice(0, 90), parseFloat(style.outlineWidth), style.outlineStyle];
}"""


@pytest.mark.parametrize("kind", ["home", "meeting", "plan", "platform", "timeline-list", "find"])
def test_the_focus_is_seen_at_every_stop(
    browser: Browser, address: str, kinds: dict[str, str], kind: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}{kinds[kind]}")
    hidden = []
    seen = set()
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        html, width, style = page.evaluate(FOCUS)
        seen.add(html)
        if html.startswith("<body") or (width >= 2 and style == "solid"):
            continue
        hidden.append((html, width, style))
    context.close()
    assert hidden == []
    assert len(seen) > 10


@pytest.mark.parametrize("runs", ["script", "no script"])
@pytest.mark.parametrize("width", [360, 768, 1200])
def test_the_focus_never_leaves_the_window(
    browser: Browser, address: str, width: int, runs: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        java_script_enabled=runs == "script",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{address}people/john-lee/")
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_be_in_viewport(ratio=0.5)
    context.close()


def test_nothing_moves_for_those_who_asked_for_calm(
    browser: Browser, address: str, kinds: dict[str, str]
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for inner in (kinds["home"], kinds["plan"], kinds["prose"]):
        page.goto(f"{address}{inner}")
        moving = """() => [...document.querySelectorAll("*")].filter(one => {
          const style = getComputedStyle(one);
          const longest = Math.max(...style.transitionDuration.split(",").map(parseFloat));
          const animated = style.animationName !== "none" && parseFloat(style.animationDuration);
          return longest > 0.01 || animated > 0.01;
        }).map(one => one.outerHTML.slice(0, 80))"""
        assert page.evaluate(moving) == [], inner
    context.close()


def test_code_never_scrolls_by_itself(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    for inner in ("contribute/", "contribute/findings/", "data/"):
        page.goto(f"{address}{inner}")
        scrolling = """() => [...document.querySelectorAll("pre, pre code")].filter(one =>
          one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible")
          .map(one => one.textContent.slice(0, 80))"""
        assert page.locator("pre code").count()
        assert page.evaluate(scrolling) == []
    context.close()
