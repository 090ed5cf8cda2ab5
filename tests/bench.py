"""How fast PDFs become facts, beside two tools that stop at the text; `make bench FOLDER="one/folder another"`.

In each round, one after the other, so that a busy moment of the machine falls on all of them:

    pdftotext       a process for each file, its text thrown away
    pdfplumber      `extract_text` of every page, in one process; nothing is extracted from it
    beschlussbuch   `extract --json`, one call for all files: text, tables, second reader, facts; its start included

Scanned pages are left unread, as the other two leave them; `--ocr` has them read.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import pypdfium2

# Every n-th page; a page's objects are let go, for pdfplumber keeps them. Says how many seconds the pages took, without all else.
PDFPLUMBER = """
import sys, time, pdfplumber
every, paths = int(sys.argv[1]), sys.argv[2:]
number = spent = 0
for path in paths:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            if number % every == 0:
                began = time.perf_counter()
                page.extract_text()
                page.close()
                spent += time.perf_counter() - began
            number += 1
print(spent)
"""


def pdftotext(program: str, files: Sequence[Path]) -> None:
    """The text of each file by a process of its own."""
    for file in files:
        subprocess.run([program, file, "-"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def pdfplumber(files: Sequence[Path], every: int) -> float:
    """The text of each page, or of each n-th, in one process; seconds to be added for the pages that were left out."""
    command = [sys.executable, "-c", PDFPLUMBER, str(every), *map(str, files)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return (every - 1) * float(done.stdout)


def extract(files: Sequence[Path], *, ocr: bool) -> None:
    """From files to facts."""
    command = [sys.executable, "-m", "pipeline", "extract", "--json", *(() if ocr else ("--no-ocr",)), *map(str, files)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"beschlussbuch extract ended with {done.returncode}.")


def seconds(work: Callable[[], float | None]) -> float:
    """How long something takes by the clock, with what it says that it would have taken for what it has left out."""
    began = time.perf_counter()
    left_out = work() or 0.0
    return time.perf_counter() - began + left_out


def pages_of(files: Sequence[Path]) -> int:
    """The pages of all files that can be opened."""
    count = 0
    for file in files:
        try:
            with pypdfium2.PdfDocument(file) as document:
                count += len(document)
        except pypdfium2.PdfiumError:
            continue
    return count


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print a line per tool and how they compare."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="let pdfplumber read each N-th page only, and multiply their time"
    )
    parser.add_argument("--ocr", action="store_true", help="let extract read scanned pages, too")
    options = parser.parse_args(argv)
    files = sorted(path for folder in options.folders for path in folder.rglob("*") if path.suffix.lower() == ".pdf")
    if not files:
        sys.stderr.write("There is no PDF in these folders.\n")
        return 2
    tools: dict[str, Callable[[], float | None]] = {
        "pdfplumber": lambda: pdfplumber(files, options.every),
        "extract": lambda: extract(files, ocr=options.ocr),
    }
    if program := shutil.which("pdftotext"):
        tools = {"pdftotext": lambda: pdftotext(program, files)} | tools
    else:
        sys.stdout.write("pdftotext is not installed (Debian: poppler-utils); it is left out.\n")
    times: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(options.rounds):
        for name, work in tools.items():
            times[name].append(seconds(work))
    sys.stdout.writelines(f"{line}\n" for line in report(times, len(files), pages_of(files), options.every))
    return 0


def report(times: dict[str, list[float]], files: int, pages: int, every: int) -> list[str]:
    """What is printed of the times of all rounds."""
    lines = [f"{files} files, {pages} pages, {len(times['extract'])} rounds of all tools in turn; median seconds (each round)"]
    for name, rounds in times.items():
        each = " ".join(f"{one:.2f}" for one in rounds)
        scaled = f"   every {every}th page, times {every}" if name == "pdfplumber" and every > 1 else ""
        lines.append(f"{name:11} {median(rounds):8.2f}  {pages / median(rounds):7.1f} pages/s   ({each}){scaled}")
    for name in [name for name in times if name != "extract"]:
        ratios = [ours / theirs for ours, theirs in zip(times["extract"], times[name], strict=True)]
        said = f"{median(ratios):.2f} times" if median(ratios) > 0.5 else f"1/{1 / median(ratios):.1f} of"
        lines.append(f"extract takes {said} the time of {name}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
