"""Which line of a text is its title."""

from __future__ import annotations

import re

from coop.draft.text.lines import (
    DATED,
    FULL_STOP,
    IDEOGRAPH,
    SENTENCE_EN,
    UNDERLINE,
    clean,
    is_furniture,
    is_noise,
    is_notice_title,
    is_sentence,
)
from coop.draft.text.tokens import fold_script

_BULLET = re.compile(r"^[•·▪■]\s+")
_RULE = re.compile(r"(?:[*=_]{5,}|\s\|[|\s]*)\s*$")
_LINK = re.compile(r"^\[(.+)\]\([^)]*\)$")
_TOP, _FEW, _MENU = 60, 2, 10
_LABEL_EN, _LABEL_ZH = 12, 5
_TITLE_EN, _TITLE_ZH = 24, 9
_LONGEST = 200
_OPENING = 4
_TELLING = re.compile(r"(?=([\u3400-\u9fff]{2}|\b[A-Za-z][a-z]{3,}))")  # words, pairs of signs
_MOST_SHARED = 6
_NOTHING, _MUCH = 0.5, 1.0


def split_title(lines: list[str], heading: str) -> tuple[str, list[str]]:
    """The title as printed, and the lines below it; `heading` is what the page says it is."""
    underline = next((at for at, line in enumerate(lines[:_TOP]) if UNDERLINE.match(line)), 0)
    if underline:
        before = [line for line in lines[:underline] if not is_noise(line)]
        return (_plain(before[-1]) if before else ""), lines[underline:]
    if heading:
        place = next((at for at, line in enumerate(lines) if clean(line) == clean(heading)), -1)
        return _plain(heading), lines[place + 1 :]
    start = _find_start(lines)
    above = _list_titles(lines, start)
    if not above:
        at = _that_of_text(lines, start, -1)
        return (_plain(lines[at]) if at >= 0 else ""), lines[at + 1 :]
    notices = [at for at in above if is_notice_title(lines[at])]
    if len(notices) == 1:
        return _plain(lines[notices[0]]), lines[notices[0] + 1 :]
    days = [at for at in range(start) if DATED.match(clean(lines[at]))]
    if days:  # the title stands below the line that dates it, else above
        below = [at for at in above if at > days[-1]]
        own = _repeated_above(lines, above, days[-1]) if len(below) == 1 else []
        is_own = own and _share_of_text(lines, start, own[0]) > _share_of_text(lines, start, *below)
        above = own if is_own else below or (_only_long(lines, above) or above)[-1:]
    # few lines are a title with its second line; many are the furniture of a page
    is_title = len(above) <= _FEW and not any(map(is_noise, lines[above[0] + 1 : above[-1]]))
    at = _that_of_text(lines, start, above[0] if is_title else above[-1])
    return _plain(lines[at]), lines[at + 1 :]


def _that_of_text(lines: list[str], start: int, found: int) -> int:
    """Where the title stands: the line found, or where that is of the page the one of the text.

    A title says in short what the first paragraphs say; a link or a label shares no word with
    them. -1 is no line.
    """
    opening = _opening_words(lines, start)
    shares = {at: _share(lines[at], opening) for at in range(start) if _may_be_title(lines[at])}
    likeliest = max(shares, key=lambda at: shares[at], default=found)
    is_better = shares.get(likeliest, 0) >= _MUCH and shares.get(found, 0) < _NOTHING
    return likeliest if is_better else found


def _repeated_above(lines: list[str], places: list[int], day: int) -> list[int]:
    """Where the line first stands that a page repeats above its day, as no whole sentence."""
    told = [clean(lines[at]) for at in places if at < day]
    twice = (at for at in places if at < day and told.count(clean(lines[at])) > 1)
    return [at for at in twice if not FULL_STOP.search(lines[at])][:1]


def _share_of_text(lines: list[str], start: int, at: int) -> float:
    return _share(lines[at], _opening_words(lines, start))


def _opening_words(lines: list[str], start: int) -> set[str]:
    return _telling_words(" ".join(lines[start : start + _OPENING]))


def _share(line: str, opening: set[str]) -> float:
    """How much of a line stands in an opening too: more where it is many words."""
    words = _telling_words(line)
    shared = len(words & opening)
    return shared / len(words) * min(shared, _MOST_SHARED) if words else 0


def _telling_words(text: str) -> set[str]:
    return {found[1].casefold() for found in _TELLING.finditer(fold_script(clean(text)))}


def _find_start(lines: list[str]) -> int:
    """Where the first paragraph stands; 0 where there is none."""
    sentences = [at for at, line in enumerate(lines[:_TOP]) if is_sentence(line)]
    if sentences and _is_dated_below(lines[sentences[0] : (sentences[1:2] or [0])[0]]):
        del sentences[0]  # a title that ends with a full stop
    headline = _own_headline(lines, sentences)
    return next((at for at in sentences if clean(lines[at]) != headline), 0)


def _own_headline(lines: list[str], sentences: list[int]) -> str:
    """What a page that repeats a text set above its title, as a whole sentence; else empty.

    It stands first and once more, or first and a line that dates the page below it.
    """
    if len(sentences) < _FEW or _only_long(lines, _places_of_titles(lines, sentences[0])):
        return ""
    first = clean(lines[sentences[0]])
    below = [clean(line) for line in lines[sentences[0] + 1 : sentences[1]]]
    is_dated = any(DATED.match(line) for line in below)
    is_again = any(clean(lines[at]) == first for at in sentences[1:])
    return first if len(first) <= _LONGEST and (is_again or is_dated) else ""


def _places_of_titles(lines: list[str], end: int) -> list[int]:
    return [at for at in range(end) if _may_be_title(lines[at])]


def _list_titles(lines: list[str], start: int) -> list[int]:
    """Where the lines stand that may be the title."""
    of_pictures = {line.split(":")[0] for line in lines[:_TOP] if ":" in line}
    above = _places_of_titles(lines, start)
    above = [at for at in above if lines[at].rstrip(":") not in of_pictures] or above
    is_menu = len(above) > _FEW or start >= _MENU
    return _only_long(lines, above) if is_menu else above


def _only_long(lines: list[str], places: list[int]) -> list[int]:
    """Those of some lines that are as long as a title, longer than most labels."""
    least = {at: _TITLE_ZH if IDEOGRAPH.search(lines[at]) else _TITLE_EN for at in places}
    return [at for at in places if len(clean(lines[at])) >= least[at]]


def _is_dated_below(lines: list[str]) -> bool:
    """Whether nothing but small lines follows a first one, and one of them dates it."""
    rest = [clean(line) for line in lines[1:]]
    return any(map(DATED.match, rest)) and all(len(line) < SENTENCE_EN for line in rest)


def _may_be_title(line: str) -> bool:
    plain = clean(line)
    short = _LABEL_ZH if IDEOGRAPH.search(plain) else _LABEL_EN
    return len(plain) > short and not is_furniture(line)


def _plain(line: str) -> str:
    found = _LINK.match(line.strip())
    plain = found[1].replace("\\", "") if found else line
    return " ".join(_RULE.sub("", _BULLET.sub("", plain)).split())
