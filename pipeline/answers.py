"""Whether the bytes of an answer are whole, and what they were asked for: lengths, compression, types, Retry-After."""

from __future__ import annotations

import email.utils
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from pipeline.statuses import Failure, Status

Expected = Literal["any", "json", "pdf"]
RATIO, RATIO_FROM = 100, 10_000_000
TAIL = 2048
LOGIN_SIGNS = (b'type="password"', b"type='password'", b"type=password")


@dataclass(frozen=True, slots=True)
class Body:
    """What an answer's body may cost."""

    most_bytes: int
    is_late: Callable[[], bool]


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
    if unpack and received and not unpack.eof:
        raise Failure(Status.TRUNCATED, f"{url} ended in the middle of its packed data.")
    if not length.isdigit() and out.startswith(b"%PDF-") and b"%%EOF" not in out[-TAIL:]:
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
        if any(sign in body[:200_000].lower() for sign in LOGIN_SIGNS):
            raise Failure(Status.LOGIN_WALL, f"{url} answers with a login page.")
        raise Failure(Status.SOFT_ERROR_PAGE, f"{url} answers with a web page instead of {'data' if expect == 'json' else 'a PDF file'}.")
    if not head:
        raise Failure(Status.TRUNCATED, f"{url} answers with nothing.")
    if expect == "json":  # a file that is called PDF and is none may still be read: servers say application/pdf of Word files too
        raise Failure(Status.WRONG_TYPE, f"{url} is not JSON.")


def retry_after(said: str | None, now: datetime | None = None) -> float | None:
    """Seconds that a server asks us to wait, given as seconds or as a date; None where it says nothing that can be understood."""
    if said is None:
        return None
    text = said.strip()
    if text.isascii() and text.lstrip("-").isdigit():
        return max(0.0, float(text[:18]))
    try:
        when = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - (now or datetime.now(UTC))).total_seconds())
