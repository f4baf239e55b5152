"""Feeds (Atom, RFC 4287): meetings and plans as they become known, newest first.

The day of an entry is that of the newest document behind the record: the same for everyone who
builds the site, as no clock and no history is read.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from coop.catalog import plan_date
from coop.exports import DataFile
from coop.exports.scopes import Scope, first_ref, last_told, list_scopes, moved_scopes
from coop.model import Meeting, Plan
from coop.pages.page import PREFIXES
from coop.pages.view import View, record_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coop.catalog import Catalog
    from coop.model import Record

FOLDER = "feeds"
MEDIA_TYPE = "application/atom+xml"
_LONGEST = 100
_NAMESPACE = "http://www.w3.org/2005/Atom"
# A tag URI (RFC 4151): an entry stays the same one when the site moves to another address.
_TAG = "tag:hk-mainland-records,2026:"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_MIDNIGHT = "T00:00:00+08:00"  # documents are dated by the day in Hong Kong


def feed_files(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """In each language a feed of everything, of each platform and of each topic.

    `site_url` ends in a slash. A platform that was renamed keeps its feed at the old address.
    """
    scopes = (*list_scopes(catalog), *moved_scopes(catalog))
    for language, prefix in PREFIXES.items():
        view = View(catalog, language, "")
        for scope in scopes:
            render = partial(_write, view, scope, site_url)
            yield DataFile(f"{prefix}{FOLDER}/{scope.id}.atom", render)


def _write(view: View, scope: Scope, site_url: str) -> bytes:
    entries = _newest(view.catalog, scope)
    root = site_url + PREFIXES[view.language]
    tag = view.language.value
    feed = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": tag})
    name = scope.subject.id if scope.subject else scope.id
    page = record_address(scope.subject) if scope.subject else ""
    _add(feed, "id", f"{_TAG}{tag}/{FOLDER}/{name}")
    _add(feed, "title", feed_title(view, scope.subject))
    _add(feed, "updated", _moment(entries[0][0] if entries else view.catalog.as_of))
    _add(SubElement(feed, "author"), "name", view.words("site.name"))
    _add(feed, "rights", "CC BY 4.0")
    itself = f"{root}{FOLDER}/{name}.atom"
    _link(feed, rel="self", type=MEDIA_TYPE, href=itself)
    _link(feed, rel="alternate", type="text/html", href=root + page)
    _link(feed, rel="license", href=_LICENCE)
    for day, record in entries:
        _entry(feed, view, record, day, root)
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def feed_title(view: View, subject: Record | None) -> str:
    """The name of the feed about a record, or about everything."""
    site = view.words("site.name")
    return view.words("feed.title", subject=view.title(subject), site=site) if subject else site


def _newest(catalog: Catalog, scope: Scope) -> list[tuple[date, Meeting | Plan]]:
    records: tuple[Meeting | Plan, ...] = (*scope.meetings, *scope.plans)
    dated = [(day, record) for record in records if (day := last_told(catalog, record))]
    return sorted(dated, key=lambda each: (each[0], each[1].ref), reverse=True)[:_LONGEST]


def _entry(feed: Element, view: View, record: Meeting | Plan, day: date, root: str) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "id", f"{_TAG}{view.language.value}/{first_ref(view.catalog, record)}")
    _add(entry, "title", view.title(record))
    _add(entry, "updated", _moment(day))
    _link(entry, rel="alternate", type="text/html", href=root + record_address(record))
    SubElement(entry, "category", term=record.kind.value, label=_kind(view, record))
    _add(entry, "summary", _summary(view, record))


def _kind(view: View, record: Meeting | Plan) -> str:
    return view.words(f"{record.kind_of.singular}.kind.{record.kind.value}")


def _summary(view: View, record: Meeting | Plan) -> str:
    pieces = [_kind(view, record)]
    if isinstance(record, Meeting):
        place = view.catalog.places.get(record.place or "")
        pieces += [view.words(f"meeting.status.{record.status.value}"), view.date_text(record.date)]
        pieces += [view.title(place)] if place else []
    else:
        pieces.append(view.date_text(plan_date(record)))
    return view.words("record.dot").join(pieces)


def _moment(day: date | None) -> str:
    return f"{day.isoformat() if day else '1970-01-01'}{_MIDNIGHT}"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, **attributes: str) -> None:
    SubElement(parent, "link", attributes)
