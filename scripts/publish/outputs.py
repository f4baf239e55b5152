"""Outputs as files of MkDocs that are made when they are written or asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyromark
from mkdocs.structure.files import File, InclusionLevel

from coop.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

    from coop.exports import DataFile
    from publish.frames import Frames

_MARKDOWN = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_HIDDEN = "\ue000#"  # a sign that no text has: it is kept for private use


class OutputFile(File):
    """A generated page or data file: MkDocs knows its address, we write its bytes.

    MkDocs takes it for a static file, so that no page of ours goes through Python-Markdown.
    `on_demand` files are not written in a build; the server asks for them one by one.
    """

    def __init__(self, output: Page | DataFile, config: MkDocsConfig, *, on_demand: bool) -> None:
        """Place the output below the site of a configuration."""
        destination = f"{output.url}index.html" if isinstance(output, Page) else output.path
        super().__init__(
            output.path,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=True,
            dest_uri=destination,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "site_hook"
        self.output = output
        self.on_demand = on_demand
        self.make: Callable[[], bytes] | None = None

    def is_documentation_page(self) -> bool:
        """Never: its HTML is ours."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - MkDocs's signature
        """Write the output below the site, unless it waits to be asked for."""
        if not self.on_demand:
            self.write()

    def write(self) -> None:
        """Write the output below the site."""
        if self.make is None:
            raise RuntimeError(f"{self.src_uri} has no frame yet")
        made, target = self.make(), Path(self.abs_dest_path)
        # a page has a folder of its own, other files nearly always stand beside others
        if isinstance(self.output, Page) or not target.parent.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb", buffering=0) as file:
            file.write(made)


def make_bytes(output: Page | DataFile, frames: Frames) -> bytes:
    """The bytes of an output as they are published."""
    if not isinstance(output, Page):
        return output.render()
    content = output.render()
    return frames.wrap(output, content, to_html(content.body)).encode()


def to_html(body: str) -> str:
    """The HTML of a generated page's Markdown, as Python-Markdown would give it.

    That one leaves character references as they are, so they are hidden from this one.
    """
    return _MARKDOWN.html(body.replace("&#", _HIDDEN)).replace(_HIDDEN, "&#")
