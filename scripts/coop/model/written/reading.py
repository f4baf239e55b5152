"""How each small value is read from what the editor wrote; what it is not is told with a reason."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from coop.diagnostics import Code
from coop.edtf import BackwardsError, DateError, PartialDate, parse_edtf
from coop.model.written.addresses import is_address, why_no_address
from coop.model.written.locators import USUAL, locator_meant
from coop.model.written.meant import (
    address_meant,
    boolean_meant,
    date_written,
    id_meant,
    ids_meant,
    number_meant,
    pair_meant,
    plain,
    tag_meant,
)
from coop.model.written.vague import why_no_date
from coop.text import Language, find_unseen, is_id

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})", re.ASCII)
_YEARS = range(1800, 2200)  # of all that is told; another year is a slip, such as 0204 for 2024
HIGHEST = 999  # no series is longer; a year or a date in the place of an ordinal is a slip
LISTED = 10  # as many platforms the Constitutional and Mainland Affairs Bureau lists
_PAIR = re.compile(r"([a-z0-9-]+)/([a-z0-9-]+)", re.ASCII)
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_CHINESE = {"zh", "cn", "tc", "sc", "chi", "zho", "chinese", "中文", "中國語文", "漢語", "汉语"}
_ISO = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}", re.ASCII)
_BOOLEANS = {"true": True, "false": False}
_COMMA = re.compile(r"[,，、;；]")
_KEEP_ONE = "keep one"


def mistake(code: Code, message: str, meant: str = "") -> PydanticCustomError:
    """An error of a field: the finding's code, its sentence and what was probably meant."""
    return PydanticCustomError(code.value, "{message}", {"message": message, "meant": meant})


def read_text(value: object) -> str:
    """A text on one line; what cannot be seen in it was written as an escape of YAML."""
    return _read_one(value, "join them into one text")


def read_locator(value: object) -> str:
    """A place in a source, in words of its own where the document has no numbers."""
    text = read_text(value)
    if text.startswith(USUAL):
        return text
    if text.isdecimal():
        told = f"'{text}' does not tell what it counts; write para {text}, page {text} or the like"
        raise mistake(Code.WRONG_TYPE, told)
    if meant := locator_meant(text):
        told = f"a place in a source is written as in para 8, paras 3-5 or page 12, not '{text}'"
        raise mistake(Code.WRONG_TYPE, told, meant)
    return text


def _read_one(value: object, advice: str) -> str:
    if not isinstance(value, str):
        raise mistake(Code.WRONG_SHAPE, *_on_shape(value, advice))
    text = " ".join(value.split())
    if not text.isprintable() and (sign := find_unseen(text)):  # most need no look
        message = f"a character that cannot be seen (U+{ord(sign):04X}); take its escape out"
        raise mistake(Code.HIDDEN_CHARACTER, message)
    return text


def _on_shape(value: object, advice: str) -> tuple[str, str]:
    """What is told of what is no text, and the text that was probably meant."""
    if not isinstance(value, list | tuple):
        return "text expected, not a map of keys", ""
    if len(value) == 1 and isinstance(value[0], str):
        return "one value expected here, not a list", value[0]
    return f"one value expected here, not a list; {advice}", ""


def read_integer(value: object) -> int:
    """A whole number."""
    if isinstance(value, int):
        return value
    text = _read_one(value, _KEEP_ONE)
    if not _INTEGER.fullmatch(text):
        raise mistake(Code.WRONG_TYPE, f"a whole number expected, not '{text}'", number_meant(text))
    return int(text)


def read_ordinal(value: object) -> int:
    """The place in a series, from 1."""
    return _read_number(value, HIGHEST)


def read_place_in_list(value: object) -> int:
    """The place in the list of platforms, from 1."""
    return _read_number(value, LISTED)


def _read_number(value: object, highest: int) -> int:
    number = read_integer(value)
    if not 1 <= number <= highest:
        raise mistake(Code.WRONG_TYPE, f"a number from 1 to {highest} expected, not '{number}'")
    return number


def read_boolean(value: object) -> bool:
    """`true` or `false`."""
    if isinstance(value, bool):
        return value
    text = _read_one(value, _KEEP_ONE)
    if text not in _BOOLEANS:
        raise mistake(Code.WRONG_TYPE, f"true or false expected, not '{text}'", boolean_meant(text))
    return _BOOLEANS[text]


def read_date(value: object) -> PartialDate:
    """A date of the EDTF profile, in a year that records may tell of."""
    if isinstance(value, PartialDate):
        return value
    text = _read_one(value, "put a slash between the first and the last day")
    try:
        when = parse_edtf(text)
    except BackwardsError as error:
        raise mistake(Code.INTERVAL_BACKWARDS, str(error)) from None
    except DateError as error:
        raise mistake(Code.IMPOSSIBLE_DATE, *_on_date(text, str(error))) from None
    if any(day and day.year not in _YEARS for day in (when.start, when.end)):
        message = f"'{text}' is not between {_YEARS[0]} and {_YEARS[-1]}; check the year"
        raise mistake(Code.IMPOSSIBLE_DATE, message)
    return when


def _on_date(text: str, told: str) -> tuple[str, str]:
    """What is told of a text that is no date, and the date that was probably meant."""
    written = date_written(text)
    try:
        parse_edtf(written)
    except DateError as error:
        if written:
            return str(error), ""
        why, certain = why_no_date(text)
        return f"'{text}' {why}" if why else told, certain
    return told, written


def read_id(value: object) -> str:
    """The id of a record."""
    if isinstance(value, str) and is_id(value):
        return value
    text = _read_one(value, _KEEP_ONE)
    if not is_id(text):
        raise mistake(Code.MALFORMED_ID, *_on_id(text))
    return text


def read_source_id(value: object) -> str:
    """The id of a source."""
    if isinstance(value, str) and is_id(value):
        return value
    text = _read_one(value, _KEEP_ONE)
    message, meant = _on_id(text)
    if not meant:
        message = f"'{text}' is no id; write the name of the source's file without .yaml"
    raise mistake(Code.MALFORMED_ID, message, meant)


def _on_id(text: str) -> tuple[str, str]:
    """What is told of a text that is no id, and what was probably meant."""
    if "://" in text and not id_meant(text):
        return f"'{text}' is no id; write the name of the record's file without .yaml", ""
    ids = ids_meant(text)
    if len(ids) > 1 and (_COMMA.search(text) or all("-" in one for one in ids)):
        return f"'{text}' is no id; put a plain comma and a space between two", ", ".join(ids)
    meant = id_meant(text)
    more = "" if meant else ", as in the address of its page"
    return f"'{text}' is no id; use small letters, digits and single hyphens{more}", meant


def read_post(value: object) -> str:
    """A post as `<organisation>/<post>`."""
    return _read_pair(value, "a post is <organisation>/<post>, as in cmab/secretary")


def read_any_reference(value: object) -> str:
    """A record as `<plural>/<id>`."""
    return _read_pair(value, "a record is named <plural>/<id> here")


def _read_pair(value: object, form: str) -> str:
    text = _read_one(value, _KEEP_ONE)
    if not _PAIR.fullmatch(text):
        raise mistake(Code.WRONG_TYPE, f"{form}, not '{text}'", pair_meant(text))
    return text


def read_iso_code(value: object) -> str:
    """An ISO 3166-2 code such as `CN-GD`."""
    text = _read_one(value, _KEEP_ONE)
    if not _ISO.fullmatch(text):
        message = f"an ISO 3166-2 code such as CN-GD expected, not '{text}'"
        near = plain(text).upper()
        meant = (each for each in (near, f"CN-{near}") if _ISO.fullmatch(each))
        raise mistake(Code.WRONG_TYPE, message, next(meant, ""))
    return text


def read_address(value: object) -> str:
    """The address of a page."""
    text = _read_one(value, _KEEP_ONE)
    if not is_address(text):
        meant = address_meant(text)
        message = f"'{text}' is no address; {why_no_address(text)}"
        raise mistake(Code.MALFORMED_ADDRESS, message, meant if is_address(meant) else "")
    return text


def read_language_tag(value: object) -> str:
    """A language tag (BCP 47)."""
    text = _read_one(value, _KEEP_ONE)
    near = tag_meant(text, tuple(Language))
    if plain(text).casefold() in _CHINESE:
        which = "write zh-Hant for Traditional, zh-Hans for Simplified Chinese"
        raise mistake(Code.WRONG_TYPE, f"'{text}' does not tell the script; {which}")
    if not _LANGUAGE_TAG.fullmatch(text):
        message = f"a BCP 47 tag such as en or zh-Hant expected, not '{text}'"
        raise mistake(Code.WRONG_TYPE, message, near)
    if near.casefold() == text.casefold() and near != text:
        raise mistake(Code.WRONG_TYPE, f"the tag '{text}' is written in other letters", near)
    return text
