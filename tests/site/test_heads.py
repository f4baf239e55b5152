"""What stands around a page: language, title, description, counterparts, pencil, scripts."""

from __future__ import annotations

import base64
import hashlib
import re
import struct
from collections import Counter
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import pytest

from publish.styles import condense, drop_colours, drop_parts
from tests.site.building import ELSEWHERE, REPOSITORY, ROOT, Site
from tests.site.markup import fold, inside, lead

TAGS = {"en": "", "zh-Hant": "zh-hant/", "zh-Hans": "zh-hans/"}


def split_language(address: str) -> tuple[str, str]:
    """Return the language tag of an address and what follows its prefix."""
    for tag in ("zh-Hant", "zh-Hans"):
        if address.startswith(TAGS[tag]):
            return tag, address.removeprefix(TAGS[tag])
    return "en", address


def title_of(html: str) -> str:
    """Return a page's title."""
    return fold(*inside(r"<title>([^<]*)</title>", html.partition("</head>")[0]))


def description_of(html: str) -> str:
    """Return a page's description."""
    return fold(*inside(r'<meta name="description" content="([^"]*)">', html))


def test_each_page_says_its_language(site: Site) -> None:
    for address in site.addresses():
        tag, _ = split_language(address)
        assert inside(r'<html lang="([^"]+)"', site.page(address)) == [tag], address


def test_the_language_links_lead_to_the_same_page(site: Site) -> None:
    for address in site.addresses():
        html = site.page(address)
        tag, inner = split_language(address)
        links = re.findall(
            r'<a href="([^"]+)" lang="([^"]+)" hreflang="([^"]+)"( aria-current="true")?>', html
        )
        assert [(link[1], link[2]) for link in links] == [(each, each) for each in TAGS], address
        assert [lead(address, link[0]) for link in links] == [
            prefix + inner for prefix in TAGS.values()
        ], address
        assert [link[1] for link in links if link[3]] == [tag], address


@pytest.mark.parametrize("name", ["site", "hosted"])
def test_the_head_names_the_page_and_its_counterparts(
    name: str, request: pytest.FixtureRequest
) -> None:
    built: Site = request.getfixturevalue(name)
    for address in built.addresses():
        html = built.page(address)
        _, inner = split_language(address)
        assert inside(r'<link rel="canonical" href="([^"]+)">', html) == [built.url + address]
        counterparts = re.findall(
            r'<link rel="alternate " hreflang="([^"]+)" href="([^"]+)">', html
        )
        wanted = {tag: built.url + prefix + inner for tag, prefix in TAGS.items()}
        assert dict(counterparts) == {**wanted, "x-default": built.url + inner}, address
        assert len(counterparts) == len(wanted) + 1, address


def test_no_link_asks_the_theme_for_a_sitemap(hosted: Site) -> None:
    pages = {address: hosted.page(address) for address in hosted.addresses()}
    assert [
        address
        for address, page in pages.items()
        if re.search(r'rel=("alternate"|alternate[\s>])', page)
    ] == []


def test_titles_and_descriptions_are_there_and_differ(site: Site) -> None:
    for tag in TAGS:
        pages = [each for each in site.addresses() if split_language(each)[0] == tag]
        heads = {
            each: (title_of(site.page(each)), description_of(site.page(each))) for each in pages
        }
        assert [each for each, head in heads.items() if not all(head)] == []
        descriptions = Counter(description for _, description in heads.values())
        assert [text for text, count in descriptions.items() if count > 1] == []
        # meetings of one name are told apart by their dates, in their descriptions
        titles = Counter(
            (split_language(each)[1].split("/")[0], title)
            for each, (title, _) in heads.items()
            if not split_language(each)[1].startswith("meetings/")
        )
        assert [title for title, count in titles.items() if count > 1] == []


def test_each_page_says_what_other_sites_show_of_it(hosted: Site) -> None:
    picture = (hosted.folder / "assets" / "preview.png").read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)  # the size that a PNG says it has
    assert len(picture) < 100_000
    for address in hosted.addresses():
        html = hosted.page(address)
        told = dict(re.findall(r'<meta property="og:([a-z:_]+)" content="([^"]*)">', html))
        assert told["url"] == hosted.url + address
        assert told["image"] == f"{hosted.url}assets/preview.png", address
        assert (told["image:width"], told["image:height"]) == ("1200", "630")
        assert fold(unescape(told["description"])) == description_of(html), address
        assert fold(unescape(told["title"])) in title_of(html), address


def test_each_page_has_one_heading_of_the_first_rank(site: Site) -> None:
    counts = {each: len(re.findall(r"<h1\b", site.page(each))) for each in site.addresses()}
    assert {each: count for each, count in counts.items() if count != 1} == {}


def test_without_a_repository_nothing_leads_to_one(site: Site) -> None:
    for address in site.addresses():
        html = site.page(address)
        assert "coop-edit" not in html, address
        assert "coop-files" not in html, address
        assert 'title="Edit this page"' not in html, address
        assert "/edit/" not in html, address


def test_the_pencil_leads_to_the_file_behind_the_page(hosted: Site) -> None:
    start = f"{REPOSITORY}/edit/main/"
    behind: dict[str, str] = {}
    for address in hosted.addresses():
        if re.search(r"\bsources/\w+/(\w+/)?$", address):
            continue  # one page for many files, which have a test of their own below
        links = set(inside(rf'href="{re.escape(start)}([^"]+)"', hosted.page(address)))
        assert len(links) < 2, address
        behind.update(dict.fromkeys([address] if links else [], "".join(links)))
        history = f'href="{REPOSITORY}/commits/main/{behind.get(address)}"'
        assert (history in hosted.page(address)) == bool(links), address
    missing = {each: path for each, path in behind.items() if not (ROOT / path).is_file()}
    assert missing == {}
    for path in (ROOT / "data").rglob("*.yaml"):
        plural, *inner = path.relative_to(ROOT / "data").parts
        if plural == "sources" or not inner:  # lists beside the records have no page
            continue
        for prefix in TAGS.values():
            name = path.relative_to(ROOT).as_posix()
            assert behind.get(f"{prefix}{plural}/{path.stem}/") == name
    assert behind["about/"] == "docs/about.md"
    assert behind["zh-hans/about/"] == "docs/zh-hant/about.md"


def test_every_source_leads_to_its_file(hosted: Site) -> None:
    files = [*(ROOT / "data" / "sources").rglob("*.yaml")]
    for prefix in ("", "zh-hant/", "zh-hans/"):
        linked = [
            link
            for address in hosted.addresses()
            if address.startswith(f"{prefix}sources/")
            for link in re.findall(
                rf'href="{REPOSITORY}/edit/main/(data/sources/[^"]+)"', hosted.page(address)
            )
        ]
        assert sorted(linked) == sorted(path.relative_to(ROOT).as_posix() for path in files)


def test_a_meeting_can_be_suggested_from_every_page(hosted: Site) -> None:
    form = ROOT / ".github" / "ISSUE_TEMPLATE" / "suggest-a-meeting.yml"
    link = f'href="{REPOSITORY}/issues/new?template={form.name}"'
    assert form.is_file()
    for address in ("", "contribute/first-record/", "meetings/", "sources/2024/", "zh-hans/gaps/"):
        assert link in hosted.page(address), address


def test_a_mistake_can_be_reported_from_every_page(hosted: Site) -> None:
    for address in hosted.addresses():
        whole = quote(hosted.url + address, safe="/")
        query = f"template=report-a-mistake.yml&amp;page={whole}&amp;title=Mistake%3A%20{whole}"
        assert f'href="{REPOSITORY}/issues/new?{query}"' in hosted.page(address), address


def scripts_in(html: str) -> list[str]:
    """Return the scripts that a browser would run from within a page."""
    found = re.findall(r"<script\b([^>]*)>(.*?)</script>", html, re.DOTALL)
    data = re.compile(r'type="application/(?:ld\+)?json"')
    return [
        body
        for attributes, body in found
        if "src=" not in attributes and not data.search(attributes)
    ]


def test_the_policy_allows_the_scripts_in_the_pages_and_no_others(site: Site) -> None:
    pages = [site.page(address) for address in site.addresses()] + [site.read("404.html")]
    scripts = {script for page in pages for script in scripts_in(page)}
    assert scripts
    policy = site.read("csp.txt")
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    }
    (allowed,) = re.findall(r"script-src ([^;]+);", policy)
    assert set(allowed.split()) == {"'self'", *hashes}
    assert "unsafe" not in policy


def test_nothing_that_the_policy_forbids_stands_in_a_page(site: Site) -> None:
    forbidden = re.compile(r'<[a-z][^>]*\s(style="|on[a-z]+=)[^>]*>')
    for address in site.addresses():
        found = forbidden.search(site.page(address))
        assert found is None, f"{address}: {found and found[0]}"


def test_no_page_asks_another_host_for_anything(hosted: Site) -> None:
    asked = re.compile(
        r"<(?:script|img|iframe|source|use)\b[^>]*(?:src|href)=\"(https?:[^\"]+)\""
        r"|<link\b(?=[^>]*rel=\"(?:stylesheet|icon|preload|preconnect|modulepreload)\")"
        r"[^>]*href=\"(https?:[^\"]+)\""
    )
    for address in hosted.addresses():
        found = asked.findall(hosted.page(address))
        assert found == [], address
    assert hosted.url == ELSEWHERE


def test_a_style_sheet_travels_without_comments_and_spare_white_space() -> None:
    sheet = (
        "/* theirs, it's */a:hover { content : \"/*  ; \" ;\n}/* ours */\nb > a,\nb a{content:'*/'}"
    )
    assert condense(sheet) == "a:hover{content : \"/*  ; \";}b > a,b a{content:'*/'}"


def test_a_style_sheet_travels_without_colours_that_nobody_chose() -> None:
    red, ours = "[data-md-color-primary=red]", "[data-md-color-primary=custom]"
    sheet = f"{red}{{color:red}}@media print{{{red} a,{red}:hover{{top:0}}}}{red},{ours}{{left:0}}"
    assert drop_colours(sheet, {"custom"}) == f"{ours}{{left:0}}"


def test_a_style_sheet_travels_without_parts_that_no_setting_asks_for() -> None:
    icon = '--md-tag-icon:url("data:,x");'
    sheet = (
        f":root{{{icon}top:0}}a:not(.md-tag){{left:0}}.md-tag:before{{mask:var(--md-tag-icon)}}"
        "@media print{.md-tag,.md-tag b{top:0}}:is(.md-tag,b):hover,p{right:0}"
    )
    assert drop_parts(sheet, {"tags"}) == sheet
    assert drop_parts(sheet, set()) == ":root{top:0}a:not(.md-tag){left:0}p{right:0}"


def test_no_page_has_a_part_whose_styles_were_left_out(hosted: Site) -> None:
    sheet = next((hosted.folder / "assets/css").glob("site.*.css")).read_text("utf-8")
    styled = set(re.findall(r"\.((?:md-|keys|critic|tabbed-|task-)[\w-]*)", sheet))
    spec = find_spec("material")
    assert spec is not None
    theirs = Path(spec.origin or "").parent / "templates/assets/stylesheets"
    main = next(theirs.glob("main.*.min.css")).read_text("utf-8")
    left_out = set(re.findall(r"\.((?:md-|keys|critic|tabbed-|task-)[\w-]*)", main)) - styled
    assert {"tabbed-set", "md-tag"} <= left_out
    for address in hosted.addresses():
        classes = re.findall(r'class="([^"]+)"', hosted.page(address))
        assert not left_out & set(" ".join(classes).split()), address
