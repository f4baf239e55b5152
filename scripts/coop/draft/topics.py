"""What an event was about, of the catalogue's topics.

A topic is taken that stands in the title or in the first paragraph or that the text names twice;
in a short text also what it lists as areas of co-operation or says that the sides talked of. The
meeting of a platform with a purpose of its own is about that, where the text names it, and else
only about what the text names again and again. Where title or opening tell what a text is about,
what is only named below them is left out unless the sides talked of it, and so is what every
speech ends with. The name of an office or of a post is no topic.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import list_patterns, load_pattern, load_words
from coop.draft.text.reading import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.text.reading import Reading, Sentence

_WORDS = list_patterns("topics.words.")
_LISTING = load_pattern("topics.listing")
_TALKED_OF = load_pattern("topics.talked_of")
_TOGETHER = load_pattern("topics.together")
_NAMES = ("body", "post", "person")
_TWICE, _OFTEN = 2, 4
_SHORT = 10
_TITLE, _OPENING = "title", "para 1"
_IN_EVERY_SPEECH = set(load_words("topics.in_every_speech"))
_LIST = range(3, 10)


class _Named(NamedTuple):
    counted: Counter[str]
    """In how many sentences each topic is named."""
    first_at: dict[str, str]
    told: set[str]
    """Those that the title or the opening names, or that a list of fields does."""
    talked_of: set[str]


def find_topics(reading: Reading, platform: str) -> tuple[Found, ...]:
    """The topics, in the order of the catalogue."""
    own = set(reading.catalog.platforms[platform].topics if platform else ())
    named = _gather(reading, has_own=bool(own))
    at, often = named.first_at, _OFTEN if own else _TWICE
    chosen = named.told | {
        topic for topic, times in named.counted.items() if topic in own or times >= often
    }
    by_habit = {one for one in chosen & _IN_EVERY_SPEECH if one not in own and at[one] != _TITLE}
    if len(chosen) > 1:
        chosen -= by_habit
    plain = {one for one in chosen if one in own or _is_plain(at[one], named.counted[one])}
    if plain:
        chosen &= plain | named.talked_of
    titled = {topic for topic in plain if at[topic] == _TITLE}
    return tuple(
        Found(topic, at[topic], is_sure=topic in plain and _is_sure(at[topic], titled))
        for topic in reading.catalog.topics
        if topic in chosen
    )


def _gather(reading: Reading, *, has_own: bool) -> _Named:
    """Where and how a text names topics; of a meeting that has its own, lists do not count."""
    is_short = len(reading.release.paragraphs) <= _SHORT
    found = _Named(Counter(), {}, set(), set())
    for sentence in (*reading.heading, *reading.body):
        named = set(_topics_in(sentence))
        for topic in named:
            found.first_at.setdefault(topic, sentence.at)
        found.counted.update(named)
        is_told = is_short and _is_told(sentence, named)
        is_first = sentence.paragraph.number == 1 or is_told
        if not sentence.paragraph.number or (is_first and not has_own):
            found.told.update(named)
        if is_short and _TALKED_OF.search(sentence.text):
            found.talked_of.update(named)
    return found


def _is_plain(at: str, times: int) -> bool:
    """Whether the place of a topic tells that the event was about it: the title or the opening."""
    return at == _TITLE or (at == _OPENING and times >= _TWICE)


def _is_sure(at: str, titled: set[str]) -> bool:
    """Whether there is no doubt: the title says so, or the opening where the title tells none."""
    return at == _TITLE or (at == _OPENING and not titled)


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
