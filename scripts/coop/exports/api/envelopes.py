"""JSON Schemas of what the API's files hold beside records; every key is always there."""

from __future__ import annotations

from typing import Any

from coop.model import Kind
from coop.model.values import DATE_OBJECT
from coop.model.vocabulary import VOCABULARIES

Schema = dict[str, Any]


def thing(meaning: str, **keys: Schema) -> Schema:
    """The schema of an object with some keys, each of them there."""
    return {
        "type": "object",
        "description": meaning,
        "properties": keys,
        "required": [*keys],
        "additionalProperties": False,
    }


def list_of(name: str, items: Schema, meaning: str) -> Schema:
    """The schema of a file that lists things under a name, with their number."""
    listed = {name: {"type": "array", "description": "The items.", "items": items}}
    total = {"type": "integer", "description": "How many items there are."}
    return thing(meaning, schema_version=_VERSION, total=total, **listed)


def _text(meaning: str, **more: str) -> Schema:
    return {"type": "string", "description": meaning, **more}


def _maybe(schema: Schema) -> Schema:
    """The same, or null."""
    return {**schema, "type": [schema["type"], "null"]}


def _number(meaning: str) -> Schema:
    return {"type": "integer", "description": meaning}


def _many(items: Schema, meaning: str) -> Schema:
    return {"type": "array", "description": meaning, "items": items}


_VERSION = _text("The version of the API; a new one within 1 only adds.")
_REF = _text("The record, as `<plural>/<id>`.")
_DAY = _text("A day in Hong Kong.", format="date")
_DATE = {"description": "The date.", "anyOf": [DATE_OBJECT, {"type": "null"}]}
_PLATFORM = _maybe(_text("The id of the platform."))
_VALUE = {"description": "The value as the record's file has it; null where it was absent."}
_EVENT = thing(
    "A meeting or a plan.",
    ref=_REF,
    type=_text("The kind of record: meeting or plan."),
    kind=_text("The kind of meeting or plan."),
    status=_maybe(_text("The status of a meeting.")),
    date=_DATE,
    platform=_PLATFORM,
)
_IN_SERIES = thing(
    "A meeting of the series.",
    id=_text("The id of the meeting."),
    date=_DATE,
    ordinal=_maybe(_number("Its number in the series, where a source says so.")),
    status=_text("The status of the meeting."),
)
_MISSING = thing(
    "A number for which no record was found.",
    ordinal=_number("The number."),
    after=_maybe(_text("The id of the meeting before it.")),
    before=_text("The id of the meeting after it."),
)
_SERIES = thing(
    "The meetings of one kind on one platform.",
    series=_text("The name of the series, as meetings give it."),
    platform=_PLATFORM,
    kind=_text("The kind of meeting, or the group of those without a platform."),
    meetings=_many(_IN_SERIES, "The meetings in time order."),
    missing=_many(_MISSING, "The numbers for which no record was found."),
)
_CHANGE = thing(
    "One thing that changed.",
    path=_many({"type": ["string", "integer"]}, "The keys that lead to it; items count from 1."),
    before=_VALUE,
    after=_VALUE,
)
_CORRECTED = thing(
    "A record that was corrected.",
    ref=_REF,
    renamed_from=_maybe(_text("The name that the record had before that day.")),
    changes=_many(_CHANGE, "What changed."),
)
_REMOVED = thing(
    "A record that went.",
    ref=_REF,
    moved_to=_maybe(_text("The record that took it in.")),
)
_CHANGES_DAY = thing(
    "What came on a day.",
    day=_DAY,
    added=_many(_REF, "The records added."),
    corrected=_many(_CORRECTED, "The records corrected."),
    removed=_many(_REMOVED, "The records that went."),
)
_WORD = thing(
    "A word of a closed list.",
    value=_text("The word as records have it."),
    label={
        "type": "object",
        "description": "Its label by language.",
        "additionalProperties": {"type": "string"},
    },
)
ENVELOPES: dict[str, Schema] = {
    "Index": thing(
        "The state of the records.",
        schema_version=_VERSION,
        as_of=_maybe(_text("The day to which the records reach.", format="date")),
        licence=_text("The licence, as SPDX names it."),
        counts=thing(
            "How many records there are, by kind.",
            **{kind.value: {"type": "integer"} for kind in Kind},
        ),
    ),
    "Vocabularies": thing(
        "The closed lists.",
        schema_version=_VERSION,
        vocabularies=thing(
            "The words of each list.",
            **{name: {"type": "array", "items": _WORD} for name in VOCABULARIES},
        ),
    ),
    "Timeline": list_of("timeline", _EVENT, "Meetings and plans in time order, undated ones last."),
    "SeriesList": list_of("series", _SERIES, "The series of meetings."),
    "Redirects": list_of(
        "redirects",
        thing("An id that a record had.", **{"from": _REF, "to": _REF}),
        "The ids that records had before.",
    ),
    "Changes": list_of("days", _CHANGES_DAY, "What was added and corrected, newest day first."),
    "Moved": thing("A record that has another id now.", moved_to=_REF),
}
