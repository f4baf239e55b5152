"""The only place that reads YAML: at C speed, every scalar as written, each position known."""

from coop.yamlio.comments import Comment, list_comments
from coop.yamlio.documents import Document, Written
from coop.yamlio.reading import read_document, read_mended, read_own

__all__ = [
    "Comment",
    "Document",
    "Written",
    "list_comments",
    "read_document",
    "read_mended",
    "read_own",
]
