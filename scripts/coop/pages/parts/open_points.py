"""What is not known of a record: what its file says, and what follows from what it lacks.

Where the file tells in its own words what would follow too, it is told once, in those words.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.model import Meeting, Person
from coop.model.vocabulary import Status
from coop.numerals import ORDINAL_WORDS, ordinal_suffix
from coop.pages.parts.missing import write_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model import Platform, Record
    from coop.pages.view import View
    from coop.series import MissingOrdinal, Series

# Words by which a gap in a file tells what would follow from the record as well.
_TOLD = {
    "gaps.announced": re.compile(r"\b(held|took place|reports?)\b", re.IGNORECASE),
    "gaps.undated": re.compile(r"\b(year|when|dates?)\b", re.IGNORECASE),
    "gaps.no_day": re.compile(r"\b(day|when|dates?)\b", re.IGNORECASE),
    "record.gap.day": re.compile(r"\b(days?|month|when|dates?)\b", re.IGNORECASE),
    "record.gap.place": re.compile(r"\b(where|(?<!took )place|city|venue)\b", re.IGNORECASE),
    "gaps.unnamed": re.compile(r"\b(who|names?|attended)\b", re.IGNORECASE),
    "gaps.no_english_name": re.compile(r"\bEnglish\b"),
    "gaps.no_chinese_name": re.compile(r"\bChinese\b"),
}


class Point(NamedTuple):
    """One thing that is not known, and where to look.

    `key` names the words of one that follows from the record, so that many alike become one.
    """

    text: Markup
    look: Markup = Markup()
    key: str = ""


def points_of(view: View, record: Record) -> list[Point]:
    """What is not known of a record; of a platform also the numbers without a record."""
    found = [Point(view.html(gap.text), view.html(gap.look)) for gap in record.gaps]
    told = _told_by(record)
    if isinstance(record, Meeting):
        found += _of_meeting(view, record, told)
    if isinstance(record, Person):
        found += _of_person(view, record, told)
    return found


def is_told(record: Record, key: str) -> bool:
    """Whether the file of a record tells in its own words what a word of ours would."""
    return bool(_TOLD[key].search(_told_by(record)))


def missing_points(view: View, platform: Platform) -> Iterator[Point]:
    """The numbers of a platform's series without a record, those between two meetings as one."""
    told = _told_by(platform).lower()
    for series in view.catalog.series_on(platform):
        yield from _missing(view, series, told)


def is_unreported(catalog: Catalog, meeting: Meeting) -> bool:
    """Whether a meeting was announced for a day that is not ahead, and no report of it is known."""
    return meeting.status is Status.ANNOUNCED and not catalog.is_ahead(meeting)


def _told_by(record: Record) -> str:
    return " ".join(gap.text.en or "" for gap in record.gaps)


def _of_meeting(view: View, meeting: Meeting, told: str) -> Iterator[Point]:
    if is_unreported(view.catalog, meeting):
        yield from _say(view, "gaps.announced", told)
    if not (meeting.date and meeting.date.year):
        is_bounded = meeting.date and meeting.date.end
        yield from _say(view, "gaps.no_day" if is_bounded else "gaps.undated", told)
    unnamed = sum(
        not (someone.person or someone.name or someone.organisation)
        for someone in meeting.attendees
    )
    if unnamed and not _TOLD["gaps.unnamed"].search(told):
        yield Point(_span(view.words("gaps.unnamed", n=unnamed)))


def _of_person(view: View, person: Person, told: str) -> Iterator[Point]:
    """A name that no source gives in English or in Chinese: names are never translated."""
    if not person.name.en:
        yield from _say(view, "gaps.no_english_name", told)
    if not (person.name.zh_hant or person.name.zh_hans):
        yield from _say(view, "gaps.no_chinese_name", told)


def _missing(view: View, series: Series, told: str) -> Iterator[Point]:
    kind = view.words(f"meeting.kind.{series.key.kind}")
    for before, run in groupby(series.missing, key=lambda gap: gap.before):
        gaps = list(run)
        if all(_tells(told, gap) for gap in gaps):
            continue
        numbers = write_runs(view, tuple(gap.ordinal for gap in gaps))
        values = {
            "kind": kind,
            "numbers": view.words("record.list").join(numbers),
            "before": view.date_text(before.date),
            "n": len(gaps),
        }
        if after := gaps[0].after:
            after_text = view.date_text(after.date)
            yield Point(_span(view.words("gaps.missing", after=after_text, **values)))
        else:
            yield Point(_span(view.words("gaps.missing_first", **values)))


def _tells(told: str, gap: MissingOrdinal) -> bool:
    """Whether English words in small letters speak of a number: `5th`, `fifth`."""
    number = gap.ordinal
    words = [f"{number}{ordinal_suffix(number)}"]
    words += [word for word, value in ORDINAL_WORDS.items() if value == number]
    return bool(re.search(rf"\b(?:{'|'.join(words)})\b", told))


def _say(view: View, key: str, told: str) -> Iterator[Point]:
    if not _TOLD[key].search(told):
        yield Point(_span(view.words(key)), key=key)


def _span(text: str) -> Markup:
    return Markup("<span>{}</span>").format(text)
