"""One browser and one served site for all tests of a process."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from machine.browser import NO_BROWSER, find_browser
from tests.browser.serving import choose_pages, open_browser, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.site.building import Site

expect.set_options(timeout=20_000)  # milliseconds: a busy machine is no mistake


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser that dev.py names, or the one that this machine has."""
    program = find_browser(os.environ)
    assert program, NO_BROWSER
    with open_browser(program) as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty tab of a wide window."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def address(hosted: Site) -> Iterator[str]:
    """Return where the site is served that was built for another host."""
    with serve(hosted) as served:
        yield served


@pytest.fixture(scope="session")
def kinds(hosted: Site) -> dict[str, str]:
    """Return the address of one page of each kind."""
    return choose_pages(hosted)
