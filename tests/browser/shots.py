"""Pictures of every kind of page, for people to look at: `python tests/browser/shots.py`.

Each at three widths, light and dark, in three languages; and light without JavaScript.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from machine.browser import NO_BROWSER, find_browser
from tests.browser.serving import choose_pages, open_browser, serve
from tests.site.building import ROOT, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

LANGUAGES = {"en": "", "zh-hant": "zh-hant/", "zh-hans": "zh-hans/"}
HEIGHTS = {360: 740, 768: 1024, 1440: 900}
SCHEMES = ("light", "dark")
_TALLEST = 16_000  # pixels that a window may be high


class Look(NamedTuple):
    """One way of looking at the site."""

    language: str
    width: int
    scheme: str
    script: bool = True

    @property
    def name(self) -> str:
        """What the pictures of this look are called, behind the kind of page."""
        return f"{self.language}-{self.width}-{self.scheme}{'' if self.script else '-no-script'}"


def list_looks() -> Iterator[Look]:
    """Every look that pictures are taken of."""
    for language, width, scheme in product(LANGUAGES, HEIGHTS, SCHEMES):
        yield Look(language, width, scheme)
    for language, width in product(LANGUAGES, HEIGHTS):
        yield Look(language, width, "light", script=False)


def take(browser: Browser, look: Look, address: str, kinds: dict[str, str], out: Path) -> int:
    """Take the pictures of one look; returns how many."""
    options: dict[str, Any] = {
        "viewport": {"width": look.width, "height": HEIGHTS[look.width]},
        "color_scheme": look.scheme,
        "java_script_enabled": look.script,
    }
    context = browser.new_context(**options)
    page = context.new_page()
    pages = {**kinds, "missing": "404.html"}
    for kind, inner in pages.items():
        prefix = "" if inner == "404.html" else LANGUAGES[look.language]
        page.goto(f"{address}{prefix}{inner}")
        # years are drawn only where they can be seen: the window takes the whole page
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": look.width, "height": min(height, _TALLEST)})
        page.screenshot(path=out / f"{kind}-{look.name}.png", full_page=True)
        page.set_viewport_size({"width": look.width, "height": HEIGHTS[look.width]})
    context.close()
    return len(pages)


def main() -> int:
    """Build the site and take all pictures of it; returns the exit code."""
    parser = argparse.ArgumentParser(prog="shots")
    parser.add_argument("--out", type=Path, default=ROOT / "shots", help="where they are put")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    program = find_browser(os.environ)
    if not program:
        sys.stderr.write(f"{NO_BROWSER}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder, open_browser(program) as browser:
        site = build(ROOT, Path(folder) / "site")
        with serve(site) as address:
            for look in list_looks():
                count = take(browser, look, address, choose_pages(site), out)
                sys.stdout.write(f"{look.name}: {count} pictures\n")
                sys.stdout.flush()
    sys.stdout.write(f"The pictures are in {out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
