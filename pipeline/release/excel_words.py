"""What the workbook says to the person who opens it, in German."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.release import Draft
from pipeline.release.schema import PublicColumn, PublicTable
from pipeline.release.sqlite import FILE
from pipeline.release.words import ORIGINS

README, COLUMNS = "Lies mich", "Spalten"
LONGEST_NAME = 31
HEADINGS = ("Blatt", "Tabelle", "Spalte", "Überschrift", "Bedeutung", "Einheit", "Eine leere Zelle heißt", "Woher der Wert kommt", "Werte")


def introduction(draft: Draft) -> list[tuple[str, ...]]:
    """What stands above the list of the tables."""
    settings = draft.curation.settings
    said = [
        (settings.title,),
        (),
        ("Ausgabe", draft.id),
        ("Stand", draft.moment or "ohne Lauf"),
        ("Gemacht mit", f"Beschlussbuch {draft.version}"),
        *((("Lizenz", settings.licence),) if settings.licence else ()),
        *((("Fragen und Fehler", settings.contact),) if settings.contact else ()),
        (),
        ("quote ist der Satz, aus dem eine Zeile gelesen ist; permalink zeigt ihn in seinem Dokument, original_url am Ort.",),
        ("Gelesen hat ein Programm. review_state sagt, was ein Mensch geprüft oder berichtigt hat; ein Blatt nennt alle Berichtigungen.",),
        ("Eine leere Zelle heißt nie null: Was sie heißt, steht für jede Spalte im Blatt „Spalten“. Zeiten sind in UTC.",),
        ("Zeile 1 eines Blattes sind Überschriften, Zeile 2 die Namen der Spalten, wie sie in allen Formen dieser Ausgabe heißen.",),
        ("Dieselben Tabellen liegen daneben: excel/*.excel-de.csv für ein deutsches Excel, tables/*.csv und *.parquet für Programme.",),
        ("In den Dateien *.excel-de.csv steht vor Text, den Excel für eine Formel, ein Datum oder eine Zahl hielte, ein Apostroph.",),
        (),
    ]
    return [tuple(line) for line in said]


def elsewhere(table: PublicTable, rows: int) -> str:
    """What stands in the sheet of a table that is too long for one."""
    count = f"{rows:,}".replace(",", ".")
    files = f"tables/{table.name}.csv oder .parquet, excel/{table.name}.excel-de.csv"
    if table.group == "made":
        files = f"die Sicht {table.name} in {FILE}"
    return f"{table.title}: {count} Zeilen, zu viele für ein Blatt. Die ganze Tabelle: {files}."


def sheet_names(tables: Sequence[PublicTable]) -> dict[str, str]:
    """The names of the sheets: the tables' German titles, as far as Excel lets them be."""
    taken, names = {README.lower(), COLUMNS.lower()}, {}
    for table in tables:
        name = re.sub(r"[\[\]:*?/\\]", " ", table.title).strip("' ")[:LONGEST_NAME].strip("' ")
        if not name or name.lower() in taken:
            name = table.name[:LONGEST_NAME]
        taken.add(name.lower())
        names[table.name] = name
    return names


def about_columns(names: Mapping[str, str], tables: Mapping[str, PublicTable]) -> list[tuple[str, ...]]:
    """The rows of the sheet that says what every column means."""
    rows = [(name, table, column) for table, name in names.items() for column in tables[table].columns]
    return [HEADINGS, *(_about(name, table, column) for name, table, column in rows)]


def _about(name: str, table: str, column: PublicColumn) -> tuple[str, ...]:
    words = column.words
    terms = "; ".join(f"{term} = {german}" for term, (german, _) in words.terms.items())
    return (name, table, column.name, words.title, words.de, words.unit or "", words.missing_de, ORIGINS[column.origin][0], terms)
