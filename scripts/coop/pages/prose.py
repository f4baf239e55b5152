"""The hand-written pages: markers filled in, Simplified Chinese converted from Traditional."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from coop.pages.lists.home import home_blocks
from coop.pages.page import PREFIXES
from coop.script import to_simplified
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from coop.catalog import Catalog

_MARKER = re.compile(r"^<!-- coop:([a-z-]+) -->$", re.MULTILINE)
# code is quoted as it is; a text marked with its language keeps its script
_KEPT = re.compile(
    r"(^```.*?^```$|`[^`\n]+`|<span lang=\"[^\"]+\">.*?</span>)", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Prose:
    """A hand-written page: its path below docs/, its language, its Markdown on demand."""

    path: str
    language: Language
    render: Callable[[], str]
    origin: str

    @property
    def address(self) -> str:
        """The page's address without the language's prefix."""
        return address_of(self.path)


def prose_pages(catalog: Catalog, prose: Mapping[str, str]) -> Iterator[Prose]:
    """The hand-written pages in all languages.

    `prose` maps paths below docs/ to texts: English at the root, `zh-hant/`, and in `zh-hans/`
    only pages that replace the conversion.
    """
    for path, text in sorted(prose.items()):
        language = language_of(path)
        yield Prose(path, language, partial(_fill, catalog, language, text), f"docs/{path}")
        if language is Language.ZH_HANT:
            converted = path.replace("zh-hant/", "zh-hans/", 1)
            if converted not in prose:
                render = partial(_convert, catalog, text)
                yield Prose(converted, Language.ZH_HANS, render, f"docs/{path}")


def simplify_markdown(text: str) -> str:
    """A Markdown text in Simplified characters, code and texts of another language untouched."""
    pieces = _KEPT.split(text)
    return "".join(
        piece if index % 2 else to_simplified(piece) for index, piece in enumerate(pieces)
    )


def language_of(path: str) -> Language:
    """The language of a page by its path below docs/."""
    found = (lang for lang, prefix in PREFIXES.items() if prefix and path.startswith(prefix))
    return next(found, Language.EN)


def address_of(path: str) -> str:
    """The address of a page by its path below docs/, without the language's prefix."""
    inner = path.removeprefix(PREFIXES[language_of(path)]).removesuffix(".md")
    return "" if inner == "index" else f"{inner}/".removesuffix("index/")


def _convert(catalog: Catalog, text: str) -> str:
    return _fill(catalog, Language.ZH_HANS, simplify_markdown(text))


def _fill(catalog: Catalog, language: Language, text: str) -> str:
    if not _MARKER.search(text):
        return text
    blocks = home_blocks(catalog, language)
    return _MARKER.sub(lambda match: blocks[match[1]]().strip(), text)
