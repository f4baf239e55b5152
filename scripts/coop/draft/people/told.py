"""The sentences of a release with their people, by whether they tell of its event."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.draft.names.holders import Holders
from coop.draft.patterns import Pattern, load_pattern
from coop.draft.people.company import HEADS, Part, part_people, recall
from coop.draft.people.cues import CHAIRED
from coop.draft.people.occasions import Occasion, is_of_another
from coop.edtf import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.draft.text.reading import Found, Reading, Sentence

_BEFORE_MEETING = load_pattern("people.before_meeting")
_OF_A_BODY = load_pattern("people.of_a_body")
_ACTING = load_pattern("people.acting")
_REGION = Pattern("Maca[ou]|澳门|Hong Kong|香港")
_STOPS = (".", "。", "!", "！", "?", "？", '"', "」", ")", "）")
_HONG_KONG = {"Hong Kong", "香港"}


class Told(NamedTuple):
    """The sentences with their people.

    All of them, those of the event, those of what was before or after it, and those below pictures.
    """

    everything: list[Part]
    of_it: list[Part]
    beside: list[Part]
    pictures: list[Part]


def read_told(reading: Reading, kind: str, ordinal: Found | None, day: Found | None) -> Told:
    """What a release tells of its event, and of other things, with the people named."""
    when = parse_edtf(day.value) if day else None
    then = reading.published or (when.start if when else None)
    holders = Holders(reading.catalog, then, is_of_macao=_is_of_macao(reading))
    parts = _read_parts((*reading.body, *reading.heading), holders)
    pictures = _read_parts(reading.captions, holders)
    if not any(part.free or part.company for part in parts):  # a page of pictures
        parts = pictures
    own = Occasion(kind, int(ordinal.value) if ordinal else None, when)
    on_the_day = own._replace(kind="call")  # pictures of the days around are of something else
    old = [one.sentence.paragraph for one in pictures if is_of_another(one.sentence, on_the_day)]
    pictures = [part for part in pictures if part.sentence.paragraph not in old]
    if not any(_tells_of_people(part) for part in parts):  # all is told below a picture
        parts = [*parts, *pictures]
    is_session = kind in CHAIRED or any(HEADS["preside"].search(one.sentence.text) for one in parts)
    beside = [part for part in parts if is_session and _is_beside_meeting(part)]
    of_it = [part for part in parts if part not in beside and not is_of_another(part.sentence, own)]
    return Told(parts, of_it, beside, pictures)


def _is_of_macao(reading: Reading) -> bool:
    """Whether a text names Macao and nowhere Hong Kong."""
    texts = [reading.release.heading, *reading.release.paragraphs]
    named = [{found[0] for found in _REGION.finditer(one.folded)} for one in texts]
    return any(names for names in named) and not any(names & _HONG_KONG for names in named)


def _read_parts(sentences: Iterable[Sentence], holders: Holders) -> list[Part]:
    """The sentences with their people; not of who acts for someone absent or what a body is."""
    sentences = list(sentences)
    for one in sentences:
        holders.hear(one)
    telling = (one for one in sentences if not _ACTING.search(one.text))
    named = ((one, holders.find(one)) for one in telling if not _tells_of_body(one))
    return recall([part_people(sentence, people) for sentence, people in named])


def _tells_of_body(sentence: Sentence) -> bool:
    """Whether a sentence below the first paragraph introduces a society by who heads it."""
    return sentence.paragraph.number > 1 and _OF_A_BODY.search(sentence.text) is not None


def _tells_of_people(part: Part) -> bool:
    """Whether a sentence names people and is no line of a headline."""
    is_whole = part.sentence.text.rstrip().endswith(_STOPS)
    return is_whole and bool(part.free or part.company)


def _is_beside_meeting(part: Part) -> bool:
    """Whether a sentence tells whom someone saw before or after the meeting itself."""
    text = part.sentence.text
    is_apart = _BEFORE_MEETING.search(text) and HEADS["met"].search(text)
    return bool(is_apart and not HEADS["preside"].search(text))
