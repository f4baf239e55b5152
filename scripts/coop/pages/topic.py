"""Pages of topics: the list that a topic belongs to, and the meetings and plans on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model import Kind, Topic
from coop.pages.anatomy import (
    Facts,
    also_called,
    close_record,
    describe,
    facts_refs,
    record_pages,
    render_record,
)
from coop.pages.footnotes import Footnotes
from coop.pages.mentions import list_mentions, list_platforms
from coop.pages.overview import record_lane
from coop.pages.statements import statement_lines
from coop.script import to_simplified
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.pages.page import Content, Page
    from coop.pages.view import View


def topic_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """A page for every topic."""
    return record_pages(catalog, language, catalog.topics, write_topic)


def write_topic(view: View, topic: Topic) -> Content:
    """The page of a topic."""
    notes = Footnotes(view)
    facts = _facts(view, notes, topic)
    story = statement_lines(view, notes, topic.statements, "t")
    meetings = list_mentions(view, topic, [Kind.MEETINGS])
    plans = list_mentions(view, topic, [Kind.PLANS])
    return render_record(
        view,
        "subject.md.j2",
        topic,
        _description(view, topic, meetings.total, plans.total),
        kind_word=view.words(f"topic.group.{topic.group.value}"),
        facts=facts.lines,
        lane=record_lane(view, topic),
        story=story,
        platforms=list_platforms(view, topic),
        meetings=meetings,
        plans=plans,
        **close_record(view, notes, topic),
    )


def _description(view: View, topic: Topic, meetings: int, plans: int) -> str:
    t = view.words
    return describe(
        t("record.describe.topic", title=view.title(topic), meetings=meetings, plans=plans),
        t("record.describe.topic_tail"),
    )


def _facts(view: View, notes: Footnotes, topic: Topic) -> Facts:
    facts = Facts(view)
    facts.add("group", view.words(f"topic.group.{topic.group.value}"))
    if topic.order:
        facts.add("order", str(topic.order))
    facts.add("keywords", view.words("record.comma").join(_keywords(view, topic)))
    facts.add("other_names", also_called(view, topic))
    facts.add("sources", facts_refs(view, notes, topic))
    return facts


def _keywords(view: View, topic: Topic) -> tuple[str, ...]:
    words = topic.keywords
    if view.language is Language.EN:
        return words.en
    if view.language is Language.ZH_HANT:
        return words.zh_hant
    return words.zh_hans or tuple(to_simplified(word) for word in words.zh_hant)
