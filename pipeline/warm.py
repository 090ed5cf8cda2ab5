"""Imported by the server from which reader processes are forked: reads a short text, so that every rule is there and compiled."""

import gc
from contextlib import suppress

gc.disable()  # imports make much and drop nothing: looking for garbage among it takes a seventh of their time

from pipeline.kept_patterns import kept_patterns  # noqa: E402
from pipeline.lean_imports import lean_imports  # noqa: E402

SAMPLE = """Niederschrift über die 4. Sitzung des Gemeinderats Musterdorf am 3. März 2026

TOP 4: Brücke am Mühl-
bach, Vorlage 2026/017

Beschluss:
Der Gemeinderat beschließt:
1. Die Verwaltung wird beauftragt, bis Ende des II. Quartals 2026 zu berichten (§ 20 GemO).
2. Die Sanierung kostet 1,5 Mio. EUR, je 90.000 EUR in den Jahren 2026 und 2027.

Abstimmungsergebnis: 12 Ja, 3 Nein, 1 Enthaltung, mehrheitlich beschlossen
Befangen: Ratsfrau Muster. Umsetzung: erledigt.
"""

with kept_patterns(), lean_imports():
    from pipeline.extraction import Context, read_document

    with suppress(Exception):  # a defect of ours shall show in the documents that it touches, not in a server that does not start
        read_document(SAMPLE.encode(), "sample.txt", Context())

gc.freeze()  # what is here stays: no reader shall look through it for garbage, or copy the pages that hold it by doing so
gc.enable()
