"""A small finished release: two fictional councils whose decisions the searches, questions, feeds and calendars are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.release.views import finish
from tests.pipeline.release.evidence.released import Small

HOUSING = """Gemeinderat, Niederschrift vom 12. März 2024
TOP 3: Doppelhaushalt 2025/26, Wohnheim für Flüchtlinge in der Straße am Wehr
1. Die Stadtverwaltung wird beauftragt, die Unterbringung der Geflüchteten bis zum 30. September 2024 neu zu ordnen.
2. Dafür werden 1.250.000 Euro bereitgestellt.
Abstimmungsergebnis: 13 Ja, 12 Nein, 1 Enthaltung
TOP 4: Radweg an der Gerberstraße, Antrag der Fraktion BÜNDNIS 90/DIE GRÜNEN
Die Kosten betragen 90.000 Euro.
Einstimmig beschlossen."""
AGAIN = """Auszug aus der Niederschrift vom 12. März 2024
Abstimmungsergebnis: 13 Ja, 12 Nein, 1 Enthaltung"""
REPORT = """Beschlusskontrolle zur Vorlage 2023/007
Der Punkt ist in Arbeit. Nächster Bericht: 15. November 2024."""
SCHOOLS = """Kreistag, Niederschrift vom 5. Mai 2023
TOP 7: Ganztag an der Grundschule
Es werden 300.000 Euro bereitgestellt. Mehrheitlich beschlossen mit 20 Ja, 4 Nein."""


def finished(folder: Path, *, also: Callable[[Small], None] | None = None) -> Small:
    """Build it, with what a test adds; the connection stays open for whoever asks."""
    small = Small(folder)
    small.put("councils", id="wehrkreis", council="wehrkreis", name="Landkreis Wehr")
    small.put("papers", id="p1", council="fehrnau", name="Unterbringung neu ordnen", reference="2024/012")
    small.document("d1", HOUSING, fetched_at="2026-11-20T10:00:00+00:00")
    small.document("d2", AGAIN, kind="extract", title="Auszug", fetched_at="2026-11-21T10:00:00+00:00")
    small.document("d3", REPORT, kind="status_report", title="Bericht", fetched_at="2026-11-21T10:00:00+00:00")
    of_three, of_four = {"agenda_item": "3", "point": "2"}, {"agenda_item": "4"}
    small.fact("agenda_items", "d1", "Doppelhaushalt 2025/26, Wohnheim für Flüchtlinge in der Straße am Wehr", number="3", paper="2024/012",
               title="Doppelhaushalt 2025/26, Wohnheim für Flüchtlinge in der Straße am Wehr", agenda_item="3")  # fmt: skip
    small.fact("agenda_items", "d1", "Radweg an der Gerberstraße, Antrag der Fraktion BÜNDNIS 90/DIE GRÜNEN", number="4", agenda_item="4",
               title="Radweg an der Gerberstraße, Antrag der Fraktion BÜNDNIS 90/DIE GRÜNEN")  # fmt: skip
    small.fact("resolution_points", "d1", "die Unterbringung der Geflüchteten bis zum 30. September 2024 neu zu ordnen", agenda_item="3",
               text="die Unterbringung der Geflüchteten bis zum 30. September 2024 neu zu ordnen", act="instruct", path="1")  # fmt: skip
    small.fact("resolution_points", "d1", "Dafür werden 1.250.000 Euro bereitgestellt", agenda_item="3", path="2",
               text="Dafür werden 1.250.000 Euro bereitgestellt")  # fmt: skip
    small.fact("votes", "d1", "13 Ja, 12 Nein, 1 Enthaltung", key="close", yes=13, no=12, abstain=1, agenda_item="3", unanimous=False)
    small.fact("votes", "d1", "Einstimmig beschlossen", key="unanimous", no=0, agenda_item="4", unanimous=True)
    small.fact(
        "votes", "d2", "13 Ja, 12 Nein, 1 Enthaltung", key="again", yes=13, no=12, abstain=1, document_kind="extract", same_as="close"
    )
    small.fact("amounts", "d1", "1.250.000 Euro", key="million", amount=1250000, section="resolution", role="appropriation", **of_three)
    small.fact("amounts", "d1", "90.000 Euro", key="path", amount=90000, section="resolution", role="cost", **of_four)
    small.fact("deadlines", "d1", "bis zum 30. September 2024", key="due", kind="due", date_to="2024-09-30", precision="day", duty="implement",
               section="resolution", agenda_item="3", point="1")  # fmt: skip
    small.fact("follow_ups", "d3", "Der Punkt ist in Arbeit", key="report", paper="2023/007", point="1", status="in_progress",
               status_raw="in Arbeit", as_of="2024-06-01", next_report="2024-11-15")  # fmt: skip
    small.council = "wehrkreis"
    small.document("d4", SCHOOLS, body="Kreistag", meeting_date="2023-05-05", fetched_at="2026-11-19T10:00:00+00:00")
    kreis = {"body": "Kreistag", "meeting_date": "2023-05-05", "agenda_item": "7"}
    small.fact("agenda_items", "d4", "Ganztag an der Grundschule", title="Ganztag an der Grundschule", number="7", **kreis)
    small.fact("votes", "d4", "20 Ja, 4 Nein", key="clear", yes=20, no=4, unanimous=False, **kreis)
    small.fact("amounts", "d4", "300.000 Euro", key="schools", amount=300000, section="resolution", role="appropriation", **kreis)
    if also is not None:
        also(small)
    finish(small.connection)
    return small
