"""A plan's line and life: who is in it, and where the drawing puts them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from coop.catalog import Catalog
from coop.model import Kind, Plan
from coop.pictures.curves import BOX, Point, draw_curves
from coop.pictures.life import draw_life
from coop.pictures.lineage import WIDTH, draw_lineage, find_family, list_dated
from coop.pictures.marks import Scale
from tests.samples import SOURCE, make_catalog, read_meeting, read_record

PLAN = "name: {{en: {0}, zh-Hant: {0}}}\nkind: agreement\nsources: [report]\n"
BODY = "name: {{en: {0}, zh-Hant: {0}}}\nside: {0}\nsources: [report]\n"
SCALE = Scale(date(2000, 1, 1), date(2026, 1, 1))


def catalog_of(**plans: str) -> Catalog:
    """Return a catalogue of plans, each by its id and what its record holds beside the name."""
    records = [read_record(Kind.PLANS, PLAN.format(key) + text, key) for key, text in plans.items()]
    bodies = [
        read_record(Kind.ORGANISATIONS, BODY.format(side), f"{side}-office")
        for side in ("hksar", "mainland", "macao")
    ]
    return make_catalog(read_record(Kind.SOURCES, SOURCE, "report"), *records, *bodies)


def line_of(catalog: Catalog, plan: str) -> tuple[list[str], set[tuple[str, str, str]]]:
    family = find_family(catalog, catalog.plans[plan])
    ties = {(tie.acting.id, tie.verb, tie.other.id) for tie in family.ties}
    return [one.id for one in family.plans], ties


def one_line(_: Plan) -> int:
    return 1


def test_the_line_goes_up_and_down_to_the_end_but_not_aside() -> None:
    catalog = catalog_of(
        root="signed: 2003-01-01\n",
        here="signed: 2010-01-01\nimplements: [root]\n",
        child="signed: 2012-01-01\nsupersedes: [here]\n",
        grandchild="signed: 2014-01-01\namends: [child]\n",
        sister="signed: 2011-01-01\nimplements: [root]\n",
        beside="signed: 2009-01-01\nrelated: [here]\n",
        further="signed: 2008-01-01\nrelated: [beside]\n",
    )
    plans, ties = line_of(catalog, "here")
    assert plans == ["root", "beside", "here", "child", "grandchild"]
    assert ties == {
        ("here", "implements", "root"),
        ("child", "supersedes", "here"),
        ("grandchild", "amends", "child"),
        ("beside", "related", "here"),
    }


def test_related_is_one_tie_however_often_it_is_said_and_yields_to_an_act() -> None:
    catalog = catalog_of(
        a="signed: 2003-01-01\nrelated: [b, c]\n",
        b="signed: 2004-01-01\nrelated: [a]\n",
        c="signed: 2005-01-01\namends: [a]\n",
    )
    assert line_of(catalog, "a")[1] == {("b", "related", "a"), ("c", "amends", "a")}


def test_plans_that_act_on_one_another_in_a_circle_are_each_there_once() -> None:
    catalog = catalog_of(
        a="signed: 2003-01-01\nimplements: [b]\n", b="signed: 2004-01-01\nimplements: [a]\n"
    )
    assert line_of(catalog, "a")[0] == ["a", "b"]


def test_boxes_stand_in_the_band_of_who_issued_them_and_never_overlap() -> None:
    catalog = catalog_of(
        here="issued: 2010-01-01\nissuers: [mainland-office]\n",
        near="issued: 2010-06-01\nissuers: [mainland-office]\nrelated: [here]\n",
        both="signed: 2011-01-01\nparties: [hksar-office, mainland-office]\nimplements: [here]\n",
        ours="issued: 2025-12-30\nissuers: [hksar-office]\nimplements: [here]\n",
        nobody="issued: 2000-01-02\nimplements: [here]\n",
    )
    drawing = draw_lineage(catalog, find_family(catalog, catalog.plans["here"]), SCALE, one_line)
    assert [band.issued_by for band in drawing.bands] == ["mainland", "joint", "hksar", "unknown"]
    bottoms = [band.y + band.height for band in drawing.bands]
    assert [band.y for band in drawing.bands] == [0, *bottoms[:-1]]
    assert drawing.height == bottoms[-1]
    boxes = {node.plan.id: node for node in drawing.nodes}
    assert boxes["nobody"].x == 8
    assert boxes["ours"].x == WIDTH - BOX - 8
    assert boxes["near"].y > boxes["here"].y + boxes["here"].height
    assert [edge.tie.other.id for edge in drawing.edges] == ["here"] * 4


def test_an_arrow_leads_from_the_plan_that_acts() -> None:
    catalog = catalog_of(
        old="signed: 2002-01-01\n",
        new="signed: 2020-01-01\namends: [old]\nbasis: inferred\nreason: {en: So, zh-Hant: 因}\n",
    )
    family = find_family(catalog, catalog.plans["old"])
    (edge,) = draw_lineage(catalog, family, SCALE, one_line).edges
    assert edge.curve.start.x > edge.curve.end.x
    assert edge.tie.acting.id == "new"
    assert not edge.tie.stated


def test_only_plans_with_a_place_on_the_scale_are_drawn() -> None:
    catalog = catalog_of(
        here="signed: 2010-02-01\n",
        early="signed: 1990-01-01\nrelated: [here]\n",
        undated="related: [here]\n",
        late="signed: 2020-01-01\nrelated: [here]\n",
    )
    family = find_family(catalog, catalog.plans["here"])
    assert len(family.plans) == 4
    assert [plan.id for plan in list_dated(family, SCALE)] == ["here", "late"]
    nodes = draw_lineage(catalog, family, SCALE, one_line).nodes
    assert [node.plan.id for node in nodes] == ["here", "late"]


def test_the_life_of_a_plan_holds_its_dates_its_period_and_its_meetings() -> None:
    catalog = make_catalog(
        read_record(Kind.SOURCES, SOURCE.replace("2020-05-01", "2022-05-01"), "report"),
        read_record(
            Kind.PLANS,
            PLAN.format("here")
            + "announced: 2019-01-01\napproved: 2018-07-01\nperiod: 2018/2035\n",
            "here",
        ),
        read_meeting("2021-01-01-a", "2021-01-01", plans=["here"]),
        read_meeting("2021-02-01-b", "2021-02-01"),
    )
    life = draw_life(catalog, find_family(catalog, catalog.plans["here"]))
    assert life
    assert (life.scale.first.year, life.scale.last.year) == (2018, 2023)
    assert [flag.key for flag in life.flags] == ["approved", "announced"]
    assert [meeting.id for meeting in life.meetings] == ["2021-01-01-a"]
    assert life.span
    assert (life.span.x, life.span.width) == ("0.00%", "100.00%")
    assert (life.span.fades, life.span.goes_on) == (False, True)
    assert [tick.year for tick in life.ticks] == [2018, 2019, 2020, 2021, 2022]


def test_a_single_day_is_no_life() -> None:
    catalog = catalog_of(alone="signed: 2003-01-01\n", bare="related: [alone]\n")
    assert draw_life(catalog, find_family(catalog, catalog.plans["bare"])) is None
    alone = catalog_of(alone="signed: 2003-01-01\n")
    assert draw_life(alone, find_family(alone, alone.plans["alone"])) is None


class Square(NamedTuple):
    """A box of a drawing."""

    x: int
    y: int
    height: int


def test_curves_that_meet_at_a_box_are_spread_along_its_side() -> None:
    here = Square(0, 0, 90)
    far = [Square(500, 200, 40), Square(500, 0, 40)]
    curves = draw_curves([(one, here) for one in far], [here, *far])
    assert [curve.end for curve in curves] == [Point(BOX, 60), Point(BOX, 30)]
    assert curves[0].start == Point(500, 220)
    assert curves[0].path == "M500 220C332 220 332 60 164 60"


def test_boxes_above_each_other_are_joined_from_below() -> None:
    (curve,) = draw_curves([(Square(100, 200, 40), Square(0, 0, 50))], [])
    assert (curve.start, curve.end) == (Point(132, 200), Point(132, 50))


def test_the_word_of_a_curve_stands_where_no_box_and_no_other_word_is() -> None:
    here, far = Square(0, 0, 40), Square(600, 0, 40)
    free = draw_curves([(far, here)], [here, far])[0].word
    assert free
    between = Square(free.x - BOX // 2, 0, 40)
    moved = draw_curves([(far, here)], [here, far, between])[0].word
    assert moved
    assert free.x > between.x
    assert moved.x + 39 <= between.x


def test_a_curve_that_boxes_cover_has_no_word_rather_than_one_across_a_box() -> None:
    here, far = Square(0, 0, 40), Square(600, 0, 40)
    between = [Square(x, 0, 40) for x in (170, 300, 430)]
    (curve,) = draw_curves([(far, here)], [here, far, *between])
    assert curve.word is None


def test_a_curve_goes_round_the_box_between_two_others() -> None:
    top, middle, low = Square(8, 0, 40), Square(8, 80, 40), Square(8, 160, 40)
    (curve,) = draw_curves([(low, top)], [top, middle, low])
    assert curve.start == Point(8 + BOX, 180)
    assert curve.end == Point(8 + BOX, 20)
    assert curve.bend.x == curve.bow.x > 8 + BOX
    assert curve.word
    assert curve.word.x - 39 > 8 + BOX
    at_the_edge = [Square(828, y, 40) for y in (0, 80, 160)]
    (curve,) = draw_curves([(at_the_edge[2], at_the_edge[0])], at_the_edge)
    assert curve.bend.x < curve.start.x == 828
