"""Servers on loopback whose every byte a test writes itself, and a clock of its own for those who would have to wait for them."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Goes on when somebody sleeps, and a little with each look at it."""

    def __init__(self, step: float = 0.001) -> None:
        self.now = 0.0
        self._step = step
        self._lock = threading.Lock()

    def read(self) -> float:
        with self._lock:
            self.now += self._step
            return self.now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.now += seconds


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 50


@contextmanager
def serving(handler: type[socketserver.BaseRequestHandler]) -> Iterator[str]:
    """A server at a port of its own, with a thread for each connection; the value is its address, without a slash at the end."""
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
