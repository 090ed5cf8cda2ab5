"""From a document's rows, text and drawing to what its page shows, in German words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from pipeline.release.evidence.drawing import MASK, Drawing
from pipeline.release.evidence.nouns import Card, Count, View
from pipeline.release.evidence.parts import WHY_NOT, parts_of
from pipeline.release.evidence.rows import Document, ReleasedRows, Statement
from pipeline.release.evidence.saying import KINDS, day, headline, in_words, kind_of, said_of
from pipeline.release.schema import PublicColumn, public_tables
from pipeline.release.values import from_text
from pipeline.store.schema import short_id

ORIGIN = ("id", "source_url", "name", "fetched_at", "sha256", "bytes", "media_type", "pages", "text_layer", "extractor_version")
ENDINGS = {"application/pdf": ".pdf", "text/html": ".html", "application/json": ".json", "text/plain": ".txt", "text/rtf": ".rtf"}
ENDINGS |= {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
WEB = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"]+", re.IGNORECASE)
SAFE = re.compile(r"[\w-]{1,64}", re.ASCII)


def view_of(document: Document, text: str, drawing: Drawing, released: ReleasedRows) -> View:
    """What the page of a document shows."""
    values = document.values
    cards = [_card(number, statement, released) for number, statement in enumerate(document.statements, 1)]
    address = str(values["source_url"] or "")
    media_type = str(values["media_type"] or "")
    sha256 = str(values["sha256"] or "")
    return View(
        id=document.id,
        title=document.title,
        council=document.council,
        council_page=page_of_council(str(values["council"])),
        day=str(values["meeting_date"] or ""),
        said=_said(document),
        link=web_address(address),
        address=address,
        counts=_counts(cards),
        remarks=list(_remarks(document, text, drawing)),
        origin=[(label, said) for name in ORIGIN if (said := _column(document, name)) for label in [_label(name)]],
        archived=f"raw/{sha256[:2]}/{sha256}",
        media_type=media_type,
        ending=ENDINGS.get(media_type, ".bin"),
        parts=parts_of(document.id, text, drawing, cards),
        text=text,
    )


def page_of_council(council: str) -> str:
    """The name of the page that lists a council's documents."""
    return f"council-{council if SAFE.fullmatch(council) else short_id(council)}.html"


def web_address(said: Any) -> str | None:
    """An address that a browser may be led to; None for any other, such as javascript: or a file's."""
    return said if isinstance(said, str) and WEB.fullmatch(said) else None


def _card(number: int, statement: Statement, released: ReleasedRows) -> Card:
    values, table = statement.values, statement.table
    about = [f"TOP {values['agenda_item']}" if values["agenda_item"] else "", f"Seite {values['page']}" if values["page"] else ""]
    about += [f"Regel {values['rule']}" if values["rule"] else ""]
    about += ["" if values["review_state"] in (None, "auto") else in_words(table.by_name["review_state"], values["review_state"])]
    same = values["same_as"] and released.document_of(table.name, values["same_as"])
    return Card(
        number=number,
        row=statement.id,
        table=table.name,
        kind=kind_of(table.name, table.title),
        headline=headline(statement),
        said=said_of(statement),
        about=[words for words in about if words],
        remarks=[_corrected(table.name, one) for one in released.corrections.get(statement.id, ())],
        original=web_address(values["original_url"]),
        same=f"{same}.html#{values['same_as']}" if same else None,
        span=statement.span,
        page=values["page"],
    )


def _corrected(table: str, one: Mapping[str, Any]) -> str:
    column = public_tables()[table].by_name.get(str(one["column"]))
    old, new = (_cell(column, one[name]) for name in ("old", "new"))
    title = column.words.title if column else str(one["column"])
    return f"Berichtigt am {day(str(one['when']))}: {title} „{new or 'leer'}“ statt „{old or 'leer'}“ ({one['who']}: {one['why']})"


def _cell(column: PublicColumn | None, said: Any) -> str:
    """A value that a person has written into a cell, in words."""
    with suppress(ValueError, ArithmeticError):
        return in_words(column, from_text(column, str(said or ""))) if column else str(said or "")
    return str(said or "")


def _said(document: Document) -> list[str]:
    values = document.values
    met = f"Sitzung vom {day(str(values['meeting_date']))}" if values["meeting_date"] else ""
    return [words for words in (str(values["body"] or ""), met, _column(document, "kind").partition(",")[0]) if words]


def _column(document: Document, name: str) -> str:
    said = in_words(public_tables()["documents"].by_name[name], document.values[name])
    return f"{int(said):,} Bytes".replace(",", ".") if name == "bytes" and said else said


def _label(name: str) -> str:
    return public_tables()["documents"].by_name[name].words.title or name


def _counts(cards: Sequence[Card]) -> list[Count]:
    found = Counter(card.table for card in cards)
    first = {card.table: card.row for card in reversed(cards)}
    tables = sorted(found, key=lambda name: (list(KINDS).index(name) if name in KINDS else len(KINDS), name))
    return [Count(name, kind_of(name, public_tables()[name].title, many=found[name] > 1), found[name], first[name]) for name in tables]


def _remarks(document: Document, text: str, drawing: Drawing) -> Iterator[str]:
    values = document.values
    if values["marking"]:
        yield f"Das Dokument trägt den Vermerk „{values['marking']}“ und wurde von einer Person freigegeben."
    if values["ocr_pages"]:
        pages = ", ".join(str(page) for page in values["ocr_pages"])
        yield f"Eingescannt: Der Text von Seite {pages} stammt aus einer Texterkennung und kann Lesefehler enthalten."
    if MASK in text:
        yield "Namen und Angaben von Personen ohne öffentliches Amt sind hier geschwärzt (█)."
    if drawing.why_not:
        yield WHY_NOT.get(drawing.why_not, WHY_NOT["unreadable"])
