"""The expressions that the finders look for: each can be asked, though no text asks them all."""

from __future__ import annotations

import re
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import walk_packages

import coop.draft
from coop.draft.patterns import Pattern, list_patterns

_ROOM = Path(coop.draft.__file__).parent


def _list_patterns() -> list[Pattern]:
    kept = [list_patterns(f"{file.stem}.").values() for file in _ROOM.glob("patterns/*.yaml")]
    modules = [import_module(one.name) for one in walk_packages([str(_ROOM)], "coop.draft.")]
    own = [one for module in modules for one in vars(module).values() if isinstance(one, Pattern)]
    return [*chain(*kept), *own]


def test_every_expression_can_be_asked() -> None:
    """A mistake in one would be told only by the first text that asks it."""
    patterns = _list_patterns()
    assert len(patterns) > 500
    for pattern in patterns:
        pattern.search("")


def test_the_methods_answer_as_those_of_the_standard_library() -> None:
    pattern = Pattern(r"(?P<day>\d+) may", re.IGNORECASE)
    assert pattern.search("on 3 May", 3)
    assert not pattern.search("on 3 May", 4)
    assert not pattern.search("on 3 May", 0, 7)
    assert not pattern.match("on 3 May")
    assert pattern.fullmatch("on 3 May", 3)
    assert [found["day"] for found in pattern.finditer("3 May, 14 May")] == ["3", "14"]
    assert pattern.sub("today", "on 3 May") == "on today"
