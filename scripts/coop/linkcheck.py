"""`python -m coop.linkcheck SITE`: every link within a finished site leads somewhere."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ATTRIBUTES = {
    "a": "href",
    "link": "href",
    "use": "href",
    "img": "src",
    "script": "src",
    "form": "action",
    "source": "src",
    "iframe": "src",
}
_BASE = "https://site.invalid/"
_NOT_FOUND = "404.html"  # shown at any depth, so its links hang on the address of the site


class BrokenLink(NamedTuple):
    """A link that leads nowhere: the file it stands in, its text, what is missing."""

    path: str
    link: str
    problem: str


class _Page(HTMLParser):
    """Collects a page's links and the names that fragments may point to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = set()
        self.twice: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the ids and the address of one element."""
        found = dict(attrs)
        if name := found.get("id"):
            (self.twice if name in self.names else self.names).add(name)
        if (key := _ATTRIBUTES.get(tag)) and (link := found.get(key)) is not None:
            self.links.append(link)


def check_site(site: Path, site_url: str = "") -> Iterator[BrokenLink]:
    """Every link of a site's pages that leads to no file, to no fragment, or to a double id.

    Absolute links that start with `site_url` count as links within the site.
    """
    pages = {
        path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for path, page in pages.items():
        for name in sorted(page.twice):
            yield BrokenLink(path, f"#{name}", "the id stands twice on the page")
        for link in dict.fromkeys(page.links):
            problem = _problem(path, link, site_url, files, pages)
            if problem:
                yield BrokenLink(path, link, problem)


def _problem(
    path: str, link: str, site_url: str, files: set[str], pages: Mapping[str, _Page]
) -> str:
    if site_url and link.startswith(site_url):
        link = urljoin(_BASE, link.removeprefix(site_url))
    elif path == _NOT_FOUND:
        return ""
    target = urlsplit(urljoin(_BASE + path, link))
    if f"{target.scheme}://{target.netloc}/" != _BASE:
        return ""
    wanted = unquote(target.path).lstrip("/")
    wanted = f"{wanted}index.html" if not wanted or wanted.endswith("/") else wanted
    if wanted not in files:
        return "no such page or file"
    fragment = unquote(target.fragment)
    if fragment and wanted in pages and fragment not in pages[wanted].names:
        return "no such place on the page"
    return ""


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def main() -> int:
    """Print every broken link of the site named on the command line; 1 if there is one."""
    site = Path(sys.argv[1])
    broken = list(check_site(site, sys.argv[2] if len(sys.argv) > 2 else ""))  # noqa: PLR2004
    for link in broken:
        sys.stdout.write(f"{link.path}: {link.link}: {link.problem}\n")
    sys.stdout.write(f"{len(broken)} broken links\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
