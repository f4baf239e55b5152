"""Pages of platforms: facts, the upright timeline with what is missing, who was at the head."""

from __future__ import annotations

from coop.catalog import Catalog
from coop.model import Kind
from coop.pages.records.platform import platform_pages
from coop.text import Language
from tests.pages.convert import to_html
from tests.pages.record_catalog import both, one_page, record_catalog, sections, texts
from tests.samples import make_catalog, read_meeting, read_record


def test_facts() -> None:
    head = sections(one_page(platform_pages, record_catalog(), "river"))[""]

    assert "PartiesHome Office, Far Office" in head
    assert "Headed byHeads of the offices" in head
    assert "StateStanding" in head
    assert "On recordPlenary: 2" in head
    assert "No record of plenary 2, 3." in head
    assert "Order1 of 10" in head


def test_the_timeline_runs_from_the_newest_year_to_the_first_with_years_without_a_meeting() -> None:
    found = sections(one_page(platform_pages, record_catalog(), "river"))["meetings"]

    order = ["2004–2024", "2003", "Second Plenary", "Second Plenary, first date", "2002", "2001"]
    places = [found.index(piece) for piece in order]
    assert places == sorted(places)
    assert found.count("No meeting on record") == 1


def test_marks_are_explained_where_they_bear_or_miss_a_number() -> None:
    river = sections(one_page(platform_pages, record_catalog(), "river"))["meetings"]
    plain = read_record(Kind.PLATFORMS, f"name: {texts('Lake', '湖')}\nsources: [report]\n", "lake")
    call = read_meeting("2020-01-02-call", "2020-01-02", platform="lake")
    lake = sections(one_page(platform_pages, record_catalog(plain, call), "lake"))["meetings"]

    assert "The number in a mark" in river
    assert "A dotted mark" in river
    assert lake.startswith("Newest first. On the timeline")


def test_missing_numbers_stand_in_their_gap_with_the_dates_around_them() -> None:
    found = sections(one_page(platform_pages, record_catalog(), "river"))["meetings"]

    gap = "Between 6 May 2001 and 8 July 2003"
    year_2002 = found[found.index("2002 3") :]
    assert year_2002.startswith(f"2002 3{gap}3rd plenary: no record found")


def test_a_gap_before_the_first_known_meeting() -> None:
    late = read_meeting("1990-w", "1990-02", platform="river", kind="working-meeting", ordinal=2)

    found = sections(one_page(platform_pages, record_catalog(late), "river"))["meetings"]

    assert "Before February 1990" in found
    assert "1st working meeting: no record found" in found


def test_states_are_drawn_and_said() -> None:
    html = to_html(one_page(platform_pages, record_catalog(), "river"))

    assert '<circle class="coop-m coop-m--postponed" r="11"/>' in html
    assert "Postponed" in html
    assert '<circle class="coop-m coop-m--missing" r="11"/>' in html


def test_rails_follow_the_kinds_on_record() -> None:
    one = to_html(one_page(platform_pages, record_catalog(), "river"))
    working = read_meeting("2005-w", "2005", platform="river", kind="working-meeting")
    two = to_html(one_page(platform_pages, record_catalog(working), "river"))
    forum = read_meeting("2006-f", "2006", platform="river", kind="forum")
    three = to_html(one_page(platform_pages, record_catalog(working, forum), "river"))

    assert 'class="coop-upright coop-upright--one"' in one
    assert "coop-up-head" not in one
    assert 'class="coop-upright coop-upright--two"' in two
    assert 'class="coop-upright"' in three
    assert three.count("coop-ev coop-ev--w") == 1


def test_undated_meetings_stand_last() -> None:
    undated = read_meeting("some-forum", None, platform="river", kind="forum")

    found = sections(one_page(platform_pages, record_catalog(undated), "river"))["meetings"]

    assert found.index("Year not known") > found.index("2001")


def test_those_most_often_at_the_head_are_counted_over_meetings_held() -> None:
    found = sections(one_page(platform_pages, record_catalog(), "river"))["heads"]

    assert found.startswith("HKHong Kong Ann Lee 2001–20032 MLMainland")
    assert found.count("1") == 4  # two counts and two years


def test_nobody_was_often_at_the_head_of_a_single_meeting() -> None:
    heads = "[{person: ann-lee, post: home-office/head}]"
    only = read_meeting("2009-p", "2009", platform="river", principals=heads)
    known = record_catalog()
    catalog = make_catalog(known.platforms["river"], known.people["ann-lee"], only)

    assert "Ann Lee" in sections(one_page(platform_pages, catalog, "river"))["meetings"]
    assert "heads" not in sections(one_page(platform_pages, catalog, "river"))


def test_story_groups_and_plans() -> None:
    found = sections(one_page(platform_pages, record_catalog(), "river", Language.ZH_HANT))

    assert "初時規模小。" in found["story"]
    assert "水務小組。" in found["groups"]
    assert "江河協議" in found["plans"]


def test_no_meeting_is_said() -> None:
    lone = one_page(platform_pages, _without_meetings(), "river")

    assert sections(lone)["meetings"].startswith("No meeting on record")
    assert "heads" not in sections(lone)


def _without_meetings() -> Catalog:
    record = record_catalog().platforms["river"]
    return make_catalog(record)


def test_the_page_tells_the_platform_in_short_before_anything_else() -> None:
    outcomes = """
  - {kind: reviewed, text: {en: Looked back., zh-Hant: 回顧。}, sources: [report]}
  - {kind: signed, text: {en: Signed a paper., zh-Hant: 簽署文件。}, sources: [report]}"""
    late = read_meeting("2005-p", "2005", platform="river", ordinal=6, outcomes=outcomes)

    head = sections(one_page(platform_pages, record_catalog(late), "river"))[""]

    assert head.index("First on record") < head.index("6 May 2001") < head.index("Latest")
    latest = head[head.index("Latest") :]
    assert "Signed Signed a paper. and 1 more" in latest
    assert "Looked back." not in head
    assert "3 meetings held on record" in head
    assert "Postponed: 1." in head
    assert "No record of plenary 2, 3, 5." in head
    assert head.index("held on record") < head.index("Parties")


def test_the_places_of_meetings_add_up_to_their_number() -> None:
    towns = [
        read_record(Kind.PLACES, f"name: {both(f'Town {n}')}\nkind: city\n", f"town-{n}")
        for n in range(6)
    ]
    held = [
        read_meeting(f"2005-{n}", f"2005-0{n + 1}", platform="river", place=f"town-{n}")
        for n in range(6)
    ]
    catalog = record_catalog(*towns, *held)

    head = sections(one_page(platform_pages, catalog, "river"))[""].replace("\u00a0", " ")
    chinese = sections(one_page(platform_pages, catalog, "river", Language.ZH_HANT))[""]

    assert "8 meetings held on record: Harbour 1, Town 0 1" in head
    assert "Town 3 1, elsewhere 2, place not known 1." in head
    assert "其他地點2次、地點不詳1次" in chinese


def test_a_platform_with_one_meeting_has_no_two_ends() -> None:
    meeting = read_meeting("2005-p", "2005", platform="river")
    head = sections(
        one_page(
            platform_pages, make_catalog(record_catalog().platforms["river"], meeting), "river"
        )
    )[""]

    assert "The one on record" in head
    assert "Latest" not in head


def test_key_dates_are_told_in_time_order_with_the_reason_of_each() -> None:
    heads = "[{person: ann-lee, post: far-office/mayor, side: hksar}]"
    working = [
        read_meeting(f"200{n}-w", f"200{n}", platform="river", kind="working-meeting")
        for n in (1, 2, 4)
    ]
    late = read_meeting("2010-p", "2010-02", platform="river", online="true", principals=heads)

    catalog = record_catalog(late, *working)
    found = sections(one_page(platform_pages, catalog, "river"))["key-dates"]

    reasons = [
        "first working meeting on record",
        "last working meeting on record",
        "first on record headed by the Mayor",
    ]
    places = [found.index(reason) for reason in reasons]
    assert places == sorted(places)
    assert "the one before on record was 6 years earlier" in found
    assert "River Accord" in found


def test_a_break_of_five_years_to_the_day_is_a_key_date_and_a_shorter_one_is_none() -> None:
    before = read_meeting("2005-p", "2005-01-01", platform="river")
    for day, told in (("2010-01-01", 1), ("2009-12-31", 0)):
        catalog = record_catalog(before, read_meeting("2010-p", day, platform="river"))
        found = sections(one_page(platform_pages, catalog, "river")).get("key-dates", "")
        assert found.count("the one before on record was 5 years earlier") == told


def test_those_at_the_head_of_what_was_put_off_are_not_counted() -> None:
    heads = "[{person: ann-lee, post: home-office/head}]"
    put_off = read_meeting("2009-p", "2009", platform="river", status="postponed", principals=heads)
    found = sections(one_page(platform_pages, record_catalog(put_off), "river"))["heads"]

    assert found.startswith("HKHong Kong Ann Lee 2001–20032 MLMainland")


def test_one_thing_alone_makes_no_key_dates() -> None:
    assert "key-dates" not in sections(one_page(platform_pages, _without_meetings(), "river"))


def test_numbers_missing_before_the_first_known_meeting_stand_below_it_as_one() -> None:
    known = read_meeting("2008-w", "2008-12-18", platform="river", kind="task-force", ordinal=4)

    found = sections(one_page(platform_pages, record_catalog(known), "river"))["meetings"]

    assert found.count("Before 18 December 2008") == 1
    assert "No record of task force meeting 1–3" in found
    assert found.index("18 December 2008") < found.index("Before 18 December 2008")
