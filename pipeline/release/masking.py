"""What of each document the public does not get to read, as places of its text; masked letter by letter, so that offsets still hold.

    "Einwohnerin Erika Muster fragt"  ─▶  "Einwohnerin █████ ██████ fragt"

A quote is masked where its document's text is: `text[char_start:char_end] == quote` holds in public as it does for ourselves. Texts
that have no offsets (titles, points, sentences) get a mark in words instead (pipeline.release.redaction).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from sqlite3 import Row
from typing import Any

from extractors.text.personal import find, names_in
from pipeline.checks import unpacked
from pipeline.release.redaction import apart, person_places, redact_row, redacted
from pipeline.store import Store

BLOCK = "█"
Span = tuple[int, int]
CACHED = 50_000


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one document's text that are withheld, and the surnames of residents that it names."""

    spans: tuple[Span, ...] = ()
    names: frozenset[str] = frozenset()


NOWHERE = Places()


@dataclass(frozen=True, slots=True)
class Masks:
    """What is withheld of all documents of a store."""

    documents: Mapping[str, Places] = field(default_factory=dict)
    recusals_named: bool = False

    @classmethod
    def over(cls, store: Store, *, recusals_named: bool) -> Masks:
        """The masks of a store's documents, as found when they were read."""
        recused: dict[str, list[Span]] = {}
        if not recusals_named:
            for row in store.connection.execute("SELECT document_id, person, quote, char_start FROM recusals"):
                here = recused.setdefault(row["document_id"], [])
                begin = row["char_start"]
                here += [(begin + start, begin + end) for start, end in person_places(row["quote"], row["person"])]
        found: dict[str, Places] = {}
        for row in store.connection.execute("SELECT id, personal, names, CASE WHEN personal IS NULL THEN text END AS text FROM texts"):
            places = _places(row, recused.get(row["id"], []))
            if places != NOWHERE:
                found[row["id"]] = places
        return cls(found, recusals_named)

    def text(self, document: str, text: str) -> str:
        """A document's text as the public gets it."""
        return masked(text, self.documents.get(document, NOWHERE).spans)

    def row(self, table: str, row: Mapping[str, Any], *, is_fact: bool) -> dict[str, Any]:
        """A row as the public gets it."""
        if table == "document_texts":
            return {**row, "text": self.text(row["document_id"], row["text"])}
        places = self.documents.get(row.get("document_id") or "", NOWHERE)
        if not is_fact:
            return redact_row(table, row, places.names, recusals_named=self.recusals_named)
        if places is NOWHERE:  # all its words are words of a document that holds nothing of the kind
            title = row.get("document_title")
            return {**row, "document_title": _title(title) if title else title}
        public = redact_row(table, row, places.names, recusals_named=self.recusals_named)
        return public | {"quote": _quote(row, places.spans)}


@lru_cache(CACHED)
def _title(title: str) -> str:
    return redacted(title)


def masked(text: str, spans: Iterable[Span]) -> str:
    """A text with blocks for the letters of some places; blanks and line ends stay, and so does its length.

    >>> masked("Frau Muster fragt", [(5, 11)])
    'Frau ██████ fragt'
    """
    out, done = [], 0
    for start, end in spans:
        first, last = max(start, done), min(end, len(text))
        if first < last:
            out += [text[done:first], "".join(sign if sign.isspace() else BLOCK for sign in text[first:last])]
            done = last
    return "".join([*out, text[done:]])


def _quote(row: Mapping[str, Any], spans: Sequence[Span]) -> str:
    first, last = row["char_start"], row["char_end"]
    return masked(row["quote"], [(start - first, end - first) for start, end in within(spans, first, last)])


def within(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of some places, in order and apart, that reach into a stretch."""
    first = max(bisect_right(spans, (start, start)) - 1, 0)
    return [span for span in spans[first:] if span[0] < end and span[1] > start]


def _places(row: Row, more: Sequence[Span]) -> Places:
    if row["text"] is not None:  # read before our rules noted it
        text = unpacked(row["text"])
        names = names_in(text)
        spans = [(span.start, span.end) for span in find(text, names)]
    else:
        names = frozenset(json.loads(row["names"] or "[]"))
        spans = [(start, end) for start, end, _ in json.loads(row["personal"])]
    return Places(tuple(apart([*spans, *more])), names) if spans or more or names else NOWHERE
