"""`python -m coop.history.summary OLD NEW`: what a change does to the records, as Markdown.

Both are folders of records. Exit 1 if an id has gone and no redirect leads on from it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coop.catalog import build_catalog
from coop.diagnostics import count
from coop.history.comparison import compare_trees
from coop.lists import LISTS
from coop.loading import load
from coop.model import Kind, Source
from coop.model.folders import year_folder
from coop.text import escape_html
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coop.catalog import Catalog
    from coop.history.comparison import Change
    from coop.loading import Entry, Loaded
    from coop.model import Record
    from coop.yamlio import Written

_MOST = 200
_LONGEST = 160
_TWO = 2
_HOW_TO_LOOK = (
    "To look at the pages, fetch the artifact `site` below, unpack it, and run "
    "`python3 -m http.server` in its folder."
)

# A command of the forge, which shows it on the change; no id has a sign to be escaped in it.
_LOST = (
    "::error title=Id gone::{ref} has gone; ids are permanent: 'coop rename' leaves a redirect\n"
)


def describe_changes(old: Loaded, new: Loaded) -> tuple[list[str], list[str]]:
    """What changed, as lines of Markdown, and the ids that have gone without a redirect."""
    before, after = _trees(old), _trees(new)
    catalog = build_catalog([entry.record for entry in new.entries], new.redirects)
    removed = sorted(before.keys() - after.keys())
    broken = [ref for ref in removed if _is_broken(new, ref)]
    lost = [ref for ref in removed if catalog.find(ref) is None and ref not in broken]
    added = {entry.record.ref: entry for entry in new.entries if entry.record.ref not in before}
    renamed = {ref: found for ref in removed if (found := _find_new(catalog, ref)) in added}
    lines = ["## What this changes", ""]
    lines += [
        f"- added: {_page(added[ref])} — {_title(added[ref].record)}"
        for ref in sorted(added.keys() - set(renamed.values()))
    ]
    gone = dict.fromkeys(lost, " — **no redirect leads on**")
    told = {*renamed, *broken}
    lines += [f"- removed: `{ref}`{gone.get(ref, '')}" for ref in removed if ref not in told]
    lines += [f"- cannot be read as it is: `{ref}`" for ref in broken]
    lines += [f"- added, but cannot be read as it is: {_code(name)}" for name in _unread(old, new)]
    for ref, name in renamed.items():
        lines.append(f"- renamed: `{ref}` → {_page(added[name])}")
        lines += _list_changes(before[ref], after[name])
    pages = {entry.record.ref: _page(entry) for entry in new.entries}
    lines += _list_changed(before, after, pages, renamed)
    if len(lines) == _TWO:
        lines.append("No record changes.")
    more = len(lines) - _MOST
    return lines[:_MOST] + ([f"- … {more} more lines"] if more > 0 else []), lost


def _find_new(catalog: Catalog, ref: str) -> str:
    """What a record is called to which a redirect leads from one that has gone; else nothing."""
    record = catalog.find(ref)
    return record.ref if record else ""


def _list_changed(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    pages: Mapping[str, str],
    renamed: Mapping[str, str],
) -> Iterator[str]:
    """The records in both states that differ, those last that only follow a renamed one."""
    followed = 0
    for ref in sorted(before.keys() & after.keys()):
        found = compare_trees(before[ref], after[ref])
        if found and renamed and _is_followed(found, renamed):
            followed += 1
        elif found:
            yield f"- changed: {pages[ref]}"
            yield from (f"  - {_describe(change)}" for change in found)
    if followed:
        yield f"- {count(followed, 'other record')} changed in the new ids alone"


def _list_changes(old: Any, new: Any) -> Iterator[str]:
    return (f"  - {_describe(change)}" for change in compare_trees(old, new))


def _is_followed(changes: Sequence[Change], renamed: Mapping[str, str]) -> bool:
    """Whether all that changes is what was renamed, each by its new name."""
    gone = [_follow(one.before, renamed) for one in changes if one.before is not None]
    come = [one.after for one in changes if one.after is not None]
    return len(gone) == len(come) and all(gone.count(one) == come.count(one) for one in come)


def _follow(tree: Any, renamed: Mapping[str, str]) -> Any:
    """A tree in which what was renamed has its new name, wherever it may stand."""
    if isinstance(tree, dict):
        return {key: _follow(value, renamed) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_follow(item, renamed) for item in tree]
    for old, new in renamed.items():
        (plural, _, old_id), new_id = old.partition("/"), new.partition("/")[2]
        is_post = plural == Kind.ORGANISATIONS and str(tree).startswith(f"{old_id}/")
        if tree in {old, old_id} or is_post:
            return new if tree == old else new_id + str(tree)[len(old_id) :]
    return tree


def _title(record: Record) -> str:
    text = record.title if isinstance(record, Source) else getattr(record, "name", None)
    return _code(next((words for _, words in text.items()), "")) if text else ""


def _trees(loaded: Loaded) -> dict[str, Any]:
    return {entry.record.ref: _tree(entry.document) for entry in loaded.entries}


def _tree(written: Written) -> Any:
    document, _ = read_document(written.path, written.text.encode())
    return document.tree if document else None


def _is_broken(loaded: Loaded, ref: str) -> bool:
    """Whether the file is there and only cannot be read; the check tells of that."""
    plural, _, record_id = ref.partition("/")
    return any(
        name.startswith(f"data/{plural}/") and name.endswith(f"/{record_id}.yaml")
        for name in loaded.files
    )


def _unread(old: Loaded, new: Loaded) -> list[str]:
    """The new files that gave no record; the check tells why."""
    read = {entry.document.path for entry in new.entries}
    return sorted({*new.files} - {*old.files} - read - {f"data/{name}" for name in LISTS})


def _page(entry: Entry) -> str:
    """The record and the address at which to look at it."""
    if entry.kind is Kind.SOURCES:
        return f"`{entry.record.ref}` (page `/sources/{year_folder(entry.record)}/#{entry.id}`)"
    return f"`{entry.record.ref}` (page `/{entry.record.ref}/`)"


def _describe(change: Change) -> str:
    path = ""
    for step in change.path:
        path += f" {step}" if isinstance(step, int) else f".{step}"
    return f"{_code(path.lstrip('.'))}: {_value(change.before)} → {_value(change.after)}"


def _value(value: Any) -> str:
    return "nothing" if value is None else _code(_flat(value))


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_flat(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return "; ".join(_flat(inner) for inner in value)
    return str(value)


def _code(text: str) -> str:
    """Return a text of the record in which nothing is Markdown or HTML."""
    short = " ".join(text.split())
    short = short if len(short) <= _LONGEST else f"{short[:_LONGEST]}…"
    safe = f"<code>{escape_html(short)}</code>".translate(_PLAIN)
    return safe.replace("://", "&#58;//").replace("www.", "www&#46;")  # else a link, even in code


_PLAIN: Mapping[int, str] = {ord(char): f"&#{ord(char)};" for char in "*_`[]|\\@~!"}


def main() -> None:
    """Print the changes between the two folders that the command line names."""
    if len(sys.argv) != _TWO + 1:
        sys.exit("use: python -m coop.history.summary OLD NEW")
    lines, lost = describe_changes(*(load(Path(folder)) for folder in sys.argv[1:]))
    sys.stdout.write("\n".join([*lines, "", _HOW_TO_LOOK, ""]))
    for ref in lost:
        sys.stderr.write(_LOST.format(ref=ref))
    sys.exit(int(bool(lost)))


if __name__ == "__main__":
    main()
