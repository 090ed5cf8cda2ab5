"""The codebook's own words in German and in English: kinds of values, groups of tables, units, headings and lead sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.release.schema import Kind

Language = Literal["de", "en"]
AT: Mapping[Language, int] = {"de": 0, "en": 1}
KINDS: Mapping[Kind, tuple[str, str]] = {
    "text": ("Text", "text"),
    "integer": ("ganze Zahl", "integer"),
    "number": ("Zahl", "number"),
    "boolean": ("ja oder nein", "true or false"),
    "day": ("Tag", "day"),
    "moment": ("Zeitpunkt (UTC)", "moment (UTC)"),
    "money": ("Betrag mit zwei Nachkommastellen", "decimal with two places"),
    "texts": ("Liste von Texten", "list of texts"),
    "integers": ("Liste ganzer Zahlen", "list of integers"),
    "records": ("Liste von Einträgen", "list of records"),
    "json": ("JSON-Objekt", "JSON object"),
}
GROUPS: Mapping[str, tuple[str, str]] = {
    "fact": ("Was Dokumente sagen", "What documents state"),
    "noun": ("Was die Systeme der Kommunen führen", "What the councils' systems list"),
    "record": ("Was die Pipeline vermerkt", "What the pipeline noted"),
}
UNITS: Mapping[str, str] = {
    "votes": "Stimmen", "persons": "Personen", "characters": "Zeichen", "pages": "Seiten", "day": "Tag", "years": "Jahre",
    "bytes": "Bytes", "documents": "Dokumente", "agenda items": "Tagesordnungspunkte", "ISO 8601 duration": "ISO-8601-Dauer",
    "unit of column currency": "Einheit der Spalte currency",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labels:
    """The codebook's own words in one language."""

    title: str
    lead: str
    rows: str
    key: str
    head: Sequence[str]
    shared: str
    shared_lead: str
    besides: str
    made: str
    made_lead: str
    like: str
    indexes: str
    indexes_lead: str
    indexes_head: Sequence[str]
    vocabulary: str
    same_vocabulary: str
    read: str
    quality: str
    on_gold: str
    figures: Sequence[str]
    no_figures: str


LABELS: Mapping[Language, Labels] = {
    "de": Labels(
        title="Codebuch",
        lead="Ausgabe {id} vom {day}. Was jede Tabelle und jede Spalte sagt, woher der Wert kommt und was eine leere Zelle bedeutet. "
        "Fehlend ist besser als falsch: Eine leere Zelle heißt nie null. Wer Abstimmungen zählt oder Beträge summiert, nimmt nur "
        "Zeilen, in denen `same_as` leer ist.",
        rows="{n} Zeilen",
        key="Schlüssel: `id`.",
        head=("Spalte", "Überschrift", "Typ", "Bedeutung", "Leere Zelle", "Herkunft"),
        shared="Spalten, die überall dasselbe bedeuten",
        shared_lead="Sie stehen in jeder Tabelle, die sie am Ende ihrer eigenen Spalten nennt.",
        besides="Dazu, wie oben: {columns}.",
        made="Was nur die SQLite-Datei hat",
        made_lead="Tabellen und Sichten, die aus den Tabellen oben gemacht sind: was Datasette zeigt. Gezählt ist darin nur, was für sich "
        "selbst steht (`same_as` leer).",
        like="Dazu, wie in {tables}: {columns}.",
        indexes="Suchregister",
        indexes_lead="Was die Suche liest (FTS5): `<Tabelle>_words` über `rowid` mit ihrer Tabelle verbunden, `vocabulary` für Wortteile. "
        "Ihre Spalten sind die ihrer Tabelle; mit `about_` die des Gegenstands (`matters`), mit `point_` die des Beschlusspunkts.",
        indexes_head=("Register", "was", "Spalten"),
        vocabulary="Werte von `{column}`:",
        same_vocabulary="Werte von `{column}`: dieselben wie von `{known}`.",
        read="F1 an fremden Dokumenten, beim ersten Lesen: {shares} (siehe unten, „Wie gut gelesen wird“).",
        quality="Wie gut gelesen wird",
        on_gold="Am {day} an {n} eigenen Texten gemessen.",
        figures=("Maß", "gleich sein müssen", "Genauigkeit", "Trefferquote", "F1"),
        no_figures="Für diese Installation liegen keine Messwerte vor.",
    ),
    "en": Labels(
        title="Codebook",
        lead="Version {id} of {day}. What every table and every column says, where its values come from and what an empty cell means. "
        "Missing is better than wrong: an empty cell never means zero. To count votes or to sum amounts, use only rows where "
        "`same_as` is empty.",
        rows="{n} rows",
        key="Key: `id`.",
        head=("column", "German heading", "type", "meaning", "empty cell", "origin"),
        shared="Columns that mean the same everywhere",
        shared_lead="They stand in every table that names them behind its own columns.",
        besides="Besides, as above: {columns}.",
        made="What only the SQLite file has",
        made_lead="Tables and views that are made of the tables above: what Datasette shows. They count only what stands for itself "
        "(`same_as` empty).",
        like="Besides, as in {tables}: {columns}.",
        indexes="Indexes of the search",
        indexes_lead="What the search reads (FTS5): `<table>_words`, joined to its table by `rowid`, and `vocabulary` for parts of words. "
        "Their columns are those of their table; with `about_` those of the matter (`matters`), with `point_` of the resolution point.",
        indexes_head=("index", "what", "columns"),
        vocabulary="Values of `{column}`:",
        same_vocabulary="Values of `{column}`: the same as of `{known}`.",
        read="F1 on documents of others, at first reading: {shares} (see below, “How well it is read”).",
        quality="How well it is read",
        on_gold="Measured on {day} on {n} texts of our own.",
        figures=("measure", "what must be equal", "precision", "recall", "F1"),
        no_figures="There are no figures for this installation.",
    ),
}
