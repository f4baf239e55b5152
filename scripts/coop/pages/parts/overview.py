"""The picture of lanes as a block of HTML, and the one lane on the page of a record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coop.chronology import plan_date
from coop.edtf import sort_key
from coop.model import Person
from coop.pages.dates import write_day
from coop.pages.parts.attendance import post_title
from coop.pages.parts.missing import missing_sentences, missing_words
from coop.pages.parts.rows import shape_of
from coop.pages.view import render_block
from coop.pictures.lanes import draw_overview, draw_record
from coop.pictures.posts import draw_posts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.model import Record
    from coop.pages.view import View
    from coop.pictures.lanes import Blank, Lane

_FEWEST, _MOST = 3, 40  # marks of a lane on the page of a record
_BEFORE_GIVEN_NAME = re.compile(r"(\w+) \w+-\w+")


def overview_block(view: View, *, beside_list: bool = False) -> Markup:
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
        others=lanes_by_name(view, picture.others),
        beside_list=beside_list,
        as_of=write_day(as_of, view.language) if as_of else "",
        newest=max(plans, key=lambda plan: sort_key(plan_date(plan)), default=None),
        missing=lambda lane: missing_sentences(view, lane.missing),
        **_lane_words(view),
    )


def lanes_by_name(view: View, lanes: Iterable[Lane]) -> list[Lane]:
    """The lanes of platforms as a list in the view's language has them."""
    found = [(lane.platform, lane) for lane in lanes if lane.platform]
    return [lane for _, lane in sorted(found, key=lambda pair: view.list_order(pair[0]))]


def record_lane(view: View, record: Record) -> Markup:
    """The meetings and plans that name a record as one lane; empty if it would say little.

    A person's posts stand above it, on the same scale of time. Very many marks would be a smear,
    and the page too heavy: of those it shows the number a year. A platform's lane is drawn whole.
    """
    picture = draw_record(view.catalog, record)
    posts = draw_posts(record, picture.scale) if isinstance(record, Person) else ()
    number = len(picture.lane.marks) + len(picture.flags)
    if number + len(posts) < _FEWEST:
        return Markup()
    by_year = number > _MOST and not picture.lane.platform
    return render_block(
        view,
        "lane.html.j2",
        picture=picture,
        by_year=by_year,
        posts=[(_post_name(view, bar.held.post), bar) for bar in posts],
        **_lane_words(view),
    )


def _post_name(view: View, ref: str) -> str:
    found = view.catalog.find_post(ref)
    return post_title(view, *found) if found else ref


def _lane_words(view: View) -> dict[str, Any]:
    """What the parts of a lane are told with."""
    return {
        "plan_date": plan_date,
        "shape_of": shape_of,
        "surname": surname,
        "blank": lambda blank: _blank(view, blank),
    }


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
