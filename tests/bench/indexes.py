"""Ours, Pagefind's of our pages, and Material's of the same pages as Markdown: three searches."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.bench.measure import Case, run
from tests.site.building import surroundings

PAGEFIND = Path(__file__).parent / "node_modules" / ".bin" / "pagefind"
SEPARATOR = r"[\s\u200b\-]+"  # as Material asks of sites in Chinese
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


class Made(NamedTuple):
    """A site to search: seconds of processor for the index and for the whole, bytes on disk."""

    name: str
    site: Path
    index_cost: float
    build_cost: float
    size: int


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
            *("attr_list", "def_list", "footnotes", "md_in_html", "tables"),
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
