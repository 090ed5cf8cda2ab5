"""Confidential documents, their look-alikes, and forms with both words

Twelve documents that are marked in twelve ways, twelve that only speak of confidence, and sixteen forms that print both words go through
the whole pipeline. Each holds a word that no other document holds; every published file is searched for it. No marked document may be
there with more than a row that says that it exists; of the look-alikes at most one may be missing; forms say nothing, so they are shown.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.demo.typesetting import pdf_of
from tests.soak.frame import Measured, hash_of
from tests.soak.persons import published
from tests.soak.planted import Planted
from tests.soak.public import Public

MARKED = (
    ("a line at the head", "Stadt Fehrnau\nVertraulich\nVorlage 17/2026\n{}"),
    ("capitals, exclamation marks", "VERTRAULICH!!\nVorlage 18/2026\n{}"),
    ("letter-spaced", "v e r t r a u l i c h\nVorlage 19/2026\n{}"),
    ("at the foot", "Vorlage 20/2026\n{}\n\nStreng vertraulich"),
    ("an official stamp", "VS – Nur für den Dienstgebrauch\nBericht\n{}"),
    ("a status", "Vorlage 21/2026\nStatus: nichtöffentlich\n{}"),
    ("a table's cell", "Vorlage 22/2026\nÖffentlichkeitsstatus\tnicht öffentlich\n{}"),
    ("an item's number", "Auszug\nTOP: NÖ 3\n{}"),
    ("a title", "Niederschrift über die nichtöffentliche Sitzung des Bauausschusses am 3.2.2026\n{}"),
    ("a kind of paper", "Sitzungsvorlage 23/2026 - nichtöffentlich -\n{}"),
    ("in brackets", "Beschlussvorlage (vertraulich)\n{}"),
    ("a page's stamp", "title: Vorlage\nstamp: Vertraulich\n\n{}"),
)
LOOK_ALIKES = (
    "Die vertrauliche Zusammenarbeit mit dem Verein wird fortgesetzt.\n{}",
    "Vertrauliche Geburt\nBericht der Verwaltung\n{}",
    "Die Verwaltung behandelt die Daten vertraulich.\n{}",
    "Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse\n{}",
    "TOP 4 wird im nichtöffentlichen Teil beraten.\n{}",
    "Anonyme und vertrauliche Spurensicherung\nSachstand\n{}",
    "Widmung nichtöffentlicher Verkehrsflächen am Bahnhof\n{}",
    "Vertraulich und kostenlos: die Beratung der Stadt\n{}",
    "Der Punkt wurde vertraulich\nbehandelt.\n{}",
    "Geheimnisse der Altstadt\nEin Rundgang\n{}",
    "Herr Muster bittet darum, dass sein Brief vertraulich bleibt.\n{}",
    "Niederschrift über die öffentliche Sitzung des Stadtrats am 3.2.2026\nDie nichtöffentliche Sitzung folgt.\n{}",
)
FORMS = (
    "Öffentlich ☐ Nichtöffentlich ☐\n{}",
    "Öffentlich Nichtöffentlich\n{}",
    "öffentlich\nnichtöffentlich\n{}",
    "öffentlich/nichtöffentlich\n{}",
    "Status: öffentlich/nichtöffentlich\n{}",
    "Behandlung: öffentlich / nicht öffentlich\n{}",
    "[ ] öffentlich   [ ] nichtöffentlich\n{}",
    "☒ öffentlich ☐ nichtöffentlich\n{}",
    "O öffentlich   O nicht öffentlich\n{}",
    "□ nichtöffentlich\n□ öffentlich\n{}",
    "Gremium Termin TOP ö nö\nStadtrat 17.12.2025 1 x\n{}",
    "Beratungsfolge\nBauausschuss nichtöffentlich 3.2.2026\nStadtrat öffentlich 10.2.2026\n{}",
    "Beratungsfolge Sitzung am Öffentlich Nichtöffentlich Ergebnis\nStadtrat 17.12.2025 x\n{}",
    "Stadtrat (öffentlich/nicht öffentlich)\n{}",
    "Einladung zur öffentlichen und nichtöffentlichen Sitzung des Stadtrats\n{}",
    "Vorberatung: nichtöffentlich\nEntscheidung: öffentlich\n{}",
)
BODY = """
TOP 1: Erwerb der {}mühle

Beschluss:
Der Stadtrat beschließt den Erwerb der {}mühle für 90.000,00 EUR.

Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A document, and the word that only it holds."""

    kind: str
    name: str
    word: str
    text: str


def cases() -> list[Case]:
    """The forty documents."""
    said = [("marked", name, form) for name, form in MARKED]
    said += [("look-alike", form.partition("\n")[0], form) for form in LOOK_ALIKES]
    said += [("form", form.removesuffix("\n{}").replace("\n", " / "), form) for form in FORMS]
    words = [
        first + last
        for first in ("Knurr", "Quell", "Zwirn", "Molch", "Flachs", "Torf", "Binsen")
        for last in ("hahn", "bock", "stein", "horn", "wies", "grund")
    ]
    return [Case(kind, name, word, form.format(BODY.format(word, word))) for (kind, name, form), word in zip(said, words, strict=False)]


def measure(seed: int) -> Iterator[Measured]:
    """What of the forty documents is published; nothing is left to chance, so the seed does not matter."""
    del seed
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        found = judged(Path(name))
    seconds = time.monotonic() - began
    for kind, asked, most in (
        ("marked", "none is published", 0),
        ("look-alike", "at most one is held back", 1),
        ("form", "all are published", 0),
    ):
        wrong = [case.name for case, is_said in found if case.kind == kind and is_said == (kind == "marked")]
        total = sum(case.kind == kind for case, _ in found)
        figure = f"{len(wrong)} of {total} published" if kind == "marked" else f"{len(wrong)} of {total} held back"
        corpus = hash_of(case.text for case, _ in found)
        yield Measured(
            name=f"{kind}s" if kind != "marked" else kind,
            asked=asked,
            figure=figure,
            passed=len(wrong) <= most,
            seconds=seconds,
            corpus=corpus,
            lost=tuple(wrong),
        )


def judged(place: Path) -> list[tuple[Case, bool]]:
    """Each document with whether its word is published."""
    documents = [Planted(f"{at:02d}.txt", case.text) for at, case in enumerate(cases()) if not case.text.startswith("title:")]
    folder = place / "set"
    folder.mkdir()
    pages = {f"{at:02d}.pdf": pdf_of(case.text) for at, case in enumerate(cases()) if case.text.startswith("title:")}
    public = Public(published(folder, documents, pages) / "releases")
    return [(case, public.says(case.word)) for case in cases()]
