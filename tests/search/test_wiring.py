"""The theme's box speaks with our worker, and with no other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site.building import Site

WORKER = Path(__file__).resolve().parents[2] / "docs" / "assets" / "js" / "search-worker.js"
CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>')
THEME = re.compile(r'"[^"]*assets/javascripts/bundle\.[^"]+"')
MOST_LINES = 300


def test_every_page_names_our_worker_in_its_language(hosted: Site) -> None:
    for address in [*hosted.addresses(), "404.html"]:
        html = hosted.read(address) if address.endswith(".html") else hosted.page(address)
        found = CONFIG.search(html)
        assert found, address
        search = json.loads(found[1])["search"]
        tag = {"zh-hant": "zh-Hant", "zh-hans": "zh-Hans"}.get(address.split("/")[0], "en")
        assert search.endswith(f"assets/js/search-worker.js?lang={tag}"), address


def test_the_theme_s_script_is_named_once_and_runs_after_ours(hosted: Site) -> None:
    for address in [*hosted.addresses(), "404.html"]:
        html = hosted.read(address) if address.endswith(".html") else hosted.page(address)
        assert len(THEME.findall(html)) == 1, address
        if found := re.search(rf"<script src={THEME.pattern}", html):
            assert html.index("assets/js/coop.js") < found.start(), address


def test_the_index_of_the_theme_is_gone(hosted: Site) -> None:
    assert not (hosted.folder / "search" / "search_index.json").exists()
    assert 'name="search"' not in hosted.page("about/")


def test_the_worker_stays_small() -> None:
    assert len(WORKER.read_text("utf-8").splitlines()) < MOST_LINES
