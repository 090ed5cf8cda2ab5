"""What describes a release says what is in it: held against a release with every column and every term by readers of each kind."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
import yaml

from pipeline.release import Draft
from pipeline.release.descriptions import write_descriptions
from pipeline.release.guide import citation, readme
from pipeline.release.imprint import Imprint, PublishedCouncil, imprint_of
from pipeline.release.made import columns_of, sqlite_tables
from pipeline.release.schema import public_tables
from pipeline.release.settings import Settings
from tests.pipeline.release.held import broken, questions_of

TABLES = list(public_tables().values())


def described(draft: Draft) -> dict[str, bytes]:
    names = ("*.md", "*.txt", "*.json", "*.csv", "*.sql", "*.R", "dbt/*", "tables/*.json")
    return {str(path.relative_to(draft.folder)): path.read_bytes() for name in names for path in sorted(draft.folder.glob(name))}


def test_the_same_tables_are_described_by_the_same_bytes(draft: Draft) -> None:
    first = described(draft)
    write_descriptions(draft)
    assert described(draft) == first
    assert set(first) == {
        "CITATION.txt", "README.md", "codebook.csv", "codebook.de.md", "codebook.en.md", "datapackage.json", "dbt/sources.yml",
        "tables.R", "tables/csv-metadata.json", "views.sql",
    }  # fmt: skip


# --- CSV on the Web


def read_by(column: dict[str, Any], cell: str) -> Any:
    """A cell as its column's metadata says that it is to be read."""
    datatype = column["datatype"]
    if isinstance(datatype, dict):
        assert cell == column["null"] or re.fullmatch(datatype["format"], cell), column["name"]
        datatype = datatype["base"]
    reads = {
        "string": str,
        "integer": int,
        "double": float,
        "boolean": json.loads,
        "date": date.fromisoformat,
        "decimal": Decimal,
        "json": json.loads,
        "dateTimeStamp": datetime.fromisoformat,
    }
    return None if cell == column["null"] else reads[datatype](cell)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_read_by_its_metadata_a_csv_file_says_what_the_parquet_file_says(draft: Draft, table: Any) -> None:
    metadata = json.loads((draft.folder / "tables" / "csv-metadata.json").read_text(encoding="utf-8"))
    said = next(one for one in metadata["tables"] if one["url"] == f"{table.name}.csv")["tableSchema"]
    with (draft.folder / "tables" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)

    assert head == [column["name"] for column in said["columns"]]
    assert all(line[at] for line in lines for at, column in enumerate(said["columns"]) if column.get("required"))
    rows = [{name: read_by(column, cell) for name, column, cell in zip(head, said["columns"], line, strict=True)} for line in lines]
    whole = pq.read_table(draft.folder / "tables" / f"{table.name}.parquet").to_pylist()
    objects = [column.name for column in table.columns if column.kind == "json"]
    for row in whole:
        row.update({name: json.loads(row[name]) for name in objects if row[name] is not None})
    assert rows == whole


def test_what_refers_to_another_table_refers_to_a_file_that_is_there(draft: Draft) -> None:
    metadata = json.loads((draft.folder / "tables" / "csv-metadata.json").read_text(encoding="utf-8"))
    keys = [key for table in metadata["tables"] for key in table["tableSchema"].get("foreignKeys", [])]
    assert len(keys) > 50
    assert all((draft.folder / "tables" / key["reference"]["resource"]).exists() for key in keys)


# --- dbt, DuckDB


def test_the_tests_for_dbt_hold_on_the_views_for_duckdb(draft: Draft) -> None:
    sources = yaml.safe_load((draft.folder / "dbt" / "sources.yml").read_text(encoding="utf-8"))
    assert len(list(questions_of(sources))) > 250
    assert all(column["quote"] for source in sources["sources"] for table in source["tables"] for column in table["columns"])
    assert {table["name"] for table in sources["sources"][1]["tables"]} == {
        one.name for one in sqlite_tables().values() if one.group == "made"
    }
    assert broken(draft.folder) == []


def test_the_views_for_duckdb_count_what_is_to_be_counted(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(draft.folder)
    with duckdb.connect() as connection:
        connection.execute((draft.folder / "views.sql").read_text(encoding="utf-8"))
        shown = {name for (name,) in connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()}
        pairs = (("decisions", "counted_votes"), ("money", "counted_amounts"))
        rows = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone() for pair in pairs for name in pair}  # noqa: S608
        assert all(rows[joined] == rows[alone] != (0,) for joined, alone in pairs), rows
        counted = connection.execute("SELECT vote_id, option, value FROM vote_counts ORDER BY ALL LIMIT 4").fetchall()
    assert shown == set(public_tables()) | {
        "counted_votes", "counted_amounts", "item_titles", "decisions", "money", "vote_counts", "amounts_by_year", "due",
    }  # fmt: skip
    zero, twelve = 2**40, 2**40 + 12
    assert counted == [("votes0", "abstain", zero), ("votes0", "no", zero), ("votes0", "yes", zero), ("votes12", "abstain", twelve)]


# --- for people


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_codebook_names_every_table_column_and_term(draft: Draft, language: str) -> None:
    text = (draft.folder / f"codebook.{language}.md").read_text(encoding="utf-8")
    for table in sqlite_tables().values():
        assert f"\n### {table.name}: " in text or table.group == "index"
        for column in columns_of(table):
            assert f"`{column.name}`" in text
            assert all(f"- `{term}`: " in text for term in column.terms), column.name
    assert all(line.startswith("|") == line.endswith("|") for line in text.splitlines()), "no cell breaks a line"
    widths = {line.count(" | ") for line in text.splitlines() if line.startswith("| `")}
    assert widths == {2, 5, 8}, "every row has as many cells as its head"


def test_the_codebook_tells_at_each_table_how_well_it_is_read(draft: Draft) -> None:
    text = (draft.folder / "codebook.en.md").read_text(encoding="utf-8")
    of_votes = text[text.index("\n### votes: ") : text.index("\n### vote_groups: ")]
    assert "F1 on documents of others, at first reading: `outcome` 0.788; `yes`, `no`, `abstain` 0.847 (see below" in of_votes
    assert "F1 on documents" not in text[text.index("\n### bodies: ") : text.index("\n### organizations: ")]
    assert (
        "| `deadlines` | `deadlines.kind`, `deadlines.date_to`, `deadlines.recurrence`, `deadlines.duration` | 1.000 | 1.000 | 1.000 | 0.878 | 0.952 | 0.864 | 0.836 |"
        in text
    )


def test_the_codebook_for_programs_has_a_line_for_every_column(draft: Draft) -> None:
    with (draft.folder / "codebook.csv").open(encoding="utf-8", newline="") as file:
        lines = {(line["table"], line["column"]): line for line in csv.DictReader(file)}
    assert {key for key, line in lines.items() if line["files"] == "all"} == {
        (table.name, one.name) for table in TABLES for one in table.columns
    }
    for line in lines.values():
        assert all(line[name] for name in ("title", "type", "de", "en", "missing_de", "missing", "origin"))
    assert lines["votes", "yes"]["references"] == ""
    assert lines["votes", "document_id"]["references"] == "documents.id"
    assert lines["votes", "method"]["terms"] == "open|secret|roll_call|written"
    assert (lines["votes", "outcome"]["f1"], lines["votes", "outcome"]["blind_f1"]) == ("1.0", "0.788")
    assert lines["votes", "quote"]["f1"] == ""


HOSTILE = "Rat\n# Überschrift | <script>alert(1)</script> {x} \\end"


def hostile(draft: Draft) -> Imprint:
    curation = type(draft.curation)(Settings(title=HOSTILE, contact=HOSTILE))
    imprint = imprint_of(Draft(draft.id, draft.moment, draft.folder, draft.data, draft.tables, curation))
    councils = (PublishedCouncil("x", HOSTILE, None, None, None),)
    return Imprint(**{name: getattr(imprint, name) for name in Imprint.__dataclass_fields__} | {"councils": councils})


def test_a_name_with_line_breaks_and_signs_stays_in_its_place(draft: Draft) -> None:
    guide, cited = readme(hostile(draft)), citation(hostile(draft))
    assert guide.startswith("# Rat # Überschrift")
    assert "\n# Überschrift" not in guide + cited
    entry = cited[cited.index("@misc") : cited.index("\n}") + 2]
    assert entry.count("{") == entry.count("}")
    assert "\\" not in entry


def test_the_guide_names_what_is_there_and_nothing_else(draft: Draft) -> None:
    guide = (draft.folder / "README.md").read_text(encoding="utf-8")
    assert "`tables/*.parquet`" in guide
    assert "feeds" not in guide
    imprint = imprint_of(draft)
    told = {name: getattr(imprint, name) for name in Imprint.__dataclass_fields__}
    whole = readme(Imprint(**told | {"parts": imprint.parts | {"feeds", "calendar", "evidence", "excel"}}))
    assert whole.count("`feeds/*.atom`") == whole.count("`calendar/*.ics`") == whole.count("`evidence/*.html`") == 2


def test_the_guide_names_the_version_and_the_contact(draft: Draft) -> None:
    guide = (draft.folder / "README.md").read_text(encoding="utf-8")
    assert "`20261122T231735Z-0a1b2c3d`, Stand 2026-11-22" in guide
    assert guide.count("redaktion@example.org") == 2
    assert "(2026): Beschlüsse im Kreis Fehrnau. Ausgabe 20261122T231735Z-0a1b2c3d" in (draft.folder / "CITATION.txt").read_text("utf-8")


def test_the_program_says_how_it_is_cited_itself() -> None:
    root = Path(__file__).parents[3]
    said = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (said["cff-version"], said["version"], said["license"]) == ("1.2.0", project["version"], project["license"])
    assert said["authors"]
    assert said["message"]
    assert said["title"]
