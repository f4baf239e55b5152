"""The bars of a person's posts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from coop.model import Kind
from coop.pictures.marks import Scale
from coop.pictures.posts import draw_posts
from tests.samples import read_record

if TYPE_CHECKING:
    from coop.model import Person
    from coop.pictures.posts import PostBar

SCALE = Scale(date(2000, 1, 1), date(2020, 1, 1))


def bars_of(*posts: str) -> tuple[PostBar, ...]:
    lines = "".join(f"  - {{post: office/head, sources: [report], {post}}}\n" for post in posts)
    text = f"name: {{en: Ann Lee}}\nposts:\n{lines}sources: [report]\n"
    return draw_posts(cast("Person", read_record(Kind.PEOPLE, text, "ann-lee")), SCALE)


def test_a_stated_term_is_filled_and_days_seen_are_not() -> None:
    seen, stated = bars_of("period: 2010-01-01/2014-12-31", "seen: 2002-01-01/2004-01-01")
    assert (stated.x, stated.width, stated.stated, stated.late) == ("50.01%", "24.98%", True, True)
    assert (seen.x, seen.stated, seen.late) == ("10.01%", False, False)
    assert (stated.aside, seen.aside) == ("25.01%", "10.01%")


def test_an_open_end_fades_out_at_the_end_of_the_scale() -> None:
    (bar,) = bars_of("period: 2015/.., seen: 2016-01-01")
    assert bar.fades
    assert float(bar.x[:-1]) + float(bar.width[:-1]) == 100


def test_a_term_whose_end_alone_is_stated_begins_where_sources_show_it() -> None:
    (bar,) = bars_of("period: ../2009-12-31, seen: 2005-01-01/2006-01-01")
    assert not bar.stated
    assert (bar.x, bar.fades) == ("25.01%", False)
    assert 24 < float(bar.width[:-1]) < 25.1


def test_one_day_can_be_seen_and_what_is_off_the_scale_is_left_out() -> None:
    (bar,) = bars_of("seen: 2008-01-01", "period: 1990/1995", "period: ../2001")
    assert float(bar.width[:-1]) > 0.5


def test_bars_stand_in_the_order_in_which_they_begin() -> None:
    bars = bars_of("period: 2010/..", "period: ../2009-12-31, seen: 2005-01-01", "seen: 2003")
    assert [bar.x for bar in bars] == ["15.00%", "25.01%", "50.01%"]
