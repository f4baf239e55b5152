"""The page /style/, while serving: every part that pages are made of, in all its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model.vocabulary import Grade, MeetingKind, Side, Status
from coop.pages.parts.charts import counterparts_chart, descents_chart, platform_years_chart
from coop.pages.parts.lineage import line_of
from coop.pages.parts.rows import meeting_row, plan_row, shape_of
from coop.pages.view import View, make_page, render
from coop.pictures.lineage import MOST, find_family
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model import Meeting, Plan
    from coop.pages.page import Content, Page

ADDRESS = "style/"
_SURFACES = ("paper", "tint", "band-a", "band-b", "rule", "rule-strong")
_INKS = ("ink", "ink-2", "accent", "accent-2", "accent-tint", "harbour")
_STATES = tuple(status.value for status in Status)


def style_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The page in one language; its pictures are of the records that are there."""
    yield make_page(View(catalog, language, ADDRESS), "contribute", _render)


def _render(view: View) -> Content:
    title = view.words("style.title")
    meta = {"title": title, "description": view.words("style.lead"), "coop": "list"}
    plan = _plan_with_most_around(view.catalog)
    return render(
        view,
        "style.md.j2",
        meta,
        colours=(*_SURFACES, *_INKS, *(f"side-{side.value}" for side in _sides()), *_STATES),
        tongues=[(tongue.value, load_words(tongue)) for tongue in Language],
        statuses=_STATES,
        shapes=dict.fromkeys(shape_of(kind) for kind in MeetingKind),
        sides=[side.value for side in Side],
        grades=[grade.value for grade in Grade],
        meetings=[meeting_row(view, meeting) for meeting in _one_of_each(view.catalog)],
        plan=plan,
        plan_row=plan_row(view, plan) if plan else None,
        line=line_of(view, plan) if plan else None,
        charts=[platform_years_chart(view), counterparts_chart(view), descents_chart(view)],
        shape_of=shape_of,
    )


def _sides() -> tuple[Side, ...]:
    return (Side.HKSAR, Side.MAINLAND, Side.MACAO)  # a joint body has no colour of its own


def _one_of_each(catalog: Catalog) -> list[Meeting]:
    """The last meeting of each state and shape."""
    found = {(m.status, shape_of(m.kind)): m for m in catalog.meetings.values()}
    return [found[key] for key in sorted(found)]


def _plan_with_most_around(catalog: Catalog) -> Plan | None:
    """The plan with the largest family that is drawn as boxes."""
    sizes = {plan.id: len(find_family(catalog, plan).plans) for plan in catalog.plans.values()}
    drawn = (plan for plan in catalog.plans.values() if sizes[plan.id] <= MOST)
    return max(drawn, key=lambda plan: sizes[plan.id], default=None)
