"""What stands round a page's content: in its head for programs, below it for those who cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup
from pydantic_core import to_json

from coop.exports.following.calendars import FOLDER as CALENDAR
from coop.exports.following.feeds import FOLDER as FEEDS
from coop.exports.following.feeds import feed_title
from coop.exports.following.scopes import ALL, UPCOMING
from coop.exports.linked.records import Graph
from coop.exports.linked.site import describe_page
from coop.exports.tables.downloads import DATABASE, PACKAGE
from coop.exports.tables.downloads import FOLDER as DATA
from coop.model import Platform, Topic
from coop.model.records.record import Named
from coop.pages.lists.sources import render_files
from coop.pages.page import PREFIXES
from coop.pages.parts.citation import render_citations
from coop.pages.parts.history import render_history
from coop.pages.view import View, record_address, render_block

if TYPE_CHECKING:
    from coop.catalog import Catalog
    from coop.history.past import History
    from coop.text import Language

_OF_ALL = {"", "meetings/", "plans/", "timeline/", "changes/", "data/"}
_OF_MEETINGS = {"meetings/", "changes/"}
_DOWNLOADS = (
    (f"{DATA}/records.zip", "application/zip"),
    (f"{DATA}/{DATABASE}", "application/vnd.sqlite3"),
    (f"{DATA}/{PACKAGE}", "application/json"),
    (f"{DATA}/meetings.csv", "text/csv"),
    ("api/v1/index.json", "application/json"),
)
# `<` could end the script, `&` could begin a reference: as escapes of JSON they mean the same.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


class Around(NamedTuple):
    """HTML for the head of a page and for below its content."""

    head: str = ""
    foot: str = ""


class Surroundings:
    """What stands round the pages of one catalogue; `site_url` ends in a slash.

    `edit_root` is where files of the project are edited, ending in a slash; empty if nowhere.
    """

    def __init__(
        self, catalog: Catalog, site_url: str, history: History | None = None, edit_root: str = ""
    ) -> None:
        """Keep the catalogue, the addresses and the past of the records, as far as known."""
        self._catalog = catalog
        self._edit_root = edit_root
        self._history = history
        self._site_url = site_url
        self._graphs: dict[Language, Graph] = {}

    def around(self, address: str, language: Language) -> Around:
        """What stands round the page at an address (without the language's prefix)."""
        view = View(self._catalog, language, address)
        record = self._catalog.find(address.removesuffix("/"))
        if not isinstance(record, Named) or record_address(record) != address:
            files = render_files(view, self._edit_root) if self._edit_root else Markup()
            return Around(self._head(view, None), self._calendars(view, None) + files)
        root = self._site_url + PREFIXES[language]
        past = self._history.of(record.ref) if self._history else None
        told = render_history(view, record.kind_of, past) if past else Markup()
        follow = self._calendars(view, record)
        return Around(
            self._head(view, record), follow + render_citations(view, record, root) + told
        )

    def _head(self, view: View, record: Named | None) -> Markup:
        return render_block(
            view,
            "head.html.j2",
            feeds=self._feeds(view, record),
            metadata=self._metadata(view, record) if record else (),
            linked_data=self._linked_data(view, record),
        )

    def _feeds(self, view: View, record: Named | None) -> list[dict[str, str]]:
        if isinstance(record, Platform | Topic):
            name = record.id
        elif record is None and view.address in _OF_ALL:
            name, record = ALL, None
        else:
            return []
        url = f"{self._site_url}{PREFIXES[view.language]}{FEEDS}/{name}.atom"
        return [{"title": feed_title(view, record), "url": url}]

    def _calendars(self, view: View, record: Named | None) -> Markup:
        """The calendars to subscribe to on a page, by addresses that calendar programs open."""
        if isinstance(record, Platform | Topic):
            scopes = {record.id: view.title(record)}
        elif record is None and view.address in _OF_MEETINGS:
            scopes = {name: view.words(f"calendar.{name}") for name in (ALL, UPCOMING)}
        else:
            return Markup()
        root = f"{self._site_url}{PREFIXES[view.language]}{CALENDAR}/"
        calendars = [
            {"name": name, "url": f"{root}{scope}.ics", "webcal": _webcal(f"{root}{scope}.ics")}
            for scope, name in scopes.items()
        ]
        return render_block(view, "subscribe.html.j2", calendars=calendars)

    def _metadata(self, view: View, record: Named) -> tuple[tuple[str, str], ...]:
        # Dublin Core and not `citation_title`: reference managers take that for an article's
        day = self._catalog.as_of
        url = self._site_url + PREFIXES[view.language] + view.address
        site = view.words("site.name")
        found = (
            ("DC.title", view.title(record)),
            ("DC.publisher", site),
            ("DC.date", day.isoformat() if day else ""),
            ("DC.language", view.language.value),
            ("DC.identifier", url),
            ("DC.rights", "CC BY 4.0"),
        )
        return tuple((name, text) for name, text in found if text)

    def _linked_data(self, view: View, record: Named | None) -> Markup:
        if record:
            return _script(self._graph(view.language).describe_record(record))
        described = describe_page(view, self._site_url, _DOWNLOADS)
        return _script(described) if described else Markup()

    def _graph(self, language: Language) -> Graph:
        if language not in self._graphs:
            self._graphs[language] = Graph(self._catalog, language, self._site_url)
        return self._graphs[language]


def _webcal(url: str) -> str:
    """An address with the scheme by which a calendar program subscribes and not only opens."""
    return f"webcal:{url.partition(':')[2]}"


def _script(value: Any) -> Markup:
    text = to_json(value).decode()
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Markup(text)  # noqa: S704 - no sign of HTML is left in it
