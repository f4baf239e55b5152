"""The form in which every record is written: one order of keys, one style, comments kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coop.editing.notes import Notes, read_notes
from coop.editing.writing import Style, write_yaml
from coop.model import MODELS
from coop.model.shape.order import in_order
from coop.yamlio import list_comments, read_document

if TYPE_CHECKING:
    from coop.model import Kind
    from coop.yamlio import Document

STYLE = Style(
    tall=frozenset({"text", "look", "why", "reason"}),
    tall_at_top=frozenset({"name", "title", "level", "note"}),
    wide=frozenset({"sources", "note_sources"}),
)


class FormatError(Exception):
    """A file that would lose something by being written anew: a bug, never the editor's fault."""


def format_record(document: Document, kind: Kind) -> str:
    """A record's file in the one form; FormatError if a value or comment would be lost."""
    try:
        tree = in_order(document.tree, MODELS[kind])
        text = write_yaml(tree, STYLE, read_notes(document))
    except RecursionError:
        raise FormatError(f"{document.path}: nested far too deeply; left as it is") from None
    again, findings = read_document(document.path, text.encode())
    if findings or not again or again.tree != document.tree:
        raise FormatError(f"{document.path}: its values would not stay the same; left as it is")
    if _comments(again) != _comments(document):
        raise FormatError(f"{document.path}: its comments would not stay the same; left as it is")
    return text


def write_record(tree: Any, kind: Kind) -> str:
    """A new record's file in the one form."""
    return write_yaml(in_order(tree, MODELS[kind]), STYLE, Notes())


def _comments(document: Document) -> list[str]:
    return sorted(comment.text for comment in list_comments(document.text))
