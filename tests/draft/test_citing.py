"""Who published the text of a draft, as far as it says so itself."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.citing import cite_release, list_doubts, may_be_asked
from coop.draft.drafting import draft_release
from coop.draft.text.release import read_release
from coop.loading import Reader
from coop.model import Source
from tests.draft.scoring import ROOT, read_catalog

OPENING = "Mr John Lee met the Mayor of Shenzhen, Mr Qin Weizhong, in Shenzhen on March 3."


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Source: Leaves Daily", {"en": "Leaves Daily"}),
        ("Source: Leaves Daily Editor: Au", {"en": "Leaves Daily"}),
        ("來源：樹葉日報　編輯：區天", {"zh-Hant": "樹葉日報"}),
        ("2031年3月3日 07:41 来源：树叶网", {"zh-Hans": "树叶网"}),
        ("来源：本网", {"en": "Not known", "zh-Hant": "不詳"}),
    ],
)
@pytest.mark.parametrize("url", ["", "https://leaves.example/3"])
def test_where_a_text_is_from_is_taken_as_its_publisher_to_be_checked(
    line: str, publisher: dict[str, str], url: str
) -> None:
    text = f"Mayors plant trees\n\n{line}\n\n{OPENING}"
    draft = draft_release(text.encode(), read_catalog(), published=date(2031, 3, 3), url=url)

    source_id, source = cite_release(draft, read_catalog(), {})

    assert source
    assert source["publisher"] == publisher
    assert source_id.startswith("leaves-20310303" if url else "release-20310303")
    doubts = list(list_doubts(source, {}, draft.release.origin))
    assert doubts[0].startswith("check: publisher (")
    assert len(doubts) == len(("publisher", "grade"))


def test_a_site_on_record_is_the_publisher_whatever_a_text_is_from() -> None:
    text = f"Mayors plant trees\n\nSource: Leaves Daily\n\n{OPENING}"
    url = "https://www.info.gov.hk/gia/general/203103/03/P2031030300999.htm"
    draft = draft_release(text.encode(), read_catalog(), published=date(2031, 3, 3), url=url)

    _, source = cite_release(draft, read_catalog(), {})

    assert source
    assert source["publisher"]["en"] != "Leaves Daily"


def test_of_a_site_with_many_sources_the_texts_own_is_read_in_each_language() -> None:
    release = read_release(b"Parks\n\nThe Director of Parks spoke of trees in the park today.")
    urls = [one.url for one in read_catalog().sources.values() if one.url]
    last = max(url for url in urls if url and "www.info.gov.hk/gia/general/20" in url)
    other = last.removesuffix(".htm").rstrip("cp") + "c.htm"
    loaded = Reader(may_be_asked(release, other)).load(ROOT / "data")
    sources = [one.record for one in loaded.entries if isinstance(one.record, Source)]
    assert last in {source.url for source in sources}
    assert len(sources) < len([url for url in urls if url and "info.gov.hk" in url])
