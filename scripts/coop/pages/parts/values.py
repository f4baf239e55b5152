"""The values of records in the words of a page, and the words for their keys."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from coop.edtf import DateError, parse_edtf
from coop.pages.dates import write_date, write_period
from coop.pages.fields import CHOICES, list_fields
from coop.script import to_simplified
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coop.model import Kind
    from coop.model.shape.walk import Path
    from coop.pages.fields import FieldTable, Form
    from coop.pages.view import View

_PERIOD = "period"
_LONGEST = 120  # bytes of a value, forty Chinese characters; longer ones are only named
_TAGS = {language.value for language in Language}


def is_text(path: Path) -> bool:
    """Whether a path leads to a text in one of its languages."""
    return len(path) > 1 and path[-1] in _TAGS


def name_value(view: View, kind: Kind, path: Path) -> str:
    """What a path leads to, in words: `Outcomes no. 2 (English)`."""
    what, outer = "", kind.singular
    for place, step in enumerate(path):
        if isinstance(step, int):
            what = view.words("history.item", what=what, n=step)
        elif is_text(path[: place + 1]):
            language = view.words(f"record.fact.name.{step}")
            what = view.words("history.in_language", what=what, language=language)
        elif step != "text" or not place:
            inner = _label(view, outer, step)
            what = view.words("history.inner", what=what, inner=inner) if what else inner
            outer = step
    return what


def _label(view: View, outer: str, key: str) -> str:
    """The word for a key: its own below `outer` (a kind or a key) where it means another thing."""
    words = (f"record.field.in.{outer}.{key}", f"record.field.{key}")
    return next((view.words(word) for word in words if view.words.has(word)), key)


def write_value(view: View, form: Form | None, value: Any) -> str:
    """A value in words; empty if it is too long or too manifold for a line."""
    text = value
    if isinstance(value, dict):
        text = next((value[tag] for tag in _order(view.language) if tag in value), None)
    if not isinstance(text, str):
        return ""
    if form:
        text = _FORMS.get(form.word, _as_it_is)(view, form, text)
    return text if len(text.encode()) <= _LONGEST else ""


def _order(language: Language) -> tuple[str, ...]:
    return (language.value, Language.ZH_HANT.value, Language.EN.value)


def _as_it_is(view: View, form: Form, value: str) -> str:
    convert = view.language is Language.ZH_HANS and form.target == "LangMap"
    return to_simplified(value) if convert else value


def _date(view: View, form: Form, value: str) -> str:
    write = write_period if form.word == _PERIOD else write_date
    try:
        return write(parse_edtf(value), view.language)
    except DateError:
        return value


def _choice(view: View, form: Form, value: str) -> str:
    word = f"{CHOICES[form.target]}.{value}"
    return view.words(word) if view.words.has(word) else value


def _truth(view: View, _form: Form, value: str) -> str:
    known = {"true": "history.yes", "false": "history.no"}
    return view.words(known[value]) if value in known else value


def _record(view: View, form: Form, value: str) -> str:
    ref = value if form.word == "any" else f"{form.target}/{value}"
    record = view.catalog.find(ref)
    return view.title(record) if record else value


def _post(view: View, _form: Form, value: str) -> str:
    found = view.catalog.find_post(value)
    return view.plain(found[1].name) if found else value


_FORMS = {
    "date": _date,
    _PERIOD: _date,
    "choice": _choice,
    "boolean": _truth,
    "ref": _record,
    "any": _record,
    "posts": _post,
}


def find_form(kind: Kind, path: Path) -> Form | None:
    """What the key at the end of a path takes; None for a key that records had once."""
    table: Mapping[str, Form] = _tables()[kind.value]
    form = None
    for step in path:
        if isinstance(step, int):
            continue
        form = table.get(step)
        table = _tables().get(form.target, {}) if form and form.word == "part" else {}
    return form


@cache
def _tables() -> Mapping[str, Mapping[str, Form]]:
    kinds, parts = list_fields()
    return {table.kind or table.name: _forms(table) for table in (*kinds, *parts)}


def _forms(table: FieldTable) -> Mapping[str, Form]:
    forms = {line.key: line.form for line in table.lines}
    if _PERIOD in forms:
        forms[_PERIOD] = forms[_PERIOD]._replace(word=_PERIOD)
    return forms
