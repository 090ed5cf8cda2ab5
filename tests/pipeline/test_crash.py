import signal
import subprocess
import sys

import pytest

from pipeline.crash import EVERYWHERE, VARIABLE, crash_at, crash_here, passed

THREE = "from pipeline.crash import crash_here\nfor number in range(3): crash_here('a'); print(number, flush=True)"


@pytest.mark.parametrize(
    ("said", "ends", "printed"),
    [
        pytest.param("a", -signal.SIGKILL, "", id="at once"),
        pytest.param("a:3", -signal.SIGKILL, "01", id="the third time"),
        pytest.param("a:4", 0, "012", id="never passed so often"),
        pytest.param("b", 0, "012", id="another point"),
        pytest.param("", 0, "012", id="nowhere"),
    ],
)
def test_a_process_dies_where_it_is_told_to(said: str, ends: int, printed: str) -> None:
    done = subprocess.run([sys.executable, "-c", THREE], env={VARIABLE: said}, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.replace("\n", ""), done.stderr) == (ends, printed, "")


def test_points_are_counted_only_where_that_is_asked() -> None:
    crash_here("a")
    assert not passed
    crash_at(EVERYWHERE)
    try:
        crash_here("a")
        crash_here("a")
        assert passed == {"a": 2}
    finally:
        crash_at("")
