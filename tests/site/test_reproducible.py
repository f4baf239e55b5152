"""The same records give the same bytes, on any machine, at any time."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tests.site.building import ROOT, Site, build

if TYPE_CHECKING:
    from pathlib import Path


def digests(folder: Path) -> dict[str, str]:
    """Return a digest of each file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_give_the_same_bytes(site: Site, tmp_path: Path) -> None:
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LANG": "C"}
    again = build(ROOT, tmp_path / "again", SOURCE_DATE_EPOCH="86400", **environment)
    first, second = digests(site.folder), digests(again.folder)
    assert [path for path in first if first[path] != second.get(path)] == []
    assert sorted(second) == sorted(first)
    assert first.keys() >= {"sitemap.xml.gz", "data/records.zip", "data/records.sqlite"}
