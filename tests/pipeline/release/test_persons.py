"""Personal data, takedowns and recusals through the whole pipeline: what no published file says; at length in `make soak ONLY=persons`."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.release.folder import releases_of
from pipeline.release.publish import publish
from tests.soak.persons import CONTACTS, OTHERS, found_in, lost_decisions, published
from tests.soak.planted import Planted, minutes
from tests.soak.public import Public

DOCUMENTS = 8
RECUSAL = """Niederschrift über die Sitzung des Stadtrats Fehrnau am 12.03.2026

TOP 1: Ausbau der Wehrgasse
Frau Knurrhahn erklärt sich für befangen und verlässt gemäß § 20 GO den Saal.
Beschluss:
Der Stadtrat beschließt den Ausbau der Wehrgasse.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen
"""
TAKEN_DOWN = """Niederschrift über die Sitzung des Stadtrats Fehrnau am 19.03.2026

TOP 1: Ausbau der Quellgasse
Beschluss:
Der Stadtrat beschließt den Ausbau der Quellgasse für 77.123,45 EUR.
"""


@pytest.fixture(scope="module")
def planted() -> list[Planted]:
    return [*minutes(7, DOCUMENTS), Planted("wehrgasse.txt", RECUSAL), Planted("quellgasse.txt", TAKEN_DOWN)]


@pytest.fixture(scope="module")
def data(planted: list[Planted], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("Fehrnau"), planted)


@pytest.fixture(scope="module")
def public(data: Path) -> Public:
    return Public(data / "releases")


def test_no_file_says_what_was_planted(planted: list[Planted], public: Public) -> None:
    assert found_in(public, planted, [*CONTACTS, *OTHERS, "resident"]) == []


def test_whoever_speaks_in_office_is_named(planted: list[Planted], public: Public) -> None:
    assert [name for document in planted for name in document.officials if not public.says(name)] == []


def test_no_decision_is_lost(data: Path) -> None:
    assert list(lost_decisions(data)) == []


def test_nobody_is_named_who_was_recused(public: Public) -> None:
    assert public.says("befangen und verlässt")
    assert not public.says("Knurrhahn")


def test_what_the_operator_takes_down_and_what_he_has_named(data: Path) -> None:
    address = (data.parent / "Fehrnau" / "quellgasse.txt").as_uri()
    entry = f"- address: {address}#page=2\n  who: Anna Beispiel\n  when: 2026-11-22\n  why: Frau Merkwort bat darum.\n"
    (data / "takedown.yml").write_text(entry, encoding="utf-8")
    (data / "privacy.yml").write_text("recusals: named\n", encoding="utf-8")

    release = publish(data, anew=True)
    said = Public(release.folder)

    gone = ("quellgasse", "Quellgasse", "77.123,45", "77123.45", "Anna Beispiel", "Merkwort")
    assert [word for word in gone if said.says(word)] == []
    assert {table.name: table.rows for table in release.tables}["withheld"] == 1
    assert said.says("Knurrhahn")
    assert len(releases_of(data)) >= 2
