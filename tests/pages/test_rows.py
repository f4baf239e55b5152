"""Meetings and plans as one line of a list."""

from __future__ import annotations

import pytest

from coop.model.vocabulary import MeetingKind
from coop.pages.rows import meeting_row, ordinal_words, plan_row, shape_of
from coop.pages.view import View
from coop.text import Language
from tests.pages.record_catalog import record_catalog


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
    assert row.principals_html.startswith("Ann Lee, <span")


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
