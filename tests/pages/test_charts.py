"""Charts say in their heading what they show, in three languages, with a table and a file."""

from __future__ import annotations

import pytest

from coop.pages.parts.charts import counterparts_chart, descents_chart, platform_years_chart
from coop.pages.view import View
from coop.text import Language
from tests.pages.convert import Outline
from tests.pages.record_catalog import record_catalog
from tests.pictures.test_lineage import catalog_of
from tests.samples import make_catalog

IN_ENGLISH = (
    "Of 2 meetings of the ten platforms, River Conference held 2; none is on record for 2002"
)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (
            Language.EN,
            IN_ENGLISH,
        ),
        (
            Language.ZH_HANT,
            "十個合作平台合共舉行2次會議，其中江河聯席會議佔2次；2002年未有會議紀錄",
        ),
        (
            Language.ZH_HANS,
            "十个合作平台合共举行2次会议，其中江河联席会议占2次；2002年没有会议记录",
        ),
    ],
)
def test_the_heading_is_the_finding(language: Language, title: str) -> None:
    html = platform_years_chart(View(record_catalog(), language, "platforms/"))
    assert title in Outline(html).text
    assert "data/platform_years.csv" in html


def test_the_table_says_what_the_strips_show() -> None:
    html = platform_years_chart(View(record_catalog(), Language.EN, "platforms/"))
    table = html[html.index("<table") : html.index("</table>")]
    assert "2001: 1, 2003: 1" in table
    assert 'aria-hidden="true"' in html


def test_pairs_lead_to_people_and_meetings() -> None:
    html = counterparts_chart(View(record_catalog(), Language.EN, "people/"))
    assert "No two heads met more often than Ann Lee and" in html
    assert "1 time; 2 of 2 pairs met once" in html
    assert 'href="../people/ann-lee/"' in html
    assert 'href="../meetings/2001-05-06-first/"' in html
    assert "data/counterparts.csv" in html


def test_nothing_is_drawn_of_nothing() -> None:
    view = View(make_catalog(), Language.EN, "people/")
    assert counterparts_chart(view) == ""
    assert platform_years_chart(view) == ""
    assert descents_chart(view) == ""


def test_lines_of_plans_are_counted_and_told_as_a_list() -> None:
    catalog = catalog_of(
        root="signed: 2003-01-01\n",
        second="signed: 2005-01-01\nimplements: [root]\n",
        alone="signed: 2006-01-01\n",
    )
    html = descents_chart(View(catalog, Language.EN, "plans/"))
    assert "1 of 3 plans and agreements carry out" in html
    assert "that of root, with 2 documents</h2>" in html
    assert 'second</a> <small>Carries out · <time datetime="2005-01-01">' in html
    assert "alone" not in html
