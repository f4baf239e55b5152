"""Pages of places: what lies in them, meetings held there, plans about them."""

from __future__ import annotations

from coop.model import Kind
from coop.pages.records.place import place_pages
from coop.pages.records.topic import topic_pages
from coop.text import Language
from tests.pages.convert import outline, to_html
from tests.pages.record_catalog import both, one_page, record_catalog, sections, texts
from tests.samples import read_meeting, read_record


def test_facts_meetings_and_plans() -> None:
    found = sections(one_page(place_pages, record_catalog(), "harbour"))

    assert "In itPier" in found[""]
    assert "Bodies hereHome Office" in found[""]
    assert "ISO 3166-2CN-HK" in found[""]
    assert found["meetings"].rindex("Visit of Wang") < found["meetings"].rindex("First plenary")
    assert "River Accord" in found["plans"]


def test_a_place_and_the_topic_about_it_lead_to_each_other() -> None:
    topic = read_record(Kind.TOPICS, f"name: {texts('Pier', '碼頭')}\ngroup: other\n", "pier")
    meeting = read_meeting("2020-01-02-pier", "2020-01-02", topics="[pier]")
    catalog = record_catalog(topic, meeting)
    place, about = one_page(place_pages, catalog, "pier"), one_page(topic_pages, catalog, "pier")

    assert "TopicsPier" in sections(place)[""]
    assert "Meetings about it, wherever they were held: 1" in sections(place)["meetings"]
    assert "../../topics/pier/#meetings" in outline(place).links
    assert "PlacesPier" in sections(about)[""]
    assert "wherever" not in sections(about)["meetings"]


def test_long_lists_of_meetings_still_name_the_heads_of_the_sides() -> None:
    heads = "[{person: ann-lee, post: home-office/head}]"
    many = [
        read_meeting(f"18{n:02}-m", f"18{n:02}-01-01", place="pier", principals=heads)
        for n in range(10, 40)
    ]
    found = sections(one_page(place_pages, record_catalog(*many), "pier"))["meetings"]

    assert found.count("Ann Lee") == len(many)
    assert "Call" not in found


def test_a_place_within_another_and_nothing_on_record() -> None:
    found = sections(one_page(place_pages, record_catalog(), "pier", Language.ZH_HANT))

    assert "位於海港" in found[""]
    assert found["meetings"].startswith("未有收錄會議")
    assert "plans" not in found


def test_a_picture_of_plans_alone_stands_with_the_plans() -> None:
    told = "kind: other\nplaces: [pier]\nsources: [report]\n"
    plans = [
        read_record(Kind.PLANS, f"name: {both('Plan')}\nissued: 200{n}\n{told}", f"pier-{n}")
        for n in range(3)
    ]
    catalog = record_catalog(*plans)
    html = to_html(one_page(place_pages, catalog, "pier"))
    assert html.index('id="plans"') < html.index("coop-picture--one")


def test_of_very_many_platforms_the_first_ten_stand_open() -> None:
    def listed(number: int) -> str:
        names = [f"Assembly {chr(ord('A') + n)}" for n in range(number)]
        platforms = [
            read_record(
                Kind.PLATFORMS, f"name: {both(name)}\nplaces: [pier]\nsources: [report]\n", f"p-{n}"
            )
            for n, name in enumerate(names)
        ]
        return to_html(one_page(place_pages, record_catalog(*platforms), "pier"))

    opened, fold, folded = listed(13).partition("<details")
    assert fold
    assert "Assembly J" in opened
    assert "Other platforms (3)" in folded
    assert folded.index("Assembly K") < folded.index("Assembly M")
    assert 'class="coop-fold"' not in listed(12)
