"""Records: what is read from YAML, in which shape, and that it stays as it is."""

from __future__ import annotations

import json
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coop.diagnostics import Code
from coop.model import MODELS, Kind, Meeting, Source, Topic
from coop.model.decoding.decode import decode_record
from coop.model.references import list_references
from coop.model.shape.walk import list_parts
from coop.pages.editors.contribute import read_example
from coop.text import Language
from coop.yamlio import read_document
from tests.samples import NAME, SOURCE, codes, decode_text, meeting_text, read_meeting, read_record
from tests.strategies import DATES, WORDS

SMALLEST = {
    Kind.PLATFORMS: NAME + "sources: [report]\n",
    Kind.MEETINGS: meeting_text("2020-04-30"),
    Kind.PLANS: NAME + "kind: agreement\nsources: [report]\n",
    Kind.PEOPLE: "name: {zh-Hant: 陳示例}\nsources: [report]\n",
    Kind.ORGANISATIONS: NAME + "side: hksar\n",
    Kind.PLACES: NAME + "kind: city\n",
    Kind.TOPICS: NAME + "group: other\n",
    Kind.SOURCES: SOURCE,
}


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_a_smallest_record(kind: Kind) -> None:
    record = read_record(kind, SMALLEST[kind])

    assert type(record) is MODELS[kind]
    assert record.kind_of is kind
    assert record.ref == f"{kind.value}/sample"


@pytest.mark.parametrize("kind", Kind)
def test_a_key_left_out_of_the_smallest_record_is_told(kind: Kind) -> None:
    lines = SMALLEST[kind].splitlines(keepends=True)
    needed = [line for line in lines if not line.startswith(("published", "date"))]
    for line in needed:
        record, findings = decode_text(kind, "".join(other for other in lines if other != line))
        assert record is None
        assert codes(findings) == ["E203"]
        assert findings[0].message == f"key '{line.partition(':')[0]}' is missing"


@pytest.mark.parametrize("kind", Kind)
def test_a_file_that_was_not_saved_whole_gives_one_finding(kind: Kind) -> None:
    whole = read_example(kind).encode()

    for end in range(1, len(whole), 2):
        if whole[:end].endswith(b"\n"):
            continue  # as if a person had stopped here: then two things may be missing
        document, findings = read_document("data/x.yaml", whole[:end])
        told = [*findings, *(decode_record(document, kind, "sample")[1] if document else ())]
        assert len(told) <= 1, (whole[:end][-40:], [*map(str, told)])


@pytest.mark.parametrize("kind", Kind)
def test_every_field_dumps_to_json_and_back(kind: Kind) -> None:
    record = read_record(kind, SMALLEST[kind])

    dumped = json.loads(record.model_dump_json(by_alias=True))

    keys = {field.alias or name for name, field in MODELS[kind].model_fields.items()}
    assert dumped.keys() == keys
    assert dumped["sources"] in ([], [{"id": "report", "at": None}])


def test_a_date_dumps_with_both_ends_and_its_precision() -> None:
    meeting = read_meeting("m", "2018-07/..")

    assert json.loads(meeting.model_dump_json())["date"] == {
        "edtf": "2018-07/..",
        "start": "2018-07-01",
        "end": None,
        "precision": "month",
    }


def test_language_tags_are_the_keys_of_a_dumped_text() -> None:
    meeting = read_meeting("m", theme="{zh-Hans: 贸易, en: Trade}")

    assert meeting.model_dump(by_alias=True)["theme"] == {
        "en": "Trade",
        "zh-Hant": None,
        "zh-Hans": "贸易",
    }
    assert meeting.theme
    assert meeting.theme.items() == [(Language.EN, "Trade"), (Language.ZH_HANS, "贸易")]
    assert meeting.theme.get(Language.ZH_HANT) is None


@pytest.mark.parametrize("kind", Kind)
def test_records_and_their_parts_are_frozen_and_hold_no_list(kind: Kind) -> None:
    record = read_record(kind, SMALLEST[kind])

    for _, part in list_parts(record):
        for name, value in part:
            assert not isinstance(value, list | dict | set), name
            with pytest.raises(ValidationError):
                setattr(part, name, None)


def test_short_and_long_form_of_a_source() -> None:
    meeting = read_meeting("m", sources="[one, {id: two, at: para 8}]")

    assert [(source.id, source.at) for source in meeting.sources] == [
        ("one", None),
        ("two", "para 8"),
    ]


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("date", "2023-02-30", "E401"),
        ("date", "2024-05-03/2024-05-01", "E402"),
        ("date", "0204-02-06", "E401"),
        ("date", "2024/9999", "E401"),
        ("date", "[2024]", "E201"),
        ("ordinal", "01", "E205"),
        ("ordinal", "1.0", "E205"),
        ("ordinal", "first", "E205"),
        ("ordinal", "{a: b}", "E201"),
        ("online", "yes", "E205"),
        ("online", "True", "E205"),
        ("online", "NO", "E205"),
        ("place", "Shenzhen", "E309"),
        ("place", "[shenzhen]", "E201"),
        ("topics", "youth", "E201"),
        ("topics", "{a: b}", "E201"),
        ("venue", "Hall", "E201"),
        ("venue", r'{en: "Hall\u202e"}', "E109"),
        ("venue", r'{en: "Hall\x07"}', "E109"),
        ("venue", r'{en: "Hall\ue000"}', "E109"),
        ("venue", "{fr: Salle}", "E202"),
        ("venue", "{en: [Hall]}", "E201"),
        ("translated", "[de]", "E206"),
        ("status", "Held", "E206"),
        ("status", "{a: b}", "E201"),
        ("principals", "[chan]", "E201"),
        ("principals", "[{post: secretary}]", "E205"),
        ("principals", "[{post: a/b/c}]", "E205"),
        ("outcomes", "[{kind: agreed, text: {en: x}}]", "E501"),
        ("outcomes", "[{kind: agreed, text: {en: x}, sources: []}]", "E501"),
        ("outcomes", "[{text: {en: x}, sources: [a]}]", "E203"),
        ("sources", "[]", "E501"),
        ("sources", "[{at: para 8}]", "E203"),
        ("sources", "[{id: a, page: 8}]", "E202"),
        ("disputes", "[{field: date, values: []}]", "E203"),
        ("place", "", "E204"),
        ("sources", "", "E204"),
        ("topics", "[youth, ~]", "E204"),
    ],
)
def test_one_mistake_gives_one_finding(key: str, value: str, code: str) -> None:
    _, findings = decode_text(Kind.MEETINGS, meeting_text(None, **{key: value}))

    assert codes(findings) == [code]


def test_every_mistake_of_a_record_is_told_at_its_place() -> None:
    text = meeting_text("2023-02-30", kind="plenry", status="hold", venu="{en: x}", place="")
    _, findings = decode_text(Kind.MEETINGS, text)

    found = {(finding.code.value, finding.location.line) for finding in findings}
    lines = [line.partition(":")[0] for line in text.splitlines()]
    wanted = {"E206": ("kind", "status"), "E401": ("date",), "E202": ("venu",), "E204": ("place",)}
    assert found == {(c, lines.index(key) + 1) for c, keys in wanted.items() for key in keys}


def test_the_words_of_a_closed_list_are_told_with_the_nearest() -> None:
    _, (finding,) = decode_text(Kind.MEETINGS, meeting_text(status="postpond"))

    assert finding.message.endswith("one of announced, held, postponed, cancelled")
    assert finding.suggestion == "postponed"


def test_an_id_is_the_files_name() -> None:
    text = meeting_text() + "id: other\n"
    record, (finding,) = decode_text(Kind.MEETINGS, text, "sample")

    assert record
    assert record.id == "sample"
    assert (finding.code, finding.suggestion) == (Code.ID_NOT_FILE, "sample")
    assert decode_text(Kind.MEETINGS, text, "other")[1] == []


def test_white_space_in_a_text_is_folded() -> None:
    meeting = read_meeting("m", venue="{en: '  one\n\n  two '}")

    assert meeting.venue
    assert meeting.venue.en == "one two"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.info.gov.hk/gia/general/202402/06/P2024020600123.htm?fontSize=1&x=*",
        "http://a.b/c#d:e",
        "https://EXAMPLE.org:8080/%E6%B8%AF",
    ],
)
def test_addresses(url: str) -> None:
    source = read_record(Kind.SOURCES, f"{SOURCE}url: '{url}'\n")

    assert cast("Source", source).url == url


@pytest.mark.parametrize(
    "url",
    [
        *("example.org", "//example.org", "https:/example.org", "https://", "https://localhost/x"),
        *("https://a b.org", "https://example.org/a b", "https://me:secret@example.org"),
        *("javascript:alert(1)", "data:text/html,x", "file:///etc", "https://[::1"),
        *("https://例.org", "https://example.org/港", "https://example..org"),
        *('https://example.org/"><b>', "https://example.org/a|b", "https://example.org/`c`"),
    ],
)
def test_what_is_no_address(url: str) -> None:
    _, findings = decode_text(Kind.SOURCES, f"{SOURCE}url: '{url}'\n")

    assert codes(findings) == ["E502"]


def test_every_reference_of_a_record_is_listed_with_its_place() -> None:
    text = meeting_text(
        "2020-04-30",
        platform="conference",
        principals="[{person: chan, post: office/head, organisation: bureau}]",
        outcomes="[{kind: signed, text: {en: x}, plan: p, led_to: [places/hub], sources: [s]}]",
        disputes="[{field: date, values: [{value: a, sources: [t]}, {value: b, sources: [u]}]}]",
        replaced_by="later",
    )
    record = read_record(Kind.MEETINGS, text)

    references = list_references(record)
    found = {(".".join(map(str, one.path)), one.target, one.value) for one in references}

    assert found == {
        ("platform", "platforms", "conference"),
        ("replaced_by", "meetings", "later"),
        ("sources.0.id", "sources", "report"),
        ("principals.0.person", "people", "chan"),
        ("principals.0.post", "posts", "office/head"),
        ("principals.0.organisation", "organisations", "bureau"),
        ("outcomes.0.plan", "plans", "p"),
        ("outcomes.0.led_to.0", "any", "places/hub"),
        ("outcomes.0.sources.0.id", "sources", "s"),
        ("disputes.0.values.0.sources.0.id", "sources", "t"),
        ("disputes.0.values.1.sources.0.id", "sources", "u"),
    }
    named = {one.target: one.ref for one in references if one.target in {"plans", "posts", "any"}}
    assert named == {"plans": "plans/p", "posts": "organisations/office", "any": "places/hub"}


def test_the_parts_of_a_record_come_with_their_keys() -> None:
    organisation = read_record(Kind.ORGANISATIONS, SMALLEST[Kind.ORGANISATIONS])
    assert [(path, type(part).__name__) for path, part in list_parts(organisation)] == [
        ((), "Organisation"),
        (("name",), "LangMap"),
    ]
    topic = read_record(Kind.TOPICS, SMALLEST[Kind.TOPICS] + "keywords: {zh-Hant: [港, 深]}\n")
    assert cast("Topic", topic).keywords.zh_hant == ("港", "深")


JSON_VALUES = st.recursive(
    st.one_of(st.none(), WORDS, DATES, st.just("sample")),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(WORDS, inner, max_size=2)),
    max_leaves=4,
)


@given(st.sampled_from(Kind), st.data())
def test_any_value_under_any_key_gives_findings(kind: Kind, data: st.DataObject) -> None:
    keys = [field.alias or name for name, field in MODELS[kind].model_fields.items()]
    tree = data.draw(st.dictionaries(st.sampled_from(keys), JSON_VALUES, max_size=4))
    raw = json.dumps(tree, ensure_ascii=False).encode()
    document, _ = read_document("x.yaml", raw)
    assert document

    record, findings = decode_record(document, kind, "sample")

    assert record or findings
    for finding in findings:
        assert finding.message
        assert 1 <= finding.location.column <= len(raw)


@pytest.mark.parametrize("kind", Kind)
def test_every_field_says_what_it_is_for(kind: Kind) -> None:
    schema = MODELS[kind].model_json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        assert all(field["description"] for field in part.get("properties", {}).values())
        assert part["description"]


def test_a_field_is_explained_by_the_text_below_it() -> None:
    schema = Meeting.model_json_schema(mode="validation")

    assert schema["properties"]["place"]["description"] == "The city or place."
    assert schema["properties"]["id"]["description"].startswith("The file's name")
    assert schema["$defs"]["LangMap"]["properties"]["zh-Hant"]["description"].startswith("Trad")
    assert schema["$defs"]["Outcome"]["properties"]["text"]["description"].startswith("What is")
