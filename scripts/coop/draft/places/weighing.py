"""How a place is told of where it is named: HELD in it, gone TO, or only mentioned AT the start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern
from coop.draft.platforms.numbering import list_numbers

if TYPE_CHECKING:
    from coop.draft.places.event import Event
    from coop.draft.text.reading import Sentence
    from coop.draft.text.tokens import Mention

HELD, TO, AT = 3, 2, 1
NEAR = 180
_FAR = 600
_EARLY = 2
_LONG_QUOTE = re.compile(r'"[^"]{60,400}"')
_IN = load_pattern("places.in")
_GONE_TO = tuple(load_pattern(f"places.gone_to{script}") for script in ("", "_zh"))
_OF_IT = load_pattern("places.of_it")
_SEEN = load_pattern("places.seen")
_HELD_BEFORE = load_pattern("places.held_before")
_HELD_AFTER = load_pattern("places.held_after")
_HOSTS = load_pattern("places.hosts")
_TRIP_AFTER = load_pattern("places.trip_after")
_OF_A_KIND = load_pattern("places.of_a_kind")
_POSSESSIVE = ("'s", "s'")
_DAY_BESIDE = load_pattern("places.day_after")
_DAY_BEFORE = load_pattern("places.day_before")
_SETTLED = load_pattern("places.settled")
_LOOKED_AT = load_pattern("places.looked_at")
_VENUE_NAMED = load_pattern("places.venue_named")
_NOT_THERE = load_pattern("places.not_there")
ASKED = load_pattern("places.asked")
_NAME_AFTER = load_pattern("places.name_after")
_OTHER_TIME = load_pattern("event.other_time")
_NUMBER_BEFORE = load_pattern("places.number_before")


def weigh(sentence: Sentence, mention: Mention, event: Event) -> int:
    """How a place is told of where it is named; 0 where it is part of something else."""
    start, end = mention.start, mention.end
    before, after = _without_quotes(sentence.before(start, _FAR)), sentence.text[end : end + NEAR]
    is_settled = _SETTLED.search(before) and not (
        _DAY_BESIDE.match(after) or _LOOKED_AT.search(before)
    )
    is_other = _is_part_of_other(sentence, start, end) or _OTHER_TIME.search(before[-60:])
    numbered = sentence.paragraph.number > 1 and _NUMBER_BEFORE.search(before[-60:])
    if is_settled or is_other or (numbered and event.number not in list_numbers(sentence)):
        return 0
    is_gone_to = any(cue.search(before) for cue in _GONE_TO) and not ASKED.search(before[-60:])
    if is_gone_to and sentence.paragraph.number > 1:
        return TO  # "will arrive in Hong Kong on June 3" tells of the way back
    if _IN.search(before):
        return max(_weigh_within(sentence, before, after), TO if is_gone_to else 0)
    if _HOSTS.match(after):
        return HELD
    if is_gone_to or _TRIP_AFTER.match(after):
        return TO
    return AT if _SEEN.search(before) else 0


def _without_quotes(text: str) -> str:
    """What stands close before the end of a text, without the long names it gives in quotes."""
    return _LONG_QUOTE.sub('""', text)[-NEAR:]


def _weigh_within(sentence: Sentence, before: str, after: str) -> int:
    """How a place is told of in which something is said to have been."""
    near = _HELD_BEFORE.search(before) or _HELD_AFTER.match(after)
    is_early = sentence.paragraph.number <= _EARLY
    day = is_early and (_DAY_BESIDE.match(after) or _DAY_BEFORE.search(before[-30:]))
    is_title = not sentence.paragraph.number
    mentioned = 0 if _OF_IT.match(after) else AT
    return HELD if near or day or is_title else mentioned


def _is_part_of_other(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a place is part of something else, or one where nobody was: "the Guangdong city"."""
    before, after = sentence.before(start, NEAR), sentence.text[end : end + NEAR]
    is_whose = sentence.text[:end].endswith(_POSSESSIVE) and before.endswith(" to ")
    is_kind = _OF_A_KIND.match(f"{before[-4:]}|{after}")
    if _IN.search(before) and _VENUE_NAMED.match(after):  # "in the Hong Kong Customs College"
        return False
    return bool(is_whose or is_kind or _NAME_AFTER.match(after) or _NOT_THERE.search(before))
