"""Pages of topics: list, keywords, meetings and plans."""

from __future__ import annotations

from coop.pages.records.topic import topic_pages
from coop.text import Language
from tests.pages.record_catalog import one_page, record_catalog, sections


def test_list_keywords_meetings_and_plans() -> None:
    found = sections(one_page(topic_pages, record_catalog(), "water"))

    assert "KeywordsRivers".lower() in found[""].lower()
    assert found["meetings"].endswith("6 May 2001First plenaryHeldPlenaryHarbourAnn Lee, 王某")
    assert "Outline" in found["plans"]


def test_keywords_in_simplified_chinese_are_converted() -> None:
    found = sections(one_page(topic_pages, record_catalog(), "water", Language.ZH_HANS))

    assert "关键词河流" in found[""]
