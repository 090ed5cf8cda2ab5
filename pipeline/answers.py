"""Whether the bytes of an answer are whole, and what they were asked for: lengths, compression, types, Retry-After."""

from __future__ import annotations

import email.utils
import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from pipeline.statuses import Failure, Status

Expected = Literal["any", "json", "pdf", "file", "document"]
"""What an answer should be; a `file` is anything but a web page, a `document` anything but the page of a login."""
RATIO, RATIO_FROM = 100, 10_000_000
TAIL = 2048
STRAY = 4
"""Bytes that may follow a body: old servers end it with empty lines."""
LOGIN_SIGN = re.compile(
    rb"""
      <input [^>]{0,300}? \b type \s{0,5} = \s{0,5} ["']? password   # <input name="p" type=password>
    | <title> [^<]{0,80} \b (?: log [ -]? in | sign [ -]? in | anmelden | anmeldung | einloggen ) \b [^<]{0,80} </title>
    | \b name \s{0,5} = \s{0,5} ["']? SAMLRequest                   # the form that sends on to a login elsewhere
    """,
    re.IGNORECASE | re.VERBOSE,
)
SECONDS = re.compile(
    r"""(?P<sign>[+-])? (?P<number> \d{1,300} (?: \.\d{1,9} )? ) \s{0,3}   # "120", "3.5", "-7"
        (?P<unit> s | sec | seconds? | m | min | minutes? | h | hours? )?   # "5 minutes", though no standard knows it
    """,
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
UNITS = {"m": 60, "h": 3600}
LONGEST = 1e9


@dataclass(frozen=True, slots=True)
class Body:
    """What an answer's body may cost."""

    most_bytes: int
    is_late: Callable[[], bool]
    after_head: Callable[[], int] = lambda: 0
    """How many bytes came on the wire after the head of the answer."""


def whole_body(chunks: Iterable[bytes], headers: Mapping[str, str], url: str, limit: Body) -> bytes:
    """The decoded body, complete.

    Raises Failure where it is cut off, late, too large, or grows too much in unpacking.
    """
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise Failure(Status.WRONG_TYPE, f"{url} is packed as {packing}, which we did not offer to read.")
    unpack = None if packing in ("identity", "") else zlib.decompressobj(31 if "gzip" in packing else 15)
    received, out = 0, bytearray()
    try:
        for chunk in chunks:
            received += len(chunk)
            out += unpack.decompress(chunk, limit.most_bytes + 1 - len(out)) if unpack else chunk
            _keep_within(len(out), received, url, limit)
    except zlib.error as error:
        raise Failure(Status.TRUNCATED, f"{url} is packed wrongly ({error}).") from error
    length = headers.get("content-length", "")
    if length.isdigit() and received < int(length):
        raise Failure(Status.TRUNCATED, f"{url} ended after {received} of {length} bytes.")
    if length.isdigit() and "transfer-encoding" not in headers and limit.after_head() > int(length) + STRAY:
        raise Failure(Status.TRUNCATED, f"{url} sends more than the {length} bytes that it tells; what came may be cut off.")
    if unpack and received and not unpack.eof:
        raise Failure(Status.TRUNCATED, f"{url} ended in the middle of its packed data.")
    if not length.isdigit() and out and out[:5] == b"%PDF-"[: len(out)] and b"%%EOF" not in out[-TAIL:]:
        raise Failure(Status.TRUNCATED, f"{url} told no length, and its end is missing.")
    return bytes(out)


def _keep_within(unpacked: int, received: int, url: str, limit: Body) -> None:
    if unpacked > limit.most_bytes:
        raise Failure(Status.TOO_LARGE, f"{url} is larger than {limit.most_bytes} bytes.")
    if unpacked > RATIO_FROM and unpacked > RATIO * received:
        raise Failure(Status.TOO_LARGE, f"{url} grows more than {RATIO} times in unpacking.")
    if limit.is_late():
        raise Failure(Status.TIMEOUT, f"{url} took too long.")


def check_type(body: bytes, expect: Expected, url: str) -> None:
    """Hold the bytes against what was asked for: a maintenance page with status 200 is no document.

    Raises Failure.
    """
    if expect == "any":
        return
    head = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if (expect == "json" and head[:1] in (b"{", b"[")) or (expect == "pdf" and b"%PDF-" in body[:1024]):
        return
    if head.startswith(b"<"):
        if LOGIN_SIGN.search(body[:200_000]):
            raise Failure(Status.LOGIN_WALL, f"{url} answers with a login page.")
        if expect != "document":
            wanted = {"json": "data", "pdf": "a PDF file"}.get(expect, "a file")
            raise Failure(Status.SOFT_ERROR_PAGE, f"{url} answers with a web page instead of {wanted}.")
    if not head:
        raise Failure(Status.TRUNCATED, f"{url} answers with nothing.")
    if expect == "json":  # a file that is called PDF and is none may still be read: servers say application/pdf of Word files too
        raise Failure(Status.WRONG_TYPE, f"{url} is not JSON.")


def retry_after(said: str | None, now: datetime | None = None) -> float | None:
    """Seconds that a server asks us to wait, given as seconds or as a date; None where it says nothing that can be understood."""
    text, now = (said or "").strip(), now or datetime.now(UTC)
    told = [_seconds(match) for piece in text.split(",") if (match := SECONDS.fullmatch(piece.strip()))]
    if told:  # of two headers the one that asks for more
        return max(told)
    for reads in (datetime.fromisoformat, email.utils.parsedate_to_datetime):
        with suppress(TypeError, ValueError, IndexError, OverflowError):
            when = reads(text)
            return max(0.0, ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now).total_seconds())
    return None


def _seconds(told: re.Match[str]) -> float:
    number = float(told["number"]) * UNITS.get((told["unit"] or "s")[0].lower(), 1)
    return 0.0 if told["sign"] == "-" else min(number, LONGEST)
