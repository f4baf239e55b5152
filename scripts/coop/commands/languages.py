"""The language in which a command speaks to its editor."""

from __future__ import annotations

import ctypes
import locale
import os
import sys
from typing import TYPE_CHECKING

import click

from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.decorators import FC

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that says anything counts
_TRADITIONAL = ("zh_hk", "zh_mo", "zh_tw", "zh_hant")


def with_language(what: str) -> Callable[[FC], FC]:
    """The option --lang for a command; `what` is what is written in that language."""
    return click.option(
        "--lang",
        type=click.Choice([language.value for language in Language]),
        help=f"The language of {what}, if not that of the system.",
    )


def read_language(lang: str | None) -> Language:
    """The language that an option names, else that of the system, else English."""
    if lang:
        return Language(lang)
    said = next(filter(None, map(os.environ.get, _LOCALE)), "") or _ask_windows()
    said = said.casefold().replace("-", "_")
    if not said.startswith("zh"):
        return Language.EN
    return Language.ZH_HANT if said.startswith(_TRADITIONAL) else Language.ZH_HANS


def _ask_windows() -> str:
    """The language of Windows, such as zh_HK, which it tells by no variable; elsewhere nothing."""
    if sys.platform != "win32":
        return ""
    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return locale.windows_locale.get(number, "")
