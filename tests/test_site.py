"""Everything that is published, from one catalogue: no record that is right stops a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coop.catalog import build_catalog
from coop.edtf import PartialDate, parse_edtf
from coop.site import OutputClashError, build, write_bytes
from tests.pages.record_catalog import record_catalog
from tests.samples import make_catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from coop.catalog import Catalog

SITE = "https://example.org/records/"
PROSE = {"index.md": "# Home\n\n<!-- coop:overview -->\n\n<!-- coop:plans -->\n"}


def with_dates(part: BaseModel, when: PartialDate) -> BaseModel:
    """A part of a record in which every date is the same."""
    return part.model_copy(update=dict(_changed(part, when)))


def _changed(part: BaseModel, when: PartialDate) -> Iterator[tuple[str, object]]:
    for name, value in part:
        if isinstance(value, PartialDate):
            yield name, when
        elif isinstance(value, tuple) and value and hasattr(value[0], "model_copy"):
            yield name, tuple(with_dates(item, when) for item in value)


def sizes(catalog: Catalog) -> list[int]:
    """How long each output is, all of them made."""
    return [len(write_bytes(output)) for output in build(catalog, PROSE, SITE)]


@pytest.mark.parametrize(
    "text",
    [
        *("2024-02-06", "2018-07", "1998", "XXXX-02-29", "1800-01-01", "2199-12-31"),
        *("2023-12-31/2024-01-02", "2023-05-01/2023", "1998-03/..", "../2004", "2023/.."),
    ],
)
def test_every_form_of_date_may_stand_wherever_a_date_does(text: str) -> None:
    when = parse_edtf(text)
    records = [record for found in record_catalog().records.values() for record in found.values()]

    made = sizes(build_catalog([with_dates(record, when) for record in records], {}))  # type: ignore[misc]  # a copy is of the same kind

    assert len(made) > 200
    assert all(made)


def test_without_any_record_there_is_a_site_all_the_same() -> None:
    assert all(sizes(make_catalog()))


def test_two_outputs_on_one_path_are_refused() -> None:
    with pytest.raises(OutputClashError, match=r"people/ann-lee\.md"):
        build(record_catalog(), PROSE | {"people/ann-lee.md": "# By hand\n"}, SITE)
