import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.lock import FILE, BusyError, locked

HOLDER = "import sys, pathlib; from pipeline.lock import locked\nwith locked(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


def test_a_second_process_is_refused_with_the_number_of_the_first(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"

        with pytest.raises(BusyError, match=str(holder.pid)), locked(tmp_path):
            pass

        holder.kill()
    with locked(tmp_path):  # a killed process keeps nothing
        assert (tmp_path / FILE).exists()


def test_a_flow_inside_a_command_works_under_its_lock(tmp_path: Path) -> None:
    with locked(tmp_path), locked(tmp_path):
        pass
