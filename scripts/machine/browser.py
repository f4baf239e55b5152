"""A browser for tests and pictures: one that the machine has, else one that it can get."""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from machine.environment import venv_python
from machine.steps import ROOT, SetupError, Step, read_output, run_step, say

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_BROWSER = (
    "no browser was found. Install Chromium, Chrome or Edge, or set CHROMIUM to the path of one; "
    "or run the tests without one: python3 scripts/dev.py test --no-browser"
)
BROWSER_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
WINDOWS_BROWSERS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as tools: print(tools.chromium.executable_path)"
)


def find_browser(environment: Mapping[str, str]) -> str:
    """Return the browser that CHROMIUM names, else the first one that this machine has."""
    path = environment.get("PATH", os.defpath)
    chosen = environment.get("CHROMIUM", "")
    programs = [environment.get(key) for key in WINDOWS_FOLDERS]
    windows = [f"{folder}/{name}" for folder in programs if folder for name in WINDOWS_BROWSERS]
    names = [chosen] if chosen else [*BROWSER_NAMES, *windows]
    found = next(filter(None, (shutil.which(name, path=path) for name in names)), "")
    if chosen and not found:
        raise SetupError(f"CHROMIUM is set to {chosen}, and no program is there")
    return found


def find_playwright_browser() -> str:
    """Return the Chromium that Playwright has downloaded before, if it has."""
    path = read_output([str(venv_python(ROOT)), "-c", PLAYWRIGHT_PATH]).strip()
    return path if path and Path(path).exists() else ""


def is_debian_root() -> bool:
    """Return whether Debian's packages can be installed without asking anyone."""
    with contextlib.suppress(OSError):
        is_debian = platform.freedesktop_os_release()["ID"] == "debian"
        return is_debian and getattr(os, "geteuid", lambda: 1)() == 0
    return False


def plan_browser() -> list[list[Step]]:
    """Return the ways in which this machine may get a browser, the best first."""
    apt = ["apt-get", "install", "-y", "chromium", "fonts-noto-cjk"]
    debian = [
        Step("Reading Debian's list of packages", ["apt-get", "update"]),
        Step("Installing Chromium", apt),
    ]
    playwright = [str(venv_python(ROOT)), "-m", "playwright", "install", "chromium"]
    download = [Step("Downloading Chromium", playwright)]
    return [debian, download] if is_debian_root() else [download]


def obtain_browser() -> str:
    """Return a browser, if need be a new one; nothing when there is none to be had."""
    found = find_browser(os.environ) or find_playwright_browser()
    for way in [] if found else plan_browser():
        try:
            for step in way:
                run_step(step)
        except (SetupError, OSError) as error:
            say(str(error))
        found = find_browser(os.environ) or find_playwright_browser()
        if found:
            break
    return found
