"""Minutes in columns that the tests print themselves: the sentences are known, and in which order the content comes."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.pipeline.readers.pages import Draw

FONT, SIZE, PITCH = "Helvetica", 9.0, 12.0
LEFT, RIGHT, TOP, BOTTOM = 57.0, A4[0] - 57.0, 760.0, 90.0
SUBJECTS = [
    "Die Ver|wal|tung", "Der Bau|aus|schuss", "Die Vor|sit|zen|de", "Der Stadt|käm|me|rer", "Frau Ober|mei|er", "Der Orts|bei|rat", "Herr Lindt",
]  # fmt: skip
VERBS = ["er|läu|tert", "be|rich|tet über", "be|grün|det", "wi|der|spricht", "be|für|wor|tet", "bit|tet um Aus|kunft über", "er|gänzt"]
OBJECTS = [
    "die Haus|halts|sat|zung", "den Be|bau|ungs|plan am Mühl|bach", "das Ab|stim|mungs|er|geb|nis", "die Er|neu|e|rung der Orts|durch|fahrt",
    "den Zu|schuss für das Frei|bad", "die Ge|büh|ren|ord|nung", "den Rad|weg nach Ot|ters|brück",
]  # fmt: skip
ENDS = [
    "und ver|weist auf die An|la|ge", "oh|ne wei|te|re Aus|spra|che", "mit Blick auf das kom|men|de Jahr", "und nennt die Kos|ten von 12.500 Eu|ro",
    "weil die För|de|rung sonst ver|fällt", "so|bald die Stel|lung|nah|men vor|lie|gen",
]  # fmt: skip


def sentences(count: int, seed: int = 1) -> list[str]:
    """Fictional sentences of minutes, each with a number of its own; `|` marks where a word may be broken."""
    chance = random.Random(seed)
    return [
        f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)} un|ter Num|mer {number} {chance.choice(ENDS)}."
        for number in range(100, 100 + count)
    ]


def plain(sentence: str) -> str:
    """A sentence as it is read."""
    return sentence.replace("|", "")


def wrapped(words: Iterable[str], width: float, *, hyphens: bool) -> Iterator[str]:
    """Words as lines of a width, broken at their marks where that is wanted."""
    line = ""
    for word in words:
        rest = word
        while rest:
            space = " " if line else ""
            if _width(line + space + plain(rest)) <= width:
                line, rest = line + space + plain(rest), ""
                continue
            parts = rest.split("|")
            cut = 0
            if hyphens:
                cut = max((n for n in range(1, len(parts)) if _width(line + space + "".join(parts[:n]) + "-") <= width), default=0)
            yield line + space + "".join(parts[:cut]) + "-" if cut else line
            line, rest = "", "|".join(parts[cut:])
    yield line


def _width(text: str) -> float:
    return float(stringWidth(text, FONT, SIZE))


Run = tuple[float, float, str]  # from the left, from below, words


@dataclass(kw_only=True)
class Columns:
    """Pages in columns; each band of a page is read down its columns before what follows it over the page's whole width."""

    order: str = "reading"
    """reading, rows (line by line over all columns) or shuffled (blocks of some lines anyhow)."""
    columns: int = 2
    gutter: float = 18.0
    bands: int = 1
    full_width: Sequence[Sequence[str]] = ()
    """What stands over each band: rows of cells; one cell is a heading."""
    ruled: bool = False
    """Whether rules are drawn around the cells."""
    hyphens: bool = True
    last_share: float = 1.0
    """How long the last column is, beside the others."""
    offset: float = 0.0
    """How much lower each column stands than the one before."""
    head: str = ""
    foot: str = ""
    seed: int = 7
    truth: list[str] = field(default_factory=list)

    def pages(self, count: int = 2) -> list[Draw]:
        """The drawings of so many pages; a sentence runs on over a page's end, but not over what has the page's full width."""
        self._left_to_print = iter(sentences(80 * count, self.seed))
        self.truth.clear()
        flow = None if self.full_width else self._flow()
        drawings = [self._page(list(self._runs(flow, number)), number) for number in range(count)]
        del self.truth[-1:]  # the last one lacks its end
        return drawings

    @property
    def _width(self) -> float:
        return (RIGHT - LEFT - (self.columns - 1) * self.gutter) / self.columns

    def _flow(self) -> Iterator[str]:
        """The lines of one column after the other."""

        def words() -> Iterator[str]:
            for sentence in self._left_to_print:
                self.truth.append(plain(sentence))
                yield from sentence.split(" ")

        return wrapped(words(), self._width, hyphens=self.hyphens)

    def _runs(self, flow: Iterator[str] | None, page: int) -> Iterator[list[Run]]:
        """What stands on a page, band by band: what runs over the page, then each column."""
        if self.head:
            yield [(LEFT, TOP + 30, self.head)]
        for band in range(self.bands):
            y = TOP - band * (TOP - BOTTOM) / self.bands
            for row in self.full_width:
                yield [(LEFT + number * (RIGHT - LEFT) / len(row), y, text) for number, text in enumerate(row)]
                y -= PITCH
            lines = flow or self._flow()
            room = int((y - TOP + (band + 1) * (TOP - BOTTOM) / self.bands - PITCH) / PITCH)
            for column in range(self.columns):
                left = LEFT + column * (self._width + self.gutter)
                high = int(room * self.last_share) if column == self.columns - 1 else room
                yield [
                    (left, y - (number + 0.5) * PITCH - column * self.offset, line)
                    for number, line in zip(range(high), lines, strict=False)
                ]
            if not flow:
                del self.truth[-1:]  # cut off where the band ends
        if self.foot:
            yield [(LEFT, BOTTOM - 40, f"{self.foot} {page + 1}")]

    def _page(self, groups: list[list[Run]], page: int) -> Draw:
        runs = _ordered(groups, self.order, random.Random(self.seed + page))

        def draw(canvas: Canvas) -> None:
            canvas.setFont(FONT, SIZE)
            for left, y, text in runs:
                canvas.drawString(left, y, text)
            for band in range(self.bands if self.ruled else 0):
                top, cells = TOP - band * (TOP - BOTTOM) / self.bands + 0.8 * PITCH, len(self.full_width[0])
                rules = [top - number * PITCH for number in range(len(self.full_width) + 1)]
                canvas.grid([LEFT - 3 + number * (RIGHT - LEFT) / cells for number in range(cells + 1)], rules)

        return draw


def _ordered(groups: list[list[Run]], order: str, chance: random.Random) -> list[Run]:
    runs = [run for group in groups for run in group]
    match order:
        case "rows":
            return sorted(runs, key=lambda run: (-run[1], run[0]))
        case "shuffled":
            blocks = []
            for group in groups:
                many = chance.randint(3, 9)
                blocks += [group[at : at + many] for at in range(0, len(group), many)]
            chance.shuffle(blocks)
            return [run for block in blocks for run in block]
        case _:
            return runs


def intact(truth: Sequence[str], text: str) -> float:
    """The share of the sentences that stand whole in a text."""
    read = " ".join(text.split())
    return sum(sentence in read for sentence in truth) / len(truth)
