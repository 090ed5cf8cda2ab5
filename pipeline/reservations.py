"""Where a server reserves its documents from text and data mining (§ 44b UrhG), in the forms that machines can read.

    /.well-known/tdmrep.json      [{"location": "/docs/*", "tdm-reservation": 1, "tdm-policy": "https://…"}]   (W3C TDMRep, 2024)
    headers                       TDM-Reservation: 1 · TDM-Policy: https://… · X-Robots-Tag: noai
    pages                         <meta name="tdm-reservation" content="1"> · <meta name="robots" content="noai, noimageai">

Each statement is kept in its own words, as evidence. Where several contradict each other, the one that reserves counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

WELL_KNOWN = "/.well-known/tdmrep.json"
US = frozenset({"", "beschlussbuch", "robots", "*"})
"""To whom what is said to robots is said to us."""
NO_AI = re.compile(r"\b(?:noai|noimageai|notrain|noml)\b", re.IGNORECASE)
SCOPE = re.compile(r"\s*(?P<agent>[\w*-]{1,60})\s*:(?P<said>.*)", re.DOTALL)
WITH_COLON = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")
"""Directives for search engines that look like an agent's name: "unavailable_after: 25 Jun 2027"."""
META = re.compile(r"<meta\b(?P<attributes>[^<>]{0,600})>", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"""\b (?P<name> name | content ) \s{0,5} = \s{0,5}
        (?: " (?P<double> [^"]{0,400} ) " | ' (?P<single> [^']{0,400} ) ' | (?P<bare> [^\s"'>]{1,400} ) )   # content="1", content=1
    """,
    re.IGNORECASE | re.VERBOSE,
)
PERCENT = re.compile(r"%([0-9a-fA-F]{2})")
LOOKED_AT = 200_000
MOST_RULES = 5_000
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Location:
    """What a host's file says of the addresses that a pattern names."""

    pattern: str
    reserves: bool
    said: str

    def matches(self, path: str) -> bool:
        """Whether the pattern names a path: from its beginning, `*` for anything, `$` for the end, as in robots.txt."""
        ends = self.pattern.endswith("$")
        first, *others = self.pattern.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        for other in others[:-1] if ends else others:
            found = path.find(other, at)
            if found < 0:
                return False
            at = found + len(other)
        if not ends:
            return True
        return len(path) - at >= len(others[-1]) and path.endswith(others[-1]) if others else path == first


def locations_in(body: bytes) -> tuple[Location, ...]:
    """The rules of a host's tdmrep.json, in their order; none where the bytes are no such file."""
    try:
        said: Any = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return ()
    rules = said if isinstance(said, list) else [said]
    return tuple(_location(rule) for rule in rules[:MOST_RULES] if isinstance(rule, dict) and isinstance(rule.get("location"), str))


def _location(rule: dict[str, Any]) -> Location:
    said = {name: rule[name] for name in ("location", "tdm-reservation", "tdm-policy") if name in rule}
    return Location(_spelt(rule["location"]), _reserves(rule.get("tdm-reservation")), json.dumps(said, ensure_ascii=False)[:LONGEST])


def in_locations(locations: Iterable[Location], url: str) -> tuple[str, ...]:
    """What a host's file says to reserve an address; the first rule that names the address decides."""
    parts = urlsplit(url)
    path = _spelt((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    first = next((location for location in locations if location.matches(path)), None)
    return (f"{WELL_KNOWN} says {first.said}",) if first and first.reserves else ()


def in_headers(headers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The headers of an answer that reserve it."""
    told = [(name.lower(), value.strip()) for name, value in headers]
    found = [f"the header {name}: {value}" for name, value in told if name == "tdm-reservation" and _reserves(value)]
    found += [f"the header {name}: {value}" for name, value in told if name == "tdm-policy" and found]
    found += [f"the header {name}: {value}" for name, value in told if name == "x-robots-tag" and _says_no_ai(value)]
    return tuple(one[:LONGEST] for one in found)


def _says_no_ai(value: str) -> bool:
    """Whether a header for robots asks us; "otherbot: noai" asks another, up to the header's end."""
    match = SCOPE.match(value)
    if match and match["agent"].lower() not in WITH_COLON:
        return match["agent"].lower() in US and bool(NO_AI.search(match["said"]))
    return bool(NO_AI.search(value))


def in_page(body: bytes) -> tuple[str, ...]:
    """The statements in a web page's head that reserve it; none where the bytes are no page."""
    text = _text(body[:LOOKED_AT])
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        return ()
    found = []
    for match in META.finditer("".join(_uncommented(text))):
        named = {part["name"].lower(): (part["double"] or part["single"] or part["bare"] or "") for part in _attributes(match)}
        name, content = named.get("name", "").strip().lower(), named.get("content", "").strip()
        if (name == "tdm-reservation" and _reserves(content)) or (name in US - {"", "*"} and NO_AI.search(content)):
            found.append(f"the page's {' '.join(match[0].split())}"[:LONGEST])
    return tuple(found)


def _attributes(meta: re.Match[str]) -> Iterator[re.Match[str]]:
    yield from ATTRIBUTE.finditer(meta["attributes"])


def _text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")  # what is looked for is ASCII in every other encoding that pages have


def _uncommented(text: str) -> Iterator[str]:
    """The text without its comments: what is commented out is not said."""
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        yield text[at:start]
        end = text.find("-->", start + 4)
        if end < 0:
            return
        at = end + 3
    yield text[at:]


def _reserves(value: object) -> bool:
    """Whether a value is the 1 of TDMRep; 0 is a permission, anything else is an error and says nothing."""
    return str(value).strip().strip("\"'").lower() in ("1", "true")


def _spelt(path: str) -> str:
    """A path in the one spelling that patterns are compared in."""
    encoded = quote(path, safe="".join(map(chr, range(33, 127))))
    return PERCENT.sub(lambda match: _plain(match[1]), encoded)


def _plain(digits: str) -> str:
    character = chr(int(digits, 16))
    return character if character.isascii() and (character.isalnum() or character in "-._~") else f"%{digits.upper()}"
