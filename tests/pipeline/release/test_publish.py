import os
import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline import facts, run
from pipeline.councils import council_at
from pipeline.release import identity
from pipeline.release.folder import LATEST, MANIFEST, latest_in, releases_of, remove_old, tables_in
from pipeline.release.publish import publish
from pipeline.release.schema import public_tables
from pipeline.release.signs import NOT_HELD
from pipeline.store import Store, store_in
from pipeline.store.schema import tables

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
    publish(data, anew=True)


def written(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in tables_in(data).iterdir()}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("Wehrstadt")
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    data = tmp_path_factory.mktemp("data")
    fill(data, place)
    return data


def frame(data: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(tables_in(data) / f"{name}.parquet", dtype_backend="pyarrow")


def test_every_table_is_written_in_both_forms(data: Path) -> None:
    names = set(public_tables())

    files = {f"{name}.{form}" for name in names for form in ("parquet", "csv")}
    assert {path.name for path in tables_in(data).iterdir()} == files | {"csv-metadata.json"}


def test_values_have_their_types(data: Path) -> None:
    (amount,) = pq.read_table(tables_in(data) / "amounts.parquet").to_pylist()
    (vote,) = pq.read_table(tables_in(data) / "votes.parquet").to_pylist()

    assert (amount["amount"], amount["fiscal_years"], amount["amount_max"]) == (Decimal("90000.00"), [2024, 2025], None)
    assert (vote["yes"], vote["present"], vote["unanimous"], vote["points"]) == (12, None, False, [])
    assert (vote["meeting_date"], vote["document_kind"]) == (date(2024, 3, 12), "minutes")


def test_money_is_decimal_and_counts_may_be_missing_in_every_table_even_an_empty_one(data: Path) -> None:
    assert pq.read_schema(tables_in(data) / "amounts.parquet").field("amount").type == pa.decimal128(18, 2)
    assert pq.read_schema(tables_in(data) / "votes.parquet").field("present").type == pa.int64()
    assert pq.read_schema(tables_in(data) / "meetings.parquet").field("organization_ids").type == pa.list_(pa.string())


def test_a_row_says_where_it_is_from(data: Path) -> None:
    vote = frame(data, "votes").iloc[0]
    document = frame(data, "documents").iloc[0]

    assert (vote["document_id"], vote["document_sha256"], vote["source_url"]) == (
        document["id"],
        document["sha256"],
        document["source_url"],
    )


def test_lists_are_json_in_csv(data: Path) -> None:
    amounts = pd.read_csv(tables_in(data) / "amounts.csv")

    assert amounts["fiscal_years"].tolist() == ["[2024, 2025]"]
    assert amounts["amount"].tolist() == [90000.0]


def test_the_same_store_gives_the_same_bytes(data: Path) -> None:
    before = written(data)
    publish(data, anew=True)

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
    publish(other_way_round)

    assert len(frame(data, "votes")) == 3
    assert written(other_way_round) == written(data)


def test_no_table_says_when_or_by_which_program_it_was_written(data: Path) -> None:
    votes = pq.read_metadata(tables_in(data) / "votes.parquet")

    assert set(votes.metadata or {}) == {b"ARROW:schema"}


def test_a_release_that_cannot_be_made_leaves_the_old_one_and_nothing_else(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, place = written(data), latest_in(data)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq.ParquetWriter, "write_batch", full)
    with pytest.raises(OSError, match="No space left"):
        publish(data, anew=True)

    assert (written(data), latest_in(data)) == (before, place)
    assert [path.name for path in (data / "releases").iterdir()] == [release.name for release in releases_of(data)]


def test_where_nothing_is_new_the_newest_release_stays(data: Path) -> None:
    before = publish(data)

    assert publish(data) == before
    assert len(releases_of(data)) == 1


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """One more file of the program: what it holds is told in every release."""
    file = tmp_path / "words.txt"
    file.write_text("Ja-Stimmen", encoding="utf-8")
    monkeypatch.setattr(identity, "TOLD", (*identity.TOLD, file))
    identity.program.cache_clear()
    yield file
    identity.program.cache_clear()


def test_other_words_give_another_release_and_leave_the_old_one(data: Path, tmp_path: Path, told: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(data, copy, symlinks=True)
    first = publish(copy)
    before = {path: path.read_bytes() for path in first.folder.rglob("*") if path.is_file()}
    told.write_text("Stimmen dafür", encoding="utf-8")
    identity.program.cache_clear()
    second = publish(copy)

    assert second.id != first.id
    assert written(copy) == {path.name: before[path] for path in before if path.parent.name == "tables"}, "its tables hold the same"
    assert {path: path.read_bytes() for path in before} == before
    assert publish(copy) == second
    assert latest_in(copy) == second.folder


def test_other_settings_give_another_release_and_leave_the_old_one(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(data, copy, symlinks=True)
    first = publish(copy)
    (copy / "publish.yml").write_text("title: Beschlüsse am Wehr\n", encoding="utf-8")

    assert publish(copy).id != first.id
    assert "# Beschlussbuch" in (first.folder / "README.md").read_text(encoding="utf-8")


def test_of_one_run_the_release_made_last_is_the_newest(tmp_path: Path) -> None:
    """Settings, corrections and takedowns make releases of the same run; their names do not tell which came first."""
    names = ["20261122T100000Z-ffffffff", "20261123T100000Z-bbbbbbbb", "20261123T100000Z-aaaaaaaa", "20261123T100000Z-cccccccc"]
    for number, name in enumerate(names):
        folder = tmp_path / "releases" / name
        folder.mkdir(parents=True)
        (folder / MANIFEST).write_text("{}", encoding="utf-8")
        os.utime(folder / MANIFEST, ns=(number, 10**9 - number if number == 0 else number))
    (tmp_path / LATEST).symlink_to(Path("releases") / names[-1])

    assert [release.name for release in releases_of(tmp_path)] == names
    assert remove_old(tmp_path, 2) == names[:2]
    assert [release.name for release in releases_of(tmp_path)] == names[2:]


def test_the_program_is_all_that_makes_a_release() -> None:
    parts = {path.relative_to(identity.ROOT).as_posix() for path in identity._parts()}
    wanted = ("words/votes.py", "views.sql", "codebook.py", "evidence/templates/page.html.jinja")
    assert {f"pipeline/release/{name}" for name in wanted} | {"data/policy_fields.yml", "data/gold/measured.json"} <= parts
    forms = {
        path.suffix for path in (identity.ROOT / "pipeline" / "release").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    assert forms <= identity.FORMS


def test_a_row_leads_to_its_sentence(data: Path) -> None:
    (vote,) = pq.read_table(tables_in(data) / "votes.parquet").to_pylist()
    (text,) = pq.read_table(tables_in(data) / "document_texts.parquet").to_pylist()

    assert vote["permalink"] == f"evidence/{vote['document_id']}.html#{vote['id']}"
    assert vote["original_url"] is None  # a file of this machine has no address for others
    assert text["text"][vote["char_start"] : vote["char_end"]] == vote["quote"]


def test_what_refers_to_something_refers_to_what_is_published(data: Path) -> None:
    for table in public_tables().values():
        rows = pq.read_table(tables_in(data) / f"{table.name}.parquet").to_pylist()
        for column in table.columns:
            if column.refers:
                there = set(pq.read_table(tables_in(data) / f"{column.refers}.parquet").column("id").to_pylist())
                assert {row[column.name] for row in rows} - {None} <= there


def test_signs_that_not_every_form_can_hold_are_replaced_and_offsets_stay(tmp_path: Path) -> None:
    (tmp_path / "Wehrstadt").mkdir()
    data = tmp_path / "data"
    data.mkdir()
    (tmp_path / "Wehrstadt" / "niederschrift.txt").write_text(MINUTES.replace("Radweges;", "Rad\0we\x01ges\x0b;"), encoding="utf-8")
    fill(data, tmp_path / "Wehrstadt")
    with Store(store_in(data)) as store, store.transaction():
        store.connection.execute("UPDATE documents SET title = 'Nieder\x1fschrift\ufffe', body = 'Rat\x0c'")
        store.connection.execute("""UPDATE votes SET groups = '[{"name": "A\\u0001B", "option": "yes", "count": 1}]'""")
        store.connection.execute(
            """UPDATE runs SET failures = '{"gone\\u0002": 1}', sentence = char(3) WHERE id = (SELECT MAX(id) FROM runs)"""
        )
    (data / "corrections.csv").write_text(
        "row,column,old,new,who,when,why\nnobody,yes,1,2,Anna\x04,2026-11-22,Weil\x05\n", encoding="utf-8"
    )
    (data / "publish.yml").write_text('title: "Beschlüsse\\x06"\n', encoding="utf-8")
    publish(data, anew=True)
    rows = {name: pq.read_table(tables_in(data) / f"{name}.parquet").to_pylist() for name in public_tables()}

    (text,), points, (document,) = rows["document_texts"], rows["resolution_points"], rows["documents"]
    assert "Rad\ufffdwe\ufffdges\n;" in text["text"]
    assert any("\ufffd" in point["quote"] for point in points)
    assert all(text["text"][point["char_start"] : point["char_end"]] == point["quote"] for point in points)
    assert (document["title"], document["body"]) == ("Nieder\ufffdschrift\ufffd", "Rat\n")
    assert rows["votes"][0]["groups"][0]["name"] == rows["vote_groups"][0]["name"] == "A\ufffdB"
    assert {run["failures"] for run in rows["runs"]} == {'{"gone\ufffd": 1}'}
    assert (rows["corrections"][0]["who"], rows["corrections"][0]["why"]) == ("Anna\ufffd", "Weil\ufffd")
    for path in [*tables_in(data).glob("*.csv"), *latest_folder(data).glob("feeds/*"), latest_folder(data) / "README.md"]:
        assert not NOT_HELD.search(path.read_bytes().decode()), path.name


def latest_folder(data: Path) -> Path:
    folder = latest_in(data)
    assert folder
    return folder


def test_no_table_tells_where_on_this_machine_a_folder_is(data: Path) -> None:
    (document,) = pq.read_table(tables_in(data) / "documents.parquet").to_pylist()
    (council,) = pq.read_table(tables_in(data) / "councils.parquet").to_pylist()

    assert document["source_url"] == "file:niederschrift.txt"
    assert council["url"].startswith("Wehrstadt")
    assert "/" not in council["url"]
