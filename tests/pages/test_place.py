"""Pages of places: what lies in them, meetings held there, plans about them."""

from __future__ import annotations

from coop.pages.place import place_pages
from coop.text import Language
from tests.pages.record_catalog import one_page, record_catalog, sections


def test_facts_meetings_and_plans() -> None:
    found = sections(one_page(place_pages, record_catalog(), "harbour"))

    assert "In itPier" in found[""]
    assert "Bodies hereHome Office" in found[""]
    assert "ISO 3166-2CN-HK" in found[""]
    assert found["meetings"].rindex("Visit of Wang") < found["meetings"].rindex("First plenary")
    assert "River Accord" in found["plans"]


def test_a_place_within_another_and_nothing_on_record() -> None:
    found = sections(one_page(place_pages, record_catalog(), "pier", Language.ZH_HANT))

    assert "位於海港" in found[""]
    assert found["meetings"].startswith("未有收錄會議")
    assert "plans" not in found
