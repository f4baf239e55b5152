"""Stubs at the addresses of ids that were renamed or merged."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from pydantic_core import to_json

from coop.exports import DataFile
from coop.exports.api.records import ROOT
from coop.model import Source
from coop.pages.page import PREFIXES, relative_url
from coop.pages.view import record_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model import Record

_STUB = """<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={way}">
<link rel="canonical" href="{whole}">
<meta name="robots" content="noindex">
</head>
<body><p><a href="{way}">{title}</a></p></body>
</html>
"""


def redirect_files(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """For every redirected id a page in each language and a JSON file that name the new id.

    A source has no page of its own: the page of its year keeps its old name beside the new one.
    """
    for old in catalog.redirects:
        record = catalog.find(old)
        if record is None:
            continue
        yield DataFile(f"{ROOT}/{old}.json", partial(_json, record))
        if isinstance(record, Source):
            continue
        for language, prefix in PREFIXES.items():
            new = f"{prefix}{record_address(record)}"
            way = relative_url(new, f"{prefix}{old}/")
            render = partial(_page, language.value, record.ref, way, site_url + new)
            yield DataFile(f"{prefix}{old}/index.html", render)


def _json(record: Record) -> bytes:
    return to_json({"moved_to": record.ref}, indent=2) + b"\n"


def _page(tag: str, title: str, way: str, whole: str) -> bytes:
    return _STUB.format(tag=tag, way=escape(way), whole=escape(whole), title=escape(title)).encode()
