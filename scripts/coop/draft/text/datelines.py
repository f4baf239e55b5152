"""The datelines of agencies: "HONG KONG, June 5 (Xinhua) --", 「中新社香港六月五日電」."""

from __future__ import annotations

from dataclasses import dataclass

from coop.draft.patterns import load_pattern
from coop.draft.text.tokens import fold_script

DATELINE = load_pattern("release.dateline")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence of an agency's report: who says it, and when."""

    agency: str = ""
    when: str = ""
    place: str = ""


def cut_dateline(lines: list[str]) -> tuple[list[str], Dateline]:
    """The lines without the dateline that stands in one of the first, and the dateline."""
    for at, line in enumerate(lines[:3]):
        found = DATELINE.match(fold_script(line))
        if found:
            part = found.groupdict()
            agency = part["agency"] or part["zh_agency"] or part["wrapped_agency"] or ""
            when = next((said for key, said in part.items() if key.endswith("date") and said), "")
            rest = line[found.end() :].strip()
            told = Dateline(agency, when, found[0])
            return [*lines[:at], *([rest] if rest else []), *lines[at + 1 :]], told
    return lines, Dateline()
