"""Pages of people: posts held, and every meeting and plan that names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from coop.model import Kind, Person
from coop.pages.parts.attendance import post_html, post_title
from coop.pages.parts.footnotes import Footnotes
from coop.pages.parts.mentions import list_mentions
from coop.pages.parts.open_points import is_told
from coop.pages.parts.overview import record_lane
from coop.pages.parts.terms import held_when, latest_post, post_held_anchor, posts_newest_first
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


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post held: its link, the term or when sources show it, and source notes."""

    anchor: str
    post: Markup
    when: Markup
    notes: Markup


def person_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """A page for every person."""
    return record_pages(catalog, language, catalog.people, write_person)


def write_person(view: View, person: Person) -> Content:
    """The page of a person."""
    notes = Footnotes(view)
    facts = _facts(view, notes, person)
    found = list_mentions(view, person, [Kind.MEETINGS, Kind.PLANS])
    return render_record(
        view,
        "person.md.j2",
        person,
        _description(view, person, found.total),
        facts=facts.lines,
        lane=record_lane(view, person),
        posts=_posts(view, notes, person),
        found=found,
        **close_record(view, notes, person, _not_known(view, person)),
    )


def _description(view: View, person: Person, total: int) -> str:
    t = view.words
    latest = latest_post(person)
    found = view.catalog.find_post(latest.post) if latest else None
    post = post_title(view, *found) if found else ""
    return describe(
        t("record.describe.named", title=view.title(person), count=total),
        t("record.describe.post", post=post) if post else "",
        t("record.describe.person_tail"),
    )


def _facts(view: View, notes: Footnotes, person: Person) -> Facts:
    facts = Facts(view)
    facts.add("other_names", also_called(view, person))
    facts.add("sources", facts_refs(view, notes, person))
    return facts


def _posts(view: View, notes: Footnotes, person: Person) -> list[PostLine]:
    lines = []
    for number, held in posts_newest_first(person):
        anchor, label = post_held_anchor(number), view.words("record.cite.p", n=number)
        mark = notes.cite(held.sources, anchor, label)
        lines.append(PostLine(anchor, post_html(view, held.post), held_when(view, held), mark))
    return lines


def _not_known(view: View, person: Person) -> Iterator[Markup]:
    if not person.name.en and not is_told(person, "gaps.no_english_name"):
        yield Markup.escape(view.words("record.gap.english"))
    has_chinese = person.name.zh_hant or person.name.zh_hans
    if not has_chinese and not is_told(person, "gaps.no_chinese_name"):
        yield Markup.escape(view.words("record.gap.chinese"))
    if not person.posts:
        yield Markup.escape(view.words("record.gap.posts"))
