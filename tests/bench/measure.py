"""The site's speed against plain tools, side by side in one run: `python tests/bench/measure.py`.

On made-up records: a full build against plain MkDocs on the same pages as Markdown files, `coop
check` against reading the files and nothing else, both at two sizes for the growth, and how long
a save takes to reach the browser. Commands take turns; medians are printed, of the processor's
time the least as well, and a ratio is the median of those of each turn, beside that of the two
least. CPU is the time of the processor in all processes of a command, peak the most memory that
one of them held. Run it on a quiet machine; only the ratios carry from one machine to another.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from tests.bench.generate import write_records
from tests.site.building import ROOT, surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

BARE = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""
_LINK = re.compile(r"\[([^\]]+)\]\([./]*(?:platforms|meetings|plans|people|topics)/[a-z0-9][^)]*\)")


class Cost(NamedTuple):
    """What a command took: seconds of processor, seconds, mebibytes at most."""

    cpu: float
    wall: float
    peak: float


Costs = dict[str, list[Cost]]


class Case(NamedTuple):
    """A command to measure, where it runs, and whether it is told a new folder for its site.

    None is built where another was removed: for a while after thousands of files were deleted,
    ext4 looks long for room for a new one.
    """

    name: str
    command: list[str]
    folder: Path
    builds: bool = False


def run(case: Case) -> Cost:
    """Run a command once and return what it took."""
    site = ["--site-dir", tempfile.mkdtemp(dir=case.folder)] if case.builds else []
    started = time.perf_counter()
    with subprocess.Popen(
        [*case.command, *site],
        cwd=case.folder,
        env=surroundings(PYTHONPATH=os.pathsep.join((str(ROOT / "scripts"), str(ROOT)))),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        error = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{case.name} failed:\n{error.decode()[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def compare(cases: list[Case], rounds: int) -> Costs:
    """Run commands in turn and return what each took in each turn."""
    costs: Costs = {case.name: [] for case in cases}
    for _ in range(rounds):
        for case in cases:
            costs[case.name].append(run(case))
    return costs


def median(found: Sequence[Cost]) -> Cost:
    """The medians of what a command took."""
    return Cost(*(statistics.median(column) for column in zip(*found, strict=True)))


def relate(ours: Sequence[Cost], theirs: Sequence[Cost]) -> str:
    """How much of the processor's time of one command another takes."""
    turns = statistics.median(a.cpu / b.cpu for a, b in zip(ours, theirs, strict=True))
    least = min(a.cpu for a in ours) / min(b.cpu for b in theirs)
    return f"{turns:.2f}, least {least:.2f}"


def make_project(folder: Path, records: int) -> Path:
    """A project of made-up records with the site's own pages, settings and code."""
    write_records(folder / "data", records)
    shutil.copytree(ROOT / "docs", folder / "docs")
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(_LINK.sub(r"\1", page.read_text("utf-8")), "utf-8")
    (folder / "scripts").symlink_to(ROOT / "scripts")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    one = settings.replace("plugins:\n  - search\n", "plugins: []\n")
    # the hand-written pages in Chinese: what is measured is one language
    one = one.replace("  overrides/\n", "  overrides/\n  zh-hant/\n")
    for name in ("english", "pages"):
        hook = str(ROOT / "tests" / "bench" / f"{name}_hook.py")
        (folder / f"{name}.yml").write_text(one.replace("scripts/site_hook.py", hook), "utf-8")
    return folder


def make_plain(folder: Path, project: Path) -> Path:
    """A project of plain MkDocs whose pages are the English ones of another, as Markdown files."""
    docs = folder / "docs"
    options = ["pages", "--root", str(project), "--out", str(docs)]
    run(Case("pages", [sys.executable, "-m", "coop.cli", *options], project))
    for name in ("zh-hant", "zh-hans", "api", "schemas"):
        shutil.rmtree(docs / name, ignore_errors=True)
    shutil.copytree(project / "docs" / "assets", docs / "assets")
    lists = sorted(page.relative_to(docs).as_posix() for page in docs.glob("*/index.md"))
    settings = {
        "site_name": "Records",
        "site_url": "https://example.org/",
        "nav": [{"Home": "index.md"}, {"Lists": lists}],
        "not_in_nav": "*.md\n",
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.prune", "navigation.indexes"],
        },
        "plugins": [],
        "markdown_extensions": [
            *("attr_list", "def_list", "footnotes", "md_in_html", "tables"),
            *("abbr", "pymdownx.details", "pymdownx.superfences"),
            {"pymdownx.tabbed": {"alternate_style": True}},
            {"toc": {"permalink": True}},
        ],
        "validation": {"links": {"unrecognized_links": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    return folder


def list_cases(folder: Path, records: int) -> list[Case]:
    """The commands to measure for a number of records."""
    project = make_project(folder / f"records-{records}", records)
    plain = make_plain(folder / f"plain-{records}", project)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    check = [str(Path(sys.executable).with_name("coop")), "check", "--root", str(project)]
    bare = [sys.executable, "-c", BARE, str(project / "data")]
    return [
        Case(f"plain build {records}", mkdocs, plain, builds=True),
        Case(f"our build {records}", [*mkdocs, "-f", "english.yml"], project, builds=True),
        Case(f"our pages {records}", [*mkdocs, "-f", "pages.yml"], project, builds=True),
        Case(f"three languages {records}", mkdocs, project, builds=True),
        Case(f"bare read {records}", bare, project),
        Case(f"coop check {records}", check, project),
    ]


def measure_reload(project: Path, times: int) -> list[float]:
    """Seconds from a save to the moment at which an open page is told to reload."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", url[7:-1]]
    environment = surroundings(SITE_URL=url)
    with subprocess.Popen(command, cwd=project, env=environment) as process:
        try:
            wait_for(url)
            return [save(project, url, number) for number in range(times)]
        finally:
            process.terminate()


def get(url: str) -> str:
    """What a server answers."""
    with urlopen(url, timeout=300) as answer:  # noqa: S310 - our own server
        text: str = answer.read().decode("utf-8")
    return text


def wait_for(url: str) -> None:
    """Wait until a server answers."""
    while True:
        try:
            get(url)
        except OSError:
            time.sleep(0.2)
        else:
            return


def save(project: Path, url: str, number: int) -> float:
    """Change a date in a record; returns the seconds until an open page shows it."""
    record = next(iter(sorted((project / "data" / "meetings").rglob("*-meeting-1.yaml"))))
    page = f"{url}meetings/{record.stem}/"
    found = re.search(r"livereload\((\d+), (\d+)\)", get(page))
    if not found:
        raise SystemExit("the page does not wait for a reload")
    time.sleep(1)
    text = record.read_text("utf-8")
    day = f"{10 + number:02}"
    started = time.perf_counter()
    record.write_text(re.sub(r"(?m)^(date: \d{4}-\d\d-)\d\d", rf"\g<1>{day}", text), "utf-8")
    while int(get(f"{url}livereload/{found[1]}/{found[2]}")) <= int(found[1]):
        pass
    if f"-{day}" not in get(page):
        raise SystemExit("the page does not show what was saved")
    return time.perf_counter() - started


def report(costs: Costs, small: int, large: int) -> None:
    """Print what the commands took and what it means."""
    for name, found in costs.items():
        cost, least = median(found), min(each.cpu for each in found)
        cpu = f"CPU {cost.cpu:6.2f} s, least {least:6.2f} s"
        say(f"{name:24} {cpu}  wall {cost.wall:6.2f} s  peak {cost.peak:4.0f} MiB")
    for size in (small, large):
        plain, bare = costs[f"plain build {size}"], costs[f"bare read {size}"]
        build = relate(costs[f"our build {size}"], plain)
        pages = relate(costs[f"our pages {size}"], plain)
        say(f"{size} records: build / plain {build} (at most 0.45)")
        say(f"{size} records: the same pages, without tables, feeds, JSON / plain {pages}")
        check = relate(costs[f"coop check {size}"], bare)
        say(f"{size} records: check / bare read {check} (at most 1.5)")
    for name in ("our build", "three languages", "coop check"):
        grown = median(costs[f"{name} {large}"]).cpu / median(costs[f"{name} {small}"]).cpu
        exponent = math.log(grown) / math.log(large / small)
        say(f"growth of {name}: x{grown:.2f}, exponent {exponent:.2f} (at most 1)")


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description="Measure the site's speed.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--records", type=int, nargs=2, default=[1000, 3000])
    options = parser.parse_args()
    small, large = options.records
    with tempfile.TemporaryDirectory() as folder:
        cases = [case for size in (small, large) for case in list_cases(Path(folder), size)]
        report(compare(cases, options.rounds), small, large)
        waits = measure_reload(Path(folder) / f"records-{small}", 5)
    say(f"save to reload, {small} records: {statistics.median(waits):.2f} s (less than 2)")


if __name__ == "__main__":
    main()
