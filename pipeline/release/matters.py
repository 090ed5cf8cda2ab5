"""What rows are about: the title of their item, its paper, and the fields of policy that its words belong to.

`matters` has a row for each pair of document and agenda item; `policy_fields` names the words of data/policy_fields.yml that put a
matter into a field. Fields are nothing that a document states: they are a reviewed list of words, looked for by the search itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from pipeline.release.search import any_of, index_of, words_like

FILE = Path(__file__).resolve().parents[2] / "data" / "policy_fields.yml"
STATED_IN = ("agenda_items", "amounts", "deadlines", "follow_ups", "recusals", "references", "resolution_points", "votes")
MATTERS = """
CREATE TABLE matters (
  id INTEGER PRIMARY KEY,
  council TEXT REFERENCES councils (id),
  document_id TEXT REFERENCES documents (id),
  agenda_item TEXT,
  title TEXT,
  paper TEXT,
  paper_name TEXT
);
INSERT INTO matters (council, document_id, agenda_item, title, paper, paper_name)
SELECT d.council, d.id, stated.agenda_item, COALESCE(i.title, p.name, d.title, d.name), COALESCE(i.paper, p.reference), p.name
FROM ({stated}) AS stated
JOIN documents AS d ON d.id = stated.document_id
LEFT JOIN agenda_items AS i ON i.rowid = (
  SELECT one.rowid FROM agenda_items AS one
  WHERE one.document_id = d.id AND one.agenda_item IS stated.agenda_item AND one.title IS NOT NULL ORDER BY one.char_start LIMIT 1)
LEFT JOIN papers AS p ON p.rowid = COALESCE(
  (SELECT one.rowid FROM papers AS one WHERE one.council = d.council AND one.reference = i.paper ORDER BY one.id LIMIT 1),
  (SELECT one.rowid FROM files JOIN papers AS one ON one.id = files.owner_id WHERE files.document_id = d.id ORDER BY one.id LIMIT 1))
ORDER BY d.council, d.id, stated.agenda_item;
CREATE UNIQUE INDEX matters_of ON matters (document_id, agenda_item);
CREATE INDEX matters_council ON matters (council);
"""
POLICY_FIELDS = """
CREATE TABLE policy_fields (
  matter_id INTEGER NOT NULL REFERENCES matters (id),
  field TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (matter_id, field)
) WITHOUT ROWID;
"""
OF_TITLES = "SELECT t.rowid FROM matters AS t"
OF_RESOLUTIONS = """SELECT m.id FROM resolution_points AS t
                    JOIN matters AS m ON m.document_id = t.document_id AND m.agenda_item IS t.agenda_item"""
PLACES = (
    (OF_TITLES, index_of("matters"), "{title paper_name}"),
    (OF_RESOLUTIONS, index_of("resolution_points"), "{heading text}"),
)


class PolicyField(BaseModel):
    """A field of policy: its names and its words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    de: str
    en: str
    words: Annotated[tuple[str, ...], Field(min_length=1)]
    """Words (Tempo), begins (Asyl*), ends (*wohnheim) and parts of words (*flüchtling*)."""
    but: tuple[str, ...] = ()
    """Words among these that mean something else."""
    titles_only: bool = False
    """Whether the words are looked for in titles, and not in resolutions."""


@cache
def known_fields() -> Mapping[str, PolicyField]:
    """The fields of policy by name, as the reviewed list of words has them."""
    return TypeAdapter(dict[str, PolicyField]).validate_python(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def make_matters(connection: sqlite3.Connection) -> None:
    """Say of each agenda item of each document what it is about."""
    stated = " UNION ".join(f'SELECT document_id, agenda_item FROM "{table}"' for table in STATED_IN)  # noqa: S608  our own names
    connection.executescript(MATTERS.format(stated=stated))


def find_policy_fields(connection: sqlite3.Connection) -> None:
    """Put matters into fields by the words of their titles, papers and resolutions; the words must be indexed."""
    connection.executescript(POLICY_FIELDS)
    for name, field in known_fields().items():
        excluded = {word for pattern in field.but for word in words_like(connection, pattern)}
        for pattern in field.words:
            words = [word for word in words_like(connection, pattern) if word not in excluded]
            for selected, index, columns in PLACES[:1] if field.titles_only else PLACES:
                if words:
                    connection.execute(
                        f"INSERT OR IGNORE INTO policy_fields SELECT found.*, ?, ? FROM ({selected} WHERE t.rowid IN"  # noqa: S608  our own names
                        f" (SELECT rowid FROM {index} WHERE {index} MATCH ?)) AS found",
                        (name, pattern, f"{columns} : {any_of(words)}"),
                    )
    connection.execute("CREATE INDEX policy_fields_field ON policy_fields (field, matter_id)")
