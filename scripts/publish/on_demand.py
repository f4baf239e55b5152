"""Serving: a page is made when the browser asks for it, so a save costs no rebuild of all."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.livereload import LiveReloadServer

_POLL = "/livereload/"
_NOT_FOUND = "404"


def serve_on_demand(server: LiveReloadServer, write: Callable[[str], None]) -> None:
    """Call `write` with the path below the site of what is asked for, before it is sent."""
    inner: Any = server.get_app()  # set by the server itself, never missing

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(_POLL) or not path.startswith(server.mount_path):
            polled: Iterable[bytes] = inner(environ, start_response)
            return polled
        begun: list[tuple[Any, ...]] = []
        answered: Iterable[bytes] = ()
        # The server waits for a build that a save began, and that build clears away what was
        # made before it: then the page is made, and asked for, once more.
        for _ in range(2):
            for candidate in _candidates(path.removeprefix(server.mount_path)):
                write(candidate)
            begun.clear()
            answered = inner(environ, lambda *start: begun.append(start))
            if not (begun and begun[-1][0].startswith(_NOT_FOUND)):
                break
        for start in begun:
            start_response(*start)
        return answered

    server.set_app(answer)


def _candidates(path: str) -> tuple[str, ...]:
    clean = posixpath.normpath(f"/{path}").lstrip("/")
    folder = posixpath.join(clean, "index.html").lstrip("/")
    return (folder,) if path.endswith("/") or not path else (clean, folder)
