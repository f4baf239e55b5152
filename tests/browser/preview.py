"""Draws docs/assets/preview.png, which other sites show beside a link to this one.

Run it after a change of the site's name, its colours or the picture of lanes, and look at what
comes: `python tests/browser/preview.py`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from machine.browser import NO_BROWSER, find_browser
from tests.browser.serving import open_browser, serve
from tests.site.building import ROOT, build

PICTURE = ROOT / "docs" / "assets" / "preview.png"
STYLE = """
  body { margin: 0; background: var(--coop-harbour); }
  .preview { box-sizing: border-box; display: flex; flex-direction: column; height: 630px; }
  .preview { padding: 56px 64px 48px; color: var(--coop-on-harbour); }
  .preview p { margin: 0; font: 700 50px/1.16 var(--coop-sans); letter-spacing: -.015em; }
  .preview p + p { margin-top: 14px; font-size: 34px; font-weight: 400; letter-spacing: .02em; }
  .preview ol { display: grid; grid-auto-rows: minmax(0, 1fr); flex: 1; min-height: 0; }
  .preview ol { margin: 34px 0 0; padding: 0; list-style: none; border-block: 1px solid #ffffff66; }
  .preview li { border-top: 1px solid #ffffff33; }
  .preview li svg { --mk: 1; display: block; width: 100%; height: 100%; min-height: 0; }
  .preview li svg .coop-m { fill: #7ccadd; stroke: var(--coop-harbour); }
  .preview li svg .coop-m:not([class="coop-m"]) { fill: var(--coop-harbour); stroke: #7ccadd; }
  .preview li svg use[href="#coop-bg"] { display: none; }
"""
DRAW = """() => {
  const names = ["Hong Kong–Mainland Co-operation Records", "香港與內地合作紀錄"];
  const lanes = [...document.querySelectorAll(".coop-picture > .coop-lanes > .coop-lane > svg")];
  const box = document.createElement("div");
  box.className = "preview";
  const list = document.createElement("ol");
  list.append(...lanes.map(lane => {
    const item = document.createElement("li");
    item.append(lane);
    return item;
  }));
  const line = (name) => Object.assign(document.createElement("p"), {textContent: name});
  box.append(...names.map(line), list);
  document.body.replaceChildren(document.querySelector(".coop-marks"), box);
}"""


def main() -> int:
    """Draw the picture; returns the exit code."""
    program = find_browser(os.environ)
    if not program:
        sys.stderr.write(f"{NO_BROWSER}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder, open_browser(program) as browser:
        site = build(ROOT, Path(folder) / "site")
        with serve(site) as address:
            page = browser.new_page(viewport={"width": 1200, "height": 630}, bypass_csp=True)
            page.goto(address)
            page.evaluate(DRAW)
            page.add_style_tag(content=STYLE)
            page.screenshot(path=PICTURE)
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
