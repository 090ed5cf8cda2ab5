"""Documents of a run: each becomes one result."""

from pathlib import Path

from pipeline.extraction import Context
from pipeline.reading import Job, Result, read_all
from pipeline.statuses import Status

TEXT = "Beschluss:\nDer Rat beschließt die Sanierung für 90.000 EUR.\n\nAbstimmungsergebnis:\n12 Ja, 3 Nein\n"


def job(folder: Path, name: str, text: str) -> Job:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Job(name, path, name, Context(), name)


def test_documents_read_and_documents_lost(tmp_path: Path) -> None:
    good, empty = job(tmp_path, "good.txt", TEXT), job(tmp_path, "empty.txt", "")

    first, second = read_all([good, empty])

    assert (first.job, first.status, first.text) == (good, Status.OK, TEXT)
    assert (first.facts["votes"][0]["yes"], first.facts["votes"][0]["quote"]) == (12, "12 Ja, 3 Nein")
    assert second == Result(empty, Status.CORRUPT, "empty.txt is empty.")
