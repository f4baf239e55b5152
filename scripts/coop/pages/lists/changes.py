"""The page of all changes: what was added and corrected, day by day, newest first."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.model import Kind
from coop.pages.dates import write_day
from coop.pages.parts.history import DayLine, day_line
from coop.pages.view import View, make_page, render
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.history.past import Day, History
    from coop.pages.page import Content, Page

ADDRESS = "changes/"
_MOST = 240  # records named on the page; of the others their number is told
_MOST_ADDED = 60  # more than that came with a whole collection: their number says more


class CorrectedLine(NamedTuple):
    """A corrected record: the link to it, and what changed."""

    link: Markup
    line: DayLine


class DayPart(NamedTuple):
    """A day of the page: those added, how many of which kind, those corrected, those gone."""

    day: str
    when: str
    counts: tuple[str, ...]
    added: tuple[Markup, ...]
    number_added: int
    corrected: tuple[CorrectedLine, ...]
    number_corrected: int
    removed: tuple[Markup, ...]


def changes_pages(catalog: Catalog, history: History | None) -> Iterator[Page]:
    """The page in each language; without a history it says that there is none at hand."""
    for language in Language:
        view = View(catalog, language, ADDRESS)
        yield make_page(view, "data", partial(_write, history=history))


def _write(view: View, history: History | None) -> Content:
    meta = {
        "title": view.words("changes.title"),
        "description": view.words("changes.description"),
        "coop": "list",
    }
    return render(
        view,
        "changes.md.j2",
        meta,
        title=meta["title"],
        known=history is not None,
        days=list(_list_days(view, history.days if history else ())),
        data_href=view.file("api/v1/changes.json"),
        feed_href=view.href("feeds/all.atom"),
    )


def _list_days(view: View, days: Iterable[Day]) -> Iterator[DayPart]:
    left = _MOST
    for day in days:
        corrected = [*day.corrected.items()][:left]
        left -= len(corrected)
        few = len(day.added) <= min(_MOST_ADDED, left)
        left -= len(day.added) if few else 0
        yield DayPart(
            day=day.day.isoformat(),
            when=write_day(day.day, view.language),
            counts=_count(view, day.added),
            added=tuple(map(view.link, day.added)) if few else (),
            number_added=len(day.added),
            corrected=tuple(
                CorrectedLine(view.link(ref), day_line(view, _kind(ref), day.day, steps))
                for ref, steps in corrected
            ),
            number_corrected=len(day.corrected),
            removed=tuple(_gone(view, *each) for each in day.removed.items()),
        )


def _count(view: View, refs: Iterable[str]) -> tuple[str, ...]:
    numbers = Counter(map(_kind, refs))
    return tuple(
        view.words("changes.kind", kind=view.words(f"nav.{kind.value}"), n=numbers[kind])
        for kind in Kind
        if numbers[kind]
    )


def _kind(ref: str) -> Kind:
    return Kind(ref.partition("/")[0])


def _gone(view: View, ref: str, target: str) -> Markup:
    bare = Markup("<code>{}</code>").format(ref)
    if not view.catalog.find(target):
        return bare
    return Markup.escape(view.words("changes.merged")).format(id=bare, link=view.link(target))
