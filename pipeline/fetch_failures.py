"""What went wrong on the wire, in the words of the vocabulary."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import httpcore
import httpx

from pipeline.statuses import Failure, Status

WIRE_ERRORS = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
    OSError,
    ValueError,
)
"""What may go wrong in asking."""


def failure_of(error: Exception, url: str, host: str) -> Failure:
    """What went wrong on the wire, in the words of the vocabulary."""
    name = str(error) or type(error).__name__
    match error:
        case httpcore.TimeoutException():
            status, said = Status.TIMEOUT, f"{url} did not answer in time."
        case httpx.RemoteProtocolError():  # httpx itself raises it for one thing only
            status, said = Status.SSRF_BLOCKED, f"{url} is redirected to what is no address ({name})."
        case httpcore.RemoteProtocolError():
            status, said = Status.TRUNCATED, f"The answer of {url} ended too early ({name})."
        case httpcore.UnsupportedProtocol() | httpx.InvalidURL() | ValueError():
            status, said = Status.SSRF_BLOCKED, f"{url} is no address that may be asked ({name})."
        case _ if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
            status, said = Status.TLS, f"{host} cannot be trusted ({name})."
        case _ if any(isinstance(cause, socket.gaierror) for cause in _causes(error)):
            status, said = Status.DNS, f"The name {host} is not known ({name})."
        case _:
            status, said = Status.CONNECTION, f"{host} cannot be reached ({name})."
    return Failure(status, said)


def is_unreachable(error: Exception) -> bool:
    """Whether nobody could be reached at a host, whatever was asked for."""
    return any(isinstance(cause, httpcore.ConnectError | httpcore.ConnectTimeout | socket.gaierror) for cause in _causes(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause:
        yield cause
        cause = cause.__cause__ or cause.__context__
