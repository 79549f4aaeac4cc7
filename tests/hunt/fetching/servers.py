"""A web server on loopback that answers each path as its page says, and keeps what it was asked."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Served:
    """What the server answers on one path."""

    data: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    length: int | None = None
    """As it states it; None: as it is."""
    before: Callable[[], object] = lambda: None
    """Called between the header and the page."""


@dataclass
class Site:
    """A running server."""

    address: str
    pages: dict[str, Served] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Each path that was asked for, with the header of the request."""


@contextmanager
def served(pages: dict[str, Served], context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a server while the block runs."""
    site = Site("", dict(pages))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            page = site.pages.get(self.path, Served(b"no such page", status=404))
            self.send_response(page.status)
            if page.kind:
                self.send_header("Content-Type", page.kind)
            self.send_header("Content-Length", str(len(page.data) if page.length is None else page.length))
            for name, value in page.headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.flush()
            page.before()
            self.wfile.write(page.data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing: clients that go away are what is tried here."""

    server = Server(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.address = f"{'https' if context else 'http'}://localhost:{server.server_address[1]}"
    running = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), daemon=True)
    running.start()
    try:
        yield site
    finally:
        server.shutdown()
        running.join()
        server.server_close()
