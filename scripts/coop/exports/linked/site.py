"""Linked data of the site itself: the whole, its data set, and where a page stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coop.exports.licence import LICENCE_URL
from coop.model import Kind
from coop.pages.page import PREFIXES
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.pages.view import View

Node = dict[str, Any]
CONTEXT = "https://schema.org"
_DATA = "data"
_LISTS = frozenset(kind.value for kind in Kind) | {"timeline"}
_OTHERS = frozenset({_DATA, "gaps", "glossary", "contribute", "about"})
_Downloads = tuple[tuple[str, str], ...]


def describe_page(view: View, site_url: str, downloads: _Downloads) -> Node | None:
    """The JSON-LD of a page that is about no single record; None where nothing can be said.

    `site_url` ends in a slash; `downloads` are paths and media types of the data set.
    """
    section, *_ = view.address.split("/")
    root = site_url + PREFIXES[view.language]
    if not view.address:
        return {"@context": CONTEXT, **_website(view, site_url)}
    if section not in _LISTS | _OTHERS:
        return None
    name = view.words(f"nav.{section}")
    steps = ((view.words("nav.home"), root), (name, f"{root}{section}/"))
    nodes = [describe_path(steps)]
    if view.address == f"{_DATA}/":
        nodes.insert(0, _dataset(view, site_url, downloads))
    elif view.address == f"{section}/":
        nodes.insert(0, _page(view, name, root))
    return {"@context": CONTEXT, "@graph": nodes}


def describe_path(steps: Iterable[tuple[str, str]]) -> Node:
    """The way to a page: names and whole addresses, from the home page on."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(steps, 1)
        ],
    }


def full(node: Node) -> Node:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _website(view: View, site_url: str) -> Node:
    root = site_url + PREFIXES[view.language]
    return {
        "@type": "WebSite",
        "@id": site_url,
        "url": root,
        "name": [
            {"@language": language.value, "@value": load_words(language)("site.name")}
            for language in Language
        ],
        "description": view.words("site.description"),
        "inLanguage": [language.value for language in Language],
        "license": LICENCE_URL,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{root}find/?q={{query}}"},
            "query-input": "required name=query",
        },
    }


def _page(view: View, name: str, root: str) -> Node:
    section = view.address.rstrip("/")
    return {
        "@type": "CollectionPage" if section in _LISTS else "WebPage",
        "@id": f"{root}{view.address}",
        "url": f"{root}{view.address}",
        "name": name,
        "inLanguage": view.language.value,
    }


def _dataset(view: View, site_url: str, downloads: _Downloads) -> Node:
    as_of = view.catalog.as_of
    return full(
        {
            "@type": "Dataset",
            "@id": f"{site_url}{_DATA}/",
            "name": view.words("site.name"),
            "description": view.words("site.description"),
            "url": f"{site_url}{PREFIXES[view.language]}{_DATA}/",
            "inLanguage": [language.value for language in Language],
            "license": LICENCE_URL,
            "isAccessibleForFree": True,
            "version": as_of.isoformat() if as_of else None,
            "dateModified": as_of.isoformat() if as_of else None,
            "creator": {"@type": "Organization", "name": view.words("site.name")},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "contentUrl": site_url + path,
                    "encodingFormat": kind,
                }
                for path, kind in downloads
            ],
        }
    )
