"""Pages of plans: who issued or signed them, what they provide for, what they act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from coop.chronology import plan_date
from coop.model import Kind, Plan
from coop.pages.parts.attendance import attendee, names_not_given
from coop.pages.parts.footnotes import Footnotes
from coop.pages.parts.lineage import line_of
from coop.pages.parts.mentions import list_mentions
from coop.pages.parts.rows import shape_of
from coop.pages.parts.statements import statement_lines
from coop.pages.records.anatomy import (
    Facts,
    also_called,
    basis_html,
    close_record,
    describe,
    record_pages,
    render_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.pages.page import Content, Page
    from coop.pages.view import View
    from coop.text import Language

_DATES = ("announced", "approved", "issued", "signed", "effective")


def plan_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """A page for every plan."""
    return record_pages(catalog, language, catalog.plans, write_plan)


def write_plan(view: View, plan: Plan) -> Content:
    """The page of a plan."""
    notes = Footnotes(view)
    facts = _facts(view, notes, plan)
    measures = statement_lines(view, notes, plan.measures, "measures")
    signatories = [attendee(view, notes, someone) for someone in plan.signatories]
    return render_record(
        view,
        "plan.md.j2",
        plan,
        _description(view, plan),
        facts=facts.lines,
        date=plan_date(plan),
        measures=measures,
        signatories=signatories,
        line=line_of(view, plan),
        shape_of=shape_of,
        meetings=list_mentions(view, plan, [Kind.MEETINGS]),
        **close_record(view, notes, plan, _not_known(view, plan)),
    )


def _description(view: View, plan: Plan) -> str:
    t = view.words
    bodies = (view.catalog.organisations.get(body) for body in plan.issuers or plan.parties)
    names = t("record.comma").join(view.title(body) for body in bodies if body)
    return describe(
        t(
            "record.describe.plan",
            title=view.title(plan),
            kind=t(f"plan.kind.{plan.kind.value}"),
            date=view.date_text(plan_date(plan)),
        ),
        t("record.describe.bodies", names=names) if names else "",
        t("record.describe.plan_tail"),
    )


def _facts(view: View, notes: Footnotes, plan: Plan) -> Facts:
    facts = Facts(view)
    for key in _DATES:
        facts.add_date(key, getattr(plan, key))
    facts.add("period", view.period(plan.period) if plan.period else "")
    if plan_date(plan) is None:
        facts.add("date", view.date(None))
    facts.add_links("issuers", Kind.ORGANISATIONS, plan.issuers)
    facts.add_links("parties", Kind.ORGANISATIONS, plan.parties)
    facts.add_links("places", Kind.PLACES, plan.places)
    facts.add_link("platform", Kind.PLATFORMS, plan.platform)
    facts.add_link("signed_at", Kind.MEETINGS, plan.signed_at)
    facts.add_links("topics", Kind.TOPICS, plan.topics)
    facts.add("other_names", also_called(view, plan))
    facts.add("basis", basis_html(view, notes, plan))
    return facts


def _not_known(view: View, plan: Plan) -> Iterator[Markup]:
    if plan_date(plan) is None:
        yield Markup.escape(view.words("record.gap.plan_date"))
    for role in names_not_given(view, plan.signatories):
        yield Markup.escape(view.words("record.gap.name")).format(role=role)
