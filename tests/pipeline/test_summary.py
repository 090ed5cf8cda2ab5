from pathlib import Path

from pipeline import facts, run
from pipeline.councils import council_at
from pipeline.summary import summary

MINUTES = "Niederschrift\n\nTOP 1: Radweg am Wehr\nBeschluss:\nDer Rat baut.\nAbstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen\n"


def summary_of(place: Path, data: Path) -> list[str]:
    council = council_at("folder", str(place))
    begun = run.begin(council, data)
    run.fetch(council, data, begun.run, begun.fetch)
    facts.read(council, data, facts.to_read(council, data))
    return summary(data, [run.finish(council, data, begun)]).splitlines()


def test_it_counts_shows_and_says_where_all_is(tmp_path: Path) -> None:
    place, data = tmp_path / "Wehrstadt", tmp_path / "data"
    place.mkdir()
    data.mkdir()
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")

    said = summary_of(place, data)

    assert "  votes                       1" in said
    assert "  votes: subject main, outcome adopted, yes 12, no 3, unanimous false" in said
    assert "      «12 Ja-Stimmen, 3 Nein-Stimmen»  (TOP 1)" in said
    assert "Every document could be had and read." in said
    assert any(line.startswith(f"The newest release:        {data / 'latest'} ") for line in said)
    assert said[-1].endswith(f"beschlussbuch serve {data}")


def test_it_names_what_is_missing(tmp_path: Path) -> None:
    place, data = tmp_path / "Wehrstadt", tmp_path / "data"
    place.mkdir()
    data.mkdir()
    (place / "leer.pdf").write_bytes(b"")

    said = summary_of(place, data)

    assert "  corrupt                     1   e.g. leer.pdf is empty." in said
    assert not [line for line in said if line.startswith("Examples")]
    assert f"  notebooks/01_query.ipynb   questions and charts over these tables (BESCHLUSSBUCH_DATA={data})" in said
