"""The search against Material's own and Pagefind, side by side: `python tests/bench/search.py`.

The same pages in three languages, served compressed: how many of tests/search/queries.yaml are
answered rightly, what is sent before and for a first search, how large the index is, what it costs
to make, and how long a reader waits. Every figure is printed, also where we lose. Needs `npm
install` in this folder, Chromium, and a Python that has mkdocs-material and jieba (`--material`).
With `--records`, made-up records instead, asked for by their names in three languages, by the
day and by who was there.

Material has one index for all languages, as one project has; a record found in any counts. The
time of a first answer is that of the main thread slowed: Chromium slows no worker, and all three
search in one. So our worker's code is also timed on a slowed main thread, from the moment at
which all it asks for is there.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from machine.browser import NO_BROWSER, find_browser
from tests.bench.indexes import PAGEFIND, Made, make_material, make_ours, make_pagefind
from tests.bench.lighthouse import Compressing
from tests.bench.measure import make_project, say
from tests.bench.questions import Question, ask_for_made_up, load_questions
from tests.browser.serving import FLAGS
from tests.site.building import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PREFIXES = {"en": "", "zh-Hant": "zh-hant/", "zh-Hans": "zh-hans/"}
FIRST_QUERY = "hong kong shanghai conference 2024"
FIRST_MADE_UP = "sample conference 3 on trade 2004"
SLOWER = 4
LONGEST = 3_000  # milliseconds for an answer
PATIENCE = 300_000  # for the first one, before which an index may have to be read
ROUNDS = 5
BOX = "[data-md-component=search-query]"
ANSWERS = ".md-search-result__item a.md-search-result__link"
ASK_BOX = """async ({box, answers, query, longest}) => {
  const field = document.querySelector(box);
  const type = (text) => { field.value = text;
    field.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
    field.dispatchEvent(new Event("input", {bubbles: true})); };
  const links = () => [...document.querySelectorAll(answers)].map((link) => link.href);
  const pause = (wait) => new Promise((done) => setTimeout(done, wait));
  const until = async (done, most) => {
    const end = performance.now() + most;
    while (!done() && performance.now() < end) await pause(5); };
  field.focus();
  type("");
  await until(() => !links().length, longest);
  const started = performance.now();
  type(query);
  await until(() => links().length, longest);
  const took = performance.now() - started;
  let last = "";
  while (last !== links().join()) { last = links().join(); await pause(250); }
  return {took, links: links()}; }"""
KEEP_PIECES = """async (query) => {
  const kept = {}, fetched = self.fetch;
  self.fetch = async (address, options) => {
    const answer = await fetched(address, options);
    kept[address] = [...new Uint8Array(await answer.clone().arrayBuffer())];
    return answer; };
  await answer(query);
  return kept; }"""
ASK_WORKER = """async ([query, kept]) => {
  const unpack = ([address, bytes]) => [address, new Uint8Array(bytes)];
  const pieces = new Map(Object.entries(kept).map(unpack));
  self.fetch = async (address) => new Response(pieces.get(String(address)));
  const started = performance.now();
  await answer(query);
  return performance.now() - started; }"""
ASK_PAGEFIND = """async ({query}) => {
  const started = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  const {results} = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return {took: performance.now() - started, links: found.map(({url}) => url)}; }"""


class First(NamedTuple):
    """A first search: bytes sent before and for it, milliseconds on a slowed processor."""

    before: int
    sent: int
    took: float


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a folder, compressed, on a free port; gives its address."""
    handler = partial(Compressing, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def ask(page: Page, name: str, query: str, longest: int = LONGEST) -> dict[str, Any]:
    """The addresses that a search answers with, best first, and the milliseconds to the first."""
    given = {"box": BOX, "answers": ANSWERS, "query": query, "longest": longest}
    script = ASK_PAGEFIND if name == "Pagefind" else ASK_BOX
    answer: dict[str, Any] = page.evaluate(script, given)
    return answer


def record_of(address: str) -> str:
    """The reference of the record that a page in any language is of."""
    path = address.partition("#")[0].partition("?")[0].removesuffix("index.html").strip("/")
    path = "/".join(path.split("/")[3:]) if "://" in path else path
    return path.removeprefix("zh-hant/").removeprefix("zh-hans/")


def judge(page: Page, name: str, query: Question) -> tuple[bool, bool]:
    """Whether the record wanted stands at its rank, and whether it is among the first three."""
    wanted = query.get("first") or query["among"]
    found = list(dict.fromkeys(map(record_of, ask(page, name, query["query"])["links"])))[:3]
    among = wanted in found
    return (found[:1] == [wanted] if "first" in query else among), among


def count_right(browser: Browser, made: Made, lists: dict[str, list[Question]], first: str) -> str:
    """The right answers to each list of queries, at their rank and among the first three."""
    told = []
    with serve(made.site) as address:
        context = browser.new_context()
        pages = {tag: context.new_page() for tag in PREFIXES}
        for tag, page in pages.items():
            page.goto(f"{address}{PREFIXES[tag]}about/", wait_until="networkidle")
            ask(page, made.name, first, PATIENCE)
        for part, queries in lists.items():
            judged = [judge(pages[query["page"]], made.name, query) for query in queries]
            ranked, among = (sum(column) for column in zip(*judged, strict=True))
            told.append(f"{part} {ranked}/{among} of {len(queries)}")
        context.close()
    return ", ".join(told)


def measure_first(browser: Browser, made: Made, query: str) -> First:
    """What a first search costs a reader whose cache is empty."""
    sizes: list[int] = []
    with serve(made.site) as address:
        context = browser.new_context()
        page = context.new_page()
        context.on("response", lambda got: sizes.append(weigh(got.url, got.headers)))
        page.goto(f"{address}about/", wait_until="networkidle")
        before = sum(sizes)
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        took = ask(page, made.name, query, PATIENCE)["took"]
        page.wait_for_load_state("networkidle")
        context.close()
    return First(before, sum(sizes) - before, took)


def measure_worker(browser: Browser, made: Made, query: str) -> list[float]:
    """Milliseconds that our worker's code takes on a slowed thread once its pieces are there."""
    folder = made.site / "assets" / "js"
    scripts = [(folder / f"search-{name}.js").read_text("utf-8") for name in ("spelling", "worker")]
    kept: dict[str, list[int]] = {}
    took = []
    with serve(made.site) as address:
        for _ in range(ROUNDS + 1):
            context = browser.new_context(bypass_csp=True)
            page = context.new_page()
            page.goto(f"{address}contribute/style/")
            for script in scripts:
                page.add_script_tag(content=script)
            if kept:
                session = context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                took.append(page.evaluate(ASK_WORKER, [query, kept]))
            else:
                kept = page.evaluate(KEEP_PIECES, query)
            context.close()
    return sorted(took)


def weigh(url: str, headers: dict[str, str]) -> int:
    """The bytes of an answer if the search asked for it; its style sheet is every page's."""
    wanted = ("search" in url or "pagefind" in url) and not url.partition("?")[0].endswith(".css")
    return int(headers.get("content-length", 0)) if wanted else 0


def report(made: Made, first: First) -> None:
    """Print what a search costs."""
    share = made.index_cost / made.build_cost
    say(
        f"{made.name:9} index {made.size / 1000:6.0f} kB, made in {made.index_cost:6.2f} s CPU "
        f"({share:.1%} of the build's {made.build_cost:.1f} s); sent before "
        f"{first.before / 1000:.1f} kB, for the first search {first.sent / 1000:.1f} kB; "
        f"first answer {first.took:.0f} ms"
    )


def main() -> int:
    """Compare; returns 2 if something is not installed."""
    parser = argparse.ArgumentParser(description="Compare the search with others.")
    parser.add_argument("--material", required=True, help="a Python with mkdocs-material and jieba")
    parser.add_argument("--records", type=int, help="made-up records in place of the real ones")
    options = parser.parse_args()
    program = find_browser(os.environ)
    if not program or not PAGEFIND.is_file():
        sys.stderr.write(f"{'npm install in tests/bench' if program else NO_BROWSER}\n")
        return 2
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        project = make_project(folder / "project", options.records) if options.records else ROOT
        first = FIRST_MADE_UP if options.records else FIRST_QUERY
        lists = ask_for_made_up(options.records) if options.records else load_questions()
        ours = make_ours(folder, project)
        others = [make_pagefind(folder, ours), make_material(folder, project, options.material)]
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        for made in (ours, *others):
            report(made, measure_first(browser, made, first))
            say(f"{made.name:9} right: {count_right(browser, made, lists, first)}")
        took = ", ".join(f"{one:.0f}" for one in measure_worker(browser, ours, first))
        say(f"{ours.name:9} answer after its pieces arrived, all on a slowed thread: {took} ms")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
