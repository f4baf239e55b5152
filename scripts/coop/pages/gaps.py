"""What is not known, and where to look: by platform, then for all other records."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.model import Kind, Meeting, Person
from coop.model.vocabulary import Status
from coop.pages.page import Page
from coop.pages.view import View, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog, Series
    from coop.model import Platform, Record, Source
    from coop.pages.page import Content
    from coop.text import Language

_ADDRESS = "gaps/"
# what stands below the platforms, in this order; sources and people have lists of their own
_OTHERS = (Kind.MEETINGS, Kind.PLANS, Kind.PEOPLE, Kind.ORGANISATIONS, Kind.PLACES, Kind.TOPICS)


class GapItem(NamedTuple):
    """One thing that is not known: of which record (empty under its own heading), what, where."""

    link: Markup
    text: Markup
    look: Markup


class Section(NamedTuple):
    """The gaps under one heading."""

    anchor: str
    heading: str
    items: tuple[GapItem, ...]


def gaps_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The page of all that is not known."""
    yield Page(_ADDRESS, language, "gaps", partial(_gaps, catalog, language))


def _gaps(catalog: Catalog, language: Language) -> Content:
    view = View(catalog, language, _ADDRESS)
    ten = [
        _of_platform(view, platform)
        for platform in catalog.platforms.values()
        if platform.cmab_order
    ]
    kinds = [_of_kind(view, kind) for kind in _OTHERS]
    sections = [section for section in [*ten, _of_other_platforms(view), *kinds] if section.items]
    addressless = _without_address(view)
    number = sum(len(section.items) for section in sections) + sum(n for _, n in addressless)
    meta = {
        "title": view.words("nav.gaps"),
        "description": view.words("gaps.description", n=number),
        "coop": "list",
    }
    return render(
        view, "gaps.md.j2", meta, sections=sections, addressless=addressless, number=number
    )


def _of_platform(view: View, platform: Platform) -> Section:
    items = tuple(_about_platform(view, platform, Markup()))
    return Section(platform.id, view.title(platform), items)


def _of_other_platforms(view: View) -> Section:
    """The gaps of the platforms that are not among the ten, each item with its platform."""
    others = (platform for platform in view.catalog.platforms.values() if not platform.cmab_order)
    found = (_about_platform(view, platform, view.link_to(platform)) for platform in others)
    items = tuple(item for items in found for item in items)
    return Section("other-platforms", view.words("lists.platforms.others"), items)


def _about_platform(view: View, platform: Platform, link: Markup) -> Iterator[GapItem]:
    yield from _recorded(view, platform, link)
    for key, series in view.catalog.series.items():
        if key.platform == platform.id:
            yield from _missing(view, series, link)
    for meeting in view.catalog.meetings_of(platform):
        yield from _of_meeting(view, meeting)


def _of_kind(view: View, kind: Kind) -> Section:
    items: list[GapItem] = []
    for record in view.catalog.records[kind].values():
        if isinstance(record, Meeting):
            items += () if record.platform else _of_meeting(view, record)
        else:
            items += _recorded(view, record, view.link_to(record))
        if isinstance(record, Person):
            items += _nameless(view, record)
    key = "gaps.loose" if kind is Kind.MEETINGS else f"nav.{kind.value}"
    return Section(kind.value, view.words(key), tuple(items))


def _recorded(view: View, record: Record, link: Markup) -> Iterator[GapItem]:
    for gap in record.gaps:
        yield GapItem(link, view.html(gap.text), view.html(gap.look))


def _of_meeting(view: View, meeting: Meeting) -> Iterator[GapItem]:
    link = view.link_to(meeting)
    yield from _recorded(view, meeting, link)
    if is_unreported(view.catalog, meeting):
        yield GapItem(link, _say(view, "gaps.announced"), Markup())
    if not (meeting.date and meeting.date.year):
        yield GapItem(link, _say(view, "gaps.undated"), Markup())
    unnamed = sum(
        not (someone.person or someone.name or someone.organisation)
        for someone in (*meeting.principals, *meeting.participants)
    )
    if unnamed:
        yield GapItem(link, _say(view, "gaps.unnamed", n=unnamed), Markup())


def is_unreported(catalog: Catalog, meeting: Meeting) -> bool:
    """Whether a meeting was announced for a day that is past, and no report of it is known."""
    if meeting.status is not Status.ANNOUNCED:
        return False
    last = meeting.date.end or meeting.date.start if meeting.date else None
    return last is None or catalog.as_of is None or last <= catalog.as_of


def _missing(view: View, series: Series, link: Markup) -> Iterator[GapItem]:
    kind = view.words(f"meeting.kind.{series.key.kind}")
    for missing in series.missing:
        before = view.date_text(missing.before.date)
        values = {"kind": kind, "n": missing.ordinal, "before": before}
        if missing.after is None:
            yield GapItem(link, _say(view, "gaps.missing_first", **values), Markup())
        else:
            after = view.date_text(missing.after.date)
            yield GapItem(link, _say(view, "gaps.missing", after=after, **values), Markup())


def _nameless(view: View, person: Person) -> Iterator[GapItem]:
    """A name that no source gives in English or in Chinese: names are never translated."""
    link = view.link_to(person)
    if not person.name.en:
        yield GapItem(link, _say(view, "gaps.no_english_name"), Markup())
    if not (person.name.zh_hant or person.name.zh_hans):
        yield GapItem(link, _say(view, "gaps.no_chinese_name"), Markup())


def _without_address(view: View) -> list[tuple[Markup, int]]:
    """The years with sources that have no address of their own, each with its number."""
    counts: defaultdict[str, int] = defaultdict(int)
    for source in view.catalog.sources.values():
        if not source.url:
            counts[_year(source)] += 1
    return [
        (
            Markup('<a href="{}">{}</a>').format(
                view.href(f"sources/{year}/"),
                view.words("lists.undated") if year == "undated" else year,
            ),
            number,
        )
        for year, number in sorted(counts.items())
    ]


def _year(source: Source) -> str:
    return str((source.published and source.published.year) or "undated")


def _say(view: View, key: str, **values: object) -> Markup:
    return Markup("<span>{}</span>").format(view.words(key, **values))
