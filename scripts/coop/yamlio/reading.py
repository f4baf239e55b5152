"""The document in the bytes of a file, and all that is wrong with them as YAML."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coop.yamlio import faults, mending, pasted
from coop.yamlio.building import Builder
from coop.yamlio.comments import list_comments

if TYPE_CHECKING:
    from pathlib import Path

    from coop.diagnostics import Finding
    from coop.yamlio.documents import Document

_CUT_OFF = re.compile(r"#(?<=[^\S\n]#)[^\s#!]")  # with the sign in front the search leaps to it


def read_document(path: str, raw: bytes) -> tuple[Document | None, list[Finding]]:
    """The document in a file's bytes and what is wrong with it as YAML.

    Without a document there is at least one finding. `path` is only used in findings.
    """
    try:
        text = faults.decode(raw)
    except UnicodeDecodeError as error:
        return None, [faults.tell_not_utf8(path, raw, error)]
    if blots := faults.find_blots(path, text):
        around = mending.find_around(blots, text, lambda mended: _read_on(path, mended)[1])
        return None, [*blots, *around]
    document, findings = _read_on(path, text)
    if document and not findings and _CUT_OFF.search(text):
        findings += faults.find_cut_off(path, text.splitlines(), list_comments(text))
    return document, findings


def read_own(path: Path) -> Any:
    """The tree of a file that the library brings along; ValueError where that has a mistake."""
    document, findings = read_document(path.name, path.read_bytes())
    if document is None or findings:
        raise ValueError("; ".join(map(str, findings)))
    return document.tree


def read_mended(path: str, raw: bytes) -> Document | None:
    """The document that is meant by a file that is no YAML, where every slip in it is plain."""
    try:
        text = faults.decode(raw)
    except UnicodeDecodeError:
        return None
    mended = mending.mend(text, lambda one: _read_once(path, one)[1])
    document = _read_once(path, mended)[0] if mended else None
    return replace(document, original=text) if document else None


def _read_on(path: str, text: str) -> tuple[Document | None, list[Finding]]:
    """The document in a text, and what is wrong with the text: also behind the first slip."""
    document, findings = _read_once(path, text)
    if document:
        return document, findings
    return None, mending.find_beyond(findings, text, lambda one: _read_once(path, one)[1])


def _read_once(path: str, text: str) -> tuple[Document | None, list[Finding]]:
    if copied := pasted.find_copied(path, text):
        return None, [copied]
    document, findings = Builder(path, text).build()
    slips = faults.find_slips(path, text) if document and isinstance(document.tree, str) else []
    return (None, slips) if slips else (document, findings)
