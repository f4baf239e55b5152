"""The picture of lanes as a block of HTML, for the home page and the timeline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.catalog import plan_date
from coop.edtf import sort_key
from coop.pages.dates import write_day
from coop.pages.missing import missing_sentences, missing_words
from coop.pages.rows import shape_of
from coop.pages.view import render_block
from coop.pictures.lanes import draw_overview

if TYPE_CHECKING:
    from coop.model import Person
    from coop.pages.view import View
    from coop.pictures.lanes import Blank

_BEFORE_GIVEN_NAME = re.compile(r"(\w+) \w+-\w+")


def overview_block(view: View, *, beside_list: bool = False) -> str:
    """The overview of the catalogue in the view's language, with links from its address.

    Beside a list of the same meetings it needs neither a table nor the lanes that are folded.
    """
    picture = draw_overview(view.catalog)
    as_of = view.catalog.as_of
    plans = [flag.plan for flag in picture.flags]
    return render_block(
        view,
        "overview.html.j2",
        picture=picture,
        beside_list=beside_list,
        as_of=write_day(as_of, view.language) if as_of else "",
        newest=max(plans, key=lambda plan: sort_key(plan_date(plan)), default=None),
        plan_date=plan_date,
        shape_of=shape_of,
        surname=surname,
        missing=lambda lane: missing_sentences(view, lane.missing),
        blank=lambda blank: _blank(view, blank),
    )


def surname(person: Person) -> str:
    """The family name in English: the word before a hyphened given name, else the last one.

    `Tung` of Tung Chee Hwa (also Tung Chee-hwa), `Lee` of John Lee (also John Lee Ka-chiu).
    """
    words = person.name.en.split() if person.name.en else [person.id]
    names = [person.name, *person.other_names]
    found = (_BEFORE_GIVEN_NAME.search(name.en) for name in names if name.en)
    before = (match[1] for match in found if match)
    return next((word for word in before if word in words), words[-1])


def _blank(view: View, blank: Blank) -> str:
    between, sentence = missing_words(view, blank.kind, blank.missing)
    return f"{sentence} · {between}"
