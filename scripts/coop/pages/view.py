"""What templates see: a catalogue in one language from one address, values made safe."""

from __future__ import annotations

import re
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any, TypeVar

from markupsafe import Markup

from coop.model import Platform, Record, Source, Topic
from coop.model.folders import year_of_source
from coop.model.records.record import Named
from coop.pages.dates import write_date, write_period
from coop.pages.page import PREFIXES, Content, Page
from coop.pages.shelves import entry_address
from coop.pages.templating import load_templates
from coop.script import to_simplified
from coop.text import Language, collation_key, escape_html
from coop.words import Words, load_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.model.values import LangMap

_T = TypeVar("_T")
_R = TypeVar("_R")
_FALLBACKS = {
    Language.EN: (Language.EN, Language.ZH_HANT, Language.ZH_HANS),
    Language.ZH_HANT: (Language.ZH_HANT, Language.ZH_HANS, Language.EN),
    Language.ZH_HANS: (Language.ZH_HANS, Language.ZH_HANT, Language.EN),
}

_HYPHENED = re.compile(r"\b[Cc]o-operation\b")


class View:
    """A catalogue as one page shows it: in its language, with links from its address."""

    def __init__(self, catalog: Catalog, language: Language, address: str) -> None:
        """Look at the catalogue from an address (without the language's prefix)."""
        self.catalog = catalog
        self.language = language
        self.address = address
        self.words: Words = load_words(language)
        self._up = "../" * address.count("/")
        self._shared = catalog.memo.setdefault((language, self._up), {})

    @property
    def space(self) -> str:
        """What stands between two sentences or words of the page's language."""
        return self.words.space

    def choose(self, text: LangMap | None) -> tuple[str, Language] | None:
        """The text to show and its language: this page's if there is one, else the next best."""
        if text is None:
            return None
        if self.language is Language.ZH_HANS and not text.zh_hans and text.zh_hant:
            return to_simplified(text.zh_hant), Language.ZH_HANS
        for language in _FALLBACKS[self.language]:
            if found := text.get(language):
                return found, language
        return None

    def plain(self, text: LangMap | None) -> str:
        """The text to show, without markup; empty if there is none."""
        chosen = self.choose(text)
        return chosen[0] if chosen else ""

    def html(self, text: LangMap | None) -> Markup:
        """The text to show as HTML; one in another language than the page's is marked so."""
        chosen = self.choose(text)
        if not chosen:
            return Markup()
        words, language = chosen
        if language is self.language:
            return Markup(escape_html(words))  # noqa: S704 - escaped here
        label = self.words(f"language.in.{language.value}")
        return Markup('<span lang="{}">{}</span> <span class="coop-fallback">{}</span>').format(
            language.value, words, label
        )

    def title(self, record: Record) -> str:
        """The name by which pages call a record: the short one where there is one."""
        return self.plain(self.title_map(record))

    def name_order(self, record: Record) -> tuple[bool, tuple[bytes, ...], str]:
        """Where a record stands in a list by names; on Chinese pages English names come last."""
        text, language = self.choose(self.title_map(record)) or ("", self.language)
        is_foreign = (language is Language.EN) != (self.language is Language.EN)
        return is_foreign, collation_key(text, self.language), record.id

    def list_order(self, record: Record) -> tuple[float, tuple[bool, tuple[bytes, ...], str]]:
        """Where a record stands in a list: by its number in an official one, then by its name."""
        number = record.cmab_order if isinstance(record, Platform) else None
        number = record.order if isinstance(record, Topic) else number
        return number or inf, self.name_order(record)

    def share(self, make: Callable[[View, _T], _R], subject: _T, key: str) -> _R:
        """What `make` gives for this view and a subject, made once for all pages that may share it.

        Pages of one language and depth have the same way to every address, so that what `make`
        returns may hold links, but nothing else that belongs to one page. `key` names the subject.
        """
        kept = (make, key)
        if kept not in self._shared:
            self._shared[kept] = make(self, subject)
        made: _R = self._shared[kept]
        return made

    def title_html(self, record: Record) -> Markup:
        """The name by which pages call a record, as HTML; "Co-operation" does not break."""
        return self.share(_title_html, record, record.ref)

    @staticmethod
    def title_map(record: Record) -> LangMap | None:
        """The texts behind a record's title."""
        if isinstance(record, Source):
            return record.title
        return record.short or record.name if isinstance(record, Named) else None

    def href(self, target: str) -> str:
        """The way from this page to an address of the same language (`people/john-lee/`)."""
        return self._up + target or "./"

    def file(self, target: str) -> str:
        """The way from this page to a file that is the same for all languages (`api/v1/…`)."""
        above = "../" if PREFIXES[self.language] else ""
        return self._up + above + target

    def record_href(self, record: Record) -> str:
        """The way from this page to a record's page, or to the entry of a source."""
        if isinstance(record, Source):
            return self.href(entry_address(self.catalog, record))
        return self.href(record_address(record))

    def link(self, ref: str) -> Markup:
        """A link to the record `<plural>/<id>` by its title; its bare id if it does not exist."""
        record = self.catalog.find(ref)
        if record is None:
            return Markup("<code>{}</code>").format(ref)
        return self.link_to(record)

    def link_to(self, record: Record) -> Markup:
        """A link to a record by its title."""
        return self.share(_record_link, record, record.ref)

    def date(self, when: PartialDate | None, *, short: bool = False) -> Markup:
        """A date in words inside `time`; the words for an unknown date if there is none."""
        if when is None:
            return Markup("<span>{}</span>").format(self.words("date.unknown"))
        text = escape_html(write_date(when, self.language, short=short))
        if when.is_interval or not when.start:
            return Markup(f"<span>{text}</span>")  # noqa: S704 - escaped above
        return Markup(f'<time datetime="{when.edtf}">{text}</time>')  # noqa: S704 - escaped above

    def period(self, when: PartialDate, *, short: bool = False) -> Markup:
        """The time that something lasted, in words inside `span`."""
        text = write_period(when, self.language, short=short)
        return Markup("<span>{}</span>").format(text)

    def date_text(self, when: PartialDate | None, *, short: bool = False) -> str:
        """A date in words; the words for an unknown date if there is none."""
        return write_date(when, self.language, short=short) if when else self.words("date.unknown")


def _title_html(view: View, record: Record) -> Markup:
    return keep_hyphens(view.html(view.title_map(record)))


def keep_hyphens(html: Markup) -> Markup:
    """Some HTML in which "Co-operation" does not break."""
    kept = _HYPHENED.sub(
        r'<span class="coop-nb">\g<0></span>', str(html)
    )  # as on Markup it escapes
    return Markup(kept)  # noqa: S704 - it was HTML before


def _record_link(view: View, record: Record) -> Markup:
    return link_html(view.record_href(record), view.title_html(record))


def link_html(href: str, html: Markup) -> Markup:
    """A link round some HTML; by far the most frequent piece of a page, hence no `format`."""
    return Markup(f'<a href="{escape_html(href)}">{html}</a>')  # noqa: S704 - escaped here


def record_address(record: Record) -> str:
    """The permanent address of a record's page, without a language's prefix."""
    if isinstance(record, Source):
        return f"sources/{year_of_source(record)}/#{record.id}"
    return f"{record.ref}/"


def make_page(view: View, section: str, write: Callable[[View], Content]) -> Page:
    """The page at a view's address, written only when it is asked for."""
    return Page(view.address, view.language, section, partial(write, view))


def render(view: View, template: str, meta: dict[str, Any], **values: Any) -> Content:
    """A page from a template, with the front matter that every generated page has."""
    body = _fill(view, template, values)
    # the theme puts both into its head as they are
    safe = {key: escape_html(meta[key]) for key in ("title", "description")}
    front = {"lang": view.language.value, "hide": ["navigation", "toc"], **meta, **safe}
    return Content(front, squeeze(body))


def _fill(view: View, template: str, values: dict[str, Any]) -> str:
    """A template filled with values, as it stands."""
    environment = load_templates(view.language)
    return environment.get_template(template).render(view=view, t=view.words, **values)


def render_block(view: View, template: str, **values: Any) -> Markup:
    """A piece of HTML from a template, without blank lines."""
    return Markup(squeeze(_fill(view, template, values)))  # noqa: S704 - templates escape


def squeeze(text: str) -> str:
    """A text without indentation, and without blank lines but the one before and after a heading.

    A blank line would end an HTML block in CommonMark; indentation would make code of it.
    """
    lines = [stripped for line in text.splitlines() if (stripped := line.strip())]
    spaced = [f"\n{line}\n" if line.startswith("#") else line for line in lines]
    return "\n".join(spaced).strip() + "\n"
