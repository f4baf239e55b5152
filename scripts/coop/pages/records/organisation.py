"""Pages of organisations: what they belong to, who held their posts, what names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model import Kind, Organisation
from coop.pages.parts.footnotes import Footnotes
from coop.pages.parts.mentions import list_mentions, list_platforms, named_by
from coop.pages.parts.overview import record_lane
from coop.pages.parts.statements import statement_lines
from coop.pages.parts.terms import list_post_holders
from coop.pages.records.anatomy import (
    Facts,
    also_called,
    close_record,
    describe,
    facts_refs,
    record_pages,
    render_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.pages.page import Content, Page
    from coop.pages.view import View
    from coop.text import Language


def organisation_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """A page for every organisation."""
    return record_pages(catalog, language, catalog.organisations, write_organisation)


def write_organisation(view: View, body: Organisation) -> Content:
    """The page of an organisation."""
    notes = Footnotes(view)
    facts = _facts(view, notes, body)
    story = statement_lines(view, notes, body.statements, "statements")
    posts = list_post_holders(view, notes, body)
    found = list_mentions(view, body, [Kind.MEETINGS, Kind.PLANS])
    return render_record(
        view,
        "organisation.md.j2",
        body,
        _description(view, body, found.total),
        facts=facts.lines,
        lane=record_lane(view, body),
        story=story,
        posts=posts,
        platforms=list_platforms(view, body),
        found=found,
        **close_record(view, notes, body),
    )


def _description(view: View, body: Organisation, total: int) -> str:
    t = view.words
    title, name = view.title(body), view.plain(body.name)
    return describe(
        t("record.describe.named", title=title, count=total),
        t("record.describe.full", name=name) if name != title else "",
        t("record.describe.organisation_tail"),
    )


def _facts(view: View, notes: Footnotes, body: Organisation) -> Facts:
    facts = Facts(view)
    facts.add("side", view.words(f"side.{body.side.value}"))
    facts.add_link("parent", Kind.ORGANISATIONS, body.parent)
    facts.add_link("place", Kind.PLACES, body.place)
    facts.add_date("established", body.established)
    facts.add_date("ended", body.ended)
    facts.add_link("successor", Kind.ORGANISATIONS, body.successor)
    for key, label in (("successor", "predecessor"), ("parent", "below")):
        facts.add_records(label, named_by(view, body, Kind.ORGANISATIONS, key))
    facts.add("other_names", also_called(view, body))
    facts.add("sources", facts_refs(view, notes, body))
    return facts
