"""The findings of the last run, while serving: all on one page, and each at its own record."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coop.catalog import build_catalog
from coop.model import Kind
from coop.pages.editors.contribute import code_html, explain, prose_html
from coop.pages.page import Content, Page
from coop.pages.view import View, make_page, render, render_block
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coop.diagnostics import Finding

ADDRESS = "findings/"
_IN_A_FOLDER = 3  # data/<kind>/<file>


def findings_pages(findings: Sequence[Finding], language: Language) -> Iterator[Page]:
    """The page that shows what is wrong with the records as they are."""
    found = tuple(sorted(findings, key=_errors_first))
    yield make_page(_view(language, ADDRESS), "contribute", partial(_render_all, findings=found))


def at_their_records(
    pages: Iterable[Page], findings: Sequence[Finding], language: Language
) -> Iterator[Page]:
    """The pages of a language to which findings belong, with them at the top.

    A record that is too broken to have a page gets one of findings alone.
    """
    by_address = _by_address(findings)
    there = {page.address: page for page in pages if page.language is language}
    for address, found in by_address.items():
        if page := there.get(address):
            yield replace(page, render=partial(_render_above, page, found))
        elif any(finding.code.is_error for finding in found):
            section = address.partition("/")[0]
            render_page = partial(_render_broken, _view(language, address), found)
            yield Page(address, language, section, render_page, found[0].location.path)


def _by_address(findings: Iterable[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    """Findings by the address of the page on which their record stands."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=_errors_first):
        if address := _address(finding):
            found[address].append(finding)
    return {address: tuple(some) for address, some in found.items()}


def _address(finding: Finding) -> str:
    """The address of the page on which a finding's record stands; empty if it has none."""
    steps = finding.location.path.removesuffix(".yaml").split("/")
    if len(steps) < _IN_A_FOLDER or steps[1] not in set(Kind):
        return ""
    return f"{steps[1]}/{steps[2 if steps[1] == Kind.SOURCES else -1]}/"


def _errors_first(finding: Finding) -> tuple[bool, Finding]:
    return (not finding.code.is_error, finding)


def _view(language: Language, address: str) -> View:
    return View(build_catalog([], {}), language, address)


def _titles(view: View) -> dict[str, dict[str, tuple[str, str]]]:
    """What each code means, where the findings themselves are in another language."""
    return {} if view.language is Language.EN else explain(view)


def _render_all(view: View, findings: Sequence[Finding]) -> Content:
    title = view.words("findings.title")
    meta = {"title": title, "description": view.words("findings.description"), "coop": "list"}
    addresses = {finding: _address(finding) for finding in findings}
    return render(
        view,
        "findings.md.j2",
        meta,
        title=title,
        findings=findings,
        titles=_titles(view),
        addresses=addresses,
    )


def _render_above(page: Page, findings: Sequence[Finding]) -> Content:
    content = page.render()
    view = _view(page.language, page.address)
    panel = render_block(view, "findings_panel.html.j2", findings=findings, titles=_titles(view))
    return Content(content.meta, f"{panel}\n{content.body}")


def _render_broken(view: View, findings: Sequence[Finding]) -> Content:
    file = findings[0].location.path
    meta = {
        "title": file.rpartition("/")[2],
        "description": view.words("findings.broken"),
        "coop": "list",
    }
    explained = explain(view)
    explanations = {finding.code: explained[finding.code.value] for finding in findings}
    return render(
        view,
        "findings_broken.md.j2",
        meta,
        file=file,
        findings=findings,
        titles=_titles(view),
        explanations=explanations,
        code_html=code_html,
        prose_html=prose_html,
    )
