"""The posts of a person as bars on a scale of time: terms that are stated, and days seen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coop.edtf import PartialDate
    from coop.model import Person
    from coop.model.parts import PostHeld
    from coop.pictures.marks import Scale

_LEAST = 40  # days: a bar of one day would not be seen


class PostBar(NamedTuple):
    """A post as a bar.

    `stated` if its term is, else it reaches as far as sources show; `fades` if no end is stated.
    Its name begins where it begins or, if it is `late`, in the second half of the scale, ends
    where it ends: `aside` is the room between there and the edge.
    """

    held: PostHeld
    x: str
    width: str
    stated: bool
    fades: bool
    late: bool
    aside: str


def draw_posts(person: Person, scale: Scale) -> tuple[PostBar, ...]:
    """The bars of a person's posts in time order; what is not on the scale is left out."""
    bars = [pair for held in person.posts for pair in _bar(held, scale)]
    return tuple(bar for _, bar in sorted(bars, key=lambda pair: pair[0]))


def _bar(held: PostHeld, scale: Scale) -> Iterator[tuple[date, PostBar]]:
    """One bar, with the day on which it begins.

    A term of which the end alone is stated begins where sources show the person.
    """
    term, seen = held.period, held.seen
    stated = bool(term and term.start)
    fades = bool(term and term.start and not term.end)
    start = _start(term) or _start(seen)
    end = scale.last if fades else _end(term) or _end(seen)
    if not start or not end:
        return
    first = max(start, scale.first)
    last = min(max(end, first + timedelta(days=_LEAST)), scale.last)
    if end >= scale.first and first < last:
        late = first > scale.first + (scale.last - scale.first) / 2
        x, width = scale.at(first), scale.width(first, last)
        aside = scale.width(last, scale.last) if late else x
        yield start, PostBar(held, x, width, stated, fades, late, aside)


def _start(when: PartialDate | None) -> date | None:
    return when.start if when else None


def _end(when: PartialDate | None) -> date | None:
    return when.end if when else None
