"""The sitemap: every page in each language with its counterparts; no date of the build in it.

A record's page says when the record last changed, where its history is known.
"""

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

    from coop.history.past import History

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap_files(
    addresses: Iterable[str], site_url: str, history: History | None
) -> Iterator[DataFile]:
    """The sitemap of the pages at some addresses (without language), plain and compressed."""
    render = partial(write_sitemap, tuple(sorted(set(addresses))), site_url, history)
    yield DataFile("sitemap.xml", render)
    yield DataFile("sitemap.xml.gz", lambda: gzip.compress(render(), mtime=0))


def write_sitemap(addresses: Iterable[str], site_url: str, history: History | None) -> bytes:
    """The sitemap's bytes; every entry names its counterparts in the other languages."""
    entries = (_entries(each, site_url, _changed(each, history)) for each in addresses)
    return (_HEAD + "".join(entries) + "</urlset>\n").encode()


def _changed(address: str, history: History | None) -> str:
    """The line that tells when the record at an address last changed; empty for other pages."""
    past = history.of(address.removesuffix("/")) if history else None
    return f"    <lastmod>{past.changed.date().isoformat()}</lastmod>\n" if past else ""


def _entries(address: str, site_url: str, changed: str) -> str:
    urls = {language: escape(site_url + PREFIXES[language] + address) for language in Language}
    links = "".join(
        f'    <xhtml:link rel="alternate" hreflang="{tag}" href="{url}"/>\n'
        for tag, url in [*urls.items(), ("x-default", urls[Language.EN])]
    )
    return "".join(
        f"  <url>\n    <loc>{url}</loc>\n{changed}{links}  </url>\n" for url in urls.values()
    )
