"""The steps of the check of a pull request, run as the forge runs them, on a hostile change."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coop.yamlio import read_document
from tests.repositories import commit, git
from tests.samples import NAME, SOURCE, meeting_text

REPORT = SOURCE.replace("2020-05-01", "2020-05-03")
ROOT = Path(__file__).resolve().parents[2]
CITY = "name:\n  en: Sample\n  zh-Hant: 示例\nkind: city\n"
BEFORE = {
    "data/meetings/2020/2020-05-02-call.yaml": meeting_text("2020-05-02", place="pier"),
    "data/places/pier.yaml": CITY,
    "data/places/quay.yaml": CITY.replace("Sample", "Quay").replace("示例", "碼頭"),
    "data/sources/2020/report.yaml": REPORT,
    "data/published.txt": "places/pier\n",
}
SAYS = '"<b>x</b> ![x](http://example.net) @all `c` **b** ~~~~~~~~"'
HOSTILE = {
    "data/places/fence.yaml": "kind:   city\n" + NAME.replace("Sample", f"{SAYS}"),
    "data/places/folded.yaml": CITY.replace("Sample", "Sample\n   ~~~~~~~~\n"),
    "data/places/a b\n::set-output name=x::y\n::error::z.yaml": CITY.replace("kind: ", "kind:   "),
    "data/places/c\r# title.yaml": CITY.replace("kind: ", "kind:   "),
    os.fsdecode(b"data/places/\xff.yaml"): CITY,
    "data/sources/20`20) [x](http:/example.net) `/other.yaml": SOURCE,
}

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the forge runs Linux; no other system has names like these"
)


class Forge:
    """A pull request that is merged into its base, and the steps of a job for it."""

    def __init__(self, folder: Path) -> None:
        self.root, self._temp = folder / "work", folder / "temp"
        self._temp.mkdir()
        self.summary = folder / "summary.md"
        self.summary.touch()
        self.root.mkdir()
        shutil.copytree(ROOT / "scripts", self.root / "scripts")
        git(self.root, "init", "--initial-branch", "main")
        commit(self.root, BEFORE, day=1)
        git(self.root, "checkout", "-b", "change")

    def merge(self) -> None:
        """Merge the change into its base, as the forge does before it runs a check."""
        git(self.root, "checkout", "main")
        git(self.root, "merge", "--no-ff", "change", "--message", "merge", day=3)

    def run(self, name: str) -> subprocess.CompletedProcess[str]:
        """Run the step that is called so."""
        path = ROOT / ".github" / "workflows" / "check.yml"
        document, findings = read_document(path.name, path.read_bytes())
        assert document, findings
        job = document.tree["jobs"]["records"]
        step = next(step for step in job["steps"] if step["name"].startswith(name))
        bash = ["bash", "-e"] if "shell" not in step else ["bash", "-eo", "pipefail"]
        python = Path(sys.executable).parent
        environment = {
            "PATH": f"{python}{os.pathsep}{os.environ['PATH']}",
            "RUNNER_TEMP": str(self._temp),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            **job["env"],
        }
        return subprocess.run(
            [*bash, "-c", step["run"]],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            errors="backslashreplace",
            check=False,
        )


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path)


def test_a_good_change_passes_and_is_told(forge: Forge) -> None:
    commit(
        forge.root,
        {"data/places/new.yaml": CITY.replace("Sample", "New").replace("示例", "新")},
        day=2,
    )
    forge.merge()

    steps = ("Check", "Show", "Tell", "Look at the form")
    assert [forge.run(step).returncode for step in steps] == [0, 0, 0, 0]
    told = forge.summary.read_text("utf-8")
    assert "- added: `places/new` (page `/places/new/`) — <code>New</code>\n" in told
    assert "### Form" not in told


def test_nothing_of_a_hostile_change_is_markdown_or_a_command(forge: Forge) -> None:
    commit(forge.root, HOSTILE, day=2)
    forge.merge()

    done = [forge.run(step) for step in ("Check", "Show", "Tell", "Look at the form")]

    assert [one.returncode for one in done] == [1, 0, 0, 0]
    commands = {line.partition(" ")[0] for one in done for line in one.stdout.splitlines()}
    assert commands <= {"::error", "::notice"}
    assert not any("Traceback" in one.stderr for one in done)
    told, _, form = forge.summary.read_text("utf-8").partition("### Form\n")
    assert "(page `/sources/2020/#other`)" in told
    assert "<code>&lt;b&gt;x&lt;/b&gt; &#33;&#91;x&#93;(http&#58;//example.net)" in told
    assert not re.search(r"://|www\.|<(?!/?code>)|[*@~]|!\[", told.replace("**no redirect", ""))
    assert "~~~~~~~~" in form
    assert all(line.startswith("    ") for line in form.splitlines() if line)
    assert "\r" not in form


def test_an_id_that_goes_is_told_on_the_change(forge: Forge) -> None:
    (forge.root / "data" / "places" / "quay.yaml").unlink()
    commit(forge.root, {}, day=2)
    forge.merge()

    assert forge.run("Check").returncode == 0
    done = forge.run("Tell")
    assert done.returncode == 1
    assert done.stderr.startswith("::error title=Id gone::places/quay has gone; ")
    assert "**no redirect leads on**" in forge.summary.read_text("utf-8")


def test_what_a_change_itself_listed_may_have_gone_again(forge: Forge) -> None:
    commit(forge.root, {"data/published.txt": "places/pier\nplaces/peir\nplaces/quay\n"}, day=2)
    forge.merge()

    assert "places/peir" in forge.run("Check").stdout, "the branch is not known to be a change"
    assert forge.run("Name the base").returncode == 0
    assert forge.run("Check").returncode == 0


def test_findings_stand_at_their_lines_and_notices_only_about_what_changes(forge: Forge) -> None:
    wrong = meeting_text("2020-05-03", place="peir")
    commit(forge.root, {"data/meetings/2020/2020-05-02-call.yaml": wrong}, day=2)
    forge.merge()

    file = "file=data/meetings/2020/2020-05-02-call.yaml"
    check, show = forge.run("Check"), forge.run("Show")
    assert check.returncode == 1
    assert f"::error {file},line=6,col=8,title=E302::unknown place 'peir'; did you" in check.stdout
    assert "::notice" not in check.stdout
    assert show.stdout.startswith(f"::notice {file},line=5,col=7,title=N410::")
