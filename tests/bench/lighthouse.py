"""What Lighthouse says of four pages, as on a phone: `python tests/bench/lighthouse.py`.

Builds the site, serves it compressed as hosts do, runs Lighthouse three times a page and prints
every run and the median. Needs `npm install` in this folder and Chromium.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from machine.browser import NO_BROWSER, find_browser
from tests.browser.serving import FLAGS
from tests.site.building import ROOT, build

PROGRAM = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {
    "home": "",
    "platform": "platforms/hk-guangdong-joint-conference/",
    "meeting": "meetings/2024-02-06-qianhai-task-force-1/",
    "timeline": "timeline/",
}
RUNS = 3
LONGEST = 300  # seconds a run
AIMS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
METRICS = {
    "first-contentful-paint": "FCP",
    "largest-contentful-paint": "LCP",
    "total-blocking-time": "TBT",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "bytes",
}


class Compressing(SimpleHTTPRequestHandler):
    """Serves files compressed, to be kept by the browser for a year."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the headers and return the body."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        body = path.read_bytes()
        kind = self.guess_type(path)
        self.send_response(200)
        if not kind.startswith("image/png"):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def measure(browser: str, address: str) -> dict[str, Any]:
    """Return Lighthouse's report of one run on a page."""
    flags = " ".join(("--headless", "--disable-gpu", "--disable-quic", *FLAGS))
    categories = ",".join(AIMS)
    done = subprocess.run(
        [
            *("node", str(PROGRAM), address, "--quiet", "--output=json"),
            *(f"--only-categories={categories}", f"--chrome-flags={flags}"),
        ],
        env={**os.environ, "CHROME_PATH": browser},
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=True,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Return the four scores of a run, of a hundred."""
    return {name: round(100 * report["categories"][name]["score"]) for name in AIMS}


def describe(report: dict[str, Any]) -> str:
    """Return a run in one line."""
    audits = report["audits"]
    figures = [f"{short} {audits[name]['numericValue']:.6g}" for name, short in METRICS.items()]
    requests = len(audits["network-requests"]["details"]["items"])
    return f"{scores(report)}  {'  '.join(figures)}  requests {requests}"


def compare(browser: str, name: str, address: str) -> bool:
    """Print the runs and the median of a page; returns whether all aims are met."""
    runs = []
    for number in range(1, RUNS + 1):
        report = measure(browser, address)
        sys.stdout.write(f"{name} {number}: {describe(report)}\n")
        sys.stdout.flush()
        runs.append(scores(report))
    median = {key: round(statistics.median(run[key] for run in runs)) for key in AIMS}
    met = all(median[key] >= aim for key, aim in AIMS.items())
    sys.stdout.write(f"{name}: median {median}: {'met' if met else 'MISSED'}\n")
    return met


def main() -> int:
    """Measure the four pages; returns 1 if an aim is missed, 2 if something is not installed."""
    browser = find_browser(os.environ)
    if not browser or not PROGRAM.is_file():
        needed = "npm install in tests/bench" if browser else NO_BROWSER
        sys.stderr.write(f"{needed}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "site"
        handler = partial(Compressing, directory=str(place))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            address = (
                f"http://127.0.0.1:{server.server_port}/"  # so that canonical links are its own
            )
            build(ROOT, place, SITE_URL=address)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            met = [compare(browser, name, address + inner) for name, inner in PAGES.items()]
            server.shutdown()
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
