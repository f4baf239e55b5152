"""What is wrong with a record, where, and how it is told: in text, for GitHub, as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_AROUND = 240  # of a long line as much is shown before and after the place of a finding
_FIRST_WIDE = "\u2e80"  # from the radicals on, a terminal gives a character two columns


class Code(StrEnum):
    """Every finding's code; E is an error, N a notice. A code is never reused."""

    BROKEN_YAML = "E101"
    DUPLICATE_KEY = "E102"
    YAML_FEATURE = "E103"
    SEVERAL_DOCUMENTS = "E104"
    TAB = "E105"
    NOT_UTF8 = "E106"
    EMPTY_FILE = "E107"
    UNREADABLE = "E108"
    HIDDEN_CHARACTER = "E109"
    CUT_OFF = "E110"
    DRAFT_MARK = "N111"
    WRONG_SHAPE = "E201"
    UNKNOWN_KEY = "E202"
    MISSING_KEY = "E203"
    NO_VALUE = "E204"
    WRONG_TYPE = "E205"
    UNKNOWN_WORD = "E206"
    NAME_MISSING = "E207"
    SIMPLIFIED_IN_TRADITIONAL = "E208"
    TRADITIONAL_IN_SIMPLIFIED = "E209"
    INFERRED_WITHOUT_REASON = "E210"
    KEY_TWICE = "E211"
    CHINESE_AS_ENGLISH = "E212"
    KEY_OF_THE_PAGE = "E213"
    NAME_IN_QUOTES = "N214"
    SIGN_ALONE = "N215"
    MARKUP = "N216"
    ENGLISH_AS_CHINESE = "N217"
    ID_NOT_FILE = "E301"
    UNKNOWN_REFERENCE = "E302"
    WRONG_KIND = "E303"
    WRONG_YEAR_FOLDER = "E304"
    DUPLICATE_ID = "E305"
    REDIRECT_NOWHERE = "E306"
    REDIRECT_CIRCLE = "E307"
    UNKNOWN_POST = "E308"
    MALFORMED_ID = "E309"
    MEETING_TWICE = "E310"
    PERSON_ON_FILE_TWICE = "E311"
    POST_HELD_BY_TWO = "N312"
    PUBLISHED_GONE = "E313"
    REDIRECT_HIDES = "E314"
    REFERENCE_CIRCLE = "E315"
    ITEM_TWICE = "E316"
    TITLE_TWICE = "E317"
    PLACE_TWICE = "E318"
    POST_NOT_HELD = "N319"
    IMPOSSIBLE_DATE = "E401"
    INTERVAL_BACKWARDS = "E402"
    ORDINAL_TWICE = "E403"
    ORDINAL_OUT_OF_ORDER = "E404"
    ORDINAL_MISSING = "N405"
    BEFORE_PLATFORM = "E406"
    LED_TO_BACK_IN_TIME = "E407"
    PERSON_TWICE = "E408"
    REPLACED_NOT_POSTPONED = "E409"
    DATE_NOT_IN_ID = "N410"
    HELD_AFTER_SOURCES = "N411"
    YEAR_BEFORE_SOURCES = "N412"
    STATEMENT_WITHOUT_SOURCE = "E501"
    MALFORMED_ADDRESS = "E502"
    HOST_NOT_LISTED = "E503"
    HOST_NOT_OFFICIAL = "E504"
    COPY_WITH_ADDRESS = "E505"
    SOURCE_UNUSED = "N506"
    ADDRESS_TWICE = "E507"
    RULE_CRASHED = "E999"

    @property
    def is_error(self) -> bool:
        """Whether a finding of this code stops a build."""
        return self.value.startswith("E")


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: path with `/` from the project's root, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{_visible(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One mistake or remark about one place, with the word that was probably meant.

    `advice` is what to do if that word was not meant.
    """

    location: Location
    code: Code
    message: str
    suggestion: str = ""
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.location}: {self.code} {_visible(self.told)}"

    @property
    def told(self) -> str:
        """What is wrong, what was probably meant and what to do if it was not, as one line."""
        if self.suggestion:
            return f"{self.message}; did you mean '{self.suggestion}'? {self.advice}".rstrip()
        return f"{self.message}. {self.advice}" if self.advice else self.message


def _visible(text: str) -> str:
    """A text in which what ends a line or steers a terminal is spelt out.

    A forge takes a line of a log for a command, whatever file it is from.
    """
    if text.isprintable():
        return text
    return "".join(
        ascii(char)[1:-1] if category(char) in {"Cc", "Zl", "Zp"} else char for char in text
    )


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word nearest to a misspelt one, or an empty text.

    `cutoff` is how near it has to be, from 0 to 1.
    """
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=cutoff)), "")


def count(number: int, word: str) -> str:
    """A number of things in words: `1 file`, `2 files`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def count_line(findings: Sequence[Finding], files: int) -> str:
    """One line that sums up a run."""
    errors = sum(finding.code.is_error for finding in findings)
    notices = len(findings) - errors
    return f"{count(errors, 'error')}, {count(notices, 'notice')} in {count(files, 'file')}"


def render_text(findings: Iterable[Finding]) -> str:
    """Findings as lines of `path:line:column: code message`."""
    return "".join(f"{finding}\n" for finding in findings)


def render_detailed(findings: Iterable[Finding], line_of: Callable[[Location], str]) -> str:
    """Findings with the source line and a caret below each, for a terminal."""
    return "".join(f"{finding}\n{_caret(finding, line_of)}" for finding in findings)


def render_github(findings: Iterable[Finding]) -> str:
    """Findings as workflow commands of GitHub Actions, which annotate the lines."""
    return "".join(_github_line(finding) for finding in findings)


def render_json(findings: Sequence[Finding]) -> str:
    """Findings as a JSON list, one object each."""
    rows = [
        {
            "path": finding.location.path,
            "line": finding.location.line,
            "column": finding.location.column,
            "code": finding.code.value,
            "severity": "error" if finding.code.is_error else "notice",
            "message": finding.message,
            "suggestion": finding.suggestion or None,
            "advice": finding.advice or None,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _caret(finding: Finding, line_of: Callable[[Location], str]) -> str:
    line = line_of(finding.location)
    if not line.strip():
        return ""
    begin = max(finding.location.column - 1 - _AROUND, 0)
    before = _visible(line[begin : finding.location.column - 1])
    after = _visible(line[finding.location.column - 1 :])
    if begin:
        before = f"…{before}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND]}…"
    wide = sum(2 if char >= _FIRST_WIDE else 1 for char in before)
    return f"    {before}{after}\n    {' ' * wide}^\n"


def _github_line(finding: Finding) -> str:
    level = "error" if finding.code.is_error else "notice"
    place = finding.location
    message = _github_escape(finding.told)
    title = finding.code.value
    path = _github_escape(place.path).replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={path},line={place.line},col={place.column},title={title}::{message}\n"


def _github_escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
