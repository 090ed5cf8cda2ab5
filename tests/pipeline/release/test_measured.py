"""The figures of the codebook are those of the present gold, and each belongs to columns that are published."""

from __future__ import annotations

from pipeline.release.measured import EQUAL, GOLD, blind_f1_of, blind_sets, figure_of, measure_of, measured
from pipeline.release.schema import public_tables
from pipeline.scoring.gold import fingerprint, load_gold
from pipeline.scoring.measures import MEASURES


def test_the_figures_belong_to_the_present_gold() -> None:
    found = measured()
    assert found is not None
    assert found.gold == fingerprint([GOLD]), "the gold has changed since: make measured"
    assert found.documents == len(load_gold([GOLD]))
    assert tuple(found.figures) == MEASURES


def test_every_measure_names_the_columns_that_it_looks_at() -> None:
    assert tuple(EQUAL) == MEASURES
    for measure, columns in EQUAL.items():
        assert set(columns) <= set(public_tables()[measure.split(".")[0]].by_name)


def test_a_column_has_the_measure_that_looks_at_least_else() -> None:
    assert measure_of("votes", "outcome") == "votes.outcome"
    assert measure_of("amounts", "amount") == "amounts"
    assert measure_of("amounts", "basis") == "amounts.strict"
    assert measure_of("votes", "quote") is None
    assert measure_of("documents", "text") is None


def test_what_unseen_documents_showed_is_told_beside_our_own_gold() -> None:
    own = figure_of("deadlines", "date_to")
    assert own is not None
    assert (own.f1, blind_f1_of("deadlines", "date_to")) == (1.0, 0.878)
    assert [one.documents for one in blind_sets()] == [87, 43, 74, 117]
    for one in blind_sets():
        assert set(one.f1) <= set(MEASURES)
        assert all(0 < share <= 1 for share in one.f1.values())
    assert figure_of("votes", "method") is None
    assert blind_f1_of("votes", "method") is None
