"""The small values that records are made of, and how each is read from what the editor wrote."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from coop.diagnostics import Code
from coop.edtf import BackwardsError, DateError, PartialDate, parse_edtf
from coop.model.meanings import read_meanings
from coop.text import Language, is_id

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})", re.ASCII)
_HIGHEST = 999  # no series is longer; a year or a date in the place of an ordinal is a slip
_ID_WORD = re.compile(r"[a-z0-9]+", re.ASCII)
_POST = re.compile(r"([a-z0-9-]+)/([a-z0-9-]+)", re.ASCII)
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_ISO = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", re.ASCII)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.ASCII)
_BOOLEANS = {"true": True, "false": False}
EDTF_EXAMPLES = ["2024-02-06", "2018-07", "1998", "2024-05-01/2024-05-03", "1998-03/.."]
POST = "posts"
ANY = "any"


def mistake(code: Code, message: str) -> PydanticCustomError:
    """An error of a field that carries the finding's code and its sentence."""
    return PydanticCustomError(code.value, "{message}", {"message": message})


class Model(BaseModel):
    """A part of a record: frozen, no key but its own."""

    model_config = ConfigDict(
        defer_build=True,  # a part is built as part of its record, but for those in every kind
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        json_schema_serialization_defaults_required=True,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: Any, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # pydantic's own use_attribute_docstrings reads the sources of all models at every import,
        # a tenth of the time of a check; here they are read only when a schema is asked for.
        schema: dict[str, Any] = handler.resolve_ref_schema(handler(core_schema))
        for name, text in read_meanings(cls).items():
            key = cls.model_fields[name].alias or name
            schema["properties"][key].setdefault("description", text)
        return schema


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise mistake(Code.WRONG_SHAPE, f"text expected, not {_shape(value)}")
    return " ".join(value.split())


def _shape(value: object) -> str:
    return "a list" if isinstance(value, list | tuple) else "a map of keys"


def _integer(value: object) -> int:
    if isinstance(value, int):
        return value
    text = _text(value)
    if not _INTEGER.fullmatch(text):
        raise mistake(Code.WRONG_TYPE, f"a whole number expected, not '{text}'")
    return int(text)


def _ordinal(value: object) -> int:
    number = _integer(value)
    if not 1 <= number <= _HIGHEST:
        raise mistake(Code.WRONG_TYPE, f"a number from 1 to {_HIGHEST} expected, not '{number}'")
    return number


def _boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text not in _BOOLEANS:
        raise mistake(Code.WRONG_TYPE, f"true or false expected, not '{text}'")
    return _BOOLEANS[text]


def _date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    try:
        return parse_edtf(_text(value))
    except BackwardsError as error:
        raise mistake(Code.INTERVAL_BACKWARDS, str(error)) from None
    except DateError as error:
        raise mistake(Code.IMPOSSIBLE_DATE, str(error)) from None


def dump_date(when: PartialDate) -> dict[str, str | None]:
    """A date as programs read it: edtf, start, end (inclusive, null where open), precision."""
    return {
        "edtf": when.edtf,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "precision": when.precision.value,
    }


def _id(value: object) -> str:
    if isinstance(value, str) and is_id(value):
        return value
    text = _text(value)
    if not is_id(text):
        meant = "-".join(_ID_WORD.findall(text.casefold())) if text.isascii() else ""
        example = f": '{meant}'" if meant else ", as in the address of its page"
        message = f"'{text}' is no id; use small letters, digits and single hyphens{example}"
        raise mistake(Code.MALFORMED_ID, message)
    return text


def _post(value: object) -> str:
    text = _text(value)
    if not _POST.fullmatch(text):
        raise mistake(Code.WRONG_TYPE, f"a post is <organisation>/<post>, not '{text}'")
    return text


def _any_reference(value: object) -> str:
    text = _text(value)
    if not _POST.fullmatch(text):
        raise mistake(Code.WRONG_TYPE, f"a record is named <plural>/<id> here, not '{text}'")
    return text


def read_iso_code(value: object) -> str:
    """An ISO 3166-1 or 3166-2 code such as `CN-GD`."""
    text = _text(value)
    if not _ISO.fullmatch(text):
        raise mistake(Code.WRONG_TYPE, f"an ISO 3166-2 code such as CN-GD expected, not '{text}'")
    return text


def is_host(text: str) -> bool:
    """Whether a text is the name of a host, such as `www.example.org`."""
    return _HOST.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether a text is the address of a page: http or https, a host, no spaces (RFC 3986)."""
    try:
        parts = urlsplit(text)
        _ = parts.port  # ValueError where it is no number or too high
    except ValueError:
        return False
    whole = parts.scheme in {"http", "https"} and is_host(parts.hostname or "")
    return whole and " " not in text and not parts.username and text.isascii()


def _address(value: object) -> str:
    text = _text(value)
    if not is_address(text):
        raise mistake(
            Code.MALFORMED_ADDRESS,
            f"'{text}' is no address; it starts with https:// or http:// and has no spaces",
        )
    return text


def _language_tag(value: object) -> str:
    text = _text(value)
    if not _LANGUAGE_TAG.fullmatch(text):
        raise mistake(Code.WRONG_TYPE, f"a BCP 47 tag such as en or zh-Hant expected, not '{text}'")
    return text


class RefTo:
    """Marks a field whose text names a record of a kind (by its plural), a post, or any."""

    def __init__(self, plural: str) -> None:
        """Keep the plural of the kind that is named, or POST or ANY."""
        self.plural = plural


def _ref_schema(plural: str) -> WithJsonSchema:
    slash = plural in {POST, ANY}
    pattern = r"^[a-z0-9-]+/[a-z0-9-]+$" if slash else r"^[a-z0-9]+(-[a-z0-9]+)*$"
    return WithJsonSchema({"type": "string", "pattern": pattern, "x-ref": plural})


DATE_OBJECT: dict[str, Any] = {
    "type": "object",
    "required": ["edtf", "start", "end", "precision"],
    "properties": {
        "edtf": {"type": "string"},
        "start": {"type": ["string", "null"], "format": "date"},
        "end": {"type": ["string", "null"], "format": "date"},
        "precision": {"enum": ["day", "month", "year", "unknown"]},
    },
    "additionalProperties": False,
}

Text = Annotated[str, PlainValidator(_text), WithJsonSchema({"type": "string", "minLength": 1})]
Integer = Annotated[int, PlainValidator(_integer), WithJsonSchema({"type": "integer"})]
Ordinal = Annotated[
    int,
    PlainValidator(_ordinal),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": _HIGHEST}),
]
Boolean = Annotated[bool, PlainValidator(_boolean), WithJsonSchema({"type": "boolean"})]
Id = Annotated[
    str,
    PlainValidator(_id),
    WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"}),
]
Date = Annotated[
    PartialDate,
    PlainValidator(_date),
    PlainSerializer(dump_date, return_type=dict[str, Any]),
    WithJsonSchema({"type": "string", "examples": EDTF_EXAMPLES}, mode="validation"),
    WithJsonSchema(DATE_OBJECT, mode="serialization"),
]
Address = Annotated[
    str,
    PlainValidator(_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
LanguageTag = Annotated[
    str, PlainValidator(_language_tag), WithJsonSchema({"type": "string", "examples": ["en"]})
]
PlatformId = Annotated[str, PlainValidator(_id), _ref_schema("platforms"), RefTo("platforms")]
MeetingId = Annotated[str, PlainValidator(_id), _ref_schema("meetings"), RefTo("meetings")]
PlanId = Annotated[str, PlainValidator(_id), _ref_schema("plans"), RefTo("plans")]
PersonId = Annotated[str, PlainValidator(_id), _ref_schema("people"), RefTo("people")]
OrganisationId = Annotated[
    str, PlainValidator(_id), _ref_schema("organisations"), RefTo("organisations")
]
PlaceId = Annotated[str, PlainValidator(_id), _ref_schema("places"), RefTo("places")]
TopicId = Annotated[str, PlainValidator(_id), _ref_schema("topics"), RefTo("topics")]
SourceId = Annotated[str, PlainValidator(_id), _ref_schema("sources"), RefTo("sources")]
PostRef = Annotated[str, PlainValidator(_post), _ref_schema(POST), RefTo(POST)]
AnyRef = Annotated[str, PlainValidator(_any_reference), _ref_schema(ANY), RefTo(ANY)]


class LangMap(Model, defer_build=False):
    """One text in up to three languages."""

    en: Text | None = None
    """English."""
    zh_hant: Text | None = Field(default=None, alias="zh-Hant")
    """Traditional Chinese as written in Hong Kong."""
    zh_hans: Text | None = Field(default=None, alias="zh-Hans")
    """Simplified Chinese, only where the Mainland's own form differs from the conversion."""

    def get(self, language: Language) -> str | None:
        """The text written in a language, if any."""
        return (self.en, self.zh_hant, self.zh_hans)[_ORDER[language]]

    def items(self) -> list[tuple[Language, str]]:
        """The languages written and their texts, in the order en, zh-Hant, zh-Hans."""
        texts = zip(_LANGUAGES, (self.en, self.zh_hant, self.zh_hans), strict=True)
        return [(language, text) for language, text in texts if text]


_LANGUAGES = tuple(Language)  # to go through an enumeration itself takes several times as long
_ORDER = {language: index for index, language in enumerate(Language)}


class SourceRef(Model, defer_build=False):
    """A source, and where in it the statement stands."""

    id: SourceId
    """The source's id."""
    at: Text | None = None
    """Where in the source: `para 8`, `page 3`, `table 2`."""

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, value: object) -> object:
        return {"id": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: Any, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = super().__get_pydantic_json_schema__(core_schema, handler)
        if handler.mode == "serialization":
            return schema
        return {"anyOf": [schema["properties"]["id"], {**schema, "title": "Source with its place"}]}
