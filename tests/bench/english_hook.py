"""English pages alone, for a fair measure beside plain MkDocs: a hook for the benchmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import site_hook
from coop.exports import DataFile
from coop.site import build
from coop.text import Language
from publish import session
from publish.languages import build_navigation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from coop.catalog import Catalog
    from coop.history.past import History
    from coop.site import Output


def build_english(
    catalog: Catalog, prose: Mapping[str, str], site_url: str, history: History | None = None
) -> tuple[Output, ...]:
    """Every output but the Chinese pages and the index of the search."""
    outputs = build(catalog, prose, site_url, history)
    return tuple(
        output
        for output in outputs
        if not output.path.startswith(("zh-", "search/"))
        if isinstance(output, DataFile) or output.language is Language.EN
    )


def build_navigation_once(language: Language, files: Files, config: MkDocsConfig) -> Navigation:
    """The English navigation for every language: the pages of the others are not there."""
    del language
    return build_navigation(Language.EN, files, config)


vars(session).update(build=build_english, build_navigation=build_navigation_once)

on_startup = site_hook.on_startup
on_config = site_hook.on_config
on_files = site_hook.on_files
on_nav = site_hook.on_nav
on_env = site_hook.on_env
on_page_context = site_hook.on_page_context
on_post_page = site_hook.on_post_page
on_post_build = site_hook.on_post_build
