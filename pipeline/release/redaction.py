"""What the public does not get to read: personal data in every text of a row, and who was recused.

    "Einwohnerin Erika Muster, Tel. 0721/133-1234, fragt"  ─▶  "Einwohnerin [Name entfernt], Tel. [Telefon entfernt], fragt"

Nothing of a decision is lost: no place of personal data reaches into a sum, a count of votes or a result
(extractors.text.personal.decided), and values that are no texts are never looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from extractors.text.personal import PersonalSpan, find
from extractors.text.persons import find_persons
from pipeline.secrets import veiled

MARKS: Mapping[str, str] = {
    "email": "[E-Mail entfernt]",
    "telephone": "[Telefon entfernt]",
    "iban": "[IBAN entfernt]",
    "address": "[Anschrift entfernt]",
    "birth_date": "[Geburtsdatum entfernt]",
    "resident": "[Name entfernt]",
}
NAMELESS = MARKS["resident"]
TEXT_FRAGMENT = re.compile(r"#?:~:.*", re.DOTALL)
"""The part of an address that repeats the words of a quote, so that a browser shows them."""

# The part of an e-mail address that tells who it is, and groups of digits.
EMAIL_PIECE = re.compile(r"\A[\w.+%'-]{3,}(?=[ \n]?[@(\[{]| at )")
NUMBER_PIECE = re.compile(r"\d{4,}")
# Columns that hold no words of a document: keys, addresses, digests, closed vocabularies, printed numbers of items and papers.
NO_TEXTS = frozenset(
    """
    id council ags ars land source source_id source_url original_url permalink url web website license sha256 media_type text_layer
    kind document_kind role status page_type code change cause fact_table differs rule extractor_version first_run fetched_run
    row_before row_after same_as review_state currency bound basis section duty act stage precision recurrence duration method option
    outcome flags points point path agenda_item number reference
    paper value statute amount amount_max table row column who when what since reason
    organization_type classification fiscal_years ocr_pages
    """.split()  # noqa: SIM905  a list of names is read more easily than quoted
)
NO_TEXT_ENDINGS = ("_id", "_ids", "_sha256", "_run", "_status", "_version", "_at", "_url", "sha256_before", "sha256_after")
NO_TEXTS_OF = {("votes", "subject"), ("runs", "outcome"), ("consultations", "role")}
OF_RECUSALS = ("quote", "quote_before", "quote_after")


def spans(text: str, names: frozenset[str] = frozenset()) -> tuple[PersonalSpan, ...]:
    """The places of a text that are withheld; `names` are surnames of residents that the whole document names.

    >>> spans("Tel.: 0721/133-1234")
    (PersonalSpan(start=6, end=19, kind='telephone'),)
    """
    return find(text, names)


def redacted(text: str, names: frozenset[str] = frozenset()) -> str:
    """A text with a visible mark in place of each of its personal data.

    >>> redacted("Auskunft: erika.muster@wehr.example")
    'Auskunft: [E-Mail entfernt]'
    """
    return _marked(text, [(span.start, span.end, MARKS[span.kind]) for span in spans(text, names)])


def redact_row(
    table: str, row: Mapping[str, object], names: frozenset[str] = frozenset(), *, recusals_named: bool = False
) -> dict[str, object]:
    """A row of any table as the public gets it: every text redacted, nobody named who was recused, unless the operator says so."""
    public = {name: _value(table, name, value, names) for name, value in row.items()}
    if public.get("quote") != row.get("quote") and isinstance(quote := row["quote"], str):
        pieces = _pieces(quote, names)
        public = {name: _without(pieces, value) if holds_text(table, name) and name != "quote" else value for name, value in public.items()}
    if "recusals" in (table, row.get("fact_table")) and not recusals_named:
        _unname(public, row)
    if public.get("quote") != row.get("quote") and isinstance(said := public.get("original_url"), str):
        public["original_url"] = TEXT_FRAGMENT.sub("", said)
    return public


def holds_text(table: str, column: str) -> bool:
    """Whether a column holds words of a document, or of people about it."""
    return column not in NO_TEXTS and not column.endswith(NO_TEXT_ENDINGS) and (table, column) not in NO_TEXTS_OF


def _value(table: str, column: str, value: Any, names: frozenset[str]) -> Any:
    if not holds_text(table, column):
        return veiled(value) if isinstance(value, str) and "://" in value else value
    if isinstance(value, str):
        return _json(table, value, names) if column in ("before", "after") else redacted(value, names)
    if isinstance(value, Mapping):
        return {name: _value(table, str(name), inner, names) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_value(table, column, inner, names) for inner in value)
    return value


def _pieces(quote: str, names: frozenset[str]) -> re.Pattern[str]:
    """What may be left of a quote's personal data where a column holds a part of the quote ("Auskunft: muster" of an e-mail address)."""
    pieces: dict[str, str] = {}
    for span in spans(quote, names):
        said = quote[span.start : span.end]
        cut = {"email": EMAIL_PIECE, "telephone": NUMBER_PIECE, "iban": NUMBER_PIECE}.get(span.kind)
        pieces |= dict.fromkeys([said, *(cut.findall(said) if cut else [])], span.kind)
    return re.compile("|".join(rf"(?<!\w){re.escape(piece)}(?!\w)" for piece in sorted(pieces, key=len, reverse=True)) or r"(?!)")


def _without(pieces: re.Pattern[str], value: Any) -> Any:
    if isinstance(value, str):
        return pieces.sub("[entfernt]", value)
    if isinstance(value, Mapping):
        return {name: _without(pieces, inner) for name, inner in value.items()}
    return type(value)(_without(pieces, inner) for inner in value) if isinstance(value, list | tuple) else value


def _json(table: str, value: str, names: frozenset[str]) -> str:
    """A mapping that stands as JSON text in its column."""
    try:
        held = json.loads(value)
    except ValueError:
        return redacted(value, names)
    return json.dumps(_value(table, "said", held, names), ensure_ascii=False)


def _unname(public: dict[str, Any], row: Mapping[str, Any]) -> None:
    """Take the persons from a row about a recusal."""
    persons = [row.get("person")]
    for name in ("before", "after"):
        held = json.loads(public[name]) if isinstance(public.get(name), str) else public.get(name)
        if isinstance(held, Mapping) and "person" in held:
            persons.append(held["person"])
            nameless = {**held, "person": None}
            public[name] = json.dumps(nameless, ensure_ascii=False) if isinstance(public[name], str) else nameless
    if "person" in public:
        public["person"] = None
    for name in OF_RECUSALS:
        if isinstance(public.get(name), str):
            public[name] = _without_persons(public[name], [person for person in persons if isinstance(person, str)])


def person_places(quote: str, person: str | None) -> tuple[tuple[int, int], ...]:
    """Where a quote names somebody: who is known to be recused, and whoever is called by an address, an office or a title.

    >>> person_places("Befangen: Muster und Frau Beispiel", "Muster")
    ((10, 16), (21, 34))
    """
    known = [match.span() for match in re.finditer(_spelt(person), quote)] if person else []
    return tuple(apart([*known, *((found.start, found.end) for found in find_persons(quote, 0, len(quote)))]))


def _without_persons(quote: str, persons: list[str]) -> str:
    places = apart([place for person in (*persons, None) for place in person_places(quote, person)])
    return _marked(quote, [(start, end, NAMELESS) for start, end in places])


def _spelt(person: str) -> str:
    """A pattern of what was printed, across lines."""
    return r"[\s\u00ad-]+".join(re.escape(word) for word in re.split(r"[\s-]+", person) if word) or r"(?!)"


def apart(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places that do not overlap, in order: those that do are one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(places):
        if last and start < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _marked(text: str, places: list[tuple[int, int, str]]) -> str:
    parts, done = [], 0
    for start, end, mark in places:
        parts += [text[done:start], mark]
        done = end
    return "".join([*parts, text[done:]])
