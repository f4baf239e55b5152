"""Feeds (Atom, RFC 4287): new records and corrections, newest first.

Each addition and each day's correction of a record is an entry of its own, dated by the commit
that brought it. Where the history is not known, meetings and plans stand by the day of the newest
document behind them.
"""

from __future__ import annotations

from datetime import datetime, time
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from coop.chronology import plan_date
from coop.exports import DataFile
from coop.exports.following.scopes import ALL, UPCOMING, Scope, list_scopes, moved_scopes
from coop.exports.licence import LICENCE_URL
from coop.exports.provenance import first_ref, last_told
from coop.history.past import HONG_KONG, by_day
from coop.model import Kind, Meeting, Plan
from coop.pages.page import PREFIXES
from coop.pages.parts.history import tell_steps
from coop.pages.view import View, record_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coop.catalog import Catalog
    from coop.history.past import History, Step
    from coop.model import Record

FOLDER = "feeds"
MEDIA_TYPE = "application/atom+xml"
_LONGEST = 100
_NAMESPACE = "http://www.w3.org/2005/Atom"
# A tag URI (RFC 4151): an entry stays the same one when the site moves to another address.
_TAG = "tag:hk-mainland-records,2026:"
_NEVER = datetime(1970, 1, 1, tzinfo=HONG_KONG)
_MOST_TOLD = 5


class _Entry(NamedTuple):
    """Something new: when it came, how new the documents behind it are, what it is about."""

    moment: datetime
    told: datetime
    record: Record
    steps: tuple[Step, ...] = ()  # of a correction


def feed_files(
    catalog: Catalog, site_url: str, history: History | None = None
) -> Iterator[DataFile]:
    """In each language a feed of everything, of what is to come, of each platform and topic.

    `site_url` ends in a slash. A platform that was renamed keeps its feed at the old address.
    """
    scopes = (*list_scopes(catalog), *moved_scopes(catalog))
    for scope in scopes:
        newest = cache(partial(_newest, catalog, scope, history))  # in all languages the same
        for language, prefix in PREFIXES.items():
            view = View(catalog, language, "")
            render = partial(_write, view, scope, newest, site_url)
            yield DataFile(f"{prefix}{FOLDER}/{scope.id}.atom", render)


def _write(view: View, scope: Scope, newest: Callable[[], list[_Entry]], site_url: str) -> bytes:
    entries = newest()
    root = site_url + PREFIXES[view.language]
    tag = view.language.value
    feed = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": tag})
    name = scope.subject.id if scope.subject else scope.id
    page = record_address(scope.subject) if scope.subject else ""
    _add(feed, "id", f"{_TAG}{tag}/{FOLDER}/{name}")
    _add(feed, "title", _title(view, scope))
    _add(feed, "updated", (entries[0].moment if entries else _as_of(view.catalog)).isoformat())
    _add(SubElement(feed, "author"), "name", view.words("site.name"))
    _add(feed, "rights", "CC BY 4.0")
    itself = f"{root}{FOLDER}/{name}.atom"
    _link(feed, rel="self", type=MEDIA_TYPE, href=itself)
    _link(feed, rel="alternate", type="text/html", href=root + page)
    _link(feed, rel="license", href=LICENCE_URL)
    for entry in entries:
        _entry(feed, view, entry, root)
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _title(view: View, scope: Scope) -> str:
    if scope.id == UPCOMING:
        return view.words("calendar.upcoming")
    return feed_title(view, scope.subject)


def feed_title(view: View, subject: Record | None) -> str:
    """The name of the feed about a record, or about everything."""
    site = view.words("site.name")
    return view.words("feed.title", subject=view.title(subject), site=site) if subject else site


def _newest(catalog: Catalog, scope: Scope, history: History | None) -> list[_Entry]:
    records: tuple[Record, ...] = (*scope.meetings, *scope.plans)
    if history and scope.subject:
        records += (scope.subject,)
    elif history and scope.id == ALL:
        records += _others(catalog)
    entries = (each for record in records for each in _entries(catalog, record, history))
    return sorted(entries, key=lambda each: (*each[:2], each.record.ref), reverse=True)[:_LONGEST]


def _others(catalog: Catalog) -> tuple[Record, ...]:
    """The records beside meetings and plans; a source is news where a record cites it."""
    kinds = (kind for kind in Kind if kind not in {Kind.MEETINGS, Kind.PLANS, Kind.SOURCES})
    return tuple(record for kind in kinds for record in catalog.records[kind].values())


def _entries(catalog: Catalog, record: Record, history: History | None) -> Iterator[_Entry]:
    day = last_told(catalog, record)
    told = datetime.combine(day, time(), HONG_KONG) if day else _NEVER
    if history is None:
        if day:
            yield _Entry(told, told, record)
    elif past := history.of(record.ref):
        yield _Entry(past.added, told, record)
        for steps in by_day(past.steps).values():
            yield _Entry(steps[-1].moment, told, record, steps)


def _as_of(catalog: Catalog) -> datetime:
    return datetime.combine(catalog.as_of, time(), HONG_KONG) if catalog.as_of else _NEVER


def _entry(feed: Element, view: View, news: _Entry, root: str) -> None:
    record, steps = news.record, news.steps
    entry = SubElement(feed, "entry")
    mark = f"#{news.moment.date().isoformat()}" if steps else ""
    tag = f"{_TAG}{view.language.value}/{first_ref(view.catalog, record)}{mark}"
    _add(entry, "id", tag)
    title = view.title(record)
    _add(entry, "title", view.words("feed.corrected", title=title) if steps else title)
    _add(entry, "updated", news.moment.isoformat())
    _link(entry, rel="alternate", type="text/html", href=root + record_address(record))
    term = record.kind.value if isinstance(record, Meeting | Plan) else record.kind_of.singular
    SubElement(entry, "category", term=term, label=_kind(view, record))
    told = _tell(view, record, steps) if steps else _summary(view, record)
    _add(entry, "summary", told)


def _tell(view: View, record: Record, steps: tuple[Step, ...]) -> str:
    """What was corrected, the first few of it."""
    told = list(tell_steps(view, record.kind_of, steps))
    rest = len(told) - _MOST_TOLD
    more = [view.words("history.more", n=rest)] if rest > 0 else []
    return view.words("record.semicolon").join([*told[:_MOST_TOLD], *more])


def _kind(view: View, record: Record) -> str:
    if isinstance(record, Meeting | Plan):
        return view.words(f"{record.kind_of.singular}.kind.{record.kind.value}")
    return view.words(f"find.kind.{record.kind_of.value}")


def _summary(view: View, record: Record) -> str:
    pieces = [_kind(view, record)]
    if isinstance(record, Meeting):
        place = view.catalog.places.get(record.place or "")
        pieces += [view.words(f"meeting.status.{record.status.value}"), view.date_text(record.date)]
        pieces += [view.title(place)] if place else []
    elif isinstance(record, Plan):
        pieces.append(view.date_text(plan_date(record)))
    return view.words("record.dot").join(pieces)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, **attributes: str) -> None:
    SubElement(parent, "link", attributes)
