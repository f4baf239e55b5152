"""The sheets and the pages know the same names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.site.building import ROOT

if TYPE_CHECKING:
    from tests.site.building import Site

SHEETS = ROOT / "docs" / "assets" / "css"
CLASSES = re.compile(r'class="?([^">]+)')
KIND = "coop-page--"  # every page says its kind, whether or not it looks otherwise


def test_every_class_of_a_page_has_a_rule(hosted: Site) -> None:
    sheets = "".join(sheet.read_text("utf-8") for sheet in SHEETS.glob("*.css"))
    ruled = set(re.findall(r"\.(coop-[\w-]+)", sheets))
    pages = (hosted.page(address) for address in hosted.addresses() if address[:3] != "zh-")
    used = {name for html in pages for names in CLASSES.findall(html) for name in names.split()}
    ours = {name for name in used if name.startswith("coop-") and not name.startswith(KIND)}
    assert ours - ruled == set()
