"""A page that arrives in pieces, each painted before the next is sent, and what moved meanwhile."""

from __future__ import annotations

import re
from contextlib import contextmanager
from itertools import islice, pairwise
from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.browser.serving import Handler, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.site.building import Site

MOST = 100  # pieces of what a page holds
_PART = re.compile(r"<(svg|select|noscript)\b.*?</\1>|</\w+>", re.DOTALL)
_WATCH = """
const moved = [];
const tell = ({ node }) => `${node?.nodeName}.${node?.className} ${node?.textContent.trim()}`;
const keep = (entries) => moved.push(...entries.flatMap((entry) => entry.sources.map(tell)));
const watch = new PerformanceObserver((list) => keep(list.getEntries()));
watch.observe({ type: "layout-shift", buffered: true });
window.tellMoved = () => { keep(watch.takeRecords()); return moved; };
"""
_HAS_ARRIVED = """(end) => {
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) if (comments.currentNode.data === end) return true;
  return false;
}"""
PAINT = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def cut(html: str, start: str) -> list[str]:
    """The pieces of a page: cut behind each part of its header, and of what it holds from `start`.

    A picture is one part, and a list of choices. Each piece ends in a comment that numbers it.
    """
    regions = (html.index("<header"), html.index("</header>")), (html.index(start), len(html))
    ends = [end for region in regions for end in islice(_ends(html, *region), MOST)]
    pieces = [html[one:other] for one, other in pairwise([0, *ends, len(html)])]
    return [f"{piece}<!--{_end(number)}-->" for number, piece in enumerate(pieces)]


def tell_moved(page: Page, site: Site, path: str, start: str) -> list[str]:
    """Open a page of a site that arrives in pieces; what moved after it had been painted."""
    count = len(cut(site.page(urlsplit(path).path), start))
    page.add_init_script(_WATCH)
    with _arriving(site, start) as (address, gate):
        page.goto(f"{address}{path}", wait_until="commit")
        for number in range(count):
            gate.put(number)
            page.wait_for_function(_HAS_ARRIVED, arg=_end(number))
            page.evaluate(PAINT)
        page.wait_for_function("() => !document.documentElement.matches('.coop-sifting')")
        page.wait_for_load_state()
        page.evaluate(PAINT)
        moved: list[str] = page.evaluate("tellMoved()")
    return moved


def _ends(html: str, start: int, end: int) -> Iterator[int]:
    return (part.end() for part in _PART.finditer(html, start, end))


def _end(number: int) -> str:
    return f"end of piece {number}"


@contextmanager
def _arriving(site: Site, start: str) -> Iterator[tuple[str, Queue[int]]]:
    """Serve a site whose pages are sent in pieces; gives its address and the gate of the pieces."""
    gate: Queue[int] = Queue()

    class Slow(Handler):
        def do_GET(self) -> None:  # noqa: N802 - as the server calls it
            page = Path(self.translate_path(urlsplit(self.path).path)) / "index.html"
            if not page.is_file():
                super().do_GET()
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            for piece in cut(page.read_text("utf-8"), start):
                gate.get()
                self.wfile.write(piece.encode())

    with serve(site, Slow) as address:
        yield address, gate
