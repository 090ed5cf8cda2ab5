"""Answers that no careful reader takes for a document, of every kind that servers have been seen to give, and some good ones.

Not a measurement: `faults` and the tests of pipeline.fetch ask for them.
"""

from __future__ import annotations

import gzip
import random
import socketserver
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from tests.pipeline.wire import serving

TEXT = """Niederschrift über die Sitzung des Stadtrats Wehrstadt am 12.03.2024

TOP 1: Straße am Wehr – Ausbau für Fußgänger
Beschluss: Der Stadtrat beschließt den Ausbau; dafür werden 90.000,00 € bereitgestellt.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung
"""
LOGINS = (
    b'<html><title>Anmelden</title><form><input name="p" type="password"></form></html>',
    b"<!doctype html><html><head><title>Ratsinformation - Login</title></head></html>",
    b"<html><form method=post action=/sso><input type=hidden name=SAMLRequest value=abc></form></html>",
    b"\xef\xbb\xbf  <html><body><INPUT class=\"x\" TYPE = 'password'></body></html>",
    b"<html><title>Sign in to continue</title></html>",
)
PAGES = (
    b"<html><h1>Wartungsarbeiten</h1></html>",
    b"<!DOCTYPE html><html><body>Keine Berechtigung</body></html>",
    b"<html><script>location='/challenge'</script><noscript>Please enable JavaScript</noscript></html>",
    b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>",
    b"",
    b"  \r\n",
)
NOT_FILES = (
    b'{"error": "not found"}',
    b"\x89PNG\r\n\x1a\n" + b"\0" * 400,
    b"MZ" + b"\0" * 400,
    b"Fehler 500: ORA-12541",
    b"%PDF-1.7\n%%EOF\n",
)
RETRY_AFTER = ("0", "-5", "soon", "1e9", "nan", "", "0.01", "Sun, 22 Nov 2020 10:00:00 GMT", "0, 0", "\u0663", "0x1", "7;7", "P1D", "Tue")
FOR_YEARS = ("31536000", "9" * 40, "Sun, 22 Nov 2136 10:00:00 GMT", "120 hours")
CHARSETS = (
    ("utf-8", "cp1252"),
    ("iso-8859-1", "utf-8"),
    ("us-ascii", "utf-8"),
    ("x-unknown", "utf-8"),
    ("windows-1252", "utf-8-sig"),
    ('"utf8', "cp1252"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """An address, what is sent for it, and whether it is a document after all."""

    kind: str
    path: str
    pieces: tuple[bytes, ...]
    pause: float = 0.0
    is_good: bool = False


def pdf(random_one: random.Random) -> bytes:
    """Bytes that look like a whole PDF file; too long for anything to be read from them by chance."""
    return b"%PDF-1.7\n" + random_one.randbytes(random_one.randrange(2000, 6000)) + b"\n%%EOF\n"


def head(*lines: str, status: str = "200 OK") -> bytes:
    """The head of an answer."""
    return "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *lines, "")).encode("utf-8")


def sent(body: bytes, *lines: str, status: str = "200 OK") -> tuple[bytes, ...]:
    """A whole answer that tells its length."""
    return (head(f"Content-Length: {len(body)}", *lines, status=status) + body,)


def chunked(body: bytes, size: int) -> bytes:
    """A body in chunks, with its end."""
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _cut(dice: random.Random, lines: str, body: bytes) -> tuple[bytes, ...]:
    return (head(lines) + body[: dice.randrange(len(body) - 7)],)


def _truncated_plain(dice: random.Random, _: str) -> tuple[bytes, ...]:
    body = pdf(dice)
    return _cut(dice, f"Content-Length: {len(body)}", body)


def _truncated_without_length(dice: random.Random, _: str) -> tuple[bytes, ...]:
    return _cut(dice, "Connection: close", pdf(dice))


def _truncated_chunked(dice: random.Random, _: str) -> tuple[bytes, ...]:
    return _cut(dice, "Transfer-Encoding: chunked", chunked(pdf(dice), dice.randrange(100, 3000)))


def _truncated_gzip(dice: random.Random, _: str) -> tuple[bytes, ...]:
    body = gzip.compress(pdf(dice))
    told = dice.choice(["Content-Encoding: gzip", f"Content-Encoding: gzip\r\nContent-Length: {len(body)}"])
    return _cut(dice, told, body)


def _torn_gzip(dice: random.Random, _: str) -> tuple[bytes, ...]:
    body = bytearray(gzip.compress(pdf(dice)))
    at = dice.randrange(len(body) - 8, len(body))  # its check sum, or its length
    body[at] ^= 1 + dice.randrange(255)
    return sent(bytes(body), "Content-Encoding: gzip")


def _lying_length(dice: random.Random, _: str) -> tuple[bytes, ...]:
    body = pdf(dice)
    more, less = len(body) + dice.randrange(1, 5000), dice.randrange(len(body) - 5)
    told = dice.choice([f"{more}", f"{less}", "-1", "abc", f"{len(body)}\r\nContent-Length: {less}", f"{less}, {more}", "0"])
    return (head(f"Content-Length: {told}") + body,)


def _circle(dice: random.Random, path: str) -> tuple[bytes, ...]:
    where = dice.choice([path, f"{path}?again", f".{path}", f"{path}#a", f"{path}?{dice.random()}"])
    return (
        head("Content-Length: 0", f"Location: {where}", status=dice.choice(["301 Moved", "302 Found", "303 See Other", "307 T", "308 P"])),
    )


def _busy(dice: random.Random, _: str) -> tuple[bytes, ...]:
    said = f"Retry-After: {dice.choice(RETRY_AFTER)}"
    return sent(b"busy", said, status=dice.choice(["429 Too Many Requests", "503 Service Unavailable"]))


def _login(dice: random.Random, _: str) -> tuple[bytes, ...]:
    return sent(dice.choice(LOGINS), f"Content-Type: {dice.choice(['text/html', 'application/pdf', 'text/html; charset=utf-8'])}")


def _page(dice: random.Random, _: str) -> tuple[bytes, ...]:
    return sent(dice.choice(PAGES), f"Content-Type: {dice.choice(['text/html', 'application/pdf'])}")


def _not_a_file(dice: random.Random, _: str) -> tuple[bytes, ...]:
    return sent(dice.choice(NOT_FILES), "Content-Type: application/pdf")


def _status(dice: random.Random, _: str) -> tuple[bytes, ...]:
    codes = [
        "201",
        "204",
        "205",
        "206",
        "226",
        "300",
        "400",
        "401",
        "402",
        "403",
        "404",
        "405",
        "410",
        "418",
        "421",
        "451",
        "500",
        "501",
        "502",
        "504",
        "508",
        "520",
        "525",
        "599",
        "600",
        "999",
    ]
    return sent(pdf(dice), status=f"{dice.choice(codes)} Said")


def _no_http(dice: random.Random, _: str) -> tuple[bytes, ...]:
    body = pdf(dice)
    heads = (
        b"",
        body,
        b"HTTP/9.9 200 OK\r\n\r\n" + body,
        b"HTTP/1.1 OK\r\n\r\n" + body,
        head("X-A: " + "a" * 300_000) + body,
        b"\r\n" * 50,
    )
    return (dice.choice(heads),)


def _strange_packing(dice: random.Random, _: str) -> tuple[bytes, ...]:
    body = pdf(dice)
    bomb = gzip.compress(b"0" * 40_000_000, 9) if dice.random() < 0.1 else gzip.compress(gzip.compress(body))
    told, packed = dice.choice(
        [("br", body), ("gzip", body), ("zstd", body), ("deflate", body), ("gzip, gzip", bomb), ("compress", body), ("gzip", bomb)]
    )
    return sent(packed, f"Content-Encoding: {told}")


def _drip(dice: random.Random, _: str) -> tuple[bytes, ...]:
    body = pdf(dice)
    return (head(f"Content-Length: {len(body)}"), *(body[at : at + 1] for at in range(200)))


def _charset(dice: random.Random, _: str) -> tuple[bytes, ...]:
    declared, real = dice.choice(CHARSETS)
    return sent(TEXT.encode(real), f"Content-Type: text/plain; charset={declared}")


def _good(dice: random.Random, _: str) -> tuple[bytes, ...]:
    body = TEXT.encode()
    whole = gzip.compress(body)
    ways = (
        sent(body, "Content-Type: text/plain; charset=utf-8"),
        sent(whole, "Content-Encoding: gzip", "Content-Type: text/plain; charset=utf-8"),
        (head("Transfer-Encoding: chunked", "Content-Type: text/plain; charset=utf-8") + chunked(body, dice.randrange(20, 200)),),
    )
    return dice.choice(ways)


Made = Callable[[random.Random, str], tuple[bytes, ...]]
BAD: Mapping[str, tuple[int, Made]] = {
    "cut off, with a length": (80, _truncated_plain),
    "cut off, without a length": (60, _truncated_without_length),
    "cut off, in chunks": (60, _truncated_chunked),
    "cut off, packed": (60, _truncated_gzip),
    "packed, its check sum wrong": (30, _torn_gzip),
    "a length that lies": (60, _lying_length),
    "redirects in circles": (50, _circle),
    "busy, with an odd Retry-After": (40, _busy),
    "a login page with status 200": (60, _login),
    "another page with status 200": (50, _page),
    "no document with status 200": (30, _not_a_file),
    "another status": (60, _status),
    "no HTTP": (30, _no_http),
    "packed strangely": (30, _strange_packing),
    "a drip": (20, _drip),
}
GOOD: Mapping[str, tuple[int, Made]] = {"a charset that lies": (40, _charset), "good": (40, _good)}


def cases(seed: int, share: float = 1.0) -> list[Case]:
    """So many of each kind, shuffled."""
    dice = random.Random(seed)
    kinds = [(kind, make, max(1, round(count * share)), group) for group in (BAD, GOOD) for kind, (count, make) in group.items()]
    total = sum(count for _, _, count, _ in kinds)
    numbers = iter(
        dice.sample(range(total), total)
    )  # documents are asked for in the order of their addresses; good ones come among bad ones
    found = []
    for kind, make, count, group in kinds:
        for _ in range(count):
            path = f"/f/{next(numbers):04}.{'txt' if group is GOOD else 'pdf'}"
            found.append(Case(kind, path, make(dice, path), 0.02 if kind == "a drip" else 0.0, group is GOOD))
    dice.shuffle(found)
    return found


@contextmanager
def answering(answers: Mapping[str, Case], told: Callable[[str], bytes | None] = lambda _: None) -> Iterator[tuple[str, list[str]]]:
    """A server that gives each address what its case says, and others what `told` says; with what it was asked for."""
    asked: list[str] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                words = self.rfile.readline().split()
                while self.rfile.readline().strip():
                    pass
                path = words[1].decode("latin-1") if len(words) > 1 else ""
                asked.append(path)
                case = answers.get(path.split("?")[0])
                pieces = case.pieces if case else (told(path) or head("Content-Length: 0", status="404 Not Found"),)
                for piece in pieces:
                    self.wfile.write(piece)
                    if case and case.pause:
                        time.sleep(case.pause)

    with serving(Handler) as url:
        yield url, asked
