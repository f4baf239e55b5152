"""What an event was about, of the catalogue's topics.

A topic is taken that stands in the title or in the first paragraph or that the text names twice;
in a short text also what it lists as areas of co-operation or says that the sides talked of. The
meeting of a platform with a purpose of its own is about that, where the text names it, and else
only about what the text names again and again. The name of an office or of a post is no topic.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coop.draft.patterns import list_patterns, load_pattern
from coop.draft.reading import Found

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


def find_topics(reading: Reading, platform: str) -> tuple[Found, ...]:
    """The topics, in the order of the catalogue."""
    own = set(reading.catalog.platforms[platform].topics if platform else ())
    is_short = len(reading.release.paragraphs) <= _SHORT
    counted: Counter[str] = Counter()
    first_at: dict[str, str] = {}
    chosen: set[str] = set()
    for sentence in (*reading.heading, *reading.body):
        named = set(_topics_in(sentence))
        for topic in named:
            first_at.setdefault(topic, sentence.at)
        counted.update(named)
        is_told = is_short and _is_told(sentence, named)
        is_first = sentence.paragraph.number == 1 or is_told
        if not sentence.paragraph.number or (is_first and not own):
            chosen |= named
    often = _OFTEN if own else _TWICE
    chosen |= {topic for topic, times in counted.items() if topic in own or times >= often}
    return tuple(
        Found(topic, at, is_sure=topic in own or _is_plain(at, counted[topic]))
        for topic in reading.catalog.topics
        if topic in chosen and (at := first_at[topic])
    )


def _is_plain(at: str, times: int) -> bool:
    """Whether the place of a topic tells that the event was about it: the title or the opening.

    What is first named further down is spoken of, be it ever so often.
    """
    return at == "title" or (at == "para 1" and times >= _TWICE)


def _is_told(sentence: Sentence, named: set[str]) -> bool:
    """Whether a sentence lists in what the sides work together, or says that they talked of it."""
    is_list = len(named) in _LIST and _LISTING.search(sentence.text)
    together = is_list and _TOGETHER.search(sentence.text)
    return bool(together or _TALKED_OF.search(sentence.text))


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
