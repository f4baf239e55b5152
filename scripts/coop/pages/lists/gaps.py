"""What is not known, and where to look: by platform, then for all other records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.model import Kind, Meeting
from coop.model.folders import UNDATED, year_of_source
from coop.pages.headings import line_link
from coop.pages.parts.open_points import Point, missing_points, points_of
from coop.pages.view import View, link_html, make_page, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.model import Platform, Record
    from coop.pages.page import Content, Page
    from coop.text import Language

_ADDRESS = "gaps/"
_SHORT = 40  # a page of no more points stands open; on a longer one a reader opens what is wanted
# what stands below the platforms, in this order; sources have a list of their own
_OTHERS = (Kind.MEETINGS, Kind.PLANS, Kind.PEOPLE, Kind.ORGANISATIONS, Kind.PLACES, Kind.TOPICS)


class Entry(NamedTuple):
    """A record and what is not known of it."""

    link: Markup
    points: tuple[Point, ...]


class Alike(NamedTuple):
    """The same thing not known of several records."""

    text: Markup
    links: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The gaps under one heading: the subject's own, those of records, and those of many alike."""

    anchor: str
    heading: str
    own: tuple[Point, ...] = ()
    entries: tuple[Entry, ...] = ()
    alike: tuple[Alike, ...] = ()

    @property
    def number(self) -> int:
        """How many points there are."""
        below = sum(len(entry.points) for entry in self.entries)
        return len(self.own) + below + sum(len(one.links) for one in self.alike)


def gaps_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The page of all that is not known."""
    yield make_page(View(catalog, language, _ADDRESS), "gaps", _gaps)


def _gaps(view: View) -> Content:
    platforms = sorted(view.catalog.platforms.values(), key=view.list_order)
    ten = [platform for platform in platforms if platform.cmab_order]
    others = [platform for platform in platforms if not platform.cmab_order]
    kinds = [section for kind in _OTHERS if (section := _of_kind(view, kind)).number]
    parts = (
        ("ten-platforms", view.words("gaps.ten"), _of_platforms(view, ten)),
        ("other-platforms", view.words("lists.platforms.others"), _of_platforms(view, others)),
        ("no-platform", view.words("gaps.beyond"), kinds),
    )
    addressless = _without_address(view)
    number = sum(section.number for _, _, sections in parts for section in sections)
    number += sum(n for _, n in addressless)
    meta = {
        "title": view.words("nav.gaps"),
        "description": view.words("gaps.description", n=number),
        "coop": "list",
    }
    return render(
        view,
        "gaps.md.j2",
        meta,
        parts=parts,
        is_long=number > _SHORT,
        addressless=addressless,
        number=number,
    )


def _of_platforms(view: View, platforms: Iterable[Platform]) -> list[Section]:
    sections = (_of_platform(view, platform) for platform in platforms)
    return [section for section in sections if section.number]


def _of_platform(view: View, platform: Platform) -> Section:
    own = (*points_of(view, platform), *missing_points(view, platform))
    entries, alike = _fold(view, view.catalog.meetings_of(platform))
    return Section(platform.id, view.title(platform), own, entries, alike)


def _of_kind(view: View, kind: Kind) -> Section:
    records: Iterable[Record] = getattr(view.catalog, kind.value).values()
    loose = [one for one in records if not (isinstance(one, Meeting) and one.platform)]
    key = "gaps.loose" if kind is Kind.MEETINGS else f"nav.{kind.value}"
    entries, alike = _fold(view, loose)
    return Section(kind.value, view.words(key), (), entries, alike)


def _fold(view: View, records: Iterable[Record]) -> tuple[tuple[Entry, ...], tuple[Alike, ...]]:
    """Records with what is not known of them; what follows for several is told once for all."""
    found = [(line_link(view, record), points_of(view, record)) for record in records]
    alike: defaultdict[str, list[tuple[Point, Markup]]] = defaultdict(list)
    for link, points in found:
        for point in points:
            if point.key:
                alike[point.key].append((point, link))
    entries = (
        Entry(link, tuple(point for point in points if not point.key)) for link, points in found
    )
    shared = (Alike(same[0][0].text, tuple(link for _, link in same)) for same in alike.values())
    return tuple(entry for entry in entries if entry.points), tuple(shared)


def _without_address(view: View) -> list[tuple[Markup, int]]:
    """The years with sources that have no address of their own, each with its number."""
    counts: defaultdict[str, int] = defaultdict(int)
    for source in view.catalog.sources.values():
        if not source.url:
            counts[year_of_source(source)] += 1
    return [
        (
            link_html(
                view.href(f"sources/{year}/"),
                Markup.escape(view.words("lists.undated") if year == UNDATED else year),
            ),
            number,
        )
        for year, number in sorted(counts.items())
    ]
