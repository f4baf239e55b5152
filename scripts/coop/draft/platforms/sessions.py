"""The numbered sessions of bodies that are on no record, and their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.draft.patterns import load_pattern
from coop.draft.platforms.numbering import find_numbers, read_number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from coop.draft.text.reading import Sentence

_WORKING = load_pattern("event.kinds.working-meeting")
_OTHER_TIME = load_pattern("event.other_time")
_YET_TO_BE = load_pattern("event.yet_to_be")
_AFTER_GROUP = load_pattern("event.after_group")
_WORKING_MEETING = load_pattern("event.working_meeting_named")
_MEETING_AFTER = load_pattern("event.meeting_after")
_MEETING_OF_GROUP = load_pattern("event.meeting_of_group")
_MET_AFTER = load_pattern("event.met_after")
_HELD_BEFORE = load_pattern("event.held_before")
_ITS_SPIRIT = load_pattern("event.its_spirit")


class Session(NamedTuple):
    """A session in a sentence: its number, its kind, whether it is told as held."""

    number: int | None
    kind: str
    is_held: bool


def list_sessions(sentence: Sentence) -> Iterator[Session]:
    """The sessions with a number that a sentence tells of, but those of another time."""
    text = sentence.text
    for found in find_numbers(text):
        if _OTHER_TIME.search(sentence.before(found.start(), 90)):
            continue
        if _YET_TO_BE.search(sentence.before(found.start())):
            continue
        kind, named = _session_at(sentence, found)
        if named and not _ITS_SPIRIT.match(text, named.end()):
            is_held = any(
                (_HELD_BEFORE.search(text[: found.start()]), _MET_AFTER.match(text, named.end()))
            )
            yield Session(read_number(found), kind, is_held)


def _session_at(sentence: Sentence, number: re.Match[str]) -> tuple[str, re.Match[str] | None]:
    """The kind of session whose number stands at a place, and the words for it."""
    text, start = sentence.text, number.end()
    blank = start + text.startswith(" ", start)
    if named := _WORKING.match(text, blank) or _WORKING_MEETING.match(text, start):
        return "working-meeting", named
    return _kind_of_group(sentence, number)


def _kind_of_group(sentence: Sentence, number: re.Match[str]) -> tuple[str, re.Match[str] | None]:
    """The kind of meeting of a task force, a committee or a group whose number it is, if it is."""
    behind = _AFTER_GROUP.search(sentence.before(number.start()))
    met = (_MEETING_AFTER if behind else _MEETING_OF_GROUP).match(sentence.text, number.end())
    if not met:
        return "", None
    told = {key for key, said in (behind or met).groupdict().items() if said}
    if told & {"committee", "committee2"}:
        return "plenary", met
    return "task-force" if told else "working-meeting", met
