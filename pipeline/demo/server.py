"""Ottersbrück's council information system: an OParl 1.1 server on loopback, in a thread, real HTTP."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pipeline.demo.oparl import HERE, City, Object

PAGE = 5  # small, so that the demo's lists have several pages
ROBOTS = b"User-agent: *\nAllow: /\n"


class Server:
    """A city's server while a `with` lasts; it takes the port that it had the last time, if that is free."""

    def __init__(self, city: City, port_file: Path | None = None) -> None:
        """`port_file` keeps the port, so that addresses, and with them what is already known, stay the same from run to run."""
        self.city = city
        self.requested: list[str] = []
        self._port_file = port_file
        self._http = self._bound()
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, name="demo council", daemon=True)

    @property
    def url(self) -> str:
        """Where the server answers."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(timeout=5)

    def _bound(self) -> ThreadingHTTPServer:
        handler = type("CityHandler", (_Handler,), {"server_of": self})
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
        return port if 1024 < port < 65536 else 0


class _Handler(BaseHTTPRequestHandler):
    """Answers GET for the city's objects, lists and files, with ETag and Last-Modified."""

    protocol_version = "HTTP/1.1"
    server_version = "Ottersbrueck/1.0"
    server_of: Server

    def log_message(self, *_: Any) -> None:
        """Say nothing: the run's own lines are what counts."""

    def do_GET(self) -> None:
        """Answer."""
        server, parts = self.server_of, urlsplit(self.path)
        server.requested.append(self.path)
        path = parts.path.rstrip("/")
        if path == "/robots.txt":
            self._send(ROBOTS, "text/plain; charset=utf-8")
        elif path.startswith("/files/") and (name := path.removeprefix("/files/")) in server.city.files:
            told = server.city.objects.get(f"/oparl/files/{name.removesuffix('.pdf')}", {})
            self._send(server.city.files[name], "application/pdf", told.get("modified"))
        elif path in server.city.objects:
            found = server.city.objects[path]
            self._send_json(found, found["modified"])
        elif (listed := self._listed(path)) is not None:
            self._send_json(_page(listed, server.url + path, {key: said[-1] for key, said in parse_qs(parts.query).items()}))
        else:
            self._send(b'{"error": "unknown address"}', "application/json", status=404)

    def _listed(self, path: str) -> list[Object] | None:
        city = self.server_of.city
        if path == "/oparl/bodies":
            return [city.objects["/oparl/bodies/1"]]
        kind = path.removeprefix("/oparl/bodies/1/")
        return [city.objects[at] for at in city.lists[kind]] if kind in city.lists else None

    def _send_json(self, thing: Object, modified: str | None = None) -> None:
        text = json.dumps(thing, ensure_ascii=False, indent=1).replace(HERE, self.server_of.url)
        self._send(text.encode(), "application/json; charset=utf-8", modified)

    def _send(self, data: bytes, media_type: str, modified: str | None = None, status: int = 200) -> None:
        tag = f'"{hashlib.sha256(data).hexdigest()[:24]}"'
        known = self.headers.get("If-None-Match")
        if status == 200 and known is not None and tag in known:
            data, status = b"", 304
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("ETag", tag)
        if modified:
            self.send_header("Last-Modified", format_datetime(datetime.fromisoformat(modified).astimezone(UTC), usegmt=True))
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(data)


def _page(listed: list[Object], address: str, asked: dict[str, str]) -> Object:
    """One page of a list, after `modified_since` if that is asked."""
    since = asked.get("modified_since")
    if since:
        # "+" of an offset arrives as a blank where a client did not quote it.
        listed = [thing for thing in listed if datetime.fromisoformat(thing["modified"]) >= datetime.fromisoformat(since.replace(" ", "+"))]
    number = int(asked["page"]) if asked.get("page", "").isdigit() else 1
    pages = max(1, -(-len(listed) // PAGE))
    window = f"&modified_since={since.replace('+', '%2B')}" if since else ""
    links = {name: f"{address}?page={at}{window}" for name, at in (("self", number), ("first", 1), ("last", pages))}
    if number < pages:
        links["next"] = f"{address}?page={number + 1}{window}"
    return {
        "data": listed[(number - 1) * PAGE : number * PAGE],
        "pagination": {"totalElements": len(listed), "elementsPerPage": PAGE, "currentPage": number, "totalPages": pages},
        "links": links,
    }
