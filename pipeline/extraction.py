"""One document from bytes to facts, and the facts as the JSON object that the contract describes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from extractors import Extraction, extract
from extractors.text.fact import Fact, fields_of, row_of
from extractors.text.minutes import DocumentKind, Habits
from extractors.votes import Vote
from pipeline.passages import harmless
from pipeline.readers import Reading, Remark, Terms, read
from pipeline.statuses import Status

WIDTH = 110
"""Characters of a line for people."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a crawl already knows of a document before it is opened."""

    habits: Habits = field(default_factory=Habits)
    meeting_date: date | None = None
    body: str | None = None
    title: str | None = None
    kind: DocumentKind | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document read and understood."""

    source: str
    sha256: str
    reading: Reading
    extraction: Extraction


class EvidenceError(ValueError):
    """A fact whose quote is not verbatim at its offsets: a defect of ours, never of a document."""


def read_document(data: bytes, name: str, context: Context, terms: Terms | None = None) -> ReadDocument:
    """Read a document and find its facts.

    Raises UnreadableError where it cannot be read, EvidenceError where a fact is not verbatim.
    """
    return understood(read(data, name, terms), hashlib.sha256(data).hexdigest(), name, context)


def understood(reading: Reading, sha256: str, name: str, context: Context) -> ReadDocument:
    """Find the facts of a document that has been read.

    Raises EvidenceError where a fact is not verbatim.
    """
    known = {key: value for key in ("meeting_date", "body", "title", "kind") if (value := getattr(context, key)) is not None}
    reading = replace(reading, source=replace(reading.source, habits=context.habits, **known))
    extraction = _without_pages(extract(reading.source), reading.garbled)
    check_evidence(reading, extraction)
    extraction, doubts = _flagged(extraction, reading.doubtful)
    reading = replace(reading, remarks=(*reading.remarks, *doubts))
    return ReadDocument(name, sha256, reading, extraction)


def _without_pages(extraction: Extraction, pages: Sequence[int]) -> Extraction:
    """What was found, but nothing from some pages."""
    if not pages:
        return extraction
    kept = {table: tuple(fact for fact in facts if fact.quote.page not in pages) for table, facts in extraction.tables.items()}
    return replace(extraction, tables=kept)


def _flagged(extraction: Extraction, doubtful: Sequence[tuple[int, int]]) -> tuple[Extraction, list[Remark]]:
    """What was found, with a flag where a kind of fact has flags, and a remark on every fact that quotes a number OCR is not sure of."""
    if not doubtful:
        return extraction, []
    remarks: list[Remark] = []
    tables: dict[str, tuple[Fact, ...]] = {}
    for table, facts in extraction.tables.items():
        unsure = [any(start < fact.quote.end and fact.quote.start < end for start, end in doubtful) for fact in facts]
        tables[table] = tuple(_with_flag(fact) if doubt else fact for fact, doubt in zip(facts, unsure, strict=True))
        remarks += [_doubt(table, fact) for fact, doubt in zip(facts, unsure, strict=True) if doubt]
    return replace(extraction, tables=tables), remarks


def _with_flag(fact: Fact) -> Fact:
    return replace(fact, flags=(*fact.flags, Status.LOW_CONFIDENCE.value)) if isinstance(fact, Vote) else fact


def _doubt(table: str, fact: Fact) -> Remark:
    words = " ".join(fact.quote.text.split())
    said = f"{table}, page {fact.quote.page}: OCR is not sure of a number in «{words[:80]}{'…' if len(words) > 80 else ''}»."
    return Remark(Status.LOW_CONFIDENCE, said)


def check_evidence(reading: Reading, extraction: Extraction) -> None:
    """Hold every quote against the text.

    Raises EvidenceError at the first that is empty, or not verbatim at its offsets.
    """
    text = reading.source.text
    for table, facts in extraction.tables.items():
        for fact in facts:
            quote = fact.quote
            if not quote.text or text[quote.start : quote.end] != quote.text:
                raise EvidenceError(f"{table}: {quote.text!r} of rule {fact.rule} is not at {quote.start}..{quote.end}")


def json_of(document: ReadDocument, *, with_text: bool = False) -> dict[str, object]:
    """The object that `beschlussbuch extract --json` prints for a document."""
    source, head = document.reading.source, document.extraction.head
    row: dict[str, object] = {
        "source": document.source,
        "sha256": document.sha256,
        "media_type": document.reading.media_type,
        "kind": head.kind,
        "title": head.title,
        "council": source.habits.council,
        "body": head.body,
        "meeting_date": head.meeting_date,
        "document_date": head.document_date,
        "marking": head.marking,
        "pages": document.reading.pages,
        "text_layer": document.reading.text_layer,
    }
    if document.reading.scanned:
        row["ocr_pages"] = document.reading.scanned
    if document.reading.remarks:
        row["issues"] = [asdict(remark) for remark in document.reading.remarks]
    if with_text:
        row["text"] = source.text
    return {"document": row} | {table: [row_of(fact) for fact in facts] for table, facts in document.extraction.tables.items()}


def summary_of(document: ReadDocument) -> str:
    """The facts of a document for a person at a terminal: below each table's name what its facts say, each with its quote."""
    head = document.extraction.head
    said = ", ".join(str(word) for word in (head.kind, head.body, head.meeting_date) if word)
    lines = [harmless(f"{document.source} ({said})" if said else document.source)]
    for table, facts in document.extraction.tables.items():
        lines += [f"  {table}: {len(facts)}"] if facts else []
        for fact in facts:
            lines += [f"    {shortened(said_of(fact))}", f"      «{shortened(fact.quote.text)}»"]
    return "\n".join(lines)


def said_of(fact: Fact) -> str:
    """What a fact says, without what is unknown: "subject main, outcome adopted, yes 12, no 3"."""
    said = ((name, getattr(fact, name)) for name in fields_of(type(fact)))
    return ", ".join(f"{name} {_worded(value)}" for name, value in said if value not in (None, (), ""))


def _worded(value: object) -> str:
    if isinstance(value, tuple):
        return "/".join(_worded(part) for part in value)
    return str(value).lower() if isinstance(value, bool) else str(getattr(value, "name", value))


def shortened(text: str) -> str:
    """A text as one line that fits on a terminal and does not steer it."""
    text = harmless(text)
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
