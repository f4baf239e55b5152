"""The small values that records are made of."""

from __future__ import annotations

import re
from typing import Annotated, Any

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

from coop.diagnostics import Code
from coop.edtf import PartialDate
from coop.model.shape.meanings import read_meanings
from coop.model.written.locators import is_locator, locator_meant
from coop.model.written.reading import (
    HIGHEST,
    LISTED,
    mistake,
    read_address,
    read_any_reference,
    read_boolean,
    read_date,
    read_id,
    read_integer,
    read_language_tag,
    read_locator,
    read_ordinal,
    read_place_in_list,
    read_post,
    read_source_id,
    read_text,
)
from coop.text import Language, is_id

_WITH_PLACE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)+)[,:]? +(?:\((.+)\)|(.+))")
EDTF_EXAMPLES = ["2024-02-06", "2018-07", "1998", "2024-05-01/2024-05-03", "1998-03/.."]
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"  # as JSON Schema has it
POST = "posts"
ANY = "any"


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


def dump_date(when: PartialDate) -> dict[str, str | None]:
    """A date as programs read it: edtf, start, end (inclusive, null where open), precision."""
    return {
        "edtf": when.edtf,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "precision": when.precision.value,
    }


class RefTo:
    """Marks a field whose text names a record of a kind (by its plural), a post, or any."""

    def __init__(self, plural: str) -> None:
        """Keep the plural of the kind that is named, or POST or ANY."""
        self.plural = plural


def _ref_schema(plural: str) -> WithJsonSchema:
    slash = plural in {POST, ANY}
    pattern = r"^[a-z0-9-]+/[a-z0-9-]+$" if slash else ID_PATTERN
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

Text = Annotated[str, PlainValidator(read_text), WithJsonSchema({"type": "string", "minLength": 1})]
Locator = Annotated[
    str, PlainValidator(read_locator), WithJsonSchema({"type": "string", "minLength": 1})
]
Integer = Annotated[int, PlainValidator(read_integer), WithJsonSchema({"type": "integer"})]
Ordinal = Annotated[
    int,
    PlainValidator(read_ordinal),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": HIGHEST}),
]
PlaceInList = Annotated[
    int,
    PlainValidator(read_place_in_list),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": LISTED}),
]
Boolean = Annotated[bool, PlainValidator(read_boolean), WithJsonSchema({"type": "boolean"})]
Id = Annotated[
    str, PlainValidator(read_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})
]
Date = Annotated[
    PartialDate,
    PlainValidator(read_date),
    PlainSerializer(dump_date, return_type=dict[str, Any]),
    WithJsonSchema({"type": "string", "examples": EDTF_EXAMPLES}, mode="validation"),
    WithJsonSchema(DATE_OBJECT, mode="serialization"),
]
Address = Annotated[
    str,
    PlainValidator(read_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
LanguageTag = Annotated[
    str, PlainValidator(read_language_tag), WithJsonSchema({"type": "string", "examples": ["en"]})
]
PlatformId = Annotated[str, PlainValidator(read_id), _ref_schema("platforms"), RefTo("platforms")]
MeetingId = Annotated[str, PlainValidator(read_id), _ref_schema("meetings"), RefTo("meetings")]
PlanId = Annotated[str, PlainValidator(read_id), _ref_schema("plans"), RefTo("plans")]
PersonId = Annotated[str, PlainValidator(read_id), _ref_schema("people"), RefTo("people")]
OrganisationId = Annotated[
    str, PlainValidator(read_id), _ref_schema("organisations"), RefTo("organisations")
]
PlaceId = Annotated[str, PlainValidator(read_id), _ref_schema("places"), RefTo("places")]
TopicId = Annotated[str, PlainValidator(read_id), _ref_schema("topics"), RefTo("topics")]
SourceId = Annotated[str, PlainValidator(read_source_id), _ref_schema("sources"), RefTo("sources")]
PostRef = Annotated[str, PlainValidator(read_post), _ref_schema(POST), RefTo(POST)]
AnyRef = Annotated[str, PlainValidator(read_any_reference), _ref_schema(ANY), RefTo(ANY)]


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
    at: Locator | None = None
    """Where in the source: `para 8`, `page 3`, `table 2`."""

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, value: object) -> object:
        if isinstance(value, str) and is_id(value):  # as nearly all are
            return {"id": value}
        pair = value.items() if isinstance(value, dict) and len(value) == 1 else ()
        text = next((f"{key}: {place}" for key, place in pair), value)
        written = _WITH_PLACE.fullmatch(text) if isinstance(text, str) else None
        if written and is_locator(place := written[2] or written[3]):
            message = "a source with its place is written {id: …, at: …}"
            meant = f"{{id: {written[1]}, at: {locator_meant(place) or place}}}"
            raise mistake(Code.WRONG_SHAPE, message, meant)
        if isinstance(value, str) and is_locator(value):
            example = f"{{id: …, at: {locator_meant(value) or value}}}"
            message = f"'{value}' is a place in a source; write it with its source, as in {example}"
            raise mistake(Code.WRONG_SHAPE, message)
        return {"id": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: Any, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = super().__get_pydantic_json_schema__(core_schema, handler)
        if handler.mode == "serialization":
            return schema
        return {"anyOf": [schema["properties"]["id"], {**schema, "title": "Source with its place"}]}
