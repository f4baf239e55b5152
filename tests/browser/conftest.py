"""One browser and one served site for all tests of a process."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright

from machine.browser import NO_BROWSER, find_browser
from tests.browser.serving import FLAGS, choose_pages, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.site.building import Site

expect.set_options(timeout=20_000)  # milliseconds: a busy machine is no mistake


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser that dev.py names, or the one that this machine has."""
    program = find_browser(os.environ)
    assert program, NO_BROWSER
    with sync_playwright() as tools:
        started = tools.chromium.launch(executable_path=program, args=[*FLAGS])
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(hosted: Site) -> Iterator[str]:
    """Return where the site is served that was built for another host."""
    with serve(hosted) as served:
        yield served


@pytest.fixture(scope="session")
def kinds(hosted: Site) -> dict[str, str]:
    """Return the address of one page of each kind."""
    return choose_pages(hosted)
