"""What an event was about, of the catalogue's topics.

A topic is taken that stands in the title or in the first paragraph or that the text names twice;
in a short text also what it lists as areas of co-operation or says that the sides talked of. The
meeting of a platform with a purpose of its own is about that, and else only about what the text
names again and again. The name of an office or of a post is no topic, nor is what is named once.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coop.draft.patterns import list_patterns, load_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.reading import Reading, Sentence

_WORDS = list_patterns("topics.words.")
_LISTING = load_pattern("topics.listing")
_TALKED_OF = load_pattern("topics.talked_of")
_TOGETHER = load_pattern("topics.together")
_NAMES = ("body", "post", "person")
_TWICE, _OFTEN = 2, 4
_SHORT = 10
_LIST = range(3, 10)


def find_topics(reading: Reading, platform: str) -> tuple[str, ...]:
    """The topics, in the order of the catalogue."""
    chosen = set(reading.catalog.platforms[platform].topics if platform else ())
    counted: Counter[str] = Counter()
    has_purpose = bool(chosen)
    is_short = len(reading.release.paragraphs) <= _SHORT
    for sentence in (*reading.heading, *reading.body):
        named = set(_topics_in(sentence))
        is_told = len(named) in _LIST and _is_of_areas(sentence)
        is_told = is_told or bool(_TALKED_OF.search(sentence.text))
        is_first = sentence.paragraph.number <= 1 or (is_told and is_short)
        if not sentence.paragraph.number or (is_first and not has_purpose):
            chosen |= named
        counted.update(named)
    often = _OFTEN if has_purpose else _TWICE
    chosen |= {topic for topic, times in counted.items() if times >= often}
    return tuple(topic for topic in reading.catalog.topics if topic in chosen)


def _is_of_areas(sentence: Sentence) -> bool:
    """Whether a sentence lists in what the sides work together."""
    return bool(_LISTING.search(sentence.text) and _TOGETHER.search(sentence.text))


def _topics_in(sentence: Sentence) -> Iterator[str]:
    yield from (topic for _, topic in sentence.of("topic") if topic not in _WORDS)
    taken = [
        range(mention.start, mention.end)
        for mention in sentence.mentions
        if any(mention.of(kind) for kind in _NAMES)
    ]
    for topic, words in _WORDS.items():
        found = words.finditer(sentence.text)
        if any(all(match.start() not in span for span in taken) for match in found):
            yield topic
