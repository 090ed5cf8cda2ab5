"""What a row says, in German words: for a page and for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from pipeline.release.evidence.rows import Statement
from pipeline.release.schema import PublicColumn, public_tables

# table → one of its rows, several of them
KINDS = {
    "votes": ("Abstimmung", "Abstimmungen"),
    "amounts": ("Betrag", "Beträge"),
    "deadlines": ("Frist", "Fristen"),
    "resolution_points": ("Beschlusspunkt", "Beschlusspunkte"),
    "follow_ups": ("Umsetzungsstand", "Umsetzungsstände"),
    "references": ("Verweis", "Verweise"),
    "recusals": ("Befangenheit", "Befangenheiten"),
    "agenda_items": ("Tagesordnungspunkt", "Tagesordnungspunkte"),
}
# Columns that say where a row is from, or what was done to it; they are told apart from what it says.
ABOUT = {
    *("id", "council", "ags", "ars", "document_id", "source_url", "document_sha256", "document_title", "document_kind", "same_as"),
    *("permalink", "original_url", "extractor_version", "review_state", "quote", "char_start", "char_end", "page", "agenda_item", "rule"),
}
WHY_EMPTY = "_status"  # of columns that tell why another is empty; here that is only of interest where something is held back
OF_THE_MEETING = {"body", "meeting_date"}
DURATION = re.compile(r"P(\d{1,4})([YMWD])")
UNITS = {"Y": ("Jahr", "Jahre"), "M": ("Monat", "Monate"), "W": ("Woche", "Wochen"), "D": ("Tag", "Tage")}
EACH = {"Y": "jedes Jahr", "M": "jeden Monat", "W": "jede Woche", "D": "jeden Tag"}
COUNTS = {"yes": ("Ja", "Ja"), "no": ("Nein", "Nein"), "abstain": ("Enthaltung", "Enthaltungen")}
OPTIONS = {"yes": "Ja", "no": "Nein", "abstain": "Enthaltung"}


def kind_of(table: str, title: str = "", *, many: bool = False) -> str:
    """What a row, or several rows, of a table are called."""
    return KINDS.get(table, (title or table,) * 2)[many]


def headline(statement: Statement) -> str:
    """What a row says, as short as it can be said."""
    say = HEADLINES.get(statement.table.name)
    parts = say(statement) if say else iter(())
    return ", ".join(part for part in parts if part)


def said_of(statement: Statement) -> list[tuple[str, str]]:
    """What a row says: the headings of its columns with their values; what is not stated is left out."""
    values = statement.values
    found = []
    for column in _telling(statement.table.name):
        value = values.get(column.name)
        if value is None or (column.name.endswith(WHY_EMPTY) and value != "withheld"):
            continue
        if words := in_words(column, value, values):
            found.append((column.words.title or column.name, words))
    return found


@cache
def _telling(table: str) -> tuple[PublicColumn, ...]:
    """The columns of a table that say something of the matter."""
    about = ABOUT if table == "agenda_items" else ABOUT | OF_THE_MEETING
    return tuple(column for column in public_tables()[table].columns if column.name not in about)


def in_words(column: PublicColumn, value: Any, row: Mapping[str, Any] | None = None) -> str:
    """A value as one says it; empty where there is none.

    >>> from pipeline.release.schema import public_tables
    >>> in_words(public_tables()["deadlines"].by_name["recurrence"], "P6M"), in_words(public_tables()["votes"].by_name["unanimous"], True)
    ('alle 6 Monate', 'ja')
    """
    if value is None or value in ("", []):
        return ""
    if column.kind == "money":
        return money(value, str((row or {}).get("currency") or ""))
    if isinstance(value, list):
        return LISTED[column.kind == "records"](column, value)
    if column.name in ("recurrence", "duration"):
        return span_of_time(str(value), returns=column.name == "recurrence")
    say = PLAIN.get(column.kind)
    return say(value) if say else _term(column, str(value))


def _term(column: PublicColumn, said: str) -> str:
    return column.terms[said][0] if said in column.terms else said


def _terms(column: PublicColumn, values: list[Any]) -> str:
    return ", ".join(_term(column, str(part)) for part in values)


def _records(_: PublicColumn, values: list[Any]) -> str:
    return "; ".join(_record(part) for part in values)


def _record(record: Any) -> str:
    """A group's vote: "Grüne Mitte: Ja (12)"."""
    if not isinstance(record, dict):
        return str(record)
    option = OPTIONS.get(str(record.get("option")), str(record.get("option") or ""))
    count = record.get("count")
    return f"{record.get('name') or ''}: {option}" + (f" ({count})" if count is not None else "")


def money(value: Any, currency: str) -> str:
    """A sum of money.

    >>> money("1250000.5", "EUR")
    '1.250.000,50 EUR'
    """
    written = f"{Decimal(str(value)):,.2f}".replace(",", "\0").replace(".", ",").replace("\0", ".")
    return f"{written} {currency}".rstrip()


def day(said: str) -> str:
    """A day.

    >>> day("2024-03-12")
    '12.03.2024'
    """
    try:
        return f"{date.fromisoformat(said[:10]):%d.%m.%Y}"
    except ValueError:
        return said


def moment(said: str) -> str:
    """A moment, to the minute.

    >>> moment("2026-11-22T23:15:00+00:00")
    '22.11.2026, 23:15 Uhr (UTC)'
    """
    try:
        return f"{datetime.fromisoformat(said):%d.%m.%Y, %H:%M} Uhr (UTC)"
    except ValueError:
        return said


def span_of_time(said: str, *, returns: bool) -> str:
    """How long something is, or how often it comes back.

    >>> span_of_time("P3M", returns=False), span_of_time("P1Y", returns=True)
    ('3 Monate', 'jedes Jahr')
    """
    match = DURATION.fullmatch(said)
    if not match:
        return said
    count, unit = int(match[1]), match[2]
    if returns:
        return EACH[unit] if count == 1 else f"alle {count} {UNITS[unit][1]}"
    return f"{count} {UNITS[unit][count != 1]}"


LISTED = {False: _terms, True: _records}
PLAIN: Mapping[str, Callable[[Any], str]] = {
    "boolean": lambda value: "ja" if value else "nein",
    "day": lambda value: day(str(value)),
    "moment": lambda value: moment(str(value)),
}


def _told(statement: Statement, name: str) -> str:
    """A value in as few words as its term begins with."""
    column = statement.table.by_name[name]
    return in_words(column, statement.values.get(name), statement.values).partition(",")[0]


def _vote(statement: Statement) -> Iterator[str]:
    yield _told(statement, "outcome")
    for name, (one, many) in COUNTS.items():
        count = statement.values.get(name)
        if count is not None:
            yield f"{count} {one if count == 1 else many}"


def _amount(statement: Statement) -> Iterator[str]:
    values = statement.values
    least = {"min": "mindestens ", "max": "höchstens ", "about": "rund "}.get(str(values.get("bound")), "")
    most = f" bis {money(values['amount_max'], str(values.get('currency') or ''))}" if values.get("amount_max") is not None else ""
    yield f"{least}{money(values['amount'], str(values.get('currency') or ''))}{most}"
    yield {"per_year": "je Jahr", "per_month": "je Monat", "per_day": "je Tag", "per_unit": "je Einheit"}.get(str(values.get("basis")), "")


def _deadline(statement: Statement) -> Iterator[str]:
    values = statement.values
    first, last = (day(str(values[name])) if values.get(name) else "" for name in ("date_from", "date_to"))
    yield f"{first} bis {last}" if first and last and first != last else f"bis {last}" if last else f"ab {first}" if first else ""
    for name in ("recurrence", "duration", "anchor"):
        yield in_words(statement.table.by_name[name], values.get(name))


def _point(statement: Statement) -> Iterator[str]:
    yield f"Punkt {statement.values['path']}"
    yield _told(statement, "act")


def _columns(*names: str) -> Callable[[Statement], Iterator[str]]:
    return lambda statement: (_told(statement, name) for name in names)


HEADLINES: Mapping[str, Callable[[Statement], Iterator[str]]] = {
    "votes": _vote,
    "amounts": _amount,
    "deadlines": _deadline,
    "resolution_points": _point,
    "follow_ups": _columns("status", "paper"),
    "references": _columns("value"),
    "recusals": _columns("person", "act"),
    "agenda_items": _columns("number", "result_raw"),
}
