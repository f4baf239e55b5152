"""Pages of people: posts, what names them, and what is not known."""

from __future__ import annotations

from coop.model import Kind
from coop.pages.person import person_pages
from coop.text import Language
from tests.pages.convert import outline
from tests.pages.record_catalog import one_page, record_catalog, sections
from tests.samples import read_record


def test_posts_newest_first_with_term_or_days_seen() -> None:
    content = one_page(person_pages, record_catalog(), "ann-lee")
    found = sections(content)["posts"]

    assert found.index("since 1999") < found.index("seen in sources on 3 February 1998")
    assert "../../organisations/home-office/#post-head" in outline(content).links


def test_a_post_of_which_only_the_end_is_known_stands_before_the_one_that_follows() -> None:
    text = """
name: {en: Sun Yat}
posts:
  - {post: home-office/head, period: 2020-04-22/.., sources: [report]}
  - {post: far-office/mayor, period: ../2020-04-22, sources: [report]}
sources: [report]
"""
    someone = read_record(Kind.PEOPLE, text, "sun-yat")
    found = sections(one_page(person_pages, record_catalog(someone), "sun-yat"))["posts"]

    assert found.index("since 22 April 2020") < found.index("until 22 April 2020")


def test_everything_that_names_someone_newest_first_with_the_part_taken() -> None:
    found = sections(one_page(person_pages, record_catalog(), "ann-lee"))["records"]

    pieces = ["Visit of Wang", "To receive the visit: Head", "Second Plenary", "Co-chair: Head"]
    places = [found.rindex(piece) for piece in pieces]  # below the lane
    assert places == sorted(places)
    assert found.rindex("First plenary") > found.rindex("Second Plenary")
    assert "River AccordAgreementHome Office, Far OfficeSigned" in found


def test_a_name_missing_in_a_language_is_a_gap() -> None:
    catalog = record_catalog()

    wang = sections(one_page(person_pages, catalog, "wang"))["unknown"]
    ann = sections(one_page(person_pages, catalog, "ann-lee"))["unknown"]

    assert "The name in English" in wang
    assert "The posts held." in wang
    assert "The name in" not in ann


def test_names_keep_their_language_on_every_page() -> None:
    found = sections(one_page(person_pages, record_catalog(), "ann-lee", Language.ZH_HANT))[""]

    assert "英文Ann Lee" in found
    assert "繁體中文李安" in found
    assert "又稱A. Lee" in found
