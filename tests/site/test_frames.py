"""A page put into a frame that others share is the page that the theme itself would give."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from publish.frames import Frames
from publish.languages import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coop.pages.page import Content, Page

REPOSITORY = "https://git.example.org/team/records"


class Comparison:
    """Fills the theme's template for every page that goes into a frame, and compares."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.seen: Counter[tuple[str, str]] = Counter()
        self.differing: list[str] = []
        self.wrap = Frames.wrap

    def method(self) -> Callable[..., str]:
        """Return what stands in for the method of the frames."""

        def wrap(frames: Frames, page: Page, content: Content, html: str) -> str:
            return self.compare(frames, page, content, html)

        return wrap

    def compare(self, frames: Frames, page: Page, content: Content, html: str) -> str:
        """Put a page into its frame and note whether the theme gives the same."""
        framed = self.wrap(frames, page, content, html)
        self.seen[page.section, page.language.value] += 1
        if framed != fill_directly(frames, page, content, html):
            self.differing.append(page.url)
        return framed


def fill_directly(frames: Frames, page: Page, content: Content, html: str) -> str:
    """Return a page as the theme's template gives it, with nothing shared."""
    config = frames.config
    file = frames.files.get_file_from_path(page.path)
    known = file.page if file else None
    whole = known or MkDocsPage(None, File.generated(config, page.path, content=""), config)
    whole.meta = dict(content.meta)
    whole.content = html
    whole.canonical_url = f"{config.site_url}{page.url}"
    edit = f"{config.repo_url}/edit/main/{page.origin}"
    whole.edit_url = edit if config.repo_url and page.origin else None
    place = Place(page.address, page.language, page.url.count("/"))
    around = frames.surroundings.around(page.address, page.language)
    return frames.fill(whole, place, around)


@pytest.mark.parametrize("repository", ["", REPOSITORY])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_framed_page_equals_the_page_of_the_theme(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repository: str
) -> None:
    comparison = Comparison()
    monkeypatch.setattr(Frames, "wrap", comparison.method())
    settings = load_config(
        str(tiny / "mkdocs.yml"), site_dir=str(tmp_path / "site"), repo_url=repository
    )
    settings.plugins.on_startup(command="build", dirty=False)
    build(settings)
    assert comparison.differing == []
    sections = {section for section, _ in comparison.seen}
    assert sections >= {"platforms", "meetings", "plans", "people", "sources", "timeline", "gaps"}
    for section in sections:
        counts = {comparison.seen[section, tag] for tag in ("en", "zh-Hant", "zh-Hans")}
        assert len(counts) == 1, section
