"""Two thousand requests, and whom they met when

Six councils, read by threads of their own, ask four hosts that several of them share: two thousand requests, among them errors,
redirects to another of the hosts, answers that are slow, and demands to wait (Retry-After). Each host notes when a request came and
when its answer went. Never may two be at a host at once, nor one come sooner after the last answer than the longest pause that one of
those who ask the host has set. The clock is the measurement's own: it goes on when somebody waits.
"""

from __future__ import annotations

import random
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.fetch import Session
from pipeline.fetch_boundaries import Boundary, Place
from pipeline.fetch_hosts import Hosts
from pipeline.fetch_manners import Manners
from pipeline.fetch_pace import host_of
from pipeline.statuses import Failure
from tests.pipeline.wire import Clock, serving
from tests.soak.frame import Measured

HOSTS, COUNCILS, REQUESTS = 4, 6, 2_000
PAUSES = (1.0, 2.0, 0.5, 3.0, 1.0, 5.0)
SLACK = 0.000_001
RULES = ("/robots.txt", "/.well-known/tdmrep.json")


@dataclass(slots=True)
class Host:
    """What a host has seen: when each request came, and when its answer was about to go."""

    clock: Clock
    came: list[tuple[float, float]] = field(default_factory=list)
    told_to_wait: list[tuple[float, float]] = field(default_factory=list)
    now: int = 0
    most: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def measure(seed: int, requests: int = REQUESTS) -> Iterator[Measured]:
    """All councils over all hosts, at once."""
    clock, others = Clock(0.000_1), list[str]()
    with ExitStack() as stack:
        hosts = [Host(clock) for _ in range(HOSTS)]
        urls = [stack.enter_context(served(host, others, seed + at)) for at, host in enumerate(hosts)]
        others += urls
        shared = Hosts(clock.sleep, clock.read)
        for url in urls:
            shared.pace.set(host_of(url), max(PAUSES))  # whoever comes first, the slowest is obeyed
        told = (urls, shared, lambda: sum(len(host.came) for host in hosts) >= requests)
        asks = [threading.Thread(target=council, args=(at, *told, random.Random(seed - at))) for at in range(COUNCILS)]
        for one in asks:
            one.start()
        for one in asks:
            one.join()
    count = sum(len(host.came) for host in hosts)
    gaps = [after - before for host in hosts for (_, before), (after, _) in pairwise(host.came)]
    early = [host for host in hosts for at, wait in host.told_to_wait if any(at < came < at + wait - 0.01 for came, _ in host.came)]
    waits = sum(len(host.told_to_wait) for host in hosts)
    most = max(host.most for host in hosts)
    yield Measured(
        name="at once", asked=f"never two requests at one host, of {COUNCILS} councils at {HOSTS} hosts", seed=seed,
        figure=f"at most {most}, in {count:,} requests", passed=most == 1 and count >= requests,
    )  # fmt: skip
    yield Measured(
        name="pauses", asked=f"never closer than {max(PAUSES):.1f} s, the longest pause that one who asks has set", seed=seed,
        figure=f"shortest {min(gaps):.3f} s", passed=min(gaps) >= max(PAUSES) - SLACK,
    )  # fmt: skip
    yield Measured(
        name="Retry-After", asked="nobody asks a host sooner than it has said to anybody", seed=seed,
        figure=f"{len(early)} too early, of {waits} demands", passed=not early and waits > 0,
    )  # fmt: skip


def council(number: int, urls: list[str], shared: Hosts, is_enough: Callable[[], bool], dice: random.Random) -> None:
    """Ask the hosts in turn, until all have been asked often enough."""
    places = frozenset(Place("127.0.0.1", int(url.rpartition(":")[2])) for url in urls)
    manners = Manners(pause=PAUSES[number], deadline=1e9, tries=3)
    with Session(manners, Boundary(places, places), hosts=shared) as session:
        while not is_enough():
            with suppress(Failure):
                session.get(f"{dice.choice(urls)}/{dice.randrange(1000)}")


def said(kind: float, path: str, other: str) -> bytes:
    """What a host says: chance decides."""
    empty = b"Content-Length: 0\r\n\r\n"
    if path in RULES:
        return b"HTTP/1.1 404 Not Found\r\n" + empty
    if 0.15 <= kind < 0.2:
        return b"HTTP/1.1 503 Busy\r\nRetry-After: 30\r\n" + empty
    if 0.2 <= kind < 0.3:
        return b"HTTP/1.1 500 Error\r\n" + empty
    if 0.3 <= kind < 0.4:
        return b"HTTP/1.1 302 Found\r\nLocation: " + other.encode() + b"/elsewhere\r\n" + empty
    return b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@contextmanager
def served(host: Host, others: list[str], seed: int) -> Iterator[str]:
    """A host that answers well, badly, slowly, elsewhere, or asks to wait."""
    dice = random.Random(seed)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                while first := self.rfile.readline().strip():
                    while self.rfile.readline().strip():
                        pass
                    self.wfile.write(self.answer(first.split()[1].decode()))

        def answer(self, path: str) -> bytes:
            with host.lock:
                host.now += 1
                host.most = max(host.most, host.now)
                began = host.clock.now
                kind = dice.random()
                if kind < 0.1:
                    host.clock.sleep(dice.uniform(0.0, 20.0))  # slow
                host.came.append((began, host.clock.now))
                if 0.15 <= kind < 0.2 and path not in RULES:
                    host.told_to_wait.append((host.clock.now, 30.0))
                host.now -= 1
            return said(kind, path, dice.choice(others))

    with serving(Handler) as url:
        yield url
