"""Corrections on their way through a release: from the file to the rows, to what follows from them, and to the list."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline import facts, run
from pipeline.councils import council_at
from pipeline.release.curation import curation_of
from pipeline.release.frames import batch_of
from pipeline.release.rows import Publisher
from pipeline.release.schema import public_tables
from pipeline.store import Store, store_in

MINUTES = """Niederschrift über die Sitzung des Stadtrats am 12.03.2024

TOP 1: Radweg am Wehr
Beschluss:
Der Stadtrat beschließt den Bau des Radweges; für 2024 und 2025 werden je 90.000,00 EUR bereitgestellt.
Die Verwaltung berichtet bis 30.06.2024.
Abstimmungsergebnis: mehrheitlich, 12 Ja-Stimmen (8 CDU, 4 SPD), 3 Nein-Stimmen (3 GRÜNE), 1 Enthaltung
"""
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place, data = tmp_path_factory.mktemp("Wehrstadt"), tmp_path_factory.mktemp("data")
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    council = council_at("folder", str(place))
    begun = run.begin(council, data)
    run.fetch(council, data, begun.run, begun.fetch)
    facts.read(council, data, facts.to_read(council, data), processes=1)
    run.finish(council, data, begun)
    return data


def released(data: Path, *lines: str) -> Rows:
    """The rows of all tables, held against the schema, with corrections."""
    said = ";Anna Beispiel;2026-11-22;so steht es da\n"
    (data / "corrections.csv").write_text("row;column;old;new;who;when;why\n" + "".join(line + said for line in lines), encoding="utf-8")
    with Store(store_in(data)) as store:
        publisher = Publisher.over(store, curation_of(data, store))
        rows = {name: [row for batch in publisher.batches(table) for row in batch] for name, table in public_tables().items()}
    for name, found in rows.items():
        batch_of(public_tables()[name], found)
    return rows


def test_a_release_holds_what_people_have_put_right_and_what_follows_from_it(data: Path) -> None:
    before = released(data)
    (vote,), (amount,), (deadline,), (document,) = (before[name] for name in ("votes", "amounts", "deadlines", "documents"))
    groups = '"[{""name"": ""FDP"", ""option"": ""no"", ""count"": 3}]"'
    old_groups = '"' + json.dumps(vote["groups"], ensure_ascii=False).replace('"', '""') + '"'
    rows = released(
        data,
        f"{vote['id']};no;3;",
        f"{vote['id']};groups;{old_groups};{groups}",
        f"{vote['id']};points;[];\"[\"\"1\"\"]\"",
        f"{amount['id']};amount;90000,00;95000,00",
        f"{deadline['id']};date_to;30.06.2024;30.09.2024",
        f"{document['id']};meeting_date;2024-03-12;2024-03-13",
        f"{document['id']};sha256;{document['sha256']};{'0' * 64}",
    )  # fmt: skip

    (corrected,) = rows["votes"]
    day = {"meeting_date": date(2024, 3, 13)}
    groups_now = [{"name": "FDP", "option": "no", "count": 3}]
    assert vote["counts_status"] == "stated"
    assert corrected == vote | day | {
        "no": None,
        "groups": groups_now,
        "points": ["1"],
        "counts_status": "partly",
        "review_state": "corrected",
    }
    assert [(group["name"], group["option"], group["count"]) for group in rows["vote_groups"]] == [("FDP", "no", 3)]
    assert rows["amounts"] == [amount | day | {"amount": Decimal("95000.00"), "review_state": "corrected"}]
    assert rows["deadlines"] == [deadline | day | {"date_to": date(2024, 9, 30), "review_state": "corrected"}]
    assert rows["documents"] == [document | day]
    assert [row | day for row in before["references"]] == rows["references"]
    assert [(row["table"], row["column"], row["applied"]) for row in rows["corrections"]] == [
        ("votes", "no", True), ("votes", "groups", True), ("votes", "points", True), ("amounts", "amount", True),
        ("deadlines", "date_to", True), ("documents", "meeting_date", True), ("documents", "sha256", False),
    ]  # fmt: skip
    assert rows["corrections"][-1]["reason"] == "what the pipeline did or was told is not corrected here"


def test_the_list_tells_nothing_of_what_is_taken_down(data: Path) -> None:
    (vote,) = released(data)["votes"]
    takedown = data / "takedown.yml"
    takedown.write_text(f"- row: {vote['id']}\n  when: 2026-11-23\n  who: Anna Beispiel\n  why: so\n", encoding="utf-8")
    try:
        rows = released(data, f"{vote['id']};no;3;4")
    finally:
        takedown.unlink()

    (listed,) = rows["corrections"]
    assert (rows["votes"], listed["old"], listed["new"], listed["applied"]) == ([], None, None, False)
