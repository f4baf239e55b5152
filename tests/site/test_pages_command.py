"""What `coop pages` writes is what the hook gives MkDocs: built from disk, the site is the same."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.building import LOCAL, ROOT, Site, build, make_once, run
from tests.site.markup import article, outline

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    "<script>alert(1)</script> & \"b\" 'c' *d* **e** _f_ `g` # [x](y) ![i](j) <!-- k --> </title> "
    "</p></article> \\ \\* {{ 7*7 }} {% l %} ~~m~~ | n | &lt; &amp;amp; &#60; <b>o</b> $p$ ^q^ "
    "[^1] {: .r } http://s.example *[t]: u"
)
KEPT = re.compile(r'<span class="coop-nb">([^<]*)</span>')  # names that a heading keeps whole
INJECTED = re.compile(r"<script>alert|</title>\s*</p>|<b>o</b>|<!-- k")
# A text of a record in its file: `en: …` and its like, a place in a source, a disputed value.
TEXT = re.compile(r"^(\s*(?:- )?(?:en|zh-Hant|zh-Hans): )([^\[\s{].*)$", re.MULTILINE)
PLACE = re.compile(r"(\bat: |\bvalue: (?=the ))([^,}\]]+)")
# The same theme and extensions as the site, and no hook.
SETTINGS: dict[str, Any] = {
    "site_name": "Pages from disk",
    "site_url": LOCAL,
    "nav": [{"Home": "index.md"}],
    "not_in_nav": "*\n",
    "plugins": [],
    "theme": {"name": "material", "custom_dir": str(ROOT / "docs" / "overrides"), "font": False},
    "markdown_extensions": [
        *("attr_list", "def_list", "footnotes", "md_in_html", "tables"),
        *("pymdownx.details", "pymdownx.superfences"),
        {"toc": {"permalink": False}},
    ],
    "validation": {"links": {"absolute_links": "ignore", "unrecognized_links": "ignore"}},
}


def write_pages(project: Path, folder: Path, **environment: str) -> Path:
    """Return the folder into which the command wrote the pages of a project."""
    command = ("coop.cli", "pages", "--root", str(project), "--out", str(folder))
    done = run(ROOT, *command, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def build_from_disk(pages: Path, folder: Path) -> Site:
    """Return the site that MkDocs makes of written pages without the hook."""
    folder.mkdir()
    settings = {**SETTINGS, "docs_dir": str(pages), "site_dir": str(folder / "site")}
    (folder / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    done = run(folder, "mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder / "site", LOCAL)


@pytest.fixture(scope="session")
def written(shared: Path) -> Path:
    """Return the pages and data files of the real site, as the command writes them."""
    return make_once(shared / "written", lambda folder: write_pages(ROOT, folder))


def test_built_from_disk_every_article_is_the_same(
    site: Site, written: Path, tmp_path: Path
) -> None:
    plain = build_from_disk(written, tmp_path / "plain")
    assert plain.addresses() == site.addresses()
    differing = [
        address
        for address in site.addresses()
        if article(site.page(address)) != article(plain.page(address))
    ]
    assert differing == []


def test_data_files_are_the_same_byte_for_byte(site: Site, written: Path) -> None:
    files = [path for path in sorted(written.rglob("*")) if path.is_file() and path.suffix != ".md"]
    assert len(files) > len(list((ROOT / "data").rglob("*.yaml")))
    for path in files:
        name = path.relative_to(written)
        assert path.read_bytes() == (site.folder / name).read_bytes(), name


def test_every_data_file_of_the_site_is_written(site: Site, written: Path) -> None:
    for folder in ("api", "schemas"):
        published = {path.relative_to(site.folder) for path in (site.folder / folder).rglob("*")}
        assert published == {path.relative_to(written) for path in (written / folder).rglob("*")}


@pytest.mark.parametrize("address", ["", "https://example.org/records"])
def test_the_command_reads_the_address_of_the_site_as_the_hook_does(
    tiny: Path, tmp_path: Path, address: str
) -> None:
    pages = write_pages(tiny, tmp_path / "pages", SITE_URL=address)
    site = build(tiny, tmp_path / "site", SITE_URL=address)
    root = f"{address}/" if address else LOCAL
    for name in ("sitemap.xml", "robots.txt", "feeds/all.atom", "calendar/all.ics"):
        made = site.read(name)
        assert (pages / name).read_bytes() == (site.folder / name).read_bytes()
        assert root in made
    assert f"<loc>{root}zh-hant/about/</loc>" in site.read("sitemap.xml")
    assert f'<link rel="canonical" href="{root}zh-hant/about/">' in site.page("zh-hant/about/")


def test_records_with_errors_are_not_written(tiny: Path) -> None:
    record = tiny / "data" / "places" / "example-pier.yaml"
    record.write_text(record.read_text("utf-8").replace("kind: hub", "kind: hubb"), "utf-8")
    done = run(ROOT, "coop.cli", "pages", "--root", str(tiny), "--out", str(tiny / "out"))
    assert done.returncode == 1
    assert "data/places/example-pier.yaml:4:7: E206" in done.stdout
    assert not (tiny / "out").exists()


def spoil(project: Path) -> None:
    """Add to every text of a project's records what Markdown, HTML and Jinja would read."""
    for path in (project / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        for pattern in (TEXT, PLACE):
            text = pattern.sub(lambda found: found[1] + quote(found[2]), text)
        path.write_text(text, "utf-8")


def quote(text: str) -> str:
    """Return a text of YAML with hostile signs behind it."""
    plain = text.partition("  #")[0].strip()
    return json.dumps(f"{plain} {HOSTILE}", ensure_ascii=False)


def attribute_names(html: str) -> list[tuple[str, str]]:
    """Return the elements of a page that have an attribute, and its name."""
    return [(tag, name) for tag, name, _ in outline(html).attributes]


@pytest.fixture
def spoilt(tiny: Path, tmp_path: Path) -> tuple[Site, Site, Site]:
    """Return a site, and with hostile texts in its records the same site by both ways."""
    plain = build(tiny, tmp_path / "plain")
    spoil(tiny)
    hooked = build(tiny, tmp_path / "hooked")
    pages = write_pages(tiny, tmp_path / "written")
    return plain, hooked, build_from_disk(pages, tmp_path / "disk")


def test_hostile_texts_never_become_markup(spoilt: tuple[Site, Site, Site]) -> None:
    plain, hooked, from_disk = spoilt
    assert hooked.addresses() == plain.addresses() == from_disk.addresses()
    told = 0
    for address in plain.addresses():
        before, after = (KEPT.sub(r"\1", site.page(address)) for site in (plain, hooked))
        assert outline(after).tags == outline(before).tags, address
        assert attribute_names(after) == attribute_names(before), address
        assert article(hooked.page(address)) == article(from_disk.page(address)), address
        for html in (hooked.page(address), from_disk.page(address)):
            assert not INJECTED.search(html), address
        told += outline(after).text.count(HOSTILE)
    assert told > 100


def test_hostile_texts_are_told_as_they_are(spoilt: tuple[Site, Site, Site]) -> None:
    _, *sites = spoilt
    for site in sites:
        for address in ("people/chan-tai-man/", "zh-hant/people/chan-tai-man/"):
            page = outline(article(site.page(address)))
            name = "陳大文" if address.startswith("zh") else "Chan Tai-man"
            assert f"{name} {HOSTILE}" in page.text, address
        title = outline(site.page("meetings/2032-06-01-hk-example-2/")).text
        assert f"Conference {HOSTILE}" in title
