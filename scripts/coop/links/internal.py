"""`python -m coop.links.internal SITE`: every link within a finished site leads somewhere."""

from __future__ import annotations

import posixpath
import re
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Pages are large and many, and all of them are ours: tags are found by pattern, which takes a
# fraction of a parser's time. Scripts and comments are no markup.
_NO_MARKUP = re.compile(r"<script\b[^>]*>.*?</script>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(r"""\s(id|href|src|action)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_NOT_FOUND = "404.html"  # shown at any depth, so its links hang on the address of the site


class BrokenLink(NamedTuple):
    """A link that leads nowhere: the file it stands in, its text, what is missing."""

    path: str
    link: str
    problem: str


class _Site(NamedTuple):
    """A finished site: its files and pages by path, and the address that it is published at."""

    files: frozenset[str]
    pages: Mapping[str, _Page]
    url: str


class _Page(NamedTuple):
    """A page's links, the names that fragments may point to, and the names that stand twice."""

    links: tuple[str, ...]
    names: frozenset[str]
    twice: tuple[str, ...]


def check_site(site: Path, site_url: str = "") -> Iterator[BrokenLink]:
    """Every link of a site's pages that leads to no file, to no fragment, or to a double id.

    Absolute links that start with `site_url` count as links within the site.
    """
    pages = {
        path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))
    }
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    whole = _Site(frozenset(files), pages, site_url)
    for path, page in pages.items():
        for name in page.twice:
            yield BrokenLink(path, f"#{name}", "the id stands twice on the page")
        for link in page.links:
            if problem := _problem(whole, path, link):
                yield BrokenLink(path, link, problem)


def _problem(site: _Site, path: str, link: str) -> str:
    """Why a link in a file leads nowhere; empty if it leads somewhere, or to another site."""
    if site.url and link.startswith(site.url):
        path, link = "index.html", link.removeprefix(site.url)
    elif path == _NOT_FOUND or _ELSEWHERE.match(link):
        return ""
    wanted, fragment = _resolve(path, link)
    if wanted not in site.files:
        return "no such page or file"
    if fragment and wanted in site.pages and fragment not in site.pages[wanted].names:
        return "no such place on the page"
    return ""


def _resolve(path: str, link: str) -> tuple[str, str]:
    """The file that a relative link leads to from a file, both from the site's root."""
    way, _, fragment = link.partition("#")
    way = unquote(way.partition("?")[0])
    if not way:
        return path, unquote(fragment)
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), way)).lstrip("/")
    if way.endswith("/") or posixpath.basename(way) in {".", ".."}:
        target = posixpath.join(target, "index.html")
    return target, unquote(fragment)


def _read(path: Path) -> _Page:
    html = _NO_MARKUP.sub(_keep_tag, path.read_text(encoding="utf-8"))
    links: dict[str, None] = {}
    names: dict[str, int] = {}
    for tag in _TAG.findall(html):
        for key, *values in _ATTRIBUTE.findall(tag):
            value = unescape("".join(values))
            if key == "id":
                names[value] = names.get(value, 0) + 1
            else:
                links[value] = None
    twice = tuple(sorted(name for name, times in names.items() if times > 1))
    return _Page(tuple(links), frozenset(names), twice)


def _keep_tag(match: re.Match[str]) -> str:
    return match[0].partition(">")[0] + ">" if match[0].startswith("<script") else ""


def main() -> int:
    """Print every broken link of the site named on the command line; 1 if there is one.

    A second argument is the published address, whose links then count as links within the site.
    """
    site, *published = sys.argv[1:]
    broken = list(check_site(Path(site), *published))
    for link in broken:
        sys.stdout.write(f"{link.path}: {link.link}: {link.problem}\n")
    sys.stdout.write(f"{len(broken)} broken links\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
