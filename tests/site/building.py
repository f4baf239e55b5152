"""Real builds of the real site, and of copies of the project that tests may spoil."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
TINY = Path(__file__).parent / "tiny" / "data"
EXAMPLES = ROOT / "scripts" / "coop" / "locale" / "examples"
LOCAL = "http://127.0.0.1:8000/"
ELSEWHERE = "https://example.org/records/"
REPOSITORY = "https://git.example.org/team/records"
_RECORD_LINK = re.compile(
    r"\[([^\]]+)\]\([./]*(?:platforms|meetings|plans|people|topics)/[a-z0-9][^)]*\)"
)
LONGEST = 300  # seconds that a build may take on a busy machine


class Site(NamedTuple):
    """A finished site: where it lies, and the address it was built for (ending in a slash)."""

    folder: Path
    url: str

    def read(self, path: str) -> str:
        """The text of a file, by its path from the site's root."""
        return (self.folder / path).read_text("utf-8")

    def page(self, address: str) -> str:
        """The HTML of the page at an address such as `zh-hant/about/`."""
        return self.read(f"{address}index.html")

    def addresses(self) -> list[str]:
        """The addresses of all pages but the stubs of redirects, sorted."""
        found = (path.parent.relative_to(self.folder) for path in self.folder.rglob("index.html"))
        every = ("" if str(path) == "." else f"{path.as_posix()}/" for path in found)
        return sorted(each for each in every if 'http-equiv="refresh"' not in self.page(each))


def surroundings(**more: str) -> dict[str, str]:
    """The environment for a command of the project, free of what the caller's own may hold."""
    kept = {key: text for key, text in os.environ.items() if key not in {"SITE_URL", "REPO_URL"}}
    fixed = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT / "scripts")}
    return kept | fixed | more


def run(project: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module with arguments in a project and return what it said."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env=surroundings(**environment),
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )


def build(project: Path, folder: Path, **environment: str) -> Site:
    """Build a project strictly into a folder; whatever goes wrong is told in full."""
    done = run(project, "mkdocs", "build", "--strict", "--site-dir", str(folder), **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder, environment.get("SITE_URL", LOCAL))


def copy_project(folder: Path) -> Path:
    """A project with the real code and hand-written pages, but a few made-up records."""
    leave = shutil.ignore_patterns("__pycache__")
    for name in ("docs", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=leave)
    for page in (folder / "docs").rglob("*.md"):  # they lead to records that are not here
        page.write_text(_RECORD_LINK.sub(r"\1", page.read_text("utf-8")), "utf-8")
    shutil.copytree(TINY, folder / "data")
    for example in EXAMPLES.glob("*.yaml"):
        text = example.read_text("utf-8")
        target = folder / text.partition("\n")[0].removeprefix("# ")  # says where it would stand
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def make_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """A folder that the first of several test processes makes while the others wait for it."""
    lock, done, failed = (folder.with_suffix(end) for end in (".lock", ".done", ".failed"))
    try:
        lock.mkdir(parents=True)
    except FileExistsError:
        limit = time.monotonic() + LONGEST
        while not done.exists():
            assert not failed.exists(), f"the build of {folder.name} failed in another process"
            assert time.monotonic() < limit, f"{folder.name} is not there after {LONGEST} seconds"
            time.sleep(0.1)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.mkdir()
        raise
    done.mkdir()
    return folder
