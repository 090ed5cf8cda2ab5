"""The command `extract` as a process of its own: its server and its early reader are forked from it, and neither outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.__main__ import main
from tests.pipeline.readers.pages import column, pdf_of
from tests.pipeline.test_isolation import in_session

ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere they are started anew")


@pytest.fixture
def papers(tmp_path: Path) -> list[str]:
    words = ["Niederschrift", "Beschluss:", "Der Rat beschließt die Sanierung.", "Abstimmungsergebnis: 12 Ja, 3 Nein"]
    paths = [tmp_path / f"{number}.pdf" for number in range(3)]
    for number, path in enumerate(paths, 1):
        path.write_bytes(pdf_of(*[column(words * 12)] * (40 * number)))
    return [str(path) for path in paths]


def started(papers: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pipeline", "extract", "--json", *papers]
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_the_command_says_what_a_call_of_it_says(papers: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with started(papers) as command:
        out, err = command.communicate(timeout=60)

    assert (command.returncode, err) == (0, b"")
    assert main(["extract", "--json", *papers]) == 0
    assert out == capfdbinary.readouterr().out
    assert in_session(command.pid) == []


@LINUX
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=str)
def test_nothing_outlives_the_command(papers: list[str], number: signal.Signals) -> None:
    command = started(papers)
    until = time.monotonic() + 30
    while len(in_session(command.pid)) < 3 and command.poll() is None and time.monotonic() < until:  # it, the server, the early reader
        time.sleep(0.002)
    (os.killpg if number == signal.SIGINT else os.kill)(command.pid, number)  # a terminal tells all of them
    _, err = command.communicate(timeout=30)

    until = time.monotonic() + 10
    while in_session(command.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert in_session(command.pid) == []
    if number == signal.SIGINT:  # one that was just being forked says that nobody listens to it, when its parent is killed
        assert err == b"beschlussbuch extract: interrupted.\n"


@LINUX
def test_rules_that_cannot_be_imported_are_told(papers: list[str], tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("raise ValueError('a defect of ours')", encoding="utf-8")
    script = f"import sys; from pipeline import reader_server as it; it.PRELOADED[0] = 'broken'; it.start_for({papers!r}); sys.stdin.read()"
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}:{ROOT}"}

    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=30
    )

    assert b"ValueError: a defect of ours" in done.stderr
