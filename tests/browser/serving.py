"""A finished site served as a host would serve it, and the pages that stand for their kinds."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.site.building import Site

FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
)
ENOUGH = 48_000  # characters of HTML
PREFIXES = ("", "zh-hant/", "zh-hans/")
_KIND = re.compile(r"coop-page--([a-z]+)")
_NUMBERED = re.compile(r"/(?:year/)?\d{4}s?/$")


@contextmanager
def open_browser(program: str) -> Iterator[Browser]:
    """Start a browser by its path; it is closed in the end."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=program, args=[*FLAGS])
        yield browser
        browser.close()


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a path, with the site's own content security policy."""

    def __init__(self, *given: object, mount: str, policy: str, folder: Path) -> None:
        self.mount = mount
        self.policy = policy
        super().__init__(*given, directory=str(folder))  # type: ignore[arg-type]  # as the server calls it

    def translate_path(self, path: str) -> str:
        """Return the file behind a path; nothing lies beside the site."""
        inside = path.startswith(self.mount)
        return super().translate_path(path.removeprefix(self.mount[:-1]) if inside else "/none")

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(site: Site, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a site on a free port, below the path that it was built for; gives its address."""
    mount = urlsplit(site.url).path
    policy = site.read("csp.txt").strip()
    answer = partial(handler, mount=mount, policy=policy, folder=site.folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{mount}"
        server.shutdown()
        thread.join()


def choose_pages(site: Site) -> dict[str, str]:
    """For each kind of page the English address of one that shows most of the kind's parts."""
    found: dict[str, list[tuple[int, str]]] = {}
    for address in site.addresses():
        if not address.startswith(("zh-hant/", "zh-hans/")):
            html = site.page(address)
            found.setdefault(_name(address, html), []).append((len(html), address))
    return {kind: _choose(pages) for kind, pages in sorted(found.items())}


def _choose(pages: list[tuple[int, str]]) -> str:
    """The heaviest page that is not only more of the same."""
    handy = [page for page in pages if page[0] <= ENOUGH]
    return max(handy)[1] if handy else min(pages)[1]


def _name(address: str, html: str) -> str:
    section = address.partition("/")[0] or "home"
    found = _KIND.search(html)
    if not found:
        return "prose"
    series = "-by-year" if _NUMBERED.search(f"/{address}") else ""
    return (
        found[1] if found[1] not in {"list", "sources", "timeline"} else f"{section}-list{series}"
    )
