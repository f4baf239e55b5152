"""The generated pages for editors: every finding explained, every key, an example of each kind."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coop.model import Kind
from coop.pages.editors.coverage import write_coverage
from coop.pages.fields import CHOICES, list_fields
from coop.pages.view import View, link_html, make_page, render
from coop.script import to_simplified
from coop.text import Language, escape_html
from coop.words import load_comments, load_explanations, load_meanings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from coop.catalog import Catalog
    from coop.pages.fields import FieldLine, FieldTable, Form
    from coop.pages.page import Content, Page

EXAMPLES = Path(__file__).parents[2] / "locale" / "examples"
_SECTION = "contribute"
_CODE = re.compile(r"`([^`]+)`")
_LINE_START = re.compile(r"^ +", re.MULTILINE)


def contribute_pages(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The pages of findings, fields, examples and the reach of languages."""
    writers: dict[str, Callable[[View], Content]] = {
        "findings": _findings,
        "fields": _fields,
        "examples": _examples,
        "coverage": write_coverage,
    }
    for name, write in writers.items():
        yield make_page(View(catalog, language, f"{_SECTION}/{name}/"), _SECTION, write)


def code_html(text: str) -> Markup:
    """A text as the inside of `pre`, on one line of Markdown, its own lines and spaces kept.

    Line ends and indentation are character references: a reader of Markdown would take a blank
    line for the end of the block and a `#` for a heading.
    """
    safe = _LINE_START.sub(lambda match: "&#32;" * len(match[0]), escape_html(text.strip("\n")))
    return Markup(safe.replace("\n", "&#10;"))  # noqa: S704 - escaped above


def prose_html(text: str) -> Markup:
    """A sentence with the words between backticks as code."""
    safe = escape_html(" ".join(text.split()))
    return Markup(_CODE.sub(r"<code>\1</code>", safe))  # noqa: S704 - escaped above


def _meta(view: View, name: str) -> dict[str, Any]:
    # Beside the hand-written pages of the section, these keep the theme's own typography.
    return {
        "title": view.words(f"contribute.{name}.title"),
        "description": view.words(f"contribute.{name}.description"),
        "hide": [],
    }


def explain(view: View) -> dict[str, dict[str, tuple[str, str]]]:
    """What each finding means, by code: texts, each with its language if it is not the page's."""
    return {
        str(code): {key: _in_language(view, value) for key, value in found.items()}
        for code, found in load_explanations().items()
    }


def _findings(view: View) -> Content:
    return render(
        view,
        "contribute_findings.md.j2",
        _meta(view, "findings"),
        explanations=explain(view),
        code_html=code_html,
        prose_html=prose_html,
    )


def _in_language(view: View, value: str | Mapping[str, str]) -> tuple[str, str]:
    """A text of an explanation and its language if it is not the page's."""
    if isinstance(value, str):
        return value, _foreign(view)
    chinese = value.get(Language.ZH_HANT.value)
    if view.language is Language.EN or chinese is None:
        return value[Language.EN.value], _foreign(view)
    return to_simplified(chinese) if view.language is Language.ZH_HANS else chinese, ""


def _foreign(view: View) -> str:
    """The language of an English text on the page; empty where that is the page's own."""
    return "" if view.language is Language.EN else Language.EN.value


def _fields(view: View) -> Content:
    kinds, parts = list_fields()
    return render(
        view,
        "contribute_fields.md.j2",
        _meta(view, "fields"),
        tables=[*kinds, *parts],
        heading=partial(_heading, view),
        anchor=_anchor,
        meaning=partial(_meaning, view.language),
        form_html=partial(_form_html, view),
        choices=CHOICES,
        prose_html=prose_html,
    )


def _meaning(language: Language, table: FieldTable, line: FieldLine | None = None) -> str:
    """What a table of the guide or one of its keys means."""
    if language is Language.EN:
        return line.meaning if line else table.meaning
    chinese = load_meanings()
    keys = chinese["keys"]
    text: str = (
        (keys.get(table.name, {}).get(line.key) or keys["Any"][line.key])
        if line
        else chinese["tables"][table.name]
    )
    return to_simplified(text) if language is Language.ZH_HANS else text


def _heading(view: View, name: str, kind: str) -> str:
    return view.words(f"nav.{kind}" if kind else f"fields.part.{name}")


def _anchor(name: str, kind: str) -> str:
    return Kind(kind).singular if kind else f"part-{name.lower()}"


def _form_html(view: View, form: Form) -> Markup:
    """What a key takes, in words, with the way to the table of the kind or part that it names."""
    if form.word == "ref":
        text = view.words("fields.form.ref", kind=view.words(f"nav.{form.target}"))
        html = link_html(f"#{_anchor('', form.target)}", Markup.escape(text))
    elif form.word == "part":
        text = view.words(f"fields.part.{form.target}")
        html = link_html(f"#{_anchor(form.target, '')}", Markup.escape(text))
    else:
        text = view.words(f"fields.form.{form.word}")
        html = Markup("<span>{}</span>").format(prose_html(text))
    if form.many:
        return Markup("{}{}").format(view.words("fields.form.many"), html)
    return html


def _examples(view: View) -> Content:
    examples = [(kind, translate_comments(read_example(kind), view.language)) for kind in Kind]
    return render(
        view,
        "contribute_examples.md.j2",
        _meta(view, "examples"),
        examples=examples,
        code_html=code_html,
    )


@cache
def read_example(kind: Kind) -> str:
    """The worked example of a kind of record; its first line names the file that it would be."""
    return (EXAMPLES / f"{kind.singular}.yaml").read_text(encoding="utf-8")


def translate_comments(example: str, language: Language) -> str:
    """An example with its comments in a language; the record itself stays as it is."""
    if language is Language.EN:
        return example
    chinese = load_comments()
    lines = []
    for line in example.splitlines(keepends=True):
        before, sign, comment = line.rpartition("# ")
        text = chinese.get(comment.strip(), "")
        text = to_simplified(text) if language is Language.ZH_HANS else text
        lines.append(f"{before}{sign}{text}\n" if text else line)
    return "".join(lines)
