"""The search against Material's own and Pagefind, side by side: `python tests/bench/search.py`.

The same pages in three languages, served compressed: how many of tests/search/queries.yaml are
answered rightly, what is sent before and for a first search, how large the index is, what it costs
to make, and how long a reader waits. Every figure is printed, also where we lose. Needs `npm
install` in this folder, Chromium, and a Python that has mkdocs-material and jieba (`--material`).
With `--records`, made-up records instead, of which the list of queries asks nothing.

Material has one index for all languages, as one project has; a record found in any counts. The
main thread alone is slowed: what runs in a worker is not, and all three search in one.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
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

import dev
from coop.yamlio import read_document
from tests.bench.lighthouse import Compressing
from tests.bench.measure import Case, make_project, run, say
from tests.browser.serving import FLAGS
from tests.site.building import ROOT, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PAGEFIND = Path(__file__).parent / "node_modules" / ".bin" / "pagefind"
QUERIES = ROOT / "tests" / "search" / "queries.yaml"
PREFIXES = {"en": "", "zh-Hant": "zh-hant/", "zh-Hans": "zh-hans/"}
FIRST_QUERY = "hong kong shanghai conference 2024"
SEPARATOR = r"[\s\u200b\-]+"  # as Material asks of sites in Chinese
SLOWER = 4
LONGEST = 3_000  # milliseconds for an answer
BOX = "[data-md-component=search-query]"
ANSWERS = ".md-search-result__item a.md-search-result__link"
# Seconds of the processor in the search plugin alone, the rest of a build being the theme's.
MATERIAL = """
import sys, time
import jieba
from pathlib import Path
from material.plugins.search.plugin import SearchPlugin
from mkdocs.commands.build import build
from mkdocs.config import load_config
spent = 0.0
def timed(method):
    def call(*given, **named):
        global spent
        started = time.process_time()
        try:
            return method(*given, **named)
        finally:
            spent += time.process_time() - started
    return call
for name in ("on_startup", "on_config", "on_page_context", "on_post_build"):
    setattr(SearchPlugin, name, timed(getattr(SearchPlugin, name)))
build(load_config(sys.argv[1], site_dir=sys.argv[2]))
Path(sys.argv[3]).write_text(str(spent))
"""
# As in a build, nothing looks for garbage.
OURS = """
import gc, sys, time
gc.disable()
from pathlib import Path
from coop.catalog import build_catalog
from coop.loading import load
from coop.search import search_files
from coop.site import write_bytes
root = Path(sys.argv[1])
loaded = load(root / "data")
catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
docs = root / "docs"
prose = {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}
started = time.process_time()
for output in search_files(catalog, prose):
    write_bytes(output)
Path(sys.argv[2]).write_text(str(time.process_time() - started))
"""
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
ASK_PAGEFIND = """async ({query}) => {
  const started = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  const {results} = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return {took: performance.now() - started, links: found.map(({url}) => url)}; }"""


class Made(NamedTuple):
    """A site to search: seconds of processor for the index and for the whole, bytes on disk."""

    name: str
    site: Path
    index_cost: float
    build_cost: float
    size: int


class First(NamedTuple):
    """A first search: bytes sent before and for it, milliseconds on a slowed processor."""

    before: int
    sent: int
    took: float


def size_of(*paths: Path) -> int:
    """The bytes of files, and of all files in folders."""
    files = (file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]))
    return sum(file.stat().st_size for file in files if file.is_file())


def make_ours(folder: Path, project: Path) -> Made:
    """Our own site."""
    site, spent = folder / "ours", folder / "spent-ours"
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    whole = run(Case("ours", build, project))
    index = [sys.executable, "-c", OURS, str(project), str(spent)]
    subprocess.run(index, env=surroundings(), check=True)
    return Made("ours", site, float(spent.read_text()), whole.cpu, size_of(site / "search"))


def make_pagefind(folder: Path, ours: Made) -> Made:
    """Our site's pages with Pagefind's index beside them, of what stands in each page's article."""
    site = folder / "pagefind"
    shutil.copytree(ours.site, site)
    options = ["--site", str(site), "--root-selector", "article"]
    cost = run(Case("Pagefind", [str(PAGEFIND), *options], folder))
    found = site / "pagefind"
    parts = (found / "index", found / "fragment", *found.glob("pagefind.*.pf_meta"))
    return Made("Pagefind", site, cost.cpu, ours.build_cost + cost.cpu, size_of(*parts))


def write_settings(folder: Path, docs: Path) -> Path:
    """The settings of a plain project with Material's search."""
    settings = {
        "site_name": "Records",
        "site_url": "https://example.org/",
        "docs_dir": str(docs),
        "nav": [{"Home": "index.md"}],
        "not_in_nav": "*.md\n",
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "plugins": [{"search": {"lang": ["en", "zh"], "separator": SEPARATOR}}],
        "markdown_extensions": [
            *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
            *("pymdownx.details", "pymdownx.superfences"),
        ],
        "validation": {"links": dict.fromkeys(("not_found", "unrecognized_links"), "ignore")},
    }
    file = folder / "material.yml"
    file.write_text(json.dumps(settings), "utf-8")
    return file


def make_material(folder: Path, project: Path, python: str) -> Made:
    """The same pages as Markdown, built by Material with its own search."""
    docs, site, spent = folder / "markdown", folder / "material", folder / "spent-material"
    options = ["pages", "--root", str(project), "--out", str(docs)]
    run(Case("pages", [sys.executable, "-m", "coop.cli", *options], project))
    for name in ("api", "schemas", "search"):
        shutil.rmtree(docs / name, ignore_errors=True)
    given = [str(write_settings(folder, docs)), str(site), str(spent)]
    whole = run(Case("Material", [python, "-c", MATERIAL, *given], folder))
    return Made("Material", site, float(spent.read_text()), whole.cpu, size_of(site / "search"))


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a folder, compressed, on a free port; gives its address."""
    handler = partial(Compressing, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def ask(page: Page, name: str, query: str) -> dict[str, Any]:
    """The addresses that a search answers with, best first, and the milliseconds to the first."""
    given = {"box": BOX, "answers": ANSWERS, "query": query, "longest": LONGEST}
    script = ASK_PAGEFIND if name == "Pagefind" else ASK_BOX
    answer: dict[str, Any] = page.evaluate(script, given)
    return answer


def record_of(address: str) -> str:
    """The reference of the record that a page in any language is of."""
    path = address.partition("#")[0].partition("?")[0].removesuffix("index.html").strip("/")
    path = "/".join(path.split("/")[3:]) if "://" in path else path
    return path.removeprefix("zh-hant/").removeprefix("zh-hans/")


def load_queries() -> dict[str, list[dict[str, str]]]:
    """The lists of queries by name."""
    document, _ = read_document(QUERIES.name, QUERIES.read_bytes())
    if not document:
        raise SystemExit(f"{QUERIES} cannot be read")
    tree: Any = document.tree
    return dict(tree)


def judge(page: Page, name: str, query: dict[str, str]) -> tuple[bool, bool]:
    """Whether the record wanted stands at its rank, and whether it is among the first three."""
    wanted = query.get("first") or query["among"]
    found = list(dict.fromkeys(map(record_of, ask(page, name, query["query"])["links"])))[:3]
    among = wanted in found
    return (found[:1] == [wanted] if "first" in query else among), among


def count_right(browser: Browser, made: Made) -> str:
    """The right answers to each list of queries, at their rank and among the first three."""
    told = []
    with serve(made.site) as address:
        context = browser.new_context()
        pages = {tag: context.new_page() for tag in PREFIXES}
        for tag, page in pages.items():
            page.goto(f"{address}{PREFIXES[tag]}about/", wait_until="networkidle")
        for part, queries in load_queries().items():
            judged = [judge(pages[query["page"]], made.name, query) for query in queries]
            ranked, among = (sum(column) for column in zip(*judged, strict=True))
            told.append(f"{part} {ranked}/{among} of {len(queries)}")
        context.close()
    return ", ".join(told)


def measure_first(browser: Browser, made: Made) -> First:
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
        took = ask(page, made.name, FIRST_QUERY)["took"]
        page.wait_for_load_state("networkidle")
        context.close()
    return First(before, sum(sizes) - before, took)


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
    program = dev.find_browser(os.environ)
    if not program or not PAGEFIND.is_file():
        sys.stderr.write(f"{'npm install in tests/bench' if program else dev.NO_BROWSER}\n")
        return 2
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        project = make_project(folder / "project", options.records) if options.records else ROOT
        ours = make_ours(folder, project)
        others = [make_pagefind(folder, ours), make_material(folder, project, options.material)]
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        for made in (ours, *others):
            report(made, measure_first(browser, made))
            if not options.records:
                say(f"{made.name:9} right: {count_right(browser, made)}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
