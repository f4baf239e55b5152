"""The page on which records are found, as it stands before anything is asked."""

from __future__ import annotations

from coop.model import Kind
from coop.pages.find import find_pages
from coop.text import Language
from tests.pages.convert import outline
from tests.pages.record_catalog import record_catalog


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
