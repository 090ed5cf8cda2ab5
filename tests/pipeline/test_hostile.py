"""Files that are meant to do harm, or are broken: each ends in one status, within its limits, and nothing is lost in silence.

A sample of them is always read; `make hostile` reads every bomb, 2,000 mutated files, and all PDFs of a folder.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.extraction import Context
from pipeline.isolation import read_apart
from pipeline.limits import MIB, Limits
from pipeline.readers.pdf_second import SecondReader
from pipeline.reading import Job, Result, read_all, read_job
from pipeline.statuses import Status
from tests.pipeline.bombs import BOMBS
from tests.pipeline.peak import PEAK_FROM_HERE, peak
from tests.pipeline.readers.pages import across, column, grid, pdf_of, together

FOLDER = os.environ.get("BESCHLUSSBUCH_HOSTILE")
heavy = pytest.mark.skipif(not FOLDER, reason="takes minutes; make hostile runs it")
MOST_OF_THE_PARENT = 400 * MIB
A_PARENT = 100 * MIB  # what `beschlussbuch run` holds before it reads: Prefect, most of all
# What may become of a hostile file. A crash is none of these: no file tried has done worse than take its reader's memory or time.
BOUNDED = {
    Status.OK, Status.CORRUPT, Status.ENCRYPTED, Status.GARBLED_TEXT, Status.NO_TEXT_LAYER, Status.PARSER_MEMORY, Status.PARSER_TIMEOUT,
    Status.TOO_LARGE, Status.WRONG_TYPE, Status.ZERO_PAGES,
}  # fmt: skip
QUICK_BOMBS = {
    "two_million_glyphs.pdf": Status.GARBLED_TEXT,
    "five_million_parentheses.pdf": Status.CORRUPT,
    "page_tree_loop.pdf": Status.NO_TEXT_LAYER,
    "huge_page_count.pdf": Status.NO_TEXT_LAYER,
    "a_million_pages.pdf": Status.TOO_LARGE,
    "nested_arrays.pdf": Status.NO_TEXT_LAYER,
    "nested_dictionaries.pdf": Status.NO_TEXT_LAYER,
    "form_draws_itself.pdf": Status.NO_TEXT_LAYER,
    "xref_loop.pdf": Status.OK,
    "huge_xref.pdf": Status.CORRUPT,
    "wide_predictor.pdf": Status.NO_TEXT_LAYER,
    "huge_character_map.pdf": Status.NO_TEXT_LAYER,
    "objects_within_themselves.pdf": Status.OK,
    "a_hundred_thousand_pages.pdf": Status.TOO_LARGE,
    "giant_page.pdf": Status.OK,
    "page_of_no_size.pdf": Status.OK,
    "a_lie_about_its_length.pdf": Status.OK,
    "laughs.docx": Status.CORRUPT,
    "nested.docx": Status.CORRUPT,
    "nested_tables.docx": Status.NO_TEXT_LAYER,
    "many_parts.docx": Status.TOO_LARGE,
    "smaller_than_it_is.docx": Status.CORRUPT,
    "laughs.odt": Status.CORRUPT,
    "nested.odt": Status.CORRUPT,
    "repeated.odt": Status.OK,
    "groups.rtf": Status.CORRUPT,
    "raw.rtf": Status.OK,
    "nested.html": Status.OK,
    "attributes.html": Status.OK,
    "zeros.txt": Status.CORRUPT,
    "zeros_between.txt": Status.GARBLED_TEXT,
    "nested.json": Status.CORRUPT,
    "laughs.html": Status.NO_TEXT_LAYER,
}


def test_the_peak_is_seen_when_it_is_over() -> None:
    PEAK_FROM_HERE.write_text("5", encoding="ascii")
    before = peak()
    large = bytes(bytearray(200 * MIB))
    del large

    assert sys.platform != "linux" or peak() - before > 150 * MIB


def job(path: Path) -> Job:
    return Job(path.name, path, path.name, Context(), path.name)


def written(folder: Path, files: dict[str, Callable[[], bytes]]) -> list[Job]:
    for name, make in files.items():
        (folder / name).write_bytes(make())
    return [job(folder / name) for name in files]


def results(jobs: Sequence[Job]) -> dict[str, Result]:
    """What became of the files, read as a run reads them, with this process measured meanwhile."""
    PEAK_FROM_HERE.write_text("5", encoding="ascii")
    before, held = time.monotonic(), peak()
    found = {result.job.name: result for result in read_all(jobs)}
    seconds = time.monotonic() - before
    assert list(found) == [one.name for one in jobs]
    assert peak() - held < MOST_OF_THE_PARENT - A_PARENT  # the process of the tests holds other things, too
    counts = Counter(str(result.status) for result in found.values())
    told = ", ".join(f"{status} {count}" for status, count in counts.most_common())
    print(f"\n{len(jobs)} files in {seconds:.0f} s: {told}")  # noqa: T201  the table is what make hostile is for
    return found


def lost_in_silence(result: Result) -> str | None:
    """What the second reader finds and the result has not, if the result says nothing of it."""
    if result.status is not Status.OK or result.document["media_type"] != "application/pdf":
        return None
    second = SecondReader(result.job.path.read_bytes(), 300)
    if second.count() > result.document["pages"]:
        return f"{result.job.name}: {result.document['pages']} of {second.count()} pages"
    letters = sum(len("".join(second.text_of(number).split())) for number in range(min(second.count(), 60)))
    mine = len("".join(result.text.split()))
    return f"{result.job.name}: {mine} of {letters} letters" if letters >= 40 and mine < 0.2 * letters else None


def test_bombs_of_which_a_reader_gets_rid_quickly(tmp_path: Path) -> None:
    jobs = written(tmp_path, {name: BOMBS[name] for name in QUICK_BOMBS})

    assert {name: result.status for name, result in results(jobs).items()} == QUICK_BOMBS


@pytest.mark.slow
def test_a_bomb_costs_its_own_document_only(tmp_path: Path) -> None:
    good = pdf_of(column(["Der Rat beschließt die Sanierung der Brücke."]))
    jobs = written(tmp_path, {"nested_flate.pdf": BOMBS["nested_flate.pdf"]} | {f"{n}.pdf": lambda: good for n in range(4)})

    found = [found for _, found in read_apart(jobs, read_job, Limits(memory=256), 2)]

    # A library may abort before a look at its memory has shown why.
    assert getattr(found[0], "status", None) in (Status.PARSER_MEMORY, Status.PARSER_CRASH)
    assert all(isinstance(one, bytes) for one in found[1:])


@heavy
def test_every_bomb(tmp_path: Path) -> None:
    found = results(written(tmp_path, BOMBS))

    assert {name: result.status for name, result in found.items() if result.status not in BOUNDED} == {}


LINES = [f"Der Rat beschließt in Punkt {number} die Sanierung der Brücke für {number}.000 EUR." for number in range(25)]
HALVES = [line[:42] for line in LINES]
WHOLE = [
    pdf_of(column(LINES), column(LINES), column(LINES)),
    pdf_of(together(column(LINES[:5]), grid([["Fraktion", "Ja", "Nein"], ["Grüne Liste", "12", "0"], ["Bürgerblock", "3", "9"]]))),
    pdf_of(across(HALVES, HALVES), column(LINES)),
    pdf_of(column(LINES), encrypt=""),
]


def mutated(seed: int) -> bytes:
    """A PDF of ours, broken in one to three ways."""
    chance = random.Random(seed)
    data = bytearray(chance.choice(WHOLE))
    for _ in range(chance.randint(1, 3)):
        at, length = chance.randrange(max(1, len(data))), chance.randint(1, 400)
        match chance.randrange(6):
            case 0:
                del data[at:]
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length]
            case 3:
                data[at:at] = chance.randbytes(length)
            case 4:
                for place in range(at, min(len(data), at + length), 7):
                    data[place] ^= 1 << chance.randrange(8)
            case _:
                digits = [place for place, byte in enumerate(data) if 48 <= byte <= 57] or [0]
                for place in chance.choices(digits, k=8):
                    data[place : place + 1] = b"%d" % chance.randrange(10)
    return bytes(data)


@pytest.mark.parametrize("seeds", [pytest.param(range(80), id="sample"), pytest.param(range(80, 2000), id="all", marks=heavy)])
def test_mutated_files(seeds: range, tmp_path: Path) -> None:
    found = results(written(tmp_path, {f"{seed}.pdf": lambda seed=seed: mutated(seed) for seed in seeds}))

    assert {name: result.sentence for name, result in found.items() if result.status not in BOUNDED} == {}
    assert [loss for result in found.values() if (loss := lost_in_silence(result))] == []


@heavy
@pytest.mark.skipif(not FOLDER or not Path(FOLDER).is_dir(), reason="FOLDER names no folder")
def test_all_files_of_a_folder(tmp_path: Path) -> None:
    jobs = []
    for path in sorted(Path(str(FOLDER)).resolve().iterdir()):
        if path.suffix.lower() == ".pdf":
            (tmp_path / path.name).symlink_to(path)  # what OCR has seen is kept beside a document: not in a folder of yours
            jobs.append(job(tmp_path / path.name))

    found = results(jobs)

    assert {name: result.sentence for name, result in found.items() if result.status not in BOUNDED} == {}
    assert [loss for result in found.values() if (loss := lost_in_silence(result))] == []
