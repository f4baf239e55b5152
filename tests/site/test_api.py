"""The data files that other programs read hold what the records say, in the promised form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
import yaml

from coop.model import vocabulary
from tests.site.building import ROOT, Site

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {
    "platforms": "platform",
    "meetings": "meeting",
    "plans": "plan",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "topics": "topic",
    "sources": "source",
}
ADDED = {"id", "type", "url", "back_links", "previous", "next", "derived"}
TAGS = {"en": "", "zh-Hant": "zh-hant/", "zh-Hans": "zh-hans/"}
# What a meeting has by the contract, whatever the code says of itself.
MEETING = {
    *("name", "short", "translated", "kind", "status", "date", "platform", "ordinal", "place"),
    *("online", "principals", "participants", "theme", "topics", "outcomes", "disputes", "basis"),
    *("sources", "note", "replaced_by", "reason"),
}


def files_of(plural: str) -> list[Path]:
    """Return the files of a kind of record."""
    return sorted((ROOT / "data" / plural).rglob("*.yaml"))


def load(site: Site, path: str) -> Any:
    """Return what a JSON file of the API holds."""
    return json.loads(site.read(f"api/v1/{path}.json"))


def records(site: Site, plural: str) -> list[dict[str, Any]]:
    """Return the records of a kind as they are listed together."""
    found: list[dict[str, Any]] = load(site, plural)["records"]
    return found


def says_the_same(written: Any, published: Any) -> bool:
    """Return whether JSON holds what the YAML says, in the form of the contract."""
    if isinstance(written, list):
        return len(written) == len(published) and all(map(says_the_same, written, published))
    if isinstance(written, dict):
        return all(says_the_same(text, published[key]) for key, text in written.items())
    if isinstance(published, dict):
        if "edtf" in published:
            return bool(published["edtf"] == written)
        return published == {"id": written, "at": None}
    if isinstance(published, bool):
        return published is (written == "true")
    return " ".join(str(published).split()) == " ".join(written.split())


@pytest.mark.parametrize("plural", KINDS)
def test_a_record_says_in_json_what_its_file_says(site: Site, plural: str) -> None:
    for path in files_of(plural):
        written = yaml.load(path.read_bytes(), yaml.CBaseLoader)  # noqa: S506 - makes only strings
        published = load(site, f"{plural}/{path.stem}")
        assert published["id"] == path.stem
        assert published["type"] == KINDS[plural]
        if plural == "sources":  # where our pages are is told under `url`, as of any record
            published["url"] = published["document_url"]
        for key, value in written.items():
            assert says_the_same(value, published[key]), f"{path.name}: {key}"


@pytest.mark.parametrize("plural", KINDS)
def test_a_list_holds_the_same_records_as_the_single_files(site: Site, plural: str) -> None:
    whole = load(site, plural)
    assert list(whole) == ["schema_version", "total", "records"]
    assert whole["total"] == len(whole["records"]) == len(files_of(plural))
    assert {each["id"] for each in whole["records"]} == {path.stem for path in files_of(plural)}
    for record in whole["records"]:
        assert record == load(site, f"{plural}/{record['id']}")


@pytest.mark.parametrize("plural", KINDS)
def test_every_key_of_a_kind_is_in_each_of_its_records(site: Site, plural: str) -> None:
    written = {
        key
        for path in files_of(plural)
        for key in yaml.load(path.read_bytes(), yaml.CBaseLoader)  # noqa: S506 - makes only strings
    }
    keys = {frozenset(record) for record in records(site, plural)}
    assert len(keys) == 1, "records of one kind have different keys"
    assert keys.pop() >= written | ADDED


def test_a_meeting_has_the_keys_of_the_contract(site: Site) -> None:
    for record in records(site, "meetings"):
        assert set(record) >= MEETING | ADDED


def test_what_is_absent_is_null_or_an_empty_list(site: Site) -> None:
    call = load(site, "meetings/2023-12-20-ce-calls-on-ndrc")
    assert call["platform"] is None
    assert call["ordinal"] is None
    assert call["disputes"] == []
    assert call["previous"] is None or isinstance(call["previous"], str)


def test_dates_are_objects(site: Site) -> None:
    seen = set()
    for plural in KINDS:
        for date in find(records(site, plural), "edtf"):
            assert set(date) == {"edtf", "start", "end", "precision"}
            seen.add(date["precision"])
            if date["precision"] == "unknown":
                assert date["start"] is None
            elif date["start"]:
                assert len(date["start"]) == len("2024-02-06")
            assert date["start"] or date["end"] or date["precision"] == "unknown"
    assert seen <= {"day", "month", "year", "unknown"}
    assert seen >= {"day", "month", "year"}


def find(value: Any, key: str) -> list[dict[str, Any]]:
    """Return every object within a value that has a key."""
    inside = value.values() if isinstance(value, dict) else value
    inner = inside if isinstance(value, dict | list) else ()
    found = [hit for each in inner for hit in find(each, key)]
    return [value, *found] if isinstance(value, dict) and key in value else found


@pytest.mark.parametrize(
    ("edtf", "start", "end", "precision"),
    [
        ("2024-02-06", "2024-02-06", "2024-02-06", "day"),
        ("2023-12", "2023-12-01", "2023-12-31", "month"),
        ("1998", "1998-01-01", "1998-12-31", "year"),
    ],
)
def test_a_date_spans_the_days_that_it_means(
    site: Site, edtf: str, start: str, end: str, precision: str
) -> None:
    dates = [date for plural in KINDS for date in find(records(site, plural), "edtf")]
    found = [date for date in dates if date["edtf"] == edtf]
    assert found, "no record has this date any more: take another of the form"
    wanted = {"edtf": edtf, "start": start, "end": end, "precision": precision}
    assert all(date == wanted for date in found)


def test_sources_are_objects_everywhere(site: Site) -> None:
    for plural in KINDS:
        for holder in find(records(site, plural), "sources"):
            for source in holder["sources"]:
                assert set(source) == {"id", "at"}


def test_texts_have_three_languages_and_say_which_are_derived(site: Site) -> None:
    meeting = load(site, "meetings/2024-02-06-qianhai-task-force-1")
    assert set(meeting["name"]) == {"en", "zh-Hant", "zh-Hans"}
    assert "前海深港現代服務業合作區" in meeting["name"]["zh-Hant"]
    assert "前海深港现代服务业合作区" in meeting["name"]["zh-Hans"]
    assert meeting["derived"] == ["zh-Hans"]


@pytest.mark.parametrize("plural", KINDS)
def test_a_record_tells_where_its_pages_are(site: Site, plural: str) -> None:
    for record in records(site, plural):
        assert list(record["url"]) == list(TAGS)
        for tag, prefix in TAGS.items():
            address, _, fragment = record["url"][tag].partition("#")
            if plural != "sources":
                assert record["url"][tag] == f"{prefix}{plural}/{record['id']}/"
            else:
                assert fragment == record["id"]
                assert address.startswith(f"{prefix}sources/")
            assert (site.folder / address / "index.html").is_file()


def test_meetings_come_in_the_order_of_their_dates(site: Site) -> None:
    starts = [(each["date"] or {}).get("start") for each in records(site, "meetings")]
    dated = [start for start in starts if start]
    assert dated == sorted(dated)
    assert starts[: len(dated)] == dated, "a meeting without a date stands before one that has one"


def test_previous_and_next_lead_through_each_series(site: Site) -> None:
    meetings = {each["id"]: each for each in records(site, "meetings")}
    chained = 0
    for each in meetings.values():
        if each["next"] is None:
            continue
        after = meetings[each["next"]]
        chained += 1
        assert after["previous"] == each["id"]
        assert after["platform"] == each["platform"]
        assert each["platform"] is None or after["kind"] == each["kind"]
    plenaries = [
        each["id"]
        for each in meetings.values()
        if each["platform"] == "hk-guangdong-joint-conference" and each["kind"] == "plenary"
    ]
    walked = [plenaries[0]]
    while following := meetings[walked[-1]]["next"]:
        walked.append(following)
    assert walked == plenaries
    assert chained >= len(plenaries) - 1


def test_back_links_are_the_references_turned_round(site: Site) -> None:
    named = {
        (f"meetings/{each['id']}", "platform", f"platforms/{each['platform']}")
        for each in records(site, "meetings")
        if each["platform"]
    }
    told = {
        (link["ref"], link["as"], f"platforms/{each['id']}")
        for each in records(site, "platforms")
        for link in each["back_links"]
        if link["as"] == "platform" and link["ref"].startswith("meetings/")
    }
    assert named
    assert told == named


def test_the_index_counts_the_records(site: Site) -> None:
    index = load(site, "index")
    assert set(index) == {"schema_version", "counts", "as_of", "licence"}
    assert index["counts"] == {plural: len(files_of(plural)) for plural in KINDS}
    assert index["licence"] == "CC-BY-4.0"
    published = [each["published"]["end"] for each in records(site, "sources") if each["published"]]
    assert index["as_of"] == max(published)


def test_the_closed_lists_are_published_with_labels(site: Site) -> None:
    lists = load(site, "vocabularies")["vocabularies"]
    kinds = [entry["value"] for entry in lists["meeting.kind"]]
    assert kinds == [kind.value for kind in vocabulary.MeetingKind]
    for entries in lists.values():
        for entry in entries:
            assert set(entry) >= {"value", "label"}
            assert list(entry["label"]) == list(TAGS)
            assert all(entry["label"].values())


def test_files_are_utf8_with_two_spaces(site: Site) -> None:
    for path in sorted((site.folder / "api").rglob("*.json")):
        text = path.read_text("utf-8")
        assert "\\u" not in text, path.name
    single = site.read("api/v1/index.json")
    assert single == json.dumps(json.loads(single), ensure_ascii=False, indent=2) + "\n"
    whole = site.read("api/v1/places.json")
    assert whole == json.dumps(json.loads(whole), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("plural", KINDS)
def test_the_schema_of_a_kind_holds_for_its_records_and_files(site: Site, plural: str) -> None:
    schema = json.loads(site.read(f"schemas/v1/{KINDS[plural]}.json"))
    either = jsonschema_rs.validator_for(schema)
    published = jsonschema_rs.validator_for({**schema, "anyOf": [{"$ref": "#/$defs/record"}]})
    for record in records(site, plural):
        assert either.is_valid(record)
        assert [str(error) for error in published.iter_errors(record)] == []


def test_the_schema_of_files_takes_a_year_as_readers_of_yaml_give_it(site: Site) -> None:
    check = jsonschema_rs.validator_for(json.loads(site.read("schemas/v1/source.json")))
    source = {"title": {"en": "A"}, "publisher": {"en": "B"}, "language": "en"}
    source |= {"grade": "press", "seen": "copy"}
    for year in (2023, "2023", "2023-05"):
        assert check.is_valid({**source, "published": year})
    assert not check.is_valid({**source, "published": [2023]})


@pytest.mark.parametrize("plural", KINDS)
def test_the_schema_of_a_kind_holds_for_every_file_in_its_folder(site: Site, plural: str) -> None:
    check = jsonschema_rs.validator_for(json.loads(site.read(f"schemas/v1/{KINDS[plural]}.json")))
    files = sorted((site.folder / "api" / "v1" / plural).glob("*.json"))
    redirects = json.loads(site.read("api/v1/redirects.json"))["redirects"]
    moved = [one for one in redirects if one["from"].startswith(f"{plural}/")]
    assert len(files) == len(records(site, plural)) + len(moved)
    assert [file.name for file in files if not check.is_valid(json.loads(file.read_bytes()))] == []
    assert not check.is_valid({"moved_to": "elsewhere"})


@pytest.mark.parametrize("plural", KINDS)
def test_the_schema_of_a_kind_refuses_what_is_no_record(site: Site, plural: str) -> None:
    schema = json.loads(site.read(f"schemas/v1/{KINDS[plural]}.json"))
    check = jsonschema_rs.validator_for(schema)
    record = records(site, plural)[0]
    assert not check.is_valid({**record, "colour": "red"})
    assert not check.is_valid({**record, "url": 7})
    assert not check.is_valid({**record, "url": {**record["url"], "en": f"/{plural}/a/"}})
    assert not check.is_valid({**record, "url": {"en": f"{plural}/a/"}})
    assert not check.is_valid({**record, "type": plural})
    assert not check.is_valid({**record, "derived": ["pt"]})
    assert not check.is_valid({**record, "back_links": [{"ref": "a", "as": "sources"}]})
    assert not check.is_valid({key: text for key, text in record.items() if key != "back_links"})
