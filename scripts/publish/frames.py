"""The theme's template filled once for pages that differ only in a few places.

Filling Material's template costs more than everything else about a record page. So for each
language, section and depth it is filled once with marks in place of what differs, and cut at the
marks. A page that stands in the navigation gets a frame of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from coop.exports.surroundings import Around
from coop.text import Language
from publish.languages import Place, frame_context, speak

if TYPE_CHECKING:
    from datetime import date

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from coop.exports.surroundings import Surroundings
    from coop.pages.page import Content, Page

_SLOT = "coop-slot-{}-"
_TITLE, _DESCRIPTION, _BODY, _ADDRESS, _EDIT, _KIND = (
    _SLOT.format(name) for name in ("title", "description", "body", "address", "edit", "kind")
)
_AROUND = Around(_SLOT.format("head"), _SLOT.format("foot"))
_HAS_TITLE = "<!--<h1-->"  # keeps Material from adding a title: the body brings its own
_INDENT = re.compile(r"\s*\n\s*")
_SLOTS = re.compile("(coop-slot-[a-z]+-)")
_SCRIPT = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.DOTALL
)


class _Key(NamedTuple):
    language: Language
    section: str
    depth: int
    address: str  # only for pages of the navigation
    editable: bool
    prose: bool  # a page without a kind of its own is set like a hand-written one


@dataclass
class Frames:
    """The frames of one build."""

    environment: jinja2.Environment
    config: MkDocsConfig
    files: Files
    navigations: dict[Language, Navigation]
    as_of: date | None
    surroundings: Surroundings
    scripts: set[str] = field(default_factory=set)
    _made: dict[_Key, list[str]] = field(default_factory=dict)

    def wrap(self, page: Page, content: Content, html: str) -> str:
        """A whole HTML page round a generated page's content."""
        kind = str(content.meta.get("coop", ""))
        around = self.surroundings.around(page.address, page.language)
        values = {
            _TITLE: str(content.meta["title"]),
            _DESCRIPTION: str(content.meta["description"]),
            _KIND: kind,
            _BODY: html.strip(),
            _ADDRESS: page.address,
            _EDIT: page.origin,
            _AROUND.head: around.head.strip(),
            _AROUND.foot: around.foot.strip(),
        }
        editable = bool(self.config.repo_url and page.origin)
        pieces = self._frame(page, editable=editable, prose=not kind)
        return "".join(values.get(piece, piece) for piece in pieces).replace("\n\n", "\n")

    def _frame(self, page: Page, *, editable: bool, prose: bool) -> list[str]:
        file = self.files.get_file_from_path(page.path)
        listed = file is not None and file.page is not None
        own = page.address if listed else ""
        key = _Key(page.language, page.section, page.address.count("/"), own, editable, prose)
        if key not in self._made:
            self._made[key] = self._cut(page, key)
        return self._made[key]

    def _cut(self, page: Page, key: _Key) -> list[str]:
        depth = page.url.count("/")
        place = Place(key.address or _ADDRESS, page.language, depth)
        html = self.fill(self._probe(page, key), place, _AROUND)
        self.scripts.update(find_scripts(html))
        return _SLOTS.split(html.replace(_HAS_TITLE, ""))

    def _probe(self, page: Page, key: _Key) -> MkDocsPage:
        file = self.files.get_file_from_path(page.path)
        listed = file.page if file and key.address else None
        probe = listed or MkDocsPage(None, _probe_file(page, self.config), self.config)
        probe.content = _BODY + _HAS_TITLE
        probe.meta = {
            "title": _TITLE,
            "description": _DESCRIPTION,
            "hide": [] if key.prose else ["navigation", "toc"],
        }
        if not key.prose:
            probe.meta["coop"] = _KIND
        prefix = page.url.removesuffix(page.address)
        probe.canonical_url = f"{self.config.site_url}{prefix}{key.address or _ADDRESS}"
        edit_url = f"{self.config.repo_url}/{self.config.edit_uri}{_EDIT}"
        probe.edit_url = edit_url if key.editable else None
        return probe

    def fill(self, page: MkDocsPage, place: Place, around: Around) -> str:
        """The theme's template filled for a page of MkDocs that stands in a place."""
        speak(self.config, place.language)
        navigation = self.navigations[place.language]
        context = get_context(navigation, [], self.config, page)
        site_url = self.config.site_url or "/"
        context["coop"] = frame_context(place, site_url, self.as_of, around)  # type: ignore[typeddict-unknown-key]  # our templates' own variable
        page.active = True
        try:
            html = self.environment.get_template("main.html").render(context)
        finally:
            page.active = False
        return _INDENT.sub("\n", html)  # a third of the theme's share of a page


def find_scripts(html: str) -> list[str]:
    """The scripts that stand inside a page, as a content security policy hashes them."""
    return _SCRIPT.findall(html)


def _probe_file(page: Page, config: MkDocsConfig) -> File:
    folder = page.url.rstrip("/").rpartition("/")[0]
    path = f"{folder}/{_ADDRESS}.md" if folder else f"{_ADDRESS}.md"
    return File.generated(config, path, content="")
