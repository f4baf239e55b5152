"""One run of MkDocs: what is known between its events, in a build or through a whole serve."""

from __future__ import annotations

import base64
import gc
import hashlib
import logging
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from coop.catalog import Catalog, build_catalog
from coop.diagnostics import count_line
from coop.editing.completion import write_editor_schemas
from coop.exports.surroundings import Surroundings
from coop.history.base import forget_fresh
from coop.history.git import HistoryReader
from coop.loading import Reader
from coop.pages.editors.findings import at_their_records, findings_pages
from coop.pages.editors.style import style_pages
from coop.pages.page import PREFIXES, Page
from coop.pages.prose import Prose, address_of, language_of
from coop.rules import check
from coop.site import build, whole_address
from coop.text import Language
from publish.frames import Frames, find_scripts
from publish.languages import Place, build_navigation, frame_context, frame_words, speak
from publish.on_demand import serve_on_demand
from publish.outputs import OutputFile, make_bytes
from publish.prose_cache import ProseCache
from publish.styles import join_styles
from publish.template_cache import cache_page_templates, cache_theme_templates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from coop.diagnostics import Finding
    from coop.history.past import History
    from coop.site import Output

log = logging.getLogger("mkdocs.hooks.coop")
DATA = "data"
SCHEMAS = Path(".venv", "schemas")
_POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; img-src 'self' data:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'\n"
)


class Session:
    """The state of the hook; MkDocs keeps one for the whole of a build or a serve."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self.serving = False
        self.prose = ProseCache()
        self._reader = Reader()
        self._past_reader = HistoryReader()
        self._history: History | None = None
        self._catalog: Catalog = build_catalog([], {})
        self._findings: list[Finding] = []
        self._navigations: dict[Language, Navigation] = {}
        self._frames: Frames | None = None
        self._outputs: dict[str, OutputFile] = {}
        self._building = threading.RLock()
        self._held = False

    def begin(self, config: MkDocsConfig) -> None:
        """Load and check the records and prepare the configuration.

        Raises PluginError in a build when a record has an error.
        """
        self._building.acquire()
        self._held = True
        if self.serving:
            gc.enable()
        else:
            gc.disable()  # a build keeps nearly all it makes; looking for garbage takes a tenth
        root = Path(config.config_file_path).parent
        cache_page_templates(root, serving=self.serving)
        self._load(root)
        self._history = self._past_reader.read(root, self._catalog.redirects)
        if self.serving and (root / ".venv").is_dir():
            write_editor_schemas(self._catalog, root / SCHEMAS)
        config.theme.static_templates.discard("sitemap.xml")  # ours has no date of the build in it
        config.repo_url = (config.repo_url or "").rstrip("/")
        if not config.repo_url:
            config.edit_uri = ""  # else MkDocs would write a dead pencil
        config.site_url = whole_address(config.site_url)
        speak(config, Language.EN)

    def _load(self, root: Path) -> None:
        loaded = forget_fresh(self._reader.load(root / DATA), root)
        records = [entry.record for entry in loaded.entries]
        self._catalog = build_catalog(records, loaded.redirects)
        self._findings = check(loaded, self._catalog)
        errors = [finding for finding in self._findings if finding.code.is_error]
        for finding in errors:
            log.error("%s", finding)
        summary = count_line(self._findings, len(loaded.files))
        where = "/findings/ and coop check list them" if self.serving else "coop check lists them"
        log.info("Records: %s (%s)", summary, where)
        if errors and not self.serving:
            raise PluginError(f"The records have errors; nothing was built ({summary}).")

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Give MkDocs every output: hand-written pages as text, all others as files of ours."""
        join_styles(files, config)
        site_url = config.site_url or "/"
        prose = {file.src_uri: file.content_string for file in files.documentation_pages()}
        self._outputs = {}
        outputs = build(self._catalog, prose, site_url, self._history)
        for output in (*outputs, *self._serving_pages(outputs)):
            if isinstance(output, Prose):
                self._replace_prose(files, config, output, prose)
                continue
            file = OutputFile(output, config, on_demand=self.serving)
            self._outputs[file.dest_uri] = file
            _put(files, file)

    def _serving_pages(self, outputs: Sequence[Output]) -> Iterator[Page]:
        """Findings, on a page and at their records, and the page of all parts that pages have."""
        if self.serving:
            pages = [output for output in outputs if isinstance(output, Page)]
            for language in Language:
                yield from findings_pages(self._findings, language)
                yield from style_pages(self._catalog, language)
                yield from at_their_records(pages, self._findings, language)

    def _replace_prose(
        self, files: Files, config: MkDocsConfig, output: Prose, prose: dict[str, str]
    ) -> None:
        text = output.render()
        file = files.get_file_from_path(output.path)
        if file is None or prose.get(output.path) != text:
            file = File.generated(config, output.path, content=text)
            _put(files, file)
        file.edit_uri = output.origin

    def navigate(self, files: Files, config: MkDocsConfig) -> Navigation:
        """The English navigation; the others are kept for their pages."""
        self._navigations = {
            language: build_navigation(language, files, config) for language in Language
        }
        return self._navigations[Language.EN]

    def frame(self, environment: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Let every output make its bytes with the theme's template."""
        cache_theme_templates(environment, Path(config.config_file_path).parent)
        around = Surroundings(
            self._catalog, config.site_url or "/", self._history, _edit_root(config)
        )
        as_of = self._catalog.as_of
        frames = Frames(environment, config, files, self._navigations, as_of, around)
        self._frames = frames
        for file in self._outputs.values():
            file.make = partial(make_bytes, file.output, frames)

    def localise(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig
    ) -> TemplateContext:
        """The template's context of a hand-written page in its language."""
        language = language_of(page.file.src_uri)
        speak(config, language)
        context["nav"] = self._navigations[language]
        place = Place.of(address_of(page.file.src_uri), language)
        site_url = config.site_url or "/"
        around = Surroundings(self._catalog, site_url).around(place.address, language)
        frame = frame_context(place, site_url, self._catalog.as_of, around)
        context["coop"] = frame  # type: ignore[typeddict-unknown-key]  # our templates' own variable
        page.meta["search"] = {"exclude": True}  # the plugin gives us the box alone
        return context

    def introduce(self, context: TemplateContext, config: MkDocsConfig) -> TemplateContext:
        """The context of a template of the theme that is no page: English, at the root."""
        speak(config, Language.EN)
        frame = frame_context(
            Place.of("", Language.EN), config.site_url or "/", self._catalog.as_of
        )
        frame.home, frame.alternates = context["base_url"], []
        frame.languages = [(tag.value, root, frame_words(tag)) for tag, root in PREFIXES.items()]
        context["coop"] = frame  # type: ignore[typeddict-unknown-key]  # our templates' own variable
        return context

    def note_scripts(self, html: str) -> None:
        """Keep the scripts inside a page for the policy."""
        if self._frames:
            self._frames.scripts.update(find_scripts(html))

    def finish(self, config: MkDocsConfig) -> None:
        """Remove Material's index, write the policy, let waiting requests go on."""
        site = Path(config.site_dir)
        (site / "search" / "search_index.json").unlink(missing_ok=True)  # nothing reads it
        hashes = sorted(map(_hash_script, self._frames.scripts)) if self._frames else []
        policy = _POLICY.format(hashes=" ".join(hashes))
        (site / "csp.txt").write_text(policy, encoding="utf-8")
        self.release()

    def release(self) -> None:
        """Let requests go on that wait for a build to end."""
        if not gc.isenabled():
            gc.freeze()  # what a build made stays to its end: nothing of it need be looked at again
            gc.enable()
        if self._held:
            self._held = False
            self._building.release()

    def serve(self, server: LiveReloadServer) -> None:
        """Make pages when the browser asks for them."""
        serve_on_demand(server, self._write)

    def _write(self, path: str) -> None:
        with self._building:
            file = self._outputs.get(path)
            if file and not Path(file.abs_dest_path).is_file():
                file.write()


def _edit_root(config: MkDocsConfig) -> str:
    """Where the forge edits files, ending in a slash; empty where there is no forge."""
    return f"{config.repo_url}/{config.edit_uri}" if config.repo_url else ""


def _put(files: Files, file: File) -> None:
    if known := files.get_file_from_path(file.src_uri):
        files.remove(known)
    files.append(file)


def _hash_script(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
