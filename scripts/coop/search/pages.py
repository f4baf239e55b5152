"""Pages that are no record, as documents: what is written by hand, the lists, the years."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from coop.model.folders import UNDATED
from coop.pages.lists.meetings import meetings_by_year, year_address
from coop.pages.page import PREFIXES
from coop.pages.prose import address_of, language_of, simplify_markdown
from coop.search.document import FACT, STATEMENT, Document
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog

KIND = "pages"
_LISTS = (
    "platforms",
    "meetings",
    "plans",
    "people",
    "organisations",
    "places",
    "topics",
    "sources",
    "timeline",
    "gaps",
)
_LEVEL = FACT + 1  # below any name of a record
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_META = re.compile(r"^(title|description): (.*)$", re.MULTILINE)
_MARKS = re.compile(
    r"<!--.*?-->|<[^>]+>|\]\([^)]*\)|\{[^}\n]*\}|^```.*?^```|[#*`|_\[\]!>]+",
    re.MULTILINE | re.DOTALL,
)


def list_pages(catalog: Catalog, prose: Mapping[str, str]) -> Iterator[Document]:
    """A document for every list, every year's list of meetings and every hand-written page."""
    words = {tag: load_words(tag) for tag in Language}
    for name in _LISTS:
        yield _page(f"{name}/", {tag: say(f"nav.{name}") for tag, say in words.items()})
    # long pages stand spread among short ones, so that no piece of the index holds many of them
    written = [_written(address, prose) for address in written_addresses(prose)]
    spread = (
        (place / len(pages), page)
        for pages in ([*_years(catalog)], written)
        for place, page in enumerate(pages)
    )
    yield from (page for _, page in sorted(spread, key=itemgetter(0)))


def _years(catalog: Catalog) -> Iterator[Document]:
    words = {tag: load_words(tag) for tag in Language}
    for year in meetings_by_year(catalog):
        key = UNDATED if year == UNDATED else "year"
        titles = {tag: say(f"lists.title.{key}", year=year) for tag, say in words.items()}
        yield _page(year_address(year), titles)


def written_addresses(prose: Mapping[str, str]) -> list[str]:
    """The addresses of the hand-written pages but the home page, which only leads to others."""
    english = (path for path in prose if language_of(path) is Language.EN)
    return sorted(address for path in english if (address := address_of(path)))


def _page(address: str, title: dict[Language, str]) -> Document:
    label = {tag: load_words(tag)(f"find.kind.{KIND}") for tag in Language}
    return Document(address, KIND, [*title.values()], title, label, name_level=_LEVEL)


def _written(address: str, prose: Mapping[str, str]) -> Document:
    texts = {language_of(path): text for path, text in prose.items() if address_of(path) == address}
    texts.setdefault(Language.ZH_HANT, texts[Language.EN])
    texts.setdefault(Language.ZH_HANS, simplify_markdown(texts[Language.ZH_HANT]))
    heads = {tag: dict(_META.findall(_front(text))) for tag, text in texts.items()}
    made = _page(address, {tag: heads[tag].get("title", address).strip("\"'") for tag in PREFIXES})
    made.body = {tag: [heads[tag].get("description", "").strip("\"'")] for tag in PREFIXES}
    for tag, text in texts.items():
        made.body[tag].append(" ".join(_MARKS.sub(" ", _FRONT_MATTER.sub("", text)).split()))
    made.found_by += [(STATEMENT, tuple(parts)) for parts in made.body.values()]
    return made


def _front(text: str) -> str:
    found = _FRONT_MATTER.match(text)
    return found[1] if found else ""
