"""Statements, disputes and gaps of a record, each with its anchor and its source notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from coop.edtf import DateError, parse_edtf
from coop.model.parts import Measure, Outcome
from coop.model.vocabulary import Basis, Seen
from coop.pages.parts.rows import dated_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coop.model import Record
    from coop.model.parts import Dispute, DisputedValue, Statement
    from coop.pages.parts.footnotes import Footnotes
    from coop.pages.view import View

_DATES = frozenset(
    {"date", "announced", "approved", "issued", "signed", "effective", "established", "period"}
)
# what the anchors of statements begin with, by the key of the list that they stand in
ANCHORS = {"outcomes": "o", "measures": "m", "working_groups": "w", "statements": "t"}


class Place(NamedTuple):
    """Where a statement stands on its page: its anchor, and what notes call it."""

    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement on a page: anchor, text, notes, why if inferred, what it is on and led to."""

    anchor: str
    html: Markup
    notes: Markup
    inferred: bool
    reason: Markup
    plan: Markup
    led_to: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A fact on which sources differ: the field, the value used, the others, and why."""

    anchor: str
    field: str
    used: Markup
    others: tuple[Markup, ...]
    why: Markup


@dataclass(frozen=True, slots=True)
class GapLine:
    """Something that is not known, and where to look."""

    html: Markup
    look: Markup


def statement_anchor(statement: Statement, key: str, number: int) -> str:
    """The anchor of a statement: its own key, else that of the list it stands in, from 1."""
    return statement.key or f"{ANCHORS[key]}-{number}"


def statement_lines(
    view: View, notes: Footnotes, statements: Iterable[Statement], key: str
) -> tuple[StatementLine, ...]:
    """The statements of a list in their order; `key` is that of the list in the record."""
    return tuple(
        statement_line(
            view,
            notes,
            statement,
            Place(
                statement_anchor(statement, key, number),
                view.words(f"record.cite.{ANCHORS[key]}", n=number),
            ),
        )
        for number, statement in enumerate(statements, start=1)
    )


def name_outcome(view: View, outcomes: Sequence[Outcome], index: int) -> str:
    """What notes call an outcome: its kind, with its number where there are several of the kind.

    Pages show outcomes by kind: its place in the record would lead the reader astray.
    """
    kind = outcomes[index].kind
    alike = [at for at, outcome in enumerate(outcomes) if outcome.kind is kind]
    word = view.words(f"outcome.kind.{kind.value}").lower()
    if len(alike) == 1:
        return view.words("record.cite.outcome", kind=word)
    return view.words("record.cite.outcomes", kind=word, n=alike.index(index) + 1)


def statement_line(
    view: View, notes: Footnotes, statement: Statement, place: Place
) -> StatementLine:
    """One statement with its notes."""
    plan = statement.plan if isinstance(statement, Outcome) else None
    later = statement.led_to if isinstance(statement, Outcome | Measure) else ()
    return StatementLine(
        anchor=place.anchor,
        html=view.html(statement.text),
        notes=notes.cite(statement.sources, place.anchor, place.name),
        inferred=statement.basis is Basis.INFERRED,
        reason=view.html(statement.reason),
        plan=view.link(f"plans/{plan}") if plan else Markup(),
        led_to=tuple(_later(view, ref) for ref in later),
    )


def _later(view: View, ref: str) -> Markup:
    record = view.catalog.find(ref)
    when = getattr(record, "date", None)
    if when is None:
        return view.link(ref)
    return dated_html(view, view.link(ref), when)


def dispute_lines(view: View, notes: Footnotes, record: Record) -> tuple[DisputeLine, ...]:
    """The facts of a record on which sources differ."""
    return tuple(
        _dispute(view, notes, dispute, number)
        for number, dispute in enumerate(record.disputes, start=1)
    )


def _dispute(view: View, notes: Footnotes, dispute: Dispute, number: int) -> DisputeLine:
    anchor, label = f"d-{number}", view.words("record.cite.d", n=number)
    values = [
        Markup("{}{}").format(
            _value(view, dispute, value), notes.cite(value.sources, anchor, label)
        )
        for value in dispute.values
    ]
    used = Markup("<span>{}</span>").format(view.words("record.none_preferred"))
    if dispute.preferred is not None and 0 <= dispute.preferred < len(values):
        used = values.pop(dispute.preferred)
    return DisputeLine(anchor, _field(view, dispute), used, tuple(values), view.html(dispute.why))


def _field(view: View, dispute: Dispute) -> str:
    key = f"record.field.{dispute.field}"
    return view.words(key) if view.words.has(key) else dispute.field


def _value(view: View, dispute: Dispute, value: DisputedValue) -> Markup:
    if value.wording:
        return view.html(value.wording)
    if dispute.field in _DATES:
        try:
            when = parse_edtf(value.value)
            return view.period(when) if dispute.field == "period" else view.date(when)
        except DateError:
            pass
    return Markup.escape(value.value)


def gap_lines(
    view: View, notes: Footnotes, record: Record, found: Iterable[Markup] = ()
) -> tuple[GapLine, ...]:
    """What is not known: the record's gaps, then `found` ones, then copies without an address."""
    lines = [GapLine(view.html(gap.text), view.html(gap.look)) for gap in record.gaps]
    lines += [GapLine(html, Markup()) for html in found]
    copies = [
        Markup('<a href="#s{0}">{0}</a>').format(line.number)
        for line in notes.lines
        if line.source and line.source.seen is Seen.COPY and not line.source.url
    ]
    if copies:
        pattern = Markup.escape(view.words("record.gap.address"))
        joined = Markup.escape(view.words("record.list")).join(copies)
        lines.append(GapLine(pattern.format(sources=joined), Markup()))
    return tuple(lines)
