"""What keeps a file from being read as YAML, told so that a person can mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding, Location
from coop.text import HIDDEN_SIGNS
from coop.yamlio.pasted import tell_flat, tell_stray_line
from coop.yamlio.undashed import find_undashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_UTF16 = "UTF-16"
_MARKS_OF_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXTS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
_TAB = re.compile(
    r"^[^\S\n]*?(\t)|^[^\S\n]*-[^\S\n]*?(\t)|:(\t)|^(?:(?!\s#)[^#\t])+?(\t)(?=\s*[^\s#])"
)
_TAB_FOR_COLON = re.compile(r"[ -]*[a-z_]+\t[^:]*$")
HIDDEN = re.compile(f"[{HIDDEN_SIGNS}]")
_END = re.compile(r"\.\.\.(?:\s|$)")
_IN_BRACES = "within braces and brackets, put a text with a comma, a colon or quotes in quotes"
FULL_WIDTH_BRACKET = "a full-width bracket; write a plain one"
_START = r"^[\s-]*[\w-]+: +"
# What a line looks like that is not YAML, what to do, and the sign for the one in the group, which
# is the place of the mistake; None where it takes a person to say what is meant.
# Patterns are compiled when a file is broken: few runs need them, and all would wait.
SLIPS: tuple[tuple[str, str, str | None], ...] = (
    (
        r"^(<{7}|={7}|>{7})(?!\S)",
        "two versions were not merged; keep one of them and delete the lines of <, = and >",
        None,
    ),
    (r"^(`{3}|~{3})", "this line belongs to no record; delete it", "#"),
    (r"^\s*(//|/\*)", "a comment begins with #", "#"),
    (r"^\s*(-)[{\[\"']", "put a space behind the dash", "- "),
    (r"^\s*([*•·–—\u2212]|--)\s", "begin an item of a list with one plain dash and a space", "-"),
    (
        r"^[ -]*(?:[\w-]+:)? *([\u00a0\u2000-\u200a\u202f\u3000]+)",
        "this space is none to YAML; write a plain one",
        " ",
    ),
    (r"^[\s{-]*[\w-]+ ?(：)", "a full-width colon; write a plain one and a space", ": "),
    (r"([，、]) ?[\w-]+:(?: |$)", "a full-width comma; write a plain one and a space", ", "),
    (r"^[\s-]*(?:[\w-]+: +)?(\uff5b)", FULL_WIDTH_BRACKET, "{"),
    (r"\{[^}]*(\uff5d)\s*$", FULL_WIDTH_BRACKET, "}"),
    (r"\[[^\]]*([\uff3d\u3011])\s*$", FULL_WIDTH_BRACKET, "]"),
    (r"[\[{,]\s*(,)", "nothing stands between two commas; take one of them out", ""),
    (
        r"^\s*- +[\w-]+: [\w/-]+(,) ?[\w-]+: ",
        "put several keys of one line in braces: {…: …, …: …}",
        None,
    ),
    (
        r"^[\s-]*[\w-]+: +([“”„«])(?=.*: )",
        "quotes of print are none to YAML; write plain ones around the whole text",
        None,
    ),
    (r"^[\s-]*[A-Za-z_-]+(:)(?=[^\s/])", "put a space behind the colon", ": "),
    (
        _START + r"(-) ",
        "a list begins on a line of its own; a text with a dash before it needs quotes",
        None,
    ),
    (r"^[\s-]*[\w-]+ ?(=>?|->) ", "a key ends with a plain colon and a space", ":"),
    (r"https?:( +)//", "an address has no space in it; take it out", ""),
    (
        r"^[\s-]*[\w-]+: +(-)\s*$",
        "a dash is no value; what is not known is left out: delete the line",
        "",
    ),
    (
        _START + r"([%@`&*!]|[?>|] )",
        "a text that begins with this sign needs quotes around it",
        "x",
    ),
)
_WORD = re.compile(r"#[^\s#!]")
_OPENERS = ":-,[{"
_BEGINNING_GONE = (
    "begin this line and the first of the file equally far to the left; "
    "if the file starts in the middle of a record, its beginning is missing"
)
_HINTS = (
    (
        "expected <document start>",
        _BEGINNING_GONE,
    ),
    (
        "mapping values are not allowed",
        "put a text with a colon in quotes, or a second key on a line of its own",
    ),
    ("expected '-'", "begin this line where the line above begins, or with a dash"),
    ("did not find expected ','", _IN_BRACES),
    ("expected key", "check the indentation, a quote left open or a missing dash"),
    ("block", "check the indentation, a quote left open or a missing dash"),
)
_ESCAPE = "within double quotes a backslash stands for another sign"
WITHOUT_END = "the text in quotes that starts here has no end"
_KEY = re.compile(r"[\s-]*([\w-]+:)(?:\s|$)")
_OPENED = re.compile(_START + r"([\"'\[{])")


def tell_unreadable(path: str, file: Path, error: OSError) -> Finding:
    """The finding for a file that cannot be opened; `path` is its name in the finding."""
    if file.is_dir():
        message = "this is a folder; only a file's name ends in .yaml, so give it another name"
    elif file.is_symlink() and not file.exists():
        message = "this link leads to no file; put the file itself here, or delete the link"
    else:
        message = f"the file cannot be opened: {error.strerror}; see to it that you may read it"
    return Finding(Location(path), Code.UNREADABLE, message)


def decode(raw: bytes) -> str:
    """The text in UTF-8; raises UnicodeDecodeError, also for UTF-16 of Latin letters alone."""
    if raw.count(b"\0") * 3 > len(raw):
        raise UnicodeDecodeError("utf-8", raw, 0, 1, _UTF16)
    return raw.decode("utf-8-sig")


def tell_not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> Finding:
    """The finding for bytes that are not UTF-8."""
    message = "the file is not in UTF-8; save it as UTF-8"
    if raw.startswith(_NO_TEXTS):
        message = "this is no plain text but a document or a picture; save its text as UTF-8"
    elif raw.startswith(_MARKS_OF_UTF16) or error.reason == _UTF16:
        message = "the file is in UTF-16, which Windows calls Unicode; save it as UTF-8"
    return Finding(_place(path, raw[: error.start]), Code.NOT_UTF8, message)


def _place(path: str, before: bytes) -> Location:
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    return Location(path, line, column)


def find_blots(path: str, text: str) -> list[Finding]:
    """A finding for each line with a tab where YAML wants spaces, or with what cannot be seen."""
    if text.replace("\n", "").isprintable():  # as most are, and this is told at once
        return []
    return list(_find_blots(path, text))


def _find_blots(path: str, text: str) -> Iterator[Finding]:
    for number, line in enumerate(text.split("\n"), start=1):
        if tab := _TAB.search(line):
            place = Location(path, number, tab.start(tab.lastindex or 0) + 1)
            instead = "a colon and a space" if _TAB_FOR_COLON.match(line) else "spaces"
            yield Finding(place, Code.TAB, f"a tab; write {instead} instead")
        if hidden := HIDDEN.search(line):
            message = f"a character that cannot be seen (U+{ord(hidden[0]):04X}); delete it"
            place = Location(path, number, hidden.start() + 1)
            yield Finding(place, Code.HIDDEN_CHARACTER, message)


def find_cut_off(
    path: str, lines: Sequence[str], comments: Iterable[tuple[int, int, str, bool]]
) -> Iterator[Finding]:
    """A finding for each text that goes on behind a sign that begins a comment."""
    for line, column, text, is_alone in comments:
        before = lines[line - 1][: column - 1].rstrip()
        if not is_alone and _WORD.match(text) and before[-1] not in _OPENERS:
            message = (
                f"'{text}' is left out as a comment; put the text in quotes, "
                "or write a space behind # if it is one"
            )
            yield Finding(Location(path, line, column), Code.CUT_OFF, message)


def find_slips(path: str, text: str) -> list[Finding]:
    """A finding for a slip at the beginning of a text that YAML reads as one without keys."""
    place = Location(path)
    return [*filter(None, [_tell_slip(text.splitlines(), place, place)])]


def tell_broken(path: str, text: str, error: Exception) -> Finding:
    """The finding for an error of the YAML parser, with what to look at."""
    if (position := getattr(error, "position", None)) is not None:
        place = _place(path, text.encode()[:position])
        return Finding(place, Code.BROKEN_YAML, "a control character; delete it")
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None) or mark
    if not mark or not start:
        return Finding(Location(path), Code.BROKEN_YAML, "this is not YAML: it cannot be read")
    place = Location(path, mark.line + 1, mark.column + 1)
    opened = Location(path, start.line + 1, start.column + 1)
    problem = str(getattr(error, "problem", None) or "it cannot be read")
    lines = text.splitlines()[: place.line]
    if ends := [number for number, line in enumerate(lines, start=1) if _END.match(line)]:
        message = "the line '...' ends the record here; delete it"
        return Finding(Location(path, ends[0]), Code.SEVERAL_DOCUMENTS, message)
    return (
        _tell_slip(lines, place, opened)
        or tell_flat(path, lines)
        or _tell_undashed(text, place, opened)
        or _tell_half_quoted(problem, lines, place)
        or _tell_open(problem, str(getattr(error, "context", "")), place, opened)
        or ("mapping values" in problem and tell_stray_line(path, lines))
        or Finding(place, Code.BROKEN_YAML, f"this is not YAML: {problem}{_hint(problem, lines)}")
    )


def _tell_slip(lines: Sequence[str], place: Location, opened: Location) -> Finding | None:
    """The finding for a line that is written as people write and YAML does not."""
    first = max(min(opened.line, place.line - 1), 1)
    for number in sorted({first, max(place.line - 1, 1), min(place.line, len(lines))}):
        for slip, advice, _ in SLIPS:
            if found := re.search(slip, lines[number - 1]):
                at = Location(place.path, number, found.start(1) + 1)
                return Finding(at, Code.BROKEN_YAML, f"this is not YAML: {advice}")
    return None


def _tell_undashed(text: str, place: Location, opened: Location) -> Finding | None:
    """The finding for an item of a list that begins without its dash."""
    found = find_undashed(text, place.line, place.line)
    found = found or find_undashed(text, opened.line, place.line)
    if not found:
        return None
    line, column, advice = found
    at = Location(place.path, line, column)
    return Finding(at, Code.BROKEN_YAML, f"this is not YAML: {advice}")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _tell_half_quoted(problem: str, lines: Sequence[str], place: Location) -> Finding | None:
    """The finding for a text of which only the beginning is in quotes or brackets."""
    begun = _OPENED.match(lines[-1]) if lines and "expected key" in problem else None
    if not begun or begun.start(1) + 1 >= place.column:
        return None
    sign = "quotes" if begun[1] in "'\"" else "a bracket"
    message = (
        f"this is not YAML: a text that begins with {sign} needs quotes around the whole of it"
    )
    at = Location(place.path, place.line, begun.start(1) + 1)
    return Finding(at, Code.BROKEN_YAML, message)


def _tell_open(problem: str, context: str, place: Location, opened: Location) -> Finding | None:
    """The finding for what is begun and has no end, placed where it begins."""
    message = ""
    if "escape" in problem:
        message = f"{_ESCAPE}; put the text in single quotes, or write the sign twice"
        return Finding(place, Code.BROKEN_YAML, f"this is not YAML: {message}")
    if "quoted scalar" in context:
        message = WITHOUT_END
    elif "could not find expected ':'" in problem:
        message = (
            "this line has no key; put a plain colon and a space after the key, "
            "or begin it further right if it goes on with the text above"
        )
    elif "flow" in context and place.line > opened.line:
        sign = "}" if "mapping" in context else "]"
        message = f"what is opened here is not closed; write {sign} at its end; {_IN_BRACES}"
    if not message:
        return None
    return Finding(opened, Code.BROKEN_YAML, f"this is not YAML: {message}")


def _hint(problem: str, lines: Sequence[str]) -> str:
    if "mapping values are not allowed" in problem and _is_deeper(*lines[-2:]):
        return "; begin this line where the line above begins"
    if "expected" in problem and _is_dash_shifted(lines):
        return "; begin the dashes of a list exactly one below the other"
    if "expected key" in problem and lines[-1].lstrip().startswith("- "):
        return "; take the dash out, or begin the list below a key of its own"
    if "expected key" in problem and _is_shifted(*lines[-2:]):
        return "; begin this line exactly as far to the right as a key above it"
    return next((f"; {advice}" for sign, advice in _HINTS if sign in problem), "")


def _is_shifted(above: str, line: str = "") -> bool:
    """Whether a line with a key begins elsewhere than the key of the line above."""
    found = [_KEY.match(one) for one in (above, line)]
    return all(found) and len({one.start(1) for one in found if one}) > 1


def _is_dash_shifted(lines: Sequence[str]) -> bool:
    """Whether a line begins with a dash elsewhere than the item above it."""
    if not lines[-1].lstrip().startswith("- "):
        return False
    for above in reversed(lines[:-1]):
        if above.lstrip().startswith("- "):
            return _indent(above) != _indent(lines[-1])
        if above and above[0] not in " #":
            break
    return False


def _is_deeper(above: str, line: str = "") -> bool:
    """Whether a line with a key begins further to the right than one above that has its value."""
    indents = (_indent(one) for one in (above, line))
    return line.count(": ") == 1 == above.count(": ") and next(indents) < next(indents)
