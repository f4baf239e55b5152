"""A release as the finders see it: sentences, with the names and the times in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import NUMBER, Pattern, load_pattern
from coop.draft.text.times import date_weekdays, find_days, tells_absence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.past import Past
    from coop.draft.text.days import Day
    from coop.draft.text.release import Paragraph, Release
    from coop.draft.text.tokens import Lexicon, Mention

_ENDING = load_pattern("release.ending")
_PICTURED = load_pattern("release.pictured")
_INSIDE = Pattern(rf"(?:举行|召开)?(?:{NUMBER})|(?:19|20)\d\d年度?(?=重点工作)", re.IGNORECASE)
_ENDS = Pattern(
    r"(?:(?<=[a-z\d)\"”’%][.!?])|(?<=[A-Z]{2}[.!?]))[\"”']?\s+(?=[A-Z\"“])|(?<=[。！？])"
)
_LONGEST = 3000  # no sentence is; what goes on for longer is cut, so that reading ends
_IS_NAME = Pattern(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Ir|Madam)\.? $")  # "Ms Xian Hui"
_TITLES = Pattern(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Hon)\.$")


class Found(NamedTuple):
    """A value that was found: the paragraph that says so, and whether there is no doubt."""

    value: str
    at: str
    is_sure: bool = True


@dataclass(frozen=True)
class Sentence:
    """A sentence: its paragraph, its text (Simplified), the known names in it, the times in it."""

    paragraph: Paragraph
    text: str
    mentions: tuple[Mention, ...]
    days: tuple[Day, ...]

    @property
    def at(self) -> str:
        """The place as a locator."""
        return self.paragraph.at

    @property
    def is_first(self) -> bool:
        """Whether it is the title or opens the text."""
        return self.paragraph.number <= 1 and self.paragraph.folded.startswith(self.text)

    @cached_property
    def offset(self) -> int:
        """Where it begins in its paragraph."""
        return self.paragraph.folded.index(self.text)

    @cached_property
    def posts(self) -> list[Mention]:
        """The mentions of posts, in their order."""
        return [mention for mention, _ in self.of("post")]

    def before(self, place: int, width: int = 40) -> str:
        """The text before a place, as far as it matters for what stands there."""
        return self.text[max(0, place - width) : place]

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The names that begin in a stretch of the text."""
        begins = attrgetter("start")
        first = bisect_left(self.mentions, start, key=begins)
        return self.mentions[first : bisect_left(self.mentions, end, first, key=begins)]

    def written(self, start: int, end: int) -> str:
        """A stretch of the sentence in the characters of the document."""
        return self.paragraph.text[self.offset + start : self.offset + end]

    def of(self, kind: str) -> Iterator[tuple[Mention, str]]:
        """The mentions of one kind of name, each with the first id that it may stand for."""
        for mention in self.mentions:
            if ids := mention.of(kind):
                yield mention, ids[0]


@dataclass(frozen=True)
class Reading:
    """A release with what the catalogue knows of it."""

    release: Release
    catalog: Catalog
    lexicon: Lexicon
    published: date | None
    year: int | None = None
    past: Past = field(kw_only=True)

    @cached_property
    def heading(self) -> tuple[Sentence, ...]:
        """The title."""
        return tuple(self._sentences(self.release.heading))

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the paragraphs in order."""
        sentences: list[Sentence] = []
        for paragraph in self.release.paragraphs:
            told = (day for one in reversed(sentences) for day in one.days[-1:])
            sentences += self._sentences(paragraph, next(told, None))
        return tuple(sentences)

    @cached_property
    def _weekdays(self) -> dict[int, date]:
        """The days of the week of which the document tells the date."""
        return date_weekdays(self._everything, self.published)

    @cached_property
    def is_notice(self) -> bool:
        """Whether it tells of someone's journey to come, by who acts for them meanwhile."""
        return tells_absence(self._everything)

    @cached_property
    def _everything(self) -> str:
        everything = (self.release.heading, *self.release.paragraphs)
        return "\n".join(one.folded for one in everything)

    @cached_property
    def captions(self) -> tuple[Sentence, ...]:
        """The words below pictures, which only bear out what the text says."""
        return tuple(one for each in self.release.captions for one in self._sentences(each))

    @cached_property
    def has_deck(self) -> bool:
        """Whether the first paragraph is a second headline, which ends like no sentence."""
        lines = (_PICTURED.sub("", one.folded) for one in self.release.paragraphs[:2])
        ends = [bool(_ENDING.search(line)) for line in lines]
        return ends == [False, True]

    def lead(self, paragraphs: int) -> tuple[Sentence, ...]:
        """The title and the sentences of the first paragraphs."""
        last = paragraphs + self.has_deck
        body = (one for one in self.body if one.paragraph.number <= last)
        return (*self.heading, *body)

    def _mentions(self, paragraph: Paragraph) -> list[Mention]:
        """The names in a paragraph, platforms also with their ordinal inside the name.

        So are plans with their year, beside what else their name tells.
        """
        mentions = [
            one
            for one in self.lexicon.find(paragraph.tokens)
            if not (one.of("place") and _IS_NAME.search(paragraph.folded, 0, one.start))
        ]
        spans = [found.span() for found in _INSIDE.finditer(paragraph.folded)]
        if not spans:
            return mentions
        starts = [start for start, _ in spans]
        kept = [
            token
            for token in paragraph.tokens
            if not (at := bisect_right(starts, token.start)) or spans[at - 1][1] <= token.start
        ]
        around = [
            mention
            for mention in self.lexicon.find(kept)
            if any(end < mention.end for _, end in spans[_next_to(mention.start, starts)])
        ]
        yearly = [mention for mention in around if mention.of("plan")]
        around = [mention for mention in around if mention.of("platform")]
        ends = [one.end for one in around]
        apart = (
            one
            for one in mentions
            if not any(other.start < one.end for other in around[_next_to(one.start, ends)])
        )
        return sorted([*apart, *around, *yearly])

    def _sentences(self, paragraph: Paragraph, told: Day | None = None) -> Iterator[Sentence]:
        """The sentences of a paragraph; `told` is the last day that the text tells before it."""
        mentions = self._mentions(paragraph)
        starts = [mention.start for mention in mentions]
        start = 0
        ends = [match.end() for match in _ENDS.finditer(paragraph.folded)]
        ends = sorted({*ends, *range(_LONGEST, len(paragraph.folded), _LONGEST)})
        for end in (*ends, len(paragraph.folded)):
            text = paragraph.folded[start:end]
            if not text.strip() or _TITLES.search(text.rstrip()):
                continue
            inside = tuple(
                mention._replace(start=mention.start - start, end=mention.end - start)
                for mention in mentions[bisect_left(starts, start) : bisect_left(starts, end)]
            )
            days = find_days(text, self.published, self.year, self._weekdays, told)
            yield Sentence(paragraph, text, inside, tuple(days))
            told = days[-1] if days else told
            start = end


def _next_to(place: int, places: Sequence[int]) -> slice:
    """Where the first of some places in order stands that is behind a certain one, if any is."""
    at = bisect_right(places, place)
    return slice(at, at + 1)
