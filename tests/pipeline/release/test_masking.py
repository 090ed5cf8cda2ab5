"""What the public gets to read of a document that names people: facts whole, quotes at their offsets, nobody named."""

from itertools import pairwise
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.__main__ import main
from pipeline.release.folder import latest_in, tables_in
from pipeline.release.masking import masked, within
from pipeline.release.redaction import apart
from pipeline.store.schema import fact_kinds
from tests.pipeline.release.test_publish import fill

MINUTES = """Niederschrift über die Sitzung des Stadtrats am 12.03.2024

TOP 1: Einwohnerfragestunde
Einwohnerin Erika Wehrmann, wohnhaft Mühlweg 3, Tel. 0721/133-1234, erika.wehrmann@wehrstadt.example, fragt nach dem Radweg.

TOP 2: Radweg am Wehr
Stadtrat Brömmel erklärt sich gemäß § 18 GemO für befangen und verlässt den Sitzungssaal.
Beschluss:
Der Stadtrat beschließt auf Anregung von Frau Wehrmann den Bau des Radweges; für 2024 werden 90.000,00 EUR bereitgestellt.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung
"""
SAID = ("Wehrmann", "Mühlweg", "133-1234", "wehrstadt.example", "Brömmel")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place, data = tmp_path_factory.mktemp("Wehrstadt"), tmp_path_factory.mktemp("data")
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    fill(data, place)
    return data


def rows(data: Path, name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(tables_in(data) / f"{name}.parquet").to_pylist()
    return found


def test_nobody_is_named_in_any_file_of_a_release(data: Path) -> None:
    release = latest_in(data)
    assert release
    files = [path for path in release.rglob("*") if path.is_file()]
    assert len(files) > 50
    assert [(path.name, word) for path in files for word in SAID if word.encode() in path.read_bytes()] == []


def test_every_quote_stands_at_its_offsets_in_the_public_text(data: Path) -> None:
    (text,) = [str(row["text"]) for row in rows(data, "document_texts")]
    facts = [row for name in fact_kinds() for row in rows(data, name)]

    assert len(facts) > 5
    assert [row["quote"] for row in facts] == [text[int(str(row["char_start"])) : int(str(row["char_end"]))] for row in facts]
    assert len(text) == len(MINUTES)


def test_nothing_of_a_decision_is_lost(data: Path) -> None:
    (vote,), (amount,), (recusal,) = (rows(data, name) for name in ("votes", "amounts", "recusals"))

    assert (vote["yes"], vote["no"], vote["abstain"], vote["quote"]) == (12, 3, 1, "12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung")
    assert (str(amount["amount"]), amount["quote"]) == ("90000.00", "90.000,00 EUR")
    assert (recusal["person"], recusal["person_status"], recusal["count"]) == (None, "withheld", 1)


def test_recusals_are_named_where_the_operator_says_so(data: Path) -> None:
    (data / "privacy.yml").write_text("recusals: named\n", encoding="utf-8")
    assert main(["publish", str(data)]) == 0

    (recusal,) = rows(data, "recusals")
    (data / "privacy.yml").unlink()
    assert main(["publish", str(data)]) == 0
    assert (recusal["person"], recusal["person_status"]) == ("Stadtrat Brömmel", "stated")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda span: (min(span), max(span))), max_size=6))
def test_places_that_overlap_become_one_and_cover_the_same_letters(spans: list[tuple[int, int]]) -> None:
    joined = list(apart(spans))

    assert {at for span in joined for at in range(*span)} == {at for span in spans for at in range(*span)}
    assert all(one[1] <= other[0] for one, other in pairwise(joined))


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6).map(sorted)


@given(st.text(max_size=30), SPANS)
def test_a_masked_text_is_as_long_and_has_its_blanks_where_they_were(text: str, spans: list[tuple[int, int]]) -> None:
    shown = masked(text, spans)

    assert len(shown) == len(text)
    assert [sign.isspace() for sign in shown] == [sign.isspace() for sign in text]
    assert all(sign == "█" or sign.isspace() for start, end in spans for sign in shown[start:end])


@given(SPANS, st.integers(0, 30), st.integers(1, 10))
def test_what_reaches_into_a_stretch_is_found(spans: list[tuple[int, int]], start: int, length: int) -> None:
    apart = [span for number, span in enumerate(spans) if span[0] < span[1] and all(span[0] >= one[1] for one in spans[:number])]

    assert within(apart, start, start + length) == [span for span in apart if span[0] < start + length and span[1] > start]
