import os
from pathlib import Path

import pytest

from pipeline.councils import council_at
from pipeline.sources import Found
from pipeline.sources.folder import ROOT, find
from pipeline.statuses import Failure, Status


def found_in(folder: Path) -> Found:
    return find(council_at("folder", str(folder)), lambda _: b"", None)


def test_files_are_found_in_all_directories_below(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "niederschrift märz.txt").write_text("…")
    (tmp_path / "vorlage.pdf").write_text("…")

    found = found_in(tmp_path)

    assert [link.key for link in found.documents] == ["vorlage.pdf", "2024/niederschrift märz.txt"]
    assert found.owners == {ROOT}


def test_hidden_files_and_the_locks_of_word_are_no_documents(tmp_path: Path) -> None:
    for name in (".DS_Store", "~$vorlage.docx"):
        (tmp_path / name).write_text("…")

    assert found_in(tmp_path).documents == ()


def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert found_in(tmp_path).documents == ()


def test_a_broken_link_is_an_issue_and_nothing_counts_as_removed(tmp_path: Path) -> None:
    (tmp_path / "weg.txt").symlink_to(tmp_path / "nirgends.txt")

    found = found_in(tmp_path)

    assert [issue.code for issue in found.issues] == [Status.FORBIDDEN]
    assert found.owners == frozenset()


def test_a_name_that_is_no_utf8_is_written_out(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/beschl\xfcsse.txt")).write_text("…")

    assert [link.key for link in found_in(tmp_path).documents] == ["beschl\\xfcsse.txt"]


def test_a_file_keeps_its_version_until_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("eins")
    before = found_in(tmp_path).documents[0].version
    again = found_in(tmp_path).documents[0].version
    os.utime(file, ns=(1, 1))

    assert before == again != found_in(tmp_path).documents[0].version


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="There is no folder"):
        found_in(tmp_path / "nirgends")
