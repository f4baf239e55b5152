"""What a release names and no record is of becomes a draft of its own, or is only named."""

from __future__ import annotations

import pytest

from coop.catalog import build_catalog
from coop.draft.composing import compose_files
from coop.draft.drafting import draft_release
from coop.loading import load
from tests.draft.scoring import ROOT

LOADED = load(ROOT / "data")
CATALOG = build_catalog([entry.record for entry in LOADED.entries], LOADED.redirects)
TEXT = """\
Hong Kong and Guangdong sign agreement on marine rescue training (with photos)
*******************************************************************************

     The Secretary for Security, Mr Tang Ping-keung, and the Director-General of the Guangdong
Maritime Safety Administration, Ms Lu Yaping, signed the "Co-operation Agreement on Joint Marine
Rescue Training" at a ceremony held in Zhanjiang today (May 7).

     The President of the Guangdong Provincial Academy of Sea Rescue, Mr Ke Yuan, also attended.
It was the Hospital Authority, said its Chairman, that had asked for it.

Ends/Wednesday, May 7, 2031
"""
CHINESE = """\
粵港簽署海上救援訓練協議
*************

　　保安局局長鄧炳強與廣東海事救助局局長陸亞平今日（五月七日）在湛江市簽署《粵港海上救援訓練合作協議》。

完
2031年5月7日（星期三）
"""


def draft(text: str) -> dict[str, str]:
    found = draft_release(text.encode(), CATALOG)
    return {file.path: file.text for file in compose_files(found, CATALOG, LOADED.hosts)}


def test_what_is_new_is_drafted_and_named_in_the_record() -> None:
    files = draft(TEXT)
    paths = {
        "places/zhanjiang.yaml",
        "organisations/guangdong-maritime-safety-administration.yaml",
        "organisations/guangdong-provincial-academy-of-sea-rescue.yaml",
        "plans/co-operation-agreement-joint-marine-rescue-training-2031.yaml",
        "people/lu-yaping.yaml",
    }
    assert paths <= files.keys()
    meeting = next(text for path, text in files.items() if path.startswith("meetings/"))
    assert "# check: place zhanjiang (new)" in meeting
    assert "place: zhanjiang\n" in meeting
    assert "plan: co-operation-agreement-joint-marine-rescue-training-2031" in meeting
    assert "post: guangdong-provincial-academy-of-sea-rescue/president" in meeting
    assert all(text.startswith("# check: ") for path, text in files.items() if path in paths)


@pytest.mark.parametrize(
    ("who", "remark"),
    [
        ("Mr Yang Wanming", "yang-wanming (on record by that name also: yang-wanming-spc)"),
        (
            "Mr Li Bingjun",
            "li-bingjun as Director, Zhanjiang Health Office (not on that person's record; ",
        ),
        ("Ms Lu Yaping", ""),
    ],
)
def test_who_may_be_another_of_the_name_is_to_be_checked(who: str, remark: str) -> None:
    text = (
        "Secretary for Security visits Zhanjiang\n\n"
        "     The Secretary for Security, Mr Tang Ping-keung, visited Zhanjiang today (May 7) and "
        f"met with the Director of the Zhanjiang Health Office, {who}.\n\n"
        "Ends/Wednesday, May 7, 2031\n"
    )
    meeting = next(text for path, text in draft(text).items() if path.startswith("meetings/"))
    told = [line for line in meeting.splitlines() if "the name" in line or "that name" in line]

    assert len(told) == bool(remark)
    assert all(line.startswith(f"# check: {remark}") for line in told)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("places/zhanjiang.yaml", "kind: city"),
        ("organisations/guangdong-maritime-safety-administration.yaml", "side: mainland"),
        (
            "organisations/guangdong-maritime-safety-administration.yaml",
            "{id: director-general, name: {en: Director-General}}",
        ),
        ("plans/co-operation-agreement-joint-marine-rescue-training-2031.yaml", "kind: agreement"),
        (
            "plans/co-operation-agreement-joint-marine-rescue-training-2031.yaml",
            "signed: 2031-05-07",
        ),
        (
            "people/lu-yaping.yaml",
            "post: guangdong-maritime-safety-administration/director-general",
        ),
    ],
)
def test_a_new_record_says_what_the_text_says(path: str, said: str) -> None:
    assert said in draft(TEXT)[path]


def test_what_has_a_name_in_chinese_alone_is_named_and_not_romanised() -> None:
    files = draft(CHINESE)
    assert {path.partition("/")[0] for path in files} == {"meetings", "sources"}
    meeting = next(text for path, text in files.items() if path.startswith("meetings/"))
    for name, kind in (
        ("粵港海上救援訓練合作協議", "plan"),
        ("湛江市", "place"),
        ("陸亞平", "person"),
    ):
        said = f"{name} (no file: its id needs Latin letters, which you choose; coop new {kind})"
        assert f"# new, para 1: {said}\n" in meeting


def test_what_is_on_record_is_not_drafted_again() -> None:
    text = TEXT.replace("Zhanjiang", "Guangzhou").replace(
        "Guangdong\nMaritime Safety Administration", "National Development and Reform Commission"
    )
    kinds = {path.partition("/")[0] for path in draft(text)}
    assert "places" not in kinds
    assert "organisations/national-development-and-reform-commission.yaml" not in draft(text)


def test_a_document_that_comes_out_and_is_not_on_record_is_the_record() -> None:
    text = (
        "Government publishes Marine Rescue Blueprint\n***********\n\n"
        '     The Government published the "Hong Kong Marine Rescue Development Blueprint" today '
        "(May 7).\n\nEnds/Wednesday, May 7, 2031\n"
    )
    files = draft(text)
    plan = files["plans/hong-kong-marine-rescue-development-blueprint-2031.yaml"]
    assert "kind: blueprint" in plan
    assert "issued: 2031-05-07" in plan
    assert not any(path.startswith("meetings/") for path in files)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("出席會議的有湛江市海洋局局長陸亞平。", "湛江市海洋局"),
        ("出席的官員包括湛江市海洋局局長陸亞平。", "湛江市海洋局"),
        ("参加的还有湛江市海洋局局长陆亚平。", "湛江市海洋局"),
        ("保安局局長鄧炳強，以及湛江市海洋局局長陸亞平出席。", "湛江市海洋局"),
        (
            "The Director-General of the Zhanjiang Ocean Department and, Mr Lu Yaping, attended.",
            "Zhanjiang Ocean Department",
        ),
    ],
)
def test_a_body_is_named_without_the_words_that_lead_to_it(sentence: str, body: str) -> None:
    opening = "保安局局長鄧炳強今日（五月七日）在廣州會見湛江市副市長柯遠。"
    if sentence.isascii():
        opening = "The Secretary for Security, Mr Tang Ping-keung, visited Guangzhou on May 7."

    files = draft(f"海上救援\n\n{opening}\n\n{sentence}\n")

    meeting = next(text for path, text in files.items() if path.startswith("meetings/"))
    named = [line for line in meeting.splitlines() if line.startswith("# new") and body in line]
    assert [line.split(": ")[1].partition(" (")[0] for line in named] == [body]


@pytest.mark.parametrize("name", ["《合作安排》", "《發展綱要》", "《若干措施》"])
def test_a_document_by_the_short_name_that_the_text_gives_it_is_no_other(name: str) -> None:
    text = CHINESE.replace("。\n\n完", f"。\n\n　　雙方簽署的{name}即日起生效。\n\n完")

    meeting = next(text for path, text in draft(text).items() if path.startswith("meetings/"))

    assert "海上救援訓練合作協議" in meeting
    assert name.strip("《》") not in meeting
