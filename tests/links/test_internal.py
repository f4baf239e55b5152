"""The link check over a finished site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coop.links.internal import check_site

if TYPE_CHECKING:
    from pathlib import Path

HOME = "https://example.org/records/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "a/index.html", "b/index.html", "data.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('<p id="here">x</p>', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "link",
    [
        "../b/",
        "../b/#here",
        "#here",
        ".",
        "./",
        "..",
        "../data.json",
        "../b/index.html",
        "?q=1",
        "",
        "https://elsewhere.example/x",
        "mailto:someone@example.org",
        HOME,
        f"{HOME}b/#here",
    ],
)
def test_good_links_pass(site: Path, link: str) -> None:
    (site / "a/index.html").write_text(f'<p id="here"><a href="{link}">x</a></p>', "utf-8")

    assert list(check_site(site, HOME)) == []


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("../c/", "no such page or file"),
        ("../b", "no such page or file"),
        ("../../b/x.json", "no such page or file"),
        ("../b/#there", "no such place on the page"),
        ("#there", "no such place on the page"),
        (f"{HOME}c/", "no such page or file"),
        (f"{HOME}#there", "no such place on the page"),
    ],
)
def test_broken_links_are_told(site: Path, link: str, problem: str) -> None:
    (site / "a/index.html").write_text(f"<p id=here><a class=x href='{link}'>x</a></p>", "utf-8")

    (broken,) = check_site(site, HOME)
    assert broken == ("a/index.html", link, problem)


def test_an_id_that_stands_twice_is_told(site: Path) -> None:
    (site / "a/index.html").write_text('<p id="q">x</p><p title="a > b" id="q">y</p>', "utf-8")

    assert [broken.link for broken in check_site(site)] == ["#q"]


def test_scripts_and_comments_are_no_markup(site: Path) -> None:
    html = """<script src="../none.js">s = '<a href="none/">'</script><!-- <a href="none/"> -->"""
    (site / "a/index.html").write_text(html, "utf-8")

    assert [broken.link for broken in check_site(site)] == ["../none.js"]


def test_links_of_the_page_for_missing_addresses_are_left_alone(site: Path) -> None:
    (site / "404.html").write_text('<a href="/anything/">x</a>', "utf-8")

    assert list(check_site(site)) == []
