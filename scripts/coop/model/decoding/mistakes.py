"""What keeps a document from being a record, told with its place and what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model.decoding.lacking import find_lacking, is_open, last_path, tell_lacking
from coop.model.decoding.misfits import tell_misfit
from coop.model.decoding.unknown_keys import tell_key
from coop.model.decoding.unvalued import find_holder, keys_meant, tell_no_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic_core import ErrorDetails

    from coop.diagnostics import Finding
    from coop.model.decoding.attempt import Attempt
    from coop.model.shape.walk import Path


def tell_mistakes(attempt: Attempt, errors: Sequence[ErrorDetails]) -> Iterator[Finding]:
    """A finding for each mistake, from the errors of decoding what has a value."""
    strange = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    outside = {path: holder for path in strange if (holder := find_holder(attempt, path))}
    braces = {error["loc"] for error in errors if error["input"] == {}}  # words in them
    told = {("id",), *outside}  # of the file's name, of the key that it belongs to
    written = _written_otherwise(attempt, strange)
    missing = [error["loc"] for error in errors if error["type"] == "missing"]
    lacking = find_lacking(attempt, [path for path in missing if path not in written])
    if lacking:
        yield tell_lacking(attempt, lacking)
        told |= {*lacking, *_cut_off(attempt)}
    for path in attempt.empty:
        if path[:-1] not in braces and path not in told:
            yield tell_no_value(attempt, path, outside.values())
    for error in errors:
        path = error["loc"]
        if path in told or (error["type"] == "missing" and path in written):
            continue
        if finding := tell_misfit(attempt, error):
            yield finding


def _written_otherwise(attempt: Attempt, strange: Sequence[Path]) -> set[Path]:
    """The keys that are there, but misspelt or without a value, and so are not missing."""
    meant = {(*path[:-1], key) for path in attempt.empty for key in keys_meant(attempt, path)}
    return meant | {(*path[:-1], tell_key(attempt, path).suggestion) for path in strange}


def _cut_off(attempt: Attempt) -> Iterator[Path]:
    """The last value of a file whose last line has no end, and what it is part of."""
    path = last_path(attempt.document.tree) if is_open(attempt.document) else ()
    yield from (path[:steps] for steps in range(1, len(path) + 1))
