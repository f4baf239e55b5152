"""A record under another id: its file, every mention of it, and the redirect, as one change."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from coop.diagnostics import closest
from coop.editing.formatting import FormatError, format_record
from coop.editing.notes import Notes, read_notes
from coop.editing.writing import Style, write_yaml
from coop.lists import REDIRECTS
from coop.model import Kind, find_kind
from coop.model.folders import file_of
from coop.model.references import list_references
from coop.model.values import ANY
from coop.text import is_id
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from coop.catalog import Catalog
    from coop.diagnostics import Finding, Location
    from coop.loading import Entry, Loaded
    from coop.yamlio import Written

_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_HEAD = "# Records that were renamed, one a line: old-plural/old-id: plural/new-id"


class RenameError(Exception):
    """Why a record cannot have that id, in a sentence for the editor."""


def read_reference(text: str) -> str:
    """`<plural>/<id>` from that or from the name of the record's file."""
    steps = text.replace("\\", "/").removeprefix("./").removeprefix("data/").split("/")
    return f"{steps[0]}/{steps[-1].removesuffix('.yaml')}" if len(steps) > 1 else text


def is_renamed(catalog: Catalog, old: str, new: str) -> bool:
    """Whether a record has been renamed like this already."""
    _kind(old, catalog)  # told first, if neither is a name of a record
    _, _, record_id = new.partition("/")
    here = catalog.records[_kind(new, catalog)]
    return catalog.redirects.get(old) == new and record_id in here


def rename_record(loaded: Loaded, catalog: Catalog, old: str, new: str) -> dict[str, str | None]:
    """What changes when a record is renamed: new text by file below data/, None where one goes.

    Names are `<plural>/<id>`. RenameError if the id is wrong, taken or has been given away.
    """
    entry = _find(loaded, catalog, old)
    _check_new(catalog, old, new)
    edits: defaultdict[str, list[tuple[Location, str, str]]] = defaultdict(list)
    for other in loaded.entries:
        edits[other.document.path] += _mentions(other, old, new)
    path = entry.document.path
    edits[path] += _own_id(entry.document, old, new)
    changes: dict[str, str | None] = {
        _below(other.document.path): _rewrite(other, found)
        for other in loaded.entries
        if (found := edits[other.document.path])
    }
    content = changes.pop(_below(path), None) or entry.document.text
    changes[_new_path(entry, new)] = content
    changes[REDIRECTS] = _redirect(loaded, old, new)
    changes[_below(path)] = None
    return changes


def find_in_the_way(loaded: Loaded, old: str, read: Callable[[str], str | None]) -> list[Finding]:
    """The errors for which a record cannot be renamed safely, with its other mentions unknown.

    They are those of its own file, of the list of redirects, and of files that cannot be read as
    records and hold its id. `read` gives the text of a file by its name in findings, None where
    what it holds cannot be told.
    """
    plural, _, record_id = old.partition("/")
    own = (plural, f"{record_id}.yaml")
    named = _pattern(old)
    errors = [found for found in loaded.findings if found.code.is_error]
    in_the_way: set[str] = set()
    for path in {found.location.path for found in errors}:
        steps, text = path.split("/"), read(path)
        is_known = steps[1:] == [REDIRECTS] or (*steps[1:2], steps[-1]) == own
        if is_known or text is None or named.search(text):
            in_the_way.add(path)
    return [found for found in errors if found.location.path in in_the_way]


def _pattern(ref: str) -> re.Pattern[str]:
    """What finds a record's id in a text, and not as part of a longer one."""
    return re.compile(rf"(?<![a-z0-9-]){re.escape(ref.partition('/')[2])}(?![a-z0-9-])")


def find_new_errors(
    before: Iterable[Finding], after: Iterable[Finding], old: str, new: str
) -> list[Finding]:
    """The errors after a rename that were not there before under the old name."""
    named, new_id = _pattern(old), new.partition("/")[2]

    def known_by(finding: Finding) -> tuple[str, ...]:
        words = (finding.location.path.rpartition("/")[2], finding.code, finding.message)
        return tuple(named.sub(new_id, word) for word in words)

    known = {known_by(finding) for finding in before}
    return [found for found in after if found.code.is_error and known_by(found) not in known]


def _kind(ref: str, catalog: Catalog) -> Kind:
    plural, slash, record_id = ref.partition("/")
    if not slash or not record_id:
        named = [f"{kind.value}/{ref}" for kind in Kind if ref in catalog.records[kind]]
        more = f"; did you mean '{named[0]}'?" if named else ", such as people/chan-tai-man"
        raise RenameError(f"'{ref}' is no name of a record; write <plural>/<id>{more}")
    kind = find_kind(plural)
    if kind is None:
        meant = closest(plural, Kind)
        more = f"; did you mean '{meant}'?" if meant else f"; one of {', '.join(Kind)}"
        raise RenameError(f"unknown kind '{plural}'{more}")
    return kind


def _find(loaded: Loaded, catalog: Catalog, old: str) -> Entry:
    kind = _kind(old, catalog)
    found = [entry for entry in loaded.entries if entry.record.ref == old]
    if found:
        return found[0]
    near = closest(old.partition("/")[2], catalog.records[kind])
    more = f"; did you mean '{kind.value}/{near}'?" if near else ""
    raise RenameError(f"there is no '{old}'{more}")


def _check_new(catalog: Catalog, old: str, new: str) -> None:
    kind, record_id = _kind(new, catalog), new.partition("/")[2]
    if old == new:
        raise RenameError(f"'{old}' is called so; give the id that it is to have")
    if kind is not _kind(old, catalog):
        raise RenameError(f"a record keeps its kind: '{old}' cannot become '{new}'")
    if not is_id(record_id):
        raise RenameError(f"'{record_id}' is no id; use small letters, digits and single hyphens")
    if record_id in catalog.records[kind]:
        raise RenameError(f"'{new}' is taken by another record")
    if catalog.redirects.get(new, old) != old:
        raise RenameError(f"'{new}' leads to '{catalog.redirects[new]}'; an id is never used again")


def _mentions(entry: Entry, old: str, new: str) -> list[tuple[Location, str, str]]:
    ids = old.partition("/")[2], new.partition("/")[2]
    return [
        (entry.locate(*reference.path), *((old, new) if reference.target == ANY else ids))
        for reference in list_references(entry.record)
        if reference.ref == old
    ]


def _own_id(document: Written, old: str, new: str) -> list[tuple[Location, str, str]]:
    if not document.has("id"):
        return []
    return [(document.locate(("id",)), old.partition("/")[2], new.partition("/")[2])]


def _rewrite(entry: Entry, edits: Sequence[tuple[Location, str, str]]) -> str:
    """The text of a record's file with edits in it, in the one form if it was in it before."""
    before = entry.document.text
    after = _replace(before, edits)
    if _in_form(entry, before) != before:
        return after
    return _in_form(entry, after) or after


def _in_form(entry: Entry, text: str) -> str | None:
    """A text of a record's file in the one form; None if it cannot be brought into it."""
    document, findings = read_document(entry.document.path, text.encode())
    try:
        return format_record(document, entry.kind) if document and not findings else None
    except FormatError:
        return None


def _replace(text: str, edits: Sequence[tuple[Location, str, str]]) -> str:
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    for place, before, after in sorted(set(edits), reverse=True):
        at = starts[place.line - 1] + place.column - 1
        at += text[at] in "'\""
        if not text.startswith(before, at):
            raise RenameError(f"{place}: '{before}' is written so that it cannot be changed")
        text = text[:at] + after + text[at + len(before) :]
    return text


def _new_path(entry: Entry, new: str) -> str:
    return file_of(entry.record.model_copy(update={"id": new.partition("/")[2]}))


def _redirect(loaded: Loaded, old: str, new: str) -> str:
    kept = {key: new if value == old else value for key, value in loaded.redirects.items()}
    kept.pop(new, None)  # back to an id that the record had before
    document = loaded.lists.documents.get(REDIRECTS)
    notes = read_notes(document) if document else Notes(head=[_HEAD])
    return write_yaml(dict(sorted({**kept, old: new}.items())), Style(), notes)


def _below(path: str) -> str:
    return path.partition("/")[2]
