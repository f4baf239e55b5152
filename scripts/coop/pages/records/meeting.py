"""Pages of meetings: who met, when and where, what came of it, and which document says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coop.edtf import Precision
from coop.model import Kind, Meeting
from coop.model.vocabulary import OutcomeKind, Status
from coop.pages.parts.attendance import attendee, group_by_side, names_not_given
from coop.pages.parts.footnotes import Footnotes
from coop.pages.parts.mentions import named_by
from coop.pages.parts.open_points import is_told
from coop.pages.parts.rows import dated_html, meeting_row, ordinal_words, plan_row
from coop.pages.parts.statements import (
    Place,
    StatementLine,
    name_outcome,
    statement_anchor,
    statement_line,
)
from coop.pages.records.anatomy import (
    Facts,
    also_called,
    basis_html,
    close_record,
    describe,
    neighbour,
    record_pages,
    render_record,
)
from coop.series import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model import Organisation, Plan
    from coop.pages.page import Content, Page
    from coop.pages.view import View
    from coop.series import Series
    from coop.text import Language

_KINDS = tuple(OutcomeKind)


def meeting_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """A page for every meeting."""
    return record_pages(catalog, language, catalog.meetings, write_meeting)


def write_meeting(view: View, meeting: Meeting) -> Content:
    """The page of a meeting."""
    notes = Footnotes(view)
    facts = _facts(view, notes, meeting)
    sides = group_by_side(view, notes, meeting)
    outcomes = _outcomes(view, notes, meeting)
    before, after = view.catalog.neighbours(meeting)
    return render_record(
        view,
        "meeting.md.j2",
        meeting,
        _description(view, meeting),
        row=meeting_row(view, meeting),
        platform=view.catalog.platforms.get(meeting.platform or ""),
        facts=facts.lines,
        panel=_panel(view, meeting),
        sides=sides,
        outcomes=outcomes,
        documents=[_document(view, notes, plan) for plan in _signed(view, meeting)],
        plans=[plan_row(view, plan) for plan in _dealt_with(view, meeting)],
        is_placed=bool(meeting.date and meeting.date.start),
        before=neighbour(view, before),
        after=neighbour(view, after),
        **close_record(view, notes, meeting, _not_known(view, meeting)),
    )


def _description(view: View, meeting: Meeting) -> str:
    t, place = view.words, view.catalog.places.get(meeting.place or "")
    people = (view.catalog.people.get(someone.person or "") for someone in meeting.principals)
    names = t("record.comma").join(view.title(person) for person in people if person)
    return describe(
        t(
            "record.describe.meeting",
            title=view.title(meeting),
            status=t(f"meeting.status.{meeting.status.value}"),
            date=view.date_text(meeting.date),
            where=t("record.describe.where", place=view.title(place)) if place else "",
        ),
        t("record.describe.heads", names=names) if names else "",
        t("record.describe.meeting_tail"),
    )


def _facts(view: View, notes: Footnotes, meeting: Meeting) -> Facts:
    facts = Facts(view)
    facts.add("date", view.date(meeting.date))
    facts.add("place", _place(view, meeting))
    facts.add("venue", view.html(meeting.venue))
    facts.add_link("platform", Kind.PLATFORMS, meeting.platform)
    facts.add("number", _number(view, meeting))
    facts.add_link("replaced_by", Kind.MEETINGS, meeting.replaced_by)
    facts.add_records("replaces", named_by(view, meeting, Kind.MEETINGS, "replaced_by"))
    facts.add("theme", view.html(meeting.theme))
    facts.add_links("topics", Kind.TOPICS, meeting.topics)
    facts.add_links("plans", Kind.PLANS, _plan_ids(meeting))
    facts.add("other_names", also_called(view, meeting))
    facts.add("basis", basis_html(view, notes, meeting))
    return facts


def _place(view: View, meeting: Meeting) -> Markup:
    place = view.link(f"places/{meeting.place}") if meeting.place else Markup()
    online = Markup.escape(view.words("record.online")) if meeting.online else Markup()
    if place and online:
        return Markup("{}{}{}").format(place, view.words("record.aside"), online)
    return place or online or Markup.escape(view.words("record.place_unknown"))


def _number(view: View, meeting: Meeting) -> str:
    if not meeting.platform:
        return ""
    series = view.catalog.series_of(meeting)
    known = view.share(_count_known, series, f"{meeting.platform} {series.key.kind}")
    if meeting.ordinal is None:
        return view.words("record.number.none", count=known)
    key = "of" if meeting.ordinal <= known else "beyond"
    return view.words(f"record.number.{key}", nth=ordinal_words(view, meeting.ordinal), count=known)


def _count_known(_: View, series: Series) -> int:
    return sum(meeting.status in COUNTED for meeting in series.meetings)


def _panel(view: View, meeting: Meeting) -> Markup:
    if meeting.status is Status.HELD:
        return Markup()
    key = "to_come" if view.catalog.is_ahead(meeting) else meeting.status.value
    sentence = view.words(f"record.panel.{key}")
    if not meeting.replaced_by:
        return Markup("{}").format(sentence)
    other = view.catalog.find(f"meetings/{meeting.replaced_by}")
    when = view.date(other.date) if isinstance(other, Meeting) else Markup()
    return Markup("{}{}{}").format(
        sentence,
        view.space,
        Markup.escape(view.words("record.panel.replaced")).format(
            link=view.link(f"meetings/{meeting.replaced_by}"), date=when
        ),
    )


def _outcomes(
    view: View, notes: Footnotes, meeting: Meeting
) -> list[tuple[str, list[StatementLine]]]:
    """The outcomes by kind; notes are numbered in the order of the page."""
    grouped: dict[str, list[StatementLine]] = {}
    numbered = enumerate(meeting.outcomes)
    for index, outcome in sorted(numbered, key=lambda pair: _KINDS.index(pair[1].kind)):
        anchor = statement_anchor(outcome, "outcomes", index + 1)
        place = Place(anchor, name_outcome(view, meeting.outcomes, index))
        line = statement_line(view, notes, outcome, place)
        grouped.setdefault(outcome.kind.value, []).append(line)
    return list(grouped.items())


def _plan_ids(meeting: Meeting) -> tuple[str, ...]:
    named = (outcome.plan for outcome in meeting.outcomes if outcome.plan)
    return tuple(dict.fromkeys((*meeting.plans, *named)))


def _signed(view: View, meeting: Meeting) -> list[Plan]:
    named = [
        outcome.plan
        for outcome in meeting.outcomes
        if outcome.plan and outcome.kind is OutcomeKind.SIGNED
    ]
    here = [plan.id for plan in named_by(view, meeting, Kind.PLANS, "signed_at")]
    ids = dict.fromkeys((*named, *here))
    return [view.catalog.plans[plan] for plan in ids if plan in view.catalog.plans]


def _dealt_with(view: View, meeting: Meeting) -> list[Plan]:
    signed = {plan.id for plan in _signed(view, meeting)}
    ids = [plan for plan in _plan_ids(meeting) if plan not in signed]
    return [view.catalog.plans[plan] for plan in ids if plan in view.catalog.plans]


def _document(view: View, notes: Footnotes, plan: Plan) -> dict[str, Any]:
    parties = [view.catalog.organisations.get(party) for party in plan.parties]
    return {
        "link": view.link_to(plan),
        "kind": _kind_and_date(view, plan),
        "parties": [_party(view, party) for party in parties if party],
        "signatories": [attendee(view, notes, someone) for someone in plan.signatories],
    }


def _kind_and_date(view: View, plan: Plan) -> Markup:
    kind = Markup.escape(view.words(f"plan.kind.{plan.kind.value}"))
    return dated_html(view, kind, plan.signed) if plan.signed else kind


def _party(view: View, party: Organisation) -> tuple[str, Markup]:
    return party.side.value, view.link_to(party)


def _not_known(view: View, meeting: Meeting) -> Iterator[Markup]:
    words = view.words
    when = meeting.date
    lacking = {
        "record.gap.day": not (when and when.precision is Precision.DAY and when.start),
        "record.gap.place": not (meeting.place or meeting.online),
    }
    for key, is_lacking in lacking.items():
        if is_lacking and not is_told(meeting, key):
            yield Markup.escape(words(key))
    for role in names_not_given(view, meeting.attendees):
        yield Markup.escape(words("record.gap.name")).format(role=role)
