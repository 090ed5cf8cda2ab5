import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.archive import Archive, write_whole

ROOT = Path(__file__).parents[2]


def test_bytes_are_kept_by_their_digest_with_where_they_came_from(tmp_path: Path) -> None:
    archive = Archive(tmp_path)

    sha256 = archive.put(b"Niederschrift", "https://a.example/1.pdf", "2024-03-12T18:00:00+00:00", {"etag": '"1"'})

    assert sha256 == hashlib.sha256(b"Niederschrift").hexdigest()
    assert archive.get(sha256) == b"Niederschrift"
    assert archive.arrivals(sha256) == [{"url": "https://a.example/1.pdf", "at": "2024-03-12T18:00:00+00:00", "headers": {"etag": '"1"'}}]


def test_the_same_bytes_from_two_addresses_are_kept_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for url, at in (("a", "1"), ("b", "2"), ("a", "3")):
        sha256 = archive.put(b"x", url, at)

    assert [(known["url"], known["at"]) for known in archive.arrivals(sha256)] == [("b", "2"), ("a", "3")]
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [sha256, f"{sha256}.json"]


def test_a_failed_writing_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")

    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.parametrize(("mask", "mode"), [(0o022, "0o644"), (0o077, "0o600")])
def test_a_file_is_for_those_for_whom_the_operator_makes_files(tmp_path: Path, mask: int, mode: str) -> None:
    """What is withheld, or tells of persons, lies here as it came."""
    code = "import pathlib, sys; from pipeline.archive import write_whole; write_whole(pathlib.Path(sys.argv[1]), b'x')"
    path = tmp_path / "kept"
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, cwd=ROOT, umask=mask)

    assert oct(path.stat().st_mode & 0o777) == mode
