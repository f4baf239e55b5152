"""From a YAML tree to a typed record, with a finding for every mistake in it."""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from coop.diagnostics import Code, Finding
from coop.model import MODELS, Kind, Record
from coop.model.folders import file_of
from coop.model.mistakes import Telling
from coop.model.walk import list_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from coop.model.walk import Path
    from coop.yamlio import Document

_WRITTEN_OTHERWISE = {Code.MALFORMED_ID.value, Code.WRONG_TYPE.value}
_ROUNDS = 6  # what is left out may leave its surroundings wanting
_SEVERAL = 3
_TEXT = {"en": "-", "zh-Hant": "-"}
# What a record needs and lacks, made up for as long as it is tried, and what is left of it then.
_MADE_UP: Mapping[str, tuple[Any, Any]] = {
    "sources": (["none"], ()),
    **dict.fromkeys(("name", "title", "publisher"), (_TEXT, None)),
    "language": ("en", "en"),
}


def decode_record(
    document: Document, kind: Kind, record_id: str
) -> tuple[Record | None, list[Finding]]:
    """The record in a document, or what keeps it from being one.

    `record_id` is the file's stem; an `id` in the document must be the same.
    """
    if not isinstance(document.tree, dict):
        message = "a map of keys expected; begin each line with a key, a colon and a space"
        if isinstance(document.tree, list):
            message = "a map of keys expected: a record is not a list"
        return None, [Finding(document.locate(()), Code.WRONG_SHAPE, message)]
    empty = [] if document.is_full else list(_empty_paths(document.tree))
    tree = _without(document.tree, set(empty), ())
    findings = _check_id(document, tree, record_id)
    telling = Telling(document, MODELS[kind], empty)
    try:
        record = MODELS[kind].model_validate(
            {**tree, "id": record_id}, by_alias=True, by_name=False
        )
        return record, [*findings, *(telling.tell([]) if empty else ())]
    except ValidationError as error:
        if home := tell_home(document, record_id, kind):
            return None, [Finding(document.locate(()), Code.WRONG_YEAR_FOLDER, home)]
        other, keys = _second_record(document.tree, kind)
        errors = [one for one in error.errors(include_url=False) if one["loc"][0] not in keys]
        if other:
            message = (
                f"the keys {', '.join(keys)} are those of {_one(other)}; "
                f"give it a file of its own in data/{other.value}/"
            )
            place = document.locate(keys[:1], key=True)
            findings.append(Finding(place, Code.UNKNOWN_KEY, message))
        return None, [*findings, *telling.tell(errors)]


def salvage_record(document: Document, kind: Kind, record_id: str) -> Record | None:
    """What is left of a record without the values that keep it from being one, if that is one.

    Every value in it stands where it stands in the document, but for words of closed lists,
    sources of statements that have none, and ids and numbers in another form than theirs: those
    are stand-ins. What is missing in it may be there; a name that it needs may be missing too.
    """
    if not isinstance(document.tree, dict):
        return None
    tree = {**deepcopy(document.tree), "id": record_id}
    wrong = list(_empty_paths(tree))
    made_up: dict[str, Any] = {}
    for _ in range(_ROUNDS):
        for path in sorted(wrong, reverse=True):
            _drop(tree, path)
        try:
            record = MODELS[kind].model_validate(tree, by_alias=True, by_name=False)
            return record.model_copy(update=made_up)
        except ValidationError as error:
            details = error.errors(include_url=False)
        for key in _lacking(details):
            tree[key], made_up[key] = _MADE_UP.get(key, ("", ""))  # a word of a list follows
        mended = [detail["loc"] for detail in details if _stand_in(tree, detail)]
        wrong = [_culprit(detail) for detail in details if not _is_mended(detail, mended)]
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


def _drop(tree: dict[str, Any], path: Path) -> None:
    """Take a value out; an item of a list with all that follow, so that none moves up."""
    part: Any = tree
    for depth, step in enumerate(path, start=1):
        inner = _at(part, step)
        if depth < len(path) and isinstance(inner, dict | list):
            part = inner
            continue
        if isinstance(step, int):
            del part[step:]
        else:
            part.pop(step, None)
        return


def _at(part: Any, step: str | int) -> Any:
    try:
        return part[step]
    except LookupError:
        return None


def tell_home(document: Document, record_id: str, kind: Kind | None = None) -> str:
    """Where a document belongs that lies with a kind not its own, or with none; empty if unsure."""
    tree = document.tree
    home = _home_of(tree, kind) if isinstance(tree, dict) else None
    if not home:
        return ""
    folder = home.value
    with suppress(ValidationError):
        named = {**tree, "id": record_id}
        record = MODELS[home].model_validate(named, by_alias=True, by_name=False)
        folder = file_of(record).rpartition("/")[0]
    return f"these keys are those of {_one(home)}; it belongs in data/{folder}/"


def _one(kind: Kind) -> str:
    return f"{'an' if kind is Kind.ORGANISATIONS else 'a'} {kind.singular}"


def _home_of(tree: dict[str, Any], kind: Kind | None) -> Kind | None:
    """The one other kind to which a tree belongs: that has all its keys, or of which it is one."""
    own = set(list_keys(MODELS[kind])) if kind else set()
    strange = tree.keys() - own
    homes = [other for other in Kind if not tree.keys() - set(list_keys(MODELS[other]))]
    if len(strange) <= 1 or len(homes) > 1:
        homes = [other for other in homes if other is not kind and _is_one(tree, other)]
    return homes[0] if len(homes) == 1 else None


def _second_record(tree: dict[str, Any], kind: Kind) -> tuple[Kind | None, list[str]]:
    """The kind of a whole record that stands among the keys of another, and its keys; or none."""
    own = list_keys(MODELS[kind])
    strange = [key for key in tree if key not in own]
    for other in Kind if len(strange) >= _SEVERAL else ():
        fields = MODELS[other].model_fields.items()
        needed = {field.alias or name for name, field in fields if field.is_required()}
        if needed <= tree.keys() and not {*strange} - {*list_keys(MODELS[other])}:
            return other, strange
    return None, []


def _is_one(tree: dict[str, Any], kind: Kind) -> bool:
    try:
        MODELS[kind].model_validate(tree, by_alias=True, by_name=False)
    except ValidationError:
        return False
    return True


def _check_id(document: Document, tree: dict[str, Any], record_id: str) -> list[Finding]:
    written = tree.get("id", record_id)
    if written == record_id:
        return []
    message = f"id '{written}' but the file is called '{record_id}.yaml'"
    return [Finding(document.locate(("id",)), Code.ID_NOT_FILE, message, record_id)]


def _empty_paths(tree: Any, path: Path = ()) -> Iterator[Path]:
    if tree is None:
        yield path
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if value is None or isinstance(value, dict | list):
                yield from _empty_paths(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            if value is None or isinstance(value, dict | list):
                yield from _empty_paths(value, (*path, index))


def _without(tree: Any, empty: set[Path], path: Path) -> Any:
    if not empty:
        return tree
    if isinstance(tree, dict):
        kept = {key: (*path, key) for key in tree if (*path, key) not in empty}
        return {key: _without(tree[key], empty, inner) for key, inner in kept.items()}
    if isinstance(tree, list):
        items = ((item, (*path, index)) for index, item in enumerate(tree))
        return [_without(item, empty, inner) for item, inner in items if inner not in empty]
    return tree
