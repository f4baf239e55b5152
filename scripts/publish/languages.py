"""One MkDocs build that speaks three languages: configuration, navigation and words of each."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.structure.nav import Navigation, get_navigation

from coop.exports.surroundings import Around
from coop.pages.dates import write_day
from coop.pages.page import PREFIXES
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from datetime import date

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

NAMES = {Language.EN: "English", Language.ZH_HANT: "繁體", Language.ZH_HANS: "简体"}
_FRAME = "frame."
_NOTHING = Around()
_GUIDES = tuple(
    f"contribute/{name}"
    for name in (
        "first-record",
        "fields",
        "examples",
        "findings",
        "style",
        "sources",
        "disputes",
        "translating",
        "requests",
    )
)
_TABS: tuple[str | tuple[str, tuple[str, ...]], ...] = (
    "home",
    "platforms",
    "meetings",
    "plans",
    "timeline",
    ("browse", ("people", "organisations", "places", "topics", "sources", "glossary")),
    "gaps",
    "data",
    ("contribute", ("contribute", *_GUIDES)),
    "about",
)
_FILES = {"home": "index.md", "glossary": "glossary.md", "gaps": "gaps.md"} | {
    name: f"{name}.md" for name in ("data", "about")
}


def build_navigation(language: Language, files: Files, config: MkDocsConfig) -> Navigation:
    """The navigation of a language: its lists and hand-written pages, never single records."""
    before = config.nav
    config.nav = [_nav_item(tab, language) for tab in _TABS]
    try:
        return get_navigation(files, config)
    finally:
        config.nav = before


def _nav_item(tab: str | tuple[str, tuple[str, ...]], language: Language) -> Any:
    name, inner = (tab, ()) if isinstance(tab, str) else tab
    words = load_words(language)
    if inner:
        return {words(f"nav.{name}"): [_nav_item(child, language) for child in inner]}
    if name in _GUIDES:  # a hand-written one gives its title itself
        path, title = f"{PREFIXES[language]}{name}.md", f"{name.replace('/', '.')}.title"
        return {words(title): path} if words.has(title) else path
    return {words(f"nav.{name}"): PREFIXES[language] + _FILES.get(name, f"{name}/index.md")}


def speak(config: MkDocsConfig, language: Language) -> None:
    """Make the theme speak a language from here on."""
    words = load_words(language)
    config.theme["language"] = language.value
    config.site_name = words("site.name")
    config.site_description = words("site.description")
    config.extra["homepage"] = PREFIXES[language] or "."


class Place(NamedTuple):
    """Where a page stands: its address without a language's prefix, and how far below the root.

    The address may be a mark that is replaced later, so the depth is kept beside it.
    """

    address: str
    language: Language
    depth: int

    @classmethod
    def of(cls, address: str, language: Language) -> Place:
        """The place of a page by its true address."""
        return cls(address, language, (PREFIXES[language] + address).count("/"))

    def way_to(self, path: str) -> str:
        """The way from the page to a path from the site's root."""
        return "../" * self.depth + path or "./"


@cache
def frame_words(language: Language) -> dict[str, str]:
    """The words that the theme's templates use, by keys such as `footer_as_of`."""
    texts = load_words(language).texts.items()
    return {key.removeprefix(_FRAME): text for key, text in texts if key.startswith(_FRAME)}


def frame_context(
    place: Place, site_url: str, as_of: date | None, around: Around = _NOTHING
) -> SimpleNamespace:
    """What the theme's templates see of a page as `coop`: language, counterparts, words.

    `site_url` ends in a slash.
    """
    return SimpleNamespace(
        lang=place.language.value,
        home=place.way_to(PREFIXES[place.language]).rstrip("/"),
        as_of=write_day(as_of, place.language) if as_of else "",
        head=around.head,
        foot=around.foot,
        words=frame_words(place.language),
        alternates=[
            SimpleNamespace(
                tag=other.value,
                label=NAMES[other],
                url=place.way_to(prefix + place.address),
                absolute=site_url + prefix + place.address,
                current=other is place.language,
            )
            for other, prefix in PREFIXES.items()
        ],
    )
