"""What programs that read whole sites look for at the root: robots.txt and llms.txt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coop.exports import DataFile
from coop.model import Kind
from coop.pages.page import PREFIXES
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog

# Everything may be read by everyone: RFC 9309.
_ROBOTS = "User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"
# In the form that llmstxt.org proposes.
_LLMS = """\
# {name}

> {description}

{counts}.

The records reach to {as_of}. Every statement names the public document that it rests on; what
sources disagree on and what is not known is said as such. Independent; not a government site.
Licence: CC BY 4.0. Please cite the record's address and the day to which the records reach.

## Data

{data}

## Pages

{pages}

## Optional

{languages}
"""
_DATA = {
    "api/v1/index.json": "Version, counts and reach of the JSON API",
    "api/v1/openapi.json": "The API described in OpenAPI 3.1",
    "api/v1/meetings.json": "All meetings, with outcomes and sources",
    "api/v1/plans.json": "All plans and agreements, with measures and sources",
    "api/v1/platforms.json": "All platforms of co-operation",
    "data/records.zip": "Everything as CSV and SQLite, with checksums",
    "data/records.sqlite": "Everything in one SQLite database",
}
_PAGES = ("platforms", "meetings", "plans", "timeline", "gaps", "data", "about")


def guide_files(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Both files for a site whose address ends in a slash."""
    robots = _ROBOTS.format(site_url=site_url)
    yield DataFile("robots.txt", partial(robots.encode))
    yield DataFile("llms.txt", partial(_llms, catalog, site_url))


def _llms(catalog: Catalog, site_url: str) -> bytes:
    words = load_words(Language.EN)
    counts = (f"{words(f'nav.{kind.value}')}: {len(catalog.records[kind])}" for kind in Kind)
    others = (language for language in Language if language is not Language.EN)
    homes = {load_words(other)("site.name"): PREFIXES[other] for other in others}
    text = _LLMS.format(
        name=words("site.name"),
        description=words("site.description"),
        counts="; ".join(counts),
        as_of=catalog.as_of or "an unknown day",
        data="\n".join(f"- [{path}]({site_url}{path}): {said}" for path, said in _DATA.items()),
        pages="\n".join(f"- [{words(f'nav.{page}')}]({site_url}{page}/)" for page in _PAGES),
        languages="\n".join(f"- [{name}]({site_url}{prefix})" for name, prefix in homes.items()),
    )
    return text.encode()
