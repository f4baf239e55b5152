"""What a pull request is told about itself, and that the workflow for it is safe for forks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coop.history.summary import describe_changes
from coop.loading import load
from coop.model import Kind
from coop.yamlio import read_document
from tests.samples import NAME, SOURCE, meeting_text, write_files

ROOT = Path(__file__).resolve().parents[2]
FORGE = ROOT / ".github"
OLD = {
    "meetings/2020/2020-05-02-call": meeting_text("2020-05-02", place="pier"),
    "places/pier": NAME + "kind: zone\n",
    "sources/2020/report": SOURCE,
}


def folders(tmp_path: Path, new: dict[str, str]) -> tuple[Path, Path]:
    before, after = tmp_path / "old" / "data", tmp_path / "new" / "data"
    write_files(before, OLD)
    write_files(after, new)
    return before, after


def describe(tmp_path: Path, new: dict[str, str]) -> tuple[str, list[str]]:
    lines, lost = describe_changes(*map(load, folders(tmp_path, new)))
    return "\n".join(lines[2:]), lost


def test_nothing_changed(tmp_path: Path) -> None:
    assert describe(tmp_path, OLD) == ("No record changes.", [])


def test_a_change_is_told_field_by_field(tmp_path: Path) -> None:
    text = meeting_text("2020-05-03", place="pier", note="{en: '*<b>*'}")
    new = OLD | {"meetings/2020/2020-05-02-call": text, "places/quay": NAME + "kind: zone\n"}

    told, lost = describe(tmp_path, new)

    assert told.splitlines() == [
        "- added: `places/quay` (page `/places/quay/`) — <code>Sample</code>",
        "- changed: `meetings/2020-05-02-call` (page `/meetings/2020-05-02-call/`)",
        "  - <code>date</code>: <code>2020-05-02</code> → <code>2020-05-03</code>",
        "  - <code>note</code>: nothing → <code>en: &#42;&lt;b&gt;&#42;</code>",
    ]
    assert not lost


def test_an_id_may_not_vanish(tmp_path: Path) -> None:
    without = {name: text for name, text in OLD.items() if name != "places/pier"}

    told, lost = describe(tmp_path, without)

    assert told == "- removed: `places/pier` — **no redirect leads on**"
    assert lost == ["places/pier"]


def test_a_redirect_or_a_file_that_cannot_be_read_is_no_loss(tmp_path: Path) -> None:
    new = OLD | {"places/quay": OLD["places/pier"], "redirects": "places/pier: places/quay\n"}
    del new["places/pier"]
    new["sources/2020/report"] = "title: ["

    told, lost = describe(tmp_path, new)

    assert told.splitlines() == [
        "- cannot be read as it is: `sources/report`",
        "- renamed: `places/pier` → `places/quay` (page `/places/quay/`)",
    ]
    assert not lost


def test_a_new_file_that_cannot_be_read_is_told_whatever_its_name(tmp_path: Path) -> None:
    new = OLD | {"places/a`b": "kind: [", "redirects": "places/old: places/pier\n"}

    told, lost = describe(tmp_path, new)

    assert told == "- added, but cannot be read as it is: <code>data/places/a&#96;b.yaml</code>"
    assert not lost


def test_a_rename_tells_what_else_changes_and_counts_what_only_follows(tmp_path: Path) -> None:
    office = NAME + "side: hksar\nposts: [{id: head, name: {en: Head}}]\nsources: [report]\n"
    someone = (
        "name: {en: Chan}\nposts: [{post: office/head, sources: [report]}]\nsources: [report]\n"
    )
    other = someone.replace("Chan", "Lee")
    write_files(tmp_path / "old/data", {"sources/2020/report": SOURCE, "people/chan": someone})
    write_files(tmp_path / "old/data", {"people/lee": other, "organisations/office": office})
    new = {
        "sources/2020/report": SOURCE,
        "redirects": "organisations/office: organisations/body\n",
    }
    new["people/chan"] = someone.replace("office/head", "body/head")
    new["people/lee"] = other.replace("office/head", "body/head").replace("Lee", "Li")
    new["organisations/body"] = office.replace("hksar", "mainland")
    write_files(tmp_path / "new/data", new)

    lines, lost = describe_changes(load(tmp_path / "old/data"), load(tmp_path / "new/data"))

    assert lines[2:] == [
        "- renamed: `organisations/office` → `organisations/body` (page `/organisations/body/`)",
        "  - <code>side</code>: <code>hksar</code> → <code>mainland</code>",
        "- changed: `people/lee` (page `/people/lee/`)",
        "  - <code>name.en</code>: <code>Lee</code> → <code>Li</code>",
        "  - <code>posts 1</code>: nothing → <code>post: body/head, sources: id: report</code>",
        "  - <code>posts 1</code>: <code>post: office/head, sources: id: report</code> → nothing",
        "- 1 other record changed in the new ids alone",
    ]
    assert not lost


def test_an_id_of_two_kinds_follows_only_where_it_changes(tmp_path: Path) -> None:
    plan = NAME + "kind: agreement\nplaces: [park]\ntopics: [park]\nsources: [report]\n"
    place, topic = NAME + "kind: zone\n", NAME + "group: other\n"
    kept = {"sources/2020/report": SOURCE, "topics/park": topic}
    old = {**kept, "places/park": place, "plans/a": plan}
    redirects = {"redirects": "places/park: places/zone\n"}
    new = {
        **kept,
        **redirects,
        "places/zone": place,
        "plans/a": plan.replace("[park]", "[zone]", 1),
    }
    write_files(tmp_path / "old/data", old)
    write_files(tmp_path / "new/data", new)

    lines, _ = describe_changes(load(tmp_path / "old/data"), load(tmp_path / "new/data"))

    assert lines[2:] == [
        "- renamed: `places/park` → `places/zone` (page `/places/zone/`)",
        "- 1 other record changed in the new ids alone",
    ]


def test_the_exit_code_tells_of_a_loss(tmp_path: Path) -> None:
    before, after = folders(tmp_path, {"sources/2020/report": SOURCE})
    command = [sys.executable, "-m", "coop.history.summary", str(before), str(after)]
    done = subprocess.run(
        command, cwd=ROOT / "scripts", capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "places/pier has gone" in done.stderr
    assert done.stdout.startswith("## What this changes\n\n- removed: `meetings/")


def read_tree(path: Path) -> Any:
    document, findings = read_document(path.name, path.read_bytes())
    assert document, findings
    return document.tree


def workflows() -> list[Path]:
    return sorted((FORGE / "workflows").glob("*.y*ml"))


WRITES = {  # what a workflow may write, and what starts it
    "check.yml": ({"pull_request", "push"}, {}),
    "labels.yml": ({"pull_request_target"}, {"pull-requests": "write"}),
    "links.yml": ({"schedule", "workflow_dispatch"}, {"issues": "write"}),
}


@pytest.mark.parametrize("path", workflows(), ids=lambda path: path.name)
def test_a_workflow_is_safe_for_forks(path: Path) -> None:
    text, tree = path.read_text("utf-8"), read_tree(path)
    starts, writes = WRITES[path.name]

    assert set(tree["on"]) == starts
    assert "secrets." not in text
    if not writes:
        assert tree["permissions"] == {"contents": "read"}
    for job in tree["jobs"].values():
        granted = {"contents": "read", **writes}
        assert job.get("permissions", tree["permissions"]) == granted
        for step in job["steps"]:
            check_step(step)


def check_step(step: dict[str, Any]) -> None:
    if "uses" in step:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
    else:
        assert "${{" not in step["run"], "a value from outside would be run as a program"
    if str(step.get("uses", "")).startswith("actions/checkout@"):
        assert step["with"]["persist-credentials"] == "false"


def test_what_runs_in_the_name_of_the_main_branch_fetches_and_runs_nothing_of_the_change() -> None:
    tree = read_tree(FORGE / "workflows" / "labels.yml")

    (job,) = tree["jobs"].values()
    assert [step["uses"].partition("@")[0] for step in job["steps"]] == ["actions/labeler"]


SCHEMAS = {
    "github-workflows": sorted((FORGE / "workflows").iterdir()),
    "github-issue-forms": [
        path for path in sorted((FORGE / "ISSUE_TEMPLATE").iterdir()) if path.name != "config.yml"
    ],
    "github-issue-config": [FORGE / "ISSUE_TEMPLATE" / "config.yml"],
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_forge_can_read_its_files(name: str) -> None:
    command = [
        str(Path(sys.executable).with_name("check-jsonschema")),
        f"--builtin-schema=vendor.{name}",
        *map(str, SCHEMAS[name]),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_labels_and_owners_name_folders_that_exist() -> None:
    labels = read_tree(FORGE / "labeler.yml")
    globs = [
        glob
        for rules in labels.values()
        for rule in rules
        for one in rule["changed-files"]
        for globs in one.values()
        for glob in ([globs] if isinstance(globs, str) else globs)
    ]
    lines = (FORGE / "CODEOWNERS").read_text("utf-8").splitlines()
    owned = [line.split()[0].strip("/") for line in lines if line and line[0] not in "#*"]

    assert [glob for glob in globs if not any(ROOT.glob(glob))] == []
    assert [path for path in owned if not (ROOT / path).exists()] == []
    covered = {glob.removesuffix("/**") for glob in globs}
    assert {f"data/{kind}" for kind in Kind} <= covered


def test_there_is_a_workflow_and_its_modules_exist() -> None:
    assert workflows()
    text = "".join(path.read_text("utf-8") for path in workflows())
    for name in re.findall(r"python -m (coop[.\w]+)", text):
        assert (ROOT / "scripts" / name.replace(".", "/")).with_suffix(".py").is_file()


def test_each_action_has_one_commit() -> None:
    text = "".join(path.read_text("utf-8") for path in workflows())
    used = set(re.findall(r"uses: (actions/[a-z-]+)@(\w+) # (v[\d.]+)\n", text))

    assert len(used) == len({name for name, _, _ in used}) >= 3


def test_the_page_fills_the_form_for_a_mistake() -> None:
    form = read_tree(FORGE / "ISSUE_TEMPLATE" / "report-a-mistake.yml")
    link = (ROOT / "docs" / "overrides" / "partials" / "edit.html").read_text("utf-8")

    assert "page" in {part.get("id") for part in form["body"]}
    assert "template=report-a-mistake.yml&amp;page=" in link
