"""What is never written down: names and passwords in addresses, tokens in their queries, headers that are none of our business.

    https://anna:geheim@rat.example.org/oparl?api_key=17  ─▶  https://rat.example.org/oparl?api_key=***

What is asked for stays as it is; what is told of it (sentences, logs, archive, store, tables) goes through here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

VEIL = "***"
USERINFO = re.compile(r"(?<=://)[^/?#\s@\"'<>]{1,300}@(?=[^\s@])")
KEY = r"""(?:[\w-]{0,24}(?:token|secret|password|passwd|passwort|kennwort|signature|credential)s?|(?:api|app|access|auth|private)[-_]?key
            |pwd|pass
            |auth(?:orization|entication)?|jwt|bearer|sig|(?:j|php|asp\.?net_?|aspsession\w{0,12})?_?sess(?:ion)?_?(?:id|key)?)"""
QUERY = re.compile(rf"((?:[?&;]|&amp;|%3F|%26){KEY}(?:=|%3D))[^&;#\s\"'<>%]{{1,2000}}", re.VERBOSE | re.IGNORECASE)
# What later runs and readers need of an answer; cookies, tokens and whatever else a server sets are not kept.
KEPT_HEADERS = frozenset(
    {
        "age",
        "cache-control",
        "content-disposition",
        "content-encoding",
        "content-language",
        "content-length",
        "content-type",
        "date",
        "etag",
        "expires",
        "last-modified",
        "retry-after",
        "server",
        "tdm-policy",
        "tdm-reservation",
        "transfer-encoding",
        "x-generator",
        "x-powered-by",
        "x-robots-tag",
    }
)


def without_user(text: str) -> str:
    """A text whose addresses name no user.

    >>> without_user("https://anna:geheim@rat.example.org/oparl")
    'https://rat.example.org/oparl'
    """
    return USERINFO.sub("", text) if "@" in text else text


def veiled(text: str) -> str:
    """A text whose addresses hold no secrets.

    >>> veiled("https://rat.example.org/oparl?page=2&api_key=17 answers 403.")
    'https://rat.example.org/oparl?page=2&api_key=*** answers 403.'
    """
    text = without_user(text)
    return QUERY.sub(rf"\1{VEIL}", text) if "=" in text or "%3" in text else text


_asked: dict[str, str] = {}
"""The documents of this process whose addresses hold secrets, with the addresses that are asked for: in no file, so that every run
has to be told them again by its source."""


def kept_address(document: str, url: str) -> str:
    """The address of a document as it is written down; the whole one is kept in mind for `asked_address`."""
    shown = veiled(url)
    if shown != without_user(url):
        _asked[document] = without_user(url)
    return shown


def asked_address(document: str, url: str) -> str:
    """The address that a document is asked for at."""
    return _asked.get(document, url)


def kept_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of an answer that are kept beside its bytes."""
    return {name: veiled(value) for name, value in headers.items() if name.lower() in KEPT_HEADERS}
