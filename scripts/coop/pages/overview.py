"""The picture of lanes as a block of HTML, for the home page and the timeline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.catalog import plan_date
from coop.edtf import sort_key
from coop.pages.dates import write_day
from coop.pages.rows import missing_words, shape_of
from coop.pages.view import render_block
from coop.pictures.lanes import draw_overview

if TYPE_CHECKING:
    from coop.model import Person
    from coop.pages.view import View
    from coop.pictures.lanes import Blank, Lane

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
        missing=lambda lane: _missing(view, lane),
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


def _missing(view: View, lane: Lane) -> list[str]:
    """For each series of a lane with missing numbers what is missing: runs as one."""
    return [
        view.words(
            "overview.missing",
            kind=view.words(f"meeting.kind.{kind.value}").lower(),
            ordinals=view.words("record.list").join(write_runs(numbers)),
        )
        for kind, numbers in lane.missing
    ]


def write_runs(numbers: tuple[int, ...]) -> list[str]:
    """Numbers in their order, runs of three and more as one: `1–4`, `6`, `9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written: list[str] = []
    for run in runs:
        written += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(one) for one in run]  # noqa: PLR2004 - two are no run
    return written


def _blank(view: View, blank: Blank) -> str:
    between, sentence = missing_words(view, blank.kind, blank.missing)
    return f"{sentence} · {between}"
