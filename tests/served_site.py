"""Serves a finished site at a local address, as a web host does."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

_PREFIX = "/cyclebook/"


class _Handler(http.server.SimpleHTTPRequestHandler):
    """The site below the path that its canonical address has, so that 404.html finds its stylesheets."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        inside = path.startswith(_PREFIX)
        return super().translate_path("/" + path.removeprefix(_PREFIX) if inside else "/-/no such file")

    def send_error(self, code: int, *_told: object, **_more: object) -> None:
        """Answer a wrong address with the site's own page, as a web host does."""
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Let the browser keep what it has: the site does not change while tests run."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_told: object) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up in the middle of an answer is no failure."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the site in `folder`: "http://127.0.0.1:…/cyclebook/"."""
    handler = partial(_Handler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{_PREFIX}"
        server.shutdown()
        thread.join()
