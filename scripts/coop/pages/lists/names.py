"""The lists of platforms, plans, people, organisations, places and topics."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from markupsafe import Markup

from coop.model import Kind, Record
from coop.model.vocabulary import PlanKind, Side, TopicGroup
from coop.pages.headings import keep_names
from coop.pages.lists.meetings import meeting_list_pages
from coop.pages.parts.attendance import post_title_html
from coop.pages.parts.charts import counterparts_chart, descents_chart, platform_years_chart
from coop.pages.parts.mentions import count_meetings, find_stood
from coop.pages.parts.overview import lanes_by_name
from coop.pages.parts.rows import plan_row
from coop.pages.parts.terms import latest_post
from coop.pages.view import View, make_page, render
from coop.pictures.lanes import draw_overview
from coop.text import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coop.catalog import Catalog
    from coop.model import Organisation, Person, Place
    from coop.pages.page import Content, Page
    from coop.pages.parts.rows import PlanRow
    from coop.text import Language

R = TypeVar("R", bound=Record)
_SIDES = (Side.HKSAR, Side.MAINLAND, Side.MACAO, Side.JOINT, None)


class NameLine(NamedTuple):
    """A record in a list of names: its link, a word on it, in how many meetings it is named."""

    link: Markup
    about: Markup | str
    meetings: int


class Branch(NamedTuple):
    """A place with those that lie in it."""

    line: NameLine
    kind: str
    inner: tuple[Branch, ...]


class Group(NamedTuple):
    """A part of a list under a heading of its own; `key` is its anchor."""

    key: str
    heading: str
    lines: tuple[NameLine, ...]


def lists_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The list page of each kind of record but sources, and of each year's meetings."""
    yield from meeting_list_pages(catalog, language)
    writers: dict[Kind, Callable[[View], Content]] = {
        Kind.PLATFORMS: _platforms,
        Kind.PLANS: _plans,
        Kind.PEOPLE: _people,
        Kind.ORGANISATIONS: _organisations,
        Kind.PLACES: _places,
        Kind.TOPICS: _topics,
    }
    for kind, write in writers.items():
        yield make_page(View(catalog, language, f"{kind.value}/"), kind.value, write)


def _meta(view: View, kind: Kind) -> dict[str, str]:
    number = len(view.catalog.records[kind])
    return {
        "title": view.words(f"nav.{kind.value}"),
        "description": view.words(f"lists.description.{kind.value}", n=number),
        "coop": "list",
    }


def _platforms(view: View) -> Content:
    picture = draw_overview(view.catalog)
    lanes = {"ten": picture.ten, "others": lanes_by_name(view, picture.others)}
    parts = [(key, _part_heading(view, key), found) for key, found in lanes.items()]
    meta = _meta(view, Kind.PLATFORMS)
    chart = platform_years_chart(view)
    return render(view, "platforms.md.j2", meta, parts=parts, chart=chart)


def _part_heading(view: View, key: str) -> Markup:
    words = escape_markdown(view.words(f"lists.platforms.{key}"))
    return keep_names(view, Markup(words))  # noqa: S704 - escaped here


def _plans(view: View) -> Content:
    grouped: defaultdict[PlanKind, list[PlanRow]] = defaultdict(list)
    for plan in reversed([*view.catalog.plans.values()]):
        grouped[plan.kind].append(plan_row(view, plan))
    groups = [(kind.value, grouped[kind]) for kind in PlanKind if grouped[kind]]
    chart = descents_chart(view)
    return render(view, "plans.md.j2", _meta(view, Kind.PLANS), groups=groups, chart=chart)


def _people(view: View) -> Content:
    grouped: defaultdict[Side | None, list[Person]] = defaultdict(list)
    for person in view.catalog.people.values():
        grouped[_side_of(view.catalog, person)].append(person)
    groups = _side_groups(view, grouped, lambda person: _post_title(view, person))
    return _names(view, Kind.PEOPLE, groups, counterparts_chart(view))


def _organisations(view: View) -> Content:
    grouped: defaultdict[Side | None, list[Organisation]] = defaultdict(list)
    for organisation in view.catalog.organisations.values():
        grouped[organisation.side].append(organisation)
    groups = _side_groups(view, grouped, lambda body: _full_name(view, body))
    return _names(view, Kind.ORGANISATIONS, groups)


def _topics(view: View) -> Content:
    grouped: defaultdict[TopicGroup, list[NameLine]] = defaultdict(list)
    for topic in sorted(view.catalog.topics.values(), key=view.list_order):
        grouped[topic.group].append(_line(view, topic, ""))
    groups = [
        Group(group.value, view.words(f"topic.group.{group.value}"), tuple(grouped[group]))
        for group in TopicGroup
        if grouped[group]
    ]
    return _names(view, Kind.TOPICS, groups)


def _names(view: View, kind: Kind, groups: list[Group], chart: Markup | None = None) -> Content:
    lead = view.words(f"lists.lead.{kind.value}")
    meta = _meta(view, kind)
    values = {"title": meta["title"], "lead": lead, "groups": groups, "chart": chart}
    return render(view, "names.md.j2", meta, **values)


def _places(view: View) -> Content:
    inner: defaultdict[str, list[Place]] = defaultdict(list)
    places = view.catalog.places
    for place in places.values():
        inner[(place.part_of in places and place.part_of) or ""].append(place)
    shown: set[str] = set()
    tree = _branches(view, inner, inner[""], shown)
    # Places that lie in one another in a circle hang on no root: they are listed beside the tree.
    stray = [place for place in places.values() if place.id not in shown]
    tree += tuple(Branch(_line(view, place, ""), place.kind.value, ()) for place in stray)
    return render(view, "places.md.j2", _meta(view, Kind.PLACES), tree=tree)


def _branches(
    view: View, inner: defaultdict[str, list[Place]], places: Iterable[Place], shown: set[str]
) -> tuple[Branch, ...]:
    found = []
    for place in sorted(places, key=view.name_order):
        shown.add(place.id)
        below = _branches(view, inner, inner[place.id], shown)
        found.append(Branch(_line(view, place, ""), place.kind.value, below))
    return tuple(found)


def _side_groups(
    view: View, grouped: defaultdict[Side | None, list[R]], about: Callable[[R], Markup | str]
) -> list[Group]:
    return [
        Group(
            side.value if side else "unknown",
            view.words(f"side.{side.value}" if side else "lists.side_unknown"),
            tuple(
                _line(view, record, about(record))
                for record in sorted(grouped[side], key=view.name_order)
            ),
        )
        for side in _SIDES
        if grouped[side]
    ]


def _line(view: View, record: Record, about: Markup | str) -> NameLine:
    return NameLine(view.link_to(record), about, count_meetings(view.catalog, record))


def _full_name(view: View, organisation: Organisation) -> Markup | str:
    """The whole name of a body that pages call by a shorter one."""
    is_title = view.plain(organisation.name) == view.title(organisation)
    return "" if is_title else view.html(organisation.name)


def _post_title(view: View, person: Person) -> Markup | str:
    held = latest_post(person)
    found = view.catalog.find_post(held.post) if held else None
    if not found:
        return ""
    return post_title_html(view, *found)


def _side_of(catalog: Catalog, person: Person) -> Side | None:
    """The side of the latest post; of someone without one, the side that they stood on."""
    held = latest_post(person)
    found = catalog.find_post(held.post) if held else None
    return found[0].side if found else find_stood(catalog, person)
