"""Pages of organisations: posts and their holders in turn, platforms, what names them."""

from __future__ import annotations

from coop.model import Kind
from coop.pages.records.organisation import organisation_pages
from tests.pages.convert import outline, to_html
from tests.pages.record_catalog import one_page, record_catalog, sections, texts
from tests.samples import read_meeting, read_record


def test_holders_of_a_post_in_time_order() -> None:
    before = read_record(
        Kind.PEOPLE,
        "name: {en: Old Head}\nsources: [report]\n"
        "posts: [{post: home-office/head, period: 1990/1999, sources: [report]}]\n",
        "old-head",
    )
    content = one_page(organisation_pages, record_catalog(before), "home-office")
    found = sections(content)["posts"]

    assert found.index("Old Head") < found.index("Ann Lee")
    assert "Posts with nobody on record" in found
    assert {"post-head", "post-spare"} <= set(outline(content).ids)


def test_holders_named_at_meetings_alone_are_shown_with_the_days() -> None:
    found = sections(one_page(organisation_pages, record_catalog(), "far-office"))["posts"]

    assert "named at meetings of 6 May 2001" in found
    assert "named at meetings of 8 Jul 2003" in found


def test_where_many_sources_show_the_holders_each_leads_to_a_page_with_them() -> None:
    people = [
        read_record(
            Kind.PEOPLE,
            f"name: {{en: Head {n}}}\nsources: [report]\n"
            f"posts:\n  - post: home-office/head\n    period: {1900 + n}\n"
            "    sources: [release, report]\n",
            f"head-{n}",
        )
        for n in range(20)
    ]
    content = one_page(organisation_pages, record_catalog(*people), "home-office")

    assert "../../people/head-3/#p-1" in outline(content).links
    assert "who held the posts" not in sections(content)["sources"]


def test_platforms_and_records_with_the_part_in_them() -> None:
    found = sections(one_page(organisation_pages, record_catalog(), "far-office"))

    assert "River Conference Heads of the offices" in found["platforms"]
    assert "At the head of a side" in found["records"]
    assert "Party" in found["records"]


def test_bodies_below_and_after() -> None:
    child = read_record(
        Kind.ORGANISATIONS,
        f"name: {texts('Branch', '分署')}\nside: hksar\n"
        "parent: home-office\nsuccessor: home-office\n",
        "branch",
    )
    head = sections(one_page(organisation_pages, record_catalog(child), "home-office"))[""]

    assert "FollowsBranch" in head
    assert "Below itBranch" in head


def test_long_lists_shorten_and_then_count_the_rest_by_platform() -> None:
    heads = "[{post: home-office/head}]"
    many = [
        read_meeting(f"1{n:03}-m", f"1{n:03}-01-01", platform="river", principals=heads)
        for n in range(800, 998)
    ]
    content = one_page(organisation_pages, record_catalog(*many), "home-office")
    found = sections(content)["records"]

    assert "At the head of a side" not in found
    assert found.count("Sample") == 31
    assert "Announced" in found
    assert found.endswith("by platform: River Conference (167)")
    assert len(to_html(content).encode()) < 40_000
