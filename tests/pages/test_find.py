"""The page on which records are found, as it stands before anything is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.catalog import build_catalog
from coop.model import Kind
from coop.pages.lists.find import find_pages
from coop.text import Language
from tests.pages.convert import outline
from tests.pages.record_catalog import record_catalog

if TYPE_CHECKING:
    from coop.catalog import Catalog


def test_without_javascript_it_leads_to_the_lists() -> None:
    content = next(find_pages(record_catalog(), Language.ZH_HANT)).render()
    told = content.body.partition("<noscript>")[2].partition("</noscript>")[0]

    assert "須啟用JavaScript" in told
    assert [told.find(f"../{kind.value}/") for kind in Kind].count(-1) == 0
    assert "../meetings/year/2003/" in outline(content).links


def test_people_are_chosen_in_the_order_of_their_names() -> None:
    body = next(find_pages(record_catalog(), Language.ZH_HANT)).render().body

    chosen = [f'<option value="{one}">' for one in ("wang", "ann-lee", "li")]
    assert [body.index(one) for one in chosen] == sorted(body.index(one) for one in chosen)


def test_an_option_knows_the_ids_that_its_record_had_before_and_only_then() -> None:
    catalog = record_catalog()
    assert 'data-also="' not in next(
        line for line in _filters(catalog).splitlines() if 'name="person"' in line
    )

    moved = {"people/lee": "people/anne-lee", "people/anne-lee": "people/ann-lee"}
    renamed = build_catalog(
        [record for found in catalog.records.values() for record in found.values()], moved
    )
    body = _filters(renamed)
    assert '<option value="ann-lee" data-also="lee anne-lee">' in body
    assert '<option value="wang">' in body


def _filters(catalog: Catalog) -> str:
    return next(find_pages(catalog, Language.EN)).render().body
