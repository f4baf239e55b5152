"""Pages of plans: facts, measures, relations both ways, meetings."""

from __future__ import annotations

from coop.model import Kind
from coop.pages.records.plan import plan_pages
from coop.text import Language
from tests.pages.convert import outline, to_html
from tests.pages.record_catalog import one_page, record_catalog, sections, texts
from tests.samples import read_record


def test_facts_measures_and_signatories() -> None:
    found = sections(one_page(plan_pages, record_catalog(), "accord"))

    assert "Signed6 May 2001" in found[""]
    assert "PartiesHome Office, Far Office" in found[""]
    assert "Signed atFirst plenary" in found[""]
    assert found["measures"].startswith("Share the water.")
    assert "Ann Lee" in found["attended"]
    assert "Name not given: Deputy of the Mayor" in found["unknown"]


def test_relations_are_told_from_both_ends() -> None:
    catalog = record_catalog()

    accord = sections(one_page(plan_pages, catalog, "accord"))["relations"]
    general = sections(one_page(plan_pages, catalog, "outline"))["relations"]

    bodies = "Home Office, Far Office"
    assert accord == (
        f"2000OutlineHome Office 6 May 2001River Accord (this plan){bodies}Carries out Outline"
    )
    assert general == (
        f"2000Outline (this plan)Home Office 6 May 2001River Accord{bodies}Carries out this plan"
    )


def test_meetings_that_dealt_with_it_and_as_what() -> None:
    catalog = record_catalog()

    accord = sections(one_page(plan_pages, catalog, "accord"))["meetings"]
    general = sections(one_page(plan_pages, catalog, "outline"))["meetings"]

    assert accord == "6 May 2001First plenaryHeldPlenaryHarbourIn the outcomesAnn Lee, 王某"
    assert "Dealt with" in general


def test_a_period_without_an_end() -> None:
    found = sections(one_page(plan_pages, record_catalog(), "outline", Language.ZH_HANT))

    assert "涵蓋年期2000年起" in found[""]


def test_no_date_is_said() -> None:
    text = f"name: {texts('Bare', '無日期')}\nkind: other\nsources: [report]\n"
    catalog = record_catalog(read_record(Kind.PLANS, text, "bare"))

    found = sections(one_page(plan_pages, catalog, "bare"))

    assert "DateDate not known" in found[""]
    assert "When it was made." in found["unknown"]
    assert "No meeting on record dealt with it." in found["meetings"]


def test_dates_without_a_year_are_told_and_not_drawn() -> None:
    text = (
        f"name: {texts('Yearless', '無年份')}\nkind: other\nsigned: XXXX-06-28\n"
        "effective: XXXX-07-01\nperiod: ../2030\nsources: [report]\n"
    )
    catalog = record_catalog(read_record(Kind.PLANS, text, "yearless"))

    page = one_page(plan_pages, catalog, "yearless")

    assert "Signed28 June In effect1 July Perioduntil 2030" in sections(page)[""]
    assert "<figure" not in page.body


def test_measures_have_anchors() -> None:
    assert "m-1" in outline(one_page(plan_pages, record_catalog(), "accord")).ids


def test_a_line_of_very_many_plans_is_a_row_of_flags() -> None:
    more = [
        read_record(
            Kind.PLANS,
            f"name: {texts(f'Supplement {n}', f'補充{n}')}\nkind: agreement\n"
            f"signed: {2002 + n}-01-01\namends: [accord]\nsources: [report]\n",
            f"supplement-{n}",
        )
        for n in range(14)
    ]
    html = to_html(one_page(plan_pages, record_catalog(*more), "accord"))
    figure = html[html.index("<figure") : html.index("</figure>")]
    assert "coop-lineage" not in figure
    assert "Its line and related documents" in figure
    assert "1 Jan 2005 · Supplement 3</title>" in figure
    few = to_html(one_page(plan_pages, record_catalog(*more[:3]), "accord"))
    assert 'class="coop-lineage"' in few
    assert "Its line and related documents" not in few
