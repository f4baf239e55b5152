"""From a YAML tree to a typed record, with a finding for every mistake in it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from coop.diagnostics import Code, Finding
from coop.model import MODELS, Kind, Record
from coop.model.decoding.attempt import Attempt
from coop.model.decoding.dropped import Dropped, empty_paths
from coop.model.decoding.homes import one_of, second_record, tell_home
from coop.model.decoding.mistakes import tell_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from coop.yamlio import Document


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
    empty = [] if document.is_full else list(empty_paths(document.tree))
    tree, dropped = deepcopy(document.tree) if empty else document.tree, Dropped()
    dropped.drop(tree, empty)
    findings = _check_id(document, tree, record_id)
    attempt = Attempt(document, MODELS[kind], empty)
    try:
        record = MODELS[kind].model_validate(
            {**tree, "id": record_id}, by_alias=True, by_name=False
        )
    except ValidationError as error:
        if home := tell_home(document, record_id, kind):
            return None, [Finding(document.locate(()), Code.WRONG_YEAR_FOLDER, home)]
        errors = error.errors(include_url=False)
        for one in errors:
            one["loc"] = dropped.path_before(one["loc"])
        return None, [*findings, *_tell_errors(attempt, kind, errors)]
    return record, [*findings, *(tell_mistakes(attempt, []) if empty else ())]


def _tell_errors(attempt: Attempt, kind: Kind, errors: list[ErrorDetails]) -> Iterator[Finding]:
    """A finding for each mistake; one for all keys that make up a second record."""
    other, keys = second_record(attempt.document.tree, kind)
    if other:
        message = (
            f"the keys {', '.join(keys)} are those of {one_of(other)}; "
            f"give it a file of its own in data/{other.value}/"
        )
        yield Finding(attempt.document.locate(keys[:1], key=True), Code.UNKNOWN_KEY, message)
    yield from tell_mistakes(attempt, [one for one in errors if one["loc"][0] not in keys])


def _check_id(document: Document, tree: dict[str, Any], record_id: str) -> list[Finding]:
    written = tree.get("id", record_id)
    if written == record_id:
        return []
    message = f"id '{written}' but the file is called '{record_id}.yaml'"
    return [Finding(document.locate(("id",)), Code.ID_NOT_FILE, message, record_id)]
