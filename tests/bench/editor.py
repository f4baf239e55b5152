"""What a code editor offers in a record: asked of the YAML language server that editors use.

`npm install --no-package-lock` in this folder first; then, from the project's folder,
`PYTHONPATH=scripts:. python tests/bench/editor.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from coop.catalog import build_catalog
from coop.editing.completion import write_editor_schemas
from coop.loading import load
from coop.model import MODELS, Kind

ROOT = Path(__file__).resolve().parents[2]
SERVER = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin"
RECORD = "data/meetings/2030/2030-01-01-example.yaml"
TEXT = """\
name: {en: Example, zh-Hant: 例}
kind: plenary
status: hel
date: 2030
platform: hk-shang
place: atlantis
principals:
  - {person: john-lee, post: hksar-government/chief-executive}
sources: [wiki-joint-conference]
ordinl: 3
"""


class Server:
    """The language server, spoken to in JSON-RPC over its standard input and output."""

    def __init__(self, settings: dict[str, Any]) -> None:
        command = ["node", str(SERVER / "yaml-language-server"), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._settings = settings
        self._number = 0
        self.told: list[dict[str, Any]] = []

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Return the answer to a request."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while (message := self._receive()).get("id") != self._number or "method" in message:
            self._take(message)
        return message["result"]

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def wait_for(self, method: str) -> dict[str, Any]:
        """Return the next message of the server about something."""
        while True:
            message = self._receive()
            if message.get("method") == method:
                params: dict[str, Any] = message["params"]
                return params
            self._take(message)

    def end(self) -> None:
        """Stop the server."""
        self._process.kill()
        self._process.wait()

    def _take(self, message: dict[str, Any]) -> None:
        if "method" not in message or "id" not in message:
            return
        result: Any = None
        if message["method"] == "workspace/configuration":
            items = message["params"]["items"]
            result = [self._settings.get(item.get("section")) for item in items]
        self._send({"id": message["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def main() -> int:
    """Print what the editor underlines, offers and explains; 1 if it is not what it should be."""
    loaded = load(ROOT / "data")
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    with tempfile.TemporaryDirectory() as folder:
        write_editor_schemas(catalog, Path(folder))
        return _try(Path(folder))


def _try(folder: Path) -> int:
    schemas = {(folder / f"{kind}.json").as_uri(): f"data/{kind}/**/*.yaml" for kind in Kind}
    yaml: dict[str, Any] = {"schemas": schemas, "completion": True}
    yaml |= {"validate": True, "hover": True, "schemaStore": {"enable": False}}
    server = Server({"yaml": yaml})
    try:
        server.ask("initialize", {"processId": None, "rootUri": ROOT.as_uri(), "capabilities": {}})
        server.tell("initialized", {})
        server.tell("workspace/didChangeConfiguration", {"settings": {"yaml": yaml}})
        name = _open(server, RECORD, TEXT)
        wrong = server.wait_for("textDocument/publishDiagnostics")["diagnostics"]
        lines = sorted({one["range"]["start"]["line"] + 1 for one in wrong})
        for one in wrong:
            sys.stdout.write(f"line {one['range']['start']['line'] + 1}: {one['message'][:110]}\n")
        words = _offered(server, name, 2, len("status: hel"))
        platforms = _offered(server, name, 4, len("platform: "))
        keys = _offered(server, name, 10, 0)
        at = {"textDocument": {"uri": name}, "position": {"line": 3, "character": 1}}
        help_text = server.ask("textDocument/hover", at)
        bare = [kind.value for kind in Kind if not _explains(server, kind)]
    finally:
        server.end()
    sys.stdout.write(
        f"status: {words}\nplatform: {len(platforms)} ids\nkeys: {[*keys]}\n"
        f"{help_text}\nkinds whose keys are not all explained: {bare}\n"
    )
    good = [
        lines == [3, 5, 6, 10],
        words.get("held") == "reported to have taken place",
        "滬港" in platforms.get("hk-shanghai-cooperation-conference", ""),
        not bare,
        "outcomes" in keys,
        "left out when nothing is known" in json.dumps(help_text),
    ]
    return int(not all(good))


def _open(server: Server, path: str, text: str) -> str:
    name = (ROOT / path).as_uri()
    document = {"uri": name, "languageId": "yaml", "version": 1, "text": text}
    server.tell("textDocument/didOpen", {"textDocument": document})
    return name


def _explains(server: Server, kind: Kind) -> bool:
    """Whether every key of a kind is offered in a new file of its folder, with its meaning."""
    year = "2030/" if kind in {Kind.MEETINGS, Kind.SOURCES} else ""
    name = _open(server, f"data/{kind}/{year}new.yaml", "\n")
    offered = _offered(server, name, 0, 0)
    wanted = {field.alias or key for key, field in MODELS[kind].model_fields.items()}
    return wanted <= offered.keys() and all(offered[key] for key in wanted)


def _offered(server: Server, name: str, line: int, character: int) -> dict[str, str]:
    """What is offered at a place, each with what is said of it."""
    position = {"line": line, "character": character}
    params = {"textDocument": {"uri": name}, "position": position}
    items = server.ask("textDocument/completion", params)["items"]
    return {item["label"]: _plain(item.get("documentation")) for item in items}


def _plain(told: Any) -> str:
    return told.get("value", "") if isinstance(told, dict) else told or ""


if __name__ == "__main__":
    sys.exit(main())
