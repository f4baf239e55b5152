"""The numbers of a series that no record has, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.pages.parts.rows import ordinal_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.model.vocabulary import MeetingKind
    from coop.pages.view import View
    from coop.series import MissingOrdinal

_RUN = 3  # numbers that follow each other are written as one from here on


def missing_words(view: View, kind: MeetingKind, gap: MissingOrdinal) -> tuple[str, str]:
    """Of a number without a record: the dates that it lies between, and that there is none."""
    last = view.date_text(gap.before.date)
    between = view.words("record.before", last=last)
    if gap.after:
        between = view.words("record.between", first=view.date_text(gap.after.date), last=last)
    nth = ordinal_words(view, gap.ordinal)
    word = view.words(f"meeting.kind.{kind.value}").lower()
    return between, view.words("record.missing", nth=nth, kind=word)


def missing_sentences(
    view: View, missing: Iterable[tuple[MeetingKind, tuple[int, ...]]]
) -> list[str]:
    """For each series, given by its kind and the numbers missing, what there is no record of."""
    return [
        view.words(
            "overview.missing",
            kind=view.words(f"meeting.kind.{kind.value}").lower(),
            ordinals=view.words("record.list").join(write_runs(view, numbers)),
        )
        for kind, numbers in missing
    ]


def write_runs(view: View, numbers: tuple[int, ...]) -> list[str]:
    """Numbers in their order, runs of three and more as one: `1–4` (`1至4`), `6`, `9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written: list[str] = []
    for run in runs:
        if len(run) >= _RUN:
            written.append(view.words("record.range", first=run[0], last=run[-1]))
        else:
            written += map(str, run)
    return written
