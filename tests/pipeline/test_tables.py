from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline import facts, run
from pipeline.councils import council_at
from pipeline.store import Store, store_in
from pipeline.store.schema import tables
from pipeline.tables import FOLDER, NOT_SHOWN, write_tables

MINUTES = """Niederschrift über die Sitzung des Stadtrats am 12.03.2024

TOP 1: Radweg am Wehr
Beschluss:
Der Stadtrat beschließt den Bau des Radweges; für 2024 und 2025 werden je 90.000,00 EUR bereitgestellt.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung
"""


def fill(data: Path, place: Path) -> None:
    council = council_at("folder", str(place))
    begun = run.begin(council, data)
    run.fetch(council, data, begun.run, begun.fetch)
    facts.read(council, data, facts.to_read(council, data), processes=1)
    run.finish(council, data, begun)
    write_tables(data)


def written(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (data / FOLDER).iterdir()}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("Wehrstadt")
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    data = tmp_path_factory.mktemp("data")
    fill(data, place)
    return data


def frame(data: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(data / FOLDER / f"{name}.parquet", dtype_backend="pyarrow")


def test_every_table_is_written_in_both_forms(data: Path) -> None:
    names = {name for name in tables() if name not in NOT_SHOWN}

    assert {path.name for path in (data / FOLDER).iterdir()} == {f"{name}.{form}" for name in names for form in ("parquet", "csv")}


def test_values_have_their_types(data: Path) -> None:
    (amount,) = pq.read_table(data / FOLDER / "amounts.parquet").to_pylist()
    (vote,) = pq.read_table(data / FOLDER / "votes.parquet").to_pylist()

    assert (amount["amount"], amount["fiscal_years"], amount["amount_max"]) == (Decimal("90000.00"), [2024, 2025], None)
    assert (vote["yes"], vote["present"], vote["unanimous"], vote["points"]) == (12, None, False, [])
    assert (vote["meeting_date"], vote["document_kind"]) == (date(2024, 3, 12), "minutes")


def test_money_is_decimal_and_counts_may_be_missing_in_every_table_even_an_empty_one(data: Path) -> None:
    assert pq.read_schema(data / FOLDER / "amounts.parquet").field("amount").type == pa.decimal128(18, 2)
    assert pq.read_schema(data / FOLDER / "votes.parquet").field("present").type == pa.int64()
    assert pq.read_schema(data / FOLDER / "meetings.parquet").field("organization_ids").type == pa.list_(pa.string())


def test_a_row_says_where_it_is_from(data: Path) -> None:
    vote = frame(data, "votes").iloc[0]
    document = frame(data, "documents").iloc[0]

    assert (vote["document_id"], vote["document_sha256"], vote["source_url"]) == (
        document["id"],
        document["sha256"],
        document["source_url"],
    )


def test_lists_are_json_in_csv(data: Path) -> None:
    amounts = pd.read_csv(data / FOLDER / "amounts.csv")

    assert amounts["fiscal_years"].tolist() == ["[2024, 2025]"]
    assert amounts["amount"].tolist() == [90000.0]


def test_the_same_store_gives_the_same_bytes(data: Path) -> None:
    before = written(data)
    write_tables(data)

    assert written(data) == before


def test_the_order_in_which_rows_came_into_the_store_changes_no_byte(tmp_path: Path) -> None:
    place, data, other_way_round = (tmp_path / name for name in ("Wehrstadt", "data", "other way round"))
    for folder in (place, data, other_way_round):
        folder.mkdir()
    for day in ("12", "19", "26"):
        (place / f"{day}.txt").write_text(MINUTES.replace("12.03.", f"{day}.03."), encoding="utf-8")
    fill(data, place)

    with Store(store_in(data)) as store, Store(store_in(other_way_round)) as other, other.transaction():
        for name in tables():
            other.put(name, [dict(row) for row in store.rows(f'SELECT * FROM "{name}" ORDER BY rowid DESC')])  # noqa: S608
    write_tables(other_way_round)

    assert len(frame(data, "votes")) == 3
    assert written(other_way_round) == written(data)


def test_no_table_says_when_or_by_which_program_it_was_written(data: Path) -> None:
    votes = pq.read_metadata(data / FOLDER / "votes.parquet")

    assert set(votes.metadata or {}) == {b"ARROW:schema"}


def test_a_failed_writing_leaves_the_old_table(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(data)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_csv", full)
    with pytest.raises(OSError, match="No space left"):
        write_tables(data)

    assert written(data) == before
