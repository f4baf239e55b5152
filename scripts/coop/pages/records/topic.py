"""Pages of topics: the list that a topic belongs to, and the meetings and plans on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model import Topic
from coop.pages.records.anatomy import Facts, also_called, record_pages
from coop.pages.records.subject import write_subject
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
    word = view.words(f"topic.group.{topic.group.value}")
    facts = Facts(view)
    facts.add("group", word)
    _add_facts(view, facts, topic)
    return write_subject(view, topic, facts, word)


def _add_facts(view: View, facts: Facts, topic: Topic) -> None:
    if topic.order:
        facts.add("order", str(topic.order))
    facts.add("keywords", view.words("record.comma").join(_keywords(view, topic)))
    facts.add("other_names", also_called(view, topic))


def _keywords(view: View, topic: Topic) -> tuple[str, ...]:
    words = topic.keywords
    if view.language is Language.EN:
        return words.en
    if view.language is Language.ZH_HANT:
        return words.zh_hant
    return words.zh_hans or tuple(to_simplified(word) for word in words.zh_hant)
