"""The finished sites that tests read, each built once however many processes test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.site.building import ELSEWHERE, LOCAL, REPOSITORY, ROOT, Site, build
from tests.site.building import make_once as once

if TYPE_CHECKING:
    from pathlib import Path

# A busy machine is no mistake: examples have no time limit. Every run tries the same ones.
settings.register_profile("project", deadline=None, derandomize=True, database=None)
settings.load_profile("project")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Return a folder that all processes of this test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if hasattr(request.config, "workerinput") else base


@pytest.fixture(scope="session")
def site(shared: Path) -> Site:
    """Return the real site, as built without any setting."""
    return Site(once(shared / "site", lambda folder: build(ROOT, folder)), LOCAL)


@pytest.fixture(scope="session")
def hosted(shared: Path) -> Site:
    """Return the real site, as built for a host that serves it below a path."""
    folder = once(
        shared / "hosted",
        lambda folder: build(ROOT, folder, SITE_URL=ELSEWHERE, REPO_URL=f"{REPOSITORY}/"),
    )
    return Site(folder, ELSEWHERE)
