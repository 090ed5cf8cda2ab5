"""What stands beside the tables for whoever opens a release: README.md, CITATION.txt, and views.sql for DuckDB."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.release.imprint import Imprint
from pipeline.release.schema import public_tables

# What a release holds: its part, how it is named to people, what it is for in German and in English.
PARTS = (
    ("beschlussbuch.xlsx", "`beschlussbuch.xlsx`", "Excel und LibreOffice: doppelklicken", "Excel and LibreOffice: double-click"),
    ("excel", "`excel/*.excel-de.csv`", "CSV für ein deutsches Excel: Semikolon, Dezimalkomma",
     "CSV for a German Excel: semicolon, decimal comma"),
    ("evidence", "`evidence/*.html`", "Belegseiten: jedes Dokument mit seinen markierten Sätzen",
     "evidence: every document with its sentences marked"),
    ("tables", "`tables/*.csv`", "für Programme: Komma, UTF-8, Listen als JSON", "for programs: comma, UTF-8, lists as JSON"),
    ("tables", "`tables/*.parquet`", "R, Python, DuckDB, mit Typen", "R, Python, DuckDB, with their types"),
    ("beschlussbuch.sqlite", "`beschlussbuch.sqlite`", "Abfragen mit SQL und Datasette", "queries with SQL and Datasette"),
    ("tables", "`tables.R`", "dieselben Tabellen für R, jede Spalte mit ihrem Typ", "the same tables for R, every column of its type"),
    ("tables", "`views.sql`", "dieselben Tabellen als Sichten für DuckDB", "the same tables as views for DuckDB"),
    ("feeds", "`feeds/*.atom`", "zum Abonnieren: neue Beschlüsse, knappe Abstimmungen, hohe Beträge",
     "to subscribe to: new decisions, close votes, large sums"),
    ("calendar", "`calendar/*.ics`", "Kalender der Fristen und nächsten Berichte", "calendars of deadlines and next reports"),
    ("tables", "`codebook.de.md`, `codebook.en.md`, `codebook.csv`", "jede Tabelle und Spalte erklärt", "every table and column explained"),
    ("tables", "`datapackage.json`, `tables/csv-metadata.json`, `dbt/sources.yml`", "dasselbe für Frictionless, CSVW und dbt",
     "the same for Frictionless, CSVW and dbt"),
    ("tables", "`CITATION.txt`", "wie man diese Ausgabe zitiert", "how to cite this version"),
)  # fmt: skip
README = """# {title}

Ausgabe `{id}`, Stand {day} · {councils} · [English below](#in-english)

## Auf Deutsch

Was Räte beschlossen haben, aus ihren Dokumenten gelesen: Beschlusspunkte, Abstimmungen, Beträge, Fristen und was daraus wurde. Jede Zeile
trägt das Zitat, aus dem sie stammt (`quote`), und in `permalink` die Belegseite, auf der es markiert ist.

{files_de}

```r
source("tables.R")               # in diesem Ordner
votes <- beschlussbuch("votes")  # mit arrow aus Parquet, sonst mit readr aus CSV, jede Spalte mit ihrem Typ
votes <- beschlussbuch_python("votes")  # ohne arrow und doch mit Listen: reticulate und ein Python, das pyarrow hat
```

```python
votes = pandas.read_parquet("tables/votes.parquet", dtype_backend="pyarrow")
```

```sh
duckdb -init views.sql      # in diesem Ordner; dann etwa: SELECT title, outcome, yes, no FROM decisions;
```

- **Eine leere Zelle heißt nie null.** Sie heißt: steht nicht da oder wurde nicht erkannt. Warum, sagen `counts_status`, `date_status` und
  `person_status`; was sie in jeder Spalte heißt, sagt das Codebuch.
- **Wer zählt oder summiert, nimmt nur Zeilen, in denen `same_as` leer ist**, bei Beträgen außerdem nur `section = resolution`.
- **Worum es geht**, sagt `agenda_items.title`, verbunden über `document_id` und `agenda_item`; die Arbeitsmappe, `views.sql` und die
  SQLite-Datei haben es schon beisammen (`decisions`, `money`).
- **Grenzen.** Gelesen wird von einem Programm, nicht von Menschen: Wie oft es irrt, steht am Ende des Codebuchs. Was nicht geladen oder
  nicht gelesen werden konnte, steht in `documents` und `issues`; dass eine Zeile fehlt, heißt nicht, dass nichts beschlossen wurde.
- Berichtigungen stehen in `corrections`, Zurückgehaltenes in `withheld`.{contact_de}

## In English

What councils decided, read from their documents: resolution points, votes, amounts, deadlines and what became of them. Every row carries
the quote that it is from (`quote`), and in `permalink` the evidence page on which it is marked.

{files_en}

How R, Python and DuckDB open them is shown by the lines of code above; `tables.R` reads Parquet by arrow where R has it, else CSV by readr
with the type of every column, and Parquet by reticulate where R has a Python with pyarrow.

- **An empty cell never means zero.** It means: not there, or not recognised. Why is said by `counts_status`, `date_status` and
  `person_status`; what it means in each column is said by the codebook.
- **To count or to sum, use only rows where `same_as` is empty**, of amounts moreover only `section = resolution`.
- **What a row is about** is said by `agenda_items.title`, joined by `document_id` and `agenda_item`; the workbook, `views.sql` and the
  SQLite file have joined them already (`decisions`, `money`).
- **Limits.** A program does the reading, not people: how often it errs stands at the end of the codebook. What could not be fetched or
  read stands in `documents` and `issues`; that a row is missing does not mean that nothing was decided.
- Corrections stand in `corrections`, what is held back in `withheld`.{contact_en}
"""
VIEWS = """
-- Votes and amounts to be counted: without those that another document states as well.
CREATE OR REPLACE VIEW counted_votes AS SELECT * FROM votes WHERE same_as IS NULL;
CREATE OR REPLACE VIEW counted_amounts AS SELECT * FROM amounts WHERE same_as IS NULL AND section = 'resolution';

-- What a vote or an amount is about: the title and the paper of its agenda item, else the title of its document.
CREATE OR REPLACE VIEW item_titles AS
  SELECT document_id, agenda_item, arg_min(title, char_start) AS title, arg_min(paper, char_start) AS paper
  FROM agenda_items WHERE title IS NOT NULL GROUP BY document_id, agenda_item;
CREATE OR REPLACE VIEW decisions AS
  SELECT coalesce(i.title, v.document_title) AS title, i.paper, v.* FROM counted_votes AS v
  LEFT JOIN item_titles AS i ON i.document_id = v.document_id AND i.agenda_item IS NOT DISTINCT FROM v.agenda_item;
CREATE OR REPLACE VIEW money AS
  SELECT coalesce(i.title, a.document_title) AS title, i.paper, a.* FROM counted_amounts AS a
  LEFT JOIN item_titles AS i ON i.document_id = a.document_id AND i.agenda_item IS NOT DISTINCT FROM a.agenda_item;

-- A row per option that was counted (as Popolo has it): none where no number is printed.
CREATE OR REPLACE VIEW vote_counts AS
  SELECT id AS vote_id, council, meeting_date, outcome, option, value FROM counted_votes
  UNPIVOT (value FOR option IN (yes, no, abstain));

-- A row per amount and fiscal year that it is for; a sum "per year" holds for each of them, another one for all of them together.
CREATE OR REPLACE VIEW amounts_by_year AS
  SELECT id AS amount_id, council, ags, unnest(fiscal_years) AS fiscal_year, amount, amount_max, currency, bound, basis, role, permalink
  FROM counted_amounts;

-- Deadlines to come, the next first.
CREATE OR REPLACE VIEW due AS
  SELECT date_to, council, duty, quote, permalink FROM deadlines
  WHERE same_as IS NULL AND date_to >= current_date ORDER BY date_to;
"""


def readme(imprint: Imprint) -> str:
    """What is in a release and how to open it, in German and in English."""
    count = len(imprint.councils)
    councils = ", ".join(council.name for council in imprint.councils) if count <= 6 else f"{count} Kommunen (councils.csv)"
    return README.format(
        title=_line(imprint.title),
        id=imprint.id,
        day=imprint.day or "–",
        councils=_line(councils) or "–",
        files_de=_files(imprint, ("Datei", "wofür"), 2),
        files_en=_files(imprint, ("file", "what for"), 3),
        contact_de=f"\n- Fragen und Hinweise: {_line(imprint.contact)}" if imprint.contact else "",
        contact_en=f"\n- Questions and remarks: {_line(imprint.contact)}" if imprint.contact else "",
    )


def _files(imprint: Imprint, head: tuple[str, str], at: int) -> str:
    rows = [f"| {part[1]} | {part[at]} |" for part in PARTS if part[0] in imprint.parts]
    return "\n".join([f"| {head[0]} | {head[1]} |", "|---|---|", *rows])


def citation(imprint: Imprint) -> str:
    """How to cite a release."""
    where = f" {imprint.base_url}" if imprint.base_url else ""
    licence = f" Lizenz / licence: {_line(imprint.licence)}." if imprint.licence else ""
    who = _line(imprint.contact or imprint.title)
    said = f"{who} ({imprint.day[:4] or 'o. J.'}): {_line(imprint.title)}. Ausgabe {imprint.id}, Stand {imprint.day or '–'}."
    entry = {
        "author": _plain(who),
        "title": _plain(imprint.title),
        "year": imprint.day[:4],
        "version": imprint.id,
        "url": imprint.base_url,
        "note": f"Tables read from council documents with beschlussbuch {imprint.version}; each row links to its sentence",
    }
    fields = ",\n".join(f"  {name:7} = {{{value}}}" for name, value in entry.items() if value)
    return f"""{said} Gelesen mit beschlussbuch {imprint.version}.{where}{licence}

@misc{{beschlussbuch_{imprint.id.lower().replace("-", "_")},
{fields}
}}

Eine einzelne Zeile zitiert man mit ihrem Schlüssel (`id`) und ihrem `permalink`; die Quelle ist das Dokument unter `source_url`.
A single row is cited by its key (`id`) and its `permalink`; the source is the document at `source_url`.
"""


def views() -> str:
    """The tables as views of DuckDB, and views for what is asked most."""
    return "\n".join(["-- In this folder: duckdb -init views.sql", *_views()]) + "\n" + VIEWS


def _views() -> Iterator[str]:
    for table in public_tables().values():
        yield f"CREATE OR REPLACE VIEW \"{table.name}\" AS SELECT * FROM read_parquet('tables/{table.name}.parquet');"  # noqa: S608
        said = f"{table.title}: {table.de}".replace("'", "''")
        yield f"COMMENT ON VIEW \"{table.name}\" IS '{said}';"


def _line(said: str) -> str:
    return " ".join(said.split())


def _plain(said: str) -> str:
    """Without what BibTeX would read as its own."""
    return _line(said).translate({ord(sign): None for sign in "{}\\"})
