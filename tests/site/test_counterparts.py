"""Languages, sitemap and feeds agree with the pages, at a host's root and below a path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.markup import inside

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.building import Site

PREFIXES = {"en": "", "zh-Hant": "zh-hant/", "zh-Hans": "zh-hans/"}
HEAD_LINK = re.compile(r'<link rel="alternate " hreflang="([^"]+)" href="([^"]+)">')
ENTRY = re.compile(r"<url>(.*?)</url>", re.DOTALL)
ENTRY_LINK = re.compile(r'<xhtml:link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/>')
FEED = r'<link rel="alternate " type="application/atom\+xml" title="[^"]+" href="([^"]+)">'


@pytest.fixture(params=["site", "hosted"])
def built(request: pytest.FixtureRequest) -> Site:
    """Return the real site, built for a host's root and for a path below one."""
    found: Site = request.getfixturevalue(request.param)
    return found


def file_at(built: Site, url: str) -> Path:
    """Return the file that a host sends for an address of the site, without its fragment."""
    assert url.startswith(built.url), url
    path = url.removeprefix(built.url).partition("#")[0]
    return built.folder / (f"{path}index.html" if path.endswith("/") or not path else path)


def counterparts(html: str) -> dict[str, str]:
    """Return the counterparts that a page names, by language."""
    return dict(HEAD_LINK.findall(html))


def test_counterparts_exist_and_name_each_other(built: Site) -> None:
    named = {built.url + each: counterparts(built.page(each)) for each in built.addresses()}
    for url, links in named.items():
        assert links.keys() == {*PREFIXES, "x-default"}, url
        assert url in links.values()
        assert links["x-default"] == links["en"], url
        assert not links["en"].removeprefix(built.url).startswith("zh-"), url
        for other in links.values():
            assert file_at(built, other).is_file(), (url, other)
            assert named[other] == links, (url, other)


def test_the_sitemap_and_the_pages_name_the_same_counterparts(built: Site) -> None:
    listed = {}
    for entry in ENTRY.findall(built.read("sitemap.xml")):
        (place,) = inside(r"<loc>([^<]+)</loc>", entry)
        listed[place] = dict(ENTRY_LINK.findall(entry))
    assert listed == {
        built.url + each: counterparts(built.page(each)) for each in built.addresses()
    }


@pytest.mark.parametrize("tag", PREFIXES)
def test_feeds_lead_to_themselves_and_to_pages_in_their_language(built: Site, tag: str) -> None:
    root = built.url + PREFIXES[tag]
    feeds = sorted(file_at(built, f"{root}feeds/all.atom").parent.glob("*.atom"))
    assert len(feeds) > len(PREFIXES)
    for feed in feeds:
        text = feed.read_text("utf-8")
        (itself,) = inside(r'<link rel="self" type="[^"]+" href="([^"]+)"', text)
        assert itself.startswith(f"{root}feeds/")
        assert file_at(built, itself).read_text("utf-8") == text, feed.name
        pages = inside(r'<link rel="alternate" type="text/html" href="([^"]+)"', text)
        assert len(pages) == text.count("<entry>") + 1, feed.name
        for url in set(pages):
            assert url.startswith(root), (feed.name, url)
            _, _, fragment = url.partition("#")
            html = file_at(built, url).read_text("utf-8")
            assert f'<html lang="{tag}"' in html, (feed.name, url)
            assert not fragment or f'id="{fragment}"' in html, (feed.name, url)


def test_a_page_s_feed_is_there_in_the_page_s_language(built: Site) -> None:
    told = 0
    for address in built.addresses():
        html = built.page(address)
        (tag,) = inside(r'<html lang="([^"]+)"', html)
        for feed in inside(FEED, html):
            told += 1
            assert feed.startswith(f"{built.url}{PREFIXES[tag]}feeds/"), address
            assert f'xml:lang="{tag}"' in file_at(built, feed).read_text("utf-8")[:200], address
    assert told > len(PREFIXES)
