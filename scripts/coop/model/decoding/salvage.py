"""What is left of a record that has mistakes in it: enough to see whom it names."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from coop.diagnostics import Code
from coop.model import MODELS, Kind, Record
from coop.model.decoding.dropped import Dropped, empty_paths
from coop.model.decoding.lacking import is_open, last_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

    from coop.model.shape.walk import Path
    from coop.yamlio import Document

_WRITTEN_OTHERWISE = {Code.MALFORMED_ID.value, Code.WRONG_TYPE.value}
_ROUNDS = 6  # what is left out may leave its surroundings wanting
_TEXT = {"en": "-", "zh-Hant": "-"}
# What a record needs and lacks, made up for as long as it is tried, and what is left of it then.
NO_SOURCE = "stand-in-for-a-source"
_MADE_UP: Mapping[str, tuple[Any, Any]] = {
    "sources": ([NO_SOURCE], ()),
    **dict.fromkeys(("name", "title", "publisher"), (_TEXT, None)),
    "language": ("en", "en"),
}


class Remains(NamedTuple):
    """What is left of a record, and what was taken out of its lists."""

    record: Record
    dropped: Dropped


def salvage_record(document: Document, kind: Kind, record_id: str) -> Remains | None:
    """What is left of a record without the values that keep it from being one, if that is one.

    Words of closed lists, sources of statements that have none, and ids and numbers in another
    form than theirs are stand-ins. What is missing in it may be there; a name that it needs may
    be missing too.
    """
    if not isinstance(document.tree, dict):
        return None
    tree = {**deepcopy(document.tree), "id": record_id}
    wrong = list(empty_paths(tree))
    made_up: dict[str, Any] = {}
    dropped = Dropped()
    for _ in range(_ROUNDS):
        dropped.drop(tree, wrong)
        try:
            record = MODELS[kind].model_validate(tree, by_alias=True, by_name=False)
            return Remains(record.model_copy(update=made_up), dropped)
        except ValidationError as error:
            details = error.errors(include_url=False)
        lacking = _lacking(details)
        for key in lacking:
            tree[key], made_up[key] = _MADE_UP.get(key, ("", ""))  # a word of a list follows
        mended = [detail["loc"] for detail in details if _stand_in(tree, detail)]
        wrong = [_culprit(detail) for detail in details if not _is_mended(detail, mended)]
        if lacking and is_open(document):
            wrong.append(last_path(document.tree))
    return None


def _lacking(details: Sequence[ErrorDetails]) -> list[str]:
    """The keys that a record needs and lacks."""
    return [
        str(one["loc"][0]) for one in details if one["type"] == "missing" and not one["loc"][1:]
    ]


def _is_mended(detail: ErrorDetails, mended: Sequence[Path]) -> bool:
    """Whether a mistake is out of the way: a list is not too short for an item set right."""
    path = detail["loc"]
    is_short = detail["type"] == "too_short"
    return path in mended or (is_short and any(each[: len(path)] == path for each in mended))


def _culprit(detail: ErrorDetails) -> Path:
    """What has to go: the wrong value, or the part that lacks one."""
    return detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]


def _stand_in(tree: dict[str, Any], detail: ErrorDetails) -> bool:
    """Whether a right value could be put in the place of a wrong one."""
    path, known = detail["loc"], tree.get("sources")
    if detail["type"] == "enum":
        value: Any = detail["ctx"]["expected"].split("'")[1]
    elif detail["type"] == "missing" and path[-1] == "sources" and isinstance(known, list):
        value = known[:1]
    elif detail["type"] in _WRITTEN_OTHERWISE and detail["ctx"]["meant"] != detail["input"]:
        value = detail["ctx"]["meant"]
    else:
        return False
    if value:
        _put(tree, path, value)
    return bool(value)


def _put(tree: dict[str, Any], path: Path, value: Any) -> None:
    """Put a value at a path, in the place of a short form where one stands on the way."""
    part: Any = tree
    for step in path[:-1]:
        if not isinstance(part[step], dict | list):
            part[step] = value
            return
        part = part[step]
    part[path[-1]] = value
