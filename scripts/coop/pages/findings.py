"""The findings of the last run as a page, while serving."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coop.catalog import build_catalog
from coop.pages.page import Page
from coop.pages.view import View, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coop.diagnostics import Finding
    from coop.pages.page import Content
    from coop.text import Language

ADDRESS = "findings/"


def findings_pages(findings: Sequence[Finding], language: Language) -> Iterator[Page]:
    """The page that shows what is wrong with the records as they are."""
    yield Page(
        ADDRESS,
        language,
        "contribute",
        partial(_render, tuple(sorted(findings, key=_errors_first)), language),
    )


def _errors_first(finding: Finding) -> tuple[bool, Finding]:
    return (not finding.code.is_error, finding)


def _render(findings: Sequence[Finding], language: Language) -> Content:
    view = View(build_catalog([], {}), language, ADDRESS)
    title = view.words("findings.title")
    meta = {"title": title, "description": view.words("findings.description"), "coop": "list"}
    return render(view, "findings.md.j2", meta, title=title, findings=findings)
