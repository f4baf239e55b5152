"""`coop draft`: what it writes, what it refuses, and that it writes over nothing."""

from __future__ import annotations

import re
import shutil
import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coop.catalog import build_catalog
from coop.cli import cli
from coop.draft.composing import compose_files
from coop.draft.drafting import draft_release
from coop.draft.text.decoding import UnreadableError, decode_text
from coop.loading import load
from tests.draft.scoring import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 8.0  # seconds of work; a release takes one or two
TEXT = """\
Chief Executive calls on the National Development and Reform Commission
***********************************************************************

     The Chief Executive, Mr John Lee, called on the National Development and Reform Commission in
Beijing today (March 3) and met its Chairman, Mr Zheng Shanjie. <script>alert(1)</script>

     The two sides agreed to speak again in the autumn.

Ends/Monday, March 3, 2031
Issued at HKT 18:00
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the project's own records."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


def draft(project: Path, text: bytes | str, *options: str) -> Result:
    raw = text.encode() if isinstance(text, str) else text
    return CliRunner().invoke(cli, ["draft", "-", "--root", str(project), *options], input=raw)


def files(project: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (project / "data").rglob("*.yaml")}


def test_a_release_becomes_a_meeting_and_its_source(project: Path) -> None:
    before = files(project)
    url = "https://www.info.gov.hk/gia/general/203103/03/P2031030300123.htm"
    done = draft(project, TEXT, "--url", url)
    assert done.exit_code == 0, done.output
    meeting = project / "data/meetings/2031/2031-03-03-chief-executive-meets-zheng-shanjie.yaml"
    source = project / "data/sources/2031/gia-20310303-00123.yaml"
    written = meeting.read_text("utf-8")
    assert "{person: john-lee, post: hksar-government/chief-executive}" in written
    assert "{person: zheng-shanjie" in written
    assert "place: beijing" in written
    assert "# check: name" in written
    assert "agreed" in written.rpartition("\n# outcomes")[2]
    assert "agreed to speak again" not in written
    assert "grade: official" in source.read_text("utf-8")
    checked = CliRunner().invoke(cli, ["check", "--root", str(project)])
    assert "2031" not in "\n".join(line for line in checked.output.splitlines() if ": E" in line)
    again = draft(project, TEXT, "--url", url)
    assert "probably meetings/2031-03-03-chief-executive-meets-zheng-shanjie" in again.stderr
    for path in (meeting, source):
        path.unlink()
    assert files(project) == before


def test_what_is_on_record_is_named_and_nothing_is_written(project: Path) -> None:
    before = files(project)
    text = TEXT.replace("March 3, 2031", "December 20, 2023").replace("March 3", "December 20")
    done = draft(project, text, "--published", "20/12/2023")
    assert done.exit_code == 0
    assert "This is probably meetings/2023-12-20-" in done.stderr
    assert files(project) == before


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("CE calls on National Development and Reform Commission (with photo/video)", "2023-12-20"),
        ("FS meets financial officials in Beijing", ""),
    ],
    ids=["one text has the title", "texts of several days have it"],
)
def test_a_text_on_record_without_its_day_came_out_when_the_record_says(
    project: Path, title: str, day: str
) -> None:
    meeting = "Mr John Lee met Mr Zheng Shanjie in Beijing today (December 20)."
    done = draft(project, f"{title}\n\n{meeting}\n")

    for path in (project / "data/meetings/undated").glob("undated-call-john-lee*"):
        path.unlink()
    dates = [line for line in done.stdout.splitlines() if line.startswith("date: ")]
    assert dates == ([f"date: {day}"] if day else [])
    assert ("This is probably meetings/2023-12-20-" in done.stderr) is bool(day)


def test_a_source_is_found_by_its_title_however_its_file_quotes_that(project: Path) -> None:
    source = project / "data/sources/2031/mayors-day.yaml"
    source.parent.mkdir(exist_ok=True)
    source.write_text(
        "title: {en: 'The Mayor''s day: \"planting\" trees'}\n"
        "publisher: {en: Leaves}\npublished: 2031-03-03\nlanguage: en\ngrade: press\nseen: copy\n"
    )
    meeting = "Mr John Lee met the Mayor of Shenzhen, Mr Qin Weizhong, in Shenzhen on March 3."

    done = draft(project, f'The Mayor\'s day: "planting" trees\n\n{meeting}\n')

    assert "mayors-day" in done.stdout
    assert "data/sources/" not in done.stdout
    for path in (source, *(project / "data/meetings/2031").glob("*.yaml")):
        path.unlink()


def test_what_is_only_usual_is_to_be_checked(project: Path) -> None:
    text = "Hong Kong/Shenzhen Cooperation Meeting\n***********\n\nMr John Lee spoke.\n"
    head = draft(project, text).stdout.partition("\nname:")[0]
    assert "# check: kind plenary (not said outright)" in head
    assert "# check: status held (not said outright)" in head
    assert "# check: date (not found)" in head
    assert "status title" not in head


def test_what_is_not_known_of_the_source_is_to_be_checked(project: Path) -> None:
    text = TEXT.replace("March 3", "March 11")
    url = "https://www.info.gov.hk/gia/general/203103/11/P2031031100123.htm"

    found = draft(project, text, "--url", url).stdout.partition("\n# data/sources/")[2]
    for path in (project / "data").rglob("*20310311*"):
        path.unlink()
    (project / "data/meetings/2031/2031-03-11-chief-executive-meets-zheng-shanjie.yaml").unlink()
    guessed = draft(project, text).stdout.partition("\n# data/sources/")[2]

    assert "# check:" not in found
    assert checks(guessed) == [
        "# check: publisher (by the form of the text; no address was given)",
        "# check: grade official (by the form of the text; no address was given)",
    ]
    assert "publisher: {en: 'Information Services Department, HKSAR Government'" in guessed


def test_a_publisher_is_not_guessed_where_the_form_tells_none(project: Path) -> None:
    text = TEXT.partition("\nEnds")[0]

    source = draft(project, text, "--published", "2031-03-03").stdout.partition("# data/sources/")

    assert checks(source[2]) == [
        "# check: publisher (not found; write who published it)",
        "# check: grade repost (by the form of the text; no address was given)",
    ]


def test_the_next_step_is_told(project: Path) -> None:
    told = draft(project, TEXT.replace("March 3", "March 19")).stderr

    *_, names, step = told.strip().split("\n\n")
    assert step == f"Next, what is left to do: coop check {names.replace(chr(10), ' ')}"


def checks(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("# check: ")]


def test_a_site_that_is_not_listed_is_to_be_graded_and_added(project: Path) -> None:
    done = draft(project, TEXT, "--url", "https://www.newpaper.example.com/a.html")

    path, _, text = done.stdout.partition("\n# data/sources/")[2].partition("\n")
    assert path == "2031/newpaper-20310303.yaml"
    (told,) = [line for line in text.splitlines() if line.startswith("# check: grade")]
    assert told.startswith("# check: grade repost (the site is new here: ")
    assert "the line '  - newpaper.example.com' to data/hosts.yaml" in told


def test_releases_of_one_day_without_titles_have_sources_of_their_own(project: Path) -> None:
    text = (
        "   The {}, met the Mayor of Shenzhen in Hong Kong today (March 4).\n\nEnds/March 4, 2031"
    )
    before = files(project)
    for who in ("Chief Executive, Mr John Lee", "Financial Secretary, Mr Paul Chan"):
        done = draft(project, text.format(who), "--published", "2031-03-04")
        assert done.exit_code == 0, done.output
    new = files(project).keys() - before.keys()
    assert len([path for path in new if "/sources/" in path]) == 2


def test_a_plan_on_record_is_named(project: Path) -> None:
    text = (
        "Government publishes Northern Metropolis Action Agenda\n***********\n\nIt is out today.\n"
    )
    done = draft(project, text, "--published", "2023-10-30")
    assert done.exit_code == 0
    assert "This is probably plans/northern-metropolis-action-agenda-2023" in done.stderr


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 something", "a PDF"),
        (b"\x00\x01\x02" * 99, "zero bytes"),
        (b"1234 5678 ....", "no text"),
        (b"a" * 2_000_001, "more than"),
        (b"<div>" * 20_001, "tags"),
        (b"<p " + b'a="b" ' * 5000 + b">The Mayor met the Chief Executive.</p>", "a tag of"),
        ("會面".encode() * 80_000, "letters are no press release"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(project: Path, raw: bytes, words: str) -> None:
    before = files(project)
    done = draft(project, raw)
    assert done.exit_code == 1
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert files(project) == before


@pytest.mark.parametrize("url", ["javascript:alert(1)", "press release", "http://localhost/a"])
def test_what_is_no_address_is_refused_before_anything_is_written(project: Path, url: str) -> None:
    before = files(project)
    done = draft(project, TEXT, "--url", url)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"'{url}' is no address; " in done.stderr
    assert files(project) == before


def test_an_address_without_its_scheme_is_the_one_that_is_meant(project: Path) -> None:
    text = TEXT.replace("March 3, 2031", "December 20, 2023").replace("March 3", "December 20")
    done = draft(project, text, "--url", " www.example.org/2023/a b.htm")
    assert "\nurl: https://www.example.org/2023/a%20b.htm\n" in done.stdout
    assert "This is probably meetings/2023-12-20-" in done.stderr


def test_wrong_use_exits_with_2(project: Path) -> None:
    assert draft(project, TEXT, "--published", "tomorrow").exit_code == 2
    assert "that month has 29 days" in draft(project, TEXT, "--published", "30 Feb 2024").stderr
    assert "no single day such as" in draft(project, TEXT, "--published", "2024-02").stderr
    assert CliRunner().invoke(cli, ["draft", "no-such-file"]).exit_code == 2


LOADED = load(ROOT / "data")
CATALOG = build_catalog([entry.record for entry in LOADED.entries], LOADED.redirects)


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8-sig", "行政長官在北京會見國家發展和改革委員會主任"),
        ("utf-16", "行政長官在北京會見國家發展和改革委員會主任"),
        ("big5hkscs", "行政長官在北京會見國家發展和改革委員會主任"),
        ("gb18030", "行政长官在北京会见国家发展和改革委员会主任"),
        ("utf-16-le", "行政長官在北京會見國家發展和改革委員會主任"),
        ("utf-16-be", "行政長官在北京會見國家發展和改革委員會主任"),
    ],
)
def test_encodings_that_are_in_use_are_read(encoding: str, head: str) -> None:
    text = f"{head}\n\n　　{head[:4]}李家超今日（三月三日）在北京{head[7:9]}主任。"
    found = draft_release(text.encode(encoding), CATALOG).facts()
    assert found["principals"] == ["john-lee"]
    assert found["place"] == "beijing"


def test_a_short_text_with_one_broken_character_is_read_without_it() -> None:
    text = "行政長官李家超今日（二月六日）在北京會見國家發展和改革委員會主任鄭柵潔。\n".encode()

    found = draft_release(text + text[:-3] + b"\xe5\n", CATALOG).facts()

    assert found["record"] == "meeting"


def test_accents_of_windows_are_no_broken_unicode() -> None:
    text = "The Chief Executive met the Mayor at the Caf\xe9 Royal in Beijing today (May 6)."

    assert "Café Royal" in decode_text(text.encode("cp1252"))


def test_pictures_and_scripts_within_a_page_are_no_text() -> None:
    picture = "data:image/png;base64," + "A" * 50_000
    text = (
        f'<html><body><h1>Chief Executive meets Mayor</h1><img src="{picture}">'
        "<script>document.write('in Macao on May 9, 2031')</script>"
        "<p>The Chief Executive, Mr John Lee, met the Mayor of Shenzhen, Mr Qin Weizhong, "
        "in Shenzhen on May 7, 2031.</p></body></html>"
    )
    found = draft_release(text.encode(), CATALOG).facts()
    assert (found["date"], found["place"]) == ("2031-05-07", "shenzhen")


def test_a_text_without_an_end_is_read_to_its_end() -> None:
    text = "行政長官李家超與廣東省省長王偉中、" * 8000
    found = draft_release(text.encode(), CATALOG).facts()
    assert "john-lee" in found["principals"]


@pytest.mark.parametrize(
    "text",
    [
        "李家超率團訪京\n\n在北京會見了率團訪問北京的李家超。李家超率團訪問北京。",
        "John Lee.\nTwentieth Plenary of Hong Kong/Guangdong Co-operation Joint Conference (right)",
    ],
    ids=["a meeting without its host", "a plenary in a caption"],
)
def test_what_is_told_in_part_gives_a_draft(text: str) -> None:
    found = draft_release(text.encode(), CATALOG)
    assert compose_files(found, CATALOG, LOADED.hosts)


PIECES = st.sampled_from(
    [
        *(
            "John Lee",
            "today (March 3)",
            "第三次",
            "深港合作會議",
            "\n\n",
            "***\n",
            "<p>",
            "</p>",
            "---",
        ),
        *(
            "{",
            "}",
            ": ",
            "'",
            '"',
            "#",
            "&",
            "完\n",
            "2024年2月30日",
            "plenary",
            " \x85 ",
            "../../x",
        ),
    ]
)


PHRASES = st.sampled_from(
    [
        phrase
        for path in sorted((ROOT / "tests/draft/open").glob("*.txt"))
        for phrase in re.split(r"(?<=[，。；、,.;:()（）\n])", path.read_text("utf-8"))
    ]
)


@settings(max_examples=60)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(PIECES, max_size=40).map("".join).map(str.encode),
        st.lists(PHRASES, max_size=40).map("".join).map(str.encode),
    )
)
def test_any_bytes_give_a_draft_or_one_message(raw: bytes) -> None:
    try:
        found = draft_release(raw, CATALOG)
    except UnreadableError:
        return
    for file in compose_files(found, CATALOG, LOADED.hosts):
        assert file.path.endswith(".yaml")
        assert ".." not in file.path


def test_of_a_very_long_text_the_beginning_is_read_and_the_editor_is_told() -> None:
    more = "     It was also said that the trees of the two cities grow well in the autumn.\n\n"
    opening, end = TEXT.split("     The two sides", maxsplit=1)[0], "Ends/Monday, March 3, 2031\n"
    text = f"{opening}{more * 400}     The Mayor of Shenzhen, Mr Qin Weizhong, attended.\n\n{end}"

    found = draft_release(text.encode(), CATALOG)
    record = compose_files(found, CATALOG, {})[0].text

    assert found.facts()["date"] == "2031-03-03"
    assert found.release.closing == ("Ends/Monday, March 3, 2031",)
    assert "qin-weizhong" not in record
    read = len(found.release.paragraphs)
    assert 100 < read < 400
    assert (
        f"# check: the rest of the text (it is long; what stands behind para {read} was" in record
    )


@pytest.mark.parametrize("words", ["會議", "第一次"])
def test_words_said_again_and_again_are_read_in_seconds(project: Path, words: str) -> None:
    started = time.process_time()
    done = draft(project, words * 30_000)
    assert done.stdout.startswith("# data/meetings/")
    assert time.process_time() - started < LONGEST


def test_the_last_day_of_a_visit_on_record_is_known_and_a_call_on_it_is_compared(
    tmp_path: Path,
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    begun = (
        "CE visits Chengdu\n\nThe Chief Executive, Mr John Lee, began a three-day visit to Chengdu"
    )
    ended = "CE visits Chengdu\n\nThe Chief Executive, Mr John Lee, visited parks in Chengdu"
    calls = (
        "CE meets Mayor\n\nThe Chief Executive, Mr John Lee, met the Mayor of Wuhan, Mr Xu Kefan,"
    )
    done = draft(tmp_path, f"{begun} today (May 5).\n", "--published", "2031-05-05")
    visit = "meetings/2031-05-05-chief-executive-visits-chengdu"
    assert "On the same days" not in done.stderr
    done = draft(tmp_path, f"{ended} today (May 7).\n", "--published", "2031-05-07")
    assert f"This is probably {visit}; nothing was written." in done.stderr
    done = draft(tmp_path, f"{calls} today (May 6).\n", "--published", "2031-05-06")
    assert f"On the same days, with the same people: {visit}. If one tells" in done.stderr
    assert any((tmp_path / "data/meetings/2031").glob("2031-05-06-*"))
