"""The day on which a text came out, as its address on the web tells it."""

from __future__ import annotations

import re
from datetime import date

_YEAR = r"(?<!\d)((?:19|20)\d\d)"
# A day of eight figures goes before one in folders: "/2018/11/20181107/" is of the 7th. Six figures
# are a day only where an office names its pages so: "090210en06002.htm", "press131106a.htm".
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}(\d\d)(\d\d)(?!\d)",
        rf"{_YEAR}[-/_]?(\d\d)[-/_](\d\d)(?!\d)",
        rf"{_YEAR}[-/](\d\d)(\d\d)(?!\d)",
        rf"{_YEAR}(\d\d)(\d\d)(?=\d{{4,5}}(?!\d))",
        rf"/{_YEAR}-(\d{{1,2}})-(\d{{1,2}})/",
        r"(?<!\d)(\d\d)(\d\d)(\d\d)(?=(?:en|tc|sc|ec)\d)",
        r"/20(?=(\d\d)(\d\d)/)\d{4}/\1\2(\d\d)(?!\d)",
        r"20\d\d/(?<=(\d\d)/)\1(\d\d)(\d\d)(?!\d)",
        r"(?:press|photo|news)_?(\d\d)(\d\d)(\d\d)(?!\d)",
    )
)
_MONTH = re.compile(r"[/_]((?:19|20)\d\d)[-/]?(0[2-9]|1[01])(?:/|$)")
_CENTURY, _THIS_CENTURY = 100, 2000


def read_address_day(url: str) -> date | None:
    """The day in an address; None where it has none."""
    for form in _FORMS:
        if found := form.search(url):
            year, month, day = map(int, found.groups())
            try:
                return date(year + (_THIS_CENTURY if year < _CENTURY else 0), month, day)
            except ValueError:
                continue
    return None


def read_address_year(url: str) -> int | None:
    """The year in an address that gives the month too; None around its turn, when either may be."""
    found = _MONTH.search(url)
    return int(found[1]) if found else None
