"""A row with the sentence that it was read from, on a terminal or as JSON. Words of a document steer no terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from pipeline.passages import COLOURS, CONTROLS
from pipeline.release.evidence.rows import Document, ReleasedRows, Statement
from pipeline.release.evidence.saying import day, headline, in_words, kind_of, said_of
from pipeline.release.links import FOLDER
from pipeline.release.schema import public_tables

CONTROLS_OF_A_LINE = CONTROLS | {0x0D: None, 0x0A: " ", 0x09: " "}
MOST_BEFORE = 4000  # characters: a document of one line would fill the terminal


@dataclass(frozen=True, slots=True)
class Found:
    """A row, its document, and the words around its quote."""

    statement: Statement
    document: Document
    before: str
    quote: str
    after: str
    page: Path | None
    """The file of its page of evidence."""


def found_in(released: ReleasedRows, folder: Path, statement: Statement, lines: int) -> Found:
    """A row with some lines of the text around its quote."""
    values = statement.values
    document = released.document(values["document_id"])
    if document is None:  # its text is not published; the row's own words are
        of_row = {"title": values["document_title"], "name": None, "kind": values["document_kind"]}
        known = {name: values.get(name) for name in ("council", "body", "meeting_date")}
        document = Document({**known, **of_row, "id": values["document_id"]}, released.council_of(values))
        return Found(statement, document, "", str(values["quote"]), "", None)
    text, (start, end) = released.text_of(document.id), statement.span
    page = folder / FOLDER / f"{document.id}.html"
    return Found(
        statement, document, _before(text, start, lines), text[start:end], _after(text, end, lines), page if page.exists() else None
    )


def _before(text: str, start: int, lines: int) -> str:
    at = start
    for _ in range(lines + 1):
        at = text.rfind("\n", 0, at)
        if at < 0:
            break
    return text[max(at + 1, start - MOST_BEFORE) : start]


def _after(text: str, end: int, lines: int) -> str:
    at = end - 1
    for _ in range(lines + 1):
        at = text.find("\n", at + 1)
        if at < 0:
            break
    return text[end : min(len(text) if at < 0 else at, end + MOST_BEFORE)]


def as_json(found: Found) -> dict[str, Any]:
    """The row as one object: all its columns, and the words around its quote."""
    return {
        "table": found.statement.table.name,
        "row": dict(found.statement.values),
        "document": dict(found.document.values),
        "before": found.before,
        "quote": found.quote,
        "after": found.after,
        "page_of_evidence": _address(found),
    }


def _address(found: Found) -> str | None:
    return f"{found.page.resolve().as_uri()}#{found.statement.id}" if found.page else None


def on_terminal(found: Found, console: Console, corrections: Sequence[Mapping[str, Any]] = ()) -> None:
    """Print a row: what it says, where, its quote within the text, and where to see more."""
    table, values = found.statement.table.name, found.statement.values
    colour = COLOURS.get(table, ("bold", ""))[0]
    console.print(
        Text.assemble((f" {kind_of(table, found.statement.table.title)} ", colour), "  ", (_line(headline(found.statement)), "bold"))
    )
    pairs = [*said_of(found.statement), *_where(found)]
    wide = max(len(label) for label, _ in pairs)
    for label, said in pairs:
        console.print(Text.assemble((f"  {label:<{wide}}  ", "dim"), _line(said)), soft_wrap=True)
    for one in corrections:
        told = f"  Berichtigt am {day(str(one['when']))}: {one['column']}, {one['who']}: {one['why']}"
        console.print(Text(_line(told), "yellow"), soft_wrap=True)
    console.print()
    in_signs = not console.is_terminal or console.no_color
    console.print(_marked(found, colour, "»" if in_signs else "", "«" if in_signs else ""), soft_wrap=True)
    console.print()
    for label, address in (("Original", values["original_url"]), ("Beleg", values["permalink"]), ("Seite hier", _address(found))):
        if address:
            console.print(Text.assemble((f"  {label:<10}  ", "dim"), _line(str(address))), soft_wrap=True)


def _where(found: Found) -> Iterator[tuple[str, str]]:
    values, document = found.statement.values, found.document
    kind = in_words(public_tables()["documents"].by_name["kind"], document.values["kind"]).partition(",")[0]
    met = f"Sitzung vom {day(str(document.values['meeting_date']))}" if document.values["meeting_date"] else ""
    yield "Dokument", " · ".join(words for words in (document.title, kind, document.values["body"], met, document.council) if words)
    place = [f"Seite {values['page']}" if values["page"] else "", f"TOP {values['agenda_item']}" if values["agenda_item"] else ""]
    yield "Stelle", " · ".join([*(words for words in place if words), f"Zeichen {values['char_start']} bis {values['char_end']}"])
    yield "Gelesen", f"mit Regel {values['rule']}, {in_words(found.statement.table.by_name['review_state'], values['review_state'])}"


def _line(said: str) -> str:
    """Words in one line, which steer nothing."""
    return said.translate(CONTROLS_OF_A_LINE)


def _marked(found: Found, colour: str, opening: str, closing: str) -> Text:
    """The quote within its text, behind a rule; between signs where there are no colours."""
    text = Text()
    for words, style in ((found.before, "dim"), (f"{opening}{found.quote}{closing}", f"{colour} bold"), (found.after, "dim")):
        text.append(words.replace("\r\n", "\n").translate(CONTROLS), style)
    shown = Text()
    for line in text.split("\n", allow_blank=True):
        shown.append("  │ ", "dim").append_text(line).append("\n")
    shown.right_crop(1)
    return shown
