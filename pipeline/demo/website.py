"""A small web server on loopback for the invented council systems: real HTTP, one function that answers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

ROBOTS = b"User-agent: *\nAllow: /\n"
LAST_PORTS = 65536


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: the path without its query, the query's and form's fields, cookies."""

    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    """By their names in small letters."""


@dataclass(frozen=True, slots=True)
class Response:
    """What is answered."""

    body: bytes
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Site = Callable[[Request], Response | None]
"""A council system: what it answers to a request, None for an address that it does not know."""


class WebServer:
    """A site's server while a `with` lasts; it takes the port that it had the last time, if that is free."""

    def __init__(self, site: Site, port_file: Path | None = None) -> None:
        """`port_file` keeps the port, so that addresses, and with them what is already known, stay the same from run to run."""
        self.site = site
        self.requested: list[str] = []
        self._port_file = port_file
        self._http = self._bound()
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, name="demo council", daemon=True)

    @property
    def url(self) -> str:
        """Where the server answers."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(timeout=5)

    def _bound(self) -> ThreadingHTTPServer:
        handler = type("SiteHandler", (_Handler,), {"server_of": self})
        for port in (self._last_port(), 0):
            with suppress(OSError):
                http = ThreadingHTTPServer(("127.0.0.1", port), handler)
                if self._port_file:
                    self._port_file.parent.mkdir(parents=True, exist_ok=True)
                    self._port_file.write_text(f"{http.server_address[1]}\n", encoding="ascii")
                return http
        raise OSError("no port is free on 127.0.0.1 for the demo's server")

    def _last_port(self) -> int:
        try:
            port = int(self._port_file.read_text(encoding="ascii")) if self._port_file else 0
        except (OSError, ValueError):
            return 0
        return port if 1024 < port < LAST_PORTS else 0


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and POST with what the site says."""

    protocol_version = "HTTP/1.1"
    server_version = "Demo/1.0"
    disable_nagle_algorithm = True  # else a body waits until its head was acknowledged: a twentieth of a second at each answer
    server_of: WebServer

    def log_message(self, *_: Any) -> None:
        """Say nothing: the run's own lines are what counts."""

    def do_GET(self) -> None:
        """Answer."""
        self._answer({})

    def do_POST(self) -> None:
        """Answer a form."""
        length = int(self.headers.get("Content-Length") or 0)
        self._answer(dict(parse_qsl(self.rfile.read(length).decode("utf-8", "replace"), keep_blank_values=True)))

    def _answer(self, form: Mapping[str, str]) -> None:
        server, parts = self.server_of, urlsplit(self.path)
        server.requested.append(self.path)
        cookies = {name: morsel.value for name, morsel in SimpleCookie(self.headers.get("Cookie", "")).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)), form, cookies, headers)
        if parts.path == "/robots.txt":
            self._send(server.site(request) or Response(ROBOTS, "text/plain; charset=utf-8"))
        else:
            self._send(server.site(request) or Response(b"<html><title>404 Not found</title></html>", status=404))

    def _send(self, response: Response) -> None:
        data, status = response.body, response.status
        tag = f'"{hashlib.sha256(data).hexdigest()[:24]}"'
        if status == 200 and tag in (self.headers.get("If-None-Match") or ""):
            data, status = b"", 304
        self.send_response(status)
        headers = {"Content-Type": response.media_type, "Content-Length": str(len(data)), "ETag": tag} | dict(response.headers)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(data)
