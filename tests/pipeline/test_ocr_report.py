"""Character error rates on scans with transcriptions: make ocr-report FOLDER=/where/they/are, NUMBER.txt beside NUMBER.pdf.

Every page is read by OCR, whatever text layer it has, and beside it by `tesseract -l deu` alone on the same pictures.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from time import monotonic

import pypdfium2
import pytest

from pipeline.readers import Terms
from pipeline.readers.ocr import tesseract
from pipeline.readers.ocr.text import ILLEGIBLE
from pipeline.readers.pdf_scan import _picture, scans_of
from tests.pipeline.readers.error_rate import error_rate

FOLDER = os.environ.get("BESCHLUSSBUCH_SCANS", "")
MOST = 0.06


def pictures(data: bytes, tmp_path: Path) -> Iterator[Path]:
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        picture = _picture(document, number)
        path = tmp_path / f"{number}.png"
        picture.image.save(path, dpi=(picture.dpi, picture.dpi))
        yield path
    document.close()


def plain(picture: Path) -> str:
    command = ["tesseract", str(picture), "-", "-l", "deu"]
    return subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}).stdout


@pytest.mark.skipif(not FOLDER, reason="wants scans with transcriptions: make ocr-report FOLDER=/where/they/are")
@pytest.mark.skipif(not tesseract.is_installed(), reason=f"no OCR here: {tesseract.HOW_TO_GET_IT}")
def test_character_error_rates(tmp_path: Path) -> None:
    table = [f"{'scan':<12}{'pages':>6}{'sure':>6}{'plain':>8}{'ours':>8}{'seconds':>9}  (wrong letters per 100 of the transcription)"]
    rates: list[tuple[float, float]] = []
    for transcription in sorted(Path(FOLDER).glob("*.txt")):
        path = transcription.with_suffix(".pdf")
        if not path.exists():
            continue
        data, truth = path.read_bytes(), transcription.read_text(encoding="utf-8")
        images = list(pictures(data, tmp_path))
        start = monotonic()
        pages = scans_of(data, range(len(images)), Terms()).pages
        seconds = monotonic() - start
        sure = mean(page.sure for page in pages.values())
        other = error_rate(truth, "\n".join(map(plain, images)))
        own = error_rate(truth, "\n".join(pages[number].text for number in sorted(pages)))
        row = f"{path.stem:<12}{len(images):>6}{sure:>6.0f}{100 * other:>8.1f}{100 * own:>8.1f}{seconds:>9.1f}"
        table.append(row if sure >= ILLEGIBLE else f"{row}  illegible")
        rates += [(other, own)] if sure >= ILLEGIBLE else []
    assert rates, f"no legible scan with a transcription in {FOLDER}"
    others, ours = map(mean, zip(*rates, strict=True))
    print("\n" + "\n".join([*table, f"{'mean':<24}{100 * others:>8.1f}{100 * ours:>8.1f}"]))  # noqa: T201  what the report is for
    assert ours <= min(MOST, others)
