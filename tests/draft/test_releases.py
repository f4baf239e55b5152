"""What drafts say of made-up releases, field by field, against what a careful reader finds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.draft.scoring import Score, score_folder

FOLDER = Path(__file__).parent / "open"
# What a draft says must be right; what it may leave out is less of a fault.
PRECISION = 0.98
RECALL = {"topics": 0.6}
USUAL_RECALL = 0.9
LOOSE = {"topics"}  # more topics may apply than the ones that plainly do


@cache
def scores() -> dict[str, Score]:
    return score_folder(FOLDER)


def test_there_are_texts_in_every_form() -> None:
    assert len(list(FOLDER.glob("*.yaml"))) >= 43


@pytest.mark.parametrize(
    "field", ["record", "published", "date", "platform", "ordinal", "kind", "status", "place"]
)
def test_single_values_are_right(field: str) -> None:
    score = scores()[field]
    assert score.precision >= PRECISION, score.told
    assert score.recall >= USUAL_RECALL, score.told


@pytest.mark.parametrize("field", ["principals", "participants", "plans", "topics"])
def test_lists_are_right(field: str) -> None:
    score = scores()[field]
    assert field in LOOSE or score.precision >= PRECISION, score.told
    assert score.recall >= RECALL.get(field, USUAL_RECALL), score.told
