"""A page that is made when it is asked for is there also while a save is being built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from publish.on_demand import serve_on_demand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.livereload import LiveReloadServer

PAGE = "people/someone/index.html"


class Server:
    """A server as MkDocs has it: it waits for a build, which clears the site, before it answers."""

    mount_path = "/"

    def __init__(self, builds: int) -> None:
        """Begin with no page made and so many builds to come."""
        self.made: set[str] = set()
        self.builds = builds
        self.app: Callable[..., Iterable[bytes]] = self.answer

    def get_app(self) -> Callable[..., Iterable[bytes]]:
        """What answers a request."""
        return self.app

    def set_app(self, app: Callable[..., Iterable[bytes]]) -> None:
        """Let another answer."""
        self.app = app

    def answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer once the next build, if one is to come, has cleared the site."""
        if self.builds:
            self.builds -= 1
            self.made.clear()
        found = f"{environ['PATH_INFO'].lstrip('/')}index.html" in self.made
        start_response("200 OK" if found else "404 Not Found", [])
        return [b"the page" if found else b"nothing here"]

    def get(self, path: str) -> tuple[list[str], bytes]:
        """The statuses and the body of an answer."""
        statuses: list[str] = []
        answered = self.app({"PATH_INFO": path}, lambda status, _: statuses.append(status))
        return statuses, b"".join(answered)


def serve(builds: int) -> Server:
    server = Server(builds)
    known = {PAGE}
    serve_on_demand(
        cast("LiveReloadServer", server), lambda path: server.made.update({path} & known)
    )
    return server


def test_a_page_asked_for_while_a_build_begins_is_made_after_it() -> None:
    assert serve(builds=1).get("/people/someone/") == (["200 OK"], b"the page")


def test_what_is_not_there_is_told_once() -> None:
    assert serve(builds=0).get("/people/nobody/") == (["404 Not Found"], b"nothing here")
