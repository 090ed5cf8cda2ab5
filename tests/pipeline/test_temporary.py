import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pipeline.temporary import own_folder


def test_folders_of_processes_that_were_killed_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    names = [f"beschlussbuch-read-{ended.pid}-x", f"beschlussbuch-read-{os.getppid()}-x", f"beschlussbuch-ocr-{ended.pid}-x", "other"]
    for name in names:
        (tmp_path / name).mkdir()

    with own_folder("read") as own:
        assert sorted(path.name for path in tmp_path.iterdir() if path != Path(own)) == sorted(names[1:])
        assert Path(own).name.startswith(f"beschlussbuch-read-{os.getpid()}-")
    assert not Path(own).exists()
