"""Pages of places: what lies in them, the meetings held there and the plans about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model import Kind, Place
from coop.pages.anatomy import (
    Facts,
    also_called,
    close_record,
    describe,
    facts_refs,
    record_pages,
    render_record,
)
from coop.pages.footnotes import Footnotes
from coop.pages.mentions import list_mentions, list_platforms, named_by
from coop.pages.overview import record_lane
from coop.pages.statements import statement_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.pages.page import Content, Page
    from coop.pages.view import View
    from coop.text import Language


def place_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """A page for every place."""
    return record_pages(catalog, language, catalog.places, write_place)


def write_place(view: View, place: Place) -> Content:
    """The page of a place."""
    notes = Footnotes(view)
    facts = _facts(view, notes, place)
    story = statement_lines(view, notes, place.statements, "t")
    meetings = list_mentions(view, place, [Kind.MEETINGS])
    plans = list_mentions(view, place, [Kind.PLANS])
    return render_record(
        view,
        "subject.md.j2",
        place,
        _description(view, place, meetings.total, plans.total),
        kind_word=view.words(f"place.kind.{place.kind.value}"),
        facts=facts.lines,
        lane=record_lane(view, place),
        story=story,
        platforms=list_platforms(view, place),
        meetings=meetings,
        plans=plans,
        **close_record(view, notes, place),
    )


def _description(view: View, place: Place, meetings: int, plans: int) -> str:
    t = view.words
    return describe(
        t("record.describe.place", title=view.title(place), meetings=meetings, plans=plans),
        t("record.describe.place_tail"),
    )


def _facts(view: View, notes: Footnotes, place: Place) -> Facts:
    facts = Facts(view)
    facts.add("kind", view.words(f"place.kind.{place.kind.value}"))
    facts.add_links("part_of", Kind.PLACES, [place.part_of] if place.part_of else [])
    inside = named_by(view, place, Kind.PLACES, "part_of")
    facts.add("contains", facts.join(view.link_to(other) for other in inside))
    bodies = named_by(view, place, Kind.ORGANISATIONS, "place")
    facts.add("bodies", facts.join(view.link_to(body) for body in bodies))
    facts.add("iso", place.iso or "")
    facts.add("other_names", also_called(view, place))
    facts.add("sources", facts_refs(view, notes, place))
    return facts
