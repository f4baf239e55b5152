"""The MkDocs hook: records become pages in memory, in three languages, from one build.

`mkdocs build` stops on errors in the records before it touches the last good site.
`mkdocs serve` tells them in the terminal and on /findings/ and goes on with the valid records;
there, pages are made when the browser asks for them.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

gc.disable()  # before the imports: what they make is kept too, and `Session` turns it on again

# MkDocs puts this folder on the path only while the hook is being loaded
sys.path.insert(0, str(Path(__file__).parent))

from mkdocs.plugins import event_priority  # noqa: E402 - as said above

from publish.session import Session  # noqa: E402 - as said above

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_session = Session()


def on_startup(command: str, **_: object) -> None:
    """Remember whether pages are served or built."""
    _session.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the records; stop a build here, while the last good site still stands."""
    _session.begin(config)
    return config


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page and data file, before other plugins look at the files."""
    _session.add_files(files, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Make the navigation of each language; MkDocs itself goes on with the English one."""
    del nav
    return _session.navigate(files, config)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """From here on the theme's template can be filled."""
    _session.frame(env, config, files)
    return env


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """While serving, convert only hand-written pages that changed."""
    return _session.prose.text_to_convert(markdown, page) if _session.serving else markdown


def on_page_content(html: str, page: Page, **_: object) -> str:
    """While serving, know what a hand-written page came to."""
    return _session.prose.complete(html, page) if _session.serving else html


@event_priority(100)
def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Let a hand-written page speak its language."""
    del nav
    return _session.localise(context, page, config)


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Let the page for missing addresses speak English first, whatever was made before it."""
    del template_name
    return _session.introduce(context, config)


def on_post_page(output: str, **_: object) -> str:
    """Note the scripts inside a page, for the content security policy."""
    _session.note_scripts(output)
    return output


def on_post_template(output: str, **_: object) -> str:
    """Note the scripts inside a page that stands for none in particular, such as 404.html."""
    _session.note_scripts(output)
    return output


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Remove the theme's search index and write the content security policy."""
    _session.finish(config)


def on_build_error(**_: object) -> None:
    """Let waiting requests go on after a build that failed."""
    _session.release()


def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """Make pages when they are asked for."""
    _session.serve(server)
    return server
