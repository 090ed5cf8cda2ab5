"""The rows that the pipeline keeps about its own work: councils, runs, documents with places, versions and changes, pages, issues."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

INTERNAL = {"internal": True}
"""Marks a column that the store needs and no table for people shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRow:
    """A council of the store, as its file described it at the last run."""

    id: str
    council: str
    name: str
    ags: str | None = None
    ars: str | None = None
    land: str | None = None
    source: str | None = None
    url: str | None = None
    settings: dict[str, str] | None = field(default=None, metadata=INTERNAL)
    """All that the file said: what is read again must be read as it was, also where there is no file (--source, --url)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run over one council; what was discovered is what was stored, unchanged, deleted or failed."""

    id: str
    council: str
    started_at: datetime
    finished_at: datetime | None = None
    outcome: str | None = None
    """complete, partial, failed, unchanged; None where the run has not ended yet. One that was interrupted has failed."""
    sentence: str | None = None
    """What the run came to, for a person."""
    lists_complete: bool | None = None
    discovered: int | None = None
    stored: int | None = None
    unchanged: int | None = None
    deleted: int | None = None
    failed: int | None = None
    failures: dict[str, int] | None = None
    extractor_version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document as it is now: where it is from, what became of it, what it says of itself."""

    id: str
    council: str
    source_url: str
    role: str | None = None
    name: str | None = None
    meeting_id: str | None = None
    status: str | None = None
    sentence: str | None = None
    """Why the status is not ok, for a person."""
    sha256: str | None = None
    bytes: int | None = None
    fetched_at: datetime | None = None
    media_type: str | None = None
    pages: int | None = None
    text_layer: str | None = None
    ocr_pages: tuple[int, ...] | None = None
    """The pages whose text is from OCR: what is quoted from them may be misread."""
    kind: str | None = None
    title: str | None = None
    body: str | None = None
    meeting_date: date | None = None
    document_date: date | None = None
    marking: str | None = None
    first_run: str | None = None
    fetched_run: str | None = None
    deleted_at: datetime | None = None
    extractor_version: str | None = None
    file_name: str | None = field(default=None, metadata=INTERNAL)
    declared_type: str | None = field(default=None, metadata=INTERNAL)
    declared_kind: str | None = field(default=None, metadata=INTERNAL)
    declared_public: bool | None = field(default=None, metadata=INTERNAL)
    form: tuple[tuple[str, str], ...] | None = field(default=None, metadata=INTERNAL)
    version: str | None = field(default=None, metadata=INTERNAL)
    fetched_version: str | None = field(default=None, metadata=INTERNAL)
    asked_version: str | None = field(default=None, metadata=INTERNAL)
    asked_at: datetime | None = field(default=None, metadata=INTERNAL)
    etag: str | None = field(default=None, metadata=INTERNAL)
    last_modified: str | None = field(default=None, metadata=INTERNAL)
    fetch_status: str | None = field(default=None, metadata=INTERNAL)
    fetch_sentence: str | None = field(default=None, metadata=INTERNAL)
    gone_on: tuple[str, ...] | None = field(default=None, metadata=INTERNAL)
    """The first days on which the address was asked for and gone, since it was last had."""
    read_status: str | None = field(default=None, metadata=INTERNAL)
    read_sentence: str | None = field(default=None, metadata=INTERNAL)
    read_digest: str | None = field(default=None, metadata=INTERNAL)
    read_issues: tuple[str, ...] | None = field(default=None, metadata=INTERNAL)
    """What could not be read, or is doubtful, in a document that could: each a code and a sentence."""
    wants_ocr: bool | None = field(default=None, metadata=INTERNAL)
    read_sha256: str | None = field(default=None, metadata=INTERNAL)
    """The bytes that the present rows were read from."""
    row_counts: dict[str, int] | None = field(default=None, metadata=INTERNAL)
    """How many rows of each table were read from them; None before the first reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version of a document: a stay of the same bytes at its address; the archive has them by their digest."""

    id: str
    council: str
    document_id: str
    number: int
    """1, 2, 3 …; the highest is the present one."""
    sha256: str
    bytes: int | None = None
    seen_from: datetime
    seen_to: datetime
    """When they were last asked for and there; a document that its source lists as unchanged is not asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One statement of a document that differs from what the document stated before."""

    id: str
    council: str
    document_id: str
    run_id: str
    fact_table: str
    change: str
    """added, changed, removed, back_again."""
    cause: str
    """document: it has other bytes; reading: the same bytes were read otherwise; source: it was withdrawn, or is back."""
    agenda_item: str | None = None
    row_before: str | None = None
    row_after: str | None = None
    quote_before: str | None = None
    quote_after: str | None = None
    differs: tuple[str, ...] = ()
    """The columns whose values differ, with their values in `before` and `after`."""
    before: dict[str, str] | None = None
    after: dict[str, str] | None = None
    sha256_before: str | None = None
    sha256_after: str | None = None
    sense_before: str | None = field(default=None, metadata=INTERNAL)
    sense_after: str | None = field(default=None, metadata=INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A document's place at a meeting, a paper or a folder; a document may have several."""

    id: str
    council: str
    document_id: str
    owner_id: str
    role: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """One odd or missing thing; `run_id` is the last run that met it."""

    id: str
    council: str
    run_id: str
    code: str
    subject: str
    sentence: str
    document_id: str | None = None
    first_seen_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """Where an article of a city links to a paper of its council."""

    id: str
    council: str
    document_id: str
    url: str
    words: str | None = None
    paper_id: str | None = None
    """The paper, where a run has listed it, of whatever council of the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameRow:
    """A row of facts that another row, of another document, stands for."""

    id: str
    council: str
    fact_table: str
    same_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page that is asked for to find what a council offers; its bytes are in the archive, good ones and others."""

    id: str
    council: str
    url: str
    page_type: str
    """What the page should be: agenda of a meeting, calendar of a month, …"""
    status: str
    sentence: str | None = None
    sha256: str | None = None
    seen_at: datetime | None = None
    good_sha256: str | None = None
    """The last bytes that were what they should be."""
    good_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A document's extracted text, packed: what the offsets of its rows refer to."""

    id: str
    text: bytes
    personal: tuple[tuple[int, int, str], ...] | None = field(default=None, metadata=INTERNAL)
    """Where it holds personal data, and of which kind; None where it was read before that was noted."""
    names: tuple[str, ...] | None = field(default=None, metadata=INTERNAL)
    """The surnames of the residents that it names."""
