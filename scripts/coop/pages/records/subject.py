"""What the pages of places and topics have in common: the meetings and plans about a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from coop.model import Kind, Place, Topic
from coop.pages.parts.footnotes import Footnotes
from coop.pages.parts.mentions import count_meetings, list_mentions, list_platforms
from coop.pages.parts.overview import record_lane
from coop.pages.parts.statements import statement_lines
from coop.pages.records.anatomy import Facts, close_record, describe, facts_refs, render_record
from coop.pages.view import link_html

if TYPE_CHECKING:
    from coop.pages.page import Content
    from coop.pages.view import View


def write_subject(view: View, subject: Place | Topic, facts: Facts, kind_word: str) -> Content:
    """The page of a place or topic, with what its record alone has to tell as facts."""
    notes = Footnotes(view)
    twin = _find_twin(view, subject)
    if twin:
        facts.add(twin.kind_of.value, view.link_to(twin))
    facts.add("sources", facts_refs(view, notes, subject))
    story = statement_lines(view, notes, subject.statements, "statements")
    meetings = list_mentions(view, subject, [Kind.MEETINGS])
    plans = list_mentions(view, subject, [Kind.PLANS])
    return render_record(
        view,
        "subject.md.j2",
        subject,
        _description(view, subject, meetings.total, plans.total),
        kind_word=kind_word,
        facts=facts.lines,
        lane=record_lane(view, subject),
        story=story,
        platforms=list_platforms(view, subject),
        meetings=meetings,
        plans=plans,
        on_topic=_on_topic(view, twin),
        **close_record(view, notes, subject),
    )


def _find_twin(view: View, subject: Place | Topic) -> Place | Topic | None:
    """The topic that is about a place, or the place that a topic is about: they share the id."""
    records = view.catalog.topics if isinstance(subject, Place) else view.catalog.places
    return records.get(subject.id)


def _on_topic(view: View, twin: Place | Topic | None) -> Markup:
    """A link to the meetings about a place, wherever they were held."""
    if not isinstance(twin, Topic):
        return Markup()
    words = view.words("record.on_topic", n=count_meetings(view.catalog, twin))
    return link_html(f"{view.record_href(twin)}#meetings", Markup.escape(words))


def _description(view: View, subject: Place | Topic, meetings: int, plans: int) -> str:
    kind = subject.kind_of.singular
    title = view.title(subject)
    return describe(
        view.words(f"record.describe.{kind}", title=title, meetings=meetings, plans=plans),
        view.words(f"record.describe.{kind}_tail"),
    )
