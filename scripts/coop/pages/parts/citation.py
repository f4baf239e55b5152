"""How a record's page is cited: in three styles of text and as a BibTeX entry.

No style asks for more than is fixed: the version is the day to which the records reach, so that a
citation is the same whenever the page was made.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from babel.dates import format_date

from coop.pages.view import View, record_address, render_block

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from markupsafe import Markup

    from coop.model import Record

_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_NO_DATE = "n.d."
_COMMANDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


class Citation(NamedTuple):
    """A citation: the name of its style, its text, whether it is code."""

    style: str
    text: str
    is_code: bool = False


def cite_record(view: View, record: Record, root: str) -> tuple[Citation, ...]:
    """A record's page in each style; `root` is the address of the site in the page's language."""
    author, title = view.words("site.name"), view.title(record)
    address, day = root + record_address(record), view.catalog.as_of
    version = day.isoformat() if day else _NO_DATE
    fields = {
        "author": f"{{{_escape(author)}}}",
        "title": f"{{{_escape(title)}}}",
        "year": version[:4],
        "version": version,
        "note": _escape(record.ref),
        "url": address,
    }
    return (
        Citation("APA", f"{author}. ({_in_words(day)}). {title} (Version {version}). {address}"),
        Citation("Chicago", f"{author}. “{title}.” Version {version}. {address}."),
        Citation("GB/T 7714", f"{author}. {title}[DB/OL]. ({version}). {address}."),
        Citation("BibTeX", _bibtex(record.ref, fields), is_code=True),
    )


def render_citations(view: View, record: Record, root: str) -> Markup:
    """The part of a page that shows how it is cited, as HTML."""
    return render_block(view, "citation.html.j2", citations=cite_record(view, record, root))


@lru_cache(maxsize=1)
def _in_words(day: date | None) -> str:
    return format_date(day, "y, MMMM d", locale="en") if day else _NO_DATE


def _bibtex(ref: str, fields: Mapping[str, str]) -> str:
    inner = "".join(f"  {key} = {{{text}}},\n" for key, text in fields.items())
    return f"@misc{{{ref.replace('/', ':')},\n{inner}}}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _COMMANDS.get(match[0], f"\\{match[0]}"), text)
