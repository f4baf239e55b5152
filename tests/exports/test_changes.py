"""What was added and corrected is there as JSON, and the sitemap knows when pages changed."""

from __future__ import annotations

import json
from typing import Any

from coop.exports.addresses.sitemap import write_sitemap
from coop.exports.api.changes import changes_files
from tests.histories import remember

ONE, TWO = "name: {en: Pier}\n", "name: {en: Quay}\n"
HISTORY = remember(
    {"places/pier": ONE, "places/old": ONE},
    {"places/old": None, "places/quay": TWO},
    {"places/pier": None},
    places__old="places/quay",
    places__pier="places/quay",
)


def test_each_day_tells_what_came_and_what_changed() -> None:
    (file,) = changes_files(HISTORY)
    assert file.path == "api/v1/changes.json"
    told = json.loads(file.render())
    assert told["total"] == len(told["days"]) == 3
    third, second, first = told["days"]
    assert first == {"day": "2024-01-01", "added": ["places/quay"], "corrected": [], "removed": []}
    change: dict[str, Any] = {"path": ["name", "en"], "before": "Pier", "after": "Quay"}
    assert second["corrected"] == [
        {"ref": "places/quay", "renamed_from": "places/old", "changes": [change]}
    ]
    assert third["removed"] == [{"ref": "places/pier", "moved_to": "places/quay"}]


def test_without_a_history_there_is_no_such_file() -> None:
    assert list(changes_files(None)) == []


def test_the_sitemap_tells_when_a_record_changed_and_of_other_pages_nothing() -> None:
    text = write_sitemap(("places/quay/", "about/"), "https://example.org/", HISTORY).decode()
    urls = text.split("<url>")[1:]
    assert len(urls) == 6
    dated = [url for url in urls if "<lastmod>2024-01-02</lastmod>" in url]
    assert len(dated) == text.count("lastmod") / 2 == 3
    assert all("/places/quay/</loc>" in url for url in dated)
    assert "lastmod" not in write_sitemap(("places/quay/",), "/", None).decode()
