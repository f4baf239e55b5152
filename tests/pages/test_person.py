"""Pages of people: posts, what names them, and what is not known."""

from __future__ import annotations

from coop.model import Kind
from coop.pages.records.person import person_pages
from coop.text import Language
from tests.pages.convert import outline, to_html
from tests.pages.record_catalog import one_page, record_catalog, sections
from tests.samples import read_meeting, read_record


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


def test_bars_of_posts_say_whose_post_it_is() -> None:
    posts = "\n".join(
        f"  - {{post: far-office/mayor, seen: {year}, sources: [report]}}"
        for year in (2001, 2002, 2003)
    )
    text = f"name: {{en: Sun Yat}}\nposts:\n{posts}\nsources: [report]\n"
    someone = read_record(Kind.PEOPLE, text, "sun-yat")
    html = to_html(one_page(person_pages, record_catalog(someone), "sun-yat"))

    assert html[html.index("coop-posts__bg") :].count("<span>Mayor, Far Office</span>") == 3


def test_everything_that_names_someone_newest_first_with_the_part_taken() -> None:
    found = sections(one_page(person_pages, record_catalog(), "ann-lee"))["records"]

    pieces = ["Visit of Wang", "To receive the visit: Head", "Second Plenary", "Co-chair: Head"]
    places = [found.rindex(piece) for piece in pieces]  # below the lane
    assert places == sorted(places)
    assert found.rindex("First plenary") > found.rindex("Second Plenary")
    assert "River AccordAgreementHome Office, Far OfficeSigned" in found


def test_those_who_headed_the_other_side_are_named() -> None:
    ann = sections(one_page(person_pages, record_catalog(), "ann-lee"))["records"]
    li = sections(one_page(person_pages, record_catalog(), "li", Language.ZH_HANT))["records"]

    assert "Co-chair: Headwith 李华" in ann
    assert "另一方：李安" in li
    assert "with Ann Lee" not in ann


def test_long_lists_name_them_too_and_lead_to_all_that_is_found() -> None:
    heads = "[{person: ann-lee, post: home-office/head}, {person: wang, post: far-office/mayor}]"
    many = [
        read_meeting(f"19{n:03}-m", f"1{n:03}-01-01", principals=heads) for n in range(800, 840)
    ]
    content = one_page(person_pages, record_catalog(*many), "ann-lee")

    assert "Samplewith 王某" in sections(content)["records"].replace("Sample with", "Samplewith")
    assert "../../find/?person=ann-lee&sort=date" in outline(content).links
    assert "All 44 in Find records" in sections(content)["records"]


def test_a_name_missing_in_a_language_is_a_gap() -> None:
    catalog = record_catalog()

    wang = sections(one_page(person_pages, catalog, "wang"))["unknown"]
    ann = sections(one_page(person_pages, catalog, "ann-lee"))["unknown"]

    assert "The name in English" in wang
    assert "The posts held." in wang
    assert "The name in" not in ann


def test_names_keep_their_language_on_every_page() -> None:
    content = one_page(person_pages, record_catalog(), "ann-lee", Language.ZH_HANT)
    found = sections(content)[""]

    assert "# 李安 {#title}" in content.body
    assert '<span lang="en">Ann Lee</span>' in content.body
    assert '<dt>資料依據</dt><dd><span class="coop-ref">' in content.body
    assert "又稱A. Lee" in found
