"""A project of its own for each test that spoils one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.building import copy_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Return a project of its own with a few made-up records."""
    return copy_project(tmp_path / "tiny")
