"""One style for all code: ruff, its formatter and mypy, with few exceptions and their reasons."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_EXCEPTIONS = 15
CODE = re.compile(r"[A-Z]+[0-9]{3,4}")
SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore|mypy:)(?P<rest>[^\n]*)")
SPECIFIC = re.compile(r":?\s*(?:\[[a-z-]+(?:,\s*[a-z-]+)*\]|[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)")


def ignored_rules() -> Iterator[str]:
    """Yield each entry of ruff's lists of ignored rules, for all files and for some."""
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]
    yield from lint["ignore"]
    for rules in lint["per-file-ignores"].values():
        yield from rules


def own_modules() -> Iterator[Path]:
    """Yield every Python file of the project."""
    for folder in ("scripts", "tests"):
        yield from sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize(
    "tool", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=" ".join
)
def test_the_code_is_clean(tool: list[str]) -> None:
    command = [sys.executable, "-m", *tool]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_few_rules_are_ignored() -> None:
    assert len(list(ignored_rules())) <= MOST_EXCEPTIONS


def test_each_ignored_rule_is_one_rule_with_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    for rule in ignored_rules():
        assert CODE.fullmatch(rule), f"{rule} is not a single rule"
        assert re.search(rf'^ +"{rule}", +# \w.*\w$', text, re.MULTILINE), f"{rule}: no reason"


def test_each_exception_in_the_code_has_its_reason() -> None:
    bare = []
    for path in own_modules():
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            silenced = SILENCED.search(line)
            if silenced and not re.search(r"\w{3}", SPECIFIC.sub("", silenced["rest"], count=1)):
                bare.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert bare == []
