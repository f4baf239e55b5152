"""`coop new` and `coop stale`: a first version of a record, and what wants looking after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from coop.cli import cli
from coop.editing.starting import QUESTIONS, build_tree, describe_field, suggest_id
from coop.model import MODELS, Kind
from coop.text import Language
from coop.words import load_explanations, load_words
from tests.samples import NAME, SOURCE, make_catalog, meeting_text, write_files

if TYPE_CHECKING:
    from pathlib import Path

REPORT = SOURCE.replace("2020-05-01", "2020-05-03")
FILES = {
    "organisations/office": NAME
    + "side: hksar\nposts: [{id: head, name: {en: Head of Office, zh-Hant: 首長}}]\n",
    "people/chan-sample": "name: {en: Chan Sample}\nsources: [report]\n",
    "places/pier": NAME.replace("Sample", "Old Pier") + "kind: zone\n",
    "places/quay": NAME.replace("Sample", "Old Quay") + "kind: zone\n",
    "platforms/conference": NAME + "sources: [report]\n",
    "sources/2020/report": REPORT,
}
CALL = ["name.en=Sample", "name.zh-Hant=示例", "kind=call", "status=held", "sources=report"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_files(tmp_path / "data", FILES)
    return tmp_path


def run(project: Path, *words: str, answers: str = "", locale: str = "C") -> tuple[int, str]:
    surroundings = {"LC_ALL": locale}
    command = [*words, "--root", str(project)]
    done = CliRunner().invoke(cli, command, input=answers, env=surroundings)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def new(project: Path, kind: str, *values: str) -> tuple[int, str]:
    return run(project, "new", kind, *(f"--set={value}" for value in values))


def test_a_meeting_from_options(project: Path) -> None:
    code, shown = new(
        project, "meeting", *CALL, "date=2020-05-02", "principals.0.post=office/head",
        "platform=conference", "ordinal=1", "translated=en, zh-Hant",
    )  # fmt: skip

    assert (code, shown) == (0, "data/meetings/2020/2020-05-02-conference-1.yaml\n")
    text = (project / "data/meetings/2020/2020-05-02-conference-1.yaml").read_text("utf-8")
    assert text == (
        "name:\n  en: Sample\n  zh-Hant: 示例\ntranslated: [en, zh-Hant]\nkind: call\n"
        "status: held\ndate: 2020-05-02\nplatform: conference\nordinal: 1\n"
        "principals:\n  - {post: office/head}\nsources: [report]\n"
    )
    assert run(project, "fmt", "--check", str(project / "data" / "meetings"))[0] == 0


def test_a_new_record_may_be_taken_back_since_it_was_not_published(project: Path) -> None:
    listed = project / "data" / "published.txt"
    listed.write_text("# Published\nsources/report\n", "utf-8")
    new(project, "place", "name.en=New Pier", "name.zh-Hant=新碼頭", "kind=zone")
    assert listed.read_text("utf-8") == "# Published\nsources/report\n"

    (project / "data/places/new-pier.yaml").unlink()
    assert "E313" not in run(project, "check")[1]


def test_a_meeting_from_answers(project: Path) -> None:
    answers = [
        "Call at the pier", "碼頭通話", "", "cal", "call", "held", "2020-13-02", "2020-05-02", "",
        "", "old", "pier", "chan", "head of", "", "", "sample office",
        "report", "",
    ]  # fmt: skip
    code, shown = run(project, "new", "meeting", answers="\n".join(answers) + "\n")

    assert code == 0, shown
    assert "nothing is called 'cal'" not in shown
    assert "'2020-13-02' is not in the calendar" in shown
    assert "pier  Old Pier · 示例" in shown
    assert "quay  Old Quay · 示例" in shown
    assert "nothing is called 'sample office'" in shown
    text = (project / "data/meetings/2020/2020-05-02-call-pier.yaml").read_text("utf-8")
    assert text == (
        "name:\n  en: Call at the pier\n  zh-Hant: 碼頭通話\nkind: call\nstatus: held\n"
        "date: 2020-05-02\nplace: pier\n"
        "principals:\n  - {person: chan-sample, post: office/head}\nsources: [report]\n"
    )


def test_an_answer_can_be_given_again(project: Path) -> None:
    answers = [
        "<", "Call at the peer", "<", "Call at the pier", "碼頭通話", "", "call", "held",
        "2020-05-02", "conference", "<", "-", "", "pier", "Lee Sample", "y", "\uff1c", "chan",
        "head of", "", "", "report", "<", "", "",
    ]  # fmt: skip
    code, shown = run(project, "new", "meeting", answers="\n".join(answers) + "\n")

    assert code == 0, shown
    assert shown.count("This is the first question") == 1
    for former in ("Call at the peer", "conference", "Lee Sample", "report"):
        assert f"[{former}]" in shown
    text = (project / "data/meetings/2020/2020-05-02-call-pier.yaml").read_text("utf-8")
    assert text == (
        "name:\n  en: Call at the pier\n  zh-Hant: 碼頭通話\nkind: call\nstatus: held\n"
        "date: 2020-05-02\nplace: pier\n"
        "principals:\n  - {person: chan-sample, post: office/head}\nsources: [report]\n"
    )


def test_stopping_on_the_way_back_keeps_every_answer(project: Path) -> None:
    code, shown = run(project, "new", "place", answers="New Quay\n新碼頭\n<\n<\n")

    assert code == 1
    assert "\n\nname:\n  en: New Quay\n  zh-Hant: 新碼頭\n" in shown


def test_what_no_longer_follows_is_taken_back(project: Path) -> None:
    answers = "Lee Sample\n\n\nreport\noffice/head\n2020-05-02\n<\n<\n-\n\n"

    code, shown = run(project, "new", "person", answers=answers)

    assert code == 0, shown
    text = (project / "data/people/lee-sample.yaml").read_text("utf-8")
    assert text == "name:\n  en: Lee Sample\nsources: [report]\n"


@pytest.mark.parametrize(
    ("locale", "options", "asked", "told"),
    [
        ("zh_HK.UTF-8", (), "屬哪類地點", "找不到名為「fr」的項目"),
        ("zh_CN.UTF-8", (), "属哪类地点", "找不到名为“fr”的项目"),
        ("en_GB.UTF-8", ("--lang", "zh-Hant"), "屬哪類地點", "找不到名為「fr」的項目"),
        ("de_DE.UTF-8", (), "What sort of place", "nothing is called 'fr'"),
    ],
)
def test_questions_are_asked_in_the_editors_language(
    project: Path, locale: str, options: tuple[str, ...], asked: str, told: str
) -> None:
    write_files(
        project / "data", {"places/harbour": NAME.replace("示例", "舊碼頭") + "kind: city\n"}
    )
    answers = "New Quay\n新碼頭\nfr\n\nzone\n旧码头\nnew-quay\n"

    code, shown = run(project, "new", "place", *options, answers=answers, locale=locale)

    assert code == 0, shown
    assert asked in shown
    assert told in shown
    assert "→ harbour" in shown, "a name in the other script finds the record"
    text = (project / "data/places/new-quay.yaml").read_text("utf-8")
    assert text == "name:\n  en: New Quay\n  zh-Hant: 新碼頭\nkind: zone\npart_of: harbour\n"


@pytest.mark.parametrize("short", ["", "short: {en: Chan Sample (Pier Office)}\n"])
def test_a_second_person_of_a_name_is_asked_for_what_tells_them_apart(
    project: Path, short: str
) -> None:
    write_files(project / "data", {"people/chan-sample": FILES["people/chan-sample"] + short})
    answers = "Chan Sample\n\n\nChan Sample (Quay Office)\nreport\n\nchan-sample-quay\n"

    code, shown = run(project, "new", "person", answers=answers)

    assert code == 0, shown
    assert shown.count("'Chan Sample' is on record already: data/people/chan-sample.yaml") == 1
    text = (project / "data/people/chan-sample-quay.yaml").read_text("utf-8")
    assert text == (
        "name:\n  en: Chan Sample\nshort: {en: Chan Sample (Quay Office)}\nsources: [report]\n"
    )


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("", 1)])
def test_answers_with_a_mistake_in_them_are_not_lost(project: Path, answer: str, code: int) -> None:
    answers = "Sample notice\n\n\nOffice\n\n\n2020-05-02\nnews.example/a\nen\npress\noriginal\n\n"

    done, shown = run(project, "new", "source", answers=answers + answer)

    assert (done, "E503" in shown) == (code, True)
    file = project / "data/sources/2020/office-20200502.yaml"
    assert file.is_file() == (not code)
    assert "en: Sample notice" in shown or not code


@pytest.mark.parametrize(
    ("kind", "answers", "wrong"),
    [
        ("place", "新碼頭\nNew Quay\n新碼頭\n", "E212"),
        ("place", "New Quay\n新码头\n新碼頭\n", "E208"),
        ("source", "新通知\nNew notice\n\n\nOffice\n", "E212"),
    ],
)
def test_a_text_in_another_script_is_told_at_once(
    project: Path, kind: str, answers: str, wrong: str
) -> None:
    _, shown = run(project, "new", kind, "--lang", "zh-Hant", answers=answers)

    means = load_explanations()[wrong]["why"]["zh-Hant"]
    assert shown.count(means) == 1


@pytest.mark.parametrize(
    ("answer", "taken"),
    [
        ("2 May 2020", "2020-05-02"),
        ("2020年5月2日", "2020-05-02"),
        ("二零二零年五月二日至四日", "2020-05-02/2020-05-04"),
        ("02/05/2020", ""),
    ],
)
def test_what_an_answer_surely_means_is_taken_and_shown(
    project: Path, answer: str, taken: str
) -> None:
    answers = f"Call\n通話\n\ncall\nheld\n{answer}\n"

    _, shown = run(project, "new", "meeting", answers=answers)

    assert ("does not tell the day from the month" in shown) == (not taken)
    if taken:
        assert f"  → {taken}\n" in shown
    assert ("\ndate: " in shown) == bool(taken)


def test_a_choice_may_be_said_by_its_name_and_as_people_write_it(project: Path) -> None:
    write_files(
        project / "data",
        {
            "people/lee": "name: {en: Lee Sample, zh-Hant: 李示例}\nsources: [report]\n",
            "places/old-pier-park": NAME.replace("Sample", "Old Pier Park") + "kind: park\n",
        },
    )
    answers = [
        "Call", "通話", "英文、繁體中文", "會面", "held", "2020-05-02", "無", "無", "old pier",
        "李示例先生", "首長", "Dr Lee", "n", "Dr Chan Sample", "none", "report", "",
    ]  # fmt: skip

    code, shown = run(
        project, "new", "meeting", "--lang", "zh-Hant", answers="\n".join(answers) + "\n"
    )

    assert code == 0, shown
    text = (project / "data/meetings/2020/2020-05-02-call.yaml").read_text("utf-8")
    assert text == (
        "name:\n  en: Call\n  zh-Hant: 通話\ntranslated: [en, zh-Hant]\nkind: call\nstatus: held\n"
        "date: 2020-05-02\nplace: pier\nprincipals:\n  - {person: lee, post: office/head}\n"
        "  - {person: chan-sample}\nsources: [report]\n"
    )


def test_someone_and_a_post_without_a_record_are_written_by_name(project: Path) -> None:
    answers = [
        "Call", "通話", "", "call", "held", "2020-05-02", "", "", "",
        "王小明", "王小明", "是", "碼頭主管", "y", "Wong Siu-ming", "否", "", "", "report", "",
    ]  # fmt: skip

    code, shown = run(project, "new", "meeting", answers="\n".join(answers) + "\n")

    assert code == 0, shown
    text = (project / "data/meetings/2020/2020-05-02-call.yaml").read_text("utf-8")
    assert "  - {name: {zh-Hant: 王小明}, role: {zh-Hant: 碼頭主管}}\n" in text
    assert "Wong" not in text


def test_a_source_may_be_named_that_is_added_later(project: Path) -> None:
    answers = "Call\n通話\n\ncall\nheld\n2020-05-02\n" + "\n" * 7 + "gia-20200502-00123\ny\n\ny\n"

    code, shown = run(project, "new", "meeting", answers=answers)

    assert code == 0, shown
    assert "E302 unknown source 'gia-20200502-00123'" in shown
    text = (project / "data/meetings/2020/2020-05-02-call.yaml").read_text("utf-8")
    assert text.endswith("sources: [gia-20200502-00123]\n")


def test_the_posts_on_someones_record_are_offered_first(project: Path) -> None:
    two = "posts: [{id: head, name: {en: Head}}, {id: deputy, name: {en: Deputy Head}}]\n"
    held = "posts: [{post: second/head, seen: 2020-05-01, sources: [report]}]\n"
    write_files(
        project / "data",
        {
            "organisations/second": NAME + "side: hksar\n" + two,
            "people/lee": "name: {en: Lee Sample}\nsources: [report]\n" + held,
        },
    )
    answers = "Call\n通話\n\ncall\nheld\n2020-05-02\n\n\n\nlee\nhead\n\n\nreport\n\n"

    code, shown = run(project, "new", "meeting", answers=answers)

    assert code == 0, shown
    assert shown.count("  second/head  Head  2020-05-01\n") == 1
    assert "  → second/head  Head\n" in shown


def test_a_body_is_written_with_a_post_and_a_person_with_the_post_held(project: Path) -> None:
    body = "Quay Office\n碼頭辦事處\n\nhksar\n\n\nDirector\n主任\n\nDirector\nreport\n\n"
    assert run(project, "new", "organisation", answers=body)[0] == 0
    someone = "Lee Sample\n\n\nreport\ndirector\n1 May 2020\n\n\n"

    code, shown = run(project, "new", "person", answers=someone)

    assert code == 0, shown
    text = (project / "data/organisations/quay-office.yaml").read_text("utf-8")
    assert "posts:\n  - {id: director, name: {en: Director, zh-Hant: 主任}}\n" in text
    text = (project / "data/people/lee-sample.yaml").read_text("utf-8")
    assert "  - {post: quay-office/director, seen: 2020-05-01, sources: [report]}\n" in text


def test_a_text_that_is_needed_in_one_language_is_asked_for_until_it_is_there(
    project: Path,
) -> None:
    answers = "\n\n\n\n新通知\n\n\n辦事處\n\n2020-05-02\n\nzh-Hant\npress\ncopy\n\nsample notice\n"

    code, shown = run(project, "new", "source", answers=answers)

    assert code == 0, shown
    assert shown.count("At least one of these languages is needed") == 1
    assert (project / "data/sources/2020/sample-notice.yaml").is_file()


def test_a_name_that_is_taken_in_one_language_is_told_with_both(project: Path) -> None:
    answers = "New Quay\n示例\n\n"

    _, shown = run(project, "new", "platform", answers=answers)

    assert "'New Quay · 示例' is on record already: data/platforms/conference.yaml" in shown


def test_only_whole_words_choose_and_the_choice_is_shown_by_name(project: Path) -> None:
    answers = "New Quay\n新碼頭\n\nzone\npie\nold pier\nnew-quay\n"

    code, shown = run(project, "new", "place", answers=answers)

    assert code == 0, shown
    assert shown.index("  pier  Old Pier · 示例") < shown.index("  → pier  Old Pier · 示例")


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Stopped; nothing was written."), ("zh-Hant", "已停止")]
)
def test_answers_that_end_early_write_nothing(project: Path, language: str, told: str) -> None:
    before = sorted(project.rglob("*"))

    code, shown = run(project, "new", "place", "--lang", language, answers="New Quay\n新碼頭\n")

    assert code == 1
    assert f"\n{told}" in shown
    assert "\n\nname:\n  en: New Quay\n  zh-Hant: 新碼頭\n" in shown, "answers are not lost"
    assert sorted(project.rglob("*")) == before


def test_an_id_that_is_none_is_said_to_be_none(project: Path) -> None:
    code, shown = new(project, "place", "id=New Quay", "name.en=New Quay")

    assert code == 2
    assert "'New Quay' is no id. Small letters, digits and single hyphens" in shown


def test_a_wrong_answer_is_explained_in_the_editors_language(project: Path) -> None:
    answers = "Call\n通話\n\ncall\nheld\n2020-13-02\n2020-05-02"

    _, shown = run(project, "new", "meeting", "--lang", "zh-Hans", answers=answers)

    assert (
        "'2020-13-02' is not in the calendar: the month, before the day, is 01 to 12\n  日期写成"
        in shown
    )


def test_what_is_needed_and_the_id_are_asked_for_until_they_are_right(project: Path) -> None:
    answers = "\n\nNew Quay\n新碼頭\n\n\nzone\n\n新碼頭\npier\nnew-quay\n"

    code, shown = run(project, "new", "place", answers=answers)

    assert code == 0, shown
    assert shown.count("This is needed") == 3
    assert shown.count("Small letters, digits and single hyphens") == 1
    assert "'pier' exists already" in shown
    assert (project / "data/places/new-quay.yaml").is_file()


def test_a_meeting_is_not_given_an_id_without_its_date(project: Path) -> None:
    answers = "Call\n通話\n\ncall\nheld\n2020-05-02\n\n\n\n\n\n\n\nreport\ncall\n\n"

    code, shown = run(project, "new", "meeting", answers=answers)

    assert (code, shown.count("a meeting's id starts with its date")) == (0, 1)
    assert (project / "data/meetings/2020/2020-05-02-call.yaml").is_file()


def test_no_question_is_left_over() -> None:
    asked = {f"new.{kind.singular}.{key}" for kind, keys in QUESTIONS.items() for key in keys}
    texts = load_words(Language.EN).texts
    groups = {"any", *(kind.singular for kind in Kind)}
    written = {key for key in texts if key.startswith("new.") and key.split(".")[1] in groups}

    asked |= {f"new.{kind.singular}.id" for kind in Kind}
    assert {key for key in written if not key.startswith("new.any.")} <= asked


@pytest.mark.parametrize("kind", ["Topic", "topics", "data/topics/"])
def test_a_kind_may_be_named_as_its_folder_is(project: Path, kind: str) -> None:
    code, shown = new(project, kind, "name.en=Piers", "name.zh-Hant=碼頭", "group=other")

    assert (code, shown) == (0, "data/topics/piers.yaml\n")


@pytest.mark.parametrize("said", ["en zh-Hant", "en and zh-Hant", "en、zh-Hant", "en,zh-Hant"])
def test_the_words_of_a_list_may_stand_apart_in_any_way(project: Path, said: str) -> None:
    new(project, "topic", "name.en=Piers", "name.zh-Hant=碼頭", "group=other", f"translated={said}")

    text = (project / "data/topics/piers.yaml").read_text("utf-8")
    assert "translated: [en, zh-Hant]" in text


def test_nothing_is_overwritten(project: Path) -> None:
    before = (project / "data/places/pier.yaml").read_bytes()

    code, shown = new(project, "place", "name.en=Pier", "name.zh-Hant=碼頭", "kind=zone")

    assert code == 2
    assert "places/pier exists already" in shown
    assert (project / "data/places/pier.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("values", "code", "said"),
    [
        ([*CALL, "date=2020-05-02", "place=peer"], 1, "did you mean 'pier'?"),
        ([*CALL, "date=2020-05-02", "kind=cal"], 1, "did you mean 'call'?"),
        ([*CALL[1:], "date=2020-05-02", "id=2020-05-02-call"], 1, "E207"),
        (["nam.en=x"], 2, "did you mean 'name.en'?"),
        (["name.en"], 2, "is not KEY=VALUE"),
        (["name=Sample"], 2, "give name.en, name.zh-Hant or name.zh-Hans"),
        (["principals.0.name=Chan"], 2, "give principals.0.name.en, "),
        (["principals=x", "principals.0.post=office/head"], 2, "keep the parts"),
        (["name.zh-Hant=乙"], 1, "'kind' and 'status' are missing"),
        ([*CALL, "date=soon", "id=../../x"], 2, "no id"),
    ],
)
def test_what_is_wrong_is_told_and_not_written(
    project: Path, values: list[str], code: int, said: str
) -> None:
    found, shown = new(project, "meeting", *values)

    assert found == code, shown
    assert said in shown
    assert not (project / "data" / "meetings").exists()


@pytest.mark.parametrize("kind", Kind)
def test_every_question_is_about_a_key_of_the_kind(kind: Kind) -> None:
    catalog = make_catalog()
    words = load_words(Language.EN)
    for key in QUESTIONS[kind]:
        describe_field(catalog, kind, key)
        assert words.has(f"new.{kind.singular}.{key}") or words.has(f"new.any.{key}")
    asked = {key.partition(".")[0] for key in QUESTIONS[kind]}
    needed = {name for name, field in MODELS[kind].model_fields.items() if field.is_required()}
    assert needed <= asked


@pytest.mark.parametrize(
    ("kind", "answers", "meant"),
    [
        (Kind.SOURCES, {"url": "https://a.hk/gia/202402/06/P2024020600123.htm"},
         "gia-20240206-00123"),
        (Kind.SOURCES, {"publisher.en": "Sample Daily", "published": "2024-02"},
         "sample-daily-202402"),
        (Kind.SOURCES, {"publisher.zh-Hant": "示例報", "url": "https://www.sample.hk/a",
         "published": "2024-02-06"}, "sample-20240206"),
        (Kind.MEETINGS, {"name.en": "Chief's visit to the Pier", "date": "2024-05-01/2024-05-03"},
         "2024-05-01-chiefs-visit-pier"),
        (Kind.MEETINGS, {"name.en": "Visit", "date": "XXXX-06-28"}, "undated-visit"),
        (Kind.PLANS, {"name.en": "Pier Plan", "signed": "2024-02"}, "pier-plan-2024"),
        (Kind.PEOPLE, {"name.en": "Chan Tai-man"}, "chan-tai-man"),
        (Kind.PEOPLE, {"name.zh-Hans": "陈"}, ""),
    ],
)  # fmt: skip
def test_the_id_follows_from_the_answers(kind: Kind, answers: dict[str, str], meant: str) -> None:
    assert suggest_id(kind, build_tree(answers)) == meant


def test_stale_lists_what_wants_looking_after(project: Path) -> None:
    announced = meeting_text("2020-05", status="announced", kind="forum")
    ahead = meeting_text("2020-06-01", status="announced", kind="visit")
    weak = SOURCE.replace("press", "reference").replace("seen: copy", "seen: original")
    write_files(
        project / "data",
        {
            "meetings/2020/2020-05-one": announced,
            "meetings/2020/2020-06-01-two": ahead + "note: {en: Only so}\n",
            "people/lee": "name: {zh-Hant: 李}\nsources: [weak]\n",
            "sources/2020/weak": weak + "url: https://example.org/a\n",
        },
    )

    code, shown = run(project, "stale", "--today", "2020-06-01")

    assert (code, shown.splitlines()) == (
        0,
        [
            "Announced meetings gone by: was each held?: 1",
            "  data/meetings/2020/2020-05-one.yaml: announced for 2020-05",
            "Records with no official or press source: 1",
            "  data/people/lee.yaml: only reference; named by 0 records",
            "Records with a text in one language only: 1",
            "  data/meetings/2020/2020-06-01-two.yaml: 1 without zh-Hant",
            "Sources with an address but no archived copy: 1",
            "  data/sources/2020/weak.yaml: named by 1 record",
        ],
    )


def test_stale_goes_by_the_day_and_shows_as_many_as_asked_for(project: Path) -> None:
    text = meeting_text("2020-05-02", status="announced", kind="visit")
    names = [f"meetings/2020/2020-05-02-{name}" for name in ("a", "b", "c")]
    write_files(project / "data", dict.fromkeys(names, text))

    assert run(project, "stale", "--today", "2020-05-02")[1].startswith(
        "Announced meetings gone by: was each held?: 0\n"
    )
    shown = run(project, "stale", "--today", "2020-05-03", "--limit", "2")[1].splitlines()
    assert shown[0].endswith(": 3")
    assert shown[3] == "  … 1 more (--limit 0 shows all)"
    assert run(project, "stale", "--limit", "0")[1].splitlines()[3].startswith("  data/meetings")
