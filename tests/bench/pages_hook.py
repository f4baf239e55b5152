"""English pages without the data files beside them, which plain MkDocs does not make: a hook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.exports import DataFile
from publish import session
from tests.bench.english_hook import (
    build_english,
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_context,
    on_post_build,
    on_post_page,
    on_startup,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coop.catalog import Catalog
    from coop.history.past import History
    from coop.site import Output

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_context",
    "on_post_build",
    "on_post_page",
    "on_startup",
]


def build_pages(
    catalog: Catalog, prose: Mapping[str, str], site_url: str, history: History | None = None
) -> tuple[Output, ...]:
    """Every English page."""
    outputs = build_english(catalog, prose, site_url, history)
    return tuple(output for output in outputs if not isinstance(output, DataFile))


vars(session).update(build=build_pages)
