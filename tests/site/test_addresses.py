"""Every permanent address is there in three languages, light enough, and all links hold."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest

from coop.diagnostics import Code
from coop.links.internal import check_site
from coop.loading import load
from coop.model.parts import Statement
from coop.text import is_id
from tests.samples import SOURCE, check_folder, meeting_text, write_files
from tests.site.building import ELSEWHERE, ROOT, Site
from tests.site.markup import inside, lead

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = {"": "en", "zh-hant/": "zh-Hant", "zh-hans/": "zh-Hans"}
WITH_PAGES = ("platforms", "meetings", "plans", "people", "organisations", "places", "topics")
OTHERS = (
    *("", "sources/", "timeline/", "gaps/", "glossary/", "data/", "data/api/", "changes/"),
    *("contribute/", "about/"),
)
KILOBYTE = 1000


def record_addresses() -> list[str]:
    """Return the address of each record with a page of its own, read off the data's file names."""
    return [
        f"{plural}/{path.stem}/"
        for plural in WITH_PAGES
        for path in sorted((ROOT / "data" / plural).rglob("*.yaml"))
    ]


def written_addresses() -> list[str]:
    """Return the addresses of the contribute pages that people write."""
    pages = (ROOT / "docs" / "contribute").glob("*.md")
    return [f"contribute/{page.stem}/" for page in sorted(pages) if page.stem != "index"]


def expected_addresses() -> list[str]:
    """Return every address that the site has in each of its languages."""
    folders = sorted(path.name for path in (ROOT / "data" / "meetings").iterdir())
    years = [name for name in folders if name.isdigit()]
    decades = sorted({f"timeline/{year[:3]}0s/" for year in years})
    sources = sorted(f"sources/{path.name}/" for path in (ROOT / "data" / "sources").iterdir())
    lists = [f"{plural}/" for plural in WITH_PAGES]
    by_year = [f"meetings/year/{year}/" for year in years]
    made = ["contribute/findings/"]
    return [
        *OTHERS,
        *lists,
        *by_year,
        *decades,
        *sources,
        *made,
        *written_addresses(),
        *record_addresses(),
    ]


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_every_address_is_there_in_every_language(site: Site, prefix: str) -> None:
    built = set(site.addresses())
    assert [each for each in expected_addresses() if prefix + each not in built] == []


def test_the_languages_have_the_same_pages(site: Site) -> None:
    built = site.addresses()
    chinese = [each for each in built if each.startswith(("zh-hant/", "zh-hans/"))]
    english = sorted(set(built) - set(chinese))
    for prefix in ("zh-hant/", "zh-hans/"):
        assert sorted(each for each in chinese if each.startswith(prefix)) == [
            prefix + each for each in english
        ]


def test_each_source_stands_on_the_page_of_its_year(site: Site) -> None:
    for path in sorted((ROOT / "data" / "sources").rglob("*.yaml")):
        page = site.page(f"sources/{path.parent.name}/")
        assert f'id="{path.stem}"' in page, path.stem


def test_each_finding_is_explained_under_its_code(site: Site) -> None:
    page = site.page("contribute/findings/")
    assert [code.value for code in Code if f'id="{code.value}"' not in page] == []


def test_serving_leaves_its_own_pages_out_of_a_build(site: Site) -> None:
    assert not (site.folder / "findings").exists()
    assert not (site.folder / "style").exists()


def budget(address: str) -> int:
    """Return how many bytes the page at an address may have."""
    plural, _, rest = address.partition("/")
    if plural not in WITH_PAGES or not rest or rest.startswith("year/"):
        return 250 * KILOBYTE
    return (130 if plural == "platforms" else 60) * KILOBYTE


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_pages_are_light(site: Site, prefix: str) -> None:
    months = [each for each in site.addresses() if re.fullmatch(r"sources/\d{4}/\d\d/", each)]
    assert months
    addresses = (*expected_addresses(), *months)
    sizes = {each: len(site.page(prefix + each).encode()) for each in addresses}
    heavy = {each: size for each, size in sizes.items() if size > budget(each)}
    assert heavy == {}


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_no_record_stands_in_the_navigation(site: Site, prefix: str) -> None:
    records = {prefix + each for each in record_addresses()}
    page = site.page(f"{prefix}about/")
    frame = page[: page.index("<article")] + page[page.index("</article>") :]
    reached = {lead(f"{prefix}about/", link) for link in inside(r'<a\b[^>]*href="([^"]+)"', frame)}
    assert f"{prefix}meetings/" in reached
    assert reached & records == set()


@pytest.mark.parametrize("name", ["site", "hosted"])
def test_every_link_and_fragment_leads_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    built: Site = request.getfixturevalue(name)
    assert [str(link) for link in check_site(built.folder, built.url)] == []


def test_no_key_of_a_statement_may_be_an_anchor_that_its_page_has_anyway(
    site: Site, tmp_path: Path
) -> None:
    records = load(ROOT / "data").entries
    parts = (part for entry in records for _, part in entry.record.parts)
    keys = {part.key for part in parts if isinstance(part, Statement)}
    pages = [each for each in site.addresses() if re.search(r"\b(meetings|plans)/[^/]+/$", each)]
    anchors = {anchor for page in pages for anchor in inside(r' id="([^"]+)"', site.page(page))}
    taken = sorted(filter(is_id, anchors - keys))
    statements = [
        f"  - {{key: {anchor}, kind: agreed, text: {{en: A.}}, sources: [report]}}\n"
        for anchor in taken
    ]
    meeting = meeting_text("2020-04-30") + "outcomes:\n" + "".join(statements)
    write_files(tmp_path, {"meetings/2020/2020-04-30-a": meeting, "sources/2020/report": SOURCE})

    told = [found.message for found in check_folder(tmp_path) if found.code is Code.KEY_OF_THE_PAGE]

    assert {"attended", "life", "s1", "o-1", "m-1", "d-1"} <= set(taken)
    assert told == [
        f"key '{anchor}' is the address of another part of the page" for anchor in taken
    ]


def test_links_within_the_site_are_relative(hosted: Site) -> None:
    absolute = re.compile(r'<a\b[^>]*href="(/[^"]*|https://example\.org/[^"]*)"')
    found = {each: absolute.findall(hosted.page(each)) for each in hosted.addresses()}
    assert {each: links for each, links in found.items() if links} == {}


def days_of_changes(site: Site) -> set[str]:
    """Return the days on which records with pages last changed; none where git does not tell."""
    file = site.folder / "api" / "v1" / "changes.json"
    last: dict[str, str] = {}
    for day in json.loads(file.read_text("utf-8"))["days"] if file.exists() else []:
        for ref in (*day["added"], *(each["ref"] for each in day["corrected"])):
            last.setdefault(ref, day["day"])  # the newest day comes first
    return {day for ref, day in last.items() if not ref.startswith("sources/")}


def test_the_sitemap_names_every_page_with_its_counterparts(hosted: Site) -> None:
    text = hosted.read("sitemap.xml")
    places = inside(r"<loc>([^<]+)</loc>", text)
    assert sorted(places) == sorted(ELSEWHERE + each for each in hosted.addresses())
    assert text.count('hreflang="x-default"') == len(places)
    assert set(inside(r"<lastmod>([^<]+)</lastmod>", text)) == days_of_changes(hosted)
    packed = (hosted.folder / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == text


def test_programs_are_told_where_everything_is(hosted: Site) -> None:
    robots = hosted.read("robots.txt").splitlines()
    assert robots[:2] == ["User-agent: *", "Allow: /"]
    assert f"Sitemap: {ELSEWHERE}sitemap.xml" in robots
    guide = hosted.read("llms.txt")
    assert guide.startswith("# Hong Kong–Mainland Co-operation Records\n\n> Who met whom")
    named = re.findall(r"\]\(([^)]+)\)", guide)
    assert len(named) > 10
    for address in named:
        target = hosted.folder / address.removeprefix(ELSEWHERE)
        assert address.startswith(ELSEWHERE)
        assert target.is_file() or (target / "index.html").is_file(), address


def test_a_missing_page_is_told_in_three_languages(site: Site, hosted: Site) -> None:
    page = site.read("404.html")
    for tag, words in (
        ("en", "Page not found"),
        ("zh-Hant", "找不到網頁"),
        ("zh-Hans", "找不到网页"),
    ):
        assert re.search(rf'<section lang="{tag}"[^>]*>\s*<h[12]>{words}<', page)
    links = inside(r'(?:href|src)="([^"#]+)"', hosted.read("404.html"))
    below = [link for link in links if not link.startswith(("https://example.org/", "data:"))]
    assert below
    assert [link for link in below if not link.startswith("/records/")] == []


def test_the_404_page_leads_to_files_that_are_there(hosted: Site) -> None:
    page = hosted.read("404.html")
    for link in inside(r'(?:href|src)="/records/([^"#?]*)"', page):
        target = hosted.folder / link
        assert target.is_file() or (target / "index.html").is_file(), link


def test_old_addresses_lead_to_the_new_ones(site: Site) -> None:
    lines = (ROOT / "data" / "redirects.yaml").read_text("utf-8").splitlines()
    pairs = [line.split(": ") for line in lines if re.match(r"[a-z]+/[a-z0-9-]+: ", line)]
    assert pairs
    for old, new in pairs:
        assert json.loads(site.read(f"api/v1/{old}.json")) == {"moved_to": new.strip()}
        for prefix in LANGUAGES if not old.startswith("sources/") else ():
            stub = site.page(f"{prefix}{old}/")
            (way,) = inside(r'<a href="([^"]+)">', stub)
            assert lead(f"{prefix}{old}/", way) == f"{prefix}{new.strip()}/"
            (canonical,) = inside(r'rel="canonical" href="([^"]+)"', stub)
            assert canonical == f"{site.url}{prefix}{new.strip()}/"


def test_only_files_that_belong_there_are_published(site: Site) -> None:
    def is_stray(path: Path) -> bool:
        return path.suffix in {".md", ".py", ".j2", ".yaml", ".yml"} or path.name == "overrides"

    assert [str(path) for path in site.folder.rglob("*") if is_stray(path)] == []
