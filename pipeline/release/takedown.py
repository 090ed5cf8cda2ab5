"""What a person has taken down: `takedown.yml` in the data folder; it acts on every public output of the next release.

    - address: https://rat.example.org/getfile?id=17      # or sha256: 3f9a…, or row: the id of a row of any table
      who: Anna Beispiel, Redaktion
      when: 2026-11-22
      why: The petitioner has asked for it.                # for ourselves; it is not published
      reason: personal_data                                # for the public; may be left out

With a document goes everything that was read from it, with a meeting or a paper nothing but its own row. What remains is one row in
the table `withheld` for each entry: since when, and why in one word. Nothing of what it held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from pydantic import Field, StrictStr, model_validator

from pipeline.files_of_people import Said, Signed, is_no_list, read_file

FILE = "takedown.yml"
NAMED = "one of address, sha256, row, and who, when (YYYY-MM-DD) and why"
Reason = Literal["personal_data", "confidential", "copyright", "court_order", "source_withdrew", "error", "other"]

SESSION_PATH = re.compile(r";[^/?#=]*(?:sid|session)[^/?#=]*=[^/?#]*", re.IGNORECASE)
SESSION_KEY = re.compile(r"(?:(?:j|php|asp\.?net_?)?sess(?:ion)?_?(?:id)?|.*session_?id|sid|cfid|cftoken)", re.IGNORECASE)
USUAL_PORTS = {("http", 80), ("https", 443)}


class TakedownError(ValueError):
    """A wrong file of takedowns; the message is one sentence."""


class Entry(Signed):
    """One takedown."""

    address: Said | None = None
    sha256: Annotated[StrictStr, Field(pattern=r"^\s*[0-9a-fA-F]{64}\s*$")] | None = None
    row: Said | None = None
    reason: Reason = "other"

    @model_validator(mode="after")
    def _names_one(self) -> Entry:
        if sum(said is not None for said in (self.address, self.sha256, self.row)) != 1:
            raise ValueError("must say one of address, sha256, row")
        return self


@dataclass(frozen=True, slots=True)
class Takedown:
    """All takedowns of a data folder."""

    entries: tuple[Entry, ...] = ()
    addresses: frozenset[str] = field(init=False)
    digests: frozenset[str] = field(init=False)
    rows: frozenset[str] = field(init=False)
    """The ids of the rows that are taken down, of whatever table."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "addresses", frozenset(plain_address(entry.address) for entry in self.entries if entry.address))
        object.__setattr__(self, "digests", frozenset(entry.sha256.strip().lower() for entry in self.entries if entry.sha256))
        object.__setattr__(self, "rows", frozenset(entry.row.strip() for entry in self.entries if entry.row))

    def documents(self, documents: Iterable[Mapping[str, Any]]) -> frozenset[str]:
        """The ids of the documents that are taken down: by their address, their bytes, or the id of their row.

        The same bytes at another address are the same document, and go with it.
        """
        known = list(documents)
        named = [row for row in known if self.names(row)]
        bytes_of_them = {row["sha256"] for row in named if row.get("sha256")}
        return frozenset(row["id"] for row in known if row.get("sha256") in bytes_of_them) | {row["id"] for row in named}

    def names(self, row: Mapping[str, Any]) -> bool:
        """Whether an entry names a row by itself: its id, its address, its bytes, or a row that it stands for."""
        if row["id"] in self.rows or any(row.get(name) in self.rows for name in REPEATS):
            return True
        if any(str(row.get(name)).lower() in self.digests for name in DIGESTS if row.get(name)):
            return True
        return bool(self.addresses) and any(address in self.addresses for address in _addresses(row))

    def hides(self, row: Mapping[str, Any], documents: frozenset[str] | set[str]) -> bool:
        """Whether a row of any table is withheld: it is named itself, or hangs on a document that is."""
        return row["id"] in documents or any(row.get(name) in documents for name in OWNERS) or self.names(row)

    def listed(self) -> Iterator[dict[str, Any]]:
        """What the public learns of each takedown: nothing of what was taken down."""
        for entry in sorted(self.entries, key=lambda entry: (entry.when, _key(entry))):
            yield {"id": _key(entry), "what": "row" if entry.row else "document", "since": entry.when, "reason": entry.reason}

    def unmet(self, rows: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
        """The entries that name none of these rows: what they were to take down has another id or address now, or is gone."""
        left = {_key(entry): entry for entry in self.entries}
        singles = {key: Takedown((entry,)) for key, entry in left.items()}
        for row in rows:
            if self.names(row):
                for key in [key for key in left if singles[key].names(row)]:
                    del left[key]
        return tuple(left.values())


ADDRESSES = ("source_url", "url", "web", "name", "subject")
"""Columns that may hold the address by which something is taken down; the name of a file of a folder is its path."""
IN_SENTENCES = re.compile(r"\b(?:https?|file)://[^\s<>\"']{1,2000}")
DIGESTS = ("sha256", "document_sha256", "good_sha256", "sha256_before", "sha256_after")
REPEATS = ("row_before", "row_after", "same_as", "vote_id")
OWNERS = ("document_id", "owner_id")


def _addresses(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (plain_address(str(row[name])) for name in ADDRESSES if row.get(name))
    for sentence in IN_SENTENCES.findall(str(row.get("sentence") or "")):
        yield plain_address(sentence)
        yield plain_address(sentence.rstrip(".,;:)"))


def takedown_in(data: Path) -> Takedown:
    """The takedowns of a data folder.

    Raises TakedownError where the file cannot be understood: then nothing may be published.
    """
    return Takedown(tuple(read_file(data / FILE, list[Entry], [], TakedownError, is_no_list(NAMED))))


def plain_address(address: str) -> str:
    """An address as two that lead to the same are both written: without fragment, session, user, scheme; host in lower case.

    >>> plain_address("https://Rat.example.org:443/getfile;jsessionid=A1?id=17&sid=2#page=3")
    'rat.example.org/getfile?id=17'
    """
    said = address.strip()
    try:
        parts = urlsplit(said)
        port = parts.port
    except ValueError:
        return said
    if not parts.netloc:
        return unquote(parts.path if parts.scheme == "file" else said)
    host = (parts.hostname or "").rstrip(".")
    shown = f"{host}:{port}" if port and (parts.scheme.lower(), port) not in USUAL_PORTS else host
    path = unquote(SESSION_PATH.sub("", parts.path)).rstrip("/")
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not SESSION_KEY.fullmatch(key)])
    return f"{shown}{path}" + (f"?{query}" if query else "")


def _key(entry: Entry) -> str:
    """The id of an entry, which does not tell what it names."""
    return key_of(entry.row or entry.sha256 or plain_address(entry.address or ""), entry.when.isoformat())


def key_of(named: str, since: str) -> str:
    """The id in the table `withheld` of what is taken down: who knows the row's id can look whether it is among them."""
    return sha256(f"withheld\x1f{named.strip()}\x1f{since}".encode()).hexdigest()[:16]
