"""Documents that harm their reader, one way each: it costs that document only, and is said in one sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from mmap import mmap
from pathlib import Path

import pytest

from pipeline.head_start import Begun
from pipeline.isolation import read_apart, read_here
from pipeline.limits import MIB, LimitError, Limits, limits_of
from pipeline.statuses import Status, UnreadableError
from pipeline.worker import HEADER, Kind, Lost
from tests.pipeline.peak import PEAK_FROM_HERE, peak

LIMITS = Limits(seconds=30, memory=256, output=4, file=1)  # more than any of them needs, however busy the machine
SHORT = replace(LIMITS, seconds=1)  # for those that never end


@dataclass(frozen=True, slots=True)
class Paper:
    """A document whose name tells what its reader does."""

    path: Path
    name: str


def read(task, limits, opened) -> bytes:
    """Stands in for a reader."""
    getattr(Harm, task.name, Harm.none)(task, opened)
    return task.path.read_bytes()


def pipe_of(opened) -> int:
    return opened.args[0].fileno()


class Harm:
    """What readers of hostile files have done, or could."""

    def none(self, _) -> None: ...

    def hangs(self, _) -> None:
        time.sleep(60)

    def hangs_on_many_pages(self, opened) -> None:
        opened(1)
        time.sleep(60)

    def spins(self, _) -> None:
        for _ in count():
            pass

    def ignores_sigterm(self, _) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(60)

    def leaves_a_child(self, _) -> None:
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", str(self.path)])
        time.sleep(60)

    def exits(self, _) -> None:
        os._exit(7)

    def exits_as_if_all_were_well(self, _) -> None:
        os._exit(0)

    def raises_system_exit(self, _) -> None:
        sys.exit("enough")

    def is_killed(self, _) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def segfaults(self, _) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)

    def aborts(self, _) -> None:
        os.abort()

    def allocates_without_end(self, _) -> None:
        kept = []
        while True:
            kept.append(mmap(-1, 1 << 22))  # untouched: to fill it takes longer than this reader has, on a busy machine

    def allocates_at_once(self, _) -> None:
        bytearray(1 << 40)

    def writes_a_file_without_end(self, _) -> None:
        with self.path.with_suffix(".out").open("wb", buffering=0) as file:
            while True:
                file.write(bytes(1 << 20))

    def prints_without_end(self, _) -> None:
        for _ in range(1000):
            os.write(1, b"x" * (1 << 20))
            os.write(2, b"x" * (1 << 20))

    def sends_without_end(self, opened) -> None:
        os.write(pipe_of(opened), HEADER.pack(Kind.DONE, 0, 1 << 40))
        while True:
            os.write(pipe_of(opened), bytes(1 << 20))

    def tells_pages_without_end(self, opened) -> None:
        while True:
            opened(1)

    def sends_half_a_frame(self, opened) -> None:
        os.write(pipe_of(opened), HEADER.pack(Kind.DONE, 0, 255) + b"half")
        os._exit(0)

    def sends_nonsense(self, opened) -> None:
        os.write(pipe_of(opened), HEADER.pack(Kind.LOST, 0, 8) + b"nonsense")
        time.sleep(60)

    def recurses(self, _) -> None:
        Harm.recurses(self, _)

    def raises(self, _) -> None:
        raise IndexError("list index out of range")

    def refuses(self, _) -> None:
        raise UnreadableError("encrypted", f"{self.name} is protected by a password.")


NEVER_END = {
    "hangs": (Status.PARSER_TIMEOUT, "could not be read within 1 seconds (--limit seconds=)."),
    "hangs_on_many_pages": (Status.PARSER_TIMEOUT, "could not be read within 2 seconds (--limit seconds=)."),
    "spins": (Status.PARSER_TIMEOUT, "could not be read within 1 seconds (--limit seconds=)."),
    "ignores_sigterm": (Status.PARSER_TIMEOUT, "could not be read within 1 seconds (--limit seconds=)."),
    "leaves_a_child": (Status.PARSER_TIMEOUT, "could not be read within 1 seconds (--limit seconds=)."),
}
ENDS = NEVER_END | {
    "exits": (Status.PARSER_CRASH, "ended the process that read it with exit status 7."),
    "exits_as_if_all_were_well": (Status.PARSER_CRASH, "ended the process that read it with exit status 0."),
    "raises_system_exit": (Status.PARSER_CRASH, "ended the process that read it with exit status 1."),
    "is_killed": (Status.PARSER_CRASH, "ended the process that read it by SIGKILL."),
    "segfaults": (Status.PARSER_CRASH, "ended the process that read it by SIGSEGV."),
    "aborts": (Status.PARSER_CRASH, "ended the process that read it by SIGABRT."),
    "allocates_without_end": (Status.PARSER_MEMORY, "needs more than 256 MiB to be read (--limit memory=)."),
    "allocates_at_once": (Status.PARSER_MEMORY, "needs more than 256 MiB to be read (--limit memory=)."),
    "writes_a_file_without_end": (Status.TOO_LARGE, "made its reader write more than 4 MiB (--limit output=)."),
    "prints_without_end": None,  # nobody hears it
    "sends_without_end": (Status.TOO_LARGE, "made its reader send more than 4 MiB (--limit output=)."),
    "tells_pages_without_end": (Status.TOO_LARGE, "made its reader send more than 4 MiB (--limit output=)."),
    "sends_half_a_frame": (Status.PARSER_CRASH, "ended the process that read it with exit status 0."),
    "sends_nonsense": (Status.PARSER_CRASH, "ended the process that read it."),
    "recurses": (Status.PARSER_CRASH, "broke its reader (RecursionError: maximum recursion depth exceeded)."),
    "raises": (Status.PARSER_CRASH, "broke its reader (IndexError: list index out of range)."),
    "refuses": (Status.ENCRYPTED, "is protected by a password."),
}


def paper(folder: Path, name: str, text: str = "Der Rat beschließt.") -> Paper:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return Paper(path, name)


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What became of one document of each kind, read at once by few readers, harmless ones between them."""
    folder = tmp_path_factory.mktemp("papers")
    ends = {}
    for limits, names in ((SHORT, NEVER_END), (LIMITS, [name for name in ENDS if name not in NEVER_END])):
        papers = [paper(folder, name) for each in names for name in (each, f"good_{each}")]
        found = list(read_apart(papers, read, limits, 6))
        assert [task for task, _ in found] == papers
        ends |= {task.name: end for task, end in found}
    return ends


@pytest.mark.parametrize("name", ENDS)
def test_what_a_reader_does_is_one_status_and_one_sentence(name: str, ends: dict[str, object]) -> None:
    expected = ENDS[name]
    assert ends[name] == (Lost(expected[0], f"{name} {expected[1]}") if expected else "Der Rat beschließt.".encode())


@pytest.mark.parametrize("name", ENDS)
def test_its_neighbour_is_read(name: str, ends: dict[str, object]) -> None:
    assert ends[f"good_{name}"] == "Der Rat beschließt.".encode()


def test_what_a_reader_has_started_ends_with_it(tmp_path: Path) -> None:
    one = paper(tmp_path, "leaves_a_child")

    list(read_apart([one], read, SHORT, 1))

    until = time.monotonic() + 10  # a process that was killed is seen until the system has cleared it away
    while is_running(one.path) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_running(one.path)


def is_running(path: Path) -> bool:
    """Whether there is a process with a path among its arguments."""
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it has ended meanwhile
            if str(path).encode() in place.read_bytes():
                return True
    return False


PARENT = """
import sys
from pathlib import Path
from pipeline.head_start import Begun
from pipeline.isolation import read_apart
from pipeline.limits import Limits
from tests.pipeline.test_isolation import Paper, read

if __name__ == "__main__":
    list(read_apart([Paper(Path(sys.argv[0]), "ignores_sigterm"), Paper(Path(sys.argv[0]), "spins")], read, Limits(), 2))
"""


def in_session(number: int) -> list[Path]:
    """The processes that belong to a session, but those that have ended and are not yet collected."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            state, _, _, session = path.read_text(encoding="utf-8").rpartition(")")[2].split()[:4]
            found += [path] if int(session) == number and state != "Z" else []
    return found


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell a process of its parent's death")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_readers_end_with_their_parent_whatever_they_do(number: signal.Signals, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"PYTHONPATH": root}
    parent = subprocess.Popen([sys.executable, script], start_new_session=True, env=environment, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while len(in_session(parent.pid)) < 5 and time.monotonic() < until:  # parent, tracker of resources, server, two readers
        time.sleep(0.1)
    time.sleep(0.5)
    assert len(in_session(parent.pid)) == 5

    parent.send_signal(number)
    parent.wait(10)

    until = time.monotonic() + 10
    while in_session(parent.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert in_session(parent.pid) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell a process of its parent's death")
def test_a_reader_whose_parent_has_died_before_it_confines_itself_ends(tmp_path: Path) -> None:
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}

    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, timeout=30, check=False)

    assert done.returncode == 1


ORPHAN = """
import multiprocessing, os
from types import SimpleNamespace
from pipeline.limits import Limits
from pipeline.worker import confine

ours, theirs = os.pipe()
os.close(theirs)  # as the end of a pipe whose other end a process held that is no more
multiprocessing.parent_process = lambda: SimpleNamespace(sentinel=ours)
confine(Limits())
"""


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    one = paper(tmp_path, "good", "x" * (1 << 20) + "x")

    assert list(read_apart([one], read, LIMITS)) == [(one, Lost(Status.TOO_LARGE, "good has 1 MiB; the limit is 1 (--limit file=)."))]


def test_a_reader_is_replaced_after_so_many_documents(tmp_path: Path) -> None:
    papers = [paper(tmp_path, f"good_{number}") for number in range(7)]

    ids = [int(found) for _, found in read_apart(papers, tell_process, Limits(documents=3), 1)]

    assert [ids.index(one) for one in ids] == [0, 0, 0, 3, 3, 3, 6]


def tell_process(task, limits, opened) -> bytes:
    return str(os.getpid()).encode()


def test_a_reader_that_has_grown_is_replaced(tmp_path: Path) -> None:
    papers = [paper(tmp_path, f"good_{number}") for number in range(4)]

    ids = [int(found) for _, found in read_apart(papers, grow, Limits(growth=50), 1)]

    assert len(set(ids)) == 2


KEPT: list[bytearray] = []


def grow(task, limits, opened) -> bytes:
    KEPT.append(bytearray(os.urandom(30 << 20)))
    return tell_process(task, limits, opened)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell the peak")
def test_large_results_are_not_piled_up_behind_a_slow_document(tmp_path: Path) -> None:
    papers = [paper(tmp_path, "slow"), *(paper(tmp_path, f"good_{number}") for number in range(30))]
    PEAK_FROM_HERE.write_text("5", encoding="ascii")
    before = peak()

    sizes = [len(found) for _, found in read_apart(papers, send_much, Limits(), 2)]

    assert sizes == [20 * MIB] * 31
    assert peak() - before < 250 * MIB  # 64 kept, one more under way at each reader, and one in two copies


def send_much(task, limits, opened) -> bytes:
    time.sleep(1.5 if task.name == "slow" else 0)
    return bytes(20 * MIB)


def test_of_few_documents_the_largest_is_read_first_and_the_order_is_kept(tmp_path: Path) -> None:
    papers = [paper(tmp_path, name, name * times) for name, times in (("small", 1), ("large", 900), ("middle", 90))]

    found = list(read_apart(papers, tell_number, Limits(), 1))

    assert [(task.name, number) for task, number in found] == [("small", b"3"), ("large", b"1"), ("middle", b"2")]


NUMBERS = count(1)


def tell_number(task, limits, opened) -> bytes:
    return str(next(NUMBERS)).encode()


def test_time_spent_by_whoever_takes_the_results_is_not_counted(tmp_path: Path) -> None:
    papers = [paper(tmp_path, "good"), paper(tmp_path, "slow")]
    results = read_apart(papers, nap, Limits(seconds=1), 2)
    next(results)
    time.sleep(1.5)

    assert [found for _, found in results] == [b"slept"]


def nap(task, limits, opened) -> bytes:
    time.sleep(0.6 if task.name == "slow" else 0)
    return b"slept"


def test_results_that_nobody_takes_leave_no_process(tmp_path: Path) -> None:
    papers = [paper(tmp_path, f"good_{number}") for number in range(4)]
    results = read_apart(papers, tell_process, Limits(), 1)
    pid = int(next(results)[1])

    results.close()

    assert not Path(f"/proc/{pid}").exists()


def test_when_so_many_scans_have_been_read_the_next_documents_are_read_without(tmp_path: Path) -> None:
    papers = [paper(tmp_path, str(number)) for number in range(40)]
    limits = Limits(scans=2, scans_of_all=5)

    found = [bytes_of(found) for _, found in read_apart(papers, tell_scans, limits, 2)]

    assert found[:3] == [b"2"] * 3
    assert found.count(b"2") in (3, 4)  # two readers are busy at once
    assert found[-1] == b"so many scans have been read that the next run shall go on (--limit scans_of_all=)"


def bytes_of(found: bytes | Lost) -> bytes:
    assert isinstance(found, bytes)
    return found


def tell_scans(task, limits, opened) -> bytes:
    opened(0, scans=limits.scans)
    return str(limits.why_no_scans() or limits.scans).encode()


def test_early_readers_too_read_no_more_scans(tmp_path: Path) -> None:
    papers = [paper(tmp_path, str(number)) for number in range(12)]

    found = [bytes_of(found) for _, found in read_apart(papers, tell_scans_found, Limits(scans=2, scans_of_all=5), 2, find_scans)]

    assert 3 <= found.count(b"2") <= 5
    assert set(found) <= {b"2", b"0"}


def find_scans(task, limits, opened) -> bytes:
    opened(0, scans=limits.scans)
    task.keep(limits.scans)
    return b""


def tell_scans_found(task, limits, opened) -> bytes:
    if not isinstance(task, Begun):
        opened(0, scans=limits.scans)
        return str(limits.scans).encode()
    return str(task.found()).encode()


def test_in_this_process_too_an_error_is_a_status(tmp_path: Path) -> None:
    assert read_here(paper(tmp_path, "raises"), read, LIMITS).status is Status.PARSER_CRASH
    assert read_here(Paper(tmp_path / "missing.txt", "missing"), read, LIMITS) == Lost(
        Status.GONE, "missing cannot be opened: No such file or directory."
    )


def test_limits_are_said_by_name() -> None:
    assert limits_of({"BESCHLUSSBUCH_LIMITS": "seconds=5, pages=9"}) == Limits(seconds=5, pages=9)
    assert limits_of({}) == Limits()


@pytest.mark.parametrize("said", ["seconds", "seconds=", "seconds=0", "seconds=-1", "seconds=²", "minutes=3"])
def test_what_is_no_limit_is_refused(said: str) -> None:
    with pytest.raises(LimitError, match="is no limit; say NAME=NUMBER"):
        Limits().changed([said])
