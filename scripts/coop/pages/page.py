"""What a page is before anyone publishes it: an address, a language, and Markdown on demand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PREFIXES = {Language.EN: "", Language.ZH_HANT: "zh-hant/", Language.ZH_HANS: "zh-hans/"}


@dataclass(frozen=True, slots=True)
class Content:
    """A rendered page: its front matter and its Markdown."""

    meta: Mapping[str, str | list[str]]
    body: str

    def markdown(self) -> str:
        """The whole file: front matter as YAML (JSON strings are YAML), then the body."""
        lines = (
            f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.meta.items()
        )
        return "\n".join(("---", *lines, "---", "", self.body.strip(), ""))


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: where it stands, and how to make it when it is asked for.

    `address` is the same in all languages (`meetings/2024-02-06-x/`, empty for home);
    `section` names the tab that it belongs to; `origin` is the data file behind it, if one.
    """

    address: str
    language: Language
    section: str
    render: Callable[[], Content]
    origin: str = ""

    @property
    def url(self) -> str:
        """The address from the site's root with the language's prefix, ending in a slash."""
        return PREFIXES[self.language] + self.address

    @property
    def path(self) -> str:
        """The Markdown file from the root of the docs: `zh-hant/meetings/x.md`.

        Addresses of lists (one segment, or a folder that holds others) are `index.md` files.
        """
        if is_folder(self.address):
            return f"{self.url}index.md"
        return f"{self.url.rstrip('/')}.md"


def is_folder(address: str) -> bool:
    """Whether other pages stand below an address, so that its file is an `index.md`."""
    return address in _FOLDERS


_FOLDERS = frozenset(
    {
        "",
        "platforms/",
        "meetings/",
        "plans/",
        "people/",
        "organisations/",
        "places/",
        "topics/",
        "sources/",
        "timeline/",
        "contribute/",
    }
)


def relative_url(target: str, base: str) -> str:
    """The shortest way from a page to a file or page, both given from the site's root.

    Page addresses end in a slash; a fragment stays. The way to the page itself is `./`.
    """
    path, hash_sign, fragment = target.partition("#")
    there, here = path.split("/"), base.split("/")[:-1]
    shared = 0
    for one, other in zip(there[:-1], here, strict=False):
        if one != other:
            break
        shared += 1
    way = "../" * (len(here) - shared) + "/".join(there[shared:])
    return (way or "./") + hash_sign + fragment
