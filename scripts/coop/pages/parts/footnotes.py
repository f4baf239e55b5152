"""Source notes of one page: numbers in the order of mention, and the way back from a source."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from coop.pages.view import render_block
from coop.text import escape_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.model import Source
    from coop.model.values import SourceRef
    from coop.pages.view import View

_LOCATOR = re.compile(
    r"(paras?|pages?|tables?|annex|section|slide|chapter|photo captions?) "
    r"([0-9A-Z(][0-9A-Za-z().–-]*(?:(?:, | and )[0-9][0-9().–-]*)*)"
)
_RANGE = re.compile(r"([0-9().]+)[–-]([0-9().]+)")


@dataclass(frozen=True, slots=True)
class Citation:
    """A place on the page that a source is cited for: its anchor, what it is, the locator."""

    anchor: str
    label: str
    at: str


@dataclass(slots=True)
class SourceLine:
    """A source in the list at the end of a page; `source` is None if no record has the id.

    `html` is what the list shows of it, up to where the page's own citations follow.
    """

    number: int
    source_id: str
    source: Source | None
    html: Markup
    citations: list[Citation] = field(default_factory=list)


class Footnotes:
    """The source notes of one page, numbered as they are asked for from its head to its foot."""

    def __init__(self, view: View) -> None:
        """Start a page without notes."""
        self._view = view
        self._lines: dict[str, SourceLine] = {}

    @property
    def lines(self) -> tuple[SourceLine, ...]:
        """The sources cited so far, by number."""
        return tuple(self._lines.values())

    def cite(self, refs: Iterable[SourceRef], anchor: str, label: str) -> Markup:
        """The numbers of sources as links, tied to the word before them; empty without sources.

        `anchor` and `label` lead back from the source to the statement.
        """
        places: defaultdict[int, list[str]] = defaultdict(list)
        for ref in refs:
            number, at = self._note(ref, anchor, label)
            places[number] += filter(None, [at])
        if not places:
            return Markup()
        joined = Markup("<wbr>").join(self._mark(*one) for one in sorted(places.items()))
        return Markup('&nbsp;<span class="coop-ref">{}</span>').format(joined)

    def _mark(self, number: int, places: Iterable[str]) -> Markup:
        at = self._view.words("record.semicolon").join(places)
        return self._view.share(_mark_html, (number, at), f"{number} {at}")

    def _note(self, ref: SourceRef, anchor: str, label: str) -> tuple[int, str]:
        """The number of a source and the place in it, in words."""
        at = self._view.share(write_locator, ref.at, ref.at or "")
        line = self._lines.get(ref.id)
        if line is None:
            source = self._view.catalog.sources.get(ref.id)
            html = self._view.share(_source_html, source, source.ref) if source else _lost(ref.id)
            line = SourceLine(len(self._lines) + 1, ref.id, source, html)
            self._lines[ref.id] = line
        citation = Citation(anchor, label, at)
        if citation not in line.citations:
            line.citations.append(citation)
        return line.number, at


def _source_html(view: View, source: Source) -> Markup:
    return render_block(view, "source.html.j2", source=source).strip()


def _lost(source_id: str) -> Markup:
    return Markup('<p><code>{}</code></p><div class="meta">').format(source_id)


def _mark_html(view: View, mark: tuple[int, str]) -> Markup:
    number, at = mark
    name = view.words("record.source_at" if at else "record.source", n=number, at=at)
    link = f'<a href="#s{number}" aria-label="{escape_html(name)}">{number}</a>'
    return Markup(link)  # noqa: S704 - a number and an escaped name


def write_locator(view: View, at: str | None) -> str:
    """A locator in the words of the page's language where it is of the usual form."""
    if not at:
        return ""
    match = _LOCATOR.fullmatch(at)
    if not match:
        return at
    key = match[1].removeprefix("photo ").removesuffix("s")
    many = match[1].endswith("s")
    numbers = match[2].replace(" and ", view.words("record.and"))
    numbers = numbers.replace(", ", view.words("record.list"))
    if many:
        numbers = _RANGE.sub(lambda found: _range(view, found), numbers)
    return view.words(f"record.at.{key}{'s' if many else ''}", n=numbers)


def _range(view: View, found: re.Match[str]) -> str:
    return view.words("record.range", first=found[1], last=found[2])
