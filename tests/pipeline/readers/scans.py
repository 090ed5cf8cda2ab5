"""Scans that the tests make themselves: pages drawn, taken as pictures, worn as scanners and time wear them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.pipeline.readers.pages import Draw, column, pdf_of

MINUTES = [
    "Stadt Musterau, Fachbereich Tiefbau",
    "Niederschrift über die 4. Sitzung des Bauausschusses am 12.03.2019",
    "",
    "TOP 5 Sanierung der Brücke am Mühlbach, Vorlage 2019/0417",
    "",
    "Der Ausschuss nimmt die Ausführungen der Verwaltung zur Kenntnis. Stadträtin Grünwald",
    "fragt, weshalb die Kosten gegenüber der ersten Schätzung um 23 Prozent gestiegen seien.",
    "Herr Öhler antwortet, dass der Baugrund größere Gründungstiefen erfordere.",
    "",
    "Beschluss:",
    "1. Der Bauausschuss beschließt die Sanierung der Brücke mit Gesamtkosten von 1.475.300,00 EUR.",
    "2. Die Verwaltung wird beauftragt, bis zum 30.09.2019 über den Fortgang zu berichten.",
    "",
    "Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung",
]


@dataclass(frozen=True)
class Scanner:
    """How a page becomes a picture."""

    dpi: int = 200
    slant: float = 0.0
    grain: float = 0.0
    """Of the noise, in shades of grey."""
    blur: float = 0.0
    turn: int = 0
    over: Callable[[Image.Image], None] = lambda _: None
    """What is drawn over the picture: a stamp."""

    def picture(self, draw: Draw) -> Image.Image:
        document = pypdfium2.PdfDocument(pdf_of(draw))
        image = document[0].render(scale=self.dpi / 72, grayscale=True).to_pil().convert("L")
        document.close()
        self.over(image)
        image = image.rotate(self.slant, Image.Resampling.BICUBIC, fillcolor=255)
        if self.blur:
            image = image.filter(ImageFilter.GaussianBlur(self.blur))
        if self.grain:
            chance = np.random.default_rng(7)
            image = Image.fromarray(
                np.clip(np.asarray(image) + chance.normal(0, self.grain, (image.height, image.width)), 0, 255).astype(np.uint8)
            )
        return image.rotate(self.turn, expand=True)

    def scan(self, draw: Draw) -> Draw:
        """The page as a picture on a page."""
        image = self.picture(draw)
        if self.turn in (90, 270):
            return lambda canvas: (canvas.setPageSize((A4[1], A4[0])), canvas.drawImage(ImageReader(image), 0, 0, A4[1], A4[0]))
        return lambda canvas: (canvas.setPageSize(A4), canvas.drawImage(ImageReader(image), 0, 0, *A4))


CLEAN = Scanner()
WORN = Scanner(slant=1.6, grain=30, blur=0.6)
PAGE = column(MINUTES, pitch=16)
DECISION = column(MINUTES[9:], pitch=16)
"""The end of that page, which takes OCR half the time."""


def stamp(words: str, place: tuple[float, float] = (0.6, 0.03)) -> Callable[[Image.Image], None]:
    """A framed stamp, a little pale."""

    def over(image: Image.Image) -> None:
        pen = ImageDraw.Draw(image)
        left, top = int(place[0] * image.width), int(place[1] * image.height)
        pen.rectangle((left, top, left + image.width // 4, top + image.height // 25), outline=90, width=3)
        pen.text((left + 20, top + 15), words, fill=90, font=ImageFont.load_default(image.height // 70))

    return over


def photo(canvas: Canvas) -> None:
    """A page with a picture that holds no writing: hills under a sky."""
    across = np.linspace(0, 9, 600)
    hills = 400 + 90 * np.sin(across) + 40 * np.sin(3.1 * across)
    shade = np.where(np.arange(800)[:, None] > hills[None, :], 70, 200) + 25 * np.sin(np.arange(800)[:, None] / 60 + across[None, :])
    canvas.drawImage(ImageReader(Image.fromarray(shade.clip(0, 255).astype(np.uint8))), 40, 40, 500, 740)


def words_only(lines: Sequence[str]) -> str:
    """Lines as one line, as error rates compare them."""
    return " ".join(" ".join(lines).split())
