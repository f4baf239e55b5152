"""Pages of platforms: facts, the timeline of their meetings, plans, people at the head."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coop.model import Kind, Meeting, Platform
from coop.model.vocabulary import Side, Status
from coop.pages.parts.attendance import linked_name
from coop.pages.parts.footnotes import Footnotes
from coop.pages.parts.mentions import list_mentions, named_by
from coop.pages.parts.overview import record_lane
from coop.pages.parts.statements import statement_lines
from coop.pages.records.anatomy import (
    Facts,
    also_called,
    close_record,
    describe,
    facts_refs,
    record_pages,
    render_record,
)
from coop.pages.records.brief import write_brief
from coop.pages.records.key_dates import list_key_dates
from coop.pages.records.upright import stand_upright
from coop.series import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from coop.catalog import Catalog
    from coop.pages.page import Content, Page
    from coop.pages.view import View
    from coop.text import Language

_MOST_HEADS = 8


@dataclass(frozen=True, slots=True)
class HeadCount:
    """Someone who headed a side: a link, from when to when, how often, the bar's per cent."""

    link: Markup
    years: str
    count: int
    width: int


def platform_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """A page for every platform."""
    return record_pages(catalog, language, catalog.platforms, write_platform)


def write_platform(view: View, platform: Platform) -> Content:
    """The page of a platform."""
    notes = Footnotes(view)
    facts = _facts(view, notes, platform)
    story = statement_lines(view, notes, platform.statements, "statements")
    groups = statement_lines(view, notes, platform.working_groups, "working_groups")
    return render_record(
        view,
        "platform.md.j2",
        platform,
        _description(view, platform),
        brief=write_brief(view, platform),
        key_dates=list_key_dates(view, platform),
        facts=facts.lines,
        lane=record_lane(view, platform),
        story=story,
        groups=groups,
        upright=stand_upright(view, platform),
        heads=_heads(view, platform),
        plans=list_mentions(view, platform, [Kind.PLANS]),
        **close_record(view, notes, platform),
    )


def _description(view: View, platform: Platform) -> str:
    t, meetings = view.words, view.catalog.meetings_of(platform)
    parties = (view.catalog.organisations.get(party) for party in platform.parties)
    names = t("record.comma").join(view.title(party) for party in parties if party)
    return describe(
        t("record.describe.platform", title=view.title(platform), count=len(meetings)),
        t("record.describe.between", names=names) if names else "",
        t("record.describe.platform_tail"),
    )


def _facts(view: View, notes: Footnotes, platform: Platform) -> Facts:
    facts = Facts(view)
    facts.add_links("parties", Kind.ORGANISATIONS, platform.parties)
    facts.add("level", view.html(platform.level))
    facts.add_date("established", platform.established)
    facts.add_date("ended", platform.ended)
    facts.add("state", view.words(f"platform.state.{platform.state}") if platform.state else "")
    facts.add_link("parent", Kind.PLATFORMS, platform.parent)
    facts.add_link("merged_into", Kind.PLATFORMS, platform.merged_into)
    facts.add_records("below", named_by(view, platform, Kind.PLATFORMS, "parent"))
    facts.add("meetings", _counts(view, platform))
    facts.add_links("places", Kind.PLACES, platform.places)
    facts.add_links("topics", Kind.TOPICS, platform.topics)
    if platform.cmab_order:
        facts.add("cmab_order", view.words("record.cmab_order", n=platform.cmab_order))
    facts.add("other_names", also_called(view, platform))
    facts.add("sources", facts_refs(view, notes, platform))
    return facts


def _counts(view: View, platform: Platform) -> str:
    meetings = view.catalog.meetings_of(platform)
    counted = Counter(m.kind for m in meetings if m.status in COUNTED)
    pieces = (
        view.words("record.count", what=view.words(f"meeting.kind.{kind.value}"), n=count)
        for kind, count in counted.items()
    )
    return view.words("record.semicolon").join(pieces) or view.words("record.no_meeting")


def _heads(view: View, platform: Platform) -> list[tuple[str, list[HeadCount]]]:
    """Those most often at the head by side; nobody where none was there more than once."""
    years: dict[Side, dict[Markup, list[int]]] = {side: {} for side in Side}
    for meeting in view.catalog.meetings_of(platform):
        if meeting.status is Status.HELD:
            _note_heads(view, meeting, years)
    heads = [(side.value, _head_counts(found)) for side, found in years.items() if found]
    return heads if any(people[0].count > 1 for _, people in heads) else []


def _note_heads(view: View, meeting: Meeting, years: dict[Side, dict[Markup, list[int]]]) -> None:
    """Adds the year of a meeting, 0 if it is not known, to each of its heads."""
    year = (meeting.date and meeting.date.year) or 0
    for someone in meeting.principals:
        side = view.catalog.find_side(someone)
        if side and (someone.person or someone.name):
            years[side].setdefault(linked_name(view, someone), []).append(year)


def _head_counts(found: dict[Markup, list[int]]) -> list[HeadCount]:
    most = sorted(found.items(), key=lambda pair: -len(pair[1]))[:_MOST_HEADS]
    return [
        HeadCount(link, _span(years), len(years), 100 * len(years) // len(most[0][1]))
        for link, years in most
    ]


def _span(years: list[int]) -> str:
    known = [year for year in years if year]
    ends = dict.fromkeys((min(known), max(known))) if known else {}
    return "–".join(map(str, ends))
