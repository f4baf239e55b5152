"""The sitemap: every page in each language with its counterparts; no date of the build in it."""

from __future__ import annotations

import gzip
from functools import partial
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from coop.exports import DataFile
from coop.pages.page import PREFIXES
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap_files(addresses: Iterable[str], site_url: str) -> Iterator[DataFile]:
    """The sitemap of the pages at some addresses (without language), plain and compressed."""
    render = partial(write_sitemap, tuple(sorted(set(addresses))), site_url)
    yield DataFile("sitemap.xml", render)
    yield DataFile("sitemap.xml.gz", lambda: gzip.compress(render(), mtime=0))


def write_sitemap(addresses: Iterable[str], site_url: str) -> bytes:
    """The sitemap's bytes; every entry names its counterparts in the other languages."""
    return (_HEAD + "".join(_entries(a, site_url) for a in addresses) + "</urlset>\n").encode()


def _entries(address: str, site_url: str) -> str:
    urls = {language: escape(site_url + PREFIXES[language] + address) for language in Language}
    links = "".join(
        f'    <xhtml:link rel="alternate" hreflang="{tag}" href="{url}"/>\n'
        for tag, url in [*urls.items(), ("x-default", urls[Language.EN])]
    )
    return "".join(f"  <url>\n    <loc>{url}</loc>\n{links}  </url>\n" for url in urls.values())
