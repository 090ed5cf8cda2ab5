"""Our own gold set: fictional documents in the forms of the survey, each compared for complete equality.

Where a document differs, `beschlussbuch score data/gold --errors` says in what. A document that the extractors do not
satisfy yet stands in data/gold/open.json with the reason; once it is satisfied, it must be struck from that list.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.scoring import Score, found_in, score_document
from pipeline.scoring.floors import read_floors
from pipeline.scoring.gold import FLOORS, GoldDocument, fingerprint, load_gold, open_documents
from pipeline.scoring.report import as_list

GOLD = Path(__file__).parent.parent / "data" / "gold"
DOCUMENTS = load_gold([GOLD])
OPEN = open_documents(GOLD)


SCORES: dict[str, Score] = {}  # both the document's own test and the floors need each score once


def scored(document: GoldDocument) -> Score:
    if document.id not in SCORES:
        SCORES[document.id] = score_document(document, found_in(document, GOLD))
    return SCORES[document.id]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_document(document: GoldDocument) -> None:
    differences = scored(document).differences
    if document.id in OPEN:
        assert differences, f"{document.id} is satisfied: strike it from open.json ({OPEN[document.id]})"
    else:
        assert not differences, f"{document.notes}\n{document.text}\n{as_list(differences)}"


def test_no_figure_falls_below_its_floor() -> None:
    total = Score()
    for document in DOCUMENTS:
        total.add(scored(document))
    floors = read_floors(GOLD / FLOORS)
    assert floors.f1, "there are no floors: beschlussbuch score data/gold --raise-floors"
    assert floors.broken_by(total.figures, fingerprint([GOLD])) == []


def test_open_documents_exist_and_say_why() -> None:
    assert OPEN.keys() <= {document.id for document in DOCUMENTS}
    assert all(len(reason) > 10 for reason in OPEN.values())


def test_documents_are_distinct_and_say_what_they_cover() -> None:
    assert len({document.id for document in DOCUMENTS}) == len(DOCUMENTS) >= 60
    assert all(document.notes for document in DOCUMENTS)


def test_every_quote_is_verbatim_in_its_text() -> None:
    for document in DOCUMENTS:
        for rows in (*document.rows.values(), *document.optional.values()):
            for row in rows:
                assert "quote" not in row or row["quote"] in (document.text or ""), (document.id, row)
