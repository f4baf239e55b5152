"""Meetings and plans as one line of a list."""

from __future__ import annotations

import pytest

from coop.model.vocabulary import MeetingKind
from coop.pages.parts.rows import meeting_row, ordinal_words, plan_row, shape_of
from coop.pages.view import View
from coop.text import Language
from tests.pages.record_catalog import record_catalog
from tests.samples import read_meeting


def view(language: Language = Language.EN) -> View:
    return View(record_catalog(), language, "meetings/")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (13, "13th"),
        (22, "22nd"),
        (112, "112th"),
    ],
)
def test_ordinals(number: int, words: str) -> None:
    assert ordinal_words(view(), number) == words
    assert ordinal_words(view(Language.ZH_HANT), number) == f"第{number}次"


def test_a_meeting_as_a_line() -> None:
    here = view()
    row = meeting_row(here, here.catalog.meetings["2001-05-06-first"])

    assert (row.href, row.status, row.kind, row.shape) == (
        "../meetings/2001-05-06-first/",
        "held",
        "plenary",
        "m-p",
    )
    assert row.when_html == '<time datetime="2001-05-06">6 May 2001</time>'
    assert row.place_html == "Harbour"
    assert [(head.side, str(head.name_html)[:7]) for head in row.principals] == [
        ("hksar", "Ann Lee"),
        ("mainland", "<span l"),
    ]
    assert row.heads_html == 'Ann Lee, <span lang="zh-Hant">王某</span>'


def test_of_many_heads_the_first_are_named_and_of_the_unnamed_none() -> None:
    many = [f"{{name: {{en: Guest {n}}}, side: hksar}}" for n in range(1, 5)]
    heads = f"[{{post: home-office/head}}, {', '.join(many)}]"
    meeting = read_meeting("2020-01-02-many", "2020-01-02", principals=heads)
    line = meeting_row(View(record_catalog(meeting), Language.EN, ""), meeting)
    chinese = meeting_row(View(record_catalog(meeting), Language.ZH_HANT, ""), meeting)

    assert line.heads_html == "Guest 1, Guest 2, Guest 3 and others"
    assert chinese.heads_html.endswith('<span lang="en">Guest 3</span>等')


def test_a_plan_as_a_line_by_its_first_date_and_its_issuers_or_parties() -> None:
    here = view()

    accord = plan_row(here, here.catalog.plans["accord"])
    outline = plan_row(here, here.catalog.plans["outline"])

    assert (accord.href, accord.issuers_html) == ("../plans/accord/", "Home Office, Far Office")
    assert "2000" in outline.when_html
    assert outline.issuers_html == "Home Office"


def test_shapes_stand_for_kinds() -> None:
    shapes = {kind.value: shape_of(kind) for kind in MeetingKind}

    assert shapes["plenary"] == "m-p"
    assert shapes["working-meeting"] == shapes["task-force"] == "m-w"
    assert {shapes[kind] for kind in ("forum", "call", "visit", "signing", "other")} == {"m-o"}
