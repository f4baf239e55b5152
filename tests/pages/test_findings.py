"""What is shown of findings while serving, in the reader's language as far as it goes."""

from __future__ import annotations

import pytest

from coop.diagnostics import Code, Finding, Location
from coop.pages.editors.findings import at_their_records, findings_pages
from coop.pages.page import Content, Page
from coop.text import Language

FINDING = Finding(Location("data/places/pier.yaml", 3, 7), Code.TAB, "a tab here")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.EN, "A code leads to what the finding means"),
        (Language.ZH_HANT, "訊息以英文寫成；選編號，可看中文說明"),
        (Language.ZH_HANS, "信息以英文写成；选编号，可看中文说明"),
    ],
)
def test_pages_say_what_language_findings_are_in_and_where_they_are_explained(
    language: Language, told: str
) -> None:
    record = Page("places/pier/", language, "places", lambda: Content({}, "# Pier\n"))
    (whole,) = findings_pages([FINDING], language)
    (above,) = at_their_records([record], [FINDING], language)
    (alone,) = at_their_records([], [FINDING], language)

    for page in (whole, above, alone):
        body = page.render().body
        assert told in body
        assert 'contribute/findings/#E105">E105</a>' in body
        assert '<span lang="en">a tab here</span>' in body
