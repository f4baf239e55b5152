"""The past of a record in the words of the page's language: when it came, what changed, when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coop.history.past import by_day
from coop.pages.dates import write_day
from coop.pages.parts.footnotes import write_locator
from coop.pages.parts.values import find_form, is_text, name_value, write_value
from coop.pages.view import render_block
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from markupsafe import Markup

    from coop.history.comparison import Change
    from coop.history.past import Past, Step
    from coop.model import Kind
    from coop.model.shape.walk import Path
    from coop.pages.fields import Form
    from coop.pages.view import View

_LOCATOR = "at"
_DISPUTED = "value"
_PHRASE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")  # a value in words, which are English ones
# what a page in Chinese only names: phrases as disputed values, and sentences of English texts
_FOREIGN: Mapping[str | int, re.Pattern[str]] = {
    _DISPUTED: _PHRASE,
    Language.EN.value: re.compile(r"\b[a-z]+ [a-z]+\b"),
}
_MOST_NAMES = 6
_MOST_DAYS = 10
_MOST_CHANGES = 12


class DayLine(NamedTuple):
    """A day of a record's past: the day, itself in words, what changed, how much is not told."""

    day: date
    when: str
    changes: tuple[str, ...]
    rest: int = 0


def render_history(view: View, kind: Kind, past: Past) -> Markup:
    """The part of a page that tells the past of its record, as HTML."""
    added = past.added.date()
    if not past.steps:  # as most records: many pages say the same
        return view.share(_render_added, added, f"added {added}")
    days = [day_line(view, kind, day, steps) for day, steps in by_day(past.steps).items()]
    changed = view.words("history.changed", date=write_day(past.changed.date(), view.language))
    return render_block(
        view,
        "history.html.j2",
        summary=view.words("history.join", since=_since(view, added), changed=changed),
        days=days[: -_MOST_DAYS - 1 : -1],
        rest=len(days) - _MOST_DAYS,
        added=(added, write_day(added, view.language)),
        all_href=view.href("changes/"),
    )


def _render_added(view: View, added: date) -> Markup:
    return render_block(view, "history.html.j2", summary=_since(view, added), days=())


def _since(view: View, day: date) -> str:
    return view.words("history.since", date=write_day(day, view.language))


def day_line(view: View, kind: Kind, day: date, steps: Iterable[Step]) -> DayLine:
    """What changed in a record on a day, in at most so many sentences that a page bears them."""
    told = tuple(tell_steps(view, kind, steps))
    when = write_day(day, view.language)
    return DayLine(day, when, told[:_MOST_CHANGES], max(len(told) - _MOST_CHANGES, 0))


def tell_steps(view: View, kind: Kind, steps: Iterable[Step]) -> Iterator[str]:
    """What changed in a record, one short sentence a change; what changed twice is told once."""
    steps = tuple(steps)
    for step in steps:
        if step.renamed_from:
            yield view.words("history.renamed", id=step.renamed_from)
    settled = _settle(steps)
    if not settled and any(step.changes for step in steps):
        yield view.words("history.undone")
    for path, changes in _group(settled):
        if _is_item(changes[0].path):
            form = find_form(kind, path)
            yield from _tell_items(view, form, name_value(view, kind, path), changes)
        else:
            yield _tell_value(view, kind, _choose(view, path, changes))


def _settle(steps: Iterable[Step]) -> list[Change]:
    """The changes of some steps, without what one did and a later one undid."""
    settled: list[Change] = []
    for change in (change for step in steps for change in step.changes):
        earlier = next((one for one in reversed(settled) if _follows(one, change)), None)
        if earlier is None:
            settled.append(change)
            continue
        joined = earlier._replace(after=change.after)
        settled[settled.index(earlier)] = joined
        if _is_item(change.path) or joined.before == joined.after:
            settled.remove(joined)
    return settled


def _follows(earlier: Change, change: Change) -> bool:
    """Whether a change goes on from an earlier one; items of a list may have moved meanwhile."""
    if not _is_item(change.path):
        return (earlier.path, earlier.after) == (change.path, change.before)
    same_list = _is_item(earlier.path) and earlier.path[:-1] == change.path[:-1]
    return same_list and (earlier.before, earlier.after) == (change.after, change.before)


def _group(changes: Iterable[Change]) -> list[tuple[Path, list[Change]]]:
    """The changes that one sentence tells: of a list, or of a text in several languages."""
    groups: list[tuple[Path, list[Change]]] = []
    for change in changes:
        is_item = _is_item(change.path)
        path = change.path[:-1] if is_item or is_text(change.path) else change.path
        fitting = (
            told
            for one, told in groups
            if one == path
            and is_item == _is_item(told[0].path)
            and (is_item or all(each.path != change.path for each in told))
        )
        told = next(fitting, None)
        if told is None:
            groups.append((path, [change]))
        else:
            told.append(change)
    return groups


def _choose(view: View, path: Path, changes: list[Change]) -> Change:
    """The change to tell: of a text in several languages, the one in the page's own."""
    own = [change for change in changes if change.path[-1] == view.language.value]
    if view.language is Language.ZH_HANS and not own:
        own = [each for each in changes if each.path[-1] == Language.ZH_HANT.value]
    return own[0]._replace(path=path) if own else changes[0]


def _is_item(path: Path) -> bool:
    return isinstance(path[-1], int)


def _tell_value(view: View, kind: Kind, change: Change) -> str:
    what, form = name_value(view, kind, change.path), find_form(kind, change.path)
    before, after = write_value(view, form, change.before), write_value(view, form, change.after)
    if change.path[-1] == _LOCATOR:
        before, after = write_locator(view, before), write_locator(view, after)
    foreign = _FOREIGN.get(change.path[-1]) if view.language is not Language.EN else None
    if foreign:
        before, after = ("" if foreign.search(text) else text for text in (before, after))
    if change.before is None:
        key = "history.given" if after else "history.written"
        return view.words(key, what=what, value=after)
    if change.after is None:
        key = "history.taken" if before else "history.dropped"
        return view.words(key, what=what, value=before)
    if before and after and before != after:
        return view.words("history.change", what=what, before=before, after=after)
    return view.words("history.reworded", what=what)


def _tell_items(view: View, form: Form | None, what: str, changes: list[Change]) -> Iterator[str]:
    added = [change.after for change in changes if change.before is None]
    taken = [change.before for change in changes if change.after is None]
    for word, items in (("added", added), ("taken", taken)):
        if not items:
            continue
        names = [write_value(view, form, item) for item in items if isinstance(item, str)]
        if len(names) == len(items) <= _MOST_NAMES and all(names):
            joined = view.words("record.list").join(names)
            yield view.words(f"history.names.{word}", what=what, names=joined)
        else:
            yield view.words(f"history.items.{word}", what=what, n=len(items))
