"""How right drafts are: `python -m tests.draft.scoring FOLDER` prints precision and recall a field.

A folder holds texts with what a careful reader finds in them (tests/draft/open/README.md). What a
draft leaves out counts against recall, what it gets wrong against both. What it marks `# check:`
counts like the rest; how right the values without a mark are stands behind.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from coop.catalog import build_catalog
from coop.draft.drafting import draft_release
from coop.draft.names.catalogue import collect_names
from coop.draft.text.tokens import fold_script
from coop.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.draft.names.someone import Someone
    from coop.draft.text.tokens import Lexicon

ROOT = Path(__file__).resolve().parents[2]
SINGLE = ("record", "published", "date", "platform", "ordinal", "kind", "status", "place", "online")
PEOPLE = {"principals", "participants"}
LISTS = ("principals", "participants", "plans", "topics")


@dataclass
class Score:
    """Counts for one field over all texts, and each value that was wrong or missing."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    marked_right: int = 0
    marked_wrong: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def unmarked(self) -> float:
        """The share of what was said without a doubt that is right."""
        right, wrong = self.right - self.marked_right, self.wrong - self.marked_wrong
        return right / (right + wrong) if right + wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is to be found that was said."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@cache
def read_catalog() -> Catalog:
    """The catalogue of the project's own records."""
    loaded = load(ROOT / "data")
    return build_catalog([entry.record for entry in loaded.entries], loaded.redirects)


def score_folder(folder: Path) -> dict[str, Score]:
    """The scores of all texts in a folder, by field."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    for path in sorted(folder.glob("*.yaml")):
        told = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - texts alone
        text = next(p for ending in (".txt", ".html") if (p := path.with_suffix(ending)).is_file())
        published = date.fromisoformat(told["published"]) if told.get("published") else None
        drafted = draft_release(
            text.read_bytes(), read_catalog(), published=published, url=told.get("url", "")
        )
        facts = drafted.facts()
        _compare(scores, path.stem, told["expected"], facts)
        listed = (("topics", found) for found in drafted.topics)
        for key, found in (*drafted.values.items(), *listed):
            if found and not found.is_sure and key in told["expected"]:
                wanted = told["expected"][key]
                is_right = found.value in (wanted if key in LISTS else (wanted,))
                scores[key].marked_right += is_right
                scores[key].marked_wrong += not is_right
        if wanted := told["expected"].get("principals"):
            _count_marked(scores["principals"], wanted, drafted.principals)
    return dict(scores)


def _count_marked(score: Score, wanted: list[str], heads: list[Someone]) -> None:
    names = {fold_script(_known_by(who)) for who in wanted}
    for one in heads:
        if not one.is_sure:
            is_right = fold_script(one.who) in names
            score.marked_right += is_right
            score.marked_wrong += not is_right


def _compare(
    scores: dict[str, Score], name: str, expected: dict[str, Any], found: dict[str, Any]
) -> None:
    for key in (key for key in SINGLE if key in expected):
        wanted = "" if expected[key] in {"null", ""} else expected[key]
        got = str(found.get(key) or "").replace("True", "true")
        if key == "online" and wanted == "false":
            wanted = ""
        _count(scores[key], name, {wanted} - {""}, {got} - {""})
    for key in (key for key in LISTS if key in expected):
        names = set(expected[key] or ())
        told = set(found.get(key, ()))
        if key in PEOPLE:  # a name is the same in either script
            names = {fold_script(_known_by(who)) for who in names}
            told = {fold_script(who) for who in told}
        _count(scores[key], name, names, told)


def _known_by(name: str) -> str:
    """The id of whoever has a record by now, where a text was read before that: else the name."""
    people = _read_names().find_in(name) if name not in read_catalog().people else []
    ids = people[0].of("person") if len(people) == 1 else []
    return ids[0] if ids and (people[0].start, people[0].end) == (0, len(name)) else name


@cache
def _read_names() -> Lexicon:
    return collect_names(read_catalog())


def _count(score: Score, name: str, wanted: set[str], got: set[str]) -> None:
    score.right += len(wanted & got)
    score.wrong += len(got - wanted)
    score.missed += len(wanted - got)
    if wanted != got:
        score.told.append(f"{name}: found {sorted(got - wanted)}, not found {sorted(wanted - got)}")


def report(scores: dict[str, Score]) -> Iterator[str]:
    """The table and each miss, line by line."""
    for key, score in scores.items():
        yield (
            f"{key:13} precision {score.precision:.3f}  recall {score.recall:.3f}  "
            f"({score.right} right, {score.wrong} wrong, {score.missed} missed; marked "
            f"{score.marked_right} and {score.marked_wrong}, else precision {score.unmarked:.3f})"
        )
    for key, score in scores.items():
        yield from (f"  {key}: {line}" for line in score.told)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in report(score_folder(Path(sys.argv[1]))))
